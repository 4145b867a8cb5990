// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "cli/handover.h"
#include "cli/headless.h"
#include "core/privatefiles.h"
#include "core/prose.h"
#include "format/savedformats.h"
#include "guide/guidefile.h"
#include "language.h"
#include "mainwindow.h"
#include "monitor/eventbudget.h"
#include "monitor/marks.h"
#include "monitor/monitor.h"
#include "monitor/session.h"
#include "preferences.h"

#include <QApplication>
#include <QDateTime>
#include <QIcon>
#include <QSettings>
#include <QTextStream>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <functional>
#include <memory>
#include <new>
#include <optional>
#include <utility>

using namespace derouter;
using namespace Qt::StringLiterals;

namespace {

/// Nothing can be done without memory but to say so. What the session keeps is whole: it is renamed into its
/// place.
[[noreturn]] void endWithoutMemory() {
    std::fputs("derouter-monitor: There is not enough memory to go on.\n", stderr);
    std::_Exit(static_cast<int>(ExitStatus::SourceFailed));
}

/// Qt throws where it finds no memory, in places that nothing may be thrown from.
[[noreturn]] void endWithoutHandler() {
    try {
        if (const auto error = std::current_exception())
            std::rethrow_exception(error);
    } catch (const std::bad_alloc&) {
        endWithoutMemory();
    } catch (...) { // a fault of the program's, which its core dump tells
    }
    std::abort();
}

/// Shows the texts of the guide that the user has chosen; else why the built-in ones are shown.
QString useGuide() {
    const QString file = Preferences::load().guideFile;
    if (file.isEmpty())
        return {};
    const auto guide = guide::GuideFile::read(file);
    if (!guide)
        return joinedSentences(
            {guide.error().message,
             QCoreApplication::translate("GuideFile", "The built-in texts of the guide are shown.")});
    guide.value().use();
    return {};
}

/// Names, texts, and what the user asked for.
Result<CommandLine> setUp() {
    QCoreApplication::setOrganizationName(u"DeRouter"_s);
    QCoreApplication::setApplicationName(u"derouter-monitor"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(DEROUTER_VERSION));
    speak(QLocale::system());
    savedformats::load();
    auto line =
        parseCommandLine(QCoreApplication::arguments().sliced(1), QDateTime::currentMSecsSinceEpoch() * 1000);
    if (line && line.value().formatToSave)
        if (auto wrong = savedformats::save(*line.value().formatToSave))
            return *wrong;
    if (const QString trouble = useGuide(); line)
        line.value().note = joinedSentences({line.value().note, trouble});
    return line;
}

void say(const QString& sentence) {
    QTextStream(stderr) << "derouter-monitor: " << sentence << '\n';
}

int wrongUsage(const Error& error) {
    say(error.message);
    return static_cast<int>(ExitStatus::WrongUsage);
}

QString sessionElsewhere() {
    return QCoreApplication::translate(
        "Session", "Another window keeps the session; what is open in this one is not remembered.");
}

int runWindow(const CommandLine& line, QApplication& application) {
    QGuiApplication::setDesktopFileName(u"ai.derouter.ErrorMonitor"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/derouter-monitor.svg"_s));
    HandoverServer door;
    // Two that were started at once: one of them is the window.
    const bool isDoor = !countsDifferently(line) && door.listen();
    if (!isDoor && canHandOver(line) && handOver(line.sources))
        return static_cast<int>(ExitStatus::Done);
    const QString kept = line.session.isEmpty() ? SessionFile::defaultPath() : line.session;
    const QString exposed = keepPrivate({QSettings().fileName(), kept});
    createPrivate(QSettings().fileName());
    Monitor monitor({.hosts = line.hosts,
                     .paths = line.paths,
                     .range = line.range,
                     .mostBytes = bytesOfMebibytes(eventBudget()),
                     .ignored = {kept}});
    auto window = std::make_unique<MainWindow>(monitor);
    SessionFile session(kept);
    const bool isOurs = session.lock();
    const std::vector<SourceSpec> sources =
        isOurs && !line.newSession ? session.resume(line.sources) : line.sources;
    monitor.marks().restore(session.marks());
    for (const SourceSpec& spec : sources)
        window->openSpec(spec);
    if (line.sources.empty() && !sources.empty())
        window->resumeView();
    std::optional<SessionRecorder> recorder;
    const QString trouble = isOurs ? session.trouble() : sessionElsewhere();
    if (isOurs)
        recorder.emplace(monitor, std::move(session));
    const std::function<void()> show = [&] {
        QObject::connect(&door, &HandoverServer::received, window.get(), &MainWindow::takeOver);
        if (recorder)
            QObject::connect(&*recorder, &SessionRecorder::failed, window.get(), &MainWindow::showNote);
        const auto speakAnew = [&] {
            speak(localeOf(Preferences::load().language));
            auto former = std::exchange(window, window->successor());
            show();
        };
        // Behind the work of the window that goes.
        QObject::connect(window.get(), &MainWindow::languageChosen, &application, speakAnew,
                         Qt::QueuedConnection);
        window->show();
    };
    show();
    window->showNote(joinedSentences({trouble, exposed, line.note}));
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv) {
    std::set_new_handler(endWithoutMemory);
    std::set_terminate(endWithoutHandler);
    // A QApplication aborts where there is no display; the command line and reports need none.
    std::optional<CommandLine> window;
    {
        QCoreApplication application(argc, argv);
        auto line = setUp();
        if (!line)
            return wrongUsage(line.error());
        if (!line.value().note.isEmpty() && !line.value().quiet)
            say(line.value().note);
        const bool onlySaves = line.value().formatToSave && line.value().sources.empty();
        if (onlySaves && line.value().mode == CommandLine::Mode::Window)
            return static_cast<int>(ExitStatus::Done);
        if (line.value().mode != CommandLine::Mode::Window)
            return static_cast<int>(runHeadless(line.value()));
        if (canHandOver(line.value()) && handOver(line.value().sources))
            return static_cast<int>(ExitStatus::Done);
        window = std::move(line).value();
    }
    QApplication application(argc, argv);
    speak(localeOf(Preferences::load().language));
    return runWindow(*window, application);
}
