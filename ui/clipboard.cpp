// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clipboard.h"

#include "models/eventmodel.h"
#include "report/redactor.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace derouter::clipboard {

namespace {

/// Each cell by itself: what is cut in one must not hide the next.
RedactedText cell(const EventModel& model, EventStore::Row row, int column) {
    const QString shown = model.cell(row, column);
    return column == EventModel::Time ? Redactor::ownWords(shown)
                                      : Redactor().redact(QStringView(QString(shown).replace(u'\t', u' ')));
}

std::span<const EventStore::Row> some(const std::vector<EventStore::Row>& rows) {
    return std::span(rows).first(std::min(mostRows, rows.size()));
}

} // namespace

void put(const RedactedText& text) {
    QGuiApplication::clipboard()->setText(text.text());
}

void putPicture(const QImage& picture) {
    QGuiApplication::clipboard()->setImage(picture);
}

void putSvg(const QByteArray& svg) {
    auto* data = new QMimeData;
    data->setData(u"image/svg+xml"_s, svg);
    data->setText(QString::fromUtf8(svg));
    QGuiApplication::clipboard()->setMimeData(data);
}

int copyRequestIds(const EventModel& model, const std::vector<EventStore::Row>& rows) {
    QStringList ids;
    for (const EventStore::Row row : some(rows))
        ids << model.cell(row, EventModel::RequestId);
    ids.removeAll(QString());
    ids.removeDuplicates();
    if (!ids.isEmpty())
        put(Redactor().redact(QStringView(ids.join(u'\n'))));
    return static_cast<int>(ids.size());
}

/// What the log says: marks and notes are the user's own.
int copyRows(const EventModel& model, const std::vector<EventStore::Row>& rows) {
    if (rows.empty())
        return 0;
    QStringList names;
    for (int column = 0; column < EventModel::Mark; ++column)
        names << EventModel::columnName(column);
    RedactedText text = Redactor::ownWords(names.join(u'\t'));
    for (const EventStore::Row row : some(rows))
        for (int column = 0; column < EventModel::Mark; ++column)
            text += Redactor::ownWords(column == 0 ? u"\n"_s : u"\t"_s) + cell(model, row, column);
    put(text + Redactor::ownWords(u"\n"_s));
    return static_cast<int>(some(rows).size());
}

} // namespace derouter::clipboard
