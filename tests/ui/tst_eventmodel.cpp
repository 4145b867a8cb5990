// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterfixture.h"
#include "logfixture.h"
#include "models/eventmodel.h"
#include "models/sourcemodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>

#include <algorithm>

using namespace derouter;

class EventModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cellsAreTextsInTheCLocale();
    void everyFilterShowsWhatItNames_data();
    void everyFilterShowsWhatItNames();
    void everyColumnSorts_data();
    void everyColumnSorts();
    void failuresOfTwoLogsAreMergedByTime();
    void sortingTakesTheSelectionAlong();
    void aSecondSightingChangesItsRow();
    void closingASourceTakesItsRows();
    void controlCharactersBecomeMarks();
    void anUndatedFailureSaysSo();
    void sourcesTellTheirState();
    void manyRowsAreFilteredAtOnce();

private:
    static QStringList column(const QAbstractItemModel& model, int column);
};

QStringList EventModelTest::column(const QAbstractItemModel& model, int column) {
    QStringList cells;
    for (int row = 0; row < model.rowCount(); ++row)
        cells << model.index(row, column).data().toString();
    return cells;
}

void EventModelTest::cellsAreTextsInTheCLocale() {
    QLocale::setDefault(QLocale(QLocale::Arabic, QLocale::Egypt));
    const LogFolder folder;
    Monitor monitor;
    EventModel model(monitor);
    const QAbstractItemModelTester tester(&model);
    readAll(monitor, folder.write(u"app.log"_s, mixedMinute()));
    QLocale::setDefault(QLocale::c());

    QCOMPARE(column(model, EventModel::Code), QStringList({u"529"_s, u"429"_s, u"503"_s, u"401"_s}));
    QCOMPARE(model.index(0, EventModel::Code).data().metaType().id(), int(QMetaType::QString));
    QCOMPARE(column(model, EventModel::RequestId).first(), requestId(1));
    QCOMPARE(column(model, EventModel::Time).first(), u"2026-11-23 12:00:05.000"_s);
    QCOMPARE(column(model, EventModel::Source), QStringList(4, u"app.log"_s));
    QCOMPARE(column(model, EventModel::Move),
             QStringList({u"AI provider"_s, u"You"_s, u"DeRouter"_s, u"You"_s}));
}

void EventModelTest::everyFilterShowsWhatItNames_data() {
    QTest::addColumn<EventFilter>("filter");
    QTest::addColumn<QStringList>("codes");
    QTest::newRow("nothing") << EventFilter{} << QStringList{u"529"_s, u"429"_s, u"503"_s, u"401"_s};
    const auto row = [](const char* name, const QString& text, const QStringList& codes) {
        QTest::newRow(name) << filterOf(text) << codes;
    };
    const QStringList all{u"529"_s, u"429"_s, u"503"_s, u"401"_s};
    row("one code", u"code:503"_s, {u"503"_s});
    row("two codes are either", u"code:503 code:401"_s, {u"503"_s, u"401"_s});
    row("two codes with a comma", u"code:503,401"_s, {u"503"_s, u"401"_s});
    row("a hundred of codes", u"code:5xx"_s, {u"529"_s, u"503"_s});
    row("not a code", u"-code:503"_s, {u"529"_s, u"429"_s, u"401"_s});
    row("neither of two", u"-code:503,401"_s, {u"529"_s, u"429"_s});
    row("whose move", u"move:you"_s, {u"429"_s, u"401"_s});
    row("code and move are both", u"code:529,401 move:you"_s, {u"401"_s});
    row("wanted but for one", u"move:you -code:401"_s, {u"429"_s});
    row("type", u"type:rate_limit_error"_s, {u"429"_s});
    row("a part of a type is not the type", u"type:rate_limit"_s, {});
    row("type, with a star", u"type:RATE*"_s, {u"429"_s});
    row("cause by its id", u"cause:providers.none"_s, {u"503"_s});
    row("cause by its name", u"cause:\"No provider available\""_s, {u"503"_s});
    row("model", u"model:claude-haiku-4-5"_s, {u"429"_s});
    row("not a model", u"-model:*haiku*"_s, {u"529"_s, u"503"_s, u"401"_s});
    row("source", u"source:app.log"_s, all);
    row("another source", u"source:b.log"_s, {});
    row("request-id", u"id:"_s + requestId(3), {u"503"_s});
    row("a bare request-id as it is copied", u"\""_s + requestId(3) + u"\","_s, {u"503"_s});
    row("time, its end not included", u"time:12:00:20..12:00:40"_s, {u"429"_s});
    row("from a time on", u"time:12:00:20.."_s, {u"429"_s, u"503"_s, u"401"_s});
    row("not in a time", u"-time:12:00:20..12:00:41"_s, {u"529"_s, u"401"_s});
    row("text: message, any case", u"PER MINUTE"_s, {u"429"_s});
    row("text: type", u"rate_limit"_s, {u"429"_s});
    row("text: model", u"haiku"_s, {u"429"_s});
    row("text: code", u"401"_s, {u"401"_s});
    row("text: source", u"app.lo"_s, all);
    row("text: none", u"zürich"_s, {});
    row("text: either", u"text:haiku text:\"No provider\""_s, {u"429"_s, u"503"_s});
    row("not a text", u"-haiku"_s, {u"529"_s, u"503"_s, u"401"_s});
    row("expression", u"/limit \\(\\d+\\)/"_s, {u"429"_s});
    row("not an expression", u"-/over|key$/"_s, {u"429"_s, u"503"_s});
    row("expression of a part of the code", u"/^5\\d\\d$/"_s, {u"529"_s, u"503"_s});
}

void EventModelTest::everyFilterShowsWhatItNames() {
    QFETCH(EventFilter, filter);
    QFETCH(QStringList, codes);
    const LogFolder folder;
    const QString path = folder.write(u"app.log"_s, mixedMinute());

    Monitor monitor;
    EventModel before(monitor);
    const QAbstractItemModelTester tester(&before);
    before.setFilter(filter);
    readAll(monitor, path);
    QCOMPARE(column(before, EventModel::Code), codes);
    QCOMPARE(before.hidden(), std::size_t(4 - codes.size()));

    EventModel after(monitor);
    after.setFilter(filter);
    QCOMPARE(column(after, EventModel::Code), codes);
    after.setFilter({});
    QCOMPARE(after.rowCount(), 4);
}

void EventModelTest::everyColumnSorts_data() {
    QTest::addColumn<int>("by");
    QTest::addColumn<QStringList>("codes");
    QTest::newRow("time") << int(EventModel::Time) << QStringList{u"529"_s, u"429"_s, u"503"_s, u"401"_s};
    QTest::newRow("code") << int(EventModel::Code) << QStringList{u"401"_s, u"429"_s, u"503"_s, u"529"_s};
    QTest::newRow("type") << int(EventModel::Type) << QStringList{u"503"_s, u"401"_s, u"529"_s, u"429"_s};
    QTest::newRow("cause") << int(EventModel::Cause) << QStringList{u"529"_s, u"401"_s, u"503"_s, u"429"_s};
    QTest::newRow("move") << int(EventModel::Move) << QStringList{u"429"_s, u"401"_s, u"503"_s, u"529"_s};
    QTest::newRow("model") << int(EventModel::Model) << QStringList{u"429"_s, u"529"_s, u"503"_s, u"401"_s};
    QTest::newRow("source") << int(EventModel::Source) << QStringList{u"529"_s, u"429"_s, u"503"_s, u"401"_s};
    QTest::newRow("request-id") << int(EventModel::RequestId)
                                << QStringList{u"529"_s, u"429"_s, u"503"_s, u"401"_s};
    QTest::newRow("message") << int(EventModel::Message)
                             << QStringList{u"401"_s, u"503"_s, u"529"_s, u"429"_s};
}

void EventModelTest::everyColumnSorts() {
    QFETCH(int, by);
    QFETCH(QStringList, codes);
    const LogFolder folder;
    Monitor monitor;
    EventModel model(monitor);
    const QAbstractItemModelTester tester(&model);
    readAll(monitor, folder.write(u"app.log"_s, mixedMinute()));

    model.sort(by, Qt::AscendingOrder);
    QCOMPARE(column(model, EventModel::Code), codes);
    model.sort(by, Qt::DescendingOrder);
    std::ranges::reverse(codes);
    QCOMPARE(column(model, EventModel::Code), codes);

    // What comes later is put into its place, not sorted again.
    EventModel late(monitor);
    const QAbstractItemModelTester lateTester(&late);
    late.sort(by, Qt::AscendingOrder);
    readAll(monitor, folder.write(u"b.log"_s, {Logged{.second = 30,
                                                      .status = 504,
                                                      .type = u"api_error"_s,
                                                      .message = u"Provider timed out"_s,
                                                      .id = requestId(9)}}));
    const QStringList placed = column(late, by);
    EventModel fresh(monitor);
    fresh.sort(by, Qt::AscendingOrder);
    QCOMPARE(placed, column(fresh, by));
    QCOMPARE(placed.size(), 5);
}

void EventModelTest::failuresOfTwoLogsAreMergedByTime() {
    const LogFolder folder;
    Monitor monitor;
    EventModel model(monitor);
    const QAbstractItemModelTester tester(&model);
    QList<Logged> even;
    QList<Logged> odd;
    for (int i = 0; i < 50; ++i) {
        even << Logged{.second = 2 * i, .id = requestId(2 * i)};
        odd << Logged{.second = 2 * i + 1, .id = requestId(2 * i + 1)};
    }
    readAll(monitor, folder.write(u"even.log"_s, even));
    readAll(monitor, folder.write(u"odd.log"_s, odd));
    QStringList ids;
    for (int i = 0; i < 100; ++i)
        ids << requestId(i);
    QCOMPARE(column(model, EventModel::RequestId), ids);
}

void EventModelTest::sortingTakesTheSelectionAlong() {
    const LogFolder folder;
    Monitor monitor;
    EventModel model(monitor);
    readAll(monitor, folder.write(u"app.log"_s, mixedMinute()));
    const QPersistentModelIndex chosen = model.index(1, EventModel::Code);
    model.sort(EventModel::Code, Qt::DescendingOrder);
    QCOMPARE(chosen.row(), 2);
    QCOMPARE(chosen.data().toString(), u"429"_s);
}

void EventModelTest::aSecondSightingChangesItsRow() {
    const LogFolder folder;
    Monitor monitor;
    EventModel model(monitor);
    const QAbstractItemModelTester tester(&model);
    readAll(monitor, folder.write(u"a.log"_s, mixedMinute()));
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    readAll(monitor, folder.write(u"b.log"_s, {Logged{.second = 6, .id = requestId(1)}}));
    QTRY_VERIFY_WITH_TIMEOUT(!changes.isEmpty(), 10'000);
    QCOMPARE(model.rowCount(), 4);
}

void EventModelTest::closingASourceTakesItsRows() {
    const LogFolder folder;
    Monitor monitor;
    EventModel model(monitor);
    const QAbstractItemModelTester tester(&model);
    const SourceId first = readAll(monitor, folder.write(u"a.log"_s, mixedMinute()));
    readAll(monitor, folder.write(u"b.log"_s, {Logged{.second = 7, .id = requestId(77)}}));
    QCOMPARE(model.rowCount(), 5);
    monitor.removeSource(first);
    QCOMPARE(column(model, EventModel::RequestId), QStringList{requestId(77)});
}

void EventModelTest::controlCharactersBecomeMarks() {
    const LogFolder folder;
    Monitor monitor;
    EventModel model(monitor);
    const QString nasty = u"first\tsecond\x1b[31m\x07 \u202Eevil <img src='file:///x'>"_s;
    readAll(monitor, folder.write(u"app.log"_s, {Logged{.message = nasty, .id = requestId(5)}}));
    const QModelIndex cell = model.index(0, EventModel::Message);
    QCOMPARE(cell.data().toString(), u"first second\u2407 \u2426evil <img src='file:///x'>"_s);
    QVERIFY(!cell.data(Qt::ToolTipRole).toString().contains(u"<img"_s));
}

void EventModelTest::anUndatedFailureSaysSo() {
    const LogFolder folder;
    Monitor monitor;
    EventModel model(monitor);
    readAll(monitor,
            folder.write(u"app.log"_s,
                         "anthropic.RateLimitError: Error code: 429 - {'type': 'error', 'error': {'type': "
                         "'rate_limit_error', 'message': 'Requests per minute limit (60) exceeded'}}\n"));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, EventModel::Time).data().toString(), QString());
    QCOMPARE(model.index(0, EventModel::Time).data(Qt::AccessibleTextRole).toString(), u"no time"_s);
    QVERIFY(!model.index(0, EventModel::Time).data(Qt::ToolTipRole).toString().isEmpty());
}

void EventModelTest::sourcesTellTheirState() {
    const LogFolder folder;
    Monitor monitor;
    SourceModel model(monitor);
    const QAbstractItemModelTester tester(&model);
    const SourceId id = readAll(monitor, folder.write(u"app.log"_s, mixedMinute()));
    readAll(monitor, folder.path(u"missing.log"_s));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(column(model, SourceModel::Name), QStringList({u"app.log"_s, u"missing.log"_s}));
    QCOMPARE(model.index(0, SourceModel::State).data().toString(), u"Read to its end"_s);
    QCOMPARE(model.index(0, SourceModel::Failures).data().toString(), u"4"_s);
    QVERIFY(model.index(1, SourceModel::State).data().toString().startsWith(u"Failed: "_s));
    monitor.removeSource(id);
    QCOMPARE(model.rowCount(), 1);
}

/// Not the store's own speed is asked for here but that filter and order are no more than linear in practice.
void EventModelTest::manyRowsAreFilteredAtOnce() {
    constexpr int rows = 50'000;
    QByteArray text;
    for (int i = 0; i < rows; ++i)
        text += Logged{.second = i / 100, .status = i % 3 == 0 ? 503 : 529, .id = requestId(i)}.line();
    const LogFolder folder;
    Monitor monitor(MonitorOptions{.hosts = {}, .paths = {}, .range = {}, .keepRaw = false});
    EventModel model(monitor);
    monitor.addSource(fileSpec(folder.write(u"big.log"_s, text)));
    QTRY_VERIFY_WITH_TIMEOUT(!monitor.isBusy(), 120'000);
    QCOMPARE(model.rowCount(), rows);

    QElapsedTimer clock;
    clock.start();
    model.setFilter(filterOf(u"no such text"_s));
    model.setFilter(filterOf(u"code:503"_s));
    model.setFilter({});
    model.sort(EventModel::Message, Qt::DescendingOrder);
    model.sort(EventModel::RequestId, Qt::AscendingOrder);
    QVERIFY2(clock.elapsed() < 5'000, qPrintable(QString::number(clock.elapsed())));
    qInfo("%d rows: three filters and two orders in %lld ms", rows, static_cast<long long>(clock.elapsed()));
}

QTEST_MAIN(EventModelTest)
#include "tst_eventmodel.moc"
