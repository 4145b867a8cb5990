// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clipboard.h"

#include "models/eventmodel.h"
#include "report/redactor.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace derouter::clipboard {

namespace {

void put(const QString& text) {
    QGuiApplication::clipboard()->setText(Redactor().redact(QStringView(text)).text());
}

QString cell(const EventModel& model, int row, int column) {
    if (column == EventModel::Time)
        return model.fullTime(row);
    return model.index(row, column).data().toString().replace(u'\t', u' ');
}

} // namespace

int copyRequestIds(const EventModel& model, const QList<int>& rows) {
    QStringList ids;
    for (const int row : rows.first(std::min(mostRows, rows.size())))
        ids << model.index(row, EventModel::RequestId).data().toString();
    ids.removeAll(QString());
    ids.removeDuplicates();
    if (!ids.isEmpty())
        put(ids.join(u'\n'));
    return static_cast<int>(ids.size());
}

int copyRows(const EventModel& model, const QList<int>& rows) {
    const QList<int> some = rows.first(std::min(mostRows, rows.size()));
    if (some.isEmpty())
        return 0;
    QStringList cells;
    for (int column = 0; column < EventModel::columns; ++column)
        cells << EventModel::columnName(column);
    QStringList lines{cells.join(u'\t')};
    for (const int row : some) {
        cells.clear();
        for (int column = 0; column < EventModel::columns; ++column)
            cells << cell(model, row, column);
        lines << cells.join(u'\t');
    }
    put(lines.join(u'\n') + u'\n');
    return static_cast<int>(some.size());
}

} // namespace derouter::clipboard
