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

using namespace Qt::StringLiterals;

namespace derouter::clipboard {

namespace {

/// Each cell by itself: what is cut in one must not hide the next.
RedactedText cell(const EventModel& model, int row, int column) {
    if (column == EventModel::Time)
        return Redactor::ownWords(model.fullTime(row));
    return Redactor().redact(QStringView(model.index(row, column).data().toString().replace(u'\t', u' ')));
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

int copyRequestIds(const EventModel& model, const QList<int>& rows) {
    QStringList ids;
    for (const int row : rows.first(std::min(mostRows, rows.size())))
        ids << model.index(row, EventModel::RequestId).data().toString();
    ids.removeAll(QString());
    ids.removeDuplicates();
    if (!ids.isEmpty())
        put(Redactor().redact(QStringView(ids.join(u'\n'))));
    return static_cast<int>(ids.size());
}

int copyRows(const EventModel& model, const QList<int>& rows) {
    const QList<int> some = rows.first(std::min(mostRows, rows.size()));
    if (some.isEmpty())
        return 0;
    QStringList names;
    for (int column = 0; column < EventModel::columns; ++column)
        names << EventModel::columnName(column);
    RedactedText text = Redactor::ownWords(names.join(u'\t'));
    for (const int row : some)
        for (int column = 0; column < EventModel::columns; ++column)
            text += Redactor::ownWords(column == 0 ? u"\n"_s : u"\t"_s) + cell(model, row, column);
    put(text + Redactor::ownWords(u"\n"_s));
    return static_cast<int>(some.size());
}

} // namespace derouter::clipboard
