// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window when memory does not hold all failures: the oldest leave the table, and it says so.

#include "clipboard.h"
#include "dataquality.h"
#include "detailpane.h"
#include "eventview.h"
#include "logfixture.h"
#include "mainwindow.h"
#include "models/eventmodel.h"
#include "statusline.h"
#include "workspace.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>

#include <array>

using namespace derouter;

class LetGoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theTableIsWhatMemoryHolds_data();
    void theTableIsWhatMemoryHolds();
    void theFailureInViewStaysInView();
    void theFailureThatLeavesIsFollowedByNone();
    void theWindowSaysWhatItShows();
    void theDetailPaneReadsRecordsAgain();

private:
    static constexpr int patience = 30'000;
    static constexpr std::size_t little = 2 * 1024 * 1024;

    /// Writes failures [from, to) and waits until they are read.
    void write(int from, int to) const;
    static QStringList ids(const QAbstractItemModel& model);

    std::unique_ptr<LogFolder> m_folder;
    std::unique_ptr<Monitor> m_monitor;
};

void LetGoTest::initTestCase() {
    QCoreApplication::setOrganizationName(u"DeRouterTest"_s);
    QCoreApplication::setApplicationName(u"tst_letgo"_s);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QSettings().clear();
}

void LetGoTest::init() {
    m_folder = std::make_unique<LogFolder>();
    m_monitor = std::make_unique<Monitor>(MonitorOptions{.mostBytes = little});
    m_monitor->addSource(fileSpec(m_folder->write(u"app.log"_s, QByteArray()), true));
}

void LetGoTest::cleanup() {
    m_monitor.reset();
    m_folder.reset();
}

void LetGoTest::write(int from, int to) const {
    static constexpr std::array codes{529, 429, 503};
    QByteArray text;
    for (int number = from; number < to; ++number)
        text += Logged{.second = number,
                       .status = codes[static_cast<std::size_t>(number % 3)],
                       .id = requestId(number),
                       .attempt = number % 5}
                    .line();
    m_folder->write(u"app.log"_s, text);
    QTRY_COMPARE_WITH_TIMEOUT(m_monitor->totals().failures, std::uint64_t(to), patience);
}

QStringList LetGoTest::ids(const QAbstractItemModel& model) {
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids << model.index(row, EventModel::RequestId).data().toString();
    return ids;
}

void LetGoTest::theTableIsWhatMemoryHolds_data() {
    QTest::addColumn<int>("by");
    QTest::addColumn<int>("order");
    QTest::addColumn<bool>("calls");
    const auto row = [](const char* name, int by, Qt::SortOrder order, bool calls) {
        QTest::newRow(name) << by << int(order) << calls;
    };
    row("F68 by time", EventModel::Time, Qt::AscendingOrder, false);
    row("F68 by falling time", EventModel::Time, Qt::DescendingOrder, false);
    row("F68 by code", EventModel::Code, Qt::AscendingOrder, false);
    row("F68 by request-id", EventModel::RequestId, Qt::DescendingOrder, false);
    row("F68 by attempt", EventModel::Attempt, Qt::DescendingOrder, false);
    row("F68 calls by time", EventModel::Time, Qt::AscendingOrder, true);
    row("F68 calls by code", EventModel::Code, Qt::DescendingOrder, true);
}

void LetGoTest::theTableIsWhatMemoryHolds() {
    QFETCH(int, by);
    QFETCH(int, order);
    QFETCH(bool, calls);
    EventModel model(*m_monitor);
    const QAbstractItemModelTester tester(&model);
    EventView view(model);
    view.show();
    const EventFilter filter{.terms = {{.field = FilterField::Move, .value = u"you"_s},
                                       {.field = FilterField::Move, .value = u"provider"_s}},
                             .calls = calls};
    model.setFilter(filter);
    view.sortByColumn(by, Qt::SortOrder(order));
    for (int written = 0; written < 24'000; written += 6000) {
        write(written, written + 6000);
        EventModel fresh(*m_monitor);
        fresh.setFilter(filter);
        fresh.sort(by, Qt::SortOrder(order));
        QTRY_COMPARE_WITH_TIMEOUT(ids(model), ids(fresh), patience);
        QCOMPARE(model.hidden(), fresh.hidden());
        QCOMPARE(model.earlier().size(), fresh.earlier().size());
    }
    QVERIFY(m_monitor->events().firstRow() > 0);
}

void LetGoTest::theFailureInViewStaysInView() {
    EventModel model(*m_monitor);
    EventView view(model);
    view.resize(800, 400);
    view.show();
    write(0, 12'000);
    const auto kept = static_cast<int>(m_monitor->events().size());
    view.choose(model.index(kept - 10, 0));
    view.scrollTo(model.index(kept - 100, 0), QAbstractItemView::PositionAtTop);
    const auto onTop = [&] { return model.storeRow(view.rowAt(0)); };
    const EventStore::Row top = onTop();
    const auto chosen = view.currentEvent();
    const EventStore::Row before = m_monitor->events().firstRow();
    for (int written = 12'000; m_monitor->events().firstRow() == before; written += 2000)
        write(written, written + 2000);
    QTRY_COMPARE(onTop(), top);
    QCOMPARE(view.currentEvent(), chosen);
    QCOMPARE(view.selectedRows().size(), 1);
}

void LetGoTest::theFailureThatLeavesIsFollowedByNone() {
    EventModel model(*m_monitor);
    const QAbstractItemModelTester tester(&model);
    EventView view(model);
    DetailPane detail(*m_monitor);
    connect(&view, &EventView::currentEventChanged, this, [&] { detail.show(view.currentEvent()); });
    write(0, 2000);
    view.choose(model.index(7, 0));
    QCOMPARE(detail.requestId(), requestId(7));
    write(2000, 24'000);
    QVERIFY(!m_monitor->events().isKept(7));
    QVERIFY(!view.currentEvent());
    QVERIFY(view.selectedRows().isEmpty());
    QCOMPARE(detail.requestId(), QString());
    view.choose(model.index(3, 0));
    QCOMPARE(detail.requestId(), model.index(3, EventModel::RequestId).data().toString());
}

void LetGoTest::theWindowSaysWhatItShows() {
    MainWindow window(*m_monitor);
    window.show();
    auto* const status = window.findChild<StatusLine*>();
    write(0, 3000);
    QCOMPARE(keptFailuresText(*m_monitor), QString());
    QVERIFY(!status->text().contains(u"Newest"_s));
    write(3000, 24'000);
    const QString kept = QLocale().toString(static_cast<qulonglong>(m_monitor->events().size()));
    const QString words = u"Newest %1 of 24,000 failures; older ones are kept as counts"_s.arg(kept);
    QCOMPARE(keptFailuresText(*m_monitor), words);
    QTRY_VERIFY_WITH_TIMEOUT(status->text().startsWith(words), patience);
    DataQualityDialog dialog(*m_monitor);
    const auto labels = dialog.findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(labels, [&](const QLabel* label) { return label->text().contains(words); }));
}

void LetGoTest::theDetailPaneReadsRecordsAgain() {
    write(0, 24'000);
    const EventStore& events = m_monitor->events();
    const EventStore::Row oldest = events.firstRow();
    QVERIFY(events.raw(oldest).empty());
    DetailPane detail(*m_monitor);
    detail.show(oldest);
    QVERIFY(detail.rawText().contains(requestId(int(oldest))));
    QVERIFY(!detail.spokenText().contains(u"no longer available"_s));

    // Another log stands there now.
    QFile file(m_folder->path(u"app.log"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write(QByteArray(1000, ' '));
    file.seek(static_cast<qint64>(events.sightings(oldest).front().offset));
    file.write(Logged{.second = 1, .id = requestId(99)}.line());
    file.close();
    detail.show(oldest);
    QCOMPARE(detail.rawText(), QString());
    QVERIFY(detail.spokenText().contains(u"no longer available"_s));

    // Those beside it are copied all the same.
    const EventStore::Row newest = events.endRow() - 1;
    QGuiApplication::clipboard()->clear();
    QCOMPARE(clipboard::copyRecords(*m_monitor, {oldest}), 0);
    QCOMPARE(QGuiApplication::clipboard()->text(), QString());
    QCOMPARE(clipboard::copyRecords(*m_monitor, {oldest, newest}), 1);
    QVERIFY(QGuiApplication::clipboard()->text().contains(requestId(int(newest))));
}

QTEST_MAIN(LetGoTest)
#include "tst_letgo.moc"
