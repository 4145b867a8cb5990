// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source/childprocess.h"
#include "source/command.h"
#include "source/filewatch.h"
#include "source/livesource.h"
#include "source/outputmark.h"

#include <chrono>
#include <deque>
#include <memory>
#include <optional>

namespace derouter {

/// How a followed command is started again.
struct RestartTimes {
    std::chrono::milliseconds first{1000}; ///< after its end; doubled each time
    std::chrono::milliseconds longest{60'000};
    std::chrono::milliseconds well{60'000};     ///< after a run of so long it begins with `first` again
    std::chrono::milliseconds silence{120'000}; ///< after which a relay is started again; doubled each time
    std::chrono::milliseconds longestSilence{3'600'000};
    std::chrono::milliseconds pause{1000}; ///< so long without output: no more of an old one is repeated
};

/// The output of a command as one log.
///
/// Followed, the command is started again whenever it ends, and its runs are one stream: what a run repeats
/// of those before it is passed over and counted. Where it cannot be told what is repeated, everything is
/// given and a gap says so. Not followed, the source ends with the command; an exit code other than 0 is a
/// failure once everything is read.
class CommandSource final : public LiveSource {
    Q_DISABLE_COPY_MOVE(CommandSource)

public:
    explicit CommandSource(const SourceSpec& spec, const RestartTimes& times = {});
    ~CommandSource() override;

    Result<Done> open() override;
    ReadResult read(std::span<char> buffer) override;
    void wait(std::chrono::milliseconds timeout) override;
    void wake() override { m_watch.wake(); }
    QString trouble() const override { return m_trouble; }

private:
    using Clock = std::chrono::steady_clock;
    enum class More { May, Pauses, Never };

    Result<Done> begin();
    Result<Done> start(const QStringList& command);
    void searchWhole();
    std::optional<ReadResult> atHand(std::span<char> buffer);
    std::optional<ReadResult> startAgain();
    std::optional<ReadResult> take(std::span<const char> bytes);
    ReadResult give(std::span<const char> bytes);
    ReadResult passOver(std::span<const char> bytes);
    void search(More more);
    bool settlePartial(qsizetype place, More more);
    void found(qsizetype place);
    void goBeyond(std::int64_t place);
    void foundNowhere();
    std::optional<ReadResult> atExit();
    ReadResult ended(bool well, const QString& sentence);
    bool isComplaint(const ChildProcess::Exit& exit) const;
    QString exitSentence(const ChildProcess::Exit& exit) const;
    void noteErrors();
    void tellUnsure();
    bool isQuietFor(std::chrono::milliseconds time) const { return Clock::now() - m_lastBytes >= time; }

    const QStringList m_command;
    const bool m_follow;
    const RestartTimes m_times;
    const LogRelay m_relay;
    const bool m_hasCursors;
    FileWatch m_watch;
    QString m_program; ///< absolute
    std::unique_ptr<ChildProcess> m_child;
    Clock::time_point m_started;
    Clock::time_point m_lastBytes;
    Clock::time_point m_nextStart;
    Clock::time_point m_errorsNoted;
    std::chrono::milliseconds m_backOff{0};
    std::chrono::milliseconds m_silence;
    QString m_trouble;
    OutputMark m_mark;
    JournalCursor m_cursor;
    std::int64_t m_placeBefore = 0; ///< of the mark when this run began
    bool m_isSearching = false;     ///< m_held may begin with what was given before
    bool m_isShort = false;         ///< this run gives the last lines only
    QByteArray m_held;              ///< output that was read and not given
    qsizetype m_given = 0;          ///< of m_held
    qsizetype m_nextSearch = 0;     ///< size of m_held at which it is looked through again
    std::int64_t m_toPassOver = 0;  ///< bytes up to the place
    QByteArray m_passed;            ///< the last ones of those passed over
    std::deque<ReadResult> m_told;  ///< to be told before anything else
};

} // namespace derouter
