// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/explanation.h"

#include "core/listed.h"
#include "core/prose.h"
#include "core/shownnumber.h"
#include "guide/errorguide.h"
#include "monitor/explain.h"
#include "report/ourreading.h"
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
    QString text = parts.isEmpty() ? Text::tr("none that decides") : listed(parts);
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
    return listed(missing);
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

/// The code only where it is short: a body alone states none.
QString titleOf(FailureCode code, const guide::Cause& cause) {
    const QString name = cause.name.translated();
    return code.status() > 0 ? u"%1 %2"_s.arg(code.status()).arg(name) : name;
}

Explained::Failure explanationOf(const Sighting& found, const std::string& otherId) {
    const guide::Reading reading = guide::read(guide::statementOf(found));
    const guide::Cause& cause = *reading.cause;
    Explained::Failure failure{.move = reading.move,
                               .title = titleOf(found.code, cause),
                               .requestId = Redactor().redact(found.requestId),
                               .facts = {}};
    const auto addText = [&failure](const QString& name, const RedactedText& value) {
        if (!value.isEmpty())
            failure.facts.push_back({name, value});
    };
    const auto add = [&addText](const QString& name, const QString& value) {
        addText(name, Redactor::ownWords(value));
    };
    const auto addPasted = [&addText](const QString& name, const std::string& value) {
        addText(name, Redactor().redact(value));
    };
    add(Text::tr("Code"), codeText(found.code));
    failure.facts.back().isInTitle = found.code.status() > 0;
    add(Text::tr("Reported as"), reportedText(found.reportedStatus));
    addPasted(Text::tr("error.type"), found.type);
    add(Text::tr("Cause"), u"%1 (%2)"_s.arg(cause.name.translated(),
                                            QString::fromUtf8(cause.id.data(), qsizetype(cause.id.size()))));
    failure.facts.back().isInTitle = true;
    if (!cause.inGuide)
        add(Text::tr("Guide"), Text::tr("not in the guide"));
    add(Text::tr("Whose move"), guide::moveName(reading.move).translated());
    failure.facts.back().isInTitle = true;
    add(Text::tr("What it is"), markedWords(cause.when));
    add(Text::tr("What to do"), fixWords(cause, found.retryAfter, markedWords(cause.fix)));
    add(Text::tr("Retry"),
        retryWords(cause, found.retryAfter, markedWords(cause.retry.words), utcText(found.retryAfter.value)));
    add(Text::tr("Note"), markedWords(cause.note));
    add(Text::tr("Evidence"), evidenceText(reading.evidence));
    addPasted(Text::tr("Message"), found.message);
    addPasted(Text::tr("Request-id"), found.requestId);
    failure.facts.back().isInTitle |= !found.requestId.empty();
    if (!otherId.empty())
        addPasted(Text::tr("Other id"), otherId + Text::tr(" (none of DeRouter's)").toStdString());
    add(Text::tr("Time"), timeText(found));
    add(Text::tr("Not in the text"), missingText(found));
    return failure;
}

/// What a text states that reports no failure.
RedactedText factsOf(const Explanation& found) {
    QStringList facts;
    if (!found.requestId.empty())
        facts << Text::tr("the request-id %1").arg(Redactor().redact(found.requestId).text());
    if (!found.otherId.empty())
        facts << Text::tr("the id %1, none of DeRouter's").arg(Redactor().redact(found.otherId).text());
    if (found.status > 0)
        facts << Text::tr("the status %1").arg(found.status);
    if (found.time)
        facts << Text::tr("the time %1").arg(utcText(*found.time));
    return facts.isEmpty() ? RedactedText()
                           : Redactor().redact(QStringView(
                                 Text::tr("It states %1, but no failed request.").arg(listed(facts))));
}

/// Whether the text tells of several requests; an error may be told of twice, by a library and the program.
bool isLog(const Explanation& found) {
    const std::size_t most = found.failures.empty() ? 1 : 2;
    return found.failures.size() > 1 || found.records > most;
}

} // namespace

RedactedText Explained::text() const {
    constexpr qsizetype column = 16;
    RedactedText text;
    for (const Failure& failure : failures) {
        if (!text.isEmpty())
            text += Redactor::ownWords(u"\n"_s);
        for (const Fact& fact : failure.facts)
            text += Redactor::ownWords((fact.name + u':').leftJustified(column) + u' ') + fact.value +
                    Redactor::ownWords(u"\n"_s);
    }
    return more.isEmpty() ? text : text + Redactor::ownWords(u'\n' + more + u'\n');
}

QString Explained::notRecognised() {
    return Text::tr("No API error is recognised in this text. Paste a whole error body, an SDK's error, a "
                    "log line or the output of curl -i.");
}

QString fixWords(const guide::Cause& cause, const RetryAfter& asked, const QString& guided) {
    const bool isAsked = cause.retry.retry && asked.isStated();
    return joinedSentences(
        {guided,
         isAsked ? Text::tr("The answer says itself how long to wait, and that comes first.") : QString()});
}

QString retryWords(const guide::Cause& cause, const RetryAfter& asked, const QString& guided,
                   const QString& moment) {
    if (!cause.retry.retry || !asked.isStated())
        return guided;
    return asked.kind == RetryAfter::Kind::Moment
               ? Text::tr("Yes, at %1, as the answer asks.").arg(moment)
               : Text::tr("Yes, after %1 s, as the answer asks.").arg(shownNumber(secondsUp(asked.value)));
}

Explained explainText(const QByteArray& pasted) {
    const Explanation found = explain({pasted.constData(), static_cast<std::size_t>(pasted.size())});
    Explained explained{.failures = {}, .more = {}, .facts = {}, .isLog = isLog(found)};
    for (const Sighting& failure : found.failures)
        explained.failures.push_back(explanationOf(failure, found.otherId));
    if (found.failures.empty())
        explained.facts = factsOf(found);
    if (found.more > 0)
        explained.more =
            Text::tr("%n more failures are in this text.", nullptr, static_cast<int>(found.more));
    return explained;
}

} // namespace derouter
