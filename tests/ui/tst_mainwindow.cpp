// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions.h"
#include "chartlegend.h"
#include "chartpanel.h"
#include "detailpane.h"
#include "emptystate.h"
#include "eventview.h"
#include "filterbar.h"
#include "formatdialog.h"
#include "headline.h"
#include "logfixture.h"
#include "mainwindow.h"
#include "ratechart.h"
#include "sourcepanel.h"
#include "statusline.h"
#include "theme.h"
#include "workspace.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QTableView>
#include <QTextStream>
#include <QToolButton>

#include <chrono>
#include <memory>
#include <thread>

using namespace derouter;

namespace {

constexpr int patience = 20'000; ///< milliseconds; machines that test are slow

/// Started again with this argument, the test is a program that writes a log.
constexpr auto writerArgument = "--write-log";

/// Appends `count` failures to the file, one line at a time, as a service would.
int writeLog(const QString& path, int count, int firstNumber) {
    for (int i = 0; i < count; ++i) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Append))
            return 1;
        file.write(Logged{.second = 120 + i, .id = requestId(firstNumber + i)}.line());
        file.close();
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return 0;
}

} // namespace

/// Clicks through the window on the real engine.
class MainWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void nothingOpenOffersTheSample();
    void theSampleLogOpens();
    void aLogWithoutFailuresSaysWhatWasRead();
    void aMissingFileIsNamedWithItsReason();
    void anAccessLogFillsTheTable();
    void choosingARowExplainsIt();
    void theRequestIdIsCopied_data();
    void theRequestIdIsCopied();
    void rowsAreCopiedSeparatedByTabs();
    void secretsAreNotShownNorCopied();
    void searchingFiltersTheTable();
    void aFilterThatHidesEverythingSaysSo();
    void theLegendIsolatesACode();
    void whoseMoveFilters();
    void digitsToggleCodes();
    void keysStepThroughTheFailures();
    void closingASourceChoosesNoOtherFailure();
    void brushingTheChartFiltersTheTable();
    void percentNeedsSuccesses();
    void percentNeedsSuccessesInEachSource();
    void theClockSwitchesToUtc();
    void followingShowsWhatAnotherProcessWrites();
    void theEndStaysInViewWhateverTheWindowsSize();
    void whatIsNotUnderstoodIsNoGoodNews();
    void nothingIsToBeDoneWithoutFailures();
    void scrollingUpPausesAndTheEndResumes();
    void droppedFilesAreOpened();
    void linesNotUnderstoodCanBeRead();
    void theLooksSwitchWhileRunning();
    void thePaneGoesBelowInANarrowWindow();
    void everyControlHasAName();
    void placeAndColumnsAreKept();

private:
    Workspace& space() { return m_window->workspace(); }
    EventModel& model() { return space().model(); }
    void openMixed();
    void followFullTable(const QString& path);
    QStringList codes();
    std::unique_ptr<QProcess> startWriter(const QString& path, int count, int firstNumber);

    std::unique_ptr<QTemporaryDir> m_settings;
    std::unique_ptr<LogFolder> m_folder;
    std::unique_ptr<Monitor> m_monitor;
    std::unique_ptr<MainWindow> m_window;
};

void MainWindowTest::initTestCase() {
    QCoreApplication::setOrganizationName(u"derouter-test"_s);
    QCoreApplication::setApplicationName(u"tst_mainwindow"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
}

void MainWindowTest::init() {
    m_settings = std::make_unique<QTemporaryDir>();
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings->path());
    m_folder = std::make_unique<LogFolder>();
    m_monitor = std::make_unique<Monitor>();
    m_window = std::make_unique<MainWindow>(*m_monitor);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QApplication::clipboard()->clear();
}

void MainWindowTest::cleanup() {
    m_window.reset();
    m_monitor.reset();
}

void MainWindowTest::openMixed() {
    m_window->openFiles({m_folder->write(u"app.log"_s, mixedMinute())}, false);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 4, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!space().isEmptyStateShown(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_monitor->isBusy(), patience);
}

QStringList MainWindowTest::codes() {
    QStringList cells;
    for (int row = 0; row < model().rowCount(); ++row)
        cells << model().index(row, EventModel::Code).data().toString();
    return cells;
}

std::unique_ptr<QProcess> MainWindowTest::startWriter(const QString& path, int count, int firstNumber) {
    auto writer = std::make_unique<QProcess>();
    writer->start(
        QCoreApplication::applicationFilePath(),
        {QString::fromLatin1(writerArgument), path, QString::number(count), QString::number(firstNumber)});
    return writer;
}

void MainWindowTest::nothingOpenOffersTheSample() {
    QVERIFY(space().isEmptyStateShown());
    QCOMPARE(space().emptyState()->kind(), EmptyState::Kind::NothingOpen);
    QVERIFY(space().emptyState()->sampleButton()->isVisible());
    QVERIFY(space().emptyState()->mainButton()->isVisible());
}

void MainWindowTest::theSampleLogOpens() {
    QTest::mouseClick(space().emptyState()->sampleButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(model().rowCount() > 50, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_monitor->isBusy(), patience);
    QVERIFY(m_monitor->totals().failuresByCode.size() >= 9);
    QCOMPARE(QSettings().value(u"recentFiles"_s).toStringList(), QStringList());
}

void MainWindowTest::aLogWithoutFailuresSaysWhatWasRead() {
    m_window->openFiles({m_folder->write(u"ok.log"_s, {Logged{.status = 200, .id = requestId(1)}})}, false);
    QTRY_COMPARE_WITH_TIMEOUT(space().emptyState()->kind(), EmptyState::Kind::NoFailures, patience);
    QTRY_VERIFY_WITH_TIMEOUT(space().emptyState()->text().contains(u"Lines read: 1, all understood"_s),
                             patience);
}

void MainWindowTest::aMissingFileIsNamedWithItsReason() {
    m_window->openFiles({m_folder->path(u"absent.log"_s)}, false);
    QTRY_COMPARE_WITH_TIMEOUT(space().emptyState()->kind(), EmptyState::Kind::Failed, patience);
    QVERIFY(space().emptyState()->text().contains(u"absent.log"_s));
    QVERIFY(space().emptyState()->mainButton()->isVisible());
}

void MainWindowTest::anAccessLogFillsTheTable() {
    QByteArray log;
    for (int i = 0; i < 30; ++i)
        log += "203.0.113.9 - - [23/Nov/2026:12:00:" + QByteArray::number(10 + i) +
               " +0000] \"POST /v1/messages HTTP/1.1\" " + (i % 10 == 0 ? "529" : "200") +
               " 321 \"-\" \"Anthropic/Python 0.40\"\n";
    m_window->openFiles({m_folder->write(u"access.log"_s, log)}, false);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 3, patience);
    QCOMPARE(codes(), QStringList({u"529"_s, u"529"_s, u"529"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->statusLine().text().contains(u"Lines: 30, all understood"_s),
                             patience);
    QVERIFY(m_window->windowTitle().startsWith(u"access.log"_s));
}

void MainWindowTest::choosingARowExplainsIt() {
    openMixed();
    QVERIFY(space().detail()->requestId().isEmpty());
    QVERIFY(!m_window->actions().copyId->isEnabled());
    space().view()->choose(model().index(1, EventModel::Code));
    const QString said = space().detail()->spokenText();
    for (const QString& expected :
         {u"429"_s, u"Too many requests"_s, u"Whose move: You · retry"_s,
          u"Requests per minute limit (60) exceeded"_s, requestId(2), u"app.log:12"_s,
          u"the status, the error type and the message"_s, u"claude-haiku-4-5"_s})
        QVERIFY2(said.contains(expected), qPrintable(expected + u" is missing in:\n"_s + said));
    QVERIFY(space().detail()->rawText().contains(u"\"rate_limit_error\""_s));
}

void MainWindowTest::theRequestIdIsCopied_data() {
    QTest::addColumn<bool>("byKey");
    QTest::newRow("button") << false;
    QTest::newRow("Ctrl+Shift+C") << true;
}

void MainWindowTest::theRequestIdIsCopied() {
    QFETCH(bool, byKey);
    openMixed();
    space().view()->choose(model().index(2, EventModel::Code));
    QPushButton* button = space().detail()->copyButton();
    QCOMPARE(button->text(), u"Copy"_s);
    if (byKey) {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    } else {
        QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(QApplication::clipboard()->text(), requestId(3));
    QCOMPARE(button->text(), u"Copied"_s);
    QTRY_COMPARE_WITH_TIMEOUT(button->text(), u"Copy"_s, patience);
    space().view()->selectAll();
    m_window->actions().copyId->trigger();
    QCOMPARE(QApplication::clipboard()->text().split(u'\n').size(), 4);
}

void MainWindowTest::rowsAreCopiedSeparatedByTabs() {
    openMixed();
    space().view()->setFocus();
    space().view()->choose(model().index(0, EventModel::Code));
    QTest::keyClick(space().view(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0].split(u'\t').size(), int(EventModel::Mark)); // that is the user's
    QCOMPARE(lines[1].split(u'\t').at(EventModel::Time), u"2026-11-23 12:00:05.000 +00:00"_s);
    QCOMPARE(lines[1].split(u'\t').at(EventModel::RequestId), requestId(1));
}

void MainWindowTest::secretsAreNotShownNorCopied() {
    const QString key = u"sk-ant-api03-"_s + QString(40, u'A');
    m_window->openFiles({m_folder->write(u"app.log"_s, {Logged{.status = 401,
                                                               .type = u"authentication_error"_s,
                                                               .message = u"Invalid API key "_s + key,
                                                               .id = requestId(1)}})},
                        false);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 1, patience);
    space().view()->choose(model().index(0, EventModel::Code));
    QVERIFY(!space().detail()->rawText().isEmpty());
    QVERIFY(!space().detail()->rawText().contains(key));
    QVERIFY(space().detail()->spokenText().contains(u"hidden"_s));
    m_window->actions().copyRows->trigger();
    QVERIFY(QApplication::clipboard()->text().contains(requestId(1)));
    QVERIFY(!QApplication::clipboard()->text().contains(key));
}

void MainWindowTest::searchingFiltersTheTable() {
    openMixed();
    QTest::keyClicks(&m_window->searchField(), u"haiku"_s);
    QTRY_COMPARE_WITH_TIMEOUT(codes(), QStringList{u"429"_s}, patience);
    QTRY_COMPARE_WITH_TIMEOUT(space().filterBar()->countText(), u"1 of 4 shown, 3 hidden"_s, patience);
    m_window->actions().undo->trigger();
    QCOMPARE(model().rowCount(), 4);
    QCOMPARE(m_window->searchField().text(), QString());
}

void MainWindowTest::aFilterThatHidesEverythingSaysSo() {
    openMixed();
    m_window->searchField().setFocus();
    QTest::keyClicks(&m_window->searchField(), u"nowhere to be found"_s);
    QTest::keyClick(&m_window->searchField(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(space().isHiddenStateShown(), patience);
    QTest::mouseClick(space().hiddenState()->mainButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!space().isHiddenStateShown(), patience);
    QCOMPARE(model().rowCount(), 4);
}

void MainWindowTest::theLegendIsolatesACode() {
    openMixed();
    const int group = codegroups::indexOf(FailureCode::http(503));
    QToolButton* button = space().chartPanel()->legend()->button(group);
    QTRY_VERIFY_WITH_TIMEOUT(button->isVisible(), patience);
    QVERIFY(button->text().contains(u"503"_s));
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(codes(), QStringList{u"503"_s});
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(model().rowCount(), 4);
    space().chartPanel()->legend()->toggleRequested(group);
    QCOMPARE(codes(), QStringList({u"529"_s, u"429"_s, u"401"_s}));
}

void MainWindowTest::whoseMoveFilters() {
    openMixed();
    QToolButton* you = space().headline()->moveButton(WhoseMove::You);
    QTRY_VERIFY_WITH_TIMEOUT(you->text().contains(u'2'), patience);
    QTest::mouseClick(you, Qt::LeftButton);
    QCOMPARE(codes(), QStringList({u"429"_s, u"401"_s}));
    QVERIFY(you->isChecked());
    QVERIFY2(you->text().startsWith(u'✓'), "not by colour alone");
    QTest::mouseClick(space().filterBar()->showAllButton(), Qt::LeftButton);
    QCOMPARE(model().rowCount(), 4);
    QTRY_VERIFY_WITH_TIMEOUT(!you->isChecked(), patience);
}

void MainWindowTest::digitsToggleCodes() {
    openMixed();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    space().view()->setFocus();
    QTest::keyClick(space().view(), Qt::Key_2);
    QCOMPARE(codes(), QStringList({u"529"_s, u"429"_s, u"503"_s}));
    QTest::keyClick(space().view(), Qt::Key_Escape);
    QCOMPARE(model().rowCount(), 4);
}

void MainWindowTest::keysStepThroughTheFailures() {
    openMixed();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    const auto step = [this](Qt::Key key, Qt::KeyboardModifiers modifiers) {
        QTest::keyClick(m_window.get(), key, modifiers);
        return space().view()->selectedRows();
    };
    QCOMPARE(step(Qt::Key_F8, Qt::NoModifier), QList<int>{0});
    for (const Qt::Key key : {Qt::Key_F8, Qt::Key_E}) {
        QCOMPARE(step(key, Qt::NoModifier), QList<int>{1});
        QCOMPARE(space().detail()->requestId(), requestId(2));
        QCOMPARE(step(key, Qt::ShiftModifier), QList<int>{0});
    }
}

void MainWindowTest::closingASourceChoosesNoOtherFailure() {
    openMixed();
    m_window->openFiles({m_folder->write(u"b.log"_s, {Logged{.second = 70, .id = requestId(70)},
                                                      Logged{.second = 71, .id = requestId(71)}})},
                        false);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 6, patience);
    space().view()->choose(model().index(1, EventModel::Code));
    QCOMPARE(space().detail()->requestId(), requestId(2));
    m_monitor->removeSource(m_monitor->sources().front().id);
    QCOMPARE(model().rowCount(), 2);
    QCOMPARE(space().detail()->requestId(), QString());
    QVERIFY(!space().view()->currentEvent());
}

void MainWindowTest::brushingTheChartFiltersTheTable() {
    openMixed();
    RateChart* chart = space().chartPanel()->chart();
    const int code = codegroups::indexOf(FailureCode::http(429));
    QTRY_COMPARE_WITH_TIMEOUT(chart->value(20, code), 1.0, patience); // a bucket a second, 429 at 12:00:20
    QTest::mousePress(chart->canvas(), Qt::LeftButton, {}, chart->bucketCenter(15));
    QTest::mouseMove(chart->canvas(), chart->bucketCenter(30));
    QTest::mouseMove(chart->canvas(), chart->bucketCenter(45));
    QTest::mouseRelease(chart->canvas(), Qt::LeftButton, {}, chart->bucketCenter(45));
    QCOMPARE(codes(), QStringList({u"429"_s, u"503"_s}));
    QCOMPARE(chart->value(5, code), 1.0); // the chart shows the range alone
    m_window->actions().backToAll->trigger();
    QCOMPARE(model().rowCount(), 4);
    m_window->actions().undo->trigger();
    QCOMPARE(model().rowCount(), 2);
}

void MainWindowTest::percentNeedsSuccesses() {
    openMixed();
    QTRY_VERIFY_WITH_TIMEOUT(space().chartPanel()->percentButton()->isEnabled(), patience);
    m_monitor->removeSource(0);
    m_window->openFiles({m_folder->write(u"errors.log"_s, {Logged{.id = requestId(1)}})}, false);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!space().chartPanel()->percentButton()->isEnabled(), patience);
}

/// A log of failures alone beside one of all requests would make their share greater than it was.
void MainWindowTest::percentNeedsSuccessesInEachSource() {
    openMixed();
    QTRY_VERIFY_WITH_TIMEOUT(space().chartPanel()->percentButton()->isEnabled(), patience);
    m_window->openFiles({m_folder->write(u"errors.log"_s, {Logged{.id = requestId(9)}})}, false);
    QTRY_VERIFY_WITH_TIMEOUT(!space().chartPanel()->percentButton()->isEnabled(), patience);
    m_monitor->removeSource(1);
    QTRY_VERIFY_WITH_TIMEOUT(space().chartPanel()->percentButton()->isEnabled(), patience);
}

void MainWindowTest::theClockSwitchesToUtc() {
    openMixed();
    m_window->actions().utc->setChecked(true);
    QCOMPARE(m_window->actions().utc->iconText(), u"UTC"_s);
    QTRY_COMPARE_WITH_TIMEOUT(model().index(0, EventModel::Time).data().toString(), u"12:00:05.000"_s,
                              patience);
    QCOMPARE(model().headerData(EventModel::Time, Qt::Horizontal, Qt::DisplayRole).toString(),
             u"Time (UTC)"_s);
}

void MainWindowTest::followingShowsWhatAnotherProcessWrites() {
    const QString path = m_folder->write(u"live.log"_s, mixedMinute());
    m_window->openFiles({path}, true);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 4, patience);
    const auto writer = startWriter(path, 100, 1000);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 104, patience);
    QVERIFY(space().view()->isFollowing());
    QVERIFY(!space().view()->isPaused());
    QScrollBar* bar = space().view()->verticalScrollBar();
    QTRY_VERIFY_WITH_TIMEOUT(bar->maximum() > 0 && bar->value() == bar->maximum(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(writer->state(), QProcess::NotRunning, patience);
}

/// A live log of more failures than there is room for, followed to its end.
void MainWindowTest::followFullTable(const QString& path) {
    writeLog(path, 60, 500);
    m_window->openFiles({path}, true);
    const QScrollBar* bar = space().view()->verticalScrollBar();
    QTRY_VERIFY_WITH_TIMEOUT(bar->maximum() > 0 && bar->value() == bar->maximum(), patience);
}

void MainWindowTest::theEndStaysInViewWhateverTheWindowsSize() {
    followFullTable(m_folder->write(u"live.log"_s, mixedMinute()));
    EventView* view = space().view();
    QScrollBar* bar = view->verticalScrollBar();
    m_window->resize(m_window->width() - 300, m_window->height() - 120);
    QTRY_COMPARE_WITH_TIMEOUT(bar->value(), bar->maximum(), patience);
    QVERIFY(!view->isPaused());
    QVERIFY(view->horizontalScrollBar()->maximum() > 0);
    QTest::keyClick(view, Qt::Key_Home);
    QCOMPARE(view->currentIndex().row(), 0);
    QTest::keyClick(view, Qt::Key_End);
    QCOMPARE(view->currentIndex().row(), model().rowCount() - 1);
    QCOMPARE(view->horizontalScrollBar()->value(), 0);
}

void MainWindowTest::whatIsNotUnderstoodIsNoGoodNews() {
    m_window->openFiles({m_folder->write(u"strange.log"_s, QByteArray("~ ~ ~\n").repeated(20))}, false);
    EmptyState* const empty = space().emptyState();
    QTRY_COMPARE_WITH_TIMEOUT(empty->kind(), EmptyState::Kind::NotUnderstood, patience);
    QVERIFY(empty->mainButton()->isVisible() && empty->formatButton()->isVisible());
    QTest::mouseClick(empty->mainButton(), Qt::LeftButton);
    const auto* text = space().sourcePanel()->findChild<QDialog*>()->findChild<QPlainTextEdit*>();
    QVERIFY2(text->toPlainText().contains(u": ~ ~ ~"_s), qPrintable(text->toPlainText()));
    space().sourcePanel()->findChild<QDialog*>()->close();
    QTest::mouseClick(empty->formatButton(), Qt::LeftButton);
    QVERIFY(m_window->findChild<FormatDialog*>());
}

void MainWindowTest::nothingIsToBeDoneWithoutFailures() {
    m_window->openFiles(
        {m_folder->write(u"app.log"_s, {Logged{.second = 1, .status = 200, .id = requestId(1)}})}, false);
    EmptyState* const empty = space().emptyState();
    QTRY_COMPARE_WITH_TIMEOUT(empty->kind(), EmptyState::Kind::NoFailures, patience);
    QVERIFY(!empty->mainButton()->isVisible() && !empty->formatButton()->isVisible());
}

void MainWindowTest::scrollingUpPausesAndTheEndResumes() {
    const QString path = m_folder->write(u"live.log"_s, mixedMinute());
    followFullTable(path);
    EventView* view = space().view();
    QScrollBar* bar = view->verticalScrollBar();
    bar->triggerAction(QAbstractSlider::SliderPageStepSub);
    QVERIFY(view->isPaused());
    const auto top = [&] { return model().storeRow(view->rowAt(0)); };
    const EventStore::Row kept = top();
    const auto writer = startWriter(path, 20, 2000);
    QTRY_COMPARE_WITH_TIMEOUT(view->newMeanwhile(), 20, patience);
    QCOMPARE(top(), kept);
    QVERIFY(space().filterBar()->resumeButton()->isVisible());
    QVERIFY(space().filterBar()->resumeButton()->text().contains(u"20"_s));
    bar->triggerAction(QAbstractSlider::SliderToMaximum);
    QVERIFY2(view->isPaused(), "reaching the end alone does not resume");
    bar->triggerAction(QAbstractSlider::SliderToMinimum);
    QTest::keyClick(view, Qt::Key_End);
    QVERIFY(!view->isPaused());
    QTRY_COMPARE_WITH_TIMEOUT(bar->value(), bar->maximum(), patience);
    view->choose(model().index(3, EventModel::Code));
    QVERIFY2(view->isPaused(), "choosing a row pauses");
    QTest::mouseClick(space().filterBar()->resumeButton(), Qt::LeftButton);
    QVERIFY(!view->isPaused());
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->viewport()->rect().center());
    QCOMPARE(m_window->actions().follow->iconText(), u"Paused"_s);
    m_window->actions().follow->trigger();
    QVERIFY2(view->isFollowing() && !view->isPaused(), "the button resumes");
    m_window->actions().follow->trigger();
    QVERIFY2(!view->isFollowing(), "the button switches off");
    QTRY_COMPARE_WITH_TIMEOUT(writer->state(), QProcess::NotRunning, patience);
}

void MainWindowTest::droppedFilesAreOpened() {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(m_folder->write(u"a.log"_s, mixedMinute())),
                  QUrl(u"https://example.org/not-a-file.log"_s)});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &drop);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 4, patience);
    QCOMPARE(m_monitor->sources().size(), std::size_t(1));
}

void MainWindowTest::linesNotUnderstoodCanBeRead() {
    QByteArray log;
    for (const Logged& request : mixedMinute())
        log += request.line();
    m_window->openFiles({m_folder->write(u"app.log"_s, log + "<b>no log line at all</b>\n{no object}\n")},
                        false);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 4, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_monitor->sources().front().linesNotUnderstood, std::uint64_t(2), patience);
    space().sourcePanel()->showNotUnderstood(m_monitor->sources().front().id);
    const auto* text = space().sourcePanel()->findChild<QDialog*>()->findChild<QPlainTextEdit*>();
    QCOMPARE(text->toPlainText(), u"15 (no time stamp and nothing of a request): <b>no log line at all</b>\n"
                                  "16 (not JSON: unterminated object at byte 2): {no object}"_s);
}

void MainWindowTest::theLooksSwitchWhileRunning() {
    openMixed();
    m_window->actions().looks[std::size_t(theme::Scheme::Dark)]->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(theme::isDark(m_window->palette()), patience);
    const QImage picture = space().chartPanel()->chart()->canvas()->grab().toImage();
    QVERIFY(picture.pixelColor(2, 2).lightness() < 80);
    m_window->actions().looks[std::size_t(theme::Scheme::Light)]->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!theme::isDark(m_window->palette()), patience);
    m_window->actions().looks[std::size_t(theme::Scheme::System)]->trigger();
}

void MainWindowTest::thePaneGoesBelowInANarrowWindow() {
    openMixed();
    const auto place = [this](QWidget* widget) { return widget->mapTo(m_window.get(), QPoint(0, 0)); };
    QTRY_VERIFY_WITH_TIMEOUT(place(space().detail()).x() > place(space().view()).x(), patience);
    m_window->resize(900, 600);
    QTRY_VERIFY_WITH_TIMEOUT(place(space().detail()).y() > place(space().view()).y(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(place(space().detail()).x(), place(space().view()).x(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->size(), QSize(900, 600), patience);
    m_window->resize(640, 600);
    QTRY_VERIFY_WITH_TIMEOUT(!space().chartPanel()->legend()->isVisible(), patience);
}

void MainWindowTest::everyControlHasAName() {
    openMixed();
    for (const QAbstractButton* button : m_window->findChildren<QAbstractButton*>())
        if (button->isVisible() && !button->objectName().startsWith(u"qt_"_s))
            QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty() ||
                         !button->parentWidget()->accessibleName().isEmpty(),
                     button->parentWidget()->metaObject()->className());
    for (const QWidget* widget : std::initializer_list<const QWidget*>{
             space().view(), space().sourcePanel()->table(), &m_window->searchField(), space().detail()})
        QVERIFY(!widget->accessibleName().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(
        space().chartPanel()->chart()->canvas()->parentWidget()->accessibleDescription().contains(
            u"Failures per"_s),
        patience);
    for (const QLabel* label : m_window->findChildren<QLabel*>())
        QVERIFY2(label->textFormat() == Qt::PlainText || label->text().isEmpty(), qPrintable(label->text()));
}

void MainWindowTest::placeAndColumnsAreKept() {
    space().view()->setColumnWidth(EventModel::Cause, 222);
    space().view()->setColumnHidden(EventModel::Type, true);
    m_window->actions().utc->setChecked(true);
    m_window->close();
    MainWindow again(*m_monitor);
    QCOMPARE(again.workspace().view()->columnWidth(EventModel::Cause), 222);
    QVERIFY(again.workspace().view()->isColumnHidden(EventModel::Type));
    QVERIFY(again.actions().utc->isChecked());
}

int main(int argc, char** argv) {
    if (argc == 5 && qstrcmp(argv[1], writerArgument) == 0)
        return writeLog(QString::fromLocal8Bit(argv[2]), QByteArray(argv[3]).toInt(),
                        QByteArray(argv[4]).toInt());
    QApplication application(argc, argv);
    MainWindowTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_mainwindow.moc"
