// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace derouter {

class RecordBuilder;

/// Reads a failed request from a row of a table whose header is not there, behind its time:
/// `,claude-haiku-4-5,529,260,req_…,overloaded_error,"529 {""type"":""error"",…}"`. The error says which cell
/// is the status: its text begins with it, or it is no other's type. False for all other lines.
bool mineTableRow(std::string_view row, RecordBuilder& builder);

} // namespace derouter
