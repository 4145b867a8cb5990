// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// An address as a source: typed, checked, followed.

#include "actions.h"
#include "addressdialog.h"
#include "logfixture.h"
#include "mainwindow.h"
#include "models/sourcemodel.h"
#include "monitor/monitor.h"
#include "standinloki.h"

#include <QAction>
#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>

#include <memory>

using namespace derouter;

namespace {

constexpr int patience = 20'000;

} // namespace

class AddressDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void saysWhatWillBeDone_data();
    void saysWhatWillBeDone();
    void opensNothingBeforeItIsTold();
    void followsTheAddress();

private:
    void type(const QString& line);
    QString verdict() const;
    QPushButton* followButton() const;

    std::unique_ptr<QTemporaryDir> m_settings;
    std::unique_ptr<Monitor> m_monitor;
    std::unique_ptr<MainWindow> m_window;
    AddressDialog* m_dialog = nullptr;
};

void AddressDialogTest::initTestCase() {
    QCoreApplication::setOrganizationName(u"derouter-test"_s);
    QCoreApplication::setApplicationName(u"tst_addressdialog"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
}

void AddressDialogTest::init() {
    m_settings = std::make_unique<QTemporaryDir>();
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings->path());
    m_monitor = std::make_unique<Monitor>();
    m_window = std::make_unique<MainWindow>(*m_monitor);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->actions().address->trigger();
    m_dialog = m_window->findChild<AddressDialog*>();
    QVERIFY(m_dialog);
}

void AddressDialogTest::cleanup() {
    m_window.reset();
    m_monitor.reset();
}

void AddressDialogTest::type(const QString& line) {
    auto* edit = m_dialog->findChild<QLineEdit*>();
    QTRY_VERIFY_WITH_TIMEOUT(edit->hasFocus(), patience);
    edit->clear();
    QTest::keyClicks(edit, line);
}

QString AddressDialogTest::verdict() const {
    return m_dialog->findChildren<QLabel*>().last()->text();
}

QPushButton* AddressDialogTest::followButton() const {
    for (QPushButton* each : m_dialog->findChildren<QPushButton*>())
        if (each->text().remove(u'&') == "Follow"_L1)
            return each;
    return nullptr;
}

void AddressDialogTest::saysWhatWillBeDone_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<bool>("isRight");
    QTest::newRow("nothing") << QString() << QString() << false;
    QTest::newRow("a listener") << u" udp://[::1]:5140 "_s << u"udp://[::1]:5140 will be listened at."_s
                                << true;
    QTest::newRow("a Loki") << u"loki+https://me:secret@logs/?query={a=\"b\"}"_s
                            << u"loki+https://logs:443 will be asked."_s << true;
    QTest::newRow("B52 another computer's")
        << u"tcp://0.0.0.0:5140"_s
        << u"tcp://0.0.0.0:5140 is not listened at: only programs on this computer may send, to 127.0.0.1 or "
           "[::1], as syslog does not tell who sends."_s
        << false;
    QTest::newRow("no address") << u"<b>x</b>"_s
                                << u"An address begins with tcp://, udp://, loki+http:// or loki+https://."_s
                                << false;
}

void AddressDialogTest::saysWhatWillBeDone() {
    QFETCH(QString, line);
    QFETCH(QString, sentence);
    QFETCH(bool, isRight);
    type(line);
    QCOMPARE(verdict(), sentence);
    QCOMPARE(followButton()->isEnabled(), isRight);
    if (!isRight) {
        QTest::keyClick(m_dialog->findChild<QLineEdit*>(), Qt::Key_Return);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(m_monitor->sources().empty());
    }
}

void AddressDialogTest::opensNothingBeforeItIsTold() {
    StandInLoki loki;
    type(loki.address());
    QVERIFY(followButton()->isEnabled());
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QVERIFY(m_monitor->sources().empty());
    QVERIFY(loki.requests.empty());
}

void AddressDialogTest::followsTheAddress() {
    StandInLoki loki;
    loki.lines.push_back(
        {QDateTime::currentMSecsSinceEpoch() * 1'000'000 - 1'000'000'000, u"api"_s,
         u"{\"level\":50,\"err\":{\"status\":529,\"requestID\":\"req_3f9c27a1d04be85562c7aa10\"},"
         "\"msg\":\"x\"}"_s});
    type(loki.address(u"loki+http"_s, u"me:secret@"_s));
    QTest::mouseClick(followButton(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_monitor->events().size(), std::size_t(1), patience);
    const SourceInfo& source = m_monitor->sources().front();
    QCOMPARE(source.spec.kind, SourceSpec::Kind::Address);
    QVERIFY(source.spec.follow);
    QTRY_COMPARE_WITH_TIMEOUT(source.state, SourceState::Following, patience);
    QVERIFY(loki.requests.front().header("Authorization").startsWith("Basic "));
    const SourceModel model(*m_monitor);
    for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole)}) {
        const QString shown = model.index(0, SourceModel::Name).data(role).toString();
        QVERIFY2(shown.contains(u"127.0.0.1:%1"_s.arg(loki.port())) && !shown.contains(u"secret"_s),
                 qPrintable(shown));
    }
}

QTEST_MAIN(AddressDialogTest)
#include "tst_addressdialog.moc"
