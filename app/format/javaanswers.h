// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace derouter {

class RecordBuilder;

/// Reads what Java's HTTP clients print of an answer: the JDK's `(POST https://…) 529` and its log of
/// requests, headers and responses; OkHttp's `Response{protocol=h2, code=529, message=, url=https://…}`, and
/// the log of an interceptor as its documentation gives it. True where the line states how a request ended.
bool mineJavaAnswer(std::string_view line, RecordBuilder& builder);

/// Whether such a log lists an answer's headers below the line, down to an empty one.
bool leadsToAnswersHeaders(std::string_view line);

} // namespace derouter
