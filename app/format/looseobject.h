// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/fields.h"

#include <cstddef>
#include <string_view>

namespace derouter {

class RecordBuilder;

/// Reads an object as people and programs print it, and gives its members to `builder`: JSON with flaws (cut
/// short, a bad byte, a number out of range, a missing value), a Python repr, or Node's `util.inspect` dump.
///
/// `text` begins with `{`. Tolerant: what cannot be read is passed over, and the end of the text closes
/// everything. Nesting deeper than 64 is passed over too. Gives the number of bytes read.
std::size_t readLooseObject(std::string_view text, Place place, RecordBuilder& builder, int depth);

/// The same for members without braces around them, such as those that pino-pretty indents below a line.
void readLooseMembers(std::string_view text, Place place, RecordBuilder& builder);

} // namespace derouter
