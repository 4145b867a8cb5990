// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/transcriptdialect.h"

#include <memory>
#include <optional>
#include <string_view>

namespace derouter {

/// A line of Apache HttpClient's logs of what goes over the wire, behind the prefix of whatever logger:
/// `http-outgoing-7 << HTTP/1.1 529 ` of its `headers` log, `http-outgoing-7 << "HTTP/1.1 529 [\r][\n]"` of
/// its `wire` log. Version 3 names no connection.
struct WireLine {
    std::string_view connection; ///< empty in version 3
    std::string_view prefix;     ///< of the logger: its stamp
    bool sent = false;
    bool quoted = false;      ///< bytes as they went, escaped
    std::string_view content; ///< without its quotation marks
};

/// Nothing for every other line; cheap for those.
std::optional<WireLine> wireLineIn(std::string_view line);

/// One connection of such a log. Its lines are those that `wireLineIn()` knows and that name the connection.
std::unique_ptr<TranscriptDialect> makeWireDialect();

} // namespace derouter
