// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codegroup.h"
#include "monitor/rateseries.h"
#include "timedisplay.h"

#include <QString>

#include <vector>

namespace derouter {

/// What the chart draws, and the numbers and texts that follow from it.
struct RateChartData {
    std::vector<RateSeries::Bucket> buckets; ///< without holes, at most RateChart::mostBuckets
    Microseconds step = microsecondsPerMinute;
    bool percent = false;      ///< of the bucket's requests instead of counts
    bool attempts = false;     ///< the failures are called attempts, as what else is shown counts calls
    std::uint64_t undated = 0; ///< failures that are to be seen and that no bar can show
    std::uint64_t odd = 0;     ///< the same, as their times cannot be right
    TimeDisplay times;

    Microseconds from() const { return buckets.empty() ? 0 : buckets.front().start; }
    Microseconds to() const { return buckets.empty() ? 0 : buckets.back().start + step; }

    /// The height of each bucket's bar, by group.
    std::vector<std::vector<double>> values() const;
    /// Where the axis ends that the highest bar stands at.
    double top() const;
    /// "Failures per minute", or "Failed attempts per minute".
    QString title() const;
    /// "3 without a time are not on the chart"; empty when there are none.
    QString undatedText() const;
    /// "2 of an unlikely time are not on the chart"; empty when there are none.
    QString oddText() const;
    /// A sentence or two for screen readers.
    QString summary() const;
    /// The numbers of one bucket, a line each.
    QString bucketText(std::size_t bucket) const;
};

/// The least round value that is not below `value` and has four round quarters.
double roundTop(double value);

} // namespace derouter
