// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/textreport.h"

#include "core/shownnumber.h"
#include "report/reportdata.h"
#include "report/summary.h"

#include <QCoreApplication>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

bool write(QIODevice& device, const QString& text) {
    const QByteArray utf8 = text.toUtf8();
    return device.write(utf8) == utf8.size();
}

QString othersSentence(const Totals& totals) {
    return totals.otherRequests == 0 ? QString()
                                     : Text::tr("%n other request(s) in the log are not DeRouter's.", nullptr,
                                                static_cast<int>(totals.otherRequests));
}

/// Breaks a text into lines of at most 100 columns behind `indent` blanks.
QString wrapped(const QString& text, int indent) {
    QString out;
    qsizetype column = 0;
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (column > 0 && indent + column + word.size() > 100) {
            out += u'\n' + QString(indent, u' ');
            column = 0;
        }
        out += (column > 0 ? u" "_s : QString()) + word;
        column += word.size() + 1;
    }
    return out;
}

QString causeText(const CauseSummary& cause) {
    QString text = u"%1  %2  %3 · %4\n"_s.arg(shownNumber(cause.failures), 8)
                       .arg(cause.codeText.leftJustified(4), cause.name, cause.move);
    const QString indent(16, u' ');
    const auto add = [&](const QString& line) {
        if (!line.isEmpty())
            text += indent + wrapped(line, 16) + u'\n';
    };
    if (!cause.inGuide)
        add(Text::tr("Not in the guide."));
    add(cause.what);
    add(cause.advice);
    if (!cause.retry.isEmpty())
        add(Text::tr("Retry: %1").arg(cause.retry));
    if (!cause.lastRequestId.isEmpty())
        add(Text::tr("Last request-id: %1").arg(cause.lastRequestId));
    return text;
}

/// A text as a cell of a Markdown table: nothing in it is markup.
QString markdownCell(const QString& text) {
    QString escaped;
    for (const QChar c : text) {
        if (QStringView(u"\\`*_{}[]<>#|!~").contains(c))
            escaped += u'\\';
        escaped += c == u'\n' ? QChar(u' ') : c;
    }
    return escaped;
}

} // namespace

bool writeText(const ReportScope& scope, QIODevice& device) {
    const Totals& totals = scope.totals();
    QString text = headline(totals) + u'\n';
    if (scope.isPart())
        text += conditionSentence(scope) + u'\n';
    if (totals.failures > 0)
        text += Text::tr("Whose move: %1").arg(movesSentence(totals)) + u'\n';
    if (const QString others = othersSentence(totals); !others.isEmpty())
        text += others + u'\n';
    text += u'\n';
    for (const CauseSummary& cause : summarize(scope))
        text += causeText(cause) + u'\n';
    text += Text::tr("Sources:") + u'\n';
    for (const SourceInfo* info : reportedSources(scope))
        text += u"  "_s + sourceSentence(*info) + u'\n';
    return write(device, text);
}

bool writeMarkdown(const ReportScope& scope, QIODevice& device) {
    const Totals& totals = scope.totals();
    QString text = u"# "_s + Text::tr("DeRouter errors") + u"\n\n"_s + headline(totals) + u"\n\n"_s;
    if (scope.isPart())
        text += markdownCell(conditionSentence(scope)) + u"\n\n"_s;
    if (totals.failures > 0)
        text += Text::tr("Whose move: %1").arg(movesSentence(totals)) + u"\n\n"_s;
    text += u"| %1 | %2 | %3 | %4 | %5 | %6 |\n|---:|---|---|---|---|---|\n"_s.arg(
        Text::tr("Failures"), Text::tr("Code"), Text::tr("Cause"), Text::tr("Whose move"),
        Text::tr("What to do"), Text::tr("Last request-id"));
    for (const CauseSummary& cause : summarize(scope))
        text += u"| %1 | %2 | %3 | %4 | %5 | %6 |\n"_s.arg(
            shownNumber(cause.failures), markdownCell(cause.codeText), markdownCell(cause.name),
            markdownCell(cause.move), markdownCell(cause.advice),
            cause.lastRequestId.isEmpty() ? QString() : u'`' + cause.lastRequestId + u'`');
    text += u"\n## "_s + Text::tr("Sources") + u"\n\n"_s;
    for (const SourceInfo* info : reportedSources(scope))
        text += u"- "_s + markdownCell(sourceSentence(*info)) + u'\n';
    return write(device, text);
}

} // namespace derouter
