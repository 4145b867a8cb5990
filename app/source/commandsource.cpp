// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/commandsource.h"

#include "source/sentences.h"

#include <algorithm>
#include <utility>

namespace derouter {

using namespace std::chrono_literals;

namespace {

constexpr auto noteErrorsEvery = 1s;
/// What a relay writes before it fails is its reason, up to so much; more is a log.
constexpr qsizetype longestComplaint = 4096;
/// Up to this size output is looked through with each piece that comes.
constexpr qsizetype smallOutput = 1024 * 1024;

QString lastLineOf(const QByteArray& bytes) {
    const QByteArray text = bytes.trimmed();
    QString line = QString::fromUtf8(text.sliced(text.lastIndexOf('\n') + 1)).trimmed();
    line.removeIf([](QChar c) { return !c.isPrint(); }); // it may go to a terminal
    return line;
}

std::uint64_t linesIn(QByteArrayView bytes) {
    return static_cast<std::uint64_t>(std::ranges::count(bytes, '\n'));
}

} // namespace

CommandSource::CommandSource(const SourceSpec& spec, const RestartTimes& times)
    : m_command(spec.command)
    , m_follow(spec.follow)
    , m_times(times)
    , m_relay(LogRelay::of(spec.command))
    , m_hasCursors(hasCursors(spec.command))
    , m_silence(times.silence) {}

CommandSource::~CommandSource() = default;

Result<Done> CommandSource::open() {
    auto program = findProgram(m_command);
    if (!program)
        return program.error();
    m_program = std::move(program).value();
    return begin();
}

/// A run of which it is known how much it repeats: nothing behind a cursor, else as much as is found.
Result<Done> CommandSource::begin() {
    const bool isBehindCursor = m_hasCursors && !m_cursor.last().isEmpty();
    m_isSearching = !isBehindCursor && (m_relay.mixesErrors || !m_mark.isEmpty());
    m_isShort = m_isSearching && !m_mark.isEmpty() && withLastLines(m_command) != m_command;
    if (isBehindCursor && !m_mark.partial().isEmpty()) {
        m_told.push_back({.status = ReadResult::Status::Turn, .over = false});
        m_mark.dropPartial();
    }
    return start(isBehindCursor ? behindCursor(m_command, m_cursor.last())
                 : m_isShort    ? withLastLines(m_command)
                                : m_command);
}

Result<Done> CommandSource::start(const QStringList& command) {
    m_child.reset();
    m_held.clear();
    m_given = m_nextSearch = 0;
    m_toPassOver = 0;
    m_placeBefore = m_mark.place();
    m_started = m_lastBytes = Clock::now();
    auto child = ChildProcess::start(m_program, command.mid(1),
                                     m_relay.mixesErrors ? ChildProcess::Errors::WithOutput
                                                         : ChildProcess::Errors::Apart);
    if (!child)
        return Error{sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 cannot be started: %2."))
                         .arg(commandName(m_command), child.error().message)};
    m_child = std::move(child).value();
    return Done{};
}

ReadResult CommandSource::read(std::span<char> buffer) {
    for (;;) {
        if (auto result = atHand(buffer))
            return *result;
        if (!m_child) {
            if (auto result = startAgain())
                return *result;
            continue;
        }
        if (const std::size_t count = m_child->read(buffer); count > 0) {
            if (auto result = take(buffer.first(count)))
                return *result;
        } else if (m_child->isOver()) {
            if (auto result = atExit())
                return *result;
        } else if (m_isSearching && !m_held.isEmpty() && isQuietFor(m_times.pause)) {
            search(More::Pauses);
            if (m_isSearching)
                return {.status = ReadResult::Status::AtEnd};
        } else if (m_follow && m_relay.stalls && isQuietFor(m_silence)) {
            m_silence = std::min(m_silence * 2, m_times.longestSilence);
            m_child.reset();
            m_nextStart = {};
        } else {
            noteErrors();
            return {.status = ReadResult::Status::AtEnd};
        }
    }
}

/// What was read, or concluded, before.
std::optional<ReadResult> CommandSource::atHand(std::span<char> buffer) {
    if (!m_told.empty()) {
        const ReadResult next = m_told.front();
        m_told.pop_front();
        return next;
    }
    if (m_isSearching || m_given == m_held.size())
        return std::nullopt;
    const qsizetype count =
        std::min<qsizetype>(m_held.size() - m_given, static_cast<qsizetype>(buffer.size()));
    std::copy_n(m_held.cbegin() + m_given, count, buffer.begin());
    m_given += count;
    if (m_given == m_held.size()) {
        m_held = {};
        m_given = 0;
    }
    return give(buffer.first(static_cast<std::size_t>(count)));
}

std::optional<ReadResult> CommandSource::startAgain() {
    if (Clock::now() < m_nextStart)
        return ReadResult{.status = ReadResult::Status::Unreadable, .error = {m_trouble}};
    const auto begun = begin();
    if (!begun)
        return ended(false, begun.error().message);
    m_trouble.clear();
    return ReadResult{.status = ReadResult::Status::Skipped, .isRestart = true};
}

std::optional<ReadResult> CommandSource::take(std::span<const char> bytes) {
    m_lastBytes = Clock::now();
    if (!m_isSearching)
        return m_toPassOver > 0 ? passOver(bytes) : give(bytes);
    m_held.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
    if (m_held.size() < m_nextSearch)
        return std::nullopt;
    m_nextSearch = m_held.size() < smallOutput ? 0 : m_held.size() / 4 * 5;
    search(m_held.size() < OutputMark::limit ? More::May : More::Pauses);
    return std::nullopt;
}

ReadResult CommandSource::give(std::span<const char> bytes) {
    const QByteArrayView view(bytes.data(), static_cast<qsizetype>(bytes.size()));
    m_mark.take(view);
    if (m_hasCursors)
        m_cursor.take(view);
    m_silence = m_times.silence;
    return given(bytes.size());
}

/// Looks where in the held output the new begins.
void CommandSource::search(More more) {
    if (m_mark.isEmpty()) {
        // Of a relay's first run: whether it is a log at all.
        m_isSearching = more == More::May && m_held.size() <= longestComplaint;
        return;
    }
    const OutputMark::Place place = m_mark.find(m_held, more != More::May);
    switch (place.status) {
    case OutputMark::Place::Status::Unknown:
        return;
    case OutputMark::Place::Status::At:
        if (settlePartial(place.bytes, more))
            found(place.bytes);
        return;
    case OutputMark::Place::Status::Beyond:
        return goBeyond(place.bytes);
    case OutputMark::Place::Status::Nowhere:
        return foundNowhere();
    }
}

/// Whether the unfinished line is given again behind the place, or stays what it is. False while that cannot
/// be told.
bool CommandSource::settlePartial(qsizetype place, More more) {
    const QByteArray& partial = m_mark.partial();
    const QByteArrayView rest = QByteArrayView(m_held).sliced(place);
    if (partial.isEmpty())
        return true;
    const bool isGivenAgain = rest.startsWith(partial);
    if (!isGivenAgain && more != More::Never && partial.startsWith(rest))
        return false;
    m_told.push_back({.status = ReadResult::Status::Turn, .over = !isGivenAgain});
    m_mark.dropPartial();
    return true;
}

void CommandSource::found(qsizetype place) {
    m_isSearching = false;
    m_given = place;
    if (place > 0)
        m_told.push_back({.status = ReadResult::Status::Skipped,
                          .bytes = static_cast<std::uint64_t>(place),
                          .duplicates = linesIn(QByteArrayView(m_held).first(place))});
}

/// The output is the old one, and longer than what is held.
void CommandSource::goBeyond(std::int64_t place) {
    const QByteArray held = std::exchange(m_held, {});
    m_isSearching = false;
    m_toPassOver = place;
    m_passed.clear();
    if (!m_mark.partial().isEmpty())
        m_told.push_back({.status = ReadResult::Status::Turn, .over = false});
    m_mark.dropPartial();
    m_told.push_back(passOver(held));
}

ReadResult CommandSource::passOver(std::span<const char> bytes) {
    const QByteArrayView all(bytes.data(), static_cast<qsizetype>(bytes.size()));
    const QByteArrayView old = all.first(std::min<qsizetype>(all.size(), m_toPassOver));
    m_toPassOver -= old.size();
    m_passed = (m_passed + old.last(std::min(old.size(), OutputMark::anchorKept)).toByteArray())
                   .right(OutputMark::anchorKept);
    if (m_toPassOver == 0) {
        m_held = all.sliced(old.size()).toByteArray();
        m_given = 0;
        if (!m_mark.fits(m_passed)) {
            m_mark = {};
            tellUnsure();
        }
    }
    return {.status = ReadResult::Status::Skipped,
            .bytes = static_cast<std::uint64_t>(old.size()),
            .duplicates = linesIn(old)};
}

/// Nothing in this run was given before, or it cannot be told.
void CommandSource::foundNowhere() {
    if (m_isShort)
        return searchWhole();
    m_isSearching = false;
    if (m_held.isEmpty())
        return;
    m_told.push_back({.status = ReadResult::Status::Turn, .over = true});
    tellUnsure();
    m_mark = {};
    m_placeBefore = 0;
}

/// The last lines did not reach back far enough, or the log is another one.
void CommandSource::searchWhole() {
    m_isShort = false;
    [[maybe_unused]] const auto started = start(m_command); // without a child it is begun anew
}

void CommandSource::tellUnsure() {
    m_told.push_back(
        {.status = ReadResult::Status::Skipped,
         .gap =
             Gap{position(), 0,
                 sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 was started again; lines may be missing or "
                                                            "given twice."))
                     .arg(commandName(m_command))}});
}

std::optional<ReadResult> CommandSource::atExit() {
    const ChildProcess::Exit exit = m_child->exit();
    if (m_isSearching && !isComplaint(exit)) {
        search(More::Never);
        return std::nullopt;
    }
    if (std::exchange(m_toPassOver, 0) > 0) {
        m_mark = {};
        tellUnsure();
        return std::nullopt;
    }
    const QString sentence = exitSentence(exit);
    const bool failed = exit.bySignal || exit.code != 0;
    if (m_relay.mixesErrors && failed && !exit.bySignal && m_mark.place() > m_placeBefore) {
        if (!m_mark.partial().isEmpty())
            m_told.push_back({.status = ReadResult::Status::Turn, .over = true});
        m_mark.dropLastLine(); // the relay's own; in the log it does not stand
    }
    return ended(!failed, sentence);
}

/// Whether all it wrote is why it failed.
bool CommandSource::isComplaint(const ChildProcess::Exit& exit) const {
    return m_relay.mixesErrors && !exit.bySignal && exit.code != 0 && m_held.size() <= longestComplaint &&
           (m_mark.isEmpty() || m_mark.find(m_held, true).status == OutputMark::Place::Status::Nowhere);
}

QString CommandSource::exitSentence(const ChildProcess::Exit& exit) const {
    const QString name = commandName(m_command);
    const QByteArray& said = !m_relay.mixesErrors ? m_child->errors()
                             : m_isSearching      ? m_held
                                                  : m_mark.anchor();
    const QString reason = exit.bySignal || exit.code != 0 ? lastLineOf(said) : QString();
    if (!exit.bySignal && exit.code == 0)
        return sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 ended.")).arg(name);
    const QString code = QString::number(exit.code);
    if (reason.isEmpty())
        return (exit.bySignal ? sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 was ended by signal %2."))
                              : sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 ended with exit code %2.")))
            .arg(name, code);
    return (exit.bySignal ? sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 was ended by signal %2: %3"))
                          : sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 ended with exit code %2: %3")))
        .arg(name, code, reason);
}

ReadResult CommandSource::ended(bool well, const QString& sentence) {
    m_child.reset();
    if (!m_follow && well)
        return {.status = ReadResult::Status::Ended};
    if (!m_follow)
        return {.status = ReadResult::Status::Failed, .error = {sentence}};
    const bool ranWell = Clock::now() - m_started >= m_times.well;
    m_backOff = ranWell ? m_times.first : std::clamp(m_backOff * 2, m_times.first, m_times.longest);
    m_nextStart = Clock::now() + m_backOff;
    m_trouble = sentence;
    return {.status = ReadResult::Status::Unreadable, .error = {sentence}};
}

/// Not more often than somebody can read: a flood of errors is one message a second.
void CommandSource::noteErrors() {
    if (m_relay.mixesErrors || Clock::now() - m_errorsNoted < noteErrorsEvery)
        return;
    const QString line = lastLineOf(m_child->errors());
    if (line.isEmpty())
        return;
    m_errorsNoted = Clock::now();
    m_trouble = sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 says: %2")).arg(commandName(m_command), line);
}

void CommandSource::wait(std::chrono::milliseconds timeout) {
    const auto until = [&](Clock::time_point time) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(time - Clock::now());
        return left > 0ms ? std::min(timeout, left) : timeout;
    };
    if (!m_child)
        m_watch.waitReadable(-1, until(m_nextStart));
    else if (m_isSearching && !m_held.isEmpty())
        m_child->wait(m_watch, until(m_lastBytes + m_times.pause));
    else
        m_child->wait(m_watch, m_relay.stalls ? until(m_lastBytes + m_silence) : timeout);
}

} // namespace derouter
