// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A report saved from the window: on what it shows, or on everything.

#include "actions.h"
#include "filterfixture.h"
#include "report/report.h"
#include "reportsaving.h"
#include "savedialog.h"
#include "savingprogress.h"
#include "secretcorpus.h"
#include "settingsdialog.h"
#include "windowtest.h"

#include <QAction>
#include <QBuffer>
#include <QComboBox>
#include <QDir>
#include <QJsonArray>
#include <QLineEdit>
#include <QMessageBox>
#include <QProgressBar>
#include <QSignalSpy>
#include <QStatusBar>
#include <QToolButton>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace derouter;

namespace {

constexpr QFileDevice::Permissions ownersAlone = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class SaveReportTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameProgram(u"tst_savereport"_s); }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void isOffWithoutALog();
    void savesWhatTheCommandLineWrites_data();
    void savesWhatTheCommandLineWrites();
    void theFilterOfTheDialogChoosesTheForm();
    void onlyWhatIsShownIsWritten();
    void aTimeHasItsRequests();
    void everythingIsWrittenOnDemand();
    void theAttemptsOfShownCallsAreWritten();
    void theReportSaysWhatTheFilterIs_data();
    void theReportSaysWhatTheFilterIs();
    void isReadableByItsOwnerAlone();
    void takesThePlaceOfAnEarlierReport();
    void saysWhyItCannotBeWritten_data();
    void saysWhyItCannotBeWritten();
    void folderAndFormAreRemembered();
    void noReportHoldsASecret();
    void theWindowGoesOnMeanwhile();
    void whatHappensMeanwhileIsNotInIt();
    void cancelledItLeavesNothing();
    void tellsHowFarItIs();
    void theWindowClosesWhenItIsComplete();
    void theWindowStaysOpenWhereItFails();
    void theWindowMayCloseWithoutIt();
    void theWindowMayStayOpen();
    void aWindowThatGoesLeavesNothing();
    void anotherLanguageWaitsForIt();

private:
    SaveDialog* dialog() const { return WindowTest::dialog<SaveDialog>(); }
    void save(const QString& path);
    void begin(const QString& path);
    void finish();
    QStringList files() const;
    void setFilter(const QString& text);
    QString said() const { return m_window->statusBar()->currentMessage(); }
};

/// By the key, then the name typed into the dialog.
void SaveReportTest::save(const QString& path) {
    activateWindow();
    QTest::keySequence(m_window.get(), QKeySequence::Save);
    QVERIFY(dialog());
    dialog()->findChild<QLineEdit*>()->setText(path);
    QTest::keyClick(dialog()->findChild<QLineEdit*>(), Qt::Key_Return);
    finish();
}

/// Reports are written on a thread of their own.
void SaveReportTest::finish() {
    QTRY_VERIFY_WITH_TIMEOUT(m_window->actions().saveReport->isEnabled(), patience);
}

/// The window has not had a turn yet: whatever the other thread has done, nothing is in its place.
void SaveReportTest::begin(const QString& path) {
    openLog(mixedMinute());
    m_window->actions().saveReport->trigger();
    Q_EMIT dialog()->fileSelected(path);
    QVERIFY(!m_window->actions().saveReport->isEnabled());
}

QStringList SaveReportTest::files() const {
    return QDir(QFileInfo(m_folder->path(u"r"_s)).absolutePath()).entryList(QDir::Files | QDir::Hidden);
}

void SaveReportTest::setFilter(const QString& text) {
    m_window->filterState().begin({.terms = filterOf(text).terms});
}

void SaveReportTest::isOffWithoutALog() {
    QVERIFY(!m_window->actions().saveReport->isEnabled());
    QVERIFY(!m_window->actions().saveEverything->isEnabled());
    openLog(mixedMinute());
    QVERIFY(m_window->actions().saveReport->isEnabled());
    QVERIFY2(!m_window->actions().saveEverything->isEnabled(), "everything is shown");
}

void SaveReportTest::savesWhatTheCommandLineWrites_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<ReportFormat>("format");
    QTest::newRow("web page") << u"r.html"_s << ReportFormat::Html;
    QTest::newRow("Markdown") << u"r.md"_s << ReportFormat::Markdown;
    QTest::newRow("text") << u"r.txt"_s << ReportFormat::Text;
    QTest::newRow("CSV") << u"r.csv"_s << ReportFormat::Csv;
    QTest::newRow("JSON") << u"r.json"_s << ReportFormat::Json;
    QTest::newRow("JSON lines") << u"r.jsonl"_s << ReportFormat::Jsonl;
}

void SaveReportTest::savesWhatTheCommandLineWrites() {
    QFETCH(QString, name);
    QFETCH(ReportFormat, format);
    openLog(mixedMinute());
    save(m_folder->path(name));
    QBuffer expected;
    expected.open(QIODevice::WriteOnly);
    QVERIFY(writeReport(format, *m_monitor, expected));
    QCOMPARE(contents(m_folder->path(name)), expected.data());
    QVERIFY(!expected.data().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(said(), u"4 failure(s) written to "_s + name, patience);
}

void SaveReportTest::theFilterOfTheDialogChoosesTheForm() {
    openLog(mixedMinute());
    m_window->actions().saveReport->trigger();
    QVERIFY2(dialog()->windowTitle().contains(u"Everything: 4"_s), qPrintable(dialog()->windowTitle()));
    QVERIFY(dialog()->selectedFiles().first().endsWith(u".html"_s));
    dialog()->setDirectory(QFileInfo(m_folder->path(u"x"_s)).absolutePath());
    const QString csv = dialog()->nameFilters().filter(u"csv"_s).first();
    dialog()->selectNameFilter(csv);
    Q_EMIT dialog()->filterSelected(csv);
    QVERIFY2(dialog()->selectedFiles().first().endsWith(u"Z.csv"_s),
             qPrintable(dialog()->selectedFiles().first()));
    const QString path = dialog()->selectedFiles().first();
    QTest::keyClick(dialog()->findChild<QLineEdit*>(), Qt::Key_Return);
    finish();
    QVERIFY(contents(path).startsWith("time,"));
    QCOMPARE(contents(path).count('\n'), 5);
}

void SaveReportTest::onlyWhatIsShownIsWritten() {
    openLog(mixedMinute());
    setFilter(u"move:you"_s);
    QCOMPARE(model().rowCount(), 2);
    save(m_folder->path(u"r.json"_s));
    QTRY_COMPARE_WITH_TIMEOUT(said(), u"2 failure(s) written to r.json"_s, patience);
    const QJsonObject report = QJsonDocument::fromJson(contents(m_folder->path(u"r.json"_s))).object();
    QCOMPARE(report[u"failures"_s].toInt(), 2);
    QCOMPARE(report[u"events"_s].toArray().size(), 2);
    QCOMPARE(report[u"request_ids"_s].toArray(), (QJsonArray{requestId(2), requestId(4)}));
    QCOMPARE(report[u"failures_by_status"_s].toObject(), (QJsonObject{{u"401"_s, 1}, {u"429"_s, 1}}));
    QCOMPARE(report[u"failures_by_move"_s][u"provider"_s].toInt(), 0);
    QCOMPARE(report[u"failures_by_type"_s].toObject().size(), 2);
    QCOMPARE(report[u"first_time"_s].toString(), u"2026-11-23T12:00:20.000Z"_s);
    const QJsonObject minute = report[u"per_minute"_s][u"2026-11-23T12:00Z"_s].toObject();
    QCOMPARE(minute[u"api_requests"_s].toInt(), 2);
    QCOMPARE(minute[u"errors"_s].toObject(), (QJsonObject{{u"401"_s, 1}, {u"429"_s, 1}}));
    QVERIFY(report[u"filter"_s].toString().contains(u"You"_s));
    QCOMPARE(report[u"api_successes"_s].toInt(), 0);
}

/// Of a part of the time, the requests that went well are known; the headline counts them too.
void SaveReportTest::aTimeHasItsRequests() {
    openLog(mixedMinute());
    m_window->actions().utc->setChecked(false);
    space().setTimeZone(QTimeZone(3600));
    const Microseconds begin = noon.toMSecsSinceEpoch() * 1000;
    m_window->filterState().setRange(
        {begin + 15 * microsecondsPerSecond, begin + 45 * microsecondsPerSecond});
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 2, patience);
    save(m_folder->path(u"r.json"_s));
    const QJsonObject report = QJsonDocument::fromJson(contents(m_folder->path(u"r.json"_s))).object();
    QCOMPARE(report[u"failures"_s].toInt(), 2);
    QCOMPARE(report[u"api_requests"_s].toInt(), 7);
    QCOMPARE(report[u"api_successes"_s].toInt(), 5);
    QCOMPARE(report[u"per_minute"_s][u"2026-11-23T12:00Z"_s][u"api_requests"_s].toInt(), 7);
    QCOMPARE(report[u"first_time"_s].toString(), u"2026-11-23T12:00:18.000Z"_s);
    QCOMPARE(report[u"filter"_s].toString(), u"Time is 2026-11-23 12:00:15 – 12:00:45 UTC"_s);
    save(m_folder->path(u"r.txt"_s));
    const QString text = QString::fromUtf8(contents(m_folder->path(u"r.txt"_s)));
    QVERIFY2(text.contains(u" in 7 requests (28.6 %)"_s), qPrintable(text));
}

void SaveReportTest::everythingIsWrittenOnDemand() {
    openLog(mixedMinute());
    setFilter(u"code:429"_s);
    m_window->actions().saveReport->trigger();
    QVERIFY2(dialog()->windowTitle().contains(u"1 Failure(s) Shown"_s), qPrintable(dialog()->windowTitle()));
    delete dialog();
    m_window->actions().saveEverything->trigger();
    QVERIFY(dialog()->windowTitle().contains(u"Everything: 4"_s));
    dialog()->findChild<QLineEdit*>()->setText(m_folder->path(u"r.jsonl"_s));
    QTest::keyClick(dialog()->findChild<QLineEdit*>(), Qt::Key_Return);
    finish();
    QCOMPARE(contents(m_folder->path(u"r.jsonl"_s)).count('\n'), 4);
    QTRY_COMPARE_WITH_TIMEOUT(said(), u"4 failure(s) written to r.jsonl"_s, patience);
}

void SaveReportTest::theAttemptsOfShownCallsAreWritten() {
    openLog(retriedCalls());
    m_window->filterState().begin({.terms = filterOf(u"code:429"_s).terms, .calls = true});
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 2, patience);
    save(m_folder->path(u"r.csv"_s));
    QTRY_COMPARE_WITH_TIMEOUT(said(), u"3 failure(s) written to r.csv"_s, patience);
}

void SaveReportTest::theReportSaysWhatTheFilterIs_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"r.html", "r.md", "r.txt"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void SaveReportTest::theReportSaysWhatTheFilterIs() {
    QFETCH(QString, name);
    openLog(mixedMinute());
    setFilter(u"code:429"_s);
    save(m_folder->path(name));
    const QString report = QString::fromUtf8(contents(m_folder->path(name)));
    QVERIFY2(report.contains(u"Only failures that the filter shows: Code is 429."_s), qPrintable(report));
    QVERIFY(report.contains(u"1 failure"_s));
    QVERIFY2(!report.contains(u" in 14 requests"_s), "of the requests the filter says nothing");
    QVERIFY(!report.contains(u"529"_s));
}

void SaveReportTest::isReadableByItsOwnerAlone() {
    openLog(mixedMinute());
    save(m_folder->path(u"r.html"_s));
    QCOMPARE(QFile::permissions(m_folder->path(u"r.html"_s)) &
                 ~(QFileDevice::ReadUser | QFileDevice::WriteUser),
             ownersAlone);
}

void SaveReportTest::takesThePlaceOfAnEarlierReport() {
    openLog(mixedMinute());
    const QString path = m_folder->write(u"r.txt"_s, "an earlier report, longer than the new one\n");
    activateWindow();
    m_window->actions().saveReport->trigger();
    Q_EMIT dialog()->fileSelected(path); // the dialog has asked whether to
    finish();
    QVERIFY(contents(path).startsWith("4 failure(s)"));
    QCOMPARE(files(), (QStringList{u"app.log"_s, u"r.txt"_s}));
}

void SaveReportTest::saysWhyItCannotBeWritten_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("said");
    QTest::newRow("B43 a link") << u"link.html"_s << u"symbolic link"_s;
    QTest::newRow("B43 a folder") << u"folder.html"_s << u"not a regular file"_s;
    QTest::newRow("B43 no such folder") << u"absent/r.html"_s << u"cannot be written"_s;
}

void SaveReportTest::saysWhyItCannotBeWritten() {
    QFETCH(QString, name);
    QFETCH(QString, said);
    openLog(mixedMinute());
    const QString kept = m_folder->write(u"kept.html"_s, "kept");
    QVERIFY(QFile::link(kept, m_folder->path(u"link.html"_s)));
    QVERIFY(QDir().mkdir(m_folder->path(u"folder.html"_s)));
    m_window->actions().saveReport->trigger();
    Q_EMIT dialog()->fileSelected(m_folder->path(name));
    finish();
    const auto* box = m_window->findChild<QMessageBox*>();
    QVERIFY(box);
    QVERIFY2(box->text().contains(said), qPrintable(box->text()));
    QCOMPARE(box->textFormat(), Qt::PlainText);
    QCOMPARE(contents(kept), "kept");
    QVERIFY(!this->said().contains(u"written"_s));
}

void SaveReportTest::folderAndFormAreRemembered() {
    openLog(mixedMinute());
    save(m_folder->path(u"r.md"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!dialog(), patience);
    m_window->actions().saveReport->trigger();
    QVERIFY2(dialog()->selectedNameFilter().contains(u"md"_s), qPrintable(dialog()->selectedNameFilter()));
    QVERIFY(dialog()->selectedFiles().first().endsWith(u".md"_s));
    QCOMPARE(dialog()->directory().absolutePath(), QFileInfo(m_folder->path(u"r.md"_s)).absolutePath());
}

/// Those of all formats are in tests/unit/tst_exits.cpp; here the words of the filter leave too.
void SaveReportTest::noReportHoldsASecret() {
    const QString key = u"sk-ant-api03-"_s + QString(40, u'A');
    openLog({{.status = 401,
              .type = u"authentication_error"_s,
              .message = u"Invalid API key "_s + key,
              .id = requestId(1)}});
    setFilter(key);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 1, patience);
    for (const QString& name : {u"r.html"_s, u"r.md"_s, u"r.txt"_s, u"r.csv"_s, u"r.json"_s, u"r.jsonl"_s}) {
        save(m_folder->path(name));
        QTRY_VERIFY_WITH_TIMEOUT(!dialog(), patience);
        const QByteArray report = contents(m_folder->path(name));
        QVERIFY2(report.size() > 100, qPrintable(name));
        QVERIFY2(!report.contains(key.toUtf8()), qPrintable(name));
    }
}

void SaveReportTest::theWindowGoesOnMeanwhile() {
    const QString path = m_folder->path(u"r.json"_s);
    begin(path);
    QCOMPARE(files(), QStringList{u"app.log"_s});
    QVERIFY2(!QApplication::overrideCursor(), "nobody has to wait");
    setFilter(u"code:429"_s);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 1, patience);
    finish();
    QTRY_COMPARE_WITH_TIMEOUT(said(), u"4 failure(s) written to r.json"_s, patience);
    QCOMPARE(files(), (QStringList{u"app.log"_s, u"r.json"_s}));
    QVERIFY(m_window->actions().saveEverything->isEnabled());
}

void SaveReportTest::whatHappensMeanwhileIsNotInIt() {
    openLog(mixedMinute());
    QBuffer expected;
    expected.open(QIODevice::WriteOnly);
    QVERIFY(writeReport(ReportFormat::Json, *m_monitor, expected));
    m_window->actions().saveReport->trigger();
    Q_EMIT dialog()->fileSelected(m_folder->path(u"r.json"_s));
    m_monitor->removeSource(m_monitor->sources().front().id);
    QTRY_COMPARE_WITH_TIMEOUT(contents(m_folder->path(u"r.json"_s)), expected.data(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(said(), u"4 failure(s) written to r.json"_s, patience);
}

void SaveReportTest::cancelledItLeavesNothing() {
    const QString path = m_folder->write(u"r.html"_s, "an earlier report");
    begin(path);
    m_window->findChild<SavingProgress*>()->cancelButton()->click();
    finish();
    QTRY_COMPARE_WITH_TIMEOUT(said(), u"Cancelled: no report was written"_s, patience);
    QCOMPARE(contents(path), "an earlier report");
    QCOMPARE(files(), (QStringList{u"app.log"_s, u"r.html"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->findChild<SavingProgress*>(), patience);
    QVERIFY(!m_window->findChild<QMessageBox*>());
}

/// What is over soon shows nothing.
void SaveReportTest::tellsHowFarItIs() {
    begin(m_folder->path(u"r<i>.csv"_s));
    auto* progress = m_window->findChild<SavingProgress*>();
    QVERIFY(!progress->isVisible());
    progress->show();
    QCOMPARE(spoken(progress), u"Writing r<i>.csv"_s);
    const auto* bar = progress->findChild<QProgressBar*>();
    QVERIFY(bar->minimum() == 0 && bar->maximum() > 0);
    QVERIFY(m_window->statusBar()->isAncestorOf(progress));
    finish();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->findChild<SavingProgress*>(), patience);
}

void SaveReportTest::theWindowClosesWhenItIsComplete() {
    const QString path = m_folder->path(u"r.txt"_s);
    begin(path);
    QVERIFY(!m_window->close());
    QVERIFY(m_window->isVisible());
    QVERIFY(!m_window->close());
    const auto boxes = m_window->findChildren<QMessageBox*>();
    QCOMPARE(boxes.size(), 1);
    QVERIFY(boxes.first()->text().contains(u"r.txt"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), patience);
    QVERIFY(contents(path).startsWith("4 failure(s)"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChildren<QMessageBox*>().isEmpty(), patience);
}

void SaveReportTest::theWindowStaysOpenWhereItFails() {
    begin(m_folder->path(u"absent/r.txt"_s));
    QVERIFY(!m_window->close());
    finish();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->findChildren<QMessageBox*>().size(), 1, patience);
    QVERIFY(m_window->findChild<QMessageBox*>()->text().contains(u"cannot be written"_s));
    QVERIFY(m_window->isVisible());
    QVERIFY(m_window->close());
}

void SaveReportTest::theWindowMayCloseWithoutIt() {
    begin(m_folder->path(u"r.txt"_s));
    QVERIFY(!m_window->close());
    QPushButton* const discard = button(m_window->findChild<QMessageBox*>(), u"Discard It and Close"_s);
    QVERIFY(discard);
    discard->click();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), patience);
    QCOMPARE(files(), QStringList{u"app.log"_s});
}

void SaveReportTest::theWindowMayStayOpen() {
    begin(m_folder->path(u"r.txt"_s));
    QVERIFY(!m_window->close());
    button(m_window->findChild<QMessageBox*>(), u"Stay Open"_s)->click();
    finish();
    QCOMPARE(files(), (QStringList{u"app.log"_s, u"r.txt"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->findChild<QMessageBox*>(), patience);
    QVERIFY(m_window->isVisible());
}

void SaveReportTest::aWindowThatGoesLeavesNothing() {
    begin(m_folder->path(u"r.html"_s));
    m_window = m_window->successor();
    QCOMPARE(files(), QStringList{u"app.log"_s});
    QVERIFY(m_window->actions().saveReport->isEnabled());
}

/// Else half of it were in the one and half in the other.
void SaveReportTest::anotherLanguageWaitsForIt() {
    QSignalSpy chosen(m_window.get(), &MainWindow::languageChosen);
    begin(m_folder->path(u"r.txt"_s));
    m_window->actions().settings->trigger();
    auto* settings = m_window->findChild<SettingsDialog*>();
    for (QComboBox* field : settings->findChildren<QComboBox*>())
        if (field->findText(u"Deutsch"_s) >= 0)
            field->setCurrentText(u"Deutsch"_s);
    settings->accept();
    QCOMPARE(chosen.size(), 0);
    QVERIFY(chosen.wait(patience));
    QCOMPARE(files(), (QStringList{u"app.log"_s, u"r.txt"_s}));
    QCOMPARE(chosen.size(), 1);
}

QTEST_MAIN(SaveReportTest)
#include "tst_savereport.moc"
