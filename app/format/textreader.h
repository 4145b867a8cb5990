// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace derouter {

class RecordBuilder;
class TimeParser;

/// Reads a record of free text, one line or several: a console line with a request-id, an SDK's error of
/// Python or Node with its stack and the dump of its members, a traceback. Texts that only quote an error are
/// passed over. False when the text gave neither a time nor anything about a request.
bool readText(std::string_view record, RecordBuilder& builder, TimeParser& times);

/// The errors that an inspected error lists as those of its tries, `errors: [ … ]`, each as it would be
/// printed alone; none when it is no such record.
std::vector<std::string> nestedErrors(std::string_view record);

/// Whether `line` begins with a time stamp, possibly in brackets.
bool beginsWithStamp(std::string_view line, TimeParser& times);

} // namespace derouter
