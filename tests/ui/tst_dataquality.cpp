// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whether anything was lost: the words at the window's edge, and the account of each source behind them.

#include "dataquality.h"
#include "logfixture.h"
#include "mainwindow.h"
#include "models/sourcemodel.h"
#include "sourcepanel.h"
#include "statusline.h"
#include "theme.h"
#include "workspace.h"

#include <QFile>
#include <QSettings>
#include <QTableView>
#include <QToolButton>
#include <QTreeWidget>

using namespace derouter;

class DataQualityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void levels_data();
    void levels();
    void aTruncatedLogIsShownAndExplained();
    void theAccountAddsUp();
    void aPausedLogIsShownAndGoesOn();
    void itsColourFollowsTheLook();
};

using Level = DataQuality::Level;

static constexpr int patience = 20'000;

static QStringList rowsOf(const QTreeWidget& tree) {
    QStringList rows;
    for (QTreeWidgetItemIterator item(const_cast<QTreeWidget*>(&tree)); *item; ++item)
        rows << (*item)->text(0) + u'|' + (*item)->text(1);
    return rows;
}

void DataQualityTest::initTestCase() {
    QCoreApplication::setOrganizationName(u"DeRouterTest"_s);
    QCoreApplication::setApplicationName(u"tst_dataquality"_s);
    QLocale::setDefault(QLocale::c());
    QSettings().clear();
}

void DataQualityTest::levels_data() {
    QTest::addColumn<SourceInfo>("source");
    QTest::addColumn<int>("level");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, Level level, const char* words, auto&& change) {
        SourceInfo source;
        source.state = SourceState::Following;
        change(source);
        QTest::newRow(name) << source << static_cast<int>(level) << QString::fromUtf8(words);
    };
    row("all is well", Level::Whole, "✓ Nothing lost", [](SourceInfo&) {});
    row("lines counted once", Level::Whole, "✓ Nothing lost", [](SourceInfo& source) {
        source.ledger.duplicatesSuppressed = 7;
        source.ledger.bytesRepeated = 700;
    });
    row("what was no log", Level::Whole, "✓ Nothing lost", [](SourceInfo& source) {
        source.ledger.gaps.push_back({.cause = u"a picture was passed over"_s, .isLoss = false});
    });
    row("a rotator's own window", Level::Doubtful, "! Gaps: 1", [](SourceInfo& source) {
        source.ledger.gaps.push_back({100, 0, u"copied and truncated"_s});
    });
    row("a hole", Level::Doubtful, "! Gaps: 1", [](SourceInfo& source) {
        source.ledger.gaps.push_back({100, 0, u"a hole of 4,096 zero bytes"_s});
        source.ledger.bytesOfZeros = 4096;
    });
    row("bytes that are gone", Level::Lost, "✕ Lost: 300 bytes, gaps: 2", [](SourceInfo& source) {
        source.ledger.gaps.push_back({100, 0, u"a hole of 4,096 zero bytes"_s});
        source.ledger.gaps.push_back({100, 300, u"truncated"_s});
        source.ledger.bytesOfZeros = 4096;
        source.ledger.duplicatesSuppressed = 7;
    });
    row("it is paused", Level::Doubtful, "! Paused sources: 1",
        [](SourceInfo& source) { source.state = SourceState::Paused; });
    row("the computer slept", Level::Whole, "✓ Nothing lost", [](SourceInfo& source) {
        source.ledger.turnovers.push_back({Turnover::Kind::Resumption, {}, 30});
    });
    row("it cannot be read now", Level::Doubtful, "! Sources that cannot be read: 1",
        [](SourceInfo& source) { source.state = SourceState::Unreadable; });
    row("it failed", Level::Lost, "✕ Sources that cannot be read: 1",
        [](SourceInfo& source) { source.state = SourceState::Failed; });
}

void DataQualityTest::levels() {
    QFETCH(SourceInfo, source);
    QFETCH(int, level);
    QFETCH(QString, words);
    const DataQuality quality = DataQuality::of({SourceInfo(), source});
    QCOMPARE(static_cast<int>(quality.level), level);
    QCOMPARE(quality.text(), words);
}

void DataQualityTest::aTruncatedLogIsShownAndExplained() {
    const LogFolder folder;
    Monitor monitor;
    MainWindow window(monitor);
    window.show();
    const QString path = folder.write(u"app.log"_s, mixedMinute());
    window.openFiles({path}, true);
    QToolButton* button = window.statusLine().qualityButton();
    QTRY_COMPARE_WITH_TIMEOUT(button->text(), u"✓ Nothing lost"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(monitor.sources().front().state, SourceState::Following, patience);
    QVERIFY(QFile::resize(path, 0));
    QTRY_COMPARE_WITH_TIMEOUT(button->text(), u"! Gaps: 1"_s, patience);
    QTest::mouseClick(button, Qt::LeftButton);
    auto* dialog = window.findChild<DataQualityDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    const QStringList rows = rowsOf(*dialog->tree());
    QVERIFY2(rows.filter(u"app.log was truncated or rewritten"_s).size() == 1, qPrintable(rows.join(u'\n')));
    // It goes on while it is open.
    folder.write(u"app.log"_s, QList<Logged>{{.second = 70, .status = 402, .id = requestId(9)}});
    const auto size = QString::number(QFileInfo(path).size());
    QTRY_VERIFY_WITH_TIMEOUT(
        rowsOf(*dialog->tree()).contains(u"State: Following|"_s) && monitor.totals().failures == 5, patience);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!window.findChild<DataQualityDialog*>());
}

void DataQualityTest::theAccountAddsUp() {
    const LogFolder folder;
    Monitor monitor;
    QByteArray text;
    for (const Logged& request : mixedMinute())
        text += request.line();
    const QByteArray half = "{\"key\":\"sk-ant-api03-halfOfAKeyThatIsLongEnough";
    const SourceId id = monitor.addSource(fileSpec(folder.write(u"app.log"_s, text + half), true));
    QTRY_COMPARE_WITH_TIMEOUT(monitor.source(id)->state, SourceState::Following, patience);
    const DataQualityDialog dialog(monitor);
    const QStringList rows = rowsOf(*dialog.tree());
    QVERIFY(rows.contains(u"app.log|"_s + QLocale().toString(text.size() + half.size())));
    QVERIFY(rows.contains(u"In lines|"_s + QLocale().toString(text.size())));
    QVERIFY(rows.contains(u"In a line that is not finished yet|"_s + QLocale().toString(half.size())));
    // F28: after a while what is there of it is shown, without its secrets.
    const auto shown = [&dialog] { return rowsOf(*dialog.tree()).filter(u"{\"key\":"_s); };
    QVERIFY(shown().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(shown().size(), 1, patience);
    QVERIFY2(!shown().front().contains(u"halfOfAKey"_s), qPrintable(shown().front()));
    // F29
    monitor.cancel(id);
    QTRY_COMPARE_WITH_TIMEOUT(rowsOf(*dialog.tree()).filter(u"Lines without an end"_s).size(), 1, patience);
    QVERIFY(shown().isEmpty());
}

void DataQualityTest::aPausedLogIsShownAndGoesOn() {
    const LogFolder folder;
    Monitor monitor;
    MainWindow window(monitor);
    window.show();
    const QString path = folder.write(u"app.log"_s, mixedMinute());
    window.openFiles({path}, true);
    const auto state = [&] {
        const QAbstractItemModel* sources = window.workspace().sourcePanel()->table()->model();
        return sources->index(0, SourceModel::State).data().toString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"Following"_s, patience);
    const auto before = monitor.totals().failures;
    const auto buttons = window.workspace().sourcePanel()->findChildren<QToolButton*>();
    const auto button =
        std::ranges::find_if(buttons, [](const QToolButton* each) { return each->text() == u"Pause"_s; });
    QVERIFY(button != buttons.end() && (*button)->isEnabled());
    QTest::mouseClick(*button, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"Paused"_s, patience);
    QCOMPARE((*button)->text(), u"Resume"_s);
    QTRY_COMPARE_WITH_TIMEOUT(window.statusLine().qualityButton()->text(), u"! Paused sources: 1"_s,
                              patience);
    QFile log(path);
    QVERIFY(log.open(QIODevice::Append));
    QVERIFY(log.write(Logged{.second = 70, .status = 402, .id = requestId(9)}.line()) > 0);
    log.close();
    QTRY_VERIFY2_WITH_TIMEOUT(state().startsWith(u"Paused, "_s), qPrintable(state()), patience);
    QCOMPARE(monitor.totals().failures, before);
    QTest::mouseClick(*button, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(monitor.totals().failures, before + 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"Following"_s, patience);
    QCOMPARE((*button)->text(), u"Pause"_s);
    QTRY_COMPARE_WITH_TIMEOUT(window.statusLine().qualityButton()->text(), u"✓ Nothing lost"_s, patience);
}

void DataQualityTest::itsColourFollowsTheLook() {
    const LogFolder folder;
    Monitor monitor;
    MainWindow window(monitor);
    window.show();
    window.openFiles({folder.write(u"app.log"_s, mixedMinute())}, false);
    const QToolButton* button = window.statusLine().qualityButton();
    QTRY_COMPARE_WITH_TIMEOUT(button->text(), u"✓ Nothing lost"_s, patience);
    for (const auto look : {theme::Scheme::Dark, theme::Scheme::HighContrast, theme::Scheme::Light}) {
        theme::apply(look);
        QTRY_COMPARE(button->palette().color(QPalette::ButtonText), theme::assuredText(window.palette()));
    }
    theme::apply(theme::Scheme::System);
}

QTEST_MAIN(DataQualityTest)
#include "tst_dataquality.moc"
