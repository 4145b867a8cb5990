// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/timeparser.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace derouter {

/// What a log collector put before a program's own line.
struct Peeled {
    std::string_view line;      ///< the program's own
    std::optional<Stamp> stamp; ///< the collector's
    std::string_view stream;    ///< names the program or container, where the collector does
    bool partial = false;       ///< the line goes on in the stream's next one (CRI's `P`)
};

/// Takes one wrapper off a line of text: Kubernetes CRI, `docker logs -t`, Docker Compose, foreman and its
/// kin, PM2, `kubectl logs --prefix`, stern, RFC 3164 and 5424 syslog, journalctl's short forms, Fluentd,
/// Fluent Bit, Heroku, Loki's and CI systems' stamps.
///
/// `continues`: a record is open that stands inside a wrapper, so that a bare stamp is one too. `tried`: what
/// is inside must fit a format anyway, so that what only looks like a wrapper does no harm.
std::optional<Peeled> peel(std::string_view line, TimeParser& times, bool continues, bool tried = false);

/// What may be wrappers of one line, the shortest first.
struct LikelyWrappers {
    std::array<Peeled, 3> found;
    std::size_t count = 0;

    void add(const Peeled& peeled) { found[count++] = peeled; }
    const Peeled* begin() const { return found.data(); }
    const Peeled* end() const { return found.data() + count; }
};

/// Prefixes that could as well be a program's own words: `api:dev: …` of task runners, `api-7f9c-abc api …`
/// of stern, `[0] …` of concurrently, a bare stamp with or without the name of CloudWatch's stream. They are
/// wrappers where what follows is certainly a record, or once a stream of that name is known.
LikelyWrappers likelyWrappers(std::string_view line, TimeParser& times);

/// Whether a line begins as only records do: JSON, a stamp, a traceback, an SDK's log or error.
bool beginsRecord(std::string_view line, TimeParser& times);

/// What stands behind a syslog head, "Nov  3 09:14:07 lb haproxy[14]: ", whatever its tag; nothing when there
/// is none. For readers that know what must follow; `peel()` asks for a tag that is certain.
std::string_view behindSyslogHead(std::string_view line, TimeParser& times);

} // namespace derouter
