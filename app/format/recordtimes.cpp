// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// When a RecordBuilder's record was written, and how long its request took.

#include "format/duration.h"
#include "format/recordbuilder.h"

#include <algorithm>
#include <charconv>

namespace derouter {

static constexpr std::size_t longestDate = 12; ///< "Nov 03, 2026"

void RecordBuilder::takeDuration(std::string_view text, double unit) {
    // Whole seconds stand for whatever lies within the second: a finer statement of it is better.
    if (m_record.durationMicros >= 0 && !m_wholeSeconds)
        return;
    const std::int64_t micros = durationFrom(text, unit);
    const std::int64_t finer = micros - m_record.durationMicros;
    if (m_record.durationMicros >= 0 && (finer < 0 || finer >= microsecondsPerSecond))
        return;
    m_record.durationMicros = micros;
    m_wholeSeconds = unit == 1e6 && text.find('.') == text.npos;
}

void RecordBuilder::takeDurationPart(std::string_view seconds) {
    if (const std::int64_t micros = durationFrom(seconds, 1e6); micros >= 0)
        m_record.durationMicros = std::max<std::int64_t>(m_record.durationMicros, 0) + micros;
}

/// Milliseconds beside the seconds say it finer. What is no wait of a few days at most is none.
void RecordBuilder::takeRetryAfter(std::string_view text, Microseconds unit) {
    constexpr Microseconds longest = 7 * 24 * 60 * microsecondsPerMinute;
    if (m_record.retryAfter.isStated() && unit == microsecondsPerSecond)
        return;
    double count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error == std::errc() && end == text.data() + text.size()) {
        if (const double wait = count * static_cast<double>(unit); wait >= 0 && wait <= longest)
            m_record.retryAfter = {RetryAfter::Kind::Delay, static_cast<Microseconds>(wait)};
    } else if (const auto date = m_times.parseValue(text);
               date && date->quality == TimeQuality::Exact && date->length == text.size()) {
        m_record.retryAfter = {RetryAfter::Kind::Moment, date->time};
    }
}

void RecordBuilder::takeUtcTime(std::string_view text) {
    auto stamp = m_utcTimes.parseValue(text);
    if (!stamp)
        return;
    if (stamp->quality == TimeQuality::ZoneAssumed)
        stamp->quality = TimeQuality::Exact;
    takeStamp(*stamp);
}

std::optional<Stamp> RecordBuilder::stampFrom(const Scalar& scalar) {
    constexpr std::string_view dotNet = "/Date("; // and milliseconds, as older serializers write
    const bool number = scalar.kind == Scalar::Kind::Number || scalar.text.starts_with(dotNet);
    const auto text = scalar.text.starts_with(dotNet) ? scalar.text.substr(dotNet.size()) : scalar.text;
    return number ? TimeParser::fromEpoch(text) : m_times.parseValue(text);
}

void RecordBuilder::takeTime(const Scalar& scalar, bool fallback) {
    const auto stamp = stampFrom(scalar);
    if (stamp && stamp->quality == TimeQuality::DateAssumed)
        takePartOfTime(scalar.text, m_clock);
    else if (!stamp && scalar.kind == Scalar::Kind::String && scalar.text.size() <= longestDate)
        takePartOfTime(scalar.text, m_date);
    if (stamp)
        takeStamp(*stamp, fallback);
    else if (scalar.kind == Scalar::Kind::Number)
        takeDuration(scalar.text, 1e3); // HAR's `time` is the milliseconds it took
}

/// A date and a time of day under two names.
void RecordBuilder::takePartOfTime(std::string_view text, std::string_view& mine) {
    mine = text;
    if (m_date.empty() || m_clock.empty())
        return;
    const auto whole = m_times.parseValue(keep(std::string(m_date).append(" ").append(m_clock)));
    if (whole && whole->quality != TimeQuality::DateAssumed)
        takeStamp(*whole);
}

/// Behind the seconds of an instant.
void RecordBuilder::takeNanoseconds(std::string_view text) {
    std::int64_t nanoseconds = 0;
    std::from_chars(text.data(), text.data() + text.size(), nanoseconds);
    if (m_stampDigits != 0 || !m_record.time || nanoseconds <= 0 || nanoseconds >= 1'000'000'000)
        return;
    takeStamp({.time = *m_record.time + nanoseconds / 1000, .fractionDigits = 9});
}

std::optional<Stamp> RecordBuilder::stamp() const {
    if (!m_record.time)
        return std::nullopt;
    return Stamp{.time = *m_record.time,
                 .quality = m_record.timeQuality,
                 .length = 0,
                 .fractionDigits = m_stampDigits};
}

void RecordBuilder::takeStamp(const Stamp& stamp, bool fallback) {
    const auto quality = m_record.timeQuality;
    const bool dated = quality == TimeQuality::DateAssumed && stamp.quality != TimeQuality::DateAssumed;
    const bool zoned = quality == TimeQuality::ZoneAssumed && stamp.quality == TimeQuality::Exact;
    const bool finer = stamp.fractionDigits > m_stampDigits;
    const bool asFine = stamp.fractionDigits == m_stampDigits;
    const bool better = m_stampDigits < 0 || (m_stampFallback && !fallback) ||
                        (m_stampFallback == fallback && (finer || dated || (asFine && zoned)));
    if (!better)
        return;
    m_record.time = stamp.time;
    m_record.timeQuality = stamp.quality;
    m_stampDigits = stamp.fractionDigits;
    m_stampFallback = fallback;
}

} // namespace derouter
