// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whole logs, in less memory than they need: what is counted, and whether records are found again.

#include "logfolder.h"
#include "monitor/monitor.h"
#include "packing.h"

#include <QFile>
#include <QSignalSpy>
#include <QStringEncoder>
#include <QTest>

using namespace derouter;
using namespace Qt::StringLiterals;

class RecordsAgainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRecordIsFoundAgain_data();
    void everyRecordIsFoundAgain();
    void aFileThatHasChangedGivesNoWrongRecord_data();
    void aFileThatHasChangedGivesNoWrongRecord();
    void closingALogKeepsTheOthersRecords();

private:
    static constexpr int patience = 60'000;
    static constexpr std::size_t little = 2 * 1024 * 1024;
};

using State = EventStore::Record::State;

/// A Monitor of so much memory, without limit by default, and what it holds of a source.
class ReadLog {
public:
    explicit ReadLog(const SourceSpec& spec, std::size_t most = 0)
        : m_monitor({.mostBytes = most}) {
        const SourceId id = m_monitor.addSource(spec);
        m_isRead = QTest::qWaitFor([&] { return m_monitor.source(id)->state == SourceState::Ended; }, 60'000);
    }

    bool isRead() const { return m_isRead; }
    Monitor& monitor() { return m_monitor; }
    const EventStore& events() const { return m_monitor.events(); }
    /// A row whose record has left memory.
    EventStore::Row letGo() const {
        for (const EventStore::Row row : events().rows())
            if (events().raw(row).empty())
                return row;
        return events().endRow();
    }

private:
    Monitor m_monitor;
    bool m_isRead = false;
};

static SourceSpec fileOf(const QString& path) {
    return {.path = path, .format = {}, .timeZone = QTimeZone::utc()};
}

static QByteArray accessLines(int count, int first = 0) {
    QByteArray text;
    for (int number = first; number < first + count; ++number)
        text += accessLine(number / 50, number % 3 ? 529 : 503,
                           "req_" + QByteArray::number(number).rightJustified(24, '0'));
    return text;
}

/// Each of several lines, with words of its own.
static QByteArray tracebacks(int count) {
    QByteArray text;
    for (int number = 0; number < count; ++number) {
        const QByteArray id = QByteArray::number(number).rightJustified(24, '0');
        text += "2026-11-03 09:00:00,000 ERROR app: call " + QByteArray::number(number) +
                " failed\nTraceback (most recent call last):\n  File \"app.py\", line 7, in call\n"
                "anthropic.APIStatusError: Error code: 529 - {'type': 'error', 'error': {'type': "
                "'overloaded_error', 'message': 'Overloaded'}, 'request_id': 'req_" +
                id + "'}\n";
    }
    return text;
}

void RecordsAgainTest::everyRecordIsFoundAgain_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("F68 lines of a file") << u"file"_s << accessLines(150'000);
    QTest::newRow("F68 lines that end with CR LF") << u"file"_s << accessLines(15'000).replace("\n", "\r\n");
    QTest::newRow("F68 records of several lines") << u"file"_s << tracebacks(10'000);
    QTest::newRow("F68 several lines with CR LF") << u"file"_s << tracebacks(10'000).replace("\n", "\r\n");
    QTest::newRow("F68 a compressed file") << u"packed"_s << accessLines(15'000);
    QTest::newRow("F68 a file in UTF-16") << u"utf-16"_s << accessLines(15'000);
#ifdef Q_OS_UNIX
    QTest::newRow("F68 a command's output") << u"command"_s << accessLines(15'000);
#endif
    QTest::newRow("F68 a pasted text") << u"text"_s << accessLines(15'000);
}

void RecordsAgainTest::everyRecordIsFoundAgain() {
    QFETCH(QString, kind);
    QFETCH(QByteArray, text);
    const LogFolder folder;
    SourceSpec spec;
    if (kind == "packed"_L1) {
        spec = fileOf(folder.write(u"app.log.gz"_s, packed(text)));
    } else if (kind == "utf-16"_L1) {
        QStringEncoder wide(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
        spec = fileOf(folder.write(u"app.log"_s, wide(QString::fromUtf8(text))));
    } else if (kind == "command"_L1) {
        spec.kind = SourceSpec::Kind::Command;
        spec.command = {u"cat"_s, folder.write(u"app.log"_s, text)};
    } else if (kind == "text"_L1) {
        spec.kind = SourceSpec::Kind::Text;
        spec.text = text;
    } else {
        spec = fileOf(folder.write(u"app.log"_s, text));
    }
    ReadLog all(spec);
    ReadLog bounded(spec, little);
    QVERIFY(all.isRead() && bounded.isRead());
    QVERIFY(bounded.events().bytes() <= little);
    QCOMPARE(bounded.monitor().totals().failures, all.monitor().totals().failures);
    QCOMPARE(bounded.monitor().totals().failuresByCode, all.monitor().totals().failuresByCode);
    QCOMPARE(bounded.events().endRow(), all.events().endRow());
    std::size_t again = 0;
    for (const EventStore::Row row : bounded.events().rows()) {
        const EventStore::Record record = bounded.events().record(row);
        QCOMPARE(record.state, State::There);
        QCOMPARE(record.bytes, std::string(all.events().raw(row)));
        again += bounded.events().raw(row).empty() ? 1 : 0;
    }
    QVERIFY(again > 1000);
    QCOMPARE(bounded.events().spillFile().isOpen(), kind != "file"_L1 && kind != "text"_L1);
}

void RecordsAgainTest::aFileThatHasChangedGivesNoWrongRecord_data() {
    QTest::addColumn<QString>("change");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("F68 nothing") << u""_s << true;
    QTest::newRow("F68 more is appended") << u"append"_s << true;
    QTest::newRow("F68 it is rotated") << u"rotate"_s << true;
    QTest::newRow("F68 it is rewritten to the same size") << u"rewrite"_s << false;
    QTest::newRow("F68 it is truncated") << u"truncate"_s << false;
    QTest::newRow("F68 a byte of each record is another") << u"damage"_s << false;
    QTest::newRow("F68 it is deleted") << u"delete"_s << false;
}

void RecordsAgainTest::aFileThatHasChangedGivesNoWrongRecord() {
    QFETCH(QString, change);
    QFETCH(bool, isFound);
    constexpr int count = 15'000;
    const LogFolder folder;
    const QByteArray text = accessLines(count);
    const QString path = folder.write(u"app.log"_s, text);
    ReadLog log(fileOf(path), little);
    QVERIFY(log.isRead());
    const EventStore::Row row = log.letGo();
    const auto line = static_cast<qsizetype>(log.events().event(row).line);
    if (change == "append"_L1) {
        folder.append(u"app.log"_s, accessLines(10));
    } else if (change == "rotate"_L1) {
        QVERIFY(QFile::rename(path, folder.path(u"app.log.1"_s)));
        folder.write(u"app.log"_s, accessLines(count, count));
    } else if (change == "rewrite"_L1) {
        folder.write(u"app.log"_s, accessLines(count, count));
    } else if (change == "truncate"_L1) {
        folder.write(u"app.log"_s, {});
    } else if (change == "damage"_L1) {
        folder.write(u"app.log"_s, QByteArray(text).replace("HTTP/1.1", "HTTP/1.0"));
    } else if (change == "delete"_L1) {
        QVERIFY(QFile::remove(path));
    }
    const EventStore::Record record = log.events().record(row);
    QCOMPARE(record.state, isFound ? State::There : State::Gone);
    QCOMPARE(QByteArray::fromStdString(record.bytes), isFound ? text.split('\n').at(line - 1) : QByteArray());
    // What memory still holds does not depend on the file.
    QCOMPARE(log.events().record(log.events().endRow() - 1).state, State::There);
}

void RecordsAgainTest::closingALogKeepsTheOthersRecords() {
    const LogFolder folder;
    const QByteArray text = accessLines(12'000);
    ReadLog log(fileOf(folder.write(u"app.log.gz"_s, packed(text))), little);
    QVERIFY(log.isRead());
    QSignalSpy idle(&log.monitor(), &Monitor::idle);
    const SourceId other = log.monitor().addSource(
        fileOf(folder.write(u"other.log"_s, accessLine(1, 529, "req_ffffffffffffffffffffffff"))));
    QVERIFY(idle.wait(patience));
    log.monitor().removeSource(other);
    const QList<QByteArray> lines = text.split('\n');
    for (const EventStore::Row row : log.events().rows())
        QCOMPARE(QByteArray::fromStdString(log.events().record(row).bytes),
                 lines.at(static_cast<qsizetype>(log.events().event(row).line) - 1));
}

QTEST_GUILESS_MAIN(RecordsAgainTest)
#include "thr_records.moc"
