// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A log in a layout of the user's own: pasted, tried on its first lines, used, saved, known again.

#include "actions.h"
#include "eventview.h"
#include "format/formatnames.h"
#include "format/savedformats.h"
#include "formatdialog.h"
#include "monitor/monitor.h"
#include "sourcepanel.h"
#include "windowtest.h"
#include "workspace.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableWidget>
#include <QTimer>
#include <QToolButton>

#include <memory>

using namespace derouter;

namespace {

/// No quoted request, no usual order: only its layout tells what is what.
const QByteArray ownLines =
    "529~/proxy/v1/messages~POST~412~req_3f9c27a1d04be85562c7aa10~2026-11-03T09:14:07+01:00\n"
    "200~/proxy/v1/messages~POST~903~req_90b1e2c3d4f5a6b7c8d9e0f1~2026-11-03T09:14:08+01:00\n"
    "a note between them\n";
const QString ownLayout = u"log_format llm '$status~$request_uri~$request_method~$request_time_ms~"
                          "$sent_http_request_id~$time_iso8601';"_s;

} // namespace

class FormatDialogTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void aLayoutIsTriedAndUsed();
    void aWrongLayoutSaysWhatIsWrong();
    void anExpressionWorksToo();
    void aSavedFormatIsKnownAgain();
    void aSavedFormatCanBeDeleted();
    void aNameThatIsTakenIsRefused();

private:
    FormatDialog* openDialog(const QString& path);
    void paste(FormatDialog* dialog, const QString& format);
    static QString verdict(FormatDialog* dialog);
    QPushButton* button(FormatDialog* dialog, const QString& text);
};

void FormatDialogTest::initTestCase() {
    nameProgram(u"tst_formatdialog"_s);
}

void FormatDialogTest::init() {
    prepare();
    savedformats::load();
    showWindow();
}

void FormatDialogTest::cleanup() {
    closeWindow();
}

FormatDialog* FormatDialogTest::openDialog(const QString& path) {
    m_window->openFiles({path}, false);
    if (!QTest::qWaitFor([&] { return !m_monitor->isBusy(); }, patience))
        return nullptr;
    m_window->actions().format->trigger();
    return m_window->findChild<FormatDialog*>();
}

void FormatDialogTest::paste(FormatDialog* dialog, const QString& format) {
    auto* own = dialog->findChild<QPlainTextEdit*>();
    QTRY_VERIFY_WITH_TIMEOUT(own->hasFocus(), patience);
    own->insertPlainText(format);
    const auto* pause = dialog->findChild<QTimer*>();
    QVERIFY(pause->isActive());
    QTRY_VERIFY_WITH_TIMEOUT(!pause->isActive(), patience);
}

QString FormatDialogTest::verdict(FormatDialog* dialog) {
    for (const QLabel* label : dialog->findChildren<QLabel*>())
        if (label->wordWrap())
            return label->text();
    return {};
}

QPushButton* FormatDialogTest::button(FormatDialog* dialog, const QString& text) {
    for (QPushButton* each : dialog->findChildren<QPushButton*>())
        if (each->text().remove(u'&') == text)
            return each;
    return nullptr;
}

void FormatDialogTest::aLayoutIsTriedAndUsed() {
    FormatDialog* dialog = openDialog(m_folder->write(u"own.log"_s, ownLines));
    QVERIFY(dialog);
    paste(dialog, ownLayout);
    QVERIFY2(verdict(dialog).startsWith(u"2 of the first 3 "_s), qPrintable(verdict(dialog)));
    const auto* table = dialog->findChild<QTableWidget*>();
    QStringList first;
    for (int column = 0; column < table->columnCount(); ++column)
        first << table->item(0, column)->text();
    QCOMPARE(first[2], u"529"_s);
    QCOMPARE(first[3], u"POST"_s);
    QCOMPARE(first[4], u"/proxy/v1/messages"_s);
    QCOMPARE(first[5], u"req_3f9c27a1d04be85562c7aa10"_s);
    QVERIFY2(first[1].contains(u":14:07"_s), qPrintable(first[1]));
    QCOMPARE(table->item(2, 1)->text(), u"does not fit"_s);

    QCOMPARE(m_monitor->events().size(), std::size_t(0));
    QTest::mouseClick(button(dialog, u"Use This Format"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_monitor->events().size(), std::size_t(1), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_monitor->totals().apiSuccesses, 1u, patience);
    QCOMPARE(m_monitor->sources().front().linesNotUnderstood, 1u);
}

void FormatDialogTest::aWrongLayoutSaysWhatIsWrong() {
    FormatDialog* dialog = openDialog(m_folder->write(u"own.log"_s, ownLines));
    QVERIFY(dialog);
    paste(dialog, u"$remote_addr$status"_s);
    QVERIFY2(!verdict(dialog).contains(u"fit"_s), qPrintable(verdict(dialog)));
    QVERIFY(!button(dialog, u"Use This Format"_s)->isEnabled());
    QCOMPARE(dialog->findChild<QTableWidget*>()->rowCount(), 0);
}

void FormatDialogTest::anExpressionWorksToo() {
    FormatDialog* dialog = openDialog(m_folder->write(u"own.log"_s, ownLines));
    QVERIFY(dialog);
    paste(dialog, uR"(/^(?<status>\d{3})~(?<path>[^~]+)~(?<method>\w+)~/)"_s);
    QVERIFY2(verdict(dialog).startsWith(u"2 of the first 3 "_s), qPrintable(verdict(dialog)));
    QCOMPARE(dialog->findChild<QTableWidget*>()->item(1, 2)->text(), u"200"_s);
}

void FormatDialogTest::aSavedFormatIsKnownAgain() {
    FormatDialog* dialog = openDialog(m_folder->write(u"own.log"_s, ownLines));
    QVERIFY(dialog);
    paste(dialog, ownLayout);
    auto* save = button(dialog, u"Save"_s);
    QVERIFY(!save->isEnabled());
    dialog->findChild<QLineEdit*>()->setText(u"my-proxy"_s);
    QTest::mouseClick(save, Qt::LeftButton);
    QVERIFY2(verdict(dialog).contains(u"--format my-proxy"_s), qPrintable(verdict(dialog)));
    QCOMPARE(dialog->findChild<QComboBox*>()->currentData().toString(), u"my-proxy"_s);
    QCOMPARE(checkFormat(u"my-proxy"_s), QString());
    dialog->reject();

    // Another log with such lines needs no choosing any more.
    m_window->openFiles({m_folder->write(u"other.log"_s, ownLines)}, false);
    QTRY_COMPARE_WITH_TIMEOUT(m_monitor->events().size(), std::size_t(1), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_monitor->sources().back().format, u"my-proxy"_s, patience);
}

void FormatDialogTest::aSavedFormatCanBeDeleted() {
    QVERIFY(!savedformats::save({u"my-proxy"_s, ownLayout}));
    FormatDialog* dialog = openDialog(m_folder->write(u"own.log"_s, ownLines));
    QVERIFY(dialog);
    auto* choice = dialog->findChild<QComboBox*>();
    choice->setCurrentIndex(choice->findData(u"my-proxy"_s));
    QCOMPARE(dialog->findChild<QPlainTextEdit*>()->toPlainText(), ownLayout);
    QTest::mouseClick(button(dialog, u"Delete"_s), Qt::LeftButton);
    QCOMPARE(choice->findData(u"my-proxy"_s), -1);
    QVERIFY(!checkFormat(u"my-proxy"_s).isEmpty());
    QVERIFY(savedformats::all().empty());
}

void FormatDialogTest::aNameThatIsTakenIsRefused() {
    for (const QString& name : {u"json"_s, u"nginx-combined"_s, u"a b"_s, u"/x/"_s, QString()})
        QVERIFY2(savedformats::save({name, ownLayout}), qPrintable(name));
    QVERIFY(savedformats::save({u"mine"_s, u"json"_s}));
    QVERIFY(savedformats::save({u"mine"_s, u"no layout"_s}));
    QVERIFY(savedformats::all().empty());
}

QTEST_MAIN(FormatDialogTest)
#include "tst_formatdialog.moc"
