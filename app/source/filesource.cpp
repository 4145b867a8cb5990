// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/filesource.h"

#include "core/shownnumber.h"
#include "source/overlap.h"
#include "source/resumption.h"
#include "source/rotatedset.h"
#include "source/rotationsearch.h"
#include "source/sentences.h"

#include <QFileInfo>

#include <algorithm>
#include <iterator>
#include <utility>

namespace derouter {

using namespace std::chrono_literals;

namespace {

/// An unfinished line of such a file is a line after so long.
constexpr auto lineWait = 3s;
/// While a file is read without a pause, its name is looked at so often: eight rotations in a second are not
/// missed.
constexpr auto lookEvery = 10ms;
constexpr auto pollWhileBusy = 20ms;
constexpr auto pollWhileQuiet = 250ms;
constexpr auto firstBackOff = 250ms;
constexpr auto longestBackOff = 30'000ms;
constexpr int triesOfReport = 4;

} // namespace

SteadyClock steadyClock() {
    return [] {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now().time_since_epoch());
    };
}

FileSource::FileSource(const SourceSpec& spec, SteadyClock clock)
    : m_path(spec.path)
    , m_older(spec.older)
    , m_resume(spec.resume)
    , m_follow(spec.follow && !spec.path.startsWith(u':'))
    , m_clock(std::move(clock)) {}

FileSource::~FileSource() = default;

Result<Done> FileSource::open() {
    m_lastLook = m_clock();
    const auto opened = m_follow || m_resume ? openSettled() : openAll();
    if (!m_parts.empty()) {
        m_parts.front().visited = true;
        if (!opened) {
            m_trouble = opened.error().message;
            noteGap(0, 0, m_trouble);
        }
        return Done{};
    }
    if (!m_follow || !m_mayComeLater)
        return opened;
    m_missing = !numberOf(m_path);
    m_trouble = m_missing ? QString() : opened.error().message;
    return Done{};
}

/// Again when a rotation came in between: it gave the names that were just opened to others. Again, too, when
/// a rotated file could not be read just now.
Result<Done> FileSource::openSettled() {
    constexpr int tries = 8;
    const auto standing = [this] {
        std::vector<std::pair<QString, std::optional<FileNumber>>> files;
        for (const QString& path : rotatedFiles(m_path) + QStringList{m_path})
            files.emplace_back(path, numberOf(path));
        return files;
    };
    Result<Done> opened = Done{};
    for (int i = 0; i < tries; ++i) {
        const auto before = standing();
        m_parts.clear();
        m_names.clear();
        m_gaps.clear();
        const QStringList passedOver = m_resume ? findPassedOver() : QStringList();
        opened = openAll();
        const bool marked = passOver(m_resume ? passedOver : rotatedFiles(m_path));
        if (standing() == before && (marked || i > 1))
            break;
    }
    return opened;
}

/// Of the rotated files those that the earlier run did not read either; the others are read.
QStringList FileSource::findPassedOver() {
    Resumption found = resumption(m_path, *m_resume);
    m_older = found.older;
    m_gone = std::move(found.gone);
    if (found.gap)
        m_gaps.push_back(*std::move(found.gap));
    return found.passedOver;
}

/// Whether all of them can be told again in a later run.
bool FileSource::passOver(const QStringList& files) {
    QStringList others;
    for (const QString& path : files) {
        const auto number = numberOf(path);
        if (std::ranges::none_of(m_parts, [&](const Part& part) { return part.file->number() == number; }))
            others << path;
    }
    m_done = endMarks(others);
    m_passedOver = contentMarks(others);
    return std::ssize(m_passedOver) == others.size();
}

/// The rotated files and that of the name. All at once: the next rotation gives their names to others.
Result<Done> FileSource::openAll() {
    Result<Done> result = Done{};
    for (const QString& path : m_older + QStringList{m_path}) {
        auto file = std::make_unique<LogFile>(path, m_follow && path == m_path);
        if (auto opened = file->open(); !opened) {
            m_mayComeLater = file->mayBeReadLater();
            result = std::move(opened);
            continue;
        }
        const bool twice = std::ranges::any_of(m_parts, [&](const Part& part) {
            return part.file->number() == file->number() && !path.startsWith(u':');
        });
        if (twice)
            continue;
        Part& part = addPart(std::move(file), m_parts.size());
        part.isLive = path == m_path;
        part.mayOverlap = m_parts.size() > 1;
    }
    return result;
}

FileSource::Part& FileSource::addPart(std::unique_ptr<LogFile> file, std::size_t before) {
    if (!m_parts.empty() && before <= m_current)
        ++m_current;
    const auto at = m_parts.insert(m_parts.begin() + static_cast<std::ptrdiff_t>(before), Part());
    at->number = static_cast<int>(m_names.size());
    at->grew = m_clock();
    m_names << baseName(file->path());
    at->file = std::move(file);
    return *at;
}

void FileSource::noteGap(std::uint64_t from, std::uint64_t bytes, QString cause) {
    m_gaps.push_back({.from = from, .bytes = bytes, .cause = std::move(cause)});
}

/// What is not whole now will not be, and who was waited for did not come.
bool FileSource::conclude() {
    m_isUnsettled = m_current < m_parts.size() && m_parts[m_current].file->settle();
    for (const Part& part : m_parts)
        if (part.visited && part.file->isIncomplete())
            noteGap(
                static_cast<std::uint64_t>(part.file->offset()), 0,
                sourceSentence(QT_TRANSLATE_NOOP(
                                   "Source", "%1 is incomplete: the end of the compressed data is missing."))
                    .arg(baseName(part.file->path())));
    if (m_missing && m_names.isEmpty())
        m_trouble = sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 never appeared.")).arg(m_path);
    m_isConcluding = true;
    return true;
}

ReadResult FileSource::read(std::span<char> buffer) {
    if (m_follow && !m_isConcluding && m_clock() - m_lastLook >= lookEvery)
        look();
    if (!m_gaps.empty()) {
        ReadResult told{.status = ReadResult::Status::Skipped, .gap = std::move(m_gaps.front())};
        m_gaps.pop_front();
        return told;
    }
    if (m_isConcluding)
        return std::exchange(m_isUnsettled, false) ? readPart(m_current, buffer)
                                                   : ReadResult{.status = ReadResult::Status::Ended};
    if (auto skipped = passOverDuplicates())
        return *skipped;
    for (std::size_t at = 0; at < m_parts.size(); ++at) {
        if (at != m_current && !hasMore(m_parts[at]))
            continue;
        if (at != m_current)
            return turnTo(at);
        ReadResult result = readPart(at, buffer);
        if (result.status != ReadResult::Status::AtEnd)
            return result;
    }
    return atEnd();
}

/// The files of a set may tell the same lines twice: a copy beside its compressed twin, exports that overlap.
std::optional<ReadResult> FileSource::passOverDuplicates() {
    if (m_current == 0 || m_current >= m_parts.size() || !std::exchange(m_parts[m_current].mayOverlap, false))
        return std::nullopt;
    const Overlap overlap = passOverOverlap(*m_parts[m_current - 1].file, *m_parts[m_current].file);
    if (overlap.bytes == 0)
        return std::nullopt;
    return ReadResult{
        .status = ReadResult::Status::Skipped, .bytes = overlap.bytes, .duplicates = overlap.lines};
}

/// Whether there is something to turn to it for.
bool FileSource::hasMore(Part& part) {
    if (!part.visited || part.isRewritten)
        return true;
    if (!m_follow || m_clock() < part.retry)
        return false;
    if (part.file->isCompressed())
        return part.file->mayGiveMore();
    const auto behind = part.file->size() - static_cast<std::uint64_t>(part.file->offset());
    if (behind > static_cast<std::uint64_t>(part.held))
        return true;
    part.isFinal = part.held > 0 && !part.isLive && isQuiet(part, lineWait);
    return part.isFinal;
}

ReadResult FileSource::turnTo(std::size_t index) {
    Part& left = m_parts[m_current];
    const bool whole = left.file->isCompressed() && !left.file->isIncomplete();
    const bool over = !m_follow || left.isFinal || whole;
    if (over) {
        left.file->endLine();
        left.held = 0;
    } else {
        left.held = left.file->partial();
        left.file->backToLineStart();
    }
    left.isFinal = false;
    m_current = index;
    Part& part = m_parts[index];
    if (!std::exchange(part.visited, true))
        part.grew = m_clock();
    return {.status = ReadResult::Status::Turn, .file = part.number, .over = over};
}

ReadResult FileSource::readPart(std::size_t index, std::span<char> buffer) {
    Part& part = m_parts[index];
    if (m_clock() < part.retry)
        return {.status = ReadResult::Status::Unreadable, .error = {m_trouble}};
    if (!part.isLive)
        part.file->settle();
    const LogFile::Read read = part.file->read(buffer);
    switch (read.status) {
    case LogFile::Read::Status::AtEnd:
        break;
    case LogFile::Read::Status::Rewritten:
        return beginAnew(index);
    case LogFile::Read::Status::Failed:
        return failed(index, read.error);
    case LogFile::Read::Status::Damaged:
        m_trouble = read.error.message;
        return {.status = ReadResult::Status::Skipped,
                .gap = Gap{static_cast<std::uint64_t>(part.file->offset()), 0, m_trouble}};
    case LogFile::Read::Status::Hole:
        return {.status = ReadResult::Status::Skipped,
                .bytes = read.bytes,
                .gap = Gap{static_cast<std::uint64_t>(part.file->offset()) - read.bytes, 0,
                           sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 has a hole of %2 zero bytes."))
                               .arg(baseName(part.file->path()), shownNumber(read.bytes))}};
    case LogFile::Read::Status::Data:
        part.grew = m_clock();
        part.held = 0;
        part.seen = part.file->size();
        if (std::exchange(part.backOff, 0ms) > 0ms)
            m_trouble.clear();
        return {.status = ReadResult::Status::Data, .bytes = read.bytes};
    }
    part.seen = part.file->size();
    // The unfinished line of a file that nobody writes any more.
    if (part.isFinal && index + 1 < m_parts.size())
        return turnTo(m_parts.size() - 1);
    return {.status = ReadResult::Status::AtEnd};
}

/// The disk, the network or the archive does not give more now.
ReadResult FileSource::failed(std::size_t index, const Error& error) {
    Part& part = m_parts[index];
    m_trouble = error.message;
    if (part.file->isCompressed()) {
        if (m_follow)
            return {.status = ReadResult::Status::AtEnd}; // it may still be being written
        if (index + 1 == m_parts.size())
            return {.status = ReadResult::Status::Failed, .error = error};
        noteGap(static_cast<std::uint64_t>(part.file->offset()), 0, error.message);
        return turnTo(index + 1);
    }
    if (part.isLive && part.backOff > 0ms)
        reopen(part);
    part.backOff = std::clamp<Milliseconds>(part.backOff * 2, firstBackOff, longestBackOff);
    if (!m_follow && part.backOff > firstBackOff * (1 << triesOfReport))
        return {.status = ReadResult::Status::Failed, .error = error};
    part.retry = m_clock() + part.backOff;
    return {.status = ReadResult::Status::Unreadable, .error = error};
}

/// A file of a network or a removed disk has to be opened again.
void FileSource::reopen(Part& part) {
    auto again = std::make_unique<LogFile>(m_path, m_follow);
    const ReadMark mark = part.file->mark();
    if (again->open() && (mark.offset == 0 || again->seekBehind(mark)))
        part.file = std::move(again);
}

ReadResult FileSource::atEnd() {
    m_gone.clear(); // who was killed before has to tell of it again
    if (!m_follow && !m_trouble.isEmpty())
        return {.status = ReadResult::Status::Failed, .error = {m_trouble}};
    if (!m_follow || (m_parts.size() == 1 && m_parts.front().file->isSnapshot()))
        return {.status = ReadResult::Status::Ended};
    look();
    if (m_current + 1 < m_parts.size() && !m_parts[m_current + 1].visited)
        return turnTo(m_current + 1);
    if (m_missing)
        return {.status = ReadResult::Status::Missing,
                .error = {sourceSentence(QT_TRANSLATE_NOOP(
                                             "Source", "%1 does not exist; it is read as soon as it does."))
                              .arg(m_path)}};
    if (!m_trouble.isEmpty() && !livePart())
        return {.status = ReadResult::Status::Unreadable, .error = {m_trouble}};
    return {.status = ReadResult::Status::AtEnd};
}

void FileSource::wait(std::chrono::milliseconds timeout) {
    Milliseconds sleep = timeout;
    for (const Part& part : m_parts)
        if (part.retry > m_clock())
            sleep = std::min(sleep, std::max(part.retry - m_clock(), firstBackOff));
    const bool busy = std::ranges::any_of(m_parts, [this](const Part& part) { return !isQuiet(part, 2s); });
    m_watch.wait(m_path, sleep, busy ? pollWhileBusy : pollWhileQuiet);
    m_lastLook = {};
}

std::uint64_t FileSource::position() const {
    std::uint64_t bytes = 0;
    for (const Part& part : m_parts)
        bytes += part.file->position();
    return bytes;
}

std::uint64_t FileSource::size() const {
    std::uint64_t bytes = 0;
    for (const Part& part : m_parts)
        bytes += part.file->size();
    return bytes;
}

std::optional<Microseconds> FileSource::lastModified() const {
    return m_current < m_parts.size() ? m_parts[m_current].file->lastModified() : std::nullopt;
}

Checkpoint FileSource::checkpoint() const {
    if (!m_follow && !m_resume)
        return {};
    const QFileInfo name(m_path);
    Checkpoint place{.read = m_left,
                     .passedOver = m_passedOver,
                     .target = name.isSymLink() ? name.canonicalFilePath() : QString()};
    place.read.insert(place.read.end(), m_gone.begin(), m_gone.end());
    for (const Part& part : m_parts)
        place.read.push_back(contentMark(part.file->mark()));
    return place;
}

bool FileSource::isFile() const {
    const LogFile* const file = m_current < m_parts.size() ? m_parts[m_current].file.get() : nullptr;
    return file && file->isGivenAsItIs() && !file->isSnapshot();
}

QStringList FileSource::files() const {
    return m_names.size() > 1 ? m_names : QStringList();
}

} // namespace derouter
