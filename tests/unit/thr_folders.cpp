// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Folders as sources: their logs are opened as they come, each once.

#include "logfolder.h"
#include "monitor/monitor.h"
#include "packing.h"
#include "source/filewatch.h"

#include <QDir>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

#include <filesystem>

using namespace derouter;
using namespace Qt::StringLiterals;

class FoldersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensWhatIsThereAndWhatComes_data();
    void opensWhatIsThereAndWhatComes();
    void aLinkToAnotherLogIsNotReadTwice();
    void opensOnlyWhatFitsThePattern();
    void aLogAndItsRotatedFilesAreOneSource();
    void theNextDaysLogIsOpened();
    void whatIsOpenAlreadyIsNotOpenedAgain();
    void whatWasClosedStaysClosed();
    void whatIsNoLogIsPassedOver();
    void anArchiveIsOpenedWhenItIsWhole();
    void saysThatThereAreNoLogs();
    void aFolderThatComesBackIsWatchedAgain();
    void theProgramsOwnFileIsNoLog();
    void manyLogsAreOpenedWithoutAPause();
    void endsWithItsSource();

private:
    static SourceSpec watch(const QString& folder, const QString& names = {}) {
        return {.kind = SourceSpec::Kind::Folder,
                .path = folder,
                .names = names,
                .follow = true,
                .format = {},
                .timeZone = QTimeZone::utc()};
    }
};

namespace {

/// Of the files that are open, sorted.
QStringList openIn(const Monitor& monitor) {
    QStringList names;
    for (const SourceInfo& info : monitor.sources())
        if (info.spec.kind == SourceSpec::Kind::File)
            names << info.name;
    names.sort();
    return names;
}

const SourceInfo& folderOf(const Monitor& monitor) {
    return *std::ranges::find(monitor.sources(), SourceSpec::Kind::Folder,
                              [](const SourceInfo& info) { return info.spec.kind; });
}

} // namespace

void FoldersTest::opensWhatIsThereAndWhatComes_data() {
    QTest::addColumn<bool>("isTold");
    QTest::newRow("by the kernel's events") << true;
    QTest::newRow("F45 by polling") << false;
}

void FoldersTest::opensWhatIsThereAndWhatComes() {
    QFETCH(bool, isTold);
    FileWatch::useEvents(isTold);
    const auto again = qScopeGuard([] { FileWatch::useEvents(true); });
    const LogFolder folder;
    folder.write(u"a.log"_s, accessLine(1, 529));
    folder.write(u".hidden"_s, accessLine(1, 529));
    Monitor monitor;
    QSignalSpy idle(&monitor, &Monitor::idle);
    monitor.addSource(watch(folder.path(u"."_s)));
    QTRY_COMPARE(idle.size(), 1);
    QCOMPARE(monitor.totals().failures, 1u); // idle waits for what is there
    QCOMPARE(folderOf(monitor).state, SourceState::Following);
    folder.write(u"b.log"_s, accessLine(2, 503));
    QTRY_COMPARE(openIn(monitor), (QStringList{u"a.log"_s, u"b.log"_s}));
    QTRY_COMPARE(monitor.totals().failures, 2u);
    folder.append(u"b.log"_s, accessLine(3, 429));
    QTRY_COMPARE(monitor.totals().failures, 3u);
    folder.write(u"empty.log"_s, {});
    QTRY_COMPARE(openIn(monitor).size(), 3); // when it stays so
}

/// As rotatelogs and others keep one to the present file.
void FoldersTest::aLinkToAnotherLogIsNotReadTwice() {
#ifdef Q_OS_UNIX
    const LogFolder folder;
    const QString link = folder.path(u"current.log"_s);
    QVERIFY(QFile::link(folder.write(u"a.log"_s, accessLine(1, 529)), link));
    Monitor monitor;
    monitor.addSource(watch(folder.path(u"."_s)));
    QTRY_COMPARE(monitor.totals().failures, 1u);
    const QString next = folder.write(u"b.log"_s, accessLine(2, 503));
    QVERIFY(QFile::remove(link) && QFile::link(next, link));
    QTRY_COMPARE(openIn(monitor), (QStringList{u"a.log"_s, u"b.log"_s}));
    folder.append(u"b.log"_s, accessLine(3, 429));
    QTRY_COMPARE(monitor.totals().failures, 3u);
    QTest::qWait(1500); // a look at the folder later
    QCOMPARE(monitor.totals().failures, 3u);
#endif
}

void FoldersTest::opensOnlyWhatFitsThePattern() {
    const LogFolder folder;
    folder.write(u"a.txt"_s, accessLine(1, 529));
    Monitor monitor;
    monitor.addSource(watch(folder.path(u"."_s), u"*.log"_s));
    QTRY_COMPARE(folderOf(monitor).state, SourceState::Waiting);
    QVERIFY2(folderOf(monitor).error.contains(u"*.log"_s), qPrintable(folderOf(monitor).error));
    folder.write(u"b.txt"_s, accessLine(1, 529));
    folder.write(u"b.log"_s, accessLine(1, 529));
    QTRY_COMPARE(folderOf(monitor).state, SourceState::Following);
    QCOMPARE(folderOf(monitor).error, QString());
    QTRY_COMPARE(openIn(monitor), QStringList{u"b.log"_s});
}

void FoldersTest::aLogAndItsRotatedFilesAreOneSource() {
    const LogFolder folder;
    folder.write(u"a.log.2.gz"_s, packed(accessLine(1, 529)));
    folder.write(u"a.log.1"_s, accessLine(2, 503));
    folder.write(u"a.log"_s, accessLine(3, 429));
    Monitor monitor;
    monitor.addSource(watch(folder.path(u"."_s)));
    QTRY_COMPARE(monitor.totals().failures, 3u);
    QCOMPARE(openIn(monitor), QStringList{u"a.log"_s});
    for (int second = 4; second < 8; ++second) {
        QVERIFY(QFile::remove(folder.path(u"a.log.1"_s)));
        QVERIFY(QFile::rename(folder.path(u"a.log"_s), folder.path(u"a.log.1"_s)));
        folder.write(u"a.log"_s, accessLine(second, 529));
        QTRY_COMPARE(monitor.totals().failures, static_cast<std::uint64_t>(second));
    }
    folder.write(u"z.log"_s, accessLine(9, 529)); // once it is open, the folder was looked at again
    QTRY_COMPARE(openIn(monitor), (QStringList{u"a.log"_s, u"z.log"_s}));
    QCOMPARE(monitor.totals().failuresByCode.at(FailureCode::http(503)), 1u);
}

/// Logs whose present file has a date in its name.
void FoldersTest::theNextDaysLogIsOpened() {
    const LogFolder folder;
    folder.write(u"a-2026-11-01.log"_s, accessLine(1, 529));
    folder.write(u"a-2026-11-02.log"_s, accessLine(2, 529));
    Monitor monitor;
    monitor.addSource(watch(folder.path(u"."_s)));
    QTRY_COMPARE(monitor.totals().failures, 2u);
    QCOMPARE(openIn(monitor), QStringList{u"a-2026-11-02.log"_s});
    folder.write(u"a-2026-11-02.log.gz"_s, packed(accessLine(2, 529)));
    folder.write(u"a-2026-10-31.log"_s, accessLine(3, 529));
    folder.write(u"a-2026-11-03.log"_s, accessLine(4, 529));
    QTRY_COMPARE(openIn(monitor), (QStringList{u"a-2026-11-02.log"_s, u"a-2026-11-03.log"_s}));
    QTRY_COMPARE(monitor.totals().failures, 3u);
}

void FoldersTest::whatIsOpenAlreadyIsNotOpenedAgain() {
    const LogFolder folder;
    QVERIFY(QDir().mkpath(folder.path(u"logs"_s)));
    const QString a = folder.write(u"logs/a.log"_s, accessLine(1, 529));
    Monitor monitor;
    monitor.addSource({.path = a, .follow = true, .format = {}, .timeZone = {}});
    const SourceId watched = monitor.addSource(watch(folder.path(u"logs"_s)));
    QCOMPARE(monitor.addSource(watch(folder.path(u"logs/../logs/"_s))), watched);
    folder.write(u"logs/b.log"_s, accessLine(2, 529));
    QTRY_COMPARE(openIn(monitor), (QStringList{u"a.log"_s, u"b.log"_s}));
    QTRY_COMPARE(monitor.totals().failures, 2u);
    std::filesystem::create_hard_link(a.toStdString(), folder.path(u"logs/same.log"_s).toStdString());
    QVERIFY(QFile::link(a, folder.path(u"logs/link.log"_s)));
    folder.write(u"logs/c.log"_s, accessLine(3, 529));
    QTRY_COMPARE(openIn(monitor), (QStringList{u"a.log"_s, u"b.log"_s, u"c.log"_s}));
}

void FoldersTest::whatWasClosedStaysClosed() {
    const LogFolder folder;
    folder.write(u"a.log"_s, accessLine(1, 529));
    Monitor monitor;
    const SourceId watched = monitor.addSource(watch(folder.path(u"."_s)));
    QTRY_COMPARE(openIn(monitor).size(), 1);
    monitor.removeSource(monitor.sources().back().id);
    monitor.reload(watched);
    QVERIFY(QFile::rename(folder.path(u"a.log"_s), folder.path(u"a.log.1"_s)));
    folder.write(u"a.log"_s, accessLine(1, 529));
    folder.write(u"b.log"_s, accessLine(2, 529));
    QTRY_COMPARE(openIn(monitor), QStringList{u"b.log"_s});
}

void FoldersTest::whatIsNoLogIsPassedOver() {
    const LogFolder folder;
    folder.write(u"logo.png"_s, "\x89PNG\r\n\x1a\n");
    Monitor monitor;
    monitor.addSource(watch(folder.path(u"."_s)));
    QTRY_COMPARE(folderOf(monitor).state, SourceState::Waiting);
    folder.write(u"a.log"_s, accessLine(1, 529));
    QTRY_COMPARE(openIn(monitor), QStringList{u"a.log"_s});
}

void FoldersTest::anArchiveIsOpenedWhenItIsWhole() {
    const LogFolder folder;
    Monitor monitor;
    monitor.addSource(watch(folder.path(u"."_s)));
    QTRY_COMPARE(folderOf(monitor).state, SourceState::Waiting);
    QByteArray text;
    for (int i = 0; i < 1000; ++i)
        text += accessLine(i, 529);
    const QByteArray archive = archived({{"a.log", text}, {"b.log", accessLine(1, 503)}});
    folder.write(u"a.zip"_s, archive.first(archive.size() / 2));
    folder.write(u"a.log"_s, accessLine(1, 529));
    QTRY_COMPARE(openIn(monitor), QStringList{u"a.log"_s});
    folder.append(u"a.zip"_s, archive.sliced(archive.size() / 2));
    QTRY_COMPARE_WITH_TIMEOUT(monitor.totals().failures, 1002u, 10'000);
    QCOMPARE(monitor.sources().back().error, QString());
}

void FoldersTest::saysThatThereAreNoLogs() {
    const LogFolder folder;
    Monitor monitor;
    QSignalSpy idle(&monitor, &Monitor::idle);
    monitor.addSource(watch(folder.path(u"."_s)));
    QTRY_COMPARE(idle.size(), 1);
    QVERIFY2(folderOf(monitor).error.startsWith(u"There are no logs in "_s),
             qPrintable(folderOf(monitor).error));
    QVERIFY(folderOf(monitor).error.contains(folder.path({})));
}

/// F25 for folders
void FoldersTest::aFolderThatComesBackIsWatchedAgain() {
    const LogFolder folder;
    const QString logs = folder.path(u"logs"_s);
    Monitor monitor;
    monitor.addSource(watch(logs));
    QTRY_VERIFY2(folderOf(monitor).error.contains(u"does not exist"_s), qPrintable(folderOf(monitor).error));
    monitor.addSource(watch(logs, u"*.log"_s));
    QTRY_COMPARE(monitor.sources().back().error,
                 u"The folder %1 does not exist; its logs are read as soon as it does."_s.arg(logs));
    for (const QString& name : {u"a.log"_s, u"b.log"_s}) {
        QVERIFY(QDir().mkpath(logs));
        folder.write(u"logs/"_s + name, accessLine(1, 529));
        QTRY_VERIFY_WITH_TIMEOUT(openIn(monitor).contains(name), 10'000);
        QVERIFY(QDir(logs).removeRecursively());
        QTRY_VERIFY_WITH_TIMEOUT(folderOf(monitor).error.contains(u"does not exist"_s), 10'000);
    }
}

void FoldersTest::theProgramsOwnFileIsNoLog() {
    const LogFolder folder;
    Monitor monitor({.ignored = {QFileInfo(folder.path(u"report.jsonl"_s)).absoluteFilePath()}});
    monitor.addSource(watch(folder.path({})));
    folder.write(u"report.jsonl"_s, "{}\n");
    folder.write(u"report.jsonl.lock"_s, "1\n");
    folder.write(u"z.log"_s, accessLine(1, 529));
    QTRY_COMPARE(openIn(monitor), QStringList{u"z.log"_s});
}

/// F39: they wait for their places, and all get one as others end.
void FoldersTest::manyLogsAreOpenedWithoutAPause() {
    const LogFolder folder;
    constexpr int count = 300;
    for (int i = 0; i < count; ++i)
        folder.write(u"%1.log"_s.arg(i), accessLine(i, 529));
    Monitor monitor({.mostFollowed = 20});
    monitor.addSource(watch(folder.path({})));
    QTRY_COMPARE_WITH_TIMEOUT(openIn(monitor).size(), count, 20'000);
    const auto inState = [&](SourceState state) {
        return std::ranges::count_if(monitor.sources(), [&](const SourceInfo& info) {
            return info.spec.kind == SourceSpec::Kind::File && info.state == state;
        });
    };
    QTRY_COMPARE_WITH_TIMEOUT(inState(SourceState::Following), 20, 20'000);
    QCOMPARE(inState(SourceState::Waiting), count - 20);
    QCOMPARE(monitor.totals().failures, 20u);
    QVERIFY2(monitor.sources().back().error.contains(u"Too many logs"_s),
             qPrintable(monitor.sources().back().error));
    QTRY_VERIFY(!monitor.isBusy());
    monitor.cancel(monitor.sources()[1].id);
    QTRY_COMPARE(monitor.totals().failures, 21u);
    monitor.cancelAll();
    QTRY_COMPARE(inState(SourceState::Following), 0);
    QCOMPARE(inState(SourceState::Waiting), 0);
    QCOMPARE(monitor.totals().failures, 21u);
}

void FoldersTest::endsWithItsSource() {
    const LogFolder folder;
    folder.write(u"a.log"_s, accessLine(1, 529));
    Monitor monitor;
    const SourceId id = monitor.addSource(watch(folder.path({})));
    QTRY_COMPARE(openIn(monitor).size(), 1);
    QSignalSpy added(&monitor, &Monitor::sourceAdded);
    monitor.removeSource(id);
    folder.write(u"b.log"_s, accessLine(1, 529));
    const SourceId other =
        monitor.addSource(watch(folder.path({}), u"c*"_s)); // looks after b.log was written
    QTRY_COMPARE(monitor.source(other)->state, SourceState::Waiting);
    QCOMPARE(openIn(monitor), QStringList{u"a.log"_s});
}

QTEST_GUILESS_MAIN(FoldersTest)
#include "thr_folders.moc"
