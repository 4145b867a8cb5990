// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chartmarks.h"

#include "chartdata.h"
#include "core/shownnumber.h"
#include "logtext.h"
#include "monitor/monitor.h"
#include "theme.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <ranges>

namespace derouter::chartmarks {

namespace {

class ChartMarks {
    Q_DECLARE_TR_FUNCTIONS(ChartMarks)
};

constexpr std::size_t mostLines = 6;

/// The cause names the file.
QString gapText(const Gap& gap) {
    const QString cause = redactedLine(gap.cause.toStdString());
    return gap.bytes > 0 ? ChartMarks::tr("Gap of %1 bytes: %2").arg(shownNumber(gap.bytes), cause)
                         : ChartMarks::tr("Gap: %1").arg(cause);
}

void paintShape(QPainter& painter, ChartMark::Kind kind, const QRectF& box, const QPalette& palette) {
    const QColor text = palette.color(QPalette::Text);
    painter.setBrush(Qt::NoBrush);
    switch (kind) {
    case ChartMark::Kind::Gap:
        painter.setPen(QPen(theme::warningText(palette), 2));
        painter.drawLine(box.topLeft(), box.bottomRight());
        painter.drawLine(box.topRight(), box.bottomLeft());
        return;
    case ChartMark::Kind::Rotation:
        painter.setPen(QPen(text, 1.5));
        painter.drawEllipse(box);
        return;
    case ChartMark::Kind::Restart:
        painter.setPen(Qt::NoPen);
        painter.setBrush(text);
        painter.drawPolygon(
            QPolygonF({box.topLeft(), box.bottomLeft(), QPointF(box.right(), box.center().y())}));
        return;
    case ChartMark::Kind::Alert:
        painter.setPen(QPen(theme::cautionText(palette), 2, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(box.center().x(), box.top()), QPointF(box.center().x(), box.bottom() - 3));
        painter.drawPoint(QPointF(box.center().x(), box.bottom()));
        return;
    }
}

} // namespace

QString turnoverText(const Turnover& turnover, const QString& name) {
    switch (turnover.kind) {
    case Turnover::Kind::Rotation:
        return ChartMarks::tr("%1 was rotated.").arg(name);
    case Turnover::Kind::Restart:
        return ChartMarks::tr("%1 was started again.").arg(name);
    case Turnover::Kind::Resumption:
        return ChartMarks::tr("%1: resumed after %2 s in which the computer or the program was halted.")
            .arg(name, shownNumber(turnover.seconds));
    }
    return {};
}

std::vector<ChartMark> of(const Monitor& monitor) {
    std::vector<ChartMark> marks;
    for (const SourceInfo& source : monitor.sources()) {
        const QString name = redactedLine(source.name.toStdString());
        for (const Gap& gap : source.ledger.gaps)
            if (gap.time && gap.isLoss)
                marks.push_back({*gap.time, ChartMark::Kind::Gap, gapText(gap)});
        for (const Turnover& turnover : source.ledger.turnovers)
            if (turnover.time)
                marks.push_back({*turnover.time,
                                 turnover.kind == Turnover::Kind::Rotation ? ChartMark::Kind::Rotation
                                                                           : ChartMark::Kind::Restart,
                                 turnoverText(turnover, name)});
    }
    return marks;
}

std::vector<ChartMarkGroup> placed(const RateChartData& shown, const QRectF& plot) {
    std::vector<ChartMarkGroup> groups;
    for (const ChartMark& mark : shown.marks) {
        if (!shown.bucketAt(mark.time))
            continue;
        const double share = shown.placeOf(mark.time) / static_cast<double>(shown.buckets.size());
        const double x = plot.left() + share * plot.width();
        if (groups.empty() || x - groups.back().x > height + 2)
            groups.push_back({.x = x, .marks = {}});
        groups.back().marks.push_back(mark);
    }
    return groups;
}

void paint(QPainter& painter, const std::vector<ChartMarkGroup>& groups, const QRectF& plot,
           const QPalette& palette) {
    constexpr double side = height - 3;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = painter.font();
    font.setPixelSize(static_cast<int>(height));
    font.setWeight(QFont::Bold);
    painter.setFont(font);
    for (const ChartMarkGroup& group : groups) {
        const QRectF box(group.x - side / 2, plot.top() - height + 1, side, side);
        if (group.marks.size() == 1) {
            paintShape(painter, group.marks.front().kind, box, palette);
            continue;
        }
        painter.setPen(palette.color(QPalette::Text));
        painter.drawText(box.adjusted(-side, -2, side, 2), Qt::AlignCenter, shownNumber(group.marks.size()));
    }
    painter.restore();
}

void paintPeak(QPainter& painter, QPointF peak, WhoseMove move, const QString& label, const QRectF& plot,
               const QPalette& palette, std::vector<QRectF>& taken) {
    const QRectF marker(peak - QPointF(5, 5), QSizeF(10, 10));
    theme::paintMarker(painter, marker, move, painter.pen().color());
    const QFontMetricsF metrics(painter.font());
    QRectF words(peak + QPointF(8, -metrics.height() / 2),
                 QSizeF(metrics.horizontalAdvance(label), metrics.height()));
    if (words.right() > plot.right())
        words.moveRight(marker.left() - 3);
    if (std::ranges::none_of(taken, [&](const QRectF& other) { return other.intersects(words); })) {
        painter.setPen(palette.color(QPalette::Text));
        painter.drawText(words, Qt::AlignVCenter, label);
        taken.push_back(words);
    }
    taken.push_back(marker);
}

QString text(const std::vector<ChartMark>& marks) {
    QStringList lines;
    for (const ChartMark& mark : marks | std::views::take(mostLines))
        lines << mark.sentence;
    if (marks.size() > mostLines)
        lines << ChartMarks::tr("and %n more", nullptr, static_cast<int>(marks.size() - mostLines));
    return lines.join(u'\n');
}

} // namespace derouter::chartmarks
