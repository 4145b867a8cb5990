// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chartgroups.h"
#include "chartmarks.h"
#include "monitor/rateseries.h"
#include "timedisplay.h"

#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace derouter {

/// What the chart draws, and the numbers and texts that follow from it.
struct RateChartData {
    std::vector<RateSeries::Bucket> buckets; ///< without holes, at most RateChart::mostBuckets
    Microseconds step = microsecondsPerMinute;
    ChartGroups groups;
    bool percent = false;           ///< of the bucket's requests instead of counts
    bool lines = false;             ///< a line for each group instead of stacked bars
    bool logarithmic = false;       ///< the axis shows 0, 1, 10, 100 at the same distances
    bool requests = false;          ///< the requests stand behind the failures, at a scale of their own
    bool attempts = false;          ///< the failures are called attempts, as what else is shown counts calls
    std::uint64_t undated = 0;      ///< failures that are to be seen and that no bar can show
    std::uint64_t odd = 0;          ///< the same, as their times cannot be right
    std::vector<ChartMark> marks{}; ///< what happened in this time, by time
    TimeDisplay times;

    Microseconds from() const { return buckets.empty() ? 0 : buckets.front().start; }
    Microseconds to() const { return buckets.empty() ? 0 : buckets.back().end; }

    /// Where a time within them stands, counted in buckets: 1.5 is the middle of the second one.
    double placeOf(Microseconds time) const;
    /// The bucket that a time is in; nothing before the first and behind the last.
    std::optional<std::size_t> bucketAt(Microseconds time) const;

    /// Of each bucket, by group: failures, or their percentage.
    std::vector<std::vector<double>> values() const;
    /// Where the axis ends that the highest bar or line stands at.
    double top() const;
    /// Where a value stands on the axis, from 0 to `onAxis(top())`.
    double onAxis(double value) const;
    /// The height of each bucket's part of a bar on the axis, by group; a bar is as high as what it sums up
    /// to.
    std::vector<std::vector<double>> heights() const;
    /// Where the axis has a label and which, at most five of them.
    std::vector<std::pair<double, QString>> ticks(int most = 5) const;
    std::uint64_t mostRequests() const;
    /// How many requests behind the failures would be as high as the axis: of so few that the failures can be
    /// seen beside them the axis shows both, else the most of them are.
    double topOfRequests() const;
    /// "Failures per minute", or "Failed attempts per minute".
    QString title() const;
    /// "3 without a time are not on the chart"; empty when there are none.
    QString undatedText() const;
    /// "2 of an unlikely time are not on the chart"; empty when there are none.
    QString oddText() const;
    /// "grey: requests, up to 512"; empty where they are not drawn.
    QString requestsText() const;
    /// "12:00:05: app.log was rotated."
    QString markText(const ChartMark& mark) const;
    /// A sentence or two for screen readers, and one for each of the first marks.
    QString summary() const;
    /// The numbers of one bucket, a line each.
    QString bucketText(std::size_t bucket) const;
    /// A count as the chart shows it: "3", or "30.0 % (3 of 10)" of so many requests.
    QString valueText(std::uint64_t count, std::uint64_t ofRequests) const;

private:
    double highest() const;
    bool isAxisOfRequests() const;
    QString mainSentence() const;
};

/// The least round value that is not below `value` and has four round quarters.
double roundTop(double value);

} // namespace derouter
