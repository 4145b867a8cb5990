// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/timeparser.h"

#include <optional>
#include <string_view>

namespace derouter {

class RecordBuilder;

/// Reads a record of free text, one line or several: a console line with a request-id, an SDK's error of
/// Python or Node with its stack and the dump of its members, a traceback. Texts that only quote an error are
/// passed over. False when the text gave neither a time nor anything about a request.
bool readText(std::string_view record, RecordBuilder& builder, TimeParser& times);

/// Whether `line` begins with a time stamp, possibly in brackets.
bool beginsWithStamp(std::string_view line, TimeParser& times);
/// That stamp.
std::optional<Stamp> stampOf(std::string_view line, TimeParser& times);

} // namespace derouter
