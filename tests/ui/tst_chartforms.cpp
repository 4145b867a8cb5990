// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The chart by code, by cause and by whose move; as bars and as lines; on both scales; and as a table.

#include "chartlegend.h"
#include "chartpanel.h"
#include "chartpicture.h"
#include "charttable.h"
#include "dialogparts.h"
#include "eventview.h"
#include "guide/errorguide.h"
#include "ratechart.h"
#include "theme.h"
#include "windowtest.h"

#include <QAction>
#include <QMenu>
#include <QTableWidget>
#include <QToolButton>

#include <cmath>
#include <set>

using namespace derouter;

class ChartFormsTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameProgram(u"tst_chartforms"_s); }
    void init();
    void cleanup() { closeWindow(); }

    void everySplitCountsWhatTheTableShows_data();
    void everySplitCountsWhatTheTableShows();
    void theLegendIsOfTheSplit_data();
    void theLegendIsOfTheSplit();
    void aClickOnTheLegendIsolates_data();
    void aClickOnTheLegendIsolates();
    void aCodeHasOneMarkerInLegendAndTable();
    void rareCausesArePooled();
    void countsStayWhenFailuresAreLetGo();
    void aLogarithmicBarIsAsHighAsItsSum();
    void linesStandForGroups();
    void requestsStandBehind();
    void theTableHasTheFigures();
    void theTableHasPercents();
    void theFormIsKept();
    void everyFormIsExported();

private:
    ChartPanel& panel() { return *space().chartPanel(); }
    void choose(const QString& name);
    double drawn(int group);
    static Logged failed(int second, int status, const QString& type, const QString& message) {
        return {
            .second = second, .status = status, .type = type, .message = message, .id = requestId(second)};
    }
};

void ChartFormsTest::init() {
    openWindow();
    openLog({failed(0, 429, u"rate_limit_error"_s, u"Requests per minute limit (60) exceeded"_s),
             failed(10, 429, u"rate_limit_error"_s, u"Too many requests"_s),
             failed(20, 402, u"billing_error"_s, u"Insufficient balance"_s),
             failed(70, 529, u"overloaded_error"_s, u"Overloaded"_s),
             failed(71, 529, u"overloaded_error"_s, u"Overloaded"_s),
             failed(75, 503, u"api_error"_s, u"No providers available"_s),
             {.second = 80, .status = 200, .id = requestId(80)}});
}

void ChartFormsTest::choose(const QString& name) {
    for (QAction* action : panel().formMenu()->actions())
        if (plainName(action->text()) == name)
            return action->trigger();
    QFAIL(qPrintable(name));
}

/// What all bars show of a group.
double ChartFormsTest::drawn(int group) {
    double sum = 0;
    for (int bucket = 0; bucket < int(panel().chartData().buckets.size()); ++bucket)
        sum += panel().chart()->value(bucket, group);
    return sum;
}

void ChartFormsTest::everySplitCountsWhatTheTableShows_data() {
    QTest::addColumn<QString>("split");
    QTest::addColumn<QString>("form");
    for (const QString& split : {u"By Code"_s, u"By Cause"_s, u"By Whose Move"_s})
        for (const QString& form : {QString(), u"Lines Instead of Bars"_s, u"Logarithmic Scale"_s})
            QTest::newRow(qPrintable(split + u' ' + form)) << split << form;
}

void ChartFormsTest::everySplitCountsWhatTheTableShows() {
    QFETCH(QString, split);
    QFETCH(QString, form);
    choose(split);
    if (!form.isEmpty())
        choose(form);
    const std::vector<FilterTerm> filters[] = {
        {},
        {{.field = FilterField::Code, .value = u"429"_s}},
        {{.field = FilterField::Text, .value = u"limit"_s}},
        {{.field = FilterField::Move, .value = u"provider"_s, .exclude = true}}};
    for (const auto& terms : filters) {
        m_window->filterState().clear();
        for (const FilterTerm& term : terms)
            m_window->filterState().add(term);
        double sum = 0;
        for (int group = 0; group < int(panel().chartData().groups.size()); ++group)
            sum += drawn(group);
        QVERIFY2(std::abs(sum - model().rowCount()) < 1e-6, qPrintable(QString::number(sum)));
    }
}

void ChartFormsTest::theLegendIsOfTheSplit_data() {
    QTest::addColumn<QString>("split");
    QTest::addColumn<QStringList>("legend");
    QTest::newRow("code") << u"By Code"_s << QStringList{u"402  1"_s, u"429  2"_s, u"503  1"_s, u"529  2"_s};
    QTest::newRow("cause") << u"By Cause"_s
                           << QStringList{u"AI provider overloaded  2"_s, u"Insufficient balance  1"_s,
                                          u"No provider available  1"_s, u"Requests per minute  1"_s,
                                          u"Too many requests  1"_s};
    QTest::newRow("move") << u"By Whose Move"_s
                          << QStringList{u"AI provider  2"_s, u"DeRouter  1"_s, u"You  3"_s};
}

void ChartFormsTest::theLegendIsOfTheSplit() {
    QFETCH(QString, split);
    QFETCH(QStringList, legend);
    choose(split);
    QStringList shown;
    for (const QToolButton* button : panel().legend()->findChildren<QToolButton*>())
        if (button->isVisibleTo(panel().legend()))
            shown << button->text();
    shown.sort();
    QCOMPARE(shown, legend);
}

void ChartFormsTest::aClickOnTheLegendIsolates_data() {
    QTest::addColumn<QString>("split");
    QTest::addColumn<QString>("group");
    QTest::addColumn<int>("rows");
    QTest::newRow("code") << u"By Code"_s << u"429"_s << 2;
    QTest::newRow("cause") << u"By Cause"_s << u"Requests per minute"_s << 1;
    QTest::newRow("move") << u"By Whose Move"_s << u"You"_s << 3;
}

void ChartFormsTest::aClickOnTheLegendIsolates() {
    QFETCH(QString, split);
    QFETCH(QString, group);
    QFETCH(int, rows);
    choose(split);
    const ChartGroups groups = panel().chartData().groups;
    int own = 0;
    while (groups.label(std::size_t(own)) != group)
        ++own;
    QTest::mouseClick(panel().legend()->button(own), Qt::LeftButton);
    QCOMPARE(model().rowCount(), rows);
    QCOMPARE(drawn(own), double(rows));
    QVERIFY(!panel().legend()->button(own)->font().strikeOut());
    int struck = 0;
    for (const QToolButton* button : panel().legend()->findChildren<QToolButton*>())
        struck += button->isVisibleTo(panel().legend()) && button->font().strikeOut() ? 1 : 0;
    QVERIFY(struck > 0);
    QTest::mouseClick(panel().legend()->button(own), Qt::LeftButton);
    QCOMPARE(model().rowCount(), 6);
}

static QImage cut(const QImage& picture, const QColor& color) {
    QRect box;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            if (picture.pixelColor(x, y) == color)
                box |= QRect(x, y, 1, 1);
    QImage shape(box.size(), QImage::Format_Mono);
    for (int y = 0; y < box.height(); ++y)
        for (int x = 0; x < box.width(); ++x)
            shape.setPixel(x, y, picture.pixelColor(box.topLeft() + QPoint(x, y)) == color ? 1 : 0);
    return shape;
}

/// Inside a stream it is the type that says whose move it is: the code itself has none.
void ChartFormsTest::aCodeHasOneMarkerInLegendAndTable() {
    closeWindow();
    openWindow();
    m_window->openFiles(
        {m_folder->write(u"app.log"_s, "event: error\ndata: "
                                       R"({"type":"error","error":{"type":"overloaded_error",)"
                                       R"("message":"Overloaded"},"request_id":")" +
                                           requestId(1).toUtf8() + "\"}\n\n")},
        false);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 1, patience);
    const int group = codegroups::indexOf(FailureCode::inStream());
    QTRY_VERIFY_WITH_TIMEOUT(panel().legend()->button(group)->isVisible(), patience);
    QCOMPARE(model().index(0, EventModel::Code).data().toString(), u"in stream"_s);
    QCOMPARE(model().index(0, EventModel::Move).data().toString(), u"AI provider"_s);
    const QColor color = theme::groupColor(group, m_window->palette());
    const QImage legend = panel().legend()->button(group)->icon().pixmap(12, 12).toImage();
    const QRect cell = space().view()->visualRect(model().index(0, EventModel::Code));
    const QImage table = space().view()->viewport()->grab(cell).toImage();
    QVERIFY(cut(legend, color).width() > 4);
    QCOMPARE(cut(table, color), cut(legend, color));
}

void ChartFormsTest::rareCausesArePooled() {
    Totals totals;
    std::uint64_t count = 100;
    for (const guide::Cause& cause : guide::causes())
        totals.failuresByCause[std::string(cause.id)] = count--;
    const ChartGroups groups(ChartSplit::Cause, totals);
    QCOMPARE(groups.size(), ChartGroups::mostCauses + 1);
    const std::size_t rest = groups.size() - 1;
    QVERIFY(!groups.term(rest));
    QCOMPARE(groups.key(rest), u"other"_s);
    std::set<QRgb> colors;
    for (std::size_t group = 0; group < groups.size(); ++group)
        colors.insert(groups.color(group, m_window->palette()).rgb());
    QCOMPARE(colors.size(), groups.size());
    std::size_t pooled = 0;
    for (std::uint8_t cause = 0; cause < guide::causes().size(); ++cause)
        pooled += groups.indexOf({.cause = cause}) == rest ? 1 : 0;
    QCOMPARE(pooled, guide::causes().size() - ChartGroups::mostCauses);
}

/// The series know causes and moves of failures that are not in memory any more.
void ChartFormsTest::countsStayWhenFailuresAreLetGo() {
    RateSeries rates;
    const Microseconds time = noon.toMSecsSinceEpoch() * 1000;
    rates.addFailures(time, {FailureCode::http(429), 3, WhoseMove::You}, 2);
    rates.addFailures(time, {FailureCode::http(429), 4, WhoseMove::You}, 5);
    rates.addFailures(time, {FailureCode::http(429), 3, WhoseMove::You}, -1);
    const auto minutes = rates.buckets(time, time + microsecondsPerMinute, microsecondsPerMinute);
    QCOMPARE(minutes.front().kinds.size(), 2u);
    QCOMPARE(minutes.front().kinds.front().count, 1u);
    QCOMPARE(minutes.front().byCode().at(FailureCode::http(429)), 6u);
}

void ChartFormsTest::aLogarithmicBarIsAsHighAsItsSum() {
    RateChartData data;
    data.logarithmic = true;
    data.buckets = {{.requests = 600,
                     .failures = 500,
                     .kinds = {{{FailureCode::http(429)}, 100}, {{FailureCode::http(529)}, 400}}}};
    QCOMPARE(data.top(), 1000.0);
    double height = 0;
    for (const auto& group : data.heights())
        height += group.front();
    QVERIFY(std::abs(height - std::log10(501)) < 1e-9);
    QStringList labels;
    for (const auto& [place, label] : data.ticks())
        labels << label;
    QCOMPARE(labels, (QStringList{u"0"_s, u"1"_s, u"10"_s, u"100"_s, QLocale().toString(1000)}));
    data.logarithmic = false;
    QCOMPARE(data.onAxis(7), 7.0);
    QCOMPARE(data.ticks(3).back().first, data.top());
}

/// Edges are smoothed.
static bool isLike(const QColor& a, const QColor& b) {
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue()) < 90;
}

void ChartFormsTest::linesStandForGroups() {
    choose(u"Lines Instead of Bars"_s);
    const RateChartData data = panel().chartData();
    QCOMPARE(data.top(), 4.0); // of the highest line, not of a sum
    const QImage picture = panel().chart()->canvas()->grab().toImage();
    const QColor color =
        data.groups.color(std::size_t(codegroups::indexOf(FailureCode::http(529))), m_window->palette());
    int found = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            found += isLike(picture.pixelColor(x, y), color) ? 1 : 0;
    QVERIFY(found > 10);
}

void ChartFormsTest::requestsStandBehind() {
    const RateChartData data = panel().chartData();
    QCOMPARE(data.requestsText(), u"grey: requests"_s); // so few that one axis shows both
    QCOMPARE(data.topOfRequests(), data.top());
    QVERIFY(data.top() >= static_cast<double>(data.mostRequests()));
    std::uint64_t requests = 0;
    for (const RateSeries::Bucket& bucket : data.buckets)
        requests += bucket.requests;
    QCOMPARE(requests, 7u);
    choose(u"Requests Behind the Failures"_s);
    QVERIFY(panel().chartData().requestsText().isEmpty());
}

void ChartFormsTest::theTableHasTheFigures() {
    choose(u"By Whose Move"_s);
    choose(u"As a Table"_s);
    auto* dialog = this->dialog<ChartTable>();
    QVERIFY(dialog);
    const auto* table = dialog->findChild<QTableWidget*>();
    QStringList names;
    std::vector<int> sums(std::size_t(table->columnCount()));
    for (int column = 0; column < table->columnCount(); ++column) {
        names << table->horizontalHeaderItem(column)->text();
        for (int row = 0; column > 0 && row < table->rowCount(); ++row)
            sums[std::size_t(column)] += table->item(row, column)->text().toInt();
    }
    QCOMPARE(names, (QStringList{u"Time"_s, u"Requests"_s, u"Failures"_s, u"You"_s, u"DeRouter"_s,
                                 u"AI provider"_s}));
    QCOMPARE(sums, (std::vector<int>{0, 7, 6, 3, 1, 2}));
    QTest::mouseClick(button(dialog, u"Copy as CSV"_s), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text().section(u"\r\n"_s, 0, 0),
             u"from,to,requests,failures,you,derouter,provider"_s);
}

void ChartFormsTest::theTableHasPercents() {
    QTest::mouseClick(panel().percentButton(), Qt::LeftButton);
    choose(u"By Whose Move"_s);
    choose(u"As a Table"_s);
    const auto* dialog = this->dialog<ChartTable>();
    const auto* table = dialog->findChild<QTableWidget*>();
    std::uint64_t failed = 0;
    for (const RateSeries::Bucket& bucket : panel().chartData().buckets)
        failed += bucket.requests > 0 ? 1 : 0;
    QCOMPARE(std::uint64_t(table->rowCount()), failed);
    QStringList first;
    for (int column = 1; column < table->columnCount(); ++column)
        first << table->item(0, column)->text();
    QCOMPARE(first, (QStringList{u"1"_s, u"100.0 % (1 of 1)"_s, u"100.0 % (1 of 1)"_s, u"0.0 % (0 of 1)"_s,
                                 u"0.0 % (0 of 1)"_s}));
    QVERIFY2(spoken(dialog).contains(u"85.7 % (6 of 7)"_s), qPrintable(spoken(dialog)));
}

void ChartFormsTest::theFormIsKept() {
    choose(u"By Cause"_s);
    choose(u"Logarithmic Scale"_s);
    choose(u"Requests Behind the Failures"_s);
    m_window->close();
    showWindow();
    const RateChartData data = panel().chartData();
    QVERIFY(data.groups.split() == ChartSplit::Cause);
    QVERIFY(data.logarithmic && !data.requests && !data.lines);
}

void ChartFormsTest::everyFormIsExported() {
    choose(u"By Whose Move"_s);
    RateChartData data = panel().chartData();
    const QString bars = QString::fromUtf8(ChartPicture(data, m_window->palette(), {}).svg());
    QVERIFY(bars.contains(u"requests: "_s) && bars.contains(u"AI provider: 2"_s));
    data.percent = true;
    const QString percents = QString::fromUtf8(ChartPicture(data, m_window->palette(), {}).svg());
    QVERIFY2(percents.contains(u"DeRouter: 100.0 % (1 of 1)"_s), qPrintable(percents));
    data.percent = false;
    data.lines = true;
    const QString lines = QString::fromUtf8(ChartPicture(data, m_window->palette(), {}).svg());
    QVERIFY(lines.contains(u"stroke-width=\"2.00\""_s) && !lines.contains(u", You: "_s));
    QVERIFY2(lines.contains(u">AI provider</text>"_s), "a line says whose it is");
}

QTEST_MAIN(ChartFormsTest)
#include "tst_chartforms.moc"
