// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clipboard.h"

#include "models/eventmodel.h"
#include "monitor/monitor.h"
#include "report/redactor.h"
#include "report/report.h"

#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace derouter::clipboard {

namespace {

/// What stands around the cells of a row.
struct TableForm {
    QString begin;
    QString between;
    QString end;
    bool isMarkdown = false;
};

/// Without what would end the cell.
QString inCell(QString text, const TableForm& form) {
    text.replace(u'\t', u' ').replace(u'\n', u' ');
    return form.isMarkdown ? text.replace(u'\\', u"\\\\"_s).replace(u'|', u"\\|"_s) : text;
}

/// Each cell by itself: what is cut in one must not hide the next.
RedactedText cell(const EventModel& model, EventStore::Row row, int column, const TableForm& form) {
    const QString shown = model.cell(row, column);
    return column == EventModel::Time
               ? Redactor::ownWords(shown)
               : Redactor::ownWords(inCell(Redactor().redact(QStringView(shown)).text(), form));
}

std::span<const EventStore::Row> some(const std::vector<EventStore::Row>& rows) {
    return std::span(rows).first(std::min(mostRows, rows.size()));
}

int putTable(const EventModel& model, const std::vector<EventStore::Row>& rows, const TableForm& form) {
    if (rows.empty())
        return 0;
    QStringList names;
    for (int column = 0; column < EventModel::Mark; ++column)
        names << EventModel::columnName(column);
    RedactedText text = Redactor::ownWords(form.begin + names.join(form.between) + form.end);
    if (form.isMarkdown)
        text += Redactor::ownWords(u"|"_s + u" --- |"_s.repeated(names.size()) + u"\n"_s);
    for (const EventStore::Row row : some(rows)) {
        for (int column = 0; column < EventModel::Mark; ++column)
            text +=
                Redactor::ownWords(column == 0 ? form.begin : form.between) + cell(model, row, column, form);
        text += Redactor::ownWords(form.end);
    }
    put(text);
    return static_cast<int>(some(rows).size());
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
    return putTable(model, rows, {.begin = {}, .between = u"\t"_s, .end = u"\n"_s, .isMarkdown = false});
}

int copyMarkdown(const EventModel& model, const std::vector<EventStore::Row>& rows) {
    return putTable(model, rows,
                    {.begin = u"| "_s, .between = u" | "_s, .end = u" |\n"_s, .isMarkdown = true});
}

/// What a report holds went through the Redactor.
int copyJson(const Monitor& monitor, const std::vector<EventStore::Row>& rows) {
    QBuffer lines;
    lines.open(QIODevice::WriteOnly);
    for (const EventStore::Row row : some(rows))
        writeEventLines(monitor, row, 1, lines);
    if (!rows.empty())
        put(Redactor::ownWords(QString::fromUtf8(lines.data())));
    return static_cast<int>(some(rows).size());
}

int copyRecords(const Monitor& monitor, const std::vector<EventStore::Row>& rows) {
    RedactedText text = Redactor::ownWords({});
    int count = 0;
    for (const EventStore::Row row : some(rows)) {
        const EventStore::Record record = monitor.events().record(row);
        if (record.state != EventStore::Record::State::There)
            continue;
        text += Redactor().redact(record.bytes) + Redactor::ownWords(u"\n"_s);
        ++count;
    }
    if (count > 0)
        put(text);
    return count;
}

} // namespace derouter::clipboard
