// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The model of the table where repeats are grouped.

#include "filterfixture.h"
#include "logfixture.h"
#include "models/eventmodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QPersistentModelIndex>
#include <QSignalSpy>

#include <algorithm>
#include <array>
#include <memory>
#include <random>
#include <set>

using namespace derouter;

namespace {

constexpr int patience = 20'000;

QStringList column(const EventModel& model, int column) {
    QStringList cells;
    for (int row = 0; row < model.rowCount(); ++row)
        cells << model.index(row, column).data().toString();
    return cells;
}

Logged overloaded(int second, int id) {
    return {.second = second, .id = requestId(id)};
}

Logged tooLong(int second, const QString& message) {
    return {.second = second,
            .status = 400,
            .type = u"invalid_request_error"_s,
            .message = message,
            .id = requestId(second)};
}

/// Two repeats of one error, three of another, and one alone.
QList<Logged> repeats() {
    return {overloaded(1, 1),
            tooLong(2, u"messages.3.content: too long, 200312 tokens"_s),
            overloaded(3, 3),
            tooLong(4, u"temperature: must be at most 1"_s),
            tooLong(5, u"messages.41.content: too long, 210007 tokens"_s),
            overloaded(6, 6)};
}

/// What a user sees of each row, and what it stands for.
QStringList shown(const EventModel& model) {
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int at = 0; at < EventModel::columns; ++at)
            cells << model.index(row, at).data().toString();
        rows << u"%1 %2 %3"_s.arg(int(model.fold(row))).arg(model.storeRow(row)).arg(cells.join(u'|'));
    }
    return rows;
}

/// The same groups unfolded as in the other model.
void unfoldLike(EventModel& model, const EventModel& other) {
    std::set<EventStore::Row> unfolded;
    for (int row = 0; row < other.rowCount(); ++row)
        if (other.fold(row) == EventModel::Fold::Unfolded)
            unfolded.insert(other.storeRow(row));
    for (int row = model.rowCount() - 1; row >= 0; --row)
        if (model.isGroup(row) && unfolded.contains(model.storeRow(row)))
            model.setUnfolded(row, true);
}

} // namespace

class GroupModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void whatDiffersInNumbersIsOneRow();
    void aGroupUnfoldsToItsMembers();
    void groupsAreSortedByTheirNewest_data();
    void groupsAreSortedByTheirNewest();
    void filtersLookAtMembers();
    void aGroupStandsForItsMembers();
    void whatComesKeepsFoldAndSelection();
    void aFailureThatLearnsItsMessageChangesItsGroup();
    void whatComesAndGoesIsWhatIsBuiltAnew_data();
    void whatComesAndGoesIsWhatIsBuiltAnew();
    void oldFailuresLeaveTheirGroups_data();
    void oldFailuresLeaveTheirGroups();
    void manyRowsAreGroupedAtOnce();

private:
    std::unique_ptr<LogFolder> m_folder;
    std::unique_ptr<Monitor> m_monitor;
};

void GroupModelTest::init() {
    m_folder = std::make_unique<LogFolder>();
    m_monitor = std::make_unique<Monitor>();
}

void GroupModelTest::cleanup() {
    m_monitor.reset();
    m_folder.reset();
}

void GroupModelTest::whatDiffersInNumbersIsOneRow() {
    EventModel model(*m_monitor);
    const QAbstractItemModelTester tester(&model);
    model.setGrouping(true);
    readAll(*m_monitor, m_folder->write(u"app.log"_s, repeats()));
    QCOMPARE(column(model, EventModel::Time),
             QStringList({u"2026-11-23 12:00:04.000"_s, u"2026-11-23 12:00:05.000 ×2"_s,
                          u"2026-11-23 12:00:06.000 ×3"_s}));
    QCOMPARE(column(model, EventModel::Code), QStringList({u"400"_s, u"400"_s, u"529"_s}));
    QCOMPARE(column(model, EventModel::Message),
             QStringList({u"temperature: must be at most 1"_s, u"messages.#.content: too long, # tokens"_s,
                          u"Overloaded"_s}));
    QCOMPARE(column(model, EventModel::RequestId), QStringList({requestId(4), QString(), QString()}));
    QCOMPARE(model.groups(), 3u);
    QCOMPARE(model.visible().size(), 6u);
    QCOMPARE(model.hidden(), 0u);
    QVERIFY(model.index(2, EventModel::Time).data(Qt::AccessibleTextRole).toString().contains(u"folded"_s));
    model.setGrouping(false);
    QCOMPARE(model.rowCount(), 6);
    QCOMPARE(model.groups(), 0u);
    QCOMPARE(column(model, EventModel::Code).first(), u"529"_s);
}

void GroupModelTest::aGroupUnfoldsToItsMembers() {
    EventModel model(*m_monitor);
    const QAbstractItemModelTester tester(&model);
    readAll(*m_monitor, m_folder->write(u"app.log"_s, repeats()));
    model.setGrouping(true);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.setUnfolded(1, true);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(column(model, EventModel::RequestId),
             QStringList({requestId(4), QString(), requestId(2), requestId(5), QString()}));
    QCOMPARE(model.fold(1), EventModel::Fold::Unfolded);
    QCOMPARE(model.fold(2), EventModel::Fold::Member);
    QCOMPARE(model.fold(0), EventModel::Fold::None);
    QCOMPARE(model.groupRow(3), 1);
    QCOMPARE(column(model, EventModel::Message).at(3), u"messages.41.content: too long, 210007 tokens"_s);
    model.setUnfolded(0, true); // nothing to unfold
    QCOMPARE(model.rowCount(), 5);
    model.setUnfolded(1, false);
    QCOMPARE(model.rowCount(), 3);
}

void GroupModelTest::groupsAreSortedByTheirNewest_data() {
    QTest::addColumn<int>("by");
    QTest::addColumn<int>("order");
    QTest::addColumn<QStringList>("ids"); // the group's row has none
    QTest::newRow("time") << int(EventModel::Time) << int(Qt::AscendingOrder)
                          << QStringList{requestId(4), u""_s,        requestId(2), requestId(5),
                                         u""_s,        requestId(1), requestId(3), requestId(6)};
    QTest::newRow("falling time") << int(EventModel::Time) << int(Qt::DescendingOrder)
                                  << QStringList{u""_s, requestId(6), requestId(3), requestId(1),
                                                 u""_s, requestId(5), requestId(2), requestId(4)};
    QTest::newRow("code") << int(EventModel::Code) << int(Qt::AscendingOrder)
                          << QStringList{requestId(4), u""_s,        requestId(2), requestId(5),
                                         u""_s,        requestId(1), requestId(3), requestId(6)};
    QTest::newRow("message") << int(EventModel::Message) << int(Qt::AscendingOrder)
                             << QStringList{u""_s, requestId(1), requestId(3), requestId(6),
                                            u""_s, requestId(2), requestId(5), requestId(4)};
}

void GroupModelTest::groupsAreSortedByTheirNewest() {
    QFETCH(int, by);
    QFETCH(int, order);
    QFETCH(QStringList, ids);
    EventModel model(*m_monitor);
    const QAbstractItemModelTester tester(&model);
    readAll(*m_monitor, m_folder->write(u"app.log"_s, repeats()));
    model.setGrouping(true);
    model.setUnfolded(2, true);
    model.setUnfolded(1, true);
    model.sort(by, Qt::SortOrder(order));
    QCOMPARE(column(model, EventModel::RequestId), ids);
}

void GroupModelTest::filtersLookAtMembers() {
    EventModel model(*m_monitor);
    const QAbstractItemModelTester tester(&model);
    readAll(*m_monitor, m_folder->write(u"app.log"_s, repeats()));
    model.setGrouping(true);
    model.setUnfolded(2, true);
    model.setFilter(filterOf(u"time:12:00:02..12:00:05"_s));
    QCOMPARE(column(model, EventModel::Time),
             QStringList(
                 {u"2026-11-23 12:00:02.000"_s, u"2026-11-23 12:00:03.000"_s, u"2026-11-23 12:00:04.000"_s}));
    QCOMPARE(model.hidden(), 3u);
    model.setFilter({});
    QCOMPARE(model.rowCount(), 6); // what was unfolded is unfolded again
    QCOMPARE(model.fold(2), EventModel::Fold::Unfolded);
}

void GroupModelTest::aGroupStandsForItsMembers() {
    EventModel model(*m_monitor);
    readAll(*m_monitor, m_folder->write(u"app.log"_s, repeats()));
    model.setGrouping(true);
    const auto first = *m_monitor->events().find(requestId(1).toStdString());
    QCOMPARE(model.failures(2).size(), 3u);
    QCOMPARE(model.failures(0).size(), 1u);
    QVERIFY(model.standsFor(2, first));
    QVERIFY(!model.standsFor(1, first));
    QCOMPARE(model.rowOf(first), 2);
    model.setUnfolded(2, true);
    QCOMPARE(model.rowOf(first), 3);
    model.setFilter(filterOf(u"code:400"_s));
    QCOMPARE(model.rowOf(first), -1);
}

void GroupModelTest::whatComesKeepsFoldAndSelection() {
    EventModel model(*m_monitor);
    const QAbstractItemModelTester tester(&model);
    model.setGrouping(true);
    const QString path = m_folder->write(u"app.log"_s, repeats());
    m_monitor->addSource(fileSpec(path, true));
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 3, patience);
    model.setUnfolded(1, true);
    const QPersistentModelIndex group = model.index(1, EventModel::Code);
    const QPersistentModelIndex member = model.index(3, EventModel::Code);
    const EventStore::Row chosen = model.storeRow(3);
    QSignalSpy came(&model, &EventModel::failuresCame);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);

    m_folder->write(u"app.log"_s, {tooLong(20, u"messages.7.content: too long, 1 tokens"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(model.visible().size(), 7u, patience);
    QCOMPARE(group.row(), 2); // its newest member is the newest of all
    QCOMPARE(model.fold(group.row()), EventModel::Fold::Unfolded);
    QCOMPARE(model.index(2, EventModel::Time).data().toString(), u"2026-11-23 12:00:20.000 ×3"_s);
    QCOMPARE(model.storeRow(member.row()), chosen);
    QCOMPARE(came.size(), 1);
    QCOMPARE(came.first().first().toInt(), 1);
    QCOMPARE(resets.size(), 0);
}

/// What another log adds to what the first one told makes it a repeat of others.
void GroupModelTest::aFailureThatLearnsItsMessageChangesItsGroup() {
    EventModel model(*m_monitor);
    const QAbstractItemModelTester tester(&model);
    model.setGrouping(true);
    readAll(*m_monitor, m_folder->write(u"app.log"_s, repeats()));
    readAll(*m_monitor, m_folder->write(u"access.log"_s,
                                        "203.0.113.9 - - [23/Nov/2026:12:00:09 +0000] \"POST /v1/messages "
                                        "HTTP/1.1\" 529 0 \"-\" \"-\" " +
                                            requestId(9).toLatin1() + '\n'));
    QCOMPARE(model.groups(), 4u);
    const QPersistentModelIndex alone = model.index(3, EventModel::Code);
    readAll(*m_monitor, m_folder->write(u"late.log"_s, {overloaded(9, 9)}));
    QTRY_COMPARE_WITH_TIMEOUT(model.groups(), 3u, patience);
    QVERIFY(!alone.isValid());
    QVERIFY(model.index(2, EventModel::Time).data().toString().endsWith(u"×4"_s));
}

void GroupModelTest::whatComesAndGoesIsWhatIsBuiltAnew_data() {
    QTest::addColumn<int>("by");
    QTest::addColumn<bool>("calls");
    QTest::addColumn<unsigned>("seed");
    const QStringList seeds = qEnvironmentVariable("DEROUTER_SEED", u"1 2"_s).split(u' ');
    for (const QString& seed : seeds)
        for (const int by : {int(EventModel::Time), int(EventModel::Message), int(EventModel::Attempt)})
            for (const bool calls : {false, true})
                QTest::addRow("%s, %s, seed %s", qPrintable(EventModel::columnName(by)),
                              calls ? "calls" : "attempts", qPrintable(seed))
                    << by << calls << seed.toUInt();
}

void GroupModelTest::whatComesAndGoesIsWhatIsBuiltAnew() {
    QFETCH(int, by);
    QFETCH(bool, calls);
    QFETCH(unsigned, seed);
    EventModel model(*m_monitor);
    const QAbstractItemModelTester tester(&model);
    std::vector<std::pair<QPersistentModelIndex, EventStore::Row>> members;
    const std::array filters{filterOf(u""_s, calls), filterOf(u"move:you,provider"_s, calls),
                             filterOf(u"-code:429"_s, calls)};
    model.setFilter(filters[0]);
    model.sort(by, Qt::DescendingOrder);
    model.setGrouping(true);
    std::mt19937 random(seed);
    const auto below = [&](unsigned end) { return int(random() % end); };
    m_monitor->addSource(fileSpec(m_folder->write(u"app.log"_s, QList<Logged>()), true));
    std::vector<SourceId> others;
    for (int step = 0, written = 0; step < 40; ++step) {
        switch (below(8)) {
        case 0:
            model.setFilter(filters[random() % filters.size()]);
            break;
        case 1:
            model.sort(below(2) ? by : int(EventModel::Code), Qt::SortOrder(below(2)));
            break;
        case 2: // another log tells some failures again, with another message
            others.push_back(readAll(
                *m_monitor, m_folder->write(u"other%1.log"_s.arg(step),
                                            {Logged{.second = below(200),
                                                    .message = u"Overloaded for %1 s"_s.arg(step),
                                                    .id = requestId(below(unsigned(written) + 1))},
                                             Logged{.second = below(200), .id = requestId(1000 + step)}})));
            break;
        case 3:
            if (!others.empty() && below(3) == 0) {
                m_monitor->removeSource(others.back());
                others.pop_back();
                members.clear();
            }
            break;
        case 4:
        case 5:
            if (model.rowCount() > 0) {
                const int row = below(unsigned(model.rowCount()));
                model.setUnfolded(row, model.fold(row) == EventModel::Fold::Folded);
                if (!calls && row < model.rowCount() && model.fold(row) == EventModel::Fold::Member)
                    members.emplace_back(model.index(row, 0), model.storeRow(row));
            }
            break;
        default: {
            QList<Logged> requests;
            for (int i = 0; i < 6; ++i, ++written)
                requests << Logged{.second = written + below(3) - 1,
                                   .status = std::array{529, 429, 503}[random() % 3],
                                   .message =
                                       u"Failed %1 after %2"_s.arg(QChar(u'a' + below(3))).arg(written),
                                   .id = requestId(written),
                                   .attempt = below(4)};
            const std::size_t before = m_monitor->totals().failures;
            m_folder->write(u"app.log"_s, requests);
            QTRY_COMPARE_WITH_TIMEOUT(m_monitor->totals().failures >= before + 1 && !m_monitor->isBusy(),
                                      true, patience);
        }
        }
        EventModel fresh(*m_monitor);
        const auto anew = [&] {
            fresh.setFilter(model.filter());
            fresh.sort(model.sortColumn(), model.sortOrder());
            fresh.setGrouping(false);
            fresh.setGrouping(true);
            unfoldLike(fresh, model);
            return shown(fresh);
        };
        QTRY_COMPARE_WITH_TIMEOUT(shown(model), anew(), patience);
        for (const auto& [index, row] : members)
            QVERIFY(!index.isValid() || model.storeRow(index.row()) == row);
        QCOMPARE(model.groups(), fresh.groups());
        QCOMPARE(model.hidden(), fresh.hidden());
        QCOMPARE(model.earlier().size(), fresh.earlier().size());
        QCOMPARE(std::set(model.visible().begin(), model.visible().end()),
                 std::set(fresh.visible().begin(), fresh.visible().end()));
        QCOMPARE(model.visible().size(), fresh.visible().size());
    }
}

void GroupModelTest::oldFailuresLeaveTheirGroups_data() {
    QTest::addColumn<int>("by");
    QTest::addColumn<bool>("calls");
    QTest::newRow("by time") << int(EventModel::Time) << false;
    QTest::newRow("by message") << int(EventModel::Message) << false;
    QTest::newRow("calls by request-id") << int(EventModel::RequestId) << true;
}

void GroupModelTest::oldFailuresLeaveTheirGroups() {
    QFETCH(int, by);
    QFETCH(bool, calls);
    constexpr std::size_t little = 2 * 1024 * 1024;
    m_monitor = std::make_unique<Monitor>(MonitorOptions{.mostBytes = little});
    EventModel model(*m_monitor);
    const QAbstractItemModelTester tester(&model);
    model.setFilter({.calls = calls});
    model.sort(by, Qt::DescendingOrder);
    model.setGrouping(true);
    m_monitor->addSource(fileSpec(m_folder->write(u"app.log"_s, QByteArray()), true));
    for (int written = 0; written < 18'000;) {
        QByteArray text;
        for (const int end = written + 6000; written < end; ++written)
            text += Logged{.second = written,
                           .status = std::array{529, 429, 503}[std::size_t(written) % 3],
                           .message = u"Part %1 failed"_s.arg(QChar(u'a' + written / 4000)),
                           .id = requestId(written),
                           .attempt = written % 5}
                        .line();
        m_folder->write(u"app.log"_s, text);
        QTRY_COMPARE_WITH_TIMEOUT(m_monitor->totals().failures, std::uint64_t(written), patience);
        if (model.rowCount() > 0)
            model.setUnfolded(0, true);
        EventModel fresh(*m_monitor);
        const auto anew = [&] {
            fresh.setGrouping(false);
            fresh.setFilter(model.filter());
            fresh.sort(by, Qt::DescendingOrder);
            fresh.setGrouping(true);
            unfoldLike(fresh, model);
            return shown(fresh);
        };
        QTRY_COMPARE_WITH_TIMEOUT(shown(model), anew(), patience);
        QCOMPARE(model.hidden(), fresh.hidden());
    }
    QVERIFY(m_monitor->events().firstRow() > 0);
}

void GroupModelTest::manyRowsAreGroupedAtOnce() {
    QByteArray text;
    constexpr int count = 50'000;
    for (int number = 0; number < count; ++number)
        text +=
            tooLong(number / 100, u"messages.%1.content: too long, %2 tokens"_s.arg(number).arg(number * 7))
                .line()
                .replace(requestId(number / 100).toLatin1(), requestId(number).toLatin1());
    readAll(*m_monitor, m_folder->write(u"app.log"_s, text));
    EventModel model(*m_monitor);
    QCOMPARE(model.rowCount(), count);
    QElapsedTimer took;
    took.start();
    model.setGrouping(true);
    QCOMPARE(model.rowCount(), 1);
    model.setUnfolded(0, true);
    QCOMPARE(model.rowCount(), count + 1);
    model.setUnfolded(0, false);
    qInfo("grouped, unfolded and folded in %lld ms", took.elapsed());
    QVERIFY(took.elapsed() < 2000);
}

QTEST_MAIN(GroupModelTest)
#include "tst_groupmodel.moc"
