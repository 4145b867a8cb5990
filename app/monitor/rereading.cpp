// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/monitorprivate.h"

#include "source/rawfile.h"
#include "source/rotatedset.h"

#include <QFileInfo>

#include <algorithm>

// Records that memory does not hold any more.

namespace derouter {

namespace {

/// Of one record: as much as is shown of it, and the ends of its lines.
constexpr std::size_t mostRead = Sighting::maxRawBytes + 16 * 1024;
/// A log may have been renamed since, but it is not looked for for long.
constexpr qsizetype mostFiles = 8;

std::string readRange(const QString& path, std::uint64_t offset, std::size_t bytes) {
    RawFile file(path);
    std::string read(bytes, '\0');
    if (!QFileInfo(path).isFile() || !file.open()) // a pipe would wait for its writer
        return {};
    const std::int64_t count = file.readAt(static_cast<std::int64_t>(offset), read);
    read.resize(static_cast<std::size_t>(std::max<std::int64_t>(count, 0)));
    return read;
}

/// Where a file of the source may be now, first where it was.
QStringList placesOf(const SourceInfo& source, int file) {
    QStringList places = source.spec.older;
    places.prepend(source.spec.path);
    for (const QString& rotated : rotatedFiles(source.spec.path))
        if (!places.contains(rotated))
            places << rotated;
    const QString name = source.nameOf(file);
    std::ranges::stable_partition(places,
                                  [&](const QString& path) { return QFileInfo(path).fileName() == name; });
    return places.first(std::min(places.size(), mostFiles));
}

} // namespace

/// What stands there now may be another record: EventStore knows its own.
std::string Monitor::Private::readAgain(const Sighted& where, const EventStoreOptions::IsRecord& is) const {
    const auto source = std::ranges::find(infos, where.source, &SourceInfo::id);
    if (source == infos.end())
        return {};
    const std::size_t bytes = static_cast<std::size_t>(std::min<std::uint64_t>(where.bytes, mostRead));
    if (source->spec.kind == SourceSpec::Kind::Text)
        return source->spec.text.mid(static_cast<qsizetype>(where.offset), static_cast<qsizetype>(bytes))
            .toStdString();
    for (const QString& path : placesOf(*source, where.file))
        if (std::string read = readRange(path, where.offset, bytes); is(read))
            return read;
    return {};
}

} // namespace derouter
