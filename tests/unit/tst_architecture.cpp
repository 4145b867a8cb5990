// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The directions in which modules may use one another, read from their include lines.

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;

class ArchitectureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void modulesUseOnlyWhatStandsBelowThem_data();
    void modulesUseOnlyWhatStandsBelowThem();
    void qtChartsStaysInOneFile();
    void theClipboardHasOneGate();
    void theJournalIsReadByItsProgram();
};

static QStringList filesOf(const QString& folder) {
    QStringList files;
    QDirIterator walk(QStringLiteral(DEROUTER_SOURCE_DIR "/") + folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                      QDirIterator::Subdirectories);
    while (walk.hasNext())
        files << walk.next();
    return files;
}

static QString contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void ArchitectureTest::modulesUseOnlyWhatStandsBelowThem_data() {
    QTest::addColumn<QStringList>("allowed");
    QTest::newRow("core") << QStringList{u"core"_s};
    QTest::newRow("guide") << QStringList{u"core"_s, u"guide"_s};
    QTest::newRow("format") << QStringList{u"core"_s, u"format"_s};
    QTest::newRow("classify") << QStringList{u"core"_s, u"guide"_s, u"format"_s, u"classify"_s};
    QTest::newRow("source") << QStringList{u"core"_s, u"source"_s};
    QTest::newRow("monitor") << QStringList{u"core"_s,     u"guide"_s,  u"format"_s,
                                            u"classify"_s, u"source"_s, u"monitor"_s};
    QTest::newRow("report") << QStringList{u"core"_s,   u"guide"_s,   u"format"_s, u"classify"_s,
                                           u"source"_s, u"monitor"_s, u"report"_s};
    QTest::newRow("cli") << QStringList{u"core"_s,   u"guide"_s,   u"format"_s, u"classify"_s,
                                        u"source"_s, u"monitor"_s, u"report"_s, u"cli"_s};
}

void ArchitectureTest::modulesUseOnlyWhatStandsBelowThem() {
    QFETCH(QStringList, allowed);
    const QString module = QString::fromLatin1(QTest::currentDataTag());
    static const QRegularExpression include(u"^#include \"([a-z]+)/"_s, QRegularExpression::MultilineOption);
    const QStringList files = filesOf(u"app/"_s + module);
    QVERIFY2(!files.isEmpty(), "the module has no files");
    for (const QString& file : files) {
        auto matches = include.globalMatch(contents(file));
        while (matches.hasNext()) {
            const QString used = matches.next().captured(1);
            QVERIFY2(allowed.contains(used), qPrintable(u"%1 includes a header of %2"_s.arg(file, used)));
        }
    }
}

void ArchitectureTest::qtChartsStaysInOneFile() {
    QStringList users;
    for (const QString& file : filesOf(u"ui"_s) + filesOf(u"app"_s))
        if (contents(file).contains(QRegularExpression(
                u"#include <(QtCharts|QChart|QStackedBar|QBarSet|QValueAxis|QCategoryAxis)"_s)))
            users << file;
    QVERIFY2(users.size() == 1, qPrintable(users.join(u", "_s)));
}

/// F53: the journal's library reads mapped files that others cut; what it does not survive, the program would
/// not.
/// ui/clipboard, which takes nothing but what went through the Redactor.
void ArchitectureTest::theClipboardHasOneGate() {
    for (const QString& file : filesOf(u"ui"_s))
        QVERIFY2(!contents(file).contains(u"clipboard()->set"_s) || file.endsWith(u"/clipboard.cpp"_s),
                 qPrintable(file));
}

void ArchitectureTest::theJournalIsReadByItsProgram() {
    QStringList cmakeFiles{QStringLiteral(DEROUTER_SOURCE_DIR "/CMakeLists.txt")};
    for (const QString& folder : {u"app"_s, u"ui"_s}) {
        QDirIterator walk(QStringLiteral(DEROUTER_SOURCE_DIR "/") + folder, {u"CMakeLists.txt"_s},
                          QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext())
            cmakeFiles << walk.next();
    }
    QVERIFY(cmakeFiles.size() > 2);
    for (const QString& file : cmakeFiles)
        QVERIFY2(!contents(file).contains("systemd"_L1), qPrintable(file));
    for (const QString& file : filesOf(u"app"_s) + filesOf(u"ui"_s))
        QVERIFY2(!contents(file).contains("#include <systemd/"_L1), qPrintable(file));
    QFile program(QStringLiteral(DEROUTER_MONITOR_BINARY));
    QVERIFY(program.open(QIODevice::ReadOnly));
    const QByteArray binary = program.readAll();
#ifdef Q_OS_LINUX
    QVERIFY(binary.contains("libQt6Core.so")); // the libraries it needs are named in it
#endif
    QVERIFY(!binary.contains("libsystemd"));
}

QTEST_GUILESS_MAIN(ArchitectureTest)
#include "tst_architecture.moc"
