// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/explanation.h"

#include "guide/errorguide.h"
#include "monitor/explain.h"
#include "report/redactor.h"

#include <QCoreApplication>
#include <QDateTime>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString evidenceText(const Evidence& evidence) {
    QStringList parts;
    if (evidence.status)
        parts << Text::tr("status");
    if (evidence.type)
        parts << Text::tr("error.type");
    if (evidence.message)
        parts << Text::tr("message");
    QString text = parts.isEmpty() ? Text::tr("none that decides") : parts.join(u", "_s);
    if (evidence.contradiction)
        text += Text::tr(" (the guide does not pair this status with this error.type)");
    return text;
}

/// What support asks for and the pasted text does not show.
QString missingText(const Sighting& found) {
    QStringList missing;
    if (found.code.status() == 0 && !found.code.isNoResponse())
        missing << Text::tr("status");
    if (found.type.empty())
        missing << Text::tr("error.type");
    if (found.message.empty())
        missing << Text::tr("message");
    if (found.requestId.empty())
        missing << Text::tr("request-id");
    if (!found.time)
        missing << Text::tr("time");
    return missing.join(u", "_s);
}

/// What a program in between made of the code.
QString reportedText(int status) {
    return status == 0 ? QString() : Text::tr("%1 by a program in between").arg(status);
}

QString codeText(FailureCode code) {
    if (code.isNoResponse())
        return Text::tr("no response");
    return code.isInStream() ? Text::tr("not stated (an error inside a stream, or a body alone)")
                             : QString::number(code.status());
}

QString utcText(Microseconds time) {
    return QDateTime::fromMSecsSinceEpoch(floorDivide(time, 1000), Qt::UTC).toString(Qt::ISODateWithMs);
}

QString timeText(const Sighting& found) {
    return found.time ? utcText(*found.time) : QString();
}

QString explanationOf(const Sighting& found, const std::string& otherId) {
    const guide::Reading reading = guide::read(guide::statementOf(found));
    const guide::Cause& cause = *reading.cause;
    QString text;
    const auto add = [&text](const QString& name, const QString& value) {
        if (!value.isEmpty())
            text += u"%1 %2\n"_s.arg((name + u':').leftJustified(16), value);
    };
    const auto addPasted = [&add](const QString& name, const std::string& value) {
        add(name, Redactor().redact(value).text());
    };
    add(Text::tr("Code"), codeText(found.code));
    add(Text::tr("Reported as"), reportedText(found.reportedStatus));
    addPasted(Text::tr("error.type"), found.type);
    add(Text::tr("Cause"), u"%1 (%2)"_s.arg(cause.name.translated(),
                                            QString::fromUtf8(cause.id.data(), qsizetype(cause.id.size()))));
    if (!cause.inGuide)
        add(Text::tr("Guide"), Text::tr("not in the guide"));
    add(Text::tr("Whose move"), guide::moveName(reading.move).translated());
    add(Text::tr("What it is"), cause.when.translated());
    add(Text::tr("What to do"), cause.fix.translated());
    add(Text::tr("Retry"), cause.retry.words.translated());
    add(Text::tr("Note"), cause.note.translated());
    add(Text::tr("Evidence"), evidenceText(reading.evidence));
    addPasted(Text::tr("Message"), found.message);
    addPasted(Text::tr("Request-id"), found.requestId);
    if (!otherId.empty())
        addPasted(Text::tr("Other id"), otherId + Text::tr(" (none of DeRouter's)").toStdString());
    add(Text::tr("Time"), timeText(found));
    add(Text::tr("Not in the text"), missingText(found));
    return text;
}

/// What a text states that reports no failure.
QString factsOf(const Explanation& found) {
    QStringList facts;
    if (!found.requestId.empty())
        facts << Text::tr("the request-id %1").arg(Redactor().redact(found.requestId).text());
    if (!found.otherId.empty())
        facts << Text::tr("the id %1, none of DeRouter's").arg(Redactor().redact(found.otherId).text());
    if (found.status > 0)
        facts << Text::tr("the status %1").arg(found.status);
    if (found.time)
        facts << Text::tr("the time %1").arg(utcText(*found.time));
    return facts.isEmpty() ? QString()
                           : Text::tr("It states %1, but no failed request.").arg(facts.join(u", "_s));
}

} // namespace

Explained explainText(const QByteArray& pasted) {
    const Explanation found = explain({pasted.constData(), static_cast<std::size_t>(pasted.size())});
    if (found.failures.empty())
        return {.failures = {}, .facts = factsOf(found)};
    QStringList texts;
    for (const Sighting& failure : found.failures)
        texts << explanationOf(failure, found.otherId);
    if (found.more > 0)
        texts << Text::tr("%n more failures are in this text.", nullptr, static_cast<int>(found.more)) +
                     u'\n';
    return {.failures = texts.join(u'\n'), .facts = {}};
}

} // namespace derouter
