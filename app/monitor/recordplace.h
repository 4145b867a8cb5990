// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errorevent.h"
#include "core/sourcespec.h"

#include <functional>
#include <string>
#include <string_view>

namespace derouter {

/// Where a record stands in a file or a text: a value by which any thread can read it again.
struct RecordPlace {
    SourceSpec spec;  ///< of a File or a Text
    QString fileName; ///< of the file when it was read; it may have another by now
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;

    RecordPlace(const SourceInfo& source, const Sighted& where);
    friend bool operator==(const RecordPlace& one, const RecordPlace& other) {
        return one.spec.path == other.spec.path && one.spec.text == other.spec.text &&
               one.fileName == other.fileName && one.offset == other.offset && one.bytes == other.bytes;
    }
};

/// The bytes that stand there in the first file of which `is` says that they are the record; nothing when
/// none is. It takes a few small reads.
std::string readRecord(const RecordPlace& place, const std::function<bool(std::string_view)>& is);

/// A record with whole lines before and behind it, as they stand.
struct Surroundings {
    std::string before;
    std::string record;
    std::string after;
};

/// The same with at most so many bytes on either side. `record`: the record as a reader gave it.
std::optional<Surroundings> readSurroundings(const RecordPlace& place, std::string_view record,
                                             std::size_t most);

/// A record as readers give it: without its last line end, the others plain, at most Sighting::maxRawBytes.
std::string plainRecord(std::string_view bytes);

} // namespace derouter
