// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every main state of the window is drawn. With DEROUTER_SCREENSHOTS=FOLDER each is kept there as a picture
// to look at: `./run screenshots`.

#include "actions.h"
#include "chartlegend.h"
#include "chartpanel.h"
#include "comparisondialog.h"
#include "detailpane.h"
#include "emptystate.h"
#include "eventview.h"
#include "explaindialog.h"
#include "language.h"
#include "monitor/marks.h"
#include "preferences.h"
#include "settingsdialog.h"
#include "shortcutsheet.h"
#include "theme.h"
#include "ticketdialog.h"
#include "windowtest.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QKeySequenceEdit>
#include <QMenu>
#include <QTableWidget>
#include <QTabWidget>
#include <QTreeWidget>

#include <functional>
#include <set>

#include <sys/stat.h>

using namespace derouter;

/// Brings the window into a state and gives what is to be drawn.
using Prepare = std::function<QWidget*()>;
Q_DECLARE_METATYPE(Prepare)

class ScreenshotsTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        nameProgram(u"tst_screenshots"_s);
        speak(QLocale(QLocale::English));
    }
    void init() { openWindow(); }
    void cleanup();

    void draws_data();
    void draws();

private:
    void openSample();
    void openMiddleOfSample(int code);
    void followLog();
    QString logMinutes(int from, int until);
    void openTelling(int status);
    void openHalf();
    void speakAnew(const QString& language);
    /// The dialog that the command opens, on the sample log.
    template <typename Dialog> Prepare behind(QAction* Actions::*command);
    QWidget* contestedKey();

    QSize m_askedFor; ///< the window has to have it
};

void ScreenshotsTest::cleanup() {
    closeWindow();
    m_askedFor = {};
    theme::apply(theme::Scheme::System);
    theme::scaleText(100);
    speak(QLocale(QLocale::English));
}

void ScreenshotsTest::openSample() {
    m_window->openSample();
    QTRY_VERIFY_WITH_TIMEOUT(!m_monitor->isBusy() && model().rowCount() > 0, patience);
}

/// With a failure of that code chosen.
void ScreenshotsTest::openMiddleOfSample(int code) {
    openSample();
    for (int row = 0; row < model().rowCount(); ++row)
        if (m_monitor->events().event(model().storeRow(row)).code.value == code) {
            space().view()->choose(model().index(row, 0));
            return;
        }
    QFAIL("the sample log has every code of the guide");
}

/// A log of the last minutes that goes on.
void ScreenshotsTest::followLog() {
    m_window->openFiles({logMinutes(600, 0)}, true);
    QTRY_VERIFY_WITH_TIMEOUT(model().rowCount() > 80, patience);
}

/// The requests from so many seconds ago until so many ago.
QString ScreenshotsTest::logMinutes(int from, int until) {
    const int now = static_cast<int>(noon.secsTo(QDateTime::currentDateTimeUtc()));
    QList<Logged> requests;
    for (int second = from; second > until; --second)
        requests << Logged{.second = now - second,
                           .status = second % 7 == 0    ? 529
                                     : second % 31 == 0 ? 429
                                                        : 200,
                           .id = requestId(1000 + second)};
    return m_folder->write(u"app.log"_s, requests);
}

/// A log that tells more of the failure than its record does.
void ScreenshotsTest::openTelling(int status) {
    QByteArray log;
    for (int round = 0; round < 40; ++round) {
        const auto line = [&](int milliseconds, int code, int number, int duration) {
            log += R"({"level":30,"time":)" + QByteArray::number(noon.toMSecsSinceEpoch() + milliseconds) +
                   R"(,"reqId":")" + requestId(number).toUtf8() + R"(","statusCode":)" +
                   QByteArray::number(code) +
                   R"(,"method":"POST","path":"/proxy/v1/messages","responseTime":)" +
                   QByteArray::number(duration) +
                   R"(,"response_cost":0.02,"msg":"done"})"
                   "\n";
        };
        const int begin = round * 20'000 + round * 7 % 30 * 1000;
        line(begin + 1020, status, round * 10 + 9, 20);
        for (int i = 0; i < 5; ++i)
            line(begin + 9000 + i, 200, round * 10 + i, 9000);
    }
    m_window->openFiles({m_folder->write(u"app.log"_s, log)}, false);
    QTRY_VERIFY_WITH_TIMEOUT(model().rowCount() == 40, patience);
    space().view()->choose(model().index(20, 0));
    QTest::qWait(800);
}

/// A log that is being read. It is drawn as soon as some of it is there, before its end is.
void ScreenshotsTest::openHalf() {
    QFile sample(u":/sample/derouter-sample.log"_s);
    QVERIFY(sample.open(QIODevice::ReadOnly));
    const QByteArray lines = sample.readAll();
    const QString path = m_folder->path(u"large.log"_s);
    QFile log(path);
    QVERIFY(log.open(QIODevice::WriteOnly));
    for (int part = 0; part < 200; ++part)
        log.write(lines);
    log.close();
    m_window->openFiles({path}, false);
    QTRY_VERIFY_WITH_TIMEOUT(model().rowCount() > 0, patience);
    QVERIFY(m_monitor->isBusy());
}

void ScreenshotsTest::speakAnew(const QString& language) {
    speak(localeOf(language));
    m_window = m_window->successor();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

template <typename Dialog> Prepare ScreenshotsTest::behind(QAction* Actions::*command) {
    return [this, command]() -> QWidget* {
        openMiddleOfSample(529);
        (m_window->actions().*command)->trigger();
        return dialog<Dialog>();
    };
}

/// The settings' keys, with one typed that another command has.
QWidget* ScreenshotsTest::contestedKey() {
    m_window->actions().settings->trigger();
    auto* settings = dialog<SettingsDialog>();
    settings->showKeys();
    auto* commands = settings->findChild<QTreeWidget*>();
    commands->setCurrentItem(commands->topLevelItem(1)->child(2));
    QTest::keyClick(settings->findChild<QKeySequenceEdit*>(), Qt::Key_O, Qt::ControlModifier);
    return settings;
}

void ScreenshotsTest::draws_data() {
    QTest::addColumn<Prepare>("prepare");
    const auto row = [](const QString& name, const Prepare& prepare) {
        QTest::newRow(qPrintable(name)) << prepare;
    };
    const auto window = [this, row](const QString& name, const std::function<void()>& prepare) {
        row(name, [this, prepare]() -> QWidget* {
            prepare();
            return m_window.get();
        });
    };
    const auto look = [this](theme::Scheme scheme) {
        openMiddleOfSample(529);
        m_window->actions().looks[static_cast<std::size_t>(scheme)]->trigger();
    };
    window(u"empty"_s, [] {});
    window(u"waiting"_s, [this] {
        const QString pipe = m_folder->path(u"app.log"_s); // nobody writes into it
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        m_window->openFiles({pipe}, false);
    });
    window(u"loading"_s, [this] { openHalf(); });
    window(u"nothing recognised"_s, [this] {
        m_window->openFiles({m_folder->write(u"app.log"_s, QByteArray("~ ~ ~\n").repeated(20))}, false);
        QTRY_VERIFY_WITH_TIMEOUT(space().emptyState()->kind() == EmptyState::Kind::NotUnderstood, patience);
    });
    window(u"summary"_s, [this] { openSample(); });
    window(u"large text"_s, [this] {
        openMiddleOfSample(529);
        for (int step = 0; step < 3; ++step)
            m_window->actions().largerText->trigger();
    });
    window(u"live"_s, [this] { followLog(); });
    window(u"live, paused"_s, [this] {
        followLog();
        QTRY_VERIFY_WITH_TIMEOUT(space().view()->isFollowing(), patience);
        space().view()->choose(model().index(model().rowCount() - 3, 0));
        const int shown = model().rowCount();
        logMinutes(0, -60);
        QTRY_VERIFY_WITH_TIMEOUT(model().rowCount() > shown, patience);
    });
    window(u"zoomed"_s, [this] {
        openMiddleOfSample(529);
        const TimeRange all = m_monitor->rates().range().value();
        const Microseconds quarter = (*all.to - *all.from) / 4;
        m_window->filterState().setRange({*all.from + quarter, *all.to - quarter});
    });
    window(u"the last minutes"_s, [this] {
        followLog();
        m_window->actions().lastTimes.front()->trigger();
    });
    window(u"filtered to nothing"_s, [this] {
        openSample();
        m_window->filterState().add({.field = FilterField::Model, .value = u"none"_s});
    });
    window(u"several filters"_s, [this] {
        openMiddleOfSample(529);
        m_window->filterState().add({.field = FilterField::Code, .value = u"529"_s});
        m_window->filterState().add({.field = FilterField::Code, .value = u"503"_s});
        m_window->filterState().add({.field = FilterField::Text, .value = u"stream"_s, .exclude = true});
    });
    for (const int code : {400, 401, 402, 429, 500, 502, 503, 504, 529, 200, 0})
        window(u"detail of %1"_s.arg(
                   QString::fromStdString(FailureCode{static_cast<std::uint16_t>(code)}.key())),
               [this, code] { openMiddleOfSample(code); });
    window(u"marked"_s, [this] {
        openMiddleOfSample(529);
        const int chosen = space().view()->currentIndex().row();
        m_monitor->marks().mark({model().storeRow(chosen - 2)});
        m_monitor->marks().setNote({model().storeRow(chosen)}, u"since the deploy"_s);
        const Microseconds from = *m_monitor->rates().range().value().from;
        for (const auto kind : {ChartMark::Kind::Gap, ChartMark::Kind::Rotation, ChartMark::Kind::Restart,
                                ChartMark::Kind::Alert})
            for (int at = 0; at <= (kind == ChartMark::Kind::Alert); ++at)
                space().chartPanel()->addAlertMark(
                    {from + (1 + static_cast<int>(kind)) * 40 * microsecondsPerMinute, kind, u"x"_s});
    });
    window(u"one row per call"_s, [this] {
        openMiddleOfSample(529);
        m_window->filterState().setCalls(true);
    });
    for (const auto& [form, name] : {std::pair(1, u"by cause"_s),
                                     {2, u"by whose move"_s},
                                     {4, u"as lines"_s},
                                     {5, u"logarithmic"_s},
                                     {6, u"without requests"_s}}) // in the chart's menu
        window(u"chart "_s + name, [this, form = form] {
            openMiddleOfSample(529);
            space().chartPanel()->formMenu()->actions().at(form)->trigger();
        });
    window(u"whole details"_s, [this] {
        m_window->resize(1280, 1200);
        openMiddleOfSample(529);
    });
    window(u"limit of a 429"_s, [this] { openTelling(429); });
    window(u"costs before a 402"_s, [this] { openTelling(402); });
    row(u"what changed"_s, [this]() -> QWidget* {
        openSample();
        m_window->actions().compare->trigger();
        auto* compared = dialog<ComparisonDialog>();
        const auto isDone = [&] { return compared->findChild<QTableWidget*>()->rowCount() > 0; };
        return QTest::qWaitFor(isDone, patience) ? compared : nullptr;
    });
    row(u"ticket"_s, behind<TicketDialog>(&Actions::ticket));
    row(u"settings"_s, behind<SettingsDialog>(&Actions::settings));
    row(u"colours"_s, [this]() -> QWidget* {
        QWidget* const settings = behind<SettingsDialog>(&Actions::settings)();
        settings->findChild<QTabWidget*>()->setCurrentIndex(2);
        return settings;
    });
    row(u"shortcuts"_s, behind<ShortcutSheet>(&Actions::shortcuts));
    row(u"keys"_s, [this] { return contestedKey(); });
    row(u"keys, dark"_s, [this] {
        m_window->actions().looks[static_cast<std::size_t>(theme::Scheme::Dark)]->trigger();
        return contestedKey();
    });
    for (const Language& language : languages())
        row(u"keys in "_s + language.name, [this, language] {
            speakAnew(language.name);
            return contestedKey();
        });
    row(u"explain"_s, [this]() -> QWidget* {
        m_window->explainError(
            u"402 {\"type\":\"error\",\"error\":{\"type\":\"billing_error\",\"message\":"
            "\"Insufficient balance\"},\"request_id\":\"req_3f9c27a1d04be85562c7aa10\"}"_s);
        return dialog<ExplainDialog>();
    });
    window(u"light"_s, [look] { look(theme::Scheme::Light); });
    window(u"dark"_s, [look] { look(theme::Scheme::Dark); });
    window(u"high contrast"_s, [look] { look(theme::Scheme::HighContrast); });
    for (const Language& language : languages())
        window(u"in "_s + language.name, [this, language] {
            openMiddleOfSample(503);
            speakAnew(language.name);
        });
    for (const Language& language : languages())
        for (const QSize size : {QSize(1280, 800), QSize(1010, 700)})
            window(u"summary in %1, %2"_s.arg(language.name).arg(size.width()), [this, language, size] {
                speakAnew(language.name);
                m_window->resize(size);
                openSample();
            });
    for (const Language& language : languages())
        for (const QSize size : {QSize(900, 600), QSize(700, 500)})
            for (const bool chosen : {true, false})
                window(u"small in %1, %2%3"_s.arg(language.name)
                           .arg(size.width())
                           .arg(chosen ? u""_s : u", summary"_s),
                       [this, language, size, chosen] {
                           speakAnew(language.name);
                           chosen ? openMiddleOfSample(429) : openSample();
                           QTest::qWait(300); // until all is laid out
                           m_window->resize(m_askedFor = size);
                           QTRY_VERIFY(space().chartPanel()->legend()->isVisible() == (size.width() == 900));
                       });
    window(u"very small"_s, [this] {
        m_window->resize(640, 480);
        openMiddleOfSample(429);
    });
}

/// Whether it has more than a ground and a little text on it.
static bool isDrawn(const QImage& picture) {
    std::set<QRgb> colors;
    for (int y = 0; y < picture.height(); y += 3)
        for (int x = 0; x < picture.width(); x += 3)
            colors.insert(picture.pixel(x, y));
    return colors.size() > 16;
}

void ScreenshotsTest::draws() {
    QFETCH(Prepare, prepare);
    QWidget* const drawn = prepare();
    QVERIFY(drawn && !QTest::currentTestFailed());
    QTest::qWait(m_monitor->isBusy() ? 400 : 300); // charts and lists are drawn a moment later
    const DetailPane& details = *space().detail();
    QVERIFY2(!details.isVisible() || details.widget()->width() <= details.viewport()->width(),
             "the details are cut off");
    const QImage picture = drawn->grab().toImage();
    if (const auto size = m_askedFor.isEmpty() ? picture.size() : m_askedFor; drawn == m_window.get())
        QCOMPARE(picture.size(), size);
    QVERIFY(isDrawn(picture));
    if (const QString folder = qEnvironmentVariable("DEROUTER_SCREENSHOTS"); !folder.isEmpty()) {
        const QString name =
            QString::fromUtf8(QTest::currentDataTag()).replace(u", "_s, u"-"_s).replace(u' ', u'-');
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(picture.save(QDir(folder).filePath(name + u".png"_s)));
    }
}

QTEST_MAIN(ScreenshotsTest)
#include "tst_screenshots.moc"
