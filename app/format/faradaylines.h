// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace derouter {

class RecordBuilder;

/// Reads `-- request: POST https://…` and `-- response: Status 402` of Ruby's Faraday.
bool mineFaraday(std::string_view line, RecordBuilder& builder);

/// `-- response: request-id: "req_…"`, a header that Faraday tells below the status, which was counted.
bool isFaradayHeader(std::string_view line);
/// Reads it; false where it says nothing of a failure.
bool mineFaradayHeader(std::string_view line, RecordBuilder& builder);

/// Whether a line is one more header of the message that the record began: Faraday tells them all in one,
/// below one another.
bool goesOnHeaders(std::string_view record, std::string_view line);
/// Such a record in one line; nothing where it is none.
std::optional<std::string> joinedHeaders(std::string_view record);

} // namespace derouter
