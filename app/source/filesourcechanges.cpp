// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/filesource.h"

#include "source/resumption.h"
#include "source/rotationsearch.h"
#include "source/sentences.h"

#include <QDateTime>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <utility>

// What becomes of a followed log's files: renamed, copied, truncated, replaced, given up.

namespace derouter {

using namespace std::chrono_literals;

namespace {

/// A writer may hold a file that lost its name for so long after its last line.
constexpr auto rotateWait = 60s;
constexpr std::size_t mostParts = 256;
constexpr std::size_t mostDone = 512;

} // namespace

FileSource::Part* FileSource::livePart() {
    return !m_parts.empty() && m_parts.back().isLive ? &m_parts.back() : nullptr;
}

/// Looks which file the name stands for now.
void FileSource::look() {
    m_lastLook = m_clock();
    retire();
    const auto named = numberOf(m_path);
    Part* const live = livePart();
    m_missing = !named;
    if (!named)
        loseName();
    else if (!live || live->file->number() != *named)
        replace();
    else if (live->visited && live != &m_parts[m_current])
        live->isRewritten = live->isRewritten || !live->file->isIntact();
    lookForUnread();
}

/// The file of the name was renamed or deleted.
void FileSource::loseName() {
    if (Part* const live = livePart()) {
        live->isLive = false;
        live->grew = m_clock();
    }
}

/// Copied and truncated, or renamed twice, between two looks.
void FileSource::lookForUnread() {
    const auto changed = QFileInfo(QFileInfo(m_path).path()).lastModified();
    if (m_folderChanged == changed)
        return;
    // The clock of a file system is coarse: a second change may still get the same stamp.
    const bool settled = std::abs(changed.msecsTo(QDateTime::currentDateTime())) > 50;
    m_folderChanged = settled ? changed : QDateTime();
    for (Part& part : m_parts)
        part.isRewritten = !part.file->isIntact();
    if (std::ranges::any_of(m_parts, &Part::isRewritten)) {
        m_folderChanged = {}; // first what became of its content
        return;
    }
    const bool isFirst = m_parts.empty();
    addUnread(livePart() ? m_parts.size() - 1 : m_parts.size());
    if (isFirst && !m_parts.empty())
        m_parts.front().visited = true;
}

/// The name stands for another file than before.
void FileSource::replace() {
    auto file = std::make_unique<LogFile>(m_path, true);
    if (auto opened = file->open(); !opened) {
        m_trouble = opened.error().message;
        loseName();
        return;
    }
    m_trouble.clear();
    const auto back = std::ranges::find_if(
        m_parts, [&](const Part& part) { return part.file->number() == file->number(); });
    if (back != m_parts.end()) { // it was away for a while
        moveToEnd(static_cast<std::size_t>(back - m_parts.begin()));
        m_parts.back().isLive = true;
        return;
    }
    for (const ReadMark& mark : m_done)
        if (mark.number == file->number() && file->seekBehind(mark))
            break;
    if (m_parts.empty()) {
        Part& only = addPart(std::move(file), 0);
        only.isLive = only.visited = true;
        return;
    }
    Part& last = m_parts.back();
    last.isRewritten = !last.file->isIntact();
    if (last.isRewritten)
        return; // first what became of its content, then who has its name
    if (continuesIn(last, *file)) {
        last.file = std::move(file);
        last.isLive = true;
        return;
    }
    last.isLive = false;
    last.grew = m_clock();
    const ReadMark mark = last.file->mark();
    const std::size_t next = m_parts.size();
    addPart(std::move(file), next).isLive = true;
    if (addUnread(next) > 0 && !isRotated(m_path, mark))
        noteGap(0, 0,
                sourceSentence(QT_TRANSLATE_NOOP("Source",
                                                 "%1 was rotated more often than it could be looked at; "
                                                 "files in between may be gone."))
                    .arg(baseName(m_path)));
}

void FileSource::moveToEnd(std::size_t index) {
    Part part = std::move(m_parts[index]);
    m_parts.erase(m_parts.begin() + static_cast<std::ptrdiff_t>(index));
    if (!m_parts.empty())
        m_parts.back().isLive = false;
    m_parts.push_back(std::move(part));
    if (m_current == index)
        m_current = m_parts.size() - 1;
    else if (m_current > index)
        --m_current;
}

/// Whether another file may have taken its place: it has no name any more.
bool FileSource::mayContinue(const Part& part) {
    return part.file->isUnlinked() && part.file->isIntact();
}

/// Whether `file` is a grown copy that took the place of the last one, as rsync and editors leave them; it
/// then stands where the last one was.
bool FileSource::continuesIn(Part& last, LogFile& file) {
    if (!mayContinue(last) || !file.seekBehind(last.file->endMark()))
        return false;
    file.goTo(last.file->mark());
    return true;
}

/// The part that `file` goes on with; of several that begin alike, the one that was read furthest.
FileSource::Part* FileSource::continued(LogFile& file) {
    std::vector<Part*> parts;
    for (Part& part : m_parts)
        parts.push_back(&part);
    std::ranges::sort(parts, std::ranges::greater(), [](const Part* part) { return part->file->offset(); });
    const auto found = std::ranges::find_if(parts, [&file](Part* part) { return continuesIn(*part, file); });
    return found == parts.end() ? nullptr : *found;
}

/// Rotations between two looks: puts the files of which nothing was read before part `next`; how many. Those
/// that were rotated away after the last part are put behind it.
std::size_t FileSource::addUnread(std::size_t next) {
    Part* const live = livePart();
    UnreadFiles unread = unreadRotated(m_path, known(Successors::Sought), live ? live->file.get() : nullptr);
    noteRefused(unread.refused);
    if (live && live->file->offset() > 0 && !live->file->isIntact()) {
        m_folderChanged = {}; // copied and truncated meanwhile: that comes first
        return 0;
    }
    if (std::ranges::any_of(unread.files, &UnreadFile::isNewer))
        loseName();
    std::size_t added = 0;
    for (auto& [file, isNewer] : unread.files) {
        if (Part* const before = continued(*file))
            before->file = std::move(file);
        else
            addPart(std::move(file), isNewer ? m_parts.size() : next + added++);
    }
    return added;
}

/// It is tried again at every look.
void FileSource::noteRefused(const std::optional<Error>& refused) {
    const QString why = refused ? refused->message : QString();
    if (refused)
        m_folderChanged = {};
    if (refused && m_refused != why)
        noteGap(0, 0, why);
    m_refused = why;
}

/// Files that were read, or are not to be: what goes on with a file that has no name any more is among them,
/// or is to be found.
std::vector<ReadMark> FileSource::known(Successors successors) const {
    std::vector<ReadMark> marks = m_done;
    for (const Part& part : m_parts) {
        if (successors == Successors::Known || !mayContinue(part)) {
            const bool isPacked = part.file->isCompressed();
            const bool isOver = !part.isLive && !part.isRewritten && !isPacked;
            ReadMark& mark = marks.emplace_back(isOver ? part.file->endMark() : part.file->mark());
            mark.isWhole = !part.isRewritten && !(isPacked && part.file->mayGiveMore());
        }
        marks.push_back(
            {.number = part.file->number(), .head = {}, .anchor = {}}); // whatever stands in it now
    }
    return marks;
}

/// The file is shorter than what was read of it, or holds other bytes there. What was not read yet may stand
/// in copies that rotations made.
ReadResult FileSource::beginAnew(std::size_t index) {
    Part& part = m_parts[index];
    if (!m_follow)
        return {.status = ReadResult::Status::Failed,
                .error = {sourceSentence(
                              QT_TRANSLATE_NOOP("Source", "%1 was truncated or rewritten while it was read."))
                              .arg(part.file->path())}};
    const auto given = static_cast<std::uint64_t>(part.file->offset());
    const std::uint64_t unread = part.seen > given ? part.seen - given : 0;
    part.file->backToLineStart();
    ReadMark mark = part.file->mark();
    mark.number = {}; // what it stood for is to be found by its content
    const auto offset = static_cast<std::uint64_t>(mark.offset);
    part.file->forget();
    part.held = 0;
    part.isRewritten = false;
    auto copy = findCopy(m_path, mark, known(Successors::Known));
    mark.isWhole = copy || unread == 0; // what goes further only begins alike
    remember(mark);
    noteGap(offset, copy ? 0 : unread, truncationText(copy != nullptr, unread > 0));

    ReadResult turn{.status = ReadResult::Status::Turn, .file = part.number, .over = !copy};
    part.number = static_cast<int>(m_names.size());
    m_names << baseName(m_path);
    m_current = index;
    std::size_t next = index;
    if (copy)
        addPart(std::move(copy), next++).number = turn.file; // the same file, further on
    next += addUnread(next);
    m_current = index;
    m_parts[next].visited = next == index;
    m_parts[index].visited = true;
    turn.file = m_parts[index].number;
    return turn;
}

QString FileSource::truncationText(bool copied, bool unread) const {
    const char* const sentence =
        copied ? QT_TRANSLATE_NOOP("Source",
                                   "%1 was copied and truncated; lines written in between exist nowhere.")
        : unread
            ? QT_TRANSLATE_NOOP("Source", "%1 was truncated or rewritten before all of it was read.")
            : QT_TRANSLATE_NOOP("Source", "%1 was truncated or rewritten and is read from its beginning.");
    return sourceSentence(sentence).arg(baseName(m_path));
}

/// Closes files that lost their name long ago.
void FileSource::retire() {
    for (std::size_t at = 0; at + 1 < m_parts.size();) {
        const Part& part = m_parts[at];
        const bool done = part.visited && !part.isLive && part.held == 0 && at != m_current &&
                          (isQuiet(part, rotateWait) || m_parts.size() > mostParts);
        if (!done) {
            ++at;
            continue;
        }
        if (part.file->isIncomplete())
            noteGap(static_cast<std::uint64_t>(part.file->offset()), 0, m_trouble);
        ReadMark mark = part.file->mark();
        mark.isWhole = !part.file->isIncomplete();
        mark.isClosed = true;
        remember(mark);
        m_parts.erase(m_parts.begin() + static_cast<std::ptrdiff_t>(at));
        m_current -= at < m_current ? 1 : 0;
    }
}

void FileSource::remember(const ReadMark& mark) {
    if (mark.offset == 0)
        return;
    if (m_done.size() >= mostDone)
        m_done.erase(m_done.begin());
    if (m_left.size() >= mostDone)
        m_left.erase(m_left.begin());
    m_done.push_back(mark);
    m_left.push_back(contentMark(mark));
}

} // namespace derouter
