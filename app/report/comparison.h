// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errorevent.h"
#include "monitor/eventstore.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace derouter {

namespace guide {
struct Cause;
}

/// The two parts of the logs that are compared.
enum class Era : std::uint8_t { Before, Now };

/// What fails in one part of the logs against another: a line for each code, cause and shape of message. A
/// plain value; texts are as the log has them.
struct Comparison {
    /// How large a part is. Two parts are compared by their requests where both know them, else by their
    /// lengths, else by their counts as they stand.
    struct Part {
        std::optional<std::uint64_t> requests{}; ///< failed or not
        Microseconds length = 0;                 ///< 0: not known
        std::uint64_t failures = 0;
    };
    enum class Basis : std::uint8_t { Requests, Length, Counts };
    enum class Change : std::uint8_t { New, More, Fewer, Gone, Same };
    struct Line {
        FailureCode code;
        const guide::Cause* cause = nullptr; ///< never null
        WhoseMove move = WhoseMove::Unknown;
        std::string message{};                   ///< the first one of its shape
        std::array<std::uint64_t, 2> failures{}; ///< by Era
        Change change = Change::Same;
    };

    std::array<Part, 2> parts{}; ///< by Era
    Basis basis = Basis::Counts;
    /// One part tells no message at all, as access logs do: what the other one tells is no change. Then each
    /// line is a code.
    bool isByCode = false;
    std::vector<Line> lines{}; ///< by Change, the most frequent first

    std::size_t count(Change change) const;
};

/// Takes failures one by one, so that whoever has many of them may pause between.
class ComparisonCount {
public:
    explicit ComparisonCount(const EventStore& events)
        : m_events(events) {}

    void take(Era era, EventStore::Row row);
    /// `before` and `now` tell how large the parts are; their failures are those that were taken.
    Comparison result(Comparison::Part before, Comparison::Part now) const;

private:
    /// Code, cause and number of the shape.
    using Key = std::tuple<FailureCode, std::string_view, std::size_t>;

    std::size_t shapeOf(std::string_view message);
    std::vector<Comparison::Line> linesByCode() const;

    const EventStore& m_events;
    std::unordered_map<std::string, std::size_t> m_shapes;
    std::unordered_map<std::string, std::size_t> m_messages; ///< those seen before
    std::map<Key, Comparison::Line> m_lines;
    std::array<bool, 2> m_haveMessages{};
    std::array<std::uint64_t, 2> m_failures{};
};

} // namespace derouter
