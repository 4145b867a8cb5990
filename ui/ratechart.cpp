// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ratechart.h"

#include "chartaxis.h"
#include "logtext.h"
#include "theme.h"

#include <QCategoryAxis>
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr int pixelsPerBucket = 3;
constexpr int lowestChart = 90;
constexpr int lowestStrip = 40;
constexpr int aroundPlot = 22;  ///< pixels above and below it, but for the labels
constexpr int aroundLabel = 16; ///< Qt shows no count that has not twice its height and this much

class Canvas final : public QChartView {
public:
    Canvas(QChart* chart, RateChart& owner, const RateChartData& shown)
        : QChartView(chart, &owner)
        , m_owner(owner)
        , m_data(shown) {
        setFocusPolicy(Qt::StrongFocus);
        setFrameShape(QFrame::NoFrame);
        setAcceptDrops(false);
        viewport()->setMouseTracking(true);
        setMinimumSize(120, lowestChart);
    }

protected:
    void mousePressEvent(QMouseEvent* event) override {
        if (event->button() != Qt::LeftButton || m_data.buckets.empty())
            return;
        m_from = m_to = bucketAt(event->position());
        viewport()->update();
    }

    void mouseMoveEvent(QMouseEvent* event) override {
        if (m_from >= 0) {
            m_to = bucketAt(event->position());
            viewport()->update();
        } else if (const int bucket = bucketAt(event->position());
                   isInPlot(event->position()) && bucket >= 0) {
            const QString text = tooltip(m_data.bucketText(static_cast<std::size_t>(bucket)));
            QToolTip::showText(event->globalPosition().toPoint(), text, this);
        } else {
            QToolTip::showText(event->globalPosition().toPoint(), tooltip(markTextAt(event->position())),
                               this);
        }
    }

    void mouseReleaseEvent(QMouseEvent*) override {
        if (m_from < 0)
            return;
        const auto [first, last] = std::minmax({m_from, m_to});
        m_from = m_to = -1;
        viewport()->update();
        Q_EMIT m_owner.rangeChosen(TimeRange{m_data.buckets[static_cast<std::size_t>(first)].start,
                                             m_data.buckets[static_cast<std::size_t>(last)].end});
    }

    void wheelEvent(QWheelEvent* event) override {
        if (!(event->modifiers() & Qt::ControlModifier) || m_data.buckets.empty()) {
            event->ignore();
            return;
        }
        const QRectF area = chart()->plotArea();
        const double share = (event->position().x() - area.left()) / area.width();
        Q_EMIT m_owner.zoomRequested(event->angleDelta().y() > 0 ? 0.5 : 2, std::clamp(share, 0.0, 1.0));
    }

    void keyPressEvent(QKeyEvent* event) override {
        switch (event->key()) {
        case Qt::Key_Left:
            return Q_EMIT m_owner.moveRequested(-0.25);
        case Qt::Key_Right:
            return Q_EMIT m_owner.moveRequested(0.25);
        case Qt::Key_Plus:
            return Q_EMIT m_owner.zoomRequested(0.5, 0.5);
        case Qt::Key_Minus:
            return Q_EMIT m_owner.zoomRequested(2, 0.5);
        case Qt::Key_Home:
            return Q_EMIT m_owner.wholeRangeRequested();
        default:
            event->ignore();
        }
    }

    void drawBackground(QPainter* painter, const QRectF& rect) override {
        QChartView::drawBackground(painter, rect);
        if (!m_data.requests || m_data.buckets.empty())
            return;
        const QRectF area = chart()->plotArea();
        const double most = m_data.topOfRequests();
        QColor color = palette().color(QPalette::Text);
        color.setAlpha(22);
        const double width = area.width() / static_cast<double>(m_data.buckets.size());
        for (std::size_t at = 0; at < m_data.buckets.size(); ++at) {
            const double height = area.height() * static_cast<double>(m_data.buckets[at].requests) / most;
            painter->fillRect(
                QRectF(area.left() + static_cast<double>(at) * width, area.bottom() - height, width, height),
                color);
        }
    }

    void drawForeground(QPainter* painter, const QRectF&) override {
        const QRectF area = chart()->plotArea();
        if (m_data.lines)
            drawLines(*painter, area);
        else
            drawBars(*painter, area);
        chartmarks::paint(*painter, markGroups(), area, palette());
        if (m_from >= 0) {
            const double width = area.width() / static_cast<double>(m_data.buckets.size());
            const auto [first, last] = std::minmax({m_from, m_to});
            QColor color = palette().color(QPalette::Highlight);
            painter->setPen(color);
            color.setAlpha(70);
            painter->setBrush(color);
            painter->drawRect(
                QRectF(area.left() + first * width, area.top(), (last - first + 1) * width, area.height()));
        }
        if (hasFocus()) {
            painter->setPen(QPen(palette().color(QPalette::Highlight), 1, Qt::DotLine));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(area.adjusted(-1, -1, 1, 1));
        }
    }

private:
    /// Each as high as it is above the one below: whole pixels, so that no seam shows. Qt's own bars cost a
    /// graphics item each.
    void drawBars(QPainter& painter, const QRectF& area) const {
        const auto heights = m_data.heights();
        const double scale = area.height() / m_data.onAxis(m_data.top());
        const double width = area.width() / static_cast<double>(m_data.buckets.size());
        std::vector<std::pair<QColor, QColor>> colors; // of a bar and its edge
        for (std::size_t group = 0; group < heights.size(); ++group) {
            const QColor color = m_data.groups.color(group, palette());
            colors.emplace_back(color, theme::edgeColor(color, palette()));
        }
        for (std::size_t at = 0; at < m_data.buckets.size(); ++at) {
            const int left = qRound(area.left() + static_cast<double>(at) * width);
            const int right = qRound(area.left() + static_cast<double>(at + 1) * width);
            double sum = 0;
            for (std::size_t group = 0; group < heights.size(); ++group) {
                const int below = qRound(area.bottom() - sum * scale);
                sum += heights[group][at];
                const int top = qRound(area.bottom() - sum * scale);
                if (top < below)
                    fillBar(painter, QRect(left, top, right - left, below - top), colors[group]);
            }
        }
    }

    /// A bar that is too narrow for an edge is all edge.
    static void fillBar(QPainter& painter, const QRect& box, const std::pair<QColor, QColor>& colors) {
        const auto& [color, edge] = colors;
        painter.fillRect(box, edge);
        if (edge != color && box.width() > 2 && box.height() > 2)
            painter.fillRect(box.adjusted(1, 1, -1, -1), color);
    }

    /// Each with its label where it is highest: colours alone tell no lines apart.
    void drawLines(QPainter& painter, const QRectF& area) const {
        const auto values = m_data.values();
        const double width =
            area.width() / static_cast<double>(std::max<std::size_t>(1, m_data.buckets.size()));
        const double top = m_data.onAxis(m_data.top());
        std::vector<QRectF> taken; // by labels
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        for (std::size_t group = 0; group < values.size(); ++group) {
            if (std::ranges::all_of(values[group], [](double value) { return value == 0; }))
                continue;
            QPolygonF line;
            for (std::size_t at = 0; at < values[group].size(); ++at)
                line << QPointF(area.left() + (static_cast<double>(at) + 0.5) * width,
                                area.bottom() - area.height() * m_data.onAxis(values[group][at]) / top);
            const QColor color = theme::edgeColor(m_data.groups.color(group, palette()), palette());
            painter.setPen(QPen(color, 2));
            painter.drawPolyline(line);
            const QPointF peak = *std::ranges::min_element(line, {}, &QPointF::y);
            chartmarks::paintPeak(painter, peak, m_data.groups.move(group), m_data.groups.label(group), area,
                                  palette(), taken);
        }
        painter.restore();
    }

    std::vector<ChartMarkGroup> markGroups() const { return chartmarks::placed(m_data, chart()->plotArea()); }

    /// They stand above the bars, whose tool tips go up to the plot's edge.
    QString markTextAt(QPointF position) const {
        const QRectF area = chart()->plotArea();
        if (position.y() > area.top() || position.y() < area.top() - chartmarks::height)
            return {};
        for (const ChartMarkGroup& group : markGroups())
            if (std::abs(group.x - position.x()) <= chartmarks::height / 2)
                return chartmarks::text(group.marks);
        return {};
    }

    bool isInPlot(QPointF position) const { return chart()->plotArea().contains(position); }

    int bucketAt(QPointF position) const {
        const QRectF area = chart()->plotArea();
        const auto count = static_cast<int>(m_data.buckets.size());
        const double share = (position.x() - area.left()) / area.width();
        return std::clamp(static_cast<int>(share * count), 0, count - 1);
    }

    RateChart& m_owner;
    const RateChartData& m_data;
    int m_from = -1; ///< bucket at which a drag began; -1 when there is none
    int m_to = -1;
};

} // namespace

struct RateChart::Private {
    RateChartData data;
    QStringList labels;
    bool strip = false;
    Canvas* canvas = nullptr;
    QChart* chart = nullptr;
    QCategoryAxis* timeAxis = nullptr;
    QCategoryAxis* countAxis = nullptr;

    void build(RateChart& owner);
    void restyle(const QPalette& palette);
    void fillTimeAxis();
    void fillCountAxis();
};

void RateChart::Private::build(RateChart& owner) {
    chart = new QChart;
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->legend()->hide();
    chart->setMargins({8, 10, 12, 4}); // the topmost label is half above the plot
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->setBackgroundVisible(false);   // it would hide the requests
    auto* const series = new QLineSeries; // an axis without one has no range
    chart->addSeries(series);
    timeAxis = new QCategoryAxis;
    timeAxis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    countAxis = new QCategoryAxis;
    countAxis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    chart->addAxis(timeAxis, Qt::AlignBottom);
    chart->addAxis(countAxis, Qt::AlignLeft);
    series->attachAxis(timeAxis);
    series->attachAxis(countAxis);
    canvas = new Canvas(chart, owner, data);
}

void RateChart::Private::restyle(const QPalette& palette) {
    const QColor quiet = theme::quietText(palette);
    QColor grid = palette.color(QPalette::Text);
    grid.setAlpha(34);
    canvas->setBackgroundBrush(palette.color(QPalette::Base));
    for (QAbstractAxis* axis :
         {static_cast<QAbstractAxis*>(timeAxis), static_cast<QAbstractAxis*>(countAxis)}) {
        axis->setLabelsBrush(quiet);
        axis->setLinePen(QPen(grid));
        axis->setGridLinePen(QPen(grid));
        axis->setLabelsFont(canvas->font());
        axis->setVisible(!strip);
    }
    const int lowest = aroundPlot + aroundLabel + 3 * canvas->fontMetrics().height();
    canvas->setMinimumHeight(strip ? lowestStrip : std::max(lowestChart, lowest));
    canvas->viewport()->update();
}

void RateChart::Private::fillTimeAxis() {
    for (const QString& label : timeAxis->categoriesLabels())
        timeAxis->remove(label);
    labels.clear();
    const auto count = static_cast<double>(data.buckets.size());
    timeAxis->setRange(-0.5, std::max(count, 1.0) - 0.5);
    timeAxis->setStartValue(-1);
    if (data.buckets.empty())
        return;
    QStringList used;
    for (const auto& [time, label] : chartaxis::fittingTicks(
             {data.from(), data.to()}, data.times,
             std::min<double>(canvas->width(), chart->plotArea().width()), QFontMetricsF(canvas->font()))) {
        used << chartaxis::distinct(label, used);
        labels << label;
        timeAxis->append(used.last(), data.placeOf(time) - 0.5);
    }
}

void RateChart::Private::fillCountAxis() {
    for (const QString& label : countAxis->categoriesLabels())
        countAxis->remove(label);
    countAxis->setRange(0, data.onAxis(data.top()));
    countAxis->setStartValue(-1);
    QStringList used;
    const int letter = canvas->fontMetrics().height();
    const int room = (canvas->height() - aroundPlot - letter) / (2 * letter + aroundLabel);
    for (const auto& [place, label] : data.ticks(room >= 4 ? 5 : room >= 2 ? 3 : 2)) {
        used << chartaxis::distinct(label, used);
        countAxis->append(used.last(), place);
    }
}

RateChart::RateChart(QWidget* parent)
    : QWidget(parent)
    , d(std::make_unique<Private>()) {
    d->build(*this);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(d->canvas);
    setFocusProxy(d->canvas);
    d->canvas->setAccessibleName(tr("Failures over time"));
    d->restyle(palette());
}

RateChart::~RateChart() = default;

void RateChart::setData(const RateChartData& shown) {
    d->data = shown;
    d->fillTimeAxis();
    d->fillCountAxis();
    d->canvas->viewport()->update();
    d->canvas->setAccessibleDescription(d->data.summary());
}

int RateChart::bucketCapacity() const {
    const int width = static_cast<int>(d->chart->plotArea().width());
    return std::clamp(width / pixelsPerBucket, 20, mostBuckets);
}

void RateChart::setStrip(bool on) {
    if (d->strip == on)
        return;
    d->strip = on;
    d->restyle(palette());
}

QPoint RateChart::bucketCenter(int bucket) const {
    const QRectF area = d->chart->plotArea();
    const double width = area.width() / static_cast<double>(std::max<std::size_t>(1, d->data.buckets.size()));
    return QPointF(area.left() + (bucket + 0.5) * width, area.center().y()).toPoint();
}

QWidget* RateChart::canvas() const {
    return d->canvas->viewport();
}

double RateChart::value(int bucket, int group) const {
    const auto values = d->data.values();
    const auto at = static_cast<std::size_t>(bucket);
    const auto of = static_cast<std::size_t>(group);
    return of < values.size() && at < values[of].size() ? values[of][at] : 0;
}

QStringList RateChart::tickLabels() const {
    return d->labels;
}

void RateChart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        d->restyle(palette());
    if (event->type() == QEvent::FontChange)
        Q_EMIT capacityChanged(); // other labels have room
}

void RateChart::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    Q_EMIT capacityChanged();
}

} // namespace derouter
