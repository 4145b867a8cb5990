// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/logslice.h"

#include "report/redactor.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

/// The last lines of a text.
std::string_view lastLines(std::string_view text, qsizetype count) {
    std::size_t at = text.size();
    for (; count > 0 && at > 0; --count) {
        const std::size_t feed = at > 1 ? text.rfind('\n', at - 2) : text.npos;
        at = feed == text.npos ? 0 : feed + 1;
    }
    return text.substr(at);
}

/// The first lines of it.
std::string_view firstLines(std::string_view text, qsizetype count) {
    std::size_t end = 0;
    for (; count > 0 && end < text.size(); --count)
        end = std::min(text.find('\n', end), text.size() - 1) + 1;
    return text.substr(0, end);
}

/// Whole lines of at most so many bytes.
std::string_view wholeLines(std::string_view text, std::size_t most) {
    return text.size() <= most ? text : text.substr(0, text.rfind('\n', most - 1) + 1);
}

} // namespace

std::vector<SlicePlace> slicePlaces(const Monitor& monitor, std::span<const EventStore::Row> rows,
                                    QStringList& missing) {
    struct Ends {
        EventStore::Row first = 0;
        std::uint64_t from = ~std::uint64_t(0);
        std::uint64_t to = 0;
    };
    const EventStore& events = monitor.events();
    std::map<std::pair<int, int>, Ends> files;
    for (const EventStore::Row row : rows) {
        const Sighted where = events.sightings(row).front();
        Ends& ends = files[{where.source, where.file}];
        if (where.offset < ends.from) {
            ends.from = where.offset;
            ends.first = row;
        }
        ends.to = std::max(ends.to, where.offset + where.bytes);
    }
    std::vector<SlicePlace> places;
    for (const auto& [file, ends] : files) {
        const SourceInfo* const source = monitor.source(file.first);
        const QString name = source ? source->nameOf(file.second) : QString();
        auto place = monitor.placeOf(ends.first);
        std::string record = events.record(ends.first).bytes;
        if (place && !record.empty() && events.isInFile(ends.first))
            places.push_back({name, std::move(*place), std::move(record), ends.to});
        else
            missing << name;
    }
    return places;
}

LogSlice readSlice(const std::vector<SlicePlace>& places) {
    const Redactor redactor({.persons = true, .tags = true});
    LogSlice slice;
    for (const SlicePlace& place : places) {
        const auto around = readSurroundings(place.first, place.record, LogSlice::mostBytes);
        if (!around) {
            slice.missing << place.name;
            continue;
        }
        const std::size_t length = place.end - place.first.offset - place.first.bytes;
        const auto after = std::string_view(around->after);
        const auto within = after.substr(0, std::min(length, after.size()));
        const std::string text = std::string(lastLines(around->before, LogSlice::linesAround)) +
                                 around->record + std::string(within) +
                                 std::string(firstLines(after.substr(within.size()), LogSlice::linesAround));
        const auto kept = wholeLines(text, LogSlice::mostBytes);
        slice.isCut = slice.isCut || kept.size() < text.size() || within.size() < length;
        slice.lines += std::ranges::count(kept, '\n');
        slice.text += Redactor::ownWords(slice.text.isEmpty() ? u"==> "_s : u"\n==> "_s) +
                      redactor.redact(QStringView(place.name)) + Redactor::ownWords(u" <==\n"_s) +
                      redactor.redact(kept);
    }
    return slice;
}

} // namespace derouter
