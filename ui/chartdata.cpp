// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chartdata.h"

#include "core/prose.h"
#include "core/shownnumber.h"
#include "timebuckets.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <ranges>

namespace derouter {

namespace {

double heightOfOne(const RateSeries::Bucket& bucket, bool percent) {
    return percent ? 100 / static_cast<double>(std::max<std::uint64_t>(1, bucket.requests)) : 1;
}

std::vector<std::uint64_t> countsByGroup(const RateSeries::Bucket& bucket, const ChartGroups& groups) {
    std::vector<std::uint64_t> counts(groups.size());
    for (const RateSeries::KindCount& entry : bucket.kinds)
        counts[groups.indexOf(entry.kind)] += entry.count;
    return counts;
}

} // namespace

double RateChartData::placeOf(Microseconds time) const {
    if (buckets.empty())
        return 0;
    const std::size_t bucket = time < from() ? 0 : bucketAt(time).value_or(buckets.size() - 1);
    const RateSeries::Bucket& here = buckets[bucket];
    return static_cast<double>(bucket) +
           static_cast<double>(time - here.start) / static_cast<double>(here.end - here.start);
}

std::optional<std::size_t> RateChartData::bucketAt(Microseconds time) const {
    if (time < from() || time >= to())
        return std::nullopt;
    // Buckets differ in length on a few days a year alone.
    auto bucket = std::min(static_cast<std::size_t>((time - from()) / step), buckets.size() - 1);
    while (time < buckets[bucket].start)
        --bucket;
    while (time >= buckets[bucket].end)
        ++bucket;
    return bucket;
}

std::vector<std::vector<double>> RateChartData::values() const {
    std::vector<std::vector<double>> values(groups.size(), std::vector<double>(buckets.size()));
    for (std::size_t at = 0; at < buckets.size(); ++at) {
        const std::vector<std::uint64_t> counts = countsByGroup(buckets[at], groups);
        for (std::size_t group = 0; group < counts.size(); ++group)
            values[group][at] = static_cast<double>(counts[group]) * heightOfOne(buckets[at], percent);
    }
    return values;
}

/// Of the bars, or of the lines.
double RateChartData::highest() const {
    double highest = 0;
    for (const RateSeries::Bucket& bucket : buckets) {
        const std::vector<std::uint64_t> counts = countsByGroup(bucket, groups);
        std::uint64_t failures = 0;
        for (const std::uint64_t count : counts)
            failures = lines ? std::max(failures, count) : failures + count;
        highest = std::max(highest, static_cast<double>(failures) * heightOfOne(bucket, percent));
    }
    return highest;
}

/// Whether the axis shows the requests, too, where its bars or lines are so high.
static bool showsBoth(const RateChartData& shown, double highest) {
    constexpr double most = 1.5; // times as many requests as failures
    return shown.requests && !shown.percent && !shown.logarithmic &&
           static_cast<double>(shown.mostRequests()) <= most * std::max(1.0, highest);
}

bool RateChartData::isAxisOfRequests() const {
    return showsBoth(*this, highest());
}

double RateChartData::top() const {
    const double own = highest();
    if (logarithmic)
        return std::pow(10, std::max(1.0, std::ceil(std::log10(std::max(1.0, own)))));
    if (percent)
        return std::min(100.0, roundTop(own));
    return roundTop(showsBoth(*this, own) ? std::max(own, static_cast<double>(mostRequests())) : own);
}

double RateChartData::topOfRequests() const {
    return isAxisOfRequests() ? top() : static_cast<double>(std::max<std::uint64_t>(1, mostRequests()));
}

double RateChartData::onAxis(double value) const {
    return logarithmic ? std::log10(1 + value) : value;
}

std::vector<std::vector<double>> RateChartData::heights() const {
    std::vector<std::vector<double>> heights = values();
    if (!logarithmic)
        return heights;
    for (std::size_t at = 0; at < buckets.size(); ++at) {
        double sum = 0;
        for (const std::vector<double>& group : heights)
            sum += group[at];
        for (std::vector<double>& group : heights)
            group[at] *= sum > 0 ? onAxis(sum) / sum : 0;
    }
    return heights;
}

std::vector<std::pair<double, QString>> RateChartData::ticks(int most) const {
    const double end = top();
    std::vector<double> values{0};
    if (logarithmic) {
        const int decades = static_cast<int>(std::lround(std::log10(end))) + 1;
        const int apart = std::max(1, (decades + most - 2) / (most - 1));
        for (int decade = 0; decade < decades; decade += apart)
            values.push_back(std::pow(10, decade));
    } else {
        for (int tick = 1; tick < most; ++tick)
            values.push_back(end * tick / (most - 1));
    }
    std::vector<std::pair<double, QString>> ticks;
    for (const double value : values) {
        const QString number = QLocale().toString(value, 'f', 0);
        ticks.emplace_back(onAxis(value),
                           percent ? QCoreApplication::translate("RateChart", "%1 %", "a share").arg(number)
                                   : number);
    }
    return ticks;
}

std::uint64_t RateChartData::mostRequests() const {
    std::uint64_t most = 0;
    for (const RateSeries::Bucket& bucket : buckets)
        most = std::max(most, bucket.requests);
    return most;
}

QString RateChartData::requestsText() const {
    if (!requests || mostRequests() == 0)
        return {};
    return isAxisOfRequests() ? QCoreApplication::translate("RateChart", "grey: requests")
                              : QCoreApplication::translate("RateChart", "grey: requests, up to %1")
                                    .arg(shownNumber(mostRequests()));
}

QString RateChartData::title() const {
    const char* const texts[2][2] = {
        {QT_TRANSLATE_NOOP("RateChart", "Failures per %1"),
         QT_TRANSLATE_NOOP("RateChart", "Failures in percent of requests, per %1")},
        {QT_TRANSLATE_NOOP("RateChart", "Failed attempts per %1"),
         QT_TRANSLATE_NOOP("RateChart", "Failed attempts in percent of requests, per %1")}};
    return QCoreApplication::translate("RateChart", texts[attempts][percent])
        .arg(timebuckets::stepName(step));
}

QString RateChartData::undatedText() const {
    const auto count = static_cast<int>(undated); // lupdate takes no more than a name
    return count == 0 ? QString()
                      : QCoreApplication::translate("RateChart", "%n without a time are not on the chart",
                                                    nullptr, count);
}

QString RateChartData::oddText() const {
    const auto count = static_cast<int>(odd);
    return count == 0 ? QString()
                      : QCoreApplication::translate(
                            "RateChart", "%n of an unlikely time are not on the chart", nullptr, count);
}

QString RateChartData::markText(const ChartMark& mark) const {
    return QCoreApplication::translate("RateChart", "%1: %2", "a time and what happened")
        .arg(times.cell(mark.time), mark.sentence);
}

QString RateChartData::summary() const {
    constexpr std::size_t mostSpoken = 5;
    QStringList sentences{mainSentence()};
    for (const QString& missing : {undatedText(), oddText()})
        if (!missing.isEmpty())
            sentences << QCoreApplication::translate("RateChart", "%1.", "a sentence").arg(missing);
    for (const ChartMark& mark : marks | std::views::take(mostSpoken))
        sentences << markText(mark);
    if (const auto more = static_cast<int>(marks.size()) - static_cast<int>(mostSpoken); more > 0)
        sentences << QCoreApplication::translate("RateChart", "%n more mark(s) stand in the table.", nullptr,
                                                 more);
    return joinedSentences(sentences);
}

QString RateChartData::mainSentence() const {
    if (buckets.empty())
        return QCoreApplication::translate("RateChart", "No failure has a time.");
    const auto height = [this](const RateSeries::Bucket& bucket) {
        return static_cast<double>(bucket.failures) * heightOfOne(bucket, percent);
    };
    const auto peak = std::ranges::max_element(buckets, {}, height);
    std::uint64_t failures = 0;
    std::uint64_t allRequests = 0;
    for (const RateSeries::Bucket& bucket : buckets) {
        failures += bucket.failures;
        allRequests += bucket.requests;
    }
    return QCoreApplication::translate("RateChart", "%1. %2: failures: %3; the most, %4, at %5.",
                                       "title, range, count, count, range")
        .arg(title(), times.range(from(), to()), valueText(failures, allRequests),
             valueText(peak->failures, peak->requests), times.range(peak->start, peak->end));
}

QString RateChartData::valueText(std::uint64_t count, std::uint64_t ofRequests) const {
    if (!percent)
        return shownNumber(count);
    const double share =
        100 * static_cast<double>(count) / static_cast<double>(std::max<std::uint64_t>(1, ofRequests));
    return QCoreApplication::translate("RateChart", "%1 % (%2 of %3)", "a share, a count, all requests")
        .arg(QLocale().toString(share, 'f', 1), shownNumber(count), shownNumber(ofRequests));
}

QString RateChartData::bucketText(std::size_t bucket) const {
    const RateSeries::Bucket& here = buckets[bucket];
    const QString line = QCoreApplication::translate("RateChart", "%1: %2", "a code and its count");
    QStringList texts{times.range(here.start, here.end)};
    const std::vector<std::uint64_t> counts = countsByGroup(here, groups);
    for (std::size_t group = 0; group < counts.size(); ++group)
        if (counts[group] > 0)
            texts << line.arg(groups.label(group), valueText(counts[group], here.requests));
    texts << QCoreApplication::translate("RateChart", "Requests: %1").arg(shownNumber(here.requests));
    return texts.join(u'\n');
}

double roundTop(double value) {
    if (value <= 4)
        return 4;
    const double decade = std::pow(10, std::floor(std::log10(value)));
    for (const double factor : {1.0, 1.2, 1.6, 2.0, 2.4, 3.2, 4.0, 6.0, 8.0})
        if (const double top = std::round(factor * decade); value <= top && std::fmod(top, 4) == 0)
            return top;
    return decade * 10 >= 100 ? decade * 10 : 12;
}

} // namespace derouter
