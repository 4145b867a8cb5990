// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/jsonform.h"

#include "format/duration.h"
#include "format/spellings.h"
#include "format/texts.h"
#include "monitor/jsontext.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace derouter {

namespace {

constexpr auto npos = std::string_view::npos;

constexpr std::uint64_t everyByte(std::uint64_t byte) {
    return byte * 0x0101010101010101;
}

/// The highest bit of each byte that is not zero.
constexpr std::uint64_t nonZero(std::uint64_t bytes) {
    return (((bytes & everyByte(0x7f)) + everyByte(0x7f)) | bytes) & everyByte(0x80);
}

/// Not zero in each byte that is no digit. Behind bytes beyond ASCII a digit may be taken for none.
constexpr std::uint64_t noDigits(std::uint64_t bytes) {
    const std::uint64_t values = bytes ^ everyByte('0');
    return (values | (values + everyByte(6))) & everyByte(0xf0);
}

/// Whether both are the same but for digits. Eight bytes at a time, as most texts are times.
bool haveOneShape(std::string_view one, std::string_view other) {
    if (one.size() != other.size())
        return false;
    std::size_t at = 0;
    for (; at + 8 <= one.size(); at += 8) {
        std::uint64_t a = 0;
        std::uint64_t b = 0;
        std::memcpy(&a, one.data() + at, 8);
        std::memcpy(&b, other.data() + at, 8);
        if ((nonZero(a ^ b) & nonZero(noDigits(a) | noDigits(b))) != 0)
            return false;
    }
    return std::ranges::equal(one.substr(at), other.substr(at),
                              [](char a, char b) { return a == b || (isDigit(a) && isDigit(b)); });
}

} // namespace

std::int64_t durationOf(Field field, std::string_view value) {
    switch (field) {
    case Field::DurationSeconds:
        return durationFrom(value, 1e6);
    case Field::DurationMilliseconds:
        return durationFrom(value, 1e3);
    case Field::DurationMicroseconds:
        return durationFrom(value, 1);
    case Field::DurationNanoseconds:
        return durationFrom(value, 1e-3);
    default:
        return durationFrom(value, durationUnit(value));
    }
}

bool JsonForm::Member::isLike(const Member& other) const {
    const bool shaped = role == Role::Time || role == Role::SameShape;
    return before == other.before && role == other.role && isText == other.isText &&
           (!shaped || haveOneShape(value, other.value)) &&
           (role != Role::Id || value.size() == other.value.size());
}

bool JsonForm::isLike(const JsonForm& other) const {
    return kind == other.kind && identified == other.identified && addressed == other.addressed &&
           duration == other.duration && pattern.end == other.pattern.end &&
           std::ranges::equal(pattern.members, other.pattern.members, &Member::isLike);
}

/// Looks at what differs between a line and a form, one after the other; what costs more, at the end.
class JsonForm::Match {
public:
    Match(const JsonForm& form, std::string_view line)
        : m_form(form)
        , m_line(line) {}

    std::optional<KnownLine> find(const Pattern& pattern) {
        for (const Member& member : pattern.members)
            if (!isLiteral(member.before) || !takes(member))
                return std::nullopt;
        if (!isLiteral(pattern.end) || m_at != m_line.size())
            return std::nullopt;
        const auto when = m_form.time->read(m_time);
        if (!when || (m_form.identified && (m_id.empty() || requestIdAt(m_id) != m_id)))
            return std::nullopt;
        return KnownLine{.kind = m_form.kind,
                         .time = *when,
                         .isAddressed = m_form.addressed,
                         .requestId = m_id,
                         .durationMicros = m_duration,
                         .failure = m_form.failure ? &m_form.failure->record() : nullptr};
    }

private:
    bool isLiteral(std::string_view text) {
        if (m_line.size() - m_at < text.size() ||
            std::memcmp(m_line.data() + m_at, text.data(), text.size()) != 0)
            return false;
        m_at += text.size();
        return true;
    }

    bool takes(const Member& member) {
        if (member.role == Role::IdInText) {
            const std::size_t end = idBytes.endOfRun(m_line, m_at);
            return takeId(m_line.substr(m_at, end - m_at), end);
        }
        if (m_at == m_line.size() || (m_line[m_at] == '"') != member.isText)
            return false;
        const std::size_t end = behindScalar(m_line, m_at);
        if (end == npos)
            return false;
        const auto value = m_line.substr(m_at, end - m_at);
        switch (member.role) {
        case Role::Any:
        case Role::Same:
            break;
        case Role::Words:
            if (contains(value, "rror") && contains(value, "{"))
                return false;
            break;
        case Role::Time:
            m_time = unquoted(value);
            break;
        case Role::SameShape:
            if (!haveOneShape(value, member.value))
                return false;
            break;
        case Role::Id:
        case Role::IdInText:
            return takeId(unquoted(value), end);
        case Role::Number:
            if (!isNumber(unquoted(value)))
                return false;
            break;
        case Role::Duration:
            if (!isNumber(value) || (m_form.duration == Field::Duration && // whose unit the value shows
                                     durationUnit(value) != durationUnit(member.value)))
                return false;
            m_duration = durationOf(m_form.duration, value);
            break;
        }
        m_at = end;
        return true;
    }

    /// Of all places the same; of a failure as long as the other's, for short ones may be another service's.
    bool takeId(std::string_view id, std::size_t end) {
        if ((!m_id.empty() && id != m_id) ||
            (m_form.failure && id.size() != m_form.failure->record().requestId.size()))
            return false;
        m_id = id;
        m_at = end;
        return true;
    }

    const JsonForm& m_form;
    const std::string_view m_line;
    std::size_t m_at = 0;
    std::string_view m_time;
    std::string_view m_id;
    std::int64_t m_duration = -1;
};

void JsonForm::inherit(const JsonForm& other) {
    for (std::size_t at = 0; at < pattern.members.size(); ++at)
        pattern.members[at].varies = other.pattern.members[at].varies;
}

std::optional<KnownLine> JsonForm::read(std::string_view line) {
    if (m_usual.end.empty())
        joinUsual();
    const bool isUsual = m_usual.members.size() < pattern.members.size();
    if (isUsual)
        if (const auto known = Match(*this, line).find(m_usual))
            return known;
    const auto known = Match(*this, line).find(pattern);
    if (known && isUsual)
        noteVaried(line);
    return known;
}

/// Of a line of this form.
void JsonForm::noteVaried(std::string_view line) {
    std::size_t at = 0;
    for (Member& member : pattern.members) {
        at += member.before.size();
        const std::size_t end =
            member.role == Role::IdInText ? idBytes.endOfRun(line, at) : behindScalar(line, at);
        member.varies = member.varies || line.substr(at, end - at) != member.value;
        at = end;
    }
    joinUsual();
}

void JsonForm::joinUsual() {
    m_usual = {};
    std::string literal;
    for (const Member& member : pattern.members) {
        literal += member.before;
        if (member.mayBeUsual() && !member.varies) {
            literal += member.value;
            continue;
        }
        m_usual.members.push_back(member);
        m_usual.members.back().before = std::exchange(literal, {});
    }
    m_usual.end = literal + pattern.end;
}

} // namespace derouter
