// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The model of the table with a row an attempt and with a row a call.

#include "filterfixture.h"
#include "logfixture.h"
#include "models/eventmodel.h"

#include <QAbstractItemModelTester>

#include <algorithm>
#include <array>
#include <memory>
#include <random>

using namespace derouter;

namespace {

constexpr int patience = 20'000;

QStringList column(const EventModel& model, int column) {
    QStringList cells;
    for (int row = 0; row < model.rowCount(); ++row)
        cells << model.index(row, column).data().toString();
    return cells;
}

} // namespace

class CallModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theColumnSaysWhichAttempt();
    void aCallIsItsLastAttempt();
    void aCallMatchesWhenItsLastAttemptDoes_data();
    void aCallMatchesWhenItsLastAttemptDoes();
    void attemptsAreSorted_data();
    void attemptsAreSorted();
    void aFurtherAttemptTakesTheRow();
    void whatComesInPiecesIsWhatIsReadAtOnce_data();
    void whatComesInPiecesIsWhatIsReadAtOnce();

private:
    std::unique_ptr<LogFolder> m_folder;
    std::unique_ptr<Monitor> m_monitor;
};

void CallModelTest::init() {
    m_folder = std::make_unique<LogFolder>();
    m_monitor = std::make_unique<Monitor>();
}

void CallModelTest::cleanup() {
    m_monitor.reset();
    m_folder.reset();
}

void CallModelTest::theColumnSaysWhichAttempt() {
    EventModel model(*m_monitor);
    const QAbstractItemModelTester tester(&model);
    readAll(*m_monitor, m_folder->write(u"app.log"_s, retriedCalls()));
    QCOMPARE(column(model, EventModel::Attempt),
             QStringList({u"1 of 3"_s, u"2 of 3"_s, u"3 of 3"_s, u"1 of 2"_s, u"2 of 2"_s, u""_s, u""_s}));
    model.setFilter({.calls = true});
    QCOMPARE(column(model, EventModel::Attempt),
             QStringList({u"3 attempt(s)"_s, u"2 attempt(s)"_s, u""_s, u""_s}));
    QVERIFY(model.index(0, EventModel::Attempt).data(Qt::ToolTipRole).toString().contains(u"logs: 3"_s));
}

void CallModelTest::aCallIsItsLastAttempt() {
    EventModel model(*m_monitor);
    const QAbstractItemModelTester tester(&model);
    model.setFilter({.calls = true});
    readAll(*m_monitor, m_folder->write(u"app.log"_s, retriedCalls()));
    QCOMPARE(column(model, EventModel::RequestId),
             QStringList({requestId(6), requestId(12), requestId(20), requestId(30)}));
    QCOMPARE(model.hidden(), 0u);
    QCOMPARE(model.earlier().size(), 3u);
    model.setFilter({});
    QCOMPARE(model.rowCount(), 7);
    QVERIFY(model.earlier().empty());
}

void CallModelTest::aCallMatchesWhenItsLastAttemptDoes_data() {
    QTest::addColumn<EventFilter>("filter");
    QTest::addColumn<QList<int>>("seconds");
    QTest::newRow("code of the last") << filterOf(u"code:429"_s, true) << QList{6, 12};
    QTest::newRow("code of an earlier one") << filterOf(u"code:529"_s, true) << QList{20};
    QTest::newRow("whose move") << filterOf(u"move:you"_s, true) << QList{6, 12};
    QTest::newRow("text") << filterOf(u"haiku"_s, true) << QList{20};
    QTest::newRow("text of an earlier one") << filterOf(requestId(3), true) << QList<int>{};
    QTest::newRow("time of the last") << filterOf(u"time:12:00:05..12:00:11"_s, true) << QList{6};
}

void CallModelTest::aCallMatchesWhenItsLastAttemptDoes() {
    QFETCH(EventFilter, filter);
    QFETCH(QList<int>, seconds);
    EventModel model(*m_monitor);
    const QAbstractItemModelTester tester(&model);
    model.setFilter(filter);
    readAll(*m_monitor, m_folder->write(u"app.log"_s, retriedCalls()));
    QStringList ids;
    for (const int second : seconds)
        ids << requestId(second);
    QCOMPARE(column(model, EventModel::RequestId), ids);
    QCOMPARE(model.hidden(), std::size_t(4 - seconds.size()));
    EventModel after(*m_monitor);
    after.setFilter(filter);
    QCOMPARE(column(after, EventModel::RequestId), ids);
}

void CallModelTest::attemptsAreSorted_data() {
    QTest::addColumn<bool>("calls");
    QTest::addColumn<QStringList>("cells");
    QTest::newRow("attempts") << false << QStringList{u""_s,       u""_s,       u"1 of 2"_s, u"1 of 3"_s,
                                                      u"2 of 2"_s, u"2 of 3"_s, u"3 of 3"_s};
    QTest::newRow("calls") << true << QStringList{u""_s, u""_s, u"2 attempt(s)"_s, u"3 attempt(s)"_s};
}

void CallModelTest::attemptsAreSorted() {
    QFETCH(bool, calls);
    QFETCH(QStringList, cells);
    readAll(*m_monitor, m_folder->write(u"app.log"_s, retriedCalls()));
    EventModel model(*m_monitor);
    const QAbstractItemModelTester tester(&model);
    model.setFilter({.calls = calls});
    model.sort(EventModel::Attempt, Qt::AscendingOrder);
    QCOMPARE(column(model, EventModel::Attempt), cells);
    model.sort(EventModel::Attempt, Qt::DescendingOrder);
    std::ranges::reverse(cells);
    QCOMPARE(column(model, EventModel::Attempt), cells);
}

void CallModelTest::aFurtherAttemptTakesTheRow() {
    EventModel model(*m_monitor);
    const QAbstractItemModelTester tester(&model);
    model.setFilter({.calls = true});
    const QString path = m_folder->write(u"app.log"_s, {Logged{.second = 1, .id = requestId(1), .attempt = 1},
                                                        Logged{.second = 2, .id = requestId(2)}});
    m_monitor->addSource(fileSpec(path, true));
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 2, patience);
    const QPersistentModelIndex call = model.index(0, EventModel::Code);
    int most = 0;
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [&] { most = std::max(most, model.rowCount()); });
    m_folder->write(u"app.log"_s, {Logged{.second = 5, .status = 503, .id = requestId(5), .attempt = 2}});
    QTRY_COMPARE_WITH_TIMEOUT(column(model, EventModel::RequestId), QStringList({requestId(2), requestId(5)}),
                              patience);
    QCOMPARE(call.row(), 1);
    QCOMPARE(call.data().toString(), u"503"_s);
    QCOMPARE(most, 0);
    QCOMPARE(model.hidden(), 0u);

    // Where the new attempt does not match, the call is gone.
    model.setFilter(filterOf(u"code:503"_s, true));
    QCOMPARE(model.rowCount(), 1);
    m_folder->write(u"app.log"_s, {Logged{.second = 9, .id = requestId(9), .attempt = 3}});
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 0, patience);
    QCOMPARE(model.hidden(), 2u);
    QCOMPARE(model.earlier().size(), 1u);
}

void CallModelTest::whatComesInPiecesIsWhatIsReadAtOnce_data() {
    QTest::addColumn<int>("by");
    QTest::addColumn<bool>("calls");
    for (const int by : {int(EventModel::Time), int(EventModel::Code), int(EventModel::Attempt)})
        for (const bool calls : {false, true})
            QTest::addRow("%s, %s", qPrintable(EventModel::columnName(by)), calls ? "calls" : "attempts")
                << by << calls;
}

void CallModelTest::whatComesInPiecesIsWhatIsReadAtOnce() {
    QFETCH(int, by);
    QFETCH(bool, calls);
    EventModel model(*m_monitor);
    const QAbstractItemModelTester tester(&model);
    model.setFilter(filterOf(u"move:you,provider"_s, calls));
    model.sort(by, Qt::DescendingOrder);
    std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same run each time
    const QString path = m_folder->write(u"app.log"_s, QList<Logged>());
    m_monitor->addSource(fileSpec(path, true));
    int written = 0;
    for (int piece = 0; piece < 8; ++piece) {
        QList<Logged> requests;
        for (int i = 0; i < 12; ++i, ++written)
            requests << Logged{.second = written,
                               .status = std::array{529, 429, 503}[random() % 3],
                               .id = requestId(written),
                               .attempt = int(random() % 4)};
        m_folder->write(u"app.log"_s, requests);
        QTRY_COMPARE_WITH_TIMEOUT(m_monitor->events().size(), std::size_t(written), patience);
        EventModel fresh(*m_monitor);
        fresh.setFilter(model.filter());
        fresh.sort(by, Qt::DescendingOrder);
        QTRY_COMPARE_WITH_TIMEOUT(column(model, EventModel::RequestId), column(fresh, EventModel::RequestId),
                                  patience);
        QCOMPARE(column(model, EventModel::Attempt), column(fresh, EventModel::Attempt));
        QCOMPARE(model.hidden(), fresh.hidden());
        auto earlier = model.earlier();
        std::ranges::sort(earlier);
        QCOMPARE(earlier, fresh.earlier());
    }
    QVERIFY(m_monitor->events().calls() < m_monitor->events().size());
}

QTEST_MAIN(CallModelTest)
#include "tst_callmodel.moc"
