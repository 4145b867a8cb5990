// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Two times or two logs compared: what is new, more, fewer, gone, and the way to the failures.

#include "actions.h"
#include "comparisondialog.h"
#include "filterfixture.h"
#include "windowtest.h"

#include <QAction>
#include <QComboBox>
#include <QSignalSpy>
#include <QTableWidget>

using namespace derouter;

namespace {

/// So many failures of one kind, a second apart.
QList<Logged> failures(int count, int second, int status, const QString& type, const QString& message,
                       int firstId) {
    QList<Logged> requests;
    for (int i = 0; i < count; ++i)
        requests << Logged{.second = second + i,
                           .status = status,
                           .type = type,
                           .message = message,
                           .id = requestId(firstId + i)};
    return requests;
}

QList<Logged> overloaded(int count, int second, int firstId) {
    return failures(count, second, 529, u"overloaded_error"_s, u"Overloaded"_s, firstId);
}

QList<Logged> unpaid(int count, int second, int firstId) {
    return failures(count, second, 402, u"billing_error"_s, u"Insufficient balance"_s, firstId);
}

QList<Logged> successes(int count, int second, int firstId) {
    QList<Logged> requests;
    for (int i = 0; i < count; ++i)
        requests << Logged{.second = second + i, .status = 200, .id = requestId(firstId + i)};
    return requests;
}

/// A minute with twenty 529s among fifty requests, and one with two of them and five 402s.
QList<Logged> twoMinutes() {
    return overloaded(20, 0, 100) + successes(30, 20, 200) + overloaded(2, 60, 300) + unpaid(5, 70, 400) +
           successes(43, 76, 500);
}

} // namespace

class WhatChangedTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameProgram(u"tst_whatchanged"_s); }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void aZoomIsComparedWithWhatWasBefore();
    void twoLogsAreComparedWithEachOther();
    void aLogWithoutMessagesIsComparedByCode();
    void aLineLeadsToItsFailures();
    void whatIsGoneLeadsToWhatWas();
    void anotherPartCanBeChosen();
    void theResultIsCopiedWithoutSecrets();
    void nothingToCompareIsSaid();
    void theCommandHasAKey();

private:
    ComparisonDialog* dialog() const { return WindowTest::dialog<ComparisonDialog>(); }
    QTableWidget* table() const { return dialog()->findChild<QTableWidget*>(); }
    QComboBox* box(const QString& name) const;
    void compare();
    void zoomToLastMinute();
    QStringList row(int row) const;
    QList<QStringList> rows() const;
};

QComboBox* WhatChangedTest::box(const QString& name) const {
    for (QComboBox* each : dialog()->findChildren<QComboBox*>())
        if (each->accessibleName() == name)
            return each;
    return nullptr;
}

void WhatChangedTest::compare() {
    m_window->actions().compare->trigger();
    QVERIFY(dialog());
    QTRY_VERIFY_WITH_TIMEOUT(button(dialog(), u"Copy"_s)->isEnabled(), patience);
}

void WhatChangedTest::zoomToLastMinute() {
    const Microseconds begin = noon.toMSecsSinceEpoch() * 1000;
    m_window->filterState().setRange({begin + microsecondsPerMinute, begin + 2 * microsecondsPerMinute});
}

/// Change, code, message, before, now.
QStringList WhatChangedTest::row(int row) const {
    QStringList texts;
    for (const int column : {0, 1, 3, 4, 5})
        texts << table()->item(row, column)->text();
    return texts;
}

QList<QStringList> WhatChangedTest::rows() const {
    QList<QStringList> all;
    for (int i = 0; i < table()->rowCount(); ++i)
        all << row(i);
    return all;
}

void WhatChangedTest::aZoomIsComparedWithWhatWasBefore() {
    openLog(twoMinutes());
    zoomToLastMinute();
    compare();
    const QList<QStringList> wanted{
        {u"+ new"_s, u"402"_s, u"Insufficient balance"_s, u"0 (0.0 %)"_s, u"5 (10.0 %)"_s},
        {u"↘ fewer"_s, u"529"_s, u"Overloaded"_s, u"20 (40.0 %)"_s, u"2 (4.0 %)"_s}};
    QCOMPARE(rows(), wanted);
    const QString said = spoken(dialog());
    QVERIFY2(said.contains(u"Before: 20 failure(s) in 50 requests (40.0 %). "
                           "Now: 7 failure(s) in 50 requests (14.0 %)."_s),
             qPrintable(said));
    QVERIFY2(said.contains(u"New: 1 · more: 0 · fewer: 1 · gone: 0 · as before: 0"_s), qPrintable(said));
    QVERIFY(box(u"Now"_s)->currentText().startsWith(u"Time shown"_s));
    QVERIFY(box(u"Before"_s)->currentText().startsWith(u"Everything before it"_s));
}

void WhatChangedTest::twoLogsAreComparedWithEachOther() {
    openLog(overloaded(4, 0, 100));
    m_window->openFiles({m_folder->write(u"new.log"_s, overloaded(30, 100, 200) + unpaid(1, 140, 300))},
                        false);
    QTRY_COMPARE_WITH_TIMEOUT(m_monitor->events().size(), 35U, patience);
    compare();
    QCOMPARE(box(u"Before"_s)->currentText(), u"app.log"_s);
    QCOMPARE(box(u"Now"_s)->currentText(), u"new.log"_s);
    const QList<QStringList> wanted{{u"+ new"_s, u"402"_s, u"Insufficient balance"_s, u"0"_s, u"1"_s},
                                    {u"↗ more"_s, u"529"_s, u"Overloaded"_s, u"4"_s, u"30"_s}};
    QCOMPARE(rows(), wanted);
}

void WhatChangedTest::aLogWithoutMessagesIsComparedByCode() {
    openLog(overloaded(4, 0, 100));
    QByteArray access;
    for (int i = 0; i < 4; ++i)
        access += "203.0.113.7 - - [23/Nov/2026:12:01:0" + QByteArray::number(i) +
                  " +0000] \"POST /proxy/v1/messages HTTP/1.1\" 529 80 \"-\" \"curl/8\"\n";
    m_window->openFiles({m_folder->write(u"access.log"_s, access)}, false);
    QTRY_COMPARE_WITH_TIMEOUT(m_monitor->events().size(), 8U, patience);
    compare();
    QCOMPARE(rows(), (QList<QStringList>{{u"= as before"_s, u"529"_s, QString(), u"4"_s, u"4"_s}}));
    QVERIFY(spoken(dialog()).contains(u"One of the two logs no messages"_s));
}

void WhatChangedTest::aLineLeadsToItsFailures() {
    openLog(twoMinutes());
    zoomToLastMinute();
    compare();
    QVERIFY(!button(dialog(), u"Show These Failures"_s)->isEnabled());
    table()->setFocus();
    table()->selectRow(0);
    QTest::keyClick(table(), Qt::Key_Return);
    QTRY_COMPARE(model().visible().size(), 5U);
    QCOMPARE(m_monitor->events().code(model().visible().front()), FailureCode::http(402));
    QVERIFY(dialog() && dialog()->isVisible());
    m_window->filterState().undo(); // one step
    QCOMPARE(m_window->filterState().view().terms.size(), 1U);
}

void WhatChangedTest::whatIsGoneLeadsToWhatWas() {
    openLog(twoMinutes());
    m_window->filterState().setRange(
        {noon.toMSecsSinceEpoch() * 1000 + 65 * microsecondsPerSecond, std::nullopt});
    compare();
    QCOMPARE(row(1).first(), u"− gone"_s);
    table()->selectRow(1);
    button(dialog(), u"Show These Failures"_s)->click();
    QTRY_COMPARE(model().visible().size(), 22U);
}

void WhatChangedTest::anotherPartCanBeChosen() {
    openLog(twoMinutes());
    compare(); // without a zoom the halves of the time
    QVERIFY(box(u"Now"_s)->currentText().startsWith(u"Second half"_s));
    QCOMPARE(table()->rowCount(), 2);
    box(u"Now"_s)->setCurrentIndex(box(u"Before"_s)->currentIndex());
    QTRY_COMPARE(table()->rowCount(), 1);
    QCOMPARE(row(0).first(), u"= as before"_s);
}

void WhatChangedTest::theResultIsCopiedWithoutSecrets() {
    const QString secret = u"sk-ant-api03-"_s + u"Zx81"_s.repeated(10);
    openLog(overloaded(20, 0, 100) +
            failures(3, 70, 401, u"authentication_error"_s, u"Invalid API key "_s + secret, 300));
    zoomToLastMinute();
    compare();
    QVERIFY(!row(0).join(u' ').contains(secret));
    button(dialog(), u"Copy"_s)->click();
    const QString copied = QApplication::clipboard()->text();
    QVERIFY2(copied.contains(u"+ new: 401 "_s) && copied.contains(u"Invalid API key"_s), qPrintable(copied));
    QVERIFY2(copied.contains(u"− gone: 529 "_s), qPrintable(copied));
    QVERIFY(!copied.contains(secret));
}

void WhatChangedTest::nothingToCompareIsSaid() {
    m_window->actions().compare->trigger();
    QVERIFY(dialog());
    QVERIFY2(spoken(dialog()).contains(u"There is nothing to compare"_s), qPrintable(spoken(dialog())));
    QVERIFY(!button(dialog(), u"Copy"_s)->isEnabled());
}

void WhatChangedTest::theCommandHasAKey() {
    openLog(twoMinutes());
    activateWindow();
    QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier);
    QVERIFY(dialog());
    QVERIFY(shortcutText(m_window->actions()).contains(u"Ctrl+D – What Changed"_s));
    button(dialog(), u"Close"_s)->click();
    QTRY_VERIFY(!dialog());
}

QTEST_MAIN(WhatChangedTest)
#include "tst_whatchanged.moc"
