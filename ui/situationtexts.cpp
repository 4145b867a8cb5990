// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "situationtexts.h"

#include "core/shownnumber.h"
#include "logtext.h"
#include "timedisplay.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace derouter::situationtexts {

namespace {

class Headline {
    Q_DECLARE_TR_FUNCTIONS(derouter::Headline)
};

QString moveThen(WhoseMove move) {
    switch (move) {
    case WhoseMove::You:
        return Headline::tr("It was your move: %1");
    case WhoseMove::DeRouter:
        return Headline::tr("It was DeRouter’s move: %1");
    case WhoseMove::Provider:
        return Headline::tr("It was the AI provider’s move: %1");
    case WhoseMove::Unknown:
        break;
    }
    return Headline::tr("It is not known whose move it was: %1");
}

QString countOf(const Situation& situation, Counted counted) {
    const auto failures = static_cast<int>(situation.failures);
    return counted == Counted::Attempts ? Headline::tr("%n failed attempt(s)", nullptr, failures)
                                        : Headline::tr("%n failure(s)", nullptr, failures);
}

QString waitText(Microseconds from, Microseconds to) {
    const auto seconds = [](Microseconds time) { return QLocale().toString(qlonglong(secondsUp(time))); };
    return from == to ? Headline::tr("Retry in %1 s").arg(seconds(to))
                      : Headline::tr("Retry in %1–%2 s").arg(seconds(from), seconds(to));
}

/// The logs would show requests, and show none behind the last failure of a log that is followed.
bool isSilent(const Situation& situation) {
    return situation.requests && situation.requestsSince == 0 && situation.latest && situation.latest->isLive;
}

/// What is known of the time since the last failure: requests that went well, or nothing to judge by.
QString whatCameSince(const Situation& situation, Microseconds age) {
    if (isSilent(situation))
        return Headline::tr("No request since then. %1");
    if (!situation.requests || !situation.latest || situation.requestsSince == 0)
        return Headline::tr("No failure since then. %1");
    const Microseconds quiet =
        situation.lastRequest ? age - (*situation.lastRequest - situation.latest->time) : 0;
    if (quiet > Situation::lately)
        return Headline::tr("No request for %1. %2", "how long, and what failed")
            .arg(span(quiet), QStringLiteral("%1"));
    return Headline::tr("No failure any more. %1");
}

/// The first sentence, without its full stop: what a line has room for.
QString firstSentence(const QString& text) {
    static const QRegularExpression end(QStringLiteral("(?:\\.(?=\\s|$)|。).*"),
                                        QRegularExpression::DotMatchesEverythingOption);
    return QString(text).remove(end);
}

/// The guide tells it from others of its code, so what helps against those may be wrong.
bool isOfItsOwn(const guide::Cause& cause) {
    return cause.inGuide && (!cause.message.empty() || cause.status == 0);
}

/// Without a clock: what the answer or the guide says.
QString plainRetry(const Situation::Latest& latest, const TimeDisplay& times) {
    if (latest.retryAfter.kind == RetryAfter::Kind::Moment)
        return Headline::tr("Retry from %1 on, as the answer asked", "a time")
            .arg(times.cell(latest.retryAfter.value));
    if (latest.retryAfter.kind == RetryAfter::Kind::Delay)
        return Headline::tr("Retry after %1 s, as the answer asked")
            .arg(QLocale().toString(qlonglong(secondsUp(latest.retryAfter.value))));
    return shortAdvice(latest.code, *latest.cause);
}

} // namespace

QString moveNow(WhoseMove move) {
    switch (move) {
    case WhoseMove::You:
        return Headline::tr("It is your move: %1");
    case WhoseMove::DeRouter:
        return Headline::tr("It is DeRouter’s move: %1");
    case WhoseMove::Provider:
        return Headline::tr("It is the AI provider’s move: %1");
    case WhoseMove::Unknown:
        break;
    }
    return Headline::tr("It is not known whose move it is: %1");
}

QString shortAdvice(FailureCode code, const guide::Cause& cause) {
    constexpr qsizetype room = 80; // letters
    const int status = code.status() > 0 ? code.status() : cause.status;
    if (const QString own = firstSentence(cause.fix.translated()); isOfItsOwn(cause) && own.size() <= room)
        return own;
    if (const guide::CodeRow* row = guide::codeRow(status); row && cause.inGuide)
        return row->quickFix.translated();
    if (const guide::TypeRow* row = guide::typeRow(cause.type, status); row && cause.inGuide)
        return row->action.translated();
    return Headline::tr("Retry? %1", "and the answer").arg(cause.retry.words.translated());
}

QString span(Microseconds span) {
    constexpr Microseconds hour = 60 * microsecondsPerMinute;
    return span < 2 * microsecondsPerMinute ? Headline::tr("%1 s").arg(span / microsecondsPerSecond)
           : span < 2 * hour                ? Headline::tr("%1 min").arg(span / microsecondsPerMinute)
                                            : Headline::tr("%1 h").arg(span / hour);
}

QString sentence(const Situation& situation, std::optional<Microseconds> age) {
    if (!situation.cause)
        return Headline::tr("No failures");
    const QString cause = situation.cause->name.translated();
    if (!age)
        return moveThen(situation.move).arg(cause);
    if (*age <= Situation::lately)
        return moveNow(situation.move).arg(cause);
    return whatCameSince(situation, *age).arg(moveThen(situation.move).arg(cause));
}

QString counts(const Situation& situation, Counted counted) {
    if (situation.requests && *situation.requests >= situation.failures && *situation.requests > 0) {
        const double share =
            100.0 * static_cast<double>(situation.failures) / static_cast<double>(*situation.requests);
        const QString text = Headline::tr("%1 of %2 requests failed (%3 %)")
                                 .arg(shownNumber(situation.failures), shownNumber(*situation.requests),
                                      QLocale().toString(share, 'f', 1));
        return counted == Counted::Attempts
                   ? text + Headline::tr(" · ") + Headline::tr("each attempt is a request")
                   : text;
    }
    if (situation.requests == 0u && situation.failures == 0)
        return Headline::tr("no request in this time");
    return countOf(situation, counted) + Headline::tr(" · ") +
           (situation.showsSuccesses ? Headline::tr("successes are not in every log")
                                     : Headline::tr("successes are not in this log"));
}

QString trend(const Situation& situation) {
    if (!situation.trend || situation.trend->before + situation.trend->now == 0 ||
        (situation.trend->now == 0 && isSilent(situation)))
        return {};
    using enum Situation::Trend::Direction;
    const Situation::Trend& trend = *situation.trend;
    const QString words = trend.direction() == Rising    ? Headline::tr("↗ rising: %1, then %2 in %3")
                          : trend.direction() == Falling ? Headline::tr("↘ falling: %1, then %2 in %3")
                                                         : Headline::tr("→ steady: %1, then %2 in %3");
    return words.arg(shownNumber(trend.before), shownNumber(trend.now), span(trend.span));
}

QString age(Microseconds age) {
    const std::int64_t seconds = age / microsecondsPerSecond;
    if (seconds < 1)
        return Headline::tr("just now");
    if (seconds < 120)
        return Headline::tr("%1 s ago").arg(seconds);
    if (seconds < 2 * 3600)
        return Headline::tr("%1 min ago").arg(seconds / 60);
    if (seconds < 48 * 3600)
        return Headline::tr("%1 h ago").arg(seconds / 3600);
    return Headline::tr("%n day(s) ago", nullptr, static_cast<int>(seconds / (24 * 3600)));
}

QString latest(const Situation& situation, std::optional<Microseconds> age, const TimeDisplay& times) {
    if (!situation.latest)
        return {};
    const QString last = Headline::tr("last %1", "how long ago, or a time")
                             .arg(age ? situationtexts::age(*age) : times.cell(situation.latest->time));
    return situation.latest->cause == situation.cause
               ? last
               : Headline::tr("%1 (%2)", "when the last failure was, its code")
                     .arg(last, codeText(situation.latest->code));
}

QString since(const Situation& situation, std::optional<Microseconds> age, const TimeDisplay& times) {
    if (!situation.since || *situation.since == situation.latestOfCause->time)
        return {};
    constexpr Microseconds longAgo = 12 * 60 * microsecondsPerMinute;
    const bool sameDay =
        times.sameDay(*situation.since, situation.latestOfCause->time) && age.value_or(0) < longAgo;
    return Headline::tr("since %1", "a time")
        .arg(times.at(*situation.since)
                 .toString(sameDay ? QStringLiteral("HH:mm:ss") : QStringLiteral("yyyy-MM-dd HH:mm:ss")));
}

QString retry(const Situation& situation, std::optional<Microseconds> age, const TimeDisplay& times) {
    if (!situation.latestOfCause)
        return {};
    const Situation::Latest& latest = *situation.latestOfCause;
    if (age) // of the last failure of all
        *age += situation.latest->time - latest.time;
    const guide::RetryAdvice& advice = latest.cause->retry;
    if (!advice.retry) {
        const bool isListed = latest.cause->inGuide && latest.cause->move == WhoseMove::You;
        return isListed ? Headline::tr("Do not retry: %1", "what to do instead")
                              .arg(shortAdvice(latest.code, *latest.cause))
                        : shortAdvice(latest.code, *latest.cause);
    }
    Microseconds from = advice.fromSeconds * microsecondsPerSecond;
    Microseconds to = advice.toSeconds * microsecondsPerSecond;
    if (const auto asked = latest.retryAfter.endsAt(latest.time))
        from = to = *asked - latest.time;
    const bool hasWindow = latest.retryAfter.isStated() || advice.toSeconds > 0;
    if (!age || !hasWindow || *age > to + Situation::lately)
        return plainRetry(latest, times);
    const bool othersSucceed = situation.requestsSince > 0;
    if (*age >= from)
        return othersSucceed ? Headline::tr("Retry now: requests succeed again") : Headline::tr("Retry now");
    const QString wait = waitText(from - *age, to - *age);
    return othersSucceed ? Headline::tr("%1, though others succeed", "when to retry").arg(wait) : wait;
}

} // namespace derouter::situationtexts
