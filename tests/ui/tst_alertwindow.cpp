// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window tells of failures as they come: banner, notices, tray.

#include "actions.h"
#include "alertbanner.h"
#include "alerts.h"
#include "alerttexts.h"
#include "alerttray.h"
#include "chartpanel.h"
#include "language.h"
#include "ratechart.h"
#include "settingsdialog.h"
#include "windowtest.h"

#include <QCheckBox>
#include <QMenu>
#include <QSpinBox>
#include <QTabWidget>
#include <QTimer>
#include <QToolButton>

using namespace derouter;

namespace {

class KeptNotices final : public Notifier {
public:
    explicit KeptNotices(QList<Notice>& notices)
        : m_notices(notices) {}
    void show(const Notice& notice) override { m_notices << notice; }

private:
    QList<Notice>& m_notices;
};

const QString secretMessage = QStringLiteral("the text of a prompt");

Logged invalidKey(int second) {
    return {.second = second,
            .status = 401,
            .type = u"authentication_error"_s,
            .message = u"Invalid API key"_s,
            .id = requestId(1000 + second)};
}

Logged overloaded(int second) {
    return {.second = second, .message = secretMessage, .id = requestId(2000 + second)};
}

Logged success(int second) {
    return {.second = second, .status = 200, .id = requestId(3000 + second)};
}

} // namespace

class AlertWindowTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameProgram(u"tst_alertwindow"_s); }
    void init() {
        m_now = {.steady = 1'000 * microsecondsPerSecond, .wall = noon.toMSecsSinceEpoch() * 1000};
        openWindow();
    }
    void cleanup() {
        m_other.reset();
        closeWindow();
    }

    void nothingIsToldUntilItIsEnabled();
    void whatStoodInTheLogIsNotTold();
    void aLogThatIsNotFollowedIsNotTold();
    void theBannerTellsAndShows();
    void snoozeHidesAndComesBack();
    void dismissHides();
    void theAllClearNeedsASuccess();
    void aSuccessInTheSameBatchCountsByTheLogsTime_data();
    void aSuccessInTheSameBatchCountsByTheLogsTime();
    void aLogGoneQuietIsTold();
    void theSettingsSwitchIt();
    void settingsAreKept();
    void settingsWrittenByHandMayBeWrong();
    void aNoticeHasNoTextOfTheLog();
    void noNoticeWhileTheWindowIsInFront();
    void aSecretNameIsLeftOut_data();
    void aSecretNameIsLeftOut();
    void aChosenNoticeShowsTheFailures();
    void theBannerFollowsTheLook();
    void anotherLanguageForgetsNothing();
    void theBadgeIsANumber();
    void closedItGoesOnInTheTray();
    void quittingEndsIt_data();
    void quittingEndsIt();
    void closingEndsIt_data();
    void closingEndsIt();

private:
    AlertBanner& banner() { return *space().alertBanner(); }
    Alerts& alerts() { return m_window->alerts(); }
    void enable(AlertPreferences preferences = {.on = true}) {
        alerts().watch().setClock(
            {.wall = [this] { return m_now.wall; }, .steady = [this] { return m_now.steady; }});
        alerts().apply(preferences);
    }
    void pass(Microseconds time) {
        for (; time > 0; time -= microsecondsPerSecond) {
            m_now.steady += microsecondsPerSecond;
            m_now.wall += microsecondsPerSecond;
            alerts().watch().pass();
        }
    }
    void follow(const QList<Logged>& requests, const QString& name = u"live.log"_s);
    void append(const QList<Logged>& requests, const QString& name = u"live.log"_s);
    /// Ten seconds of 529, as they happen.
    void outage();
    void toBackground();

    Moment m_now;
    std::unique_ptr<QWidget> m_other; ///< of another program
};

void AlertWindowTest::follow(const QList<Logged>& requests, const QString& name) {
    m_window->openFiles({m_folder->write(name, requests)}, true);
    QTRY_VERIFY_WITH_TIMEOUT(m_monitor->sources().back().isCaughtUp, patience);
}

void AlertWindowTest::append(const QList<Logged>& requests, const QString& name) {
    const auto told = [this] { return m_monitor->totals().failures + m_monitor->totals().apiSuccesses; };
    const std::uint64_t before = told();
    m_folder->write(name, requests);
    QTRY_COMPARE_WITH_TIMEOUT(told(), before + static_cast<std::uint64_t>(requests.size()), patience);
    QTest::qWait(0); // what was told of them
}

void AlertWindowTest::outage() {
    append({overloaded(1)});
    pass(10 * microsecondsPerSecond);
    append({overloaded(11)});
}

void AlertWindowTest::toBackground() {
    m_other = std::make_unique<QWidget>();
    m_other->show();
    m_other->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_other.get()));
    QVERIFY(!m_window->isActiveWindow());
}

void AlertWindowTest::nothingIsToldUntilItIsEnabled() {
    follow({success(0)});
    append({invalidKey(1), invalidKey(2)});
    QVERIFY(!alerts().watch().isOn());
    QVERIFY(!banner().isVisible());
    enable();
    append({invalidKey(3)});
    QVERIFY(banner().isVisible());
    alerts().apply({});
    QVERIFY(!banner().isVisible());
}

void AlertWindowTest::whatStoodInTheLogIsNotTold() {
    enable();
    follow({success(0), overloaded(1), invalidKey(2)});
    QCOMPARE(m_monitor->events().size(), 2U);
    QVERIFY(!banner().isVisible());
    append({invalidKey(3)});
    QVERIFY(banner().isVisible());
}

void AlertWindowTest::aLogThatIsNotFollowedIsNotTold() {
    enable();
    openLog({success(0), invalidKey(1)});
    m_folder->write(u"app.log"_s, QList<Logged>{invalidKey(2)});
    m_monitor->reload(m_monitor->sources().front().id);
    QTRY_COMPARE_WITH_TIMEOUT(m_monitor->events().size(), 2U, patience);
    QVERIFY(!banner().isVisible());
}

void AlertWindowTest::theBannerTellsAndShows() {
    enable();
    follow({success(0), invalidKey(1), overloaded(2)});
    append({invalidKey(3), overloaded(4)});
    QVERIFY(banner().isVisible());
    QCOMPARE(banner().text(), u"401 Invalid API key · 1 failure(s) · It is your move: Check your API key · "
                              "since 12:00:03 · live.log"_s);
    QTest::mouseClick(banner().showButton(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(model().visible().size(), 1U, patience);
    QCOMPARE(m_monitor->events().event(model().visible()[0]).requestId,
             std::string_view(requestId(1003).toStdString()));
}

void AlertWindowTest::snoozeHidesAndComesBack() {
    enable();
    follow({success(0)});
    outage();
    QVERIFY(banner().isVisible());
    QVERIFY2(banner().text().startsWith(u"529 AI provider overloaded · 2 failure(s) in 10 s"_s),
             qPrintable(banner().text()));
    const QList<QAction*> choices = banner().snoozeMenu()->actions();
    QCOMPARE(choices.size(), 3);
    choices[0]->trigger();
    QVERIFY(!banner().isVisible());
    pass(14 * microsecondsPerMinute);
    append({overloaded(900)});
    QVERIFY(!banner().isVisible());
    pass(microsecondsPerMinute);
    QVERIFY(banner().isVisible());
    QVERIFY(banner().text().contains(u"3 failure(s)"_s));
    choices[2]->trigger();
    pass(100 * microsecondsPerMinute);
    QVERIFY(!banner().isVisible());
    append({success(9000)});
    pass(microsecondsPerMinute);
    QVERIFY(banner().isVisible());
    QVERIFY2(banner().text().contains(u"Over"_s), qPrintable(banner().text()));
    QVERIFY(!banner().snoozeButton()->isVisible());
}

void AlertWindowTest::dismissHides() {
    enable();
    follow({success(0)});
    outage();
    append({invalidKey(12)});
    QVERIFY(banner().text().startsWith(u"401"_s));
    QVERIFY(banner().furtherButton()->text() == u"and 1 more"_s && banner().furtherButton()->isVisible());
    banner().furtherButton()->menu()->actions().front()->trigger();
    QVERIFY(banner().text().startsWith(u"529"_s));
    QVERIFY(banner().furtherButton()->menu()->actions().front()->text().startsWith(u"401"_s));
    banner().furtherButton()->menu()->actions().front()->trigger();
    QVERIFY(banner().text().startsWith(u"401"_s));
    QTest::mouseClick(banner().dismissButton(), Qt::LeftButton);
    QVERIFY(banner().text().startsWith(u"529"_s));
    QVERIFY(!banner().furtherButton()->isVisible());
    QTest::mouseClick(banner().dismissButton(), Qt::LeftButton);
    QVERIFY(!banner().isVisible());
}

void AlertWindowTest::theAllClearNeedsASuccess() {
    enable();
    follow({success(0)});
    outage();
    pass(6 * microsecondsPerMinute);
    QVERIFY2(banner().text().contains(u"there is no traffic to judge by"_s), qPrintable(banner().text()));
    append({success(600)});
    pass(microsecondsPerSecond);
    QVERIFY2(banner().text().contains(u"Over: 529 AI provider overloaded · 2 failure(s) in 10 s"_s),
             qPrintable(banner().text()));
    QVERIFY2(banner().text().contains(u"first success at 12:06:10"_s), qPrintable(banner().text()));
}

void AlertWindowTest::aSuccessInTheSameBatchCountsByTheLogsTime_data() {
    QTest::addColumn<int>("succeeded");
    QTest::addColumn<bool>("over");
    QTest::newRow("before") << 19 << false;
    QTest::newRow("in the same second") << 20 << false;
    QTest::newRow("after") << 22 << true;
}

void AlertWindowTest::aSuccessInTheSameBatchCountsByTheLogsTime() {
    QFETCH(int, succeeded);
    QFETCH(bool, over);
    enable();
    follow({success(0)});
    outage();
    append({overloaded(20), success(succeeded)});
    pass(microsecondsPerMinute);
    QCOMPARE(banner().text().contains(u"Over"_s), over);
}

void AlertWindowTest::aLogGoneQuietIsTold() {
    enable({.on = true, .silentMinutes = 2});
    follow({success(0)});
    for (int i = 1; i <= 4; ++i) {
        append({success(i)});
        pass(50 * microsecondsPerSecond);
    }
    QVERIFY(!banner().isVisible());
    pass(70 * microsecondsPerSecond);
    QVERIFY(banner().isVisible());
    QVERIFY2(banner().text().startsWith(u"live.log · It used to write regularly"_s),
             qPrintable(banner().text()));
    QVERIFY(!banner().showButton()->isVisible());
    append({success(300)});
    pass(microsecondsPerSecond);
    QVERIFY2(banner().text().contains(u"writes again"_s), qPrintable(banner().text()));
}

void AlertWindowTest::theSettingsSwitchIt() {
    activateWindow();
    QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
    auto* settings = dialog<SettingsDialog>();
    QVERIFY(settings && QTest::qWaitForWindowExposed(settings));
    settings->findChild<QTabWidget*>()->setCurrentIndex(1);
    const auto field = [&](const QString& name) -> QWidget* {
        for (QWidget* widget : settings->findChildren<QWidget*>())
            if (widget->accessibleName() == name)
                return widget;
        return nullptr;
    };
    auto* perMinute = qobject_cast<QSpinBox*>(field(u"Too many in a minute"_s));
    auto* silence = qobject_cast<QSpinBox*>(field(u"Log quiet for"_s));
    QVERIFY(perMinute && silence && !perMinute->isEnabled());
    for (QCheckBox* box : settings->findChildren<QCheckBox*>())
        if (box->isVisible())
            box->click();
    QVERIFY(perMinute->isEnabled());
    perMinute->setValue(7);
    silence->setValue(0);
    QCOMPARE(silence->text(), u"Never"_s);
    auto* repeats = qobject_cast<QSpinBox*>(field(u"Repeated 502"_s));
    QVERIFY(repeats);
    QCOMPARE(repeats->value(), 2);
    repeats->setValue(5);
    QTest::mouseClick(button(settings, u"OK"_s), Qt::LeftButton);
    QVERIFY(alerts().watch().isOn());
    QCOMPARE(Preferences::load().alerts, (AlertPreferences{.on = true,
                                                           .desktop = true,
                                                           .inTray = true,
                                                           .failuresPerMinute = 7,
                                                           .silentMinutes = 0,
                                                           .repeats = 5}));
}

void AlertWindowTest::settingsAreKept() {
    Preferences{.alerts = {.on = true, .desktop = false, .failuresPerMinute = 12, .silentMinutes = 99}}
        .save();
    showWindow();
    QVERIFY(alerts().watch().isOn());
    QCOMPARE(Preferences::load().alerts.failuresPerMinute, 12);
    QCOMPARE(Preferences::load().alerts.silentMinutes, 99);
}

void AlertWindowTest::settingsWrittenByHandMayBeWrong() {
    QSettings settings;
    settings.setValue(u"alerts/failuresPerMinute"_s, -4);
    settings.setValue(u"alerts/silentMinutes"_s, u"long"_s);
    settings.setValue(u"alerts/repeats"_s, u"often"_s);
    QCOMPARE(Preferences::load().alerts, AlertPreferences());
}

void AlertWindowTest::aNoticeHasNoTextOfTheLog() {
    QList<Notice> notices;
    alerts().setNotifier(std::make_unique<KeptNotices>(notices));
    enable({.on = true, .desktop = true});
    follow({success(0)});
    toBackground();
    outage();
    QCOMPARE(notices.size(), 1);
    QCOMPARE(notices[0].title.text(), u"529 AI provider overloaded"_s);
    QCOMPARE(notices[0].body.text(),
             u"2 failure(s) in 10 s\nIt is the AI provider’s move: Wait 5–10s, then retry"_s);
    QCOMPARE(alerts().unseen(), 1);
    QVERIFY2(alerts().summary().contains(u"529 AI provider overloaded · 2 failure(s) in 10 s"_s),
             qPrintable(alerts().summary()));
    Logged named = invalidKey(12);
    named.message = u"Invalid API key: sk-ant-…x7Qf"_s;
    append({named});
    QCOMPARE(notices.size(), 2);
    QVERIFY(!notices[1].body.text().contains(u"x7Qf"_s));
    QVERIFY(!alerts().summary().contains(u"x7Qf"_s));
    QVERIFY2(banner().text().contains(u"key sk-ant-…x7Qf"_s), qPrintable(banner().text()));
    activateWindow();
    QCOMPARE(alerts().unseen(), 0);
}

void AlertWindowTest::noNoticeWhileTheWindowIsInFront() {
    QList<Notice> notices;
    alerts().setNotifier(std::make_unique<KeptNotices>(notices));
    enable({.on = true, .desktop = true});
    follow({success(0)});
    activateWindow();
    append({invalidKey(1)});
    QVERIFY(banner().isVisible());
    QCOMPARE(notices.size(), 0);
    QCOMPARE(alerts().unseen(), 0);
    toBackground();
    alerts().apply({.on = true, .desktop = false});
    outage();
    QCOMPARE(notices.size(), 0);
}

void AlertWindowTest::aSecretNameIsLeftOut_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("told");
    QTest::newRow("a name") << u"service.log"_s << true;
    QTest::newRow("a key") << u"sk-ant-api03-0123456789abcdefghijklmnop.log"_s << false;
}

void AlertWindowTest::aSecretNameIsLeftOut() {
    QFETCH(QString, name);
    QFETCH(bool, told);
    QList<Notice> notices;
    alerts().setNotifier(std::make_unique<KeptNotices>(notices));
    enable({.on = true, .desktop = true});
    follow({success(0)}, name);
    toBackground();
    append({invalidKey(1)}, name);
    QCOMPARE(notices.size(), 1);
    QCOMPARE(notices[0].body.text().contains(name), told);
    QVERIFY(!notices[0].body.text().contains(u"sk-ant"_s));
}

void AlertWindowTest::aChosenNoticeShowsTheFailures() {
    QList<Notice> notices;
    auto notifier = std::make_unique<KeptNotices>(notices);
    KeptNotices& kept = *notifier;
    alerts().setNotifier(std::move(notifier));
    enable({.on = true, .desktop = true});
    follow({success(0), overloaded(0)});
    toBackground();
    append({invalidKey(1)});
    QCOMPARE(notices.size(), 1);
    Q_EMIT kept.chosen(notices[0].alert);
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_COMPARE_WITH_TIMEOUT(model().visible().size(), 1U, patience);
}

void AlertWindowTest::theBannerFollowsTheLook() {
    enable();
    follow({success(0)});
    append({invalidKey(1)});
    for (const auto look : {theme::Scheme::Dark, theme::Scheme::Light}) {
        theme::apply(look);
        QTRY_COMPARE_WITH_TIMEOUT(theme::isDark(m_window->palette()), look == theme::Scheme::Dark, patience);
        QTRY_COMPARE_WITH_TIMEOUT(banner().palette().color(QPalette::Window),
                                  theme::markGround(m_window->palette()), patience);
    }
    theme::apply(theme::Scheme::System);
}

/// What was told is told on, in the other language; what was snoozed stays so.
void AlertWindowTest::anotherLanguageForgetsNothing() {
    AlertPreferences preferences{.on = true, .desktop = true};
    Preferences all = Preferences::load();
    all.alerts = preferences;
    all.save(); // what the next window begins with
    QList<Notice> notices;
    enable(preferences);
    alerts().setNotifier(std::make_unique<KeptNotices>(notices));
    follow({success(0)});
    append({invalidKey(1)});
    outage();
    toBackground();
    append({overloaded(12)});
    const auto shown = alerts().watch().shown();
    QCOMPARE(shown.size(), 2U);
    alerts().watch().snooze(shown.front().id, AlertRules::Snooze::Hour);
    const auto marks = [this] {
        QStringList sentences;
        for (const ChartMark& mark : space().chartPanel()->chartData().marks)
            sentences << mark.sentence;
        return sentences;
    };
    const QStringList before = marks();
    QCOMPARE(before.size(), 2);
    const qsizetype noticed = notices.size();

    speak(QLocale(QLocale::German));
    const auto former = std::exchange(m_window, m_window->successor());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QCOMPARE(alerts().watch().shown().size(), 1U);
    QCOMPARE(alerts().watch().shown().front().id, shown.back().id);
    QVERIFY(banner().isVisible());
    QVERIFY2(banner().text().contains(u"KI-Anbieter ist am Zug"_s), qPrintable(banner().text()));
    QCOMPARE(marks().size(), 2);
    QVERIFY(marks() != before);
    QVERIFY(!former->alerts().watch().isOn());
    pass(3601 * microsecondsPerSecond); // the snoozed one is back
    QCOMPARE(alerts().watch().shown().size(), 2U);
    toBackground();
    append({Logged{.second = 4000,
                   .status = 402,
                   .type = u"billing_error"_s,
                   .message = u"Insufficient balance"_s,
                   .id = requestId(4000)}});
    pass(microsecondsPerSecond);
    QVERIFY(notices.size() > noticed); // by the notifier of before
    speak(QLocale(QLocale::English));
}

void AlertWindowTest::theBadgeIsANumber() {
    const QIcon plain(u":/icons/derouter-monitor.svg"_s);
    const auto picture = [](const QIcon& icon) { return icon.pixmap(QSize(64, 64), 1.0).toImage(); };
    QCOMPARE(picture(AlertTray::badged(plain, 0)), picture(plain));
    QVERIFY(picture(AlertTray::badged(plain, 1)) != picture(plain));
    QVERIFY(picture(AlertTray::badged(plain, 1)) != picture(AlertTray::badged(plain, 2)));
    QCOMPARE(picture(AlertTray::badged(plain, 10)), picture(AlertTray::badged(plain, 11)));
}

void AlertWindowTest::closedItGoesOnInTheTray() {
    alerts().tray().setAvailable(true);
    enable({.on = true, .inTray = true});
    follow({success(0)});
    QVERIFY(!m_window->close());
    QVERIFY(!m_window->isVisible());
    outage();
    QCOMPARE(alerts().unseen(), 1);
    alerts().tray().windowRequested();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QVERIFY2(spoken(&banner()).contains(u"529"_s), qPrintable(spoken(&banner())));
}

void AlertWindowTest::quittingEndsIt_data() {
    QTest::addColumn<bool>("byTray");
    QTest::newRow("by the tray's menu, hidden") << true;
    QTest::newRow("by the window's") << false;
}

void AlertWindowTest::quittingEndsIt() {
    QFETCH(bool, byTray);
    alerts().tray().setAvailable(true);
    enable({.on = true, .inTray = true});
    if (byTray)
        m_window->close();
    QTimer::singleShot(0, m_window.get(), [this, byTray] {
        if (byTray)
            alerts().tray().quitRequested();
        else
            m_window->actions().quit->trigger();
    });
    QTimer::singleShot(patience, m_window.get(), [] { QCoreApplication::exit(1); });
    QCOMPARE(QCoreApplication::exec(), 0);
    QVERIFY(!m_window->isVisible());
}

void AlertWindowTest::closingEndsIt_data() {
    QTest::addColumn<AlertPreferences>("preferences");
    QTest::addColumn<bool>("hasTray");
    QTest::newRow("not wanted") << AlertPreferences{.on = true, .desktop = true} << true;
    QTest::newRow("no alerts") << AlertPreferences{.on = false, .inTray = true} << true;
    QTest::newRow("no tray") << AlertPreferences{.on = true, .inTray = true} << false;
}

void AlertWindowTest::closingEndsIt() {
    QFETCH(AlertPreferences, preferences);
    QFETCH(bool, hasTray);
    alerts().tray().setAvailable(hasTray);
    enable(preferences);
    QVERIFY(m_window->close());
}

QTEST_MAIN(AlertWindowTest)
#include "tst_alertwindow.moc"
