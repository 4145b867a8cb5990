// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the user waits for at the window: bench_window [MIB]. Makes its logs, the one that is opened of so
// many MiB, and prints each figure beside its bar and its aim. Offscreen unless QT_QPA_PLATFORM says
// otherwise.

#include "chartdata.h"
#include "eventview.h"
#include "livelog.h"
#include "mainwindow.h"
#include "models/eventmodel.h"
#include "monitor/monitor.h"
#include "ratechart.h"
#include "workspace.h"

#include <QApplication>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

using namespace derouter;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 600'000; // milliseconds

double milliseconds(qint64 nanoseconds) {
    return double(nanoseconds) / 1e6;
}

double share(std::vector<double> values, double of) {
    std::ranges::sort(values);
    return values[std::min(values.size() - 1, std::size_t(of * double(values.size())))];
}

void print(const char* what, double value, const char* unit, double bar, double aim) {
    std::printf("%-58s %9.2f %-3s  bar %6g  aim %6g  %s\n", what, value, unit, bar, aim,
                value <= aim   ? "aim"
                : value <= bar ? "bar"
                               : "MISSED");
    std::fflush(stdout);
}

/// As an event loop that has nothing else to do: QTest's waits sleep between their looks.
bool waitFor(const std::function<bool()>& isTrue) {
    QElapsedTimer clock;
    clock.start();
    QTimer late;
    late.start(patience);
    while (!isTrue() && clock.elapsed() < patience)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return isTrue();
}

void rest(int time) {
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

/// The time a call takes, the median of some.
double timed(const std::function<void()>& call) {
    std::vector<double> times;
    QElapsedTimer clock;
    for (int round = 0; round < 7; ++round) {
        clock.start();
        call();
        times.push_back(milliseconds(clock.nsecsElapsed()));
    }
    return share(times, 0.5);
}

/// A log of a gateway with 3 % of failures, or of nothing else.
void writeLog(const QString& path, std::uint64_t lines, bool failuresOnly) {
    static constexpr std::array codes{"529", "503", "429", "502", "401", "400", "504", "402", "413"};
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s", qPrintable(file.errorString()));
    const QDateTime begin = QDateTime::currentDateTimeUtc().addDays(-1);
    QByteArray text;
    for (std::uint64_t line = 0; line < lines; ++line) {
        const bool fails = failuresOnly || line % 33 == 7;
        const QByteArray stamp =
            begin.addMSecs(qint64(line * 80'000'000 / lines)).toString(Qt::ISODateWithMs).toLatin1();
        text += liveLine(stamp, fails ? codes[line / 33 % codes.size()] : "200", line);
        if (text.size() > 1024 * 1024 || line + 1 == lines) {
            file.write(text);
            text.clear();
        }
    }
}

/// Says when the table is painted with more rows than before.
class PaintWatch final : public QObject {
public:
    explicit PaintWatch(EventView& view)
        : m_view(view) {
        view.viewport()->installEventFilter(this);
    }
    bool waitForRows(int more) {
        m_wanted = more;
        m_done = false;
        return waitFor([this] { return m_done; });
    }
    /// From now on.
    void start() { m_clock.start(); }
    /// Until they were.
    double waited() const { return milliseconds(m_since); }

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::Paint && !m_done && m_view.model()->rowCount() >= m_wanted) {
            m_since = m_clock.nsecsElapsed();
            m_done = true;
        }
        return false;
    }

private:
    EventView& m_view;
    QElapsedTimer m_clock;
    qint64 m_since = 0;
    int m_wanted = 1;
    bool m_done = true;
};

/// The window on an engine of its own.
struct Opened {
    Monitor monitor;
    MainWindow window{monitor};

    Opened() {
        window.resize(1280, 800);
        window.show();
        if (!QTest::qWaitForWindowExposed(&window))
            qFatal("no window");
    }
    void waitUntilRead() {
        if (!waitFor([this] { return !monitor.sources().empty() && !monitor.isBusy(); }))
            qFatal("not read");
        rest(300);
    }
};

void measureStart() {
    std::vector<double> times;
    for (int round = 0; round < 7; ++round) {
        QElapsedTimer clock;
        QProcess program;
        clock.start();
        program.start(QCoreApplication::applicationFilePath(), {u"--start"_s});
        program.waitForReadyRead();
        times.push_back(milliseconds(clock.nsecsElapsed()));
        program.waitForFinished();
    }
    print("start to a window that can be used", share(times, 0.5), "ms", 600, 250);
}

/// What measureStart() runs.
int startOnce() {
    const Opened opened;
    QCoreApplication::processEvents();
    std::puts("ready");
    std::fflush(stdout);
    return 0;
}

void measureOpening(const QString& path) {
    Opened opened;
    PaintWatch rows(*opened.window.workspace().view());
    rows.start();
    const Heartbeat heartbeat;
    opened.window.openFiles({path}, false);
    rows.waitForRows(1);
    print("first rows after opening", rows.waited(), "ms", 300, 100);
    opened.waitUntilRead();
    print("longest pause of the window's thread, opening", double(heartbeat.longest()), "ms", 100, 50);
}

void measureAppending(const QTemporaryDir& folder) {
    Opened opened;
    QFile file(folder.filePath(u"live.log"_s));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no log");
    opened.window.openFiles({file.fileName()}, true);
    PaintWatch rows(*opened.window.workspace().view());
    std::vector<double> waits;
    for (int number = 0; number < 200; ++number) {
        rest(20 + number * 37 % 90);
        rows.start();
        file.write(liveLine(liveStamp(), "529", std::uint64_t(number)));
        file.flush();
        rows.waitForRows(number + 1);
        waits.push_back(rows.waited());
    }
    print("a line written until it is painted, median", share(waits, 0.5), "ms", 250, 60);
    print("a line written until it is painted, 99 %", share(waits, 0.99), "ms", 250, 60);
}

void measureFollowing(const QTemporaryDir& folder) {
    constexpr std::chrono::seconds time(10);
    Opened opened;
    const QString path = folder.filePath(u"busy.log"_s);
    QFile(path).open(QIODevice::WriteOnly);
    opened.window.openFiles({path}, true);
    rest(300);
    const Heartbeat heartbeat;
    const BusyWriter writer(path, time);
    if (!waitFor([&] { return writer.isOver() && opened.monitor.totals().apiRequests == writer.lines(); }))
        qFatal("lines are missing");
    print("longest pause, 100,000 lines/s followed for 10 s", double(heartbeat.longest()), "ms", 100, 50);
}

void measureChart() {
    RateChartData data;
    for (int bucket = 0; bucket < RateChart::mostBuckets; ++bucket) {
        RateSeries::Bucket& added = data.buckets.emplace_back();
        added.start = bucket * data.step;
        added.end = added.start + data.step;
        for (const int code : {400, 401, 402, 413, 429, 502, 503, 504, 529}) {
            const std::uint64_t count = std::uint64_t(bucket * code) % 17;
            added.kinds.push_back({.kind = {.code = FailureCode::http(code)}, .count = count});
            added.failures += count;
        }
        added.requests = 500 + added.failures;
    }
    RateChart chart;
    chart.resize(1920, 1080);
    chart.show();
    if (!QTest::qWaitForWindowExposed(&chart))
        qFatal("no chart");
    print("an update of the chart and its painting, 1920 x 1080, 9 codes", timed([&] {
              data.buckets.back().requests += 1;
              data.buckets.back().failures += 1;
              data.buckets.back().kinds.front().count += 1;
              chart.setData(data);
              chart.canvas()->repaint();
          }),
          "ms", 16, 6);
}

void measureMillion(const QTemporaryDir& folder) {
    const QString path = folder.filePath(u"million.log"_s);
    writeLog(path, 1'000'000, true);
    Monitor monitor(MonitorOptions{.mostBytes = 0});
    monitor.addSource({.path = path, .older = {}, .follow = false, .format = {}, .timeZone = {}});
    if (!waitFor([&] { return !monitor.isBusy() && monitor.events().size() == 1'000'000; }))
        qFatal("not read");
    EventModel model(monitor);
    EventView view(model);
    view.resize(1280, 500);
    view.show();
    EventFilter none = model.filter();
    EventFilter some = none;
    some.terms.push_back({.field = FilterField::Code, .value = u"529"_s});
    bool narrow = false;
    print("filter a million failures by code and paint", timed([&] {
              narrow = !narrow;
              model.setFilter(narrow ? some : none);
              view.viewport()->repaint();
          }),
          "ms", 150, 40);
    model.setFilter(none);
    bool down = false;
    for (const auto& [what, column] :
         {std::pair("sort a million failures by code and paint", EventModel::Code),
          std::pair("sort a million failures by request-id and paint", EventModel::RequestId)})
        print(what, timed([&, column = column] {
                  down = !down;
                  model.sort(column, down ? Qt::DescendingOrder : Qt::AscendingOrder);
                  view.viewport()->repaint();
              }),
              "ms", 150, 40);
}

void measureIdling(const QTemporaryDir& folder) {
    constexpr int time = 20'000; // milliseconds
    Opened opened;
    QStringList paths;
    for (int number = 0; number < 10; ++number) {
        paths << folder.filePath(u"quiet%1.log"_s.arg(number));
        writeLog(paths.last(), 1000, false);
    }
    opened.window.openFiles(paths, true);
    rest(3000);
    const std::clock_t before = std::clock();
    rest(time);
    const double used = double(std::clock() - before) / CLOCKS_PER_SEC * 1000;
    print("idle, ten quiet files followed: share of a core", used / time * 100, "%", 1, 0.3);
}

} // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const QTemporaryDir folder;
    QCoreApplication::setOrganizationName(u"derouter-bench"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--start"_s)
        return startOnce();
    const int size = arguments.size() > 1 ? arguments[1].toInt() : 1024;
    measureStart();
    measureChart();
    measureAppending(folder);
    measureFollowing(folder);
    measureIdling(folder);
    measureMillion(folder);
    const QString path = folder.filePath(u"export.log"_s);
    writeLog(path, std::uint64_t(size) * 1024 * 1024 / 112, false);
    measureOpening(path);
}
