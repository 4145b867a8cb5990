// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// 400 planted secrets, and no way out of the window for any of them: what is copied, what can be selected,
// what is read aloud, tickets. Reports and explanations are in tests/unit/tst_exits.cpp.

#include "actions.h"
#include "comparisondialog.h"
#include "contextlines.h"
#include "detailpane.h"
#include "eventview.h"
#include "formatdialog.h"
#include "logfixture.h"
#include "mainwindow.h"
#include "report/logslice.h"
#include "secretcorpus.h"
#include "sourcepanel.h"
#include "ticketdialog.h"
#include "workspace.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableWidget>
#include <QToolButton>

#include <memory>
#include <numeric>

using namespace derouter;

namespace {

constexpr int patience = 60'000;

} // namespace

class WindowExitsTest : public QObject {
    Q_OBJECT

public Q_SLOTS:
    void takeMail(const QUrl& url) {
        m_mail += url.toString(QUrl::FullyDecoded) + QString::fromLatin1(url.toEncoded());
    }

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init() { QApplication::clipboard()->clear(); }

    void copiedRowsHoldNone();
    void copiesInOtherFormsHoldNone_data();
    void copiesInOtherFormsHoldNone();
    void copiedIdsAreAllThere();
    void noCellHoldsOne();
    void theLinesAroundHoldNone();
    void theDetailsHoldNone();
    void ticketsHoldNone_data();
    void ticketsHoldNone();
    void mailsHoldNone();
    void triedLinesHoldNone();
    void linesNotUnderstoodHoldNone();
    void titlesHoldNone();
    void slicesHoldNone();
    void comparisonsHoldNone();

private:
    EventModel& model() { return m_window->workspace().model(); }
    EventView* view() { return m_window->workspace().view(); }
    void check(const QString& text, bool hasAllIds);

    const QList<PlantedSecret> m_secrets = plantedSecrets();
    QString m_mail;
    QTemporaryDir m_settings;
    LogFolder m_folder;
    std::unique_ptr<Monitor> m_monitor;
    std::unique_ptr<MainWindow> m_window;
};

void WindowExitsTest::initTestCase() {
    QCoreApplication::setOrganizationName(u"derouter-test"_s);
    QCoreApplication::setApplicationName(u"tst_windowexits"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    QDesktopServices::setUrlHandler(u"mailto"_s, this, "takeMail");
    m_monitor = std::make_unique<Monitor>();
    m_window = std::make_unique<MainWindow>(*m_monitor);
    m_window->show();
    m_window->openFiles({m_folder.write(u"app.log"_s, logOf(m_secrets))}, false);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), int(m_secrets.size()), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_monitor->isBusy(), patience);
}

void WindowExitsTest::cleanupTestCase() {
    QDesktopServices::unsetUrlHandler(u"mailto"_s);
    m_window.reset();
    m_monitor.reset();
}

void WindowExitsTest::check(const QString& text, bool hasAllIds) {
    const QString leaks = leaksIn(text, m_secrets);
    QVERIFY2(leaks.isEmpty(), qPrintable(leaks));
    for (const PlantedSecret& secret : m_secrets)
        QVERIFY2(!hasAllIds || text.contains(secret.requestId), qPrintable(secret.shape));
}

void WindowExitsTest::copiedRowsHoldNone() {
    view()->selectAll();
    QTest::keyClick(view(), Qt::Key_C, Qt::ControlModifier);
    const QString copied = QApplication::clipboard()->text();
    QCOMPARE(copied.count(u'\n'), m_secrets.size() + 1);
    check(copied, true);
}

void WindowExitsTest::copiesInOtherFormsHoldNone_data() {
    QTest::addColumn<QAction*>("form");
    QTest::newRow("Markdown") << m_window->actions().copyMarkdown;
    QTest::newRow("JSON") << m_window->actions().copyJson;
    QTest::newRow("records") << m_window->actions().copyRecords;
}

void WindowExitsTest::copiesInOtherFormsHoldNone() {
    QFETCH(QAction*, form);
    view()->selectAll();
    form->trigger();
    check(QApplication::clipboard()->text(), true);
}

void WindowExitsTest::copiedIdsAreAllThere() {
    view()->selectAll();
    m_window->actions().copyId->trigger();
    check(QApplication::clipboard()->text(), true);
}

void WindowExitsTest::slicesHoldNone() {
    std::vector<EventStore::Row> rows(m_monitor->events().size());
    std::iota(rows.begin(), rows.end(), m_monitor->events().firstRow());
    QStringList missing;
    const LogSlice slice = readSlice(slicePlaces(*m_monitor, rows, missing));
    QVERIFY(missing.isEmpty() && slice.missing.isEmpty() && slice.text.replaced() > 0);
    check(slice.text.text(), true);
}

void WindowExitsTest::comparisonsHoldNone() {
    ComparisonDialog dialog(*m_monitor, {}, TimeDisplay());
    const auto* table = dialog.findChild<QTableWidget*>();
    QTRY_VERIFY_WITH_TIMEOUT(table->rowCount() > 0, patience);
    QStringList texts{dialog.text()};
    for (int row = 0; row < table->rowCount(); ++row)
        for (int column = 0; column < table->columnCount(); ++column)
            texts << table->item(row, column)->text() << table->item(row, column)->toolTip();
    check(texts.join(u'\n'), false);
}

/// Cells are copied by assistive technology, and their tool tips are read by it.
void WindowExitsTest::noCellHoldsOne() {
    for (const bool grouped : {true, false}) {
        model().setGrouping(grouped);
        QStringList texts;
        for (int row = 0; row < model().rowCount(); ++row)
            for (int column = 0; column < EventModel::columns; ++column)
                for (const int role :
                     {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
                    texts << model().index(row, column).data(role).toString();
        check(texts.join(u'\n'), !grouped);
    }
}

/// So many that all of the log is seen.
void WindowExitsTest::theLinesAroundHoldNone() {
    ContextLines* const context = m_window->workspace().detail()->contextLines();
    QStringList texts;
    for (int row = 0; row < model().rowCount(); row += 20) {
        view()->choose(model().index(row, EventModel::Code));
        QTRY_VERIFY_WITH_TIMEOUT(context->text().contains(u'▸'), 20'000);
        const auto few = context->text().size();
        context->moreButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(context->text().size() > few, 20'000);
        texts << context->text();
    }
    QVERIFY(texts.join(u'\n').count(u"hidden]"_s) > m_secrets.size() / 2);
    check(texts.join(u'\n'), false);
}

void WindowExitsTest::theDetailsHoldNone() {
    QStringList texts;
    for (int row = 0; row < model().rowCount(); ++row) {
        view()->choose(model().index(row, EventModel::Code));
        texts << m_window->workspace().detail()->spokenText() << m_window->workspace().detail()->rawText();
    }
    check(texts.join(u'\n'), true);
}

void WindowExitsTest::ticketsHoldNone_data() {
    QTest::addColumn<int>("format");
    QTest::newRow("text") << int(TicketFormat::Text);
    QTest::newRow("markdown") << int(TicketFormat::Markdown);
    QTest::newRow("mail") << int(TicketFormat::Mail);
}

void WindowExitsTest::ticketsHoldNone() {
    QFETCH(int, format);
    view()->selectAll();
    m_window->actions().ticket->trigger();
    auto* dialog = m_window->findChild<TicketDialog*>();
    QVERIFY(dialog);
    dialog->findChild<QComboBox*>()->setCurrentIndex(format);
    QTest::keyClick(dialog, Qt::Key_Return);
    const QString copied = QApplication::clipboard()->text();
    QCOMPARE(copied, dialog->findChild<QPlainTextEdit*>()->toPlainText());
    delete dialog;
    check(copied, true);
}

void WindowExitsTest::mailsHoldNone() {
    for (int row = 0; row < model().rowCount(); ++row) {
        TicketDialog dialog(m_monitor->events(), {model().storeRow(row)}, false);
        for (QPushButton* button : dialog.findChildren<QPushButton*>())
            if (button->text().contains(u"Mail"_s))
                button->click();
    }
    check(m_mail, true);
}

void WindowExitsTest::triedLinesHoldNone() {
    FormatDialog dialog(*m_monitor, m_monitor->sources().front().id, m_window->workspace().timeDisplay());
    const auto* table = dialog.findChild<QTableWidget*>();
    QVERIFY(table->rowCount() > 10);
    QStringList texts;
    for (int row = 0; row < table->rowCount(); ++row)
        for (int column = 0; column < table->columnCount(); ++column)
            texts << table->item(row, column)->text() << table->item(row, column)->toolTip();
    check(texts.join(u'\n'), false);
}

void WindowExitsTest::linesNotUnderstoodHoldNone() {
    // A key that is spread over lines is known as one only where they are one record: these are none.
    QByteArray lines;
    for (const PlantedSecret& secret : m_secrets)
        if (!secret.text.contains(u'\n'))
            lines += "~~ " + secret.text.toUtf8() + '\n';
    const SourceId id = readAll(*m_monitor, m_folder.write(u"other.log"_s, lines));
    QStringList texts;
    for (const NotUnderstood& line : m_monitor->notUnderstood(id))
        texts << line.text;
    QVERIFY(texts.size() > 100);
    m_window->workspace().sourcePanel()->showNotUnderstood(id);
    const auto dialogs = m_window->findChildren<QDialog*>();
    QVERIFY(!dialogs.isEmpty());
    const QString shown = dialogs.last()->findChild<QPlainTextEdit*>()->toPlainText();
    delete dialogs.last();
    QCOMPARE(shown.count(u'\n') + 1, texts.size());
    check(shown, false);
}

void WindowExitsTest::titlesHoldNone() {
    QStringList texts{m_window->windowTitle()};
    for (const QWidget* widget : m_window->findChildren<QWidget*>())
        texts << widget->accessibleName() << widget->accessibleDescription() << widget->toolTip();
    for (const QLabel* label : m_window->findChildren<QLabel*>())
        texts << label->text();
    check(texts.join(u'\n'), false);
}

QTEST_MAIN(WindowExitsTest)
#include "tst_windowexits.moc"
