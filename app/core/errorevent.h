// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answeredby.h"
#include "core/reporter.h"
#include "core/retryafter.h"
#include "core/timerange.h"

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace derouter {

/// What a failure is counted under: its HTTP status, or one of the two kinds that have none.
struct FailureCode {
    std::uint16_t value =
        0; ///< 0 no response, 200 an error inside a stream that began with 200, else the status

    static constexpr FailureCode noResponse() { return {0}; }
    static constexpr FailureCode inStream() { return {200}; }
    static constexpr FailureCode http(int status) { return {static_cast<std::uint16_t>(status)}; }

    constexpr bool isNoResponse() const { return value == 0; }
    constexpr bool isInStream() const { return value == 200; }
    /// The failing HTTP status, 0 for the two kinds without one.
    constexpr int status() const { return value >= 300 ? value : 0; }

    /// The key of reports: "529", "none" or "stream".
    std::string key() const {
        return isNoResponse() ? "none" : isInStream() ? "stream" : std::to_string(value);
    }

    friend constexpr auto operator<=>(FailureCode, FailureCode) = default;
};

/// Who can end a failure, by the guide.
enum class WhoseMove : std::uint8_t { You, DeRouter, Provider, Unknown };
inline constexpr int whoseMoveCount = 4;

/// The key of reports: "you", "derouter", "provider", "unknown".
constexpr std::string_view key(WhoseMove move) {
    constexpr std::string_view keys[] = {"you", "derouter", "provider", "unknown"};
    return keys[static_cast<int>(move)];
}

/// On what a classification rests; a set of flags.
struct Evidence {
    bool status = false;
    bool type = false;
    bool message = false;
    bool contradiction = false; ///< status and type do not go together in the guide

    friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// Where a source speaks of a failure.
struct Sighted {
    int source = -1;                       ///< SourceId
    int file = 0;                          ///< of SourceInfo::files, when the source has several
    std::uint64_t line = 0;                ///< first line of the record, counted from 1 in its file
    std::uint64_t offset = 0;              ///< of the record's first byte in the file, unpacked
    std::uint64_t bytes = 0;               ///< of the whole record
    std::optional<Microseconds> time = {}; ///< the record's own, by this source's clock
};

/// One record that reports a failed DeRouter request, with its own copies of the texts.
struct Sighting {
    std::optional<Microseconds> time;
    TimeQuality timeQuality = TimeQuality::None;
    FailureCode code;
    WhoseMove move = WhoseMove::Unknown;
    AnsweredBy answeredBy = AnsweredBy::Unstated;
    std::uint16_t reportedStatus = 0; ///< what a wrapper made of the code; 0 when it made nothing of it
    Evidence evidence;
    std::optional<bool> streamed;
    RetryAfter retryAfter;
    std::int64_t durationMicros = -1;
    std::string_view cause; ///< id in the guide, static storage
    std::string type;
    std::string errorCode; ///< OpenAI's `error.code` when it is a word
    std::string message;
    std::string requestId;
    std::string key; ///< the API key with which it was asked, masked as by `maskedKey()`; empty: not known
    Reporter reporter = Reporter::Program;
    std::string attemptId;     ///< the client's own name of the try
    std::string retryOf;       ///< of the call's first try
    std::uint16_t attempt = 0; ///< counted from 1; 0 when not stated
    std::uint64_t partOf = 0;  ///< what it belongs to, by a name of the log's own; 0: not known
    std::uint64_t whole = 0;   ///< such a name: it ends that of which failed parts were told; 0: it does not
    std::uint32_t form = 0;    ///< how the record is made, whatever it tells; 0: not known
    std::uint32_t wording = 0; ///< by which logger and in which words it says that something failed; 0: none
    std::uint32_t lines = 1;   ///< of the record
    bool toldOften = false;    ///< its program tells of a failure several times, in the same words
    bool goesOn = false;       ///< tells more of the failure that the source told last
    std::uint64_t order = 0;   ///< among the records of requests of its source, counted from 1
    bool statesStatus = true;  ///< else it is for another record to tell with which the answer began
    std::string model;
    std::string method;
    std::string path;
    std::string addresses; ///< of the network that an access line names, where a proxy's error log may tell
                           ///< more of the request; a blank between them
    std::string
        raw; ///< the record's bytes, cut at `maxRawBytes`; empty when the pipeline was told not to keep them
    Sighted where;
    bool isInFile = false; ///< `raw` can be read again as it stands, in the file, at `where`

    static constexpr std::size_t maxRawBytes = 64 * 1024;
};

/// One failed request, each once, however many records speak of it.
///
/// The texts are views into the event store: good until the store changes.
struct ErrorEvent {
    std::optional<Microseconds> time;
    TimeQuality timeQuality = TimeQuality::None;
    FailureCode code;
    WhoseMove move = WhoseMove::Unknown;
    AnsweredBy answeredBy = AnsweredBy::Unstated;
    std::uint16_t reportedStatus = 0; ///< what a wrapper made of the code; 0 when it made nothing of it
    Evidence evidence;
    std::optional<bool> streamed;
    RetryAfter retryAfter;
    std::int64_t durationMicros = -1;
    std::string_view cause; ///< id in the guide
    std::string_view type;
    std::string_view errorCode;
    std::string_view message;
    std::string_view requestId;
    std::string_view key; ///< the API key, masked: "sk-ant-…x7Qf"; empty: not known
    std::string_view model;
    std::string_view method;
    std::string_view path;
    int source = -1;        ///< SourceId of the first sighting
    int file = 0;           ///< of the first sighting
    std::uint64_t line = 0; ///< of the first sighting
    std::uint32_t sightings = 1;
    std::uint32_t call = 0;    ///< failures with one number are tries of one call; 0: no other try is known
    std::uint16_t attempt = 0; ///< which try, counted from 1; 0: not known
};

} // namespace derouter
