// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source/filewatch.h"
#include "source/logfile.h"
#include "source/logsource.h"

#include <QDateTime>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace derouter {

/// The time since some moment, never going back.
using SteadyClock = std::function<std::chrono::milliseconds()>;
SteadyClock steadyClock();

/// A log by its name: the file that has the name now, and those that had it before, as one stream.
///
/// Followed, it goes through renaming and re-creation, copying and truncation, deletion, a re-targeted link
/// and rewriting. Which file is which is told by content: the first KiB of what was read and the bytes before
/// the place that was reached; numbers of files are a hint. What is not where it was is looked for among the
/// rotated files beside it, compressed ones too, and read from the same byte on. A file that lost its name is
/// read for another minute, as its writer may still hold it. What cannot be found is a gap with its cause.
class FileSource final : public LogSource {
public:
    explicit FileSource(const SourceSpec& spec, SteadyClock clock = steadyClock());
    ~FileSource() override;

    bool ends() const override { return !m_follow; }
    Result<Done> open() override;
    ReadResult read(std::span<char> buffer) override;
    void wait(std::chrono::milliseconds timeout) override;
    void wake() override { m_watch.wake(); }
    bool conclude() override;
    std::uint64_t position() const override;
    std::uint64_t size() const override;
    std::optional<Microseconds> lastModified() const override;
    QStringList files() const override;
    Checkpoint checkpoint() const override;
    QString trouble() const override { return m_trouble; }
    bool isFile() const override;

private:
    using Milliseconds = std::chrono::milliseconds;

    /// A file of the stream. The oldest stands first; the last one is that of the name, while there is one.
    struct Part {
        std::unique_ptr<LogFile> file;
        int number = 0;           ///< in files()
        bool visited = false;     ///< it was turned to
        bool isLive = false;      ///< the name stands for it
        bool isRewritten = false; ///< what was read of it is not there any more
        bool isFinal = false;     ///< its unfinished line is a line
        bool mayOverlap = false;  ///< may begin with what the one before it ends with
        std::int64_t held = 0;    ///< bytes of an unfinished line that were given back
        std::uint64_t seen = 0;   ///< its size when it was read last
        Milliseconds grew{0};     ///< when bytes were last got from it
        Milliseconds retry{0};    ///< not before, after a failure
        Milliseconds backOff{0};  ///< between the last two tries
    };

    Result<Done> openSettled();
    Result<Done> openAll();
    QStringList findPassedOver();
    bool passOver(const QStringList& files);
    Part& addPart(std::unique_ptr<LogFile> file, std::size_t before);
    void look();
    void loseName();
    void replace();
    void noteRefused(const std::optional<Error>& refused);
    static bool mayContinue(const Part& part);
    static bool continuesIn(Part& last, LogFile& file);
    Part* continued(LogFile& file);
    std::size_t addUnread(std::size_t next);
    void lookForUnread();
    void noteGap(std::uint64_t from, std::uint64_t bytes, QString cause);
    enum class Successors { Known, Sought };
    std::vector<ReadMark> known(Successors successors) const;
    QString truncationText(bool copied, bool unread) const;
    void moveToEnd(std::size_t index);
    void reopen(Part& part);
    std::optional<ReadResult> passOverDuplicates();
    void retire();
    Part* livePart();
    bool hasMore(Part& part);
    bool isQuiet(const Part& part, Milliseconds time) const { return m_clock() - part.grew >= time; }
    ReadResult turnTo(std::size_t index);
    ReadResult readPart(std::size_t index, std::span<char> buffer);
    ReadResult beginAnew(std::size_t index);
    ReadResult failed(std::size_t index, const Error& error);
    ReadResult atEnd();
    void remember(const ReadMark& mark);

    QString m_path;
    QStringList m_older;
    std::optional<Checkpoint> m_resume;
    bool m_follow = false;
    SteadyClock m_clock;
    FileWatch m_watch;
    std::deque<Part> m_parts;
    std::size_t m_current = 0;
    std::vector<ReadMark> m_done;          ///< of files that are closed, so that they are not read again
    std::vector<ContentMark> m_left;       ///< the same, for checkpoint()
    std::vector<ContentMark> m_passedOver; ///< Checkpoint::passedOver
    std::vector<ContentMark> m_gone;       ///< Resumption::gone, until what there is was read again
    QStringList m_names;
    QString m_trouble;
    std::deque<Gap> m_gaps; ///< to be told next
    QString m_refused;      ///< why a rotated file that may be unread could not be opened
    bool m_isConcluding = false;
    bool m_isUnsettled = false; ///< bytes of the current file are yet to be given then
    bool m_missing = false;
    bool m_mayComeLater = false; ///< the file of the name could not be opened, but that may change
    Milliseconds m_lastLook{0};
    QDateTime m_folderChanged; ///< when names in its folder changed last
};

} // namespace derouter
