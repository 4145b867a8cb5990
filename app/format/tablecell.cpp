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
    // A message is a line of a log, with all that JSON loggers write into one.
    const bool line = column.field == Field::Message || column.field == Field::CarriedLine;
    if (column.enter && !line && cell.text.starts_with('{'))
        readLooseObject(cell.text, column.place, builder, column.place == Place::Error ? 1 : 0);
    else if (column.field != Field::None)
        builder.take(column.field, cell);
}

} // namespace derouter
