// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/lokisource.h"

#include "source/sentences.h"
#include "source/shownname.h"

#include <QDateTime>
#include <QLocale>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>
#include <limits>
#include <utility>

namespace derouter {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::int64_t nanosecondsPerMicrosecond = 1000;
constexpr Microseconds defaultSpan = 3600 * microsecondsPerSecond;

Microseconds now() {
    return QDateTime::currentMSecsSinceEpoch() * 1000;
}

/// Also of a time that no log has.
std::int64_t nanoseconds(Microseconds time) {
    constexpr Microseconds most = std::numeric_limits<std::int64_t>::max() / nanosecondsPerMicrosecond;
    return std::clamp(time, -most, most) * nanosecondsPerMicrosecond;
}

/// What a server says, for one line of a sentence; it ends without a full stop.
QString firstLine(const QByteArray& body) {
    const QString text = QString::fromUtf8(body.left(4096)).trimmed();
    QString line = shownName(text.section(u'\n', 0, 0).trimmed());
    while (line.endsWith(u'.'))
        line.chop(1);
    return line;
}

/// Seconds, or a date of HTTP.
std::chrono::milliseconds waitAsked(const QByteArray& header) {
    bool isNumber = false;
    const qlonglong seconds = header.trimmed().toLongLong(&isNumber);
    if (isNumber)
        return std::chrono::seconds(std::clamp(seconds, 0LL, 1'000'000LL));
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(header.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    return date.isValid() ? std::max(0ms, std::chrono::milliseconds(date.toMSecsSinceEpoch() - now() / 1000))
                          : 0ms;
}

/// Between half of it and all of it, so that many that failed at once do not come back at once.
std::chrono::milliseconds jittered(std::chrono::milliseconds time) {
    const auto half = time.count() / 2;
    return std::chrono::milliseconds(
        half + QRandomGenerator::global()->bounded(static_cast<int>(time.count() - half) + 1));
}

/// That the server may say otherwise in a while.
bool isForNow(int status) {
    return status == 408 || status == 425 || status == 429 || status >= 500;
}

bool isAboutSize(const QByteArray& body) {
    return body.contains("max entries limit") || body.contains("response larger than");
}

/// `max entries limit per query exceeded, limit > max_entries_limit_per_query (9000 > 5000)`.
std::optional<int> mostLines(const QByteArray& body) {
    static const QRegularExpression limit(u"\\(\\d+ > (\\d{1,6})\\)"_s);
    const auto match = limit.match(QString::fromUtf8(body.left(4096)));
    return match.hasMatch() ? std::optional(match.captured(1).toInt()) : std::nullopt;
}

} // namespace

LokiSource::LokiSource(const SourceSpec& spec, const TimeRange& range, const LokiSettings& settings)
    : m_spec(spec)
    , m_range(range)
    , m_settings(settings) {}

LokiSource::~LokiSource() = default;

Result<Done> LokiSource::open() {
    auto address = readAddress(m_spec.address);
    if (!address)
        return address.error();
    m_address = std::move(address).value();
    auto access = LokiAccess::of(m_spec, m_address);
    if (!access)
        return access.error();
    m_access = std::move(access).value();
    const Microseconds from =
        m_address.since ? now() - *m_address.since : m_range.from.value_or(now() - defaultSpan);
    m_pages.emplace(nanoseconds(from), m_settings.pages);
    m_wait.begin();
    m_fetch = std::make_unique<HttpFetch>(m_wait, m_settings.http);
    return Done{};
}

ReadResult LokiSource::read(std::span<char> buffer) {
    for (;;) {
        if (const auto result = atHand(buffer))
            return *result;
        if (!m_error.isEmpty())
            return {.status = ReadResult::Status::Failed, .error = {m_error}};
        m_wait.poll();
        if (const auto answer = m_fetch->take()) {
            take(*answer);
            continue;
        }
        if (!m_fetch->isRunning() && Clock::now() >= m_nextRequest && !ask())
            return {.status = ReadResult::Status::Ended};
        return m_trouble.isEmpty()
                   ? ReadResult{.status = ReadResult::Status::AtEnd}
                   : ReadResult{.status = ReadResult::Status::Unreadable, .error = {m_trouble}};
    }
}

/// What was taken, or concluded, before.
std::optional<ReadResult> LokiSource::atHand(std::span<char> buffer) {
    if (m_line.isEmpty() && m_entries.empty()) {
        if (m_gaps.empty())
            return std::nullopt;
        const Gap gap = m_gaps.front();
        m_gaps.pop_front();
        return ReadResult{.status = ReadResult::Status::Skipped, .gap = gap};
    }
    std::size_t used = 0;
    while (used < buffer.size() && (!m_line.isEmpty() || !m_entries.empty())) {
        if (m_line.isEmpty()) {
            m_line = m_entries.front().toLine();
            m_entries.pop_front();
        }
        used += moveInto(buffer.subspan(used), m_line);
    }
    return given(used);
}

/// Asks for the next page. False when everything was given that there will be.
bool LokiSource::ask() {
    if (m_pages->isSwept()) {
        const Microseconds to = m_range.to ? std::min(now(), *m_range.to) : now();
        if (m_isLive && (!m_spec.follow || m_sweptTo == m_range.to))
            return false;
        m_sweptTo = to;
        m_pages->beginSweep(nanoseconds(to));
        if (m_pages->isSwept()) {
            swept(); // of a range that has not begun
            return true;
        }
    }
    const LokiPages::Request page = m_pages->next();
    QUrlQuery parameters;
    parameters.addQueryItem(u"query"_s, QString::fromLatin1(QUrl::toPercentEncoding(m_address.query)));
    parameters.addQueryItem(u"start"_s, QString::number(page.from));
    parameters.addQueryItem(u"end"_s, QString::number(page.to));
    parameters.addQueryItem(u"limit"_s, QString::number(page.lines));
    parameters.addQueryItem(u"direction"_s, u"forward"_s);
    QUrl url;
    url.setScheme(m_address.isEncrypted ? u"https"_s : u"http"_s);
    url.setHost(m_address.host);
    url.setPort(m_address.port);
    url.setPath(m_address.folder + "/loki/api/v1/query_range"_L1, QUrl::TolerantMode);
    url.setQuery(parameters);
    QNetworkRequest request(url);
    m_access->apply(request);
    m_fetch->start(request);
    return true;
}

void LokiSource::take(const HttpAnswer& answer) {
    const QString place = m_address.place();
    switch (answer.kind) {
    case HttpAnswer::Kind::Answered:
        return answer.status == 200 ? takePage(answer.body) : takeStatus(answer);
    case HttpAnswer::Kind::Broken:
        return tryLater(sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 cannot be read: %2."))
                            .arg(place, firstLine(answer.reason.toUtf8())));
    case HttpAnswer::Kind::Late:
        return tryLater(sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 did not answer in time.")).arg(place));
    case HttpAnswer::Kind::Untrusted:
        return giveUp(sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 is not trusted: %2."))
                          .arg(place, firstLine(answer.reason.toUtf8())));
    case HttpAnswer::Kind::TooLarge:
        return askForLess(
            sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 answers with more than is read of one answer."))
                .arg(place));
    }
}

void LokiSource::takePage(const QByteArray& body) {
    LokiAnswer answer = readLokiAnswer(body);
    if (answer.kind == LokiAnswer::Kind::Numbers)
        return giveUp(
            sourceSentence(QT_TRANSLATE_NOOP("Source", "The query asks %1 for numbers, not for lines."))
                .arg(m_address.place()));
    const LokiPages::Request asked = m_pages->next();
    auto page =
        answer.kind == LokiAnswer::Kind::Lines ? m_pages->take(std::move(answer.entries)) : std::nullopt;
    if (!page)
        return tryLater(sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 does not answer as a Loki does."))
                            .arg(m_address.place()));
    recovered();
    std::ranges::move(page->entries, std::back_inserter(m_entries));
    if (page->mayLack)
        tellGap(sourceSentence(QT_TRANSLATE_NOOP("Source",
                                                 "%1 gives no more than %2 lines of one nanosecond; some "
                                                 "may be missing."))
                    .arg(m_address.place(), QString::number(asked.lines)));
    if (answer.leftOutLabels && !std::exchange(m_toldLabels, true))
        tellGap(sourceSentence(
                    QT_TRANSLATE_NOOP("Source", "%1 has labels of more than 64 KiB; they were left out."))
                    .arg(m_address.place()));
    if (m_pages->isSwept())
        swept();
}

void LokiSource::swept() {
    m_isLive = true;
    m_nextRequest = m_spec.follow ? Clock::now() + m_settings.poll : Clock::time_point();
}

/// An answer that is none of lines.
void LokiSource::takeStatus(const HttpAnswer& answer) {
    const QString place = m_address.place();
    const QString status = QString::number(answer.status);
    if (answer.redirect.isValid())
        return giveUp(
            sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 leads to %2, and is not followed there: name "
                                                       "the address itself."))
                .arg(place, shownName(answer.redirect.host().isEmpty() ? answer.redirect.path()
                                                                       : answer.redirect.host())));
    const QString reason = firstLine(answer.body);
    const QString sentence =
        reason.isEmpty()
            ? sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 answers %2.")).arg(place, status)
            : sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 answers %2: %3.")).arg(place, status, reason);
    if (isAboutSize(answer.body))
        return askForLess(sentence, mostLines(answer.body));
    if (isForNow(answer.status))
        return tryLater(sentence, waitAsked(answer.retryAfter));
    giveUp(answer.status != 401
               ? sentence
               : sentence + u' ' +
                     sourceSentence(QT_TRANSLATE_NOOP(
                         "Source", "Write user:password@ before its host, or set LOKI_USERNAME and "
                                   "LOKI_PASSWORD.")));
}

void LokiSource::giveUp(const QString& sentence) {
    m_error = sentence;
}

/// From where it stands. What was taken stays taken.
void LokiSource::tryLater(const QString& sentence, std::chrono::milliseconds atLeast) {
    if (!m_spec.follow && (++m_failures >= m_settings.tries || atLeast > m_settings.longest))
        return giveUp(sentence);
    m_failingSince = m_failingSince.value_or(Clock::now());
    m_backOff = std::clamp(m_backOff * 2, m_settings.first, m_settings.longest);
    const auto asked = std::min(atLeast, m_settings.longestAsked);
    const auto wait = asked + jittered(asked > 0ms ? m_settings.first : m_backOff);
    m_nextRequest = Clock::now() + wait;
    m_trouble = sentence + u' ' +
                sourceSentence(QT_TRANSLATE_NOOP("Source", "It is asked again after %1 s."))
                    .arg(std::chrono::ceil<std::chrono::seconds>(wait).count());
}

void LokiSource::askForLess(const QString& sentence, std::optional<int> most) {
    if (!m_pages->askForLess(most))
        giveUp(sentence);
}

/// Collectors that could not bring their lines meanwhile may bring them later than they are asked for.
void LokiSource::recovered() {
    m_failures = 0;
    m_backOff = 0ms;
    m_trouble.clear();
    const auto since = std::exchange(m_failingSince, std::nullopt);
    const auto away = since ? Clock::now() - *since : Clock::duration::zero();
    if (!m_isLive || away <= std::chrono::nanoseconds(m_settings.pages.overlap))
        return;
    tellGap(sourceSentence(QT_TRANSLATE_NOOP("Source",
                                             "%1 could not be read for %2 s; lines that it was given late "
                                             "may be missing."))
                .arg(m_address.place())
                .arg(std::chrono::ceil<std::chrono::seconds>(away).count()));
}

void LokiSource::tellGap(const QString& cause) {
    m_gaps.push_back({position(), 0, cause});
}

void LokiSource::wait(std::chrono::milliseconds timeout) {
    const auto due = m_fetch->isRunning() ? m_fetch->deadline() : m_nextRequest;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(due - Clock::now());
    m_wait.wait(std::clamp(left, 0ms, timeout));
}

/// Each line has its own time.
} // namespace derouter
