// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logtext.h"

#include "core/decodedtext.h"
#include "guide/errorguide.h"
#include "report/redactor.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr qsizetype longestCell = 600;
constexpr char16_t returnSymbol = u'\u23CE';
constexpr char16_t controlPictures = u'\u2400';
constexpr char16_t deletePicture = u'\u2421';

bool isDirectionControl(QChar c) {
    const char16_t u = c.unicode();
    return u == 0x200E || u == 0x200F || u == 0x061C || (u >= 0x202A && u <= 0x202E) ||
           (u >= 0x2066 && u <= 0x2069);
}

QChar visible(QChar c) {
    const char16_t u = c.unicode();
    if (u < 0x20)
        return QChar(static_cast<char16_t>(controlPictures + u));
    if (u == 0x7F)
        return QChar(deletePicture);
    if ((u >= 0x80 && u < 0xA0) || isDirectionControl(c))
        return QChar(QChar::ReplacementCharacter);
    return c;
}

QChar onOneLine(QChar c) {
    if (c == u'\n' || c == u'\u2028' || c == u'\u2029')
        return QChar(returnSymbol);
    return c == u'\t' ? QChar(u' ') : visible(c);
}

/// As much as a cell can show, and a little more to tell that it is cut.
QString beginning(std::string_view utf8) {
    return decodedText(utf8.substr(0, static_cast<std::size_t>(longestCell) * 4));
}

QString withinCell(QString text) {
    if (text.size() > longestCell)
        text = text.left(longestCell) + u'…';
    text.remove(u'\r');
    std::ranges::transform(text, text.begin(), onOneLine);
    return text;
}

} // namespace

QString codeText(FailureCode code) {
    if (code.isNoResponse())
        return QCoreApplication::translate("Code", "no response");
    if (code.isInStream())
        return QCoreApplication::translate("Code", "in stream");
    return QString::number(code.status());
}

QString codeMeaning(FailureCode code) {
    if (code.isInStream())
        return QCoreApplication::translate("Code", "Error inside a stream that began with HTTP 200");
    if (const guide::CodeRow* row = guide::codeRow(code.status()))
        return row->meaning.translated();
    return guide::read(code, {}, {}).cause->name.translated();
}

QString oneLine(std::string_view utf8) {
    return withinCell(beginning(utf8));
}

QString redactedLine(std::string_view utf8) {
    return withinCell(Redactor().redact(QStringView(beginning(utf8).remove(u'\r'))).text());
}

QString inert(const QString& text) {
    QString shown = text;
    shown.remove(u'\r');
    std::ranges::transform(shown, shown.begin(),
                           [](QChar c) { return c == u'\n' || c == u'\t' ? c : visible(c); });
    return shown;
}

QString labelText(QString text) {
    return text.replace(u'&', QLatin1String("&&"));
}

QString shortened(const QString& text, qsizetype longest) {
    return text.size() <= longest ? text : text.left(longest - 1) + u'…';
}

QString tooltip(const QString& plain) {
    return plain.isEmpty() ? QString()
                           : u"<p style='white-space:pre-wrap'>%1</p>"_s.arg(plain.toHtmlEscaped());
}

} // namespace derouter
