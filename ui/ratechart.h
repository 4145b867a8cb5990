// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chartdata.h"

#include <QWidget>

#include <memory>

namespace derouter {

/// Failures over time as stacked bars or as lines, a colour each group.
///
/// Always draws the whole range it was given: a drag, a click on a bar, Ctrl + wheel and the keys only say
/// which range the user asks for. All Qt Charts types stay in the .cpp.
class RateChart final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RateChart)

public:
    static constexpr int mostBuckets = 300;

    explicit RateChart(QWidget* parent = nullptr);
    ~RateChart() override;

    void setData(const RateChartData& shown);
    /// How many buckets the present width can show, three pixels each.
    int bucketCapacity() const;
    /// A low chart without axes, for narrow windows.
    void setStrip(bool on);

    /// Where the middle of a bucket is drawn, in coordinates of `canvas()`.
    QPoint bucketCenter(int bucket) const;
    /// The widget that takes mouse and keys.
    QWidget* canvas() const;
    /// The value drawn for a bucket and a group; 0 where there is none such.
    double value(int bucket, int group) const;
    QStringList tickLabels() const;

Q_SIGNALS:
    /// A drag or a click on a bar; whole buckets.
    void rangeChosen(const derouter::TimeRange& range);
    /// Keys and wheel: a factor below 1 shows less time; `around` is a share of the present range from its
    /// left edge.
    void zoomRequested(double factor, double around);
    /// By a share of the present range; negative is towards the past.
    void moveRequested(double share);
    void wholeRangeRequested();
    void capacityChanged();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace derouter
