// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chartdata.h"
#include "core/errorevent.h"
#include "report/redactedtext.h"

#include <QByteArray>
#include <QColor>
#include <QCoreApplication>
#include <QImage>
#include <QLineF>
#include <QPalette>
#include <QRectF>

#include <vector>

namespace derouter {

/// The chart as a picture that explains itself away from the window: title, range and zone, what is filtered
/// for, axes, bars, a legend with counts, and what happened to the logs meanwhile: by numbers above the bars,
/// each with its sentence below. The same drawing as PNG and as SVG. Holds no text of a log.
class ChartPicture {
    Q_DECLARE_TR_FUNCTIONS(derouter::ChartPicture)

public:
    /// `condition` says what is filtered for; empty where all is shown. In the colours of the palette.
    ChartPicture(const RateChartData& shown, const QPalette& palette, const RedactedText& condition);

    /// In device-independent pixels.
    QSizeF size() const { return m_size; }
    /// With two pixels for one.
    QImage image() const;
    QByteArray png() const;
    QByteArray svg() const;

    /// Where the bars are drawn.
    QRectF plot() const { return m_plot; }

private:
    struct Bar {
        QRectF box;
        QColor color;
        QString meaning; ///< "12:00 – 12:01, 529: 3"
    };
    struct Line {
        QLineF line;
        QColor color;
        double width = 1;
    };
    struct Word {
        QPointF at; ///< of the base line; its left end, middle or right end
        Qt::AlignmentFlag align = Qt::AlignLeft;
        QString text;
        QColor color;
        int size = 0; ///< pixels
        bool bold = false;
    };
    struct Marker {
        QRectF box;
        WhoseMove move;
        QColor color;
    };

    void addHead(const RateChartData& shown, const RedactedText& condition);
    void addAxes(const RateChartData& shown);
    void addRequests(const RateChartData& shown);
    void addBars(const RateChartData& shown);
    void addCurves(const RateChartData& shown);
    double bucketWidth(const RateChartData& shown) const;
    void addLegend(const RateChartData& shown);
    void addMarks(const RateChartData& shown);

    QPalette m_palette;
    QColor m_quiet;
    QSizeF m_size;
    QRectF m_plot;
    std::vector<Line> m_lines;
    std::vector<Bar> m_bars;
    std::vector<Word> m_words;
    std::vector<Marker> m_markers;
};

/// The figures of the chart as CSV: a row a bucket, from when to when in UTC, requests, failures, and a
/// column for each code, cause or move that failed; where something happened to the logs, in a last column
/// what.
QByteArray chartFigures(const RateChartData& shown);

} // namespace derouter
