// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever is filtered for: table, chart, its figures, headline, summary and the saved report count the same.

#include "actions.h"
#include "chartpanel.h"
#include "chartpicture.h"
#include "detailpane.h"
#include "eventview.h"
#include "filterbar.h"
#include "headline.h"
#include "language.h"
#include "monitor/marks.h"
#include "overviewpart.h"
#include "savedialog.h"
#include "windowtest.h"

#include <QAction>
#include <QJsonArray>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QStatusBar>

#include <random>
#include <set>

using namespace derouter;

namespace {

const Microseconds start = noon.toMSecsSinceEpoch() * 1000;

/// Some requests of all kinds, some with a key.
QByteArray manyKinds(std::mt19937& random, int firstId) {
    const QList<std::pair<int, QString>> kinds{{400, u"invalid_request_error"_s},
                                               {401, u"authentication_error"_s},
                                               {402, u"billing_error"_s},
                                               {429, u"rate_limit_error"_s},
                                               {503, u"api_error"_s},
                                               {529, u"overloaded_error"_s},
                                               {404, u"not_found_error"_s}};
    QByteArray text;
    int at = 0;
    for (int i = 0; i < 150; ++i) {
        at += static_cast<int>(random() % 40);
        const auto& [status, type] = kinds[static_cast<qsizetype>(random() % std::size_t(kinds.size()))];
        QByteArray line =
            Logged{.second = at,
                   .status = random() % 3 == 0 ? 200 : status,
                   .type = type,
                   .message = random() % 2 ? u"Overloaded"_s : u"Limit (%1) exceeded"_s.arg(random() % 9),
                   .id = requestId(firstId + i),
                   .model = random() % 2 ? u"claude-sonnet-5"_s : u"claude-haiku-4-5"_s}
                .line();
        if (random() % 3 == 0)
            line.replace("\"pid\":7", "\"pid\":7,\"x-api-key\":\"sk-ant-***" +
                                          QByteArray(random() % 2 ? "aaaa" : "bbbb") + "\"");
        text += line;
    }
    return text;
}

ViewState randomView(std::mt19937& random) {
    using enum FilterField;
    const QList<FilterTerm> values{
        {.field = Code, .value = u"529"_s},        {.field = Code, .value = u"5xx"_s},
        {.field = Code, .value = u"other"_s},      {.field = Type, .value = u"*error"_s},
        {.field = Cause, .value = u"upstream*"_s}, {.field = Move, .value = u"you"_s},
        {.field = Model, .value = u"*sonnet*"_s},  {.field = Key, .value = u"*aaaa"_s},
        {.field = Source, .value = u"a.log"_s},    {.field = Path, .value = u"/v1/*"_s},
        {.field = Text, .value = u"overloaded"_s}, {.field = Expression, .value = u"\\([2-5]\\)"_s},
        {.field = Marked, .value = u"yes"_s}};
    ViewState view{.calls = random() % 4 == 0};
    for (auto count = random() % 3; count > 0; --count) {
        FilterTerm next = values[static_cast<qsizetype>(random() % std::size_t(values.size()))];
        next.exclude = random() % 3 == 0;
        view.add(next);
    }
    if (random() % 2) {
        const Microseconds from = start + static_cast<Microseconds>(random() % 2000) * microsecondsPerSecond;
        view.setRange({from, from + static_cast<Microseconds>(60 + random() % 3000) * microsecondsPerSecond});
    } else if (random() % 3 == 0) {
        view.add({.field = Time, .value = u"20m"_s});
    }
    return view;
}

std::uint64_t chartSum(const RateChartData& shown) {
    std::uint64_t sum = shown.undated + shown.odd;
    for (const RateSeries::Bucket& bucket : shown.buckets)
        for (const RateSeries::KindCount& each : bucket.kinds)
            sum += each.count;
    return sum;
}

/// Of the failures in each row of the figures for spreadsheets.
std::uint64_t figuresSum(const RateChartData& shown) {
    std::uint64_t sum = shown.undated + shown.odd;
    const QList<QByteArray> lines = chartFigures(shown).trimmed().split('\n');
    const auto column = lines.front().trimmed().split(',').indexOf("failures");
    for (const QByteArray& line : lines.mid(1))
        sum += line.trimmed().split(',').value(column).toULongLong();
    return sum;
}

} // namespace

class FiguresTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        nameProgram(u"tst_figures"_s);
        speak(QLocale(QLocale::English));
    }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void aTimeHasOneShare();
    void allAreOfTheSameFailures();

private:
    void openBoth(std::mt19937& random);
    QJsonObject savedReport();
    void chooseSplit(unsigned number);
};

QJsonObject FiguresTest::savedReport() {
    static int number = 0; // no file is there already
    const QString path = m_folder->path(u"r%1.json"_s.arg(++number));
    m_window->actions().saveReport->trigger();
    auto* const asked = dialog<SaveDialog>();
    asked->findChild<QLineEdit*>()->setText(path);
    QTest::keyClick(asked->findChild<QLineEdit*>(), Qt::Key_Return);
    [[maybe_unused]] const bool isSaved =
        QTest::qWaitFor([this] { return m_window->actions().saveReport->isEnabled(); }, patience);
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

void FiguresTest::chooseSplit(unsigned number) {
    space().chartPanel()->formMenu()->actions().at(static_cast<qsizetype>(number % 3))->trigger();
}

void FiguresTest::openBoth(std::mt19937& random) {
    m_window->openFiles({m_folder->write(u"a.log"_s, manyKinds(random, 0)),
                         m_folder->write(u"b.log"_s, manyKinds(random, 1000))},
                        false);
    QTRY_VERIFY_WITH_TIMEOUT(
        m_monitor->sources().size() == 2 && !m_monitor->isBusy() && model().rowCount() > 100, patience);
}

void FiguresTest::aTimeHasOneShare() {
    std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same run each time
    openBoth(random);
    for (int run = 0; run < 12; ++run) {
        const Microseconds from = start + static_cast<Microseconds>(random() % 2000) * microsecondsPerSecond;
        m_window->filterState().setRange(
            {from, from + static_cast<Microseconds>(60 + random() % 3000) * microsecondsPerSecond});
        const QJsonObject report = savedReport();
        const auto told = u"%1 of %2 requests failed"_s.arg(report[u"failures"_s].toInteger())
                              .arg(report[u"api_requests"_s].toInteger());
        QTRY_VERIFY2(space().headline()->facts().contains(told),
                     qPrintable(told + space().headline()->facts()));
    }
}

void FiguresTest::allAreOfTheSameFailures() {
    std::mt19937 random(23); // NOLINT(cert-msc51-cpp): the same run each time
    openBoth(random);
    const int dated = model().rowCount();
    m_window->openFiles(
        {m_folder->write(u"undated.log"_s,
                         "anthropic.RateLimitError: Error code: 429 - {'type': 'error', 'error': "
                         "{'type': 'rate_limit_error', 'message': 'slow down'}}\n")},
        false);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), dated + 1, patience);
    const std::size_t all = m_monitor->events().size();
    for (EventStore::Row row = 0; row < all; row += 1 + random() % 5)
        (void)m_monitor->marks().mark({row});
    std::set<std::size_t> sizes;
    for (int run = 0; run < 40; ++run) {
        const ViewState view = randomView(random);
        m_window->filterState().change(view);
        m_window->actions().groups->setChecked(random() % 3 == 0);
        chooseSplit(static_cast<unsigned>(random()));
        const std::size_t failures = model().visible().size() + model().earlier().size();
        sizes.insert(failures);
        const auto told = [&](const char* what) {
            return qPrintable(u"run %1, %2: %3"_s.arg(run).arg(QLatin1String(what),
                                                               m_window->statusBar()->currentMessage()));
        };
        if (!view.calls)
            QVERIFY2(failures + model().hidden() == all, told("hidden"));
        const RateChartData shown = space().chartPanel()->chartData();
        QVERIFY2(chartSum(shown) == failures, told("chart"));
        QVERIFY2(figuresSum(shown) == failures, told("figures"));
        const QJsonObject report = savedReport();
        QVERIFY2(report[u"failures"_s].toInteger() == static_cast<qint64>(failures), told("report"));
        QVERIFY2(report[u"events"_s].toArray().size() == static_cast<qsizetype>(failures), told("events"));
        // The summary follows a moment later.
        const QString count = QLocale().toString(static_cast<qulonglong>(failures)) +
                              (failures == 1 ? u" failure"_s : u" failures"_s);
        QTRY_VERIFY2(spoken(space().detail()->overview()).contains(count), told("summary"));
    }
    QVERIFY2(sizes.size() > 15, "the filters differ");
}

QTEST_MAIN(FiguresTest)
#include "tst_figures.moc"
