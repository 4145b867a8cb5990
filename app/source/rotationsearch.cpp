// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/rotationsearch.h"

#include "source/rotatedset.h"

#include <algorithm>
#include <array>
#include <ranges>

namespace derouter {

namespace {

std::unique_ptr<LogFile> opened(const QString& path) {
    auto file = std::make_unique<LogFile>(path);
    return file->open() ? std::move(file) : nullptr;
}

/// The names of one rotated file: while it is being compressed, both stand there. The plain one first.
struct Rotated {
    QStringList names;
    std::optional<FileNumber> number; ///< of the first name

    friend bool operator==(const Rotated&, const Rotated&) = default;
};

std::vector<Rotated> rotatedNow(const QString& path) {
    std::vector<Rotated> all;
    for (const QString& name : rotatedFiles(path)) {
        const bool twin = !all.empty() && name.startsWith(all.back().names.first() + u'.');
        if (twin)
            all.back().names << name;
        else
            all.push_back({{name}, numberOf(name)});
    }
    return all;
}

/// Why not is said in `refused` when that may change.
std::unique_ptr<LogFile> opened(const Rotated& rotated, std::optional<Error>& refused) {
    for (const QString& name : rotated.names) {
        auto file = std::make_unique<LogFile>(name);
        const auto opened = file->open();
        if (opened)
            return file;
        if (file->mayBeReadLater() && numberOf(name))
            refused = opened.error();
    }
    return nullptr;
}

/// Whether nothing stands behind the place that was gone to.
bool isAtEnd(LogFile& file) {
    std::array<char, 4096> next;
    return file.isCompressed() ? file.read(next).status != LogFile::Read::Status::Data
                               : file.size() <= static_cast<std::uint64_t>(file.offset());
}

/// Whether one of them holds the mark's content and nothing else.
bool isThere(const ReadMark& mark, const std::vector<Rotated>& present) {
    return std::ranges::any_of(present, [&mark](const Rotated& rotated) {
        const auto file = opened(rotated.names.first());
        return file && file->seekBehind(mark) && isAtEnd(*file);
    });
}

/// Whether the mark was told of the file or of one that it is a copy of. A file that goes further than the
/// whole of another only begins alike; unless that one grew when nobody read it any more, and was then
/// compressed.
bool holds(LogFile& file, const ReadMark& mark, const std::vector<Rotated>& present) {
    bool endsThere = false;
    if (file.isGivenAsItIs()) {
        if (!file.holds(mark))
            return false;
        endsThere = file.size() <= static_cast<std::uint64_t>(mark.offset);
    } else {
        LogFile again(file.path());
        if (!again.open() || again.number() != file.number() || !again.seekBehind(mark))
            return false;
        endsThere = isAtEnd(again);
    }
    if (!mark.isWhole || mark.number == file.number() || endsThere)
        return true;
    return file.isCompressed() && mark.isClosed &&
           std::ranges::find(present, mark.number, &Rotated::number) == present.end() &&
           !isThere(mark, present);
}

/// Whether this file was read before. The number alone may have been given to another file since, and a
/// compressed or copied file has a new one.
bool isKnown(LogFile& file, std::span<const ReadMark> known, const std::vector<Rotated>& present) {
    const auto sameNumber = [&](const ReadMark& mark) { return mark.number == file.number(); };
    const auto same = [&](const ReadMark& mark) {
        return mark.offset == 0 ? sameNumber(mark) : holds(file, mark, present);
    };
    return std::ranges::any_of(known | std::views::filter(sameNumber), same) ||
           std::ranges::any_of(known, same);
}

/// Whether a rotation is just copying the live file there.
bool isBeingCopied(LogFile& file, LogFile* live) {
    constexpr qsizetype compared = 64 * 1024;
    if (!live || live->isCompressed())
        return false;
    if (!file.isCompressed())
        return live->holds(file.endMark());
    return live->beginning(compared).startsWith(file.beginning(compared));
}

/// A rotated file, open; null where it could not be opened.
struct OpenRotated {
    std::unique_ptr<LogFile> file;
    std::optional<Error> refused{};
};

std::vector<OpenRotated> openAll(const std::vector<Rotated>& files) {
    std::vector<OpenRotated> all;
    for (const Rotated& rotated : files) {
        OpenRotated& each = all.emplace_back();
        each.file = opened(rotated, each.refused);
    }
    return all;
}

UnreadFiles unreadOf(std::vector<OpenRotated> all, const std::vector<Rotated>& files,
                     std::span<const ReadMark> known, LogFile* live) {
    UnreadFiles unread;
    bool behindLive = false;
    for (std::size_t at = 0; at < all.size(); ++at) {
        auto& [file, refused] = all[at];
        behindLive = behindLive || (live && files[at].number == live->number());
        const bool isMarked = std::ranges::find(known, files[at].number, &ReadMark::number) != known.end();
        if (refused && !isMarked)
            unread.refused = std::move(refused);
        if (file && !isKnown(*file, known, files) && !isBeingCopied(*file, live))
            unread.files.push_back({std::move(file), behindLive});
    }
    return unread;
}

} // namespace

bool isRotated(const QString& path, const ReadMark& mark) {
    const auto files = rotatedNow(path);
    return std::ranges::find(files, mark.number, &Rotated::number) != files.end() || findCopy(path, mark);
}

std::unique_ptr<LogFile> findCopy(const QString& path, const ReadMark& mark,
                                  std::span<const ReadMark> known) {
    const auto files = rotatedNow(path);
    for (const Rotated& rotated : files | std::views::reverse)
        for (const QString& name : rotated.names)
            if (auto file = opened(name); file && !isKnown(*file, known, files) && file->seekBehind(mark))
                return file;
    return nullptr;
}

/// All are opened before anything of them is compared, which takes longer: a rotation in between gives the
/// names to other files than were listed.
UnreadFiles unreadRotated(const QString& path, std::span<const ReadMark> known, LogFile* live) {
    constexpr int tries = 8;
    auto files = rotatedNow(path);
    auto all = openAll(files);
    for (int i = 0; i < tries; ++i) {
        auto now = rotatedNow(path);
        if (now == files)
            break;
        files = std::move(now);
        all = openAll(files);
    }
    return unreadOf(std::move(all), files, known, live);
}

std::vector<ReadMark> endMarks(const QStringList& paths) {
    std::vector<ReadMark> marks;
    for (const QString& path : paths)
        if (const auto file = opened(path))
            marks.emplace_back(file->endMark()).isClosed = true;
        else if (const auto number = numberOf(path))
            marks.push_back({.number = *number, .head = {}, .anchor = {}});
    return marks;
}

} // namespace derouter
