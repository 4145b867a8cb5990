// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chartpicture.h"

#include "chartmarks.h"
#include "core/shownnumber.h"
#include "report/csvreport.h"
#include "report/reportdata.h"
#include "theme.h"
#include "timebuckets.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr double width = 1200;
constexpr double margin = 24;
constexpr double plotHeight = 320;
constexpr double forCounts = 56; ///< left of the plot
constexpr double forTimes = 28;  ///< below it
constexpr int textSize = 13;
constexpr int titleSize = 18;
constexpr double lineHeight = 22;
constexpr double pixelsPerTick = 92;

QFont fontOf(int size, bool bold) {
    QFont font = QGuiApplication::font();
    font.setPixelSize(size);
    font.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    return font;
}

QString colorAttribute(const QColor& color) {
    const QString opacity =
        color.alpha() == 255 ? QString() : u" opacity=\"%1\""_s.arg(color.alphaF(), 0, 'f', 2);
    return u"\"%1\"%2"_s.arg(color.name(), opacity);
}

QString pixels(double value) {
    return QString::number(value, 'f', 2);
}

/// What is drawn for whose move it is, as theme::paintMarker() does.
QString markerElement(const QRectF& box, WhoseMove move, const QColor& color) {
    const QString fill = u" fill="_s + colorAttribute(color);
    const QPointF center = box.center();
    const auto polygon = [&](std::initializer_list<QPointF> points) {
        QStringList list;
        for (const QPointF& point : points)
            list << pixels(point.x()) + u',' + pixels(point.y());
        return u"<polygon points=\"%1\"%2/>\n"_s.arg(list.join(u' '), fill);
    };
    switch (move) {
    case WhoseMove::You:
        return u"<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%3\"%4/>\n"_s.arg(
            pixels(box.left() + 1), pixels(box.top() + 1), pixels(box.width() - 2), fill);
    case WhoseMove::DeRouter:
        return polygon({{center.x(), box.top()},
                        {box.right(), center.y()},
                        {center.x(), box.bottom()},
                        {box.left(), center.y()}});
    case WhoseMove::Provider:
        return u"<circle cx=\"%1\" cy=\"%2\" r=\"%3\"%4/>\n"_s.arg(pixels(center.x()), pixels(center.y()),
                                                                   pixels(box.width() / 2 - 0.5), fill);
    case WhoseMove::Unknown:
        return polygon({{center.x(), box.top()}, box.bottomRight(), box.bottomLeft()});
    }
    return {};
}

/// What a mark says, as it may leave the program: it names logs.
QString tellable(const ChartMark& mark) {
    return QString::fromStdString(redacted(mark.sentence.toStdString()));
}

std::map<std::size_t, std::string> marksByBucket(const RateChartData& shown) {
    std::map<std::size_t, std::string> sentences;
    for (const ChartMark& mark : shown.marks) {
        const auto bucket = shown.bucketAt(mark.time);
        if (!bucket)
            continue;
        std::string& here = sentences[*bucket];
        here.append(here.empty() ? "" : " ").append(tellable(mark).toStdString());
    }
    return sentences;
}

} // namespace

ChartPicture::ChartPicture(const RateChartData& shown, const QPalette& palette, const RedactedText& condition)
    : m_palette(palette)
    , m_quiet(theme::quietText(palette)) {
    addHead(shown, condition);
    addAxes(shown);
    if (shown.requests)
        addRequests(shown);
    if (shown.lines)
        addCurves(shown);
    else
        addBars(shown);
    addLegend(shown);
    addMarks(shown);
}

void ChartPicture::addHead(const RateChartData& shown, const RedactedText& condition) {
    QStringList lines{shown.buckets.empty() ? QString()
                                            : tr("%1 %2", "range and zone")
                                                  .arg(shown.times.range(shown.from(), shown.to()),
                                                       shown.times.zoneNames(shown.from(), shown.to()))};
    if (!condition.isEmpty())
        lines << tr("Only: %1", "what is filtered for").arg(condition.text());
    for (const QString& more : {shown.requestsText(), shown.undatedText(), shown.oddText()})
        if (!more.isEmpty())
            lines << more;
    double y = margin + titleSize;
    m_words.push_back(
        {{margin, y}, Qt::AlignLeft, shown.title(), m_palette.color(QPalette::Text), titleSize, true});
    const QFontMetricsF metrics(fontOf(textSize, false));
    for (const QString& line : lines) {
        y += lineHeight;
        m_words.push_back({{margin, y},
                           Qt::AlignLeft,
                           metrics.elidedText(line, Qt::ElideRight, width - 2 * margin),
                           m_quiet,
                           textSize,
                           false});
    }
    m_plot = {margin + forCounts, y + lineHeight, width - 2 * margin - forCounts, plotHeight};
}

void ChartPicture::addAxes(const RateChartData& shown) {
    QColor grid = m_palette.color(QPalette::Text);
    grid.setAlpha(40);
    const double top = shown.onAxis(shown.top());
    for (const auto& [place, label] : shown.ticks()) {
        const double y = m_plot.bottom() - m_plot.height() * place / top;
        m_lines.push_back({{m_plot.left(), y, m_plot.right(), y}, grid});
        m_words.push_back(
            {{m_plot.left() - 8, y + textSize / 3.0}, Qt::AlignRight, label, m_quiet, textSize, false});
    }
    if (shown.buckets.empty())
        return;
    const int most = static_cast<int>(m_plot.width() / pixelsPerTick);
    for (const auto& [time, label] : timebuckets::ticks(shown.from(), shown.to(), shown.times, most)) {
        const double x = m_plot.left() + bucketWidth(shown) * shown.placeOf(time);
        m_lines.push_back({{x, m_plot.bottom(), x, m_plot.bottom() + 5}, m_quiet});
        m_words.push_back({{x, m_plot.bottom() + 20}, Qt::AlignHCenter, label, m_quiet, textSize, false});
    }
}

double ChartPicture::bucketWidth(const RateChartData& shown) const {
    return m_plot.width() / static_cast<double>(std::max<std::size_t>(1, shown.buckets.size()));
}

void ChartPicture::addRequests(const RateChartData& shown) {
    QColor color = m_palette.color(QPalette::Text);
    color.setAlpha(26);
    const double most = shown.topOfRequests();
    for (std::size_t bucket = 0; bucket < shown.buckets.size(); ++bucket) {
        const RateSeries::Bucket& here = shown.buckets[bucket];
        const double height = m_plot.height() * static_cast<double>(here.requests) / most;
        if (height > 0)
            m_bars.push_back({{m_plot.left() + static_cast<double>(bucket) * bucketWidth(shown),
                               m_plot.bottom() - height, bucketWidth(shown), height},
                              color,
                              tr("%1, requests: %2", "range, count")
                                  .arg(shown.times.range(here.start, here.end), shownNumber(here.requests))});
    }
}

/// As many lines from bucket to bucket.
void ChartPicture::addCurves(const RateChartData& shown) {
    constexpr double thick = 2;
    const auto values = shown.values();
    const double top = shown.onAxis(shown.top());
    const auto point = [&](std::size_t group, std::size_t bucket) {
        return QPointF(m_plot.left() + (static_cast<double>(bucket) + 0.5) * bucketWidth(shown),
                       m_plot.bottom() - m_plot.height() * shown.onAxis(values[group][bucket]) / top);
    };
    for (std::size_t group = 0; group < values.size(); ++group) {
        if (std::ranges::all_of(values[group], [](double value) { return value == 0; }))
            continue;
        for (std::size_t bucket = 1; bucket < values[group].size(); ++bucket)
            m_lines.push_back({{point(group, bucket - 1), point(group, bucket)},
                               theme::edgeColor(shown.groups.color(group, m_palette), m_palette),
                               thick});
        const auto highest = std::ranges::max_element(values[group]) - values[group].begin();
        m_words.push_back({point(group, static_cast<std::size_t>(highest)) + QPointF(6, 4), Qt::AlignLeft,
                           shown.groups.label(group), m_palette.color(QPalette::Text), textSize, false});
    }
}

void ChartPicture::addBars(const RateChartData& shown) {
    const auto values = shown.values();
    const auto heights = shown.heights();
    const double top = shown.onAxis(shown.top());
    for (std::size_t bucket = 0; bucket < shown.buckets.size(); ++bucket) {
        const RateSeries::Bucket& here = shown.buckets[bucket];
        double y = m_plot.bottom();
        for (std::size_t group = 0; group < heights.size(); ++group) {
            const double height = heights[group][bucket] / top * m_plot.height();
            if (height <= 0)
                continue;
            y -= height;
            const std::uint64_t of = here.requests;
            const double whole =
                shown.percent ? static_cast<double>(std::max<std::uint64_t>(1, of)) / 100 : 1;
            const auto count = static_cast<std::uint64_t>(std::llround(values[group][bucket] * whole));
            m_bars.push_back({{m_plot.left() + static_cast<double>(bucket) * bucketWidth(shown), y,
                               bucketWidth(shown), height},
                              shown.groups.color(group, m_palette),
                              tr("%1, %2: %3", "range, code, count")
                                  .arg(shown.times.range(here.start, here.end), shown.groups.label(group),
                                       shown.valueText(count, of))});
        }
    }
}

void ChartPicture::addLegend(const RateChartData& shown) {
    constexpr double side = 12;
    constexpr double gap = 24;
    const QFontMetricsF metrics(fontOf(textSize, false));
    std::map<std::size_t, std::uint64_t> counts;
    for (const RateSeries::Bucket& bucket : shown.buckets)
        for (const RateSeries::KindCount& each : bucket.kinds)
            counts[shown.groups.indexOf(each.kind)] += each.count;
    double x = margin;
    double y = m_plot.bottom() + forTimes + lineHeight;
    for (const auto& [group, count] : counts) {
        const QString text =
            tr("%1: %2", "a code and its count").arg(shown.groups.title(group), shownNumber(count));
        const double needed =
            side + 8 + metrics.horizontalAdvance(text) * 1.1; // other programs' fonts are wider
        if (x > margin && x + needed > width - margin) {
            x = margin;
            y += lineHeight;
        }
        m_markers.push_back(
            {{x, y - side + 1, side, side}, shown.groups.move(group), shown.groups.color(group, m_palette)});
        m_words.push_back(
            {{x + side + 8, y}, Qt::AlignLeft, text, m_palette.color(QPalette::Text), textSize, false});
        x += needed + gap;
    }
    m_size = {width, y + margin};
}

void ChartPicture::addMarks(const RateChartData& shown) {
    constexpr std::size_t mostLines = 8;
    if (shown.buckets.empty())
        return;
    const QFontMetricsF metrics(fontOf(textSize, false));
    const QColor color = m_palette.color(QPalette::Text);
    double y = m_size.height() - margin;
    const auto add = [&](const QString& line) {
        y += lineHeight;
        m_words.push_back({{margin, y},
                           Qt::AlignLeft,
                           metrics.elidedText(line, Qt::ElideRight, width - 2 * margin),
                           color,
                           textSize,
                           false});
    };
    const auto groups = chartmarks::placed(shown, m_plot);
    std::size_t listed = 0;
    for (std::size_t at = 0; at < groups.size(); ++at) {
        const QString number = shownNumber(at + 1);
        m_words.push_back(
            {{groups[at].x, m_plot.top() - 4}, Qt::AlignHCenter, number, color, textSize, true});
        for (const ChartMark& mark : groups[at].marks)
            if (++listed <= mostLines)
                add(tr("%1: %2 – %3", "number of a mark, time, what happened")
                        .arg(number, shown.times.full(mark.time), tellable(mark)));
    }
    if (listed > mostLines)
        add(tr("and %n more", nullptr, static_cast<int>(listed - mostLines)));
    m_size.setHeight(y + margin);
}

QImage ChartPicture::image() const {
    constexpr int ratio = 2;
    QImage image((m_size * ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(m_palette.color(QPalette::Base));
    QPainter painter(&image);
    for (const Line& line : m_lines) {
        painter.setPen(QPen(line.color, line.width));
        painter.drawLine(line.line);
    }
    for (const Bar& bar : m_bars)
        painter.fillRect(bar.box, bar.color);
    for (const Marker& marker : m_markers)
        theme::paintMarker(painter, marker.box, marker.move, marker.color);
    for (const Word& word : m_words) {
        const QFont font = fontOf(word.size, word.bold);
        const double wide = QFontMetricsF(font).horizontalAdvance(word.text);
        const double left = word.align == Qt::AlignRight     ? wide
                            : word.align == Qt::AlignHCenter ? wide / 2
                                                             : 0;
        painter.setFont(font);
        painter.setPen(word.color);
        painter.drawText(word.at - QPointF(left, 0), word.text);
    }
    return image;
}

QByteArray ChartPicture::png() const {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image().save(&buffer, "PNG");
    return bytes;
}

QByteArray ChartPicture::svg() const {
    QString svg =
        u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1\" height=\"%2\" viewBox=\"0 0 %1 %2\" "
        "font-family=\"sans-serif\">\n<title>%3</title>\n"
        "<rect width=\"%1\" height=\"%2\" fill=%4/>\n"_s.arg(pixels(m_size.width()), pixels(m_size.height()),
                                                             m_words.front().text.toHtmlEscaped(),
                                                             colorAttribute(m_palette.color(QPalette::Base)));
    for (const Line& line : m_lines)
        svg += u"<path d=\"M%1 %2L%3 %4\" stroke-width=\"%5\" stroke=%6/>\n"_s.arg(
            pixels(line.line.x1()), pixels(line.line.y1()), pixels(line.line.x2()), pixels(line.line.y2()),
            pixels(line.width), colorAttribute(line.color));
    for (const Bar& bar : m_bars)
        svg += u"<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" fill=%5><title>%6</title></rect>\n"_s.arg(
            pixels(bar.box.x()), pixels(bar.box.y()), pixels(bar.box.width()), pixels(bar.box.height()),
            colorAttribute(bar.color), bar.meaning.toHtmlEscaped());
    for (const Marker& marker : m_markers)
        svg += markerElement(marker.box, marker.move, marker.color);
    for (const Word& word : m_words)
        svg += u"<text x=\"%1\" y=\"%2\" font-size=\"%3\"%4 text-anchor=\"%5\" fill=%6>%7</text>\n"_s.arg(
            pixels(word.at.x()), pixels(word.at.y()), QString::number(word.size),
            word.bold ? u" font-weight=\"600\""_s : QString(),
            word.align == Qt::AlignRight     ? u"end"_s
            : word.align == Qt::AlignHCenter ? u"middle"_s
                                             : u"start"_s,
            colorAttribute(word.color), word.text.toHtmlEscaped());
    return (svg + u"</svg>\n"_s).toUtf8();
}

QByteArray chartFigures(const RateChartData& shown) {
    struct Column {
        QByteArray name;
        std::map<std::size_t, std::uint64_t> counts; ///< by bucket
    };
    std::map<std::size_t, Column> columns; // by code each code, else by group
    for (std::size_t bucket = 0; bucket < shown.buckets.size(); ++bucket)
        for (const RateSeries::KindCount& each : shown.buckets[bucket].kinds) {
            const bool byCode = shown.groups.split() == ChartSplit::Code;
            const std::size_t group = shown.groups.indexOf(each.kind);
            Column& column = columns[byCode ? each.kind.code.value : group];
            column.name =
                byCode ? QByteArray::fromStdString(each.kind.code.key()) : shown.groups.key(group).toUtf8();
            column.counts[bucket] += each.count;
        }
    const std::map<std::size_t, std::string> happened = marksByBucket(shown);
    QByteArray csv = "from,to,requests,failures";
    for (const auto& [order, column] : columns)
        csv += ',' + column.name;
    csv += happened.empty() ? "\r\n" : ",happened\r\n";
    for (std::size_t bucket = 0; bucket < shown.buckets.size(); ++bucket) {
        const RateSeries::Bucket& here = shown.buckets[bucket];
        csv += QByteArray::fromStdString(isoTime(here.start) + ',' + isoTime(here.end)) + ',' +
               QByteArray::number(static_cast<qulonglong>(here.requests)) + ',' +
               QByteArray::number(static_cast<qulonglong>(here.failures));
        for (const auto& [order, column] : columns) {
            const auto count = column.counts.find(bucket);
            csv += ',' + QByteArray::number(
                             static_cast<qulonglong>(count == column.counts.end() ? 0 : count->second));
        }
        if (const auto what = happened.find(bucket); what != happened.end())
            csv += ',' + QByteArray::fromStdString(csvCell(what->second));
        else if (!happened.empty())
            csv += ',';
        csv += "\r\n";
    }
    return csv;
}

} // namespace derouter
