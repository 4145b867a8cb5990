// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/ticketfacts.h"

#include "core/decodedtext.h"
#include "report/reportdata.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestValue = 500;
constexpr qsizetype longestMessage = 4000;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Ticket)
};

RedactedText own(const QString& text) {
    return Redactor::ownWords(text);
}

RedactedText missing() {
    return own(Text::tr("not in the log"));
}

RedactedText limited(const RedactedText& text, qsizetype most) {
    if (text.size() <= most)
        return text;
    const RedactedText beginning = text.first(most);
    return beginning + own(u" … "_s + Text::tr("(%n more character(s))", nullptr,
                                               static_cast<int>(text.size() - beginning.size())));
}

/// A text of the log on one line.
RedactedText logged(std::string_view text, const Redactor& redactor) {
    QString line = decodedText(text);
    for (QChar& c : line)
        if (c == u'\n' || c == u'\r' || c == u'\t')
            c = u' ';
    return limited(redactor.redact(QStringView(line).trimmed()), longestValue);
}

RedactedText loggedOrMissing(std::string_view text, const Redactor& redactor) {
    return text.empty() ? missing() : logged(text, redactor);
}

QString utcText(const std::optional<Microseconds>& time) {
    return time ? QString::fromStdString(isoTime(*time)) : Text::tr("time not in the log");
}

QString qualityText(TimeQuality quality) {
    switch (quality) {
    case TimeQuality::None:
    case TimeQuality::Exact:
        return {};
    case TimeQuality::ZoneAssumed:
        return Text::tr("zone assumed, the log names none");
    case TimeQuality::DateAssumed:
        return Text::tr("date assumed, the log names none");
    case TimeQuality::Inherited:
        return Text::tr("that of the line before or after");
    }
    return {};
}

/// "2026-11-23 13:00:05.000 +01:00".
QString localText(Microseconds time, const QTimeZone& zone) {
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(floorDivide(time, 1000), zone);
    const int minutes = moment.offsetFromUtc() / 60;
    const QString offset = u"%1:%2"_s.arg(std::abs(minutes) / 60, 2, 10, QChar(u'0'))
                               .arg(std::abs(minutes) % 60, 2, 10, QChar(u'0'));
    return moment.toString(u"yyyy-MM-dd HH:mm:ss.zzz "_s) + (minutes < 0 ? u'-' : u'+') + offset;
}

RedactedText timeText(const TicketFailure& failure) {
    const QString quality = qualityText(failure.timeQuality);
    return !failure.time       ? missing()
           : quality.isEmpty() ? own(utcText(failure.time))
                               : own(u"%1 (%2)"_s.arg(utcText(failure.time), quality));
}

QString shortCode(FailureCode code) {
    if (code.isNoResponse())
        return Text::tr("no response");
    return code.isInStream() ? Text::tr("error in a stream") : QString::number(code.status());
}

QString codeText(const TicketFailure& failure) {
    const QString code = failure.code.isInStream() ? Text::tr("200, then an error inside the stream")
                                                   : shortCode(failure.code);
    return failure.reportedStatus == 0
               ? code
               : Text::tr("%1 (%2 by a program in between)").arg(code).arg(failure.reportedStatus);
}

QString answeredByText(AnsweredBy answeredBy) {
    switch (answeredBy) {
    case AnsweredBy::Unstated:
        return {};
    case AnsweredBy::LocalProxy:
        return Text::tr("a proxy on our side, not DeRouter");
    case AnsweredBy::Network:
        return Text::tr("the delivery network in front of DeRouter");
    case AnsweredBy::Nobody:
        return Text::tr("nobody: the client went away first");
    }
    return {};
}

TicketFact endpoint(const TicketFailure& failure, const Redactor& redactor) {
    const std::string target = failure.host + failure.path;
    const std::string separator = failure.method.empty() || target.empty() ? "" : " ";
    const bool hasHost = !failure.host.empty() || failure.path.find("://") != failure.path.npos;
    TicketFact fact{Text::tr("Endpoint"), loggedOrMissing(failure.method + separator + target, redactor),
                    !failure.method.empty() || !target.empty()};
    if (!hasHost && fact.isLogged)
        fact.lines << own(Text::tr("host not in the log"));
    return fact;
}

QString streamedText(const TicketFailure& failure) {
    if (failure.code.isInStream() || failure.streamed.value_or(false))
        return Text::tr("yes");
    return failure.streamed ? Text::tr("no") : Text::tr("not in the log");
}

QString attemptText(const TicketFailure& failure) {
    if (failure.attempts < 2)
        return failure.attempt > 0 ? Text::tr("%1, no other is known").arg(failure.attempt)
                                   : Text::tr("no other is known");
    return failure.attempt > 0 ? Text::tr("%1 of %2", "which attempt, and of how many")
                                     .arg(failure.attempt)
                                     .arg(failure.attempts)
                               : Text::tr("one of %1").arg(failure.attempts);
}

QList<RedactedText> otherAttempts(const TicketFailure& failure, const Redactor& redactor) {
    QList<RedactedText> lines;
    for (const OtherAttempt& other : failure.others) {
        const QString number = other.attempt > 0 ? QString::number(other.attempt) : u"?"_s;
        lines << own(u"%1: %2, %3, "_s.arg(number, utcText(other.time), shortCode(other.code))) +
                     (other.requestId.empty() ? own(Text::tr("no request-id"))
                                              : logged(other.requestId, redactor));
    }
    return lines;
}

TicketFact message(const TicketFailure& failure, const Redactor& redactor) {
    const QString text = decodedText(failure.message).remove(u'\r').trimmed();
    const bool isThere = !text.isEmpty();
    return {Text::tr("Message"),
            isThere ? limited(redactor.redact(QStringView(text)), longestMessage) : missing(), isThere};
}

} // namespace

RedactedText codeAndType(const TicketFailure& failure, const Redactor& redactor) {
    const RedactedText code = own(shortCode(failure.code));
    return failure.type.empty() ? code : code + own(u" "_s) + logged(failure.type, redactor);
}

RedactedText inShort(const TicketFailure& failure, const Redactor& redactor) {
    const RedactedText id =
        failure.requestId.empty() ? own(Text::tr("no request-id")) : logged(failure.requestId, redactor);
    return id + own(u", "_s + utcText(failure.time) + u", "_s) + codeAndType(failure, redactor);
}

QList<TicketFact> ticketFacts(const TicketFailure& failure, const Redactor& redactor, const QTimeZone& zone,
                              bool withNote) {
    QList<TicketFact> facts;
    const auto add = [&facts](const QString& name, const RedactedText& value, bool isLogged = false) {
        facts.append({name, value, isLogged});
    };
    const auto addLogged = [&](const QString& name, std::string_view text) {
        add(name, loggedOrMissing(text, redactor), !text.empty());
    };
    if (failure.requestId.empty())
        add(Text::tr("Request-id"), own(Text::tr("none, the log shows none")));
    else
        addLogged(Text::tr("Request-id"), failure.requestId);
    add(Text::tr("Time (UTC)"), timeText(failure));
    add(Text::tr("Local time"), failure.time ? own(localText(*failure.time, zone)) : missing());
    add(Text::tr("Code"), own(codeText(failure)));
    if (failure.answeredBy != AnsweredBy::Unstated)
        add(Text::tr("Answered by"), own(answeredByText(failure.answeredBy)));
    addLogged(u"error.type"_s, failure.type);
    if (!failure.errorCode.empty())
        addLogged(u"error.code"_s, failure.errorCode);
    addLogged(Text::tr("Model"), failure.model);
    facts << endpoint(failure, redactor);
    add(Text::tr("Streamed"), own(streamedText(failure)));
    if (failure.durationMicros >= 0)
        add(Text::tr("Duration"), own(Text::tr("%1 ms").arg(failure.durationMicros / 1000)));
    add(Text::tr("Attempt"), own(attemptText(failure)));
    if (!failure.others.empty())
        facts.append({Text::tr("Other failed attempts"), {}, true, otherAttempts(failure, redactor)});
    if (withNote && !failure.note.empty())
        addLogged(Text::tr("Note"), failure.note);
    facts << message(failure, redactor);
    return facts;
}

} // namespace derouter
