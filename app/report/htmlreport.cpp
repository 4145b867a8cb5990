// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/htmlreport.h"

#include "core/shownnumber.h"
#include "report/redactor.h"
#include "report/reportdata.h"
#include "report/summary.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <map>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t maxListed = 2000;
constexpr int chartWidth = 960;
constexpr int chartHeight = 220;
constexpr int maxBuckets = 160;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

/// A text from a log.
QString redactedHtml(std::string_view text) {
    return Redactor().redact(text).text().toHtmlEscaped();
}

QString pageHead() {
    return u"<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
           "'unsafe-inline'\">\n"
           "<meta name=\"viewport\" content=\"width=device-width\"><title>%2</title>\n<style>\n"
           "body{font:15px/1.5 sans-serif;max-width:70em;margin:2em auto;padding:0 "
           "1em;color:#1f2328;background:#fff}\n"
           "table{border-collapse:collapse;width:100%;margin:1em 0}th,td{text-align:left;padding:.3em "
           ".6em;vertical-align:top;"
           "border-bottom:1px solid "
           "#d8dee4}\nth{font-weight:600}.n{text-align:right}code{font-family:monospace}\n"
           "@media(prefers-color-scheme:dark){body{color:#e6edf3;background:#16191d}th,td{border-color:#"
           "333a42}}\n"
           "</style></head><body>\n<h1>%2</h1>\n"_s.arg(QLocale().bcp47Name().toHtmlEscaped(),
                                                        Text::tr("DeRouter errors").toHtmlEscaped());
}

/// The width of a bucket, a round number of seconds, that needs no more than `maxBuckets` of them.
Microseconds bucketFor(Microseconds span) {
    for (const std::int64_t seconds : {60, 300, 600, 1800, 3600, 21600, 86400})
        if (span / (seconds * microsecondsPerSecond) <= maxBuckets)
            return seconds * microsecondsPerSecond;
    return (span / maxBuckets / (86400 * microsecondsPerSecond) + 1) * 86400 * microsecondsPerSecond;
}

QString colourOf(std::size_t index) {
    // Okabe and Ito's eight, told apart with every kind of colour vision.
    constexpr const char* colours[] = {"#0072B2", "#E69F00", "#009E73", "#CC79A7",
                                       "#56B4E9", "#D55E00", "#B8A900", "#6E7781"};
    return QLatin1StringView(colours[index % std::size(colours)]);
}

QString chart(const RateSeries& rates) {
    const auto range = rates.range();
    if (!range)
        return {};
    const Microseconds step = bucketFor(*range->to - *range->from);
    const auto buckets = rates.buckets(*range->from, *range->to, step);
    std::map<FailureCode, std::size_t> order;
    std::uint64_t most = 1;
    for (const auto& bucket : buckets) {
        most = std::max(most, bucket.failures);
        for (const auto& [code, count] : bucket.byCode())
            order.try_emplace(code, order.size());
    }
    const double width = double(chartWidth) / static_cast<double>(buckets.size());
    QString svg = u"<svg viewBox=\"0 0 %1 %2\" role=\"img\" aria-label=\"%3\">\n"_s.arg(chartWidth)
                      .arg(chartHeight + 20)
                      .arg(Text::tr("Failures over time, by code").toHtmlEscaped());
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        double top = chartHeight;
        for (const auto& [code, count] : buckets[i].byCode()) {
            const double height = chartHeight * static_cast<double>(count) / static_cast<double>(most);
            top -= height;
            svg +=
                u"<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" fill=\"%5\"><title>%6 %7: %8</title></rect>\n"_s
                    .arg(static_cast<double>(i) * width, 0, 'f', 2)
                    .arg(top, 0, 'f', 2)
                    .arg(std::max(0.5, width - 0.5), 0, 'f', 2)
                    .arg(height, 0, 'f', 2)
                    .arg(colourOf(order[code]), QString::fromStdString(isoMinute(buckets[i].start)),
                         QString::fromStdString(code.key()))
                    .arg(count);
        }
    }
    svg += u"<text x=\"0\" y=\"%1\" font-size=\"12\" fill=\"currentColor\">%2</text><text x=\"%3\" y=\"%1\" "
           u"font-size=\"12\" fill=\"currentColor\" "
           "text-anchor=\"end\">%4</text></svg>\n<p>"_s.arg(chartHeight + 15)
               .arg(QString::fromStdString(isoMinute(*range->from)))
               .arg(chartWidth)
               .arg(QString::fromStdString(isoMinute(*range->to)));
    for (const auto& [code, index] : order)
        svg += u"<span style=\"color:%1\">&#9632;</span> %2 &nbsp; "_s.arg(
            colourOf(index), QString::fromStdString(code.key()));
    return svg + u"</p>\n"_s;
}

QString row(std::initializer_list<QString> cells, const char* tag = "td") {
    QString text = u"<tr>"_s;
    for (const QString& cell : cells)
        text += u"<%1>%2</%1>"_s.arg(QLatin1StringView(tag), cell);
    return text + u"</tr>\n"_s;
}

QString causes(const ReportScope& scope) {
    QString text = u"<table>"_s + row({Text::tr("Failures"), Text::tr("Code"), Text::tr("Cause"),
                                       Text::tr("Whose move"), Text::tr("What to do"), Text::tr("Retry")},
                                      "th");
    for (const CauseSummary& cause : summarize(scope))
        text += row({shownNumber(cause.failures), cause.codeText.toHtmlEscaped(), cause.name.toHtmlEscaped(),
                     cause.move.toHtmlEscaped(), cause.advice.toHtmlEscaped(), cause.retry.toHtmlEscaped()});
    return text + u"</table>\n"_s;
}

QString failures(const ReportScope& scope) {
    const std::size_t all = scope.size();
    QString text = u"<h2>"_s + Text::tr("Failures").toHtmlEscaped() + u"</h2>\n"_s;
    if (all > maxListed)
        text +=
            u"<p>"_s +
            Text::tr("The latest %1 of %2.").arg(shownNumber(maxListed), shownNumber(all)).toHtmlEscaped() +
            u"</p>\n"_s;
    text +=
        u"<table>"_s + row({Text::tr("Time (UTC)"), Text::tr("Code"), Text::tr("Cause"), Text::tr("Model"),
                            Text::tr("Request-id"), Text::tr("Message"), Text::tr("Source")},
                           "th");
    const auto list = [&](EventStore::Row, const ErrorEvent& event) {
        const SourceInfo* const source = scope.source(event.source);
        const QString name = source ? Redactor().redact(source->nameOf(event.file)).text() : QString();
        text += row({event.time ? QString::fromStdString(isoTime(*event.time)) : QString(),
                     QString::fromStdString(event.code.key()), causeName(event.cause).toHtmlEscaped(),
                     redactedHtml(event.model), u"<code>"_s + redactedHtml(event.requestId) + u"</code>"_s,
                     redactedHtml(event.message),
                     u"%1:%2"_s.arg(name, QString::number(event.line)).toHtmlEscaped()});
    };
    scope.visitByTime(list, maxListed);
    return text + u"</table>\n"_s;
}

} // namespace

bool writeHtml(const ReportScope& scope, QIODevice& device) {
    QString page = pageHead() + u"<p>"_s + headline(scope.totals()).toHtmlEscaped() + u"</p>\n<p>"_s;
    if (scope.isPart())
        page += conditionSentence(scope).toHtmlEscaped() + u"</p>\n<p>"_s;
    page += movesSentence(scope.totals()).toHtmlEscaped() + u"</p>\n"_s;
    page += chart(scope.rates()) + causes(scope) + u"<h2>"_s + Text::tr("Sources").toHtmlEscaped() +
            u"</h2>\n<ul>\n"_s;
    for (const SourceInfo* info : reportedSources(scope))
        page += u"<li>"_s + sourceSentence(*info).toHtmlEscaped() + u"</li>\n"_s;
    page += u"</ul>\n"_s + failures(scope) + u"</body></html>\n"_s;
    const QByteArray utf8 = page.toUtf8();
    return device.write(utf8) == utf8.size();
}

} // namespace derouter
