// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Failures without a time: in the table and in the headline, never on the chart, and that is said.

#include "actions.h"
#include "chartpanel.h"
#include "headline.h"
#include "models/eventmodel.h"
#include "ratechart.h"
#include "windowtest.h"
#include "workspace.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QToolButton>

#include <memory>

using namespace derouter;

namespace {

/// What a program prints to a terminal: 429 twice and 529 once, with no time anywhere.
const QByteArray terminal =
    "anthropic.RateLimitError: Error code: 429 - {'type': 'error', 'error': {'type': 'rate_limit_error', "
    "'message': 'Requests per minute limit (60) exceeded'}}\n"
    "anthropic.RateLimitError: Error code: 429 - {'type': 'error', 'error': {'type': 'rate_limit_error', "
    "'message': 'Slow down'}}\n"
    "anthropic.InternalServerError: Error code: 529 - {'type': 'error', 'error': {'type': "
    "'overloaded_error', 'message': 'Overloaded'}}\n";

} // namespace

class UndatedTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void theyAreLastInEitherOrder();
    void theHeadlineCountsThem();
    void theChartSaysWhatItCannotDraw();
    void onlyWhatTheTableShowsIsSaid();
    void callsOfThemCountTheirAttempts();
    void aLogWithoutAnyTimeSaysSo();
    void aNarrowWindowSaysItToo();
    void unlikelyTimesStretchNoAxis();
    void aLogOfUnlikelyTimesIsDrawn();

private:
    QString chartTitle();
    QString chartSummary();
    void open(const QByteArray& undated, const QList<Logged>& dated = mixedMinute());
};

void UndatedTest::initTestCase() {
    nameProgram(u"tst_undated"_s);
}

void UndatedTest::init() {
    openWindow();
}

void UndatedTest::cleanup() {
    closeWindow();
}

/// The terminal's output is opened first, so that the order in which they are found is not that of the table.
void UndatedTest::open(const QByteArray& undated, const QList<Logged>& dated) {
    m_window->openFiles({m_folder->write(u"terminal.log"_s, undated)}, false);
    QTRY_VERIFY_WITH_TIMEOUT(!m_monitor->isBusy(), patience);
    if (!dated.isEmpty())
        m_window->openFiles({m_folder->write(u"app.log"_s, dated)}, false);
    QTRY_VERIFY_WITH_TIMEOUT(!m_monitor->isBusy(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!space().isEmptyStateShown(), patience);
}

QString UndatedTest::chartTitle() {
    return space().chartPanel()->findChild<QLabel*>()->text();
}

QString UndatedTest::chartSummary() {
    return space().chartPanel()->chart()->canvas()->parentWidget()->accessibleDescription();
}

void UndatedTest::theyAreLastInEitherOrder() {
    open(terminal);
    for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        model().sort(EventModel::Time, order);
        QCOMPARE(model().rowCount(), 7);
        for (int row = 0; row < 7; ++row)
            QCOMPARE(model().index(row, EventModel::Time).data().toString().isEmpty(), row >= 4);
        QCOMPARE(model().index(0, EventModel::Code).data().toString(),
                 order == Qt::AscendingOrder ? u"529"_s : u"401"_s);
    }
    QVERIFY(!model().index(6, EventModel::Time).data(Qt::ToolTipRole).toString().isEmpty());
}

void UndatedTest::theHeadlineCountsThem() {
    open(terminal);
    const auto said = [this] {
        QStringList texts;
        for (const QLabel* label : space().headline()->findChildren<QLabel*>())
            texts << label->text();
        return texts.join(u'\n');
    };
    QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"7 failure(s) · successes are not in every log"_s),
                              qPrintable(said()), patience);
    QTRY_VERIFY_WITH_TIMEOUT(space().headline()->moveButton(WhoseMove::You)->text().contains(u'4'), patience);
}

void UndatedTest::theChartSaysWhatItCannotDraw() {
    open(terminal);
    QTRY_VERIFY2_WITH_TIMEOUT(chartTitle().endsWith(u" · 3 without a time are not on the chart"_s),
                              qPrintable(chartTitle()), patience);
    QVERIFY(chartSummary().endsWith(u"3 without a time are not on the chart."_s));
    QVERIFY2(chartSummary().contains(u"failures: 4;"_s), qPrintable(chartSummary()));
    m_monitor->removeSource(0);
    QTRY_VERIFY2_WITH_TIMEOUT(!chartTitle().contains(u"without a time"_s), qPrintable(chartTitle()),
                              patience);
}

void UndatedTest::onlyWhatTheTableShowsIsSaid() {
    open(terminal);
    const auto said = [this](int count) {
        const QString words = u"%1 without a time"_s.arg(count);
        return QTest::qWaitFor(
            [&] { return count == 0 ? !chartTitle().contains(u"without"_s) : chartTitle().contains(words); },
            patience);
    };
    const auto code = [this](int status) {
        return m_window->actions().codes->actions().at(codegroups::indexOf(FailureCode::http(status)));
    };
    code(529)->trigger();
    QVERIFY2(said(2), "529 is hidden");
    m_window->actions().undo->trigger();
    space().headline()->moveButton(WhoseMove::Provider)->click();
    QVERIFY2(said(1), "only the provider's");
    m_window->actions().undo->trigger();
    m_window->workspace().chartPanel()->chart()->rangeChosen(
        {noon.toMSecsSinceEpoch() * 1000, noon.toMSecsSinceEpoch() * 1000 + 30'000'000});
    QCOMPARE(model().rowCount(), 2);
    QVERIFY2(said(0), "they are in no range");
    m_window->actions().undo->trigger();
    QVERIFY(said(3));
}

void UndatedTest::callsOfThemCountTheirAttempts() {
    QFile retries(QStringLiteral(DEROUTER_TEST_DATA "/formats/ts-sdk-retries.log"));
    QVERIFY(retries.open(QIODevice::ReadOnly));
    open(retries.readAll());
    m_window->actions().calls->trigger();
    QCOMPARE(model().rowCount(), 5);
    QTRY_VERIFY2_WITH_TIMEOUT(chartTitle().contains(u"3 without a time"_s), qPrintable(chartTitle()),
                              patience);
    QTest::keyClicks(m_window->findChild<QLineEdit*>(), u"/proxy/v1"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(chartTitle().contains(u"2 without a time"_s), qPrintable(chartTitle()),
                              patience);
}

void UndatedTest::aLogWithoutAnyTimeSaysSo() {
    open(terminal, {});
    QCOMPARE(model().rowCount(), 3);
    QTRY_VERIFY2_WITH_TIMEOUT(chartTitle().contains(u"3 without a time"_s), qPrintable(chartTitle()),
                              patience);
    QCOMPARE(chartSummary(), u"No failure has a time. 3 without a time are not on the chart."_s);
}

void UndatedTest::aNarrowWindowSaysItToo() {
    open(terminal);
    m_window->resize(640, 600);
    QTRY_COMPARE_WITH_TIMEOUT(chartTitle(), u"3 without a time are not on the chart"_s, patience);
    QVERIFY(space().chartPanel()->findChild<QLabel*>()->isVisible());
    m_monitor->removeSource(0);
    QTRY_VERIFY_WITH_TIMEOUT(!space().chartPanel()->findChild<QLabel*>()->isVisible(), patience);
}

/// F62: they are counted and stand in the table, but the chart begins and ends with the others.
void UndatedTest::unlikelyTimesStretchNoAxis() {
    const auto at = [](const QByteArray& stamp, int code) {
        return stamp + "Z ERROR app: Error code: " + QByteArray::number(code) + " - {'type': 'error'}\n";
    };
    open(at("1999-01-01T00:00:05.000", 529) + at("1999-01-01T00:00:05.000", 429) +
         at("2099-12-31T23:59:59.000", 529));
    QCOMPARE(model().rowCount(), 7);
    QTRY_VERIFY2_WITH_TIMEOUT(chartTitle().endsWith(u"3 of an unlikely time are not on the chart"_s),
                              qPrintable(chartTitle()), patience);
    QVERIFY2(chartSummary().contains(u"failures: 4;"_s), qPrintable(chartSummary()));
    m_window->actions().codes->actions().at(codegroups::indexOf(FailureCode::http(429)))->trigger();
    QTRY_VERIFY2_WITH_TIMEOUT(chartTitle().endsWith(u"2 of an unlikely time are not on the chart"_s),
                              qPrintable(chartTitle()), patience);
    m_window->actions().undo->trigger();
    QTest::keyClicks(m_window->findChild<QLineEdit*>(), u"429"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(chartTitle().endsWith(u"1 of an unlikely time are not on the chart"_s),
                              qPrintable(chartTitle()), patience);
}

void UndatedTest::aLogOfUnlikelyTimesIsDrawn() {
    open("1999-12-31T23:59:59.000Z ERROR app: Error code: 529 - {'type': 'error'}\n", {});
    QTRY_VERIFY2_WITH_TIMEOUT(chartSummary().contains(u"failures: 1;"_s), qPrintable(chartSummary()),
                              patience);
    QVERIFY(!chartTitle().contains(u"unlikely"_s));
}

QTEST_MAIN(UndatedTest)
#include "tst_undated.moc"
