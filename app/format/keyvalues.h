// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace derouter {

class RecordBuilder;

/// What stands behind the status of an access line: `key=value` pairs and lone request-ids, separated by
/// blanks. A second status or time there is the upstream's.
void readAccessTail(std::string_view tail, RecordBuilder& builder);

/// The structured end of a line of text: logfmt's and slog's `status=429 err="…"`, or the JSON object with
/// which zap's console and others end a line; with them a request written as `POST /v1/messages`. Gives the
/// line's own words, without that object.
std::string_view readKeyValues(std::string_view line, RecordBuilder& builder);

/// Of such a line only the object that ends it, when words or a body stand before it: winston's
/// `error: 429 {…} {"timestamp":"…"}`.
void readTrailingObject(std::string_view line, RecordBuilder& builder);

} // namespace derouter
