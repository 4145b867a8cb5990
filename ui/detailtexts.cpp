// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detailtexts.h"

#include "core/decodedtext.h"
#include "core/listed.h"
#include "core/prose.h"
#include "guide/guidefile.h"
#include "logtext.h"
#include "monitor/alertrules.h"
#include "preferences.h"
#include "report/keyhistory.h"
#include "report/redactor.h"
#include "timequality.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>
#include <string_view>

using namespace Qt::StringLiterals;

namespace derouter::detailtexts {

namespace {

class DetailTexts {
    Q_DECLARE_TR_FUNCTIONS(DetailTexts)
};

constexpr std::size_t mostPlaces = 6;

/// How a server writes the answer's request-id into its access log.
struct LogAdvice {
    const char* format; ///< how the names of its formats begin
    const char* words;
    const char* what;
};
constexpr LogAdvice logAdvices[] = {
    {"nginx", QT_TRANSLATE_NOOP("DetailTexts", "To have it next time, add %1 to nginx’s log_format."),
     "$upstream_http_request_id"},
    {"apache", QT_TRANSLATE_NOOP("DetailTexts", "To have it next time, add %1 to Apache’s LogFormat."),
     "%{request-id}o"},
    {"haproxy", QT_TRANSLATE_NOOP("DetailTexts", "To have it next time, add “%1” to HAProxy’s frontend."),
     "capture response header request-id len 64"},
    {"envoy", QT_TRANSLATE_NOOP("DetailTexts", "To have it next time, add %1 to Envoy’s access log format."),
     "%RESP(REQUEST-ID)%"},
    {"istio", QT_TRANSLATE_NOOP("DetailTexts", "To have it next time, add %1 to Envoy’s access log format."),
     "%RESP(REQUEST-ID)%"},
    {"squid", QT_TRANSLATE_NOOP("DetailTexts", "To have it next time, add %1 to Squid’s logformat."),
     "%{request-id}<h"},
    {"traefik",
     QT_TRANSLATE_NOOP("DetailTexts", "To have it next time, let Traefik’s access log keep the header %1."),
     "request-id"},
};

QString utf8(std::string_view text) {
    return inert(Redactor().redact(text).text());
}

QString timeText(const ErrorEvent& event, EventStore::Row row, const Monitor& monitor,
                 const TimeDisplay& times) {
    const QString quality = timeQualityText(monitor, row);
    if (!event.time)
        return quality;
    const QString time = times.full(*event.time);
    return quality.isEmpty()
               ? DetailTexts::tr("%1 – exact", "a time").arg(time)
               : DetailTexts::tr("≈ %1 – %2", "time and why it is not exact").arg(time, quality);
}

QString durationText(std::int64_t micros) {
    if (micros < 0)
        return {};
    const QLocale locale;
    const double milliseconds = static_cast<double>(micros) / 1000;
    return milliseconds < 1000 ? DetailTexts::tr("%1 ms").arg(locale.toString(milliseconds, 'f', 0))
                               : DetailTexts::tr("%1 s").arg(locale.toString(milliseconds / 1000, 'f', 2));
}

/// What the answer itself asked for.
QString retryAfterText(const RetryAfter& wait, const TimeDisplay& times) {
    if (!wait.isStated())
        return {};
    return wait.kind == RetryAfter::Kind::Moment ? times.full(wait.value) : durationText(wait.value);
}

QString streamedText(const std::optional<bool>& streamed) {
    if (!streamed)
        return {};
    return *streamed ? DetailTexts::tr("yes") : DetailTexts::tr("no");
}

QString requestText(const ErrorEvent& event) {
    return (utf8(event.method) + u' ' + utf8(event.path)).trimmed();
}

/// How far a source's clock is from that of the first sighting; nothing below a tenth of a second.
QString clockOffset(const Sighted& first, const Sighted& seen) {
    if (seen.source == first.source || !first.time || !seen.time)
        return {};
    const double seconds = static_cast<double>(*seen.time - *first.time) / microsecondsPerSecond;
    if (std::abs(seconds) < 0.1)
        return {};
    const QString number = QLocale().toString(std::abs(seconds), 'f', 1);
    return QLatin1Char(' ') + (seconds > 0 ? DetailTexts::tr("(%1 s later)").arg(number)
                                           : DetailTexts::tr("(%1 s earlier)").arg(number));
}

QString attemptText(const ErrorEvent& event, std::size_t count) {
    if (event.attempt == 0)
        return {};
    return count < 2
               ? DetailTexts::tr("number %1 of its call").arg(event.attempt)
               : DetailTexts::tr("%1 of %2", "which attempt, and of how many").arg(event.attempt).arg(count);
}

QString reportedText(const ErrorEvent& event) {
    return event.reportedStatus == 0
               ? QString()
               : DetailTexts::tr("%1 by a program in between").arg(event.reportedStatus);
}

QString placesText(const std::vector<Sighted>& sightings, const Monitor& monitor) {
    QStringList places;
    for (const Sighted& seen : sightings) {
        if (places.size() == mostPlaces) {
            places << DetailTexts::tr("and %1 more").arg(sightings.size() - mostPlaces);
            break;
        }
        const SourceInfo* source = monitor.source(seen.source);
        places << DetailTexts::tr("%1:%2", "source and line")
                          .arg(source ? utf8(source->nameOf(seen.file).toStdString())
                                      : DetailTexts::tr("a closed source"),
                               QString::number(seen.line)) +
                      clockOffset(sightings.front(), seen);
    }
    return listed(places);
}

QString enumeration(const QStringList& parts) {
    if (parts.size() < 2)
        return parts.join(QString());
    return DetailTexts::tr("%1 and %2").arg(listed(parts.first(parts.size() - 1)), parts.last());
}

} // namespace

QString verdict(const ErrorEvent& event, const guide::Cause& cause) {
    const QString whose = DetailTexts::tr("Whose move: %1").arg(guide::moveName(event.move).translated());
    if (!cause.retry.retry && event.move != WhoseMove::You)
        return whose;
    return DetailTexts::tr("%1 · %2", "whose move and a word on retrying")
        .arg(whose, cause.retry.retry ? DetailTexts::tr("retry") : DetailTexts::tr("fix it first"));
}

QString evidence(const ErrorEvent& event) {
    QStringList parts;
    if (event.evidence.status)
        parts << DetailTexts::tr("the status");
    if (event.evidence.type)
        parts << DetailTexts::tr("the error type");
    if (event.evidence.message)
        parts << DetailTexts::tr("the message");
    QString text = parts.isEmpty()
                       ? DetailTexts::tr("Cannot tell more: neither status, type nor message decides.")
                       : DetailTexts::tr("Concluded from %1.").arg(enumeration(parts));
    if (!event.evidence.contradiction)
        return text;
    return joinedSentences(
        {text, DetailTexts::tr("They contradict each other: the guide does not pair %1 with %2.")
                   .arg(codeText(event.code),
                        event.type.empty() ? DetailTexts::tr("this message") : utf8(event.type))});
}

QString bothReadings(const guide::Reading& reading) {
    if (!reading.codeRow || !reading.typeRow || !reading.codeRow->isToldOtherwise)
        return {};
    return DetailTexts::tr("By its code: %1. %2.\nBy its type: %3. %4.")
        .arg(reading.codeRow->meaning.translated(), reading.codeRow->quickFix.translated(),
             reading.typeRow->meaning.translated(), reading.typeRow->action.translated());
}

QString howToLogId(const QString& format) {
    for (const LogAdvice& advice : logAdvices)
        if (const QLatin1String name(advice.format); format.startsWith(name) || format.contains(u'-' + name))
            return DetailTexts::tr(advice.words).arg(QLatin1String(advice.what));
    return DetailTexts::tr("To have it next time, log the answer’s header “request-id” with the error: "
                           "response.headers in Python, error.headers in Node.");
}

QString repeated(const EventStore& events, EventStore::Row row) {
    const auto time = events.time(row);
    if (!time || alertRule(events.cause(row)) != Alert::Rule::Repeated)
        return {};
    const FailureCode code = events.code(row);
    const TimeRange lately{*time - AlertRules::repeatedWithin, *time + 1};
    const auto calls = std::ranges::count_if(events.rows(), [&](EventStore::Row each) {
        const auto at = events.time(each);
        return at && lately.contains(*at) && events.code(each) == code && events.attempt(each) <= 1;
    });
    if (calls < Preferences::load().alerts.repeats)
        return {};
    return joinedSentences(
        {DetailTexts::tr("%n call(s) failed with %1 in the ten minutes up to this one: contact support.",
                         nullptr, static_cast<int>(calls))
             .arg(codeText(code)),
         DetailTexts::tr("The guide gives no number; from how many on is a setting of this program.")});
}

QString chapter(guide::Section section) {
    return DetailTexts::tr("%1: %2", "a chapter's title, and what it says")
        .arg(guide::sectionTitle(section).translated(), guide::sectionText(section).translated());
}

QString edition() {
    return guide::edition().isEmpty() ? DetailTexts::tr("texts of your own") : inert(guide::edition());
}

QString ofKey(const EventStore& events, EventStore::Row row, const TimeDisplay& times) {
    if (!isOfKey(events.cause(row)) || events.key(row).empty())
        return {};
    const KeyHistory history = KeyHistory::of(events, row);
    const auto count = [](std::uint64_t number) { return static_cast<int>(number); };
    QStringList sentences{
        DetailTexts::tr("%1 was refused %n time(s) with %2.", "a key, a code", count(history.refused))
            .arg(inert(decodedText(events.key(row))), codeText(events.code(row)))};
    if (history.refused > 1 && history.firstRefused)
        sentences[0] = DetailTexts::tr("%1 was refused %n time(s) with %2: %3.",
                                       "a key, a code, a span of time", count(history.refused))
                           .arg(inert(decodedText(events.key(row))), codeText(events.code(row)),
                                times.range(*history.firstRefused, *history.lastRefused));
    if (history.taken == 0)
        sentences << DetailTexts::tr(
            "Whether it ever worked cannot be told: a request that goes well does not "
            "name its key.");
    else if (!history.lastTaken || !history.lastRefused)
        sentences << DetailTexts::tr("It was taken %n time(s) when something else failed.", nullptr,
                                     count(history.taken));
    else if (*history.lastTaken > *history.lastRefused)
        sentences
            << DetailTexts::tr("It works again: it was taken at %1.").arg(times.cell(*history.lastTaken));
    else if (*history.lastTaken > *history.firstRefused)
        sentences
            << DetailTexts::tr("Meanwhile it was taken, last at %1.").arg(times.cell(*history.lastTaken));
    else
        sentences << DetailTexts::tr("It worked before: it was last taken at %1.")
                         .arg(times.cell(*history.lastTaken));
    if (history.othersRefused > 0)
        sentences << DetailTexts::tr("%n other key(s) were refused with this code, too.", nullptr,
                                     count(history.othersRefused));
    if (history.othersTaken > 0)
        sentences << DetailTexts::tr("%n other key(s) were taken.", nullptr, count(history.othersTaken));
    return joinedSentences(sentences);
}

QString origin(guide::Origin origin) {
    return origin == guide::Origin::Guide ? DetailTexts::tr("by the guide") : DetailTexts::tr("our reading");
}

QList<Fact> facts(const ErrorEvent& event, EventStore::Row row, const Monitor& monitor,
                  const TimeDisplay& times) {
    return {{DetailTexts::tr("Time"), timeText(event, row, monitor, times), FilterField::Time},
            {DetailTexts::tr("Type"), utf8(event.type), FilterField::Type},
            {DetailTexts::tr("Model"), utf8(event.model), FilterField::Model},
            {DetailTexts::tr("Key"), inert(decodedText(event.key)), FilterField::Key}, // masked
            {DetailTexts::tr("Request"), requestText(event), FilterField::Path},
            {DetailTexts::tr("Duration"), durationText(event.durationMicros)},
            {DetailTexts::tr("Retry-After"), retryAfterText(event.retryAfter, times)},
            {DetailTexts::tr("Attempt"), attemptText(event, monitor.events().attemptCount(row))},
            {DetailTexts::tr("Reported as"), reportedText(event)},
            {DetailTexts::tr("Streamed"), streamedText(event.streamed)},
            {DetailTexts::tr("Seen in"), placesText(monitor.events().sightings(row), monitor),
             FilterField::Source}};
}

} // namespace derouter::detailtexts
