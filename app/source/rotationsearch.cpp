// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/rotationsearch.h"

#include "source/rotatedset.h"

#include <algorithm>
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

std::unique_ptr<LogFile> opened(const Rotated& rotated) {
    for (const QString& name : rotated.names)
        if (auto file = opened(name))
            return file;
    return nullptr;
}

bool holds(const LogFile& file, const ReadMark& mark) {
    LogFile again(file.path());
    return again.open() && again.seekBehind(mark);
}

/// Whether this file was read before. The number alone may have been given to another file since, and a
/// compressed or copied file has a new one.
bool isKnown(const LogFile& file, std::span<const ReadMark> known) {
    const auto sameNumber = [&](const ReadMark& mark) { return mark.number == file.number(); };
    const auto same = [&](const ReadMark& mark) {
        return mark.offset == 0 ? sameNumber(mark) : holds(file, mark);
    };
    return std::ranges::any_of(known | std::views::filter(sameNumber), same) ||
           std::ranges::any_of(known, same);
}

/// Whether a rotation is just copying the live file there.
bool isBeingCopied(LogFile& file, LogFile* live) {
    constexpr qsizetype compared = 1024;
    if (!live)
        return false;
    const QByteArray copy = file.beginning(compared);
    const QByteArray original = live->beginning(compared);
    return copy.isEmpty() ||
           (!original.isEmpty() && (original.startsWith(copy) || copy.startsWith(original)));
}

std::vector<std::unique_ptr<LogFile>> unreadOf(const std::vector<Rotated>& files,
                                               std::span<const ReadMark> known, LogFile* live) {
    std::vector<std::unique_ptr<LogFile>> unread;
    for (const Rotated& rotated : files)
        if (auto file = opened(rotated); file && !isKnown(*file, known) && !isBeingCopied(*file, live))
            unread.push_back(std::move(file));
    return unread;
}

} // namespace

bool isRotated(const QString& path, const ReadMark& mark) {
    const auto files = rotatedNow(path);
    return std::ranges::find(files, mark.number, &Rotated::number) != files.end() || findCopy(path, mark);
}

std::unique_ptr<LogFile> findCopy(const QString& path, const ReadMark& mark) {
    for (const Rotated& rotated : rotatedNow(path) | std::views::reverse)
        for (const QString& name : rotated.names)
            if (auto file = opened(name); file && file->seekBehind(mark))
                return file;
    return nullptr;
}

std::vector<std::unique_ptr<LogFile>> unreadRotated(const QString& path, std::span<const ReadMark> known,
                                                    LogFile* live) {
    constexpr int tries = 8;
    std::vector<std::unique_ptr<LogFile>> unread;
    auto files = rotatedNow(path);
    for (int i = 0; i < tries; ++i) {
        unread = unreadOf(files, known, live);
        // The next rotation may have come in between: names then stood for other files than were listed.
        auto now = rotatedNow(path);
        if (now == files)
            break;
        files = std::move(now);
    }
    return unread;
}

std::vector<ReadMark> endMarks(const QStringList& paths) {
    std::vector<ReadMark> marks;
    for (const QString& path : paths)
        if (const auto file = opened(path))
            marks.push_back(file->endMark());
        else if (const auto number = numberOf(path))
            marks.push_back({.number = *number, .head = {}, .anchor = {}});
    return marks;
}

} // namespace derouter
