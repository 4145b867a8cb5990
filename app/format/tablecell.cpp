// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/tablecell.h"

#include "format/looseobject.h"
#include "format/recordbuilder.h"

namespace derouter {

Step columnStep(std::string_view name) {
    const Step step = stepFor(Place::Root, name);
    return step.field == Field::TimeUtc ? step : stepFor(Place::Root, name.substr(0, name.find(" [")));
}

void takeCell(const Step& column, const Scalar& cell, RecordBuilder& builder) {
    if (column.enter && cell.text.starts_with('{'))
        readLooseObject(cell.text, column.place, builder, column.place == Place::Error ? 1 : 0);
    else if (column.field != Field::None)
        builder.take(column.field, cell);
}

} // namespace derouter
