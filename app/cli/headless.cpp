// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/headless.h"

#include "cli/signals.h"
#include "cli/sourcewords.h"
#include "format/formatnames.h"
#include "monitor/monitor.h"
#include "monitor/session.h"
#include "report/explanation.h"
#include "report/outputfile.h"
#include "report/report.h"
#include "source/logsource.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QSet>
#include <QTextStream>
#include <QTimer>

#include <cmath>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <unistd.h>
#else
#include <io.h>
#endif

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

bool isTerminal(std::FILE* stream) {
#ifdef Q_OS_UNIX
    return isatty(fileno(stream)) != 0;
#else
    return _isatty(_fileno(stream)) != 0;
#endif
}

void say(const QString& sentence) {
    QTextStream(stderr) << "derouter-monitor: " << sentence << '\n';
}

/// Writes a short text to standard output, and says so when that fails.
ExitStatus print(const QString& text) {
    const QByteArray utf8 = text.toUtf8();
    QFile out;
    if (out.open(stdout, QIODevice::WriteOnly) && out.write(utf8) == utf8.size() && out.flush())
        return ExitStatus::Done;
    say(Text::tr("Standard output cannot be written."));
    return ExitStatus::SourceFailed;
}

QString formatList() {
    const auto formats = knownFormats();
    qsizetype width = 0;
    for (const FormatDescription& format : formats)
        width = std::max(width, format.name.size());
    QString list;
    for (const FormatDescription& format : formats)
        list += format.name.leftJustified(width + 2) + format.description + u'\n';
    return list;
}

ExitStatus explainPasted(const CommandLine& line) {
    QByteArray pasted = line.explainText.toUtf8();
    if (pasted.isEmpty() || pasted == "-") {
        QFile input;
        if (input.open(stdin, QIODevice::ReadOnly))
            pasted = input.readAll();
    }
    const Explained explained = explainText(pasted);
    if (explained.failures.empty()) {
        say(explained.notRecognised());
        if (!explained.facts.isEmpty())
            say(explained.facts.text());
        return ExitStatus::SourceFailed;
    }
    return print(explained.text().text());
}

bool matches(const QString& entry, const Totals& totals) {
    if (entry == "any"_L1)
        return totals.failures > 0;
    for (int move = 0; move < whoseMoveCount; ++move)
        if (entry.toStdString() == key(static_cast<WhoseMove>(move)))
            return totals.failuresByMove[move] > 0;
    return std::ranges::any_of(totals.failuresByCode,
                               [&](const auto& code) { return code.first.key() == entry.toStdString(); });
}

/// What a run writes itself is no log of a folder that is watched.
QStringList filesOfOurs(const CommandLine& line) {
    QStringList files{line.output, line.session};
    files.removeAll(QString());
    return files;
}

/// A report lists every failure, and so keeps them all; one that is written as they come need not.
std::size_t mostBytes(const CommandLine& line) {
    return line.report == ReportFormat::Jsonl ? defaultEventBytes : 0;
}

/// One report from its sources to its exit status.
class ReportRun {
public:
    ReportRun(const CommandLine& line, std::optional<SessionFile> session)
        : m_line(line)
        , m_session(std::move(session))
        , m_monitor({.hosts = line.hosts,
                     .paths = line.paths,
                     .range = line.range,
                     .keepRaw = false,
                     .mostBytes = mostBytes(line),
                     .ignored = filesOfOurs(line)}) {}

    ExitStatus run() {
        if (auto failed = openOutput()) {
            say(*failed);
            return ExitStatus::SourceFailed;
        }
        readAll();
        const bool written = writeOut();
        return written ? status() : ExitStatus::SourceFailed;
    }

private:
    std::optional<QString> openOutput() {
        if (m_line.output.isEmpty()) {
            m_standardOutput.open(stdout, QIODevice::WriteOnly);
            m_device = &m_standardOutput;
            return std::nullopt;
        }
        auto opened = OutputFile::open(m_line.output);
        if (!opened)
            return opened.error().message;
        m_file = std::move(opened).value();
        m_device = &m_file->device();
        if (m_line.report == ReportFormat::Jsonl && isLive())
            m_file->publish();
        return std::nullopt;
    }

    /// Whether somebody may read along: the end may be long in coming.
    bool isLive() const {
        return m_line.follow || std::ranges::any_of(m_line.sources, [](const SourceSpec& source) {
                   return source.follow || mayPause(source);
               });
    }

    void readAll() {
        QEventLoop loop;
        const InterruptWatch interrupts([&] { stop(loop); });
        if (m_line.report == ReportFormat::Jsonl)
            QObject::connect(&m_monitor, &Monitor::eventsAdded, &loop, [&](qsizetype first, qsizetype count) {
                writeLive(static_cast<EventStore::Row>(first), static_cast<std::size_t>(count), loop);
            });
        // Not when nothing is busy: a pipe whose writer thinks for a while has more to say.
        QObject::connect(&m_monitor, &Monitor::sourceChanged, &loop, [&](SourceId id) {
            noteSource(id);
            if (haveAllEnded())
                loop.quit();
        });
        if (m_line.seconds)
            QTimer::singleShot(static_cast<int>(std::llround(std::min(*m_line.seconds, 2e6) * 1000)), &loop,
                               [&] { stop(loop); });
        for (const SourceSpec& spec : m_line.sources)
            m_monitor.addSource(spec);
        const auto recorder = keepSession();
        loop.exec();
        clearProgress();
    }

    std::unique_ptr<SessionRecorder> keepSession() {
        if (!m_session)
            return nullptr;
        auto recorder = std::make_unique<SessionRecorder>(m_monitor, std::move(*m_session));
        QObject::connect(recorder.get(), &SessionRecorder::failed, recorder.get(), say);
        return recorder;
    }

    /// Once the reader has gone away or the disk is full, there is nothing to go on for.
    void writeLive(EventStore::Row first, std::size_t count, QEventLoop& loop) {
        if (!m_liveWritten)
            return;
        m_liveWritten = writeEventLines(m_monitor, first, count, *m_device) &&
                        (m_file ? m_file->flush() : m_standardOutput.flush());
        if (!m_liveWritten)
            stop(loop);
    }

    bool haveAllEnded() const {
        return std::ranges::all_of(m_monitor.sources(), isFinal, &SourceInfo::state);
    }

    /// Lets the sources hand over what they have; then the report is written.
    void stop(QEventLoop& loop) {
        if (haveAllEnded())
            loop.quit();
        m_monitor.cancelAll();
    }

    void noteSource(SourceId id) {
        const SourceInfo* const info = m_monitor.source(id);
        const bool isEmptyFolder = info->spec.kind == SourceSpec::Kind::Folder && !info->error.isEmpty();
        if ((info->state == SourceState::Failed || isEmptyFolder) && !m_reported.contains(id)) {
            m_reported.append(id);
            clearProgress();
            if (!m_said.contains(info->error)) // of many logs that wait for a place
                say(info->error);
            m_said.insert(info->error);
        } else if (m_line.verbose && info->state == SourceState::Ended) {
            say(Text::tr("%1: %2, %3 lines").arg(info->name, info->format, QString::number(info->lines)));
        } else if (m_showsProgress && info->size > 0 && info->state == SourceState::Reading) {
            std::fprintf(stderr, "\r%s %3d %%", qPrintable(info->name),
                         static_cast<int>(info->position * 100 / info->size));
        }
    }

    void clearProgress() const {
        if (m_showsProgress)
            std::fputs("\r\x1b[K", stderr);
    }

    bool writeOut() {
        const bool live = m_line.report == ReportFormat::Jsonl;
        bool written = live ? m_liveWritten : writeReport(m_line.report, m_monitor, *m_device);
        if (!m_file) {
            written = m_standardOutput.flush() && written;
            if (!written)
                say(Text::tr("Standard output cannot be written."));
            return written;
        }
        const auto committed = m_file->commit();
        if (!committed)
            say(committed.error().message);
        return committed.ok();
    }

    ExitStatus status() const {
        if (std::ranges::any_of(m_line.failOn,
                                [this](const QString& entry) { return matches(entry, m_monitor.totals()); }))
            return ExitStatus::FailOnMatched;
        const bool failed = std::ranges::any_of(
            m_monitor.sources(), [](const SourceInfo& info) { return info.state == SourceState::Failed; });
        return failed ? ExitStatus::SourceFailed : ExitStatus::Done;
    }

    const CommandLine& m_line;
    std::optional<SessionFile> m_session; ///< until it is kept
    Monitor m_monitor;
    QFile m_standardOutput;
    std::unique_ptr<OutputFile> m_file;
    QIODevice* m_device = nullptr;
    QList<SourceId> m_reported;
    QSet<QString> m_said;
    bool m_liveWritten = true;
    bool m_showsProgress = !m_line.quiet && isTerminal(stderr);
};

ExitStatus report(CommandLine line) {
    std::optional<SessionFile> session;
    if (!line.session.isEmpty()) {
        session.emplace(line.session);
        if (!session->lock()) {
            say(Text::tr("%1 is kept by another run of the program.").arg(line.session));
            return ExitStatus::SourceFailed;
        }
        line.sources = session->resume(line.sources);
        for (SourceSpec& spec : line.sources)
            spec.follow = line.follow;
        if (!line.follow)
            line.sources = withoutFolders(std::move(line.sources));
        if (!session->trouble().isEmpty())
            say(session->trouble());
    }
    if (line.sources.empty()) {
        if (isTerminal(stdin)) {
            say(Text::tr("There is nothing to read: name a log file, or - for standard input. See --help."));
            return ExitStatus::WrongUsage;
        }
        line.sources.push_back(
            {.kind = SourceSpec::Kind::StandardInput, .path = {}, .older = {}, .format = {}, .timeZone = {}});
    }
    return ReportRun(line, std::move(session)).run();
}

} // namespace

ExitStatus runHeadless(const CommandLine& line) {
    switch (line.mode) {
    case CommandLine::Mode::Help:
        return print(line.helpText);
    case CommandLine::Mode::Version:
        return print(u"derouter-monitor %1\n"_s.arg(QCoreApplication::applicationVersion()));
    case CommandLine::Mode::ListFormats:
        return print(formatList());
    case CommandLine::Mode::Explain:
        return explainPasted(line);
    case CommandLine::Mode::Report:
        return report(line);
    case CommandLine::Mode::Window:
        break;
    }
    return ExitStatus::WrongUsage;
}

} // namespace derouter
