// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/fields.h"

#include <optional>
#include <string_view>

namespace derouter {

class RecordBuilder;

/// What a line of a client's own log turned out to be.
struct ClientLine {
    bool states = false;            ///< says how a request ended
    std::optional<Place> dump = {}; ///< an object printed below it stands for this
};

/// Reads the lines that SDKs, HTTP libraries and agents write about each request: the Node SDKs' `[log_…]`
/// lines, `HTTP Request:` and `HTTP Response:` of Python's, Claude Code's `API Error`, Codex' `unexpected
/// status`, relays' `status code: 429`, and the exceptions of requests, httpx, reqwest and axios. A status in
/// words alone counts only where the line also names an API: its URL, an error body or a request-id.
ClientLine mineClientLine(std::string_view line, RecordBuilder& builder);

/// Reads a whole line, stamp and all, that axios-logger writes of a request without an answer:
/// `[Axios][Error] 2026-11-03 09:14:07 POST https://…`. It puts a status behind the address where there is
/// one.
bool mineAxiosLogger(std::string_view line, RecordBuilder& builder);

} // namespace derouter
