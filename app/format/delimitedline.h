// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace derouter {

class TimeParser;

/// Writes an access line whose fields stand between bars, tabs, semicolons, commas or in brackets as one
/// whose fields stand between blanks, with its request in quotation marks: `ip|stamp|POST /v1/messages
/// HTTP/1.1|529|142`,
/// `[stamp] [POST /v1/messages HTTP/1.1] [529]`, `ip,-,-,stamp,POST,/v1/messages,HTTP/1.1,529`. Labels behind
/// a request become pairs: `"POST /v1/messages HTTP/1.1" status:529`.
///
/// False, with nothing in `plain`, for all other lines: those without a time among their fields, where no
/// status or mark for none stands beside the request, where the request stands in no field of its own.
bool writePlainFields(std::string_view line, TimeParser& times, std::string& plain);

} // namespace derouter
