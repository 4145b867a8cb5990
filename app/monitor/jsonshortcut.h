// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/fields.h"
#include "monitor/knownline.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace derouter {

/// The spelling of a time that a log repeats: the digits of an epoch, or a date with a time of day in one
/// minute and zone.
class TimeShape {
public:
    /// The shape of `text`, which says `time`; nothing where it is none of those.
    static std::optional<TimeShape> of(std::string_view text, Microseconds time);
    /// How fine it is: digits of a fraction of a second.
    std::size_t fractionDigits() const;
    /// The time that a text of this shape says; nothing for other texts.
    std::optional<Microseconds> read(std::string_view text) const;

private:
    std::optional<Microseconds> readEpoch(std::string_view text) const;
    std::optional<Microseconds> readClock(std::string_view text) const;

    std::string m_text;      ///< as it was first seen
    bool m_epoch = false;    ///< digits, perhaps with a point
    Microseconds m_unit = 0; ///< of an epoch without a point
    Microseconds m_minuteBegins = 0;
};

/// Tells lines of JSON from one that was read in full: the same members in the same order, with the same
/// values but for the time, the request-id, and what says nothing of a request's outcome.
///
/// Invariant: a line that `read` answers would be read in full as a record of the same kind, with that time
/// and that request-id.
class JsonShortcut {
public:
    /// Learns from a line that was read in full as `record` of this kind, neither a failure nor without an
    /// exact time. Does nothing where the line holds what cannot be compared.
    void learn(std::string_view line, const LogRecord& record, RecordKind kind);
    std::optional<KnownLine> read(std::string_view line);

private:
    enum class Role : std::uint8_t {
        Same,      ///< the value must be the same
        Any,       ///< a string where one was, and no object and no list
        Time,      ///< the record's
        SameShape, ///< digits for digits: a coarser time beside that one
        Id,        ///< the record's request-id
    };
    struct Member {
        std::string before; ///< what stands between the value and the one before it
        Role role = Role::Any;
        std::string value; ///< as it was first seen
    };
    struct Form {
        std::vector<Member> members;
        std::string end; ///< behind the last value
        std::optional<TimeShape> time;
        RecordKind kind = RecordKind::Success;
        bool identified = false;
    };
    class Learner;

    static std::optional<KnownLine> match(const Form& form, std::string_view line);

    std::array<Form, 8> m_forms; ///< the one that fitted last is asked first
    std::size_t m_last = 0;
    std::size_t m_next = 0; ///< to be replaced
};

} // namespace derouter
