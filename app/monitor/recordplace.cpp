// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/recordplace.h"

#include "source/rawfile.h"
#include "source/rotatedset.h"

#include <QFileInfo>

#include <algorithm>
#include <optional>

namespace derouter {

namespace {

/// Of one record: as much as is shown of it, and the ends of its lines.
constexpr std::uint64_t mostRead = Sighting::maxRawBytes + 16 * 1024;
/// A log may have been renamed since, but it is not looked for for long.
constexpr qsizetype mostFiles = 8;

/// Bytes of a file, or of a text.
class Bytes {
public:
    explicit Bytes(const QByteArray& text)
        : m_text(text) {}
    explicit Bytes(const QString& path) {
        if (QFileInfo(path).isFile()) // a pipe would wait for its writer
            m_file.emplace(path);
        if (m_file && !m_file->open())
            m_file.reset();
    }

    std::string read(std::uint64_t offset, std::uint64_t bytes) {
        if (!m_file)
            return m_text.mid(static_cast<qsizetype>(offset), static_cast<qsizetype>(bytes)).toStdString();
        std::string read(bytes, '\0');
        const std::int64_t count = m_file->readAt(static_cast<std::int64_t>(offset), read);
        read.resize(static_cast<std::size_t>(std::max<std::int64_t>(count, 0)));
        return read;
    }

private:
    QByteArray m_text;
    std::optional<RawFile> m_file;
};

/// Where a file of the source may be now, first where it was.
QStringList placesOf(const RecordPlace& place) {
    QStringList places = place.spec.older;
    places.prepend(place.spec.path);
    for (const QString& rotated : rotatedFiles(place.spec.path))
        if (!places.contains(rotated))
            places << rotated;
    std::ranges::stable_partition(
        places, [&](const QString& path) { return QFileInfo(path).fileName() == place.fileName; });
    return places.first(std::min(places.size(), mostFiles));
}

/// What `read` makes of the first that holds the record; nothing when none does.
template <typename Read>
auto readFirst(const RecordPlace& place, const std::function<bool(std::string_view)>& is, const Read& read)
    -> std::optional<decltype(read(std::declval<Bytes&>(), std::string()))> {
    const auto tried = [&](Bytes&& bytes) -> decltype(readFirst(place, is, read)) {
        std::string record = bytes.read(place.offset, std::min(place.bytes, mostRead));
        return is(record) ? std::optional(read(bytes, std::move(record))) : std::nullopt;
    };
    if (place.spec.kind == SourceSpec::Kind::Text)
        return tried(Bytes(place.spec.text));
    for (const QString& path : placesOf(place))
        if (auto found = tried(Bytes(path)))
            return found;
    return std::nullopt;
}

} // namespace

RecordPlace::RecordPlace(const SourceInfo& source, const Sighted& where)
    : spec(source.spec)
    , fileName(source.nameOf(where.file))
    , offset(where.offset)
    , bytes(where.bytes) {}

std::string readRecord(const RecordPlace& place, const std::function<bool(std::string_view)>& is) {
    return readFirst(place, is, [](Bytes&, std::string record) { return record; }).value_or(std::string());
}

std::optional<Surroundings> readSurroundings(const RecordPlace& place, std::string_view record,
                                             std::size_t most) {
    const auto is = [&](std::string_view bytes) { return !bytes.empty() && plainRecord(bytes) == record; };
    return readFirst(place, is, [&](Bytes& bytes, std::string found) {
        const std::uint64_t begin = place.offset - std::min<std::uint64_t>(place.offset, most);
        Surroundings around{.before = bytes.read(begin, place.offset - begin),
                            .record = std::move(found),
                            .after = bytes.read(place.offset + place.bytes, most)};
        if (begin > 0) // in the middle of a line
            around.before.erase(0, std::min(around.before.find('\n'), around.before.size() - 1) + 1);
        if (around.after.size() == most)
            around.after.erase(around.after.rfind('\n') + 1);
        return around;
    });
}

std::string plainRecord(std::string_view bytes) {
    if (bytes.ends_with('\n'))
        bytes.remove_suffix(1);
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size(); ++at)
        if (const bool last = at + 1 == bytes.size(); bytes[at] != '\r' || (!last && bytes[at + 1] != '\n'))
            text += bytes[at];
    text.resize(std::min(text.size(), Sighting::maxRawBytes));
    return text;
}

} // namespace derouter
