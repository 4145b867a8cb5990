// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/fields.h"
#include "format/ownedrecord.h"
#include "monitor/knownline.h"
#include "monitor/timeshape.h"

#include <optional>
#include <string>
#include <vector>

namespace derouter {

/// Tells lines of JSON from one that was read in full: the same members in the same order, with the same
/// values but for the time, the request-id, and what says nothing of a request's outcome.
///
/// Invariant: a line that `read` answers would be read in full as a record of the same kind, with that time
/// and that request-id, and one of a failed request as the same record but for these and the duration.
class JsonShortcut {
public:
    /// Learns from a line that was read in full as `record` of this kind and as nothing else. Does nothing
    /// where its time is not exact, or it holds what cannot be compared: false.
    bool learn(std::string_view line, const LogRecord& record, RecordKind kind);
    std::optional<KnownLine> read(std::string_view line);

private:
    enum class Role : std::uint8_t {
        Same,      ///< the value must be the same, and so is part of what stands between others
        Any,       ///< a string where one was, and no object and no list
        Words,     ///< a string in which no error's body stands
        Time,      ///< the record's
        SameShape, ///< digits for digits: a coarser time beside that one
        Id,        ///< the record's request-id
        IdInText,  ///< the same, inside a text, which is the same but for it
        Duration,  ///< of a failed request
        Number,    ///< any
    };
    struct Member {
        std::string before; ///< what stands between the value and the one before it that may differ
        Role role = Role::Any;
        std::string value; ///< as it was first seen
        bool isText = false;

        bool isLike(const Member& other) const;
    };
    struct Form {
        std::vector<Member> members; ///< those whose values may differ
        std::string end;             ///< behind the last one's
        std::optional<TimeShape> time;
        RecordKind kind = RecordKind::Success;
        bool identified = false;
        Field duration = Field::None;       ///< whose value Role::Duration is
        std::optional<OwnedRecord> failure; ///< of a failed request

        /// Whether both take the same lines but for their times.
        bool isLike(const Form& other) const;
    };
    class Learner;
    class Match;

    /// The latest ones.
    struct Forms {
        static constexpr std::size_t most = 16;
        std::vector<Form> all;
        std::size_t last = 0; ///< that fitted; it is asked first
        std::size_t next = 0; ///< to be replaced, once there are as many as there may be

        void add(Form form);
    };

    Forms m_well; ///< of requests that went well, and of others; they are asked first
    Forms m_failed;
};

} // namespace derouter
