// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/fields.h"

#include <string_view>

namespace derouter {

class RecordBuilder;
struct Scalar;

/// What a table's column means by its name, to which Azure's portal adds the zone: "timestamp [UTC]".
Step columnStep(std::string_view name);

/// Takes a cell of a column into the record; one that holds an object is read as what the column means. Of
/// columns that carry prompts and completions nothing is read.
void takeCell(const Step& column, const Scalar& cell, RecordBuilder& builder);

} // namespace derouter
