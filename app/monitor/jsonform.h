// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/fields.h"
#include "format/ownedrecord.h"
#include "format/texts.h"
#include "monitor/knownline.h"
#include "monitor/timeshape.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace derouter {

/// The form of a line of JSON that was read in full: the members and, of each, what its value may be in a
/// line of which the same is known.
class JsonForm {
public:
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
        bool varies = false; ///< another value was seen

        bool isLike(const Member& other) const;
        /// Its value may differ and be told by comparing alone where it does not.
        bool mayBeUsual() const { return role == Role::Any || role == Role::Words || role == Role::Number; }
    };
    struct Pattern {
        std::vector<Member> members; ///< those whose values may differ
        std::string end;             ///< behind the last one's
    };

    Pattern pattern;
    std::optional<TimeShape> time;
    RecordKind kind = RecordKind::Success;
    bool identified = false;
    bool addressed = false;             ///< see KnownLine::isAddressed
    Field duration = Field::None;       ///< whose value Role::Duration is
    std::optional<OwnedRecord> failure; ///< of a failed request

    /// Whether both take the same lines but for their times.
    bool isLike(const JsonForm& other) const;
    /// Goes on with what `other`, which is like this one, has learnt of values that vary.
    void inherit(const JsonForm& other);
    /// What the line tells; nothing where it is of another form.
    std::optional<KnownLine> read(std::string_view line);

private:
    class Match;

    void noteVaried(std::string_view line);
    void joinUsual();

    /// The pattern with the values that have not varied so far as a part of what stands around them: most
    /// lines are compared in fewer and longer pieces.
    Pattern m_usual;
};

/// What request-ids are written in.
inline constexpr ByteSet idBytes("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_");

/// In microseconds; -1 where the value is none in the field's unit.
std::int64_t durationOf(Field field, std::string_view value);

} // namespace derouter
