// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/jsonshortcut.h"

#include "format/spellings.h"
#include "format/texts.h"
#include "monitor/jsontext.h"

#include <algorithm>
#include <utility>

namespace derouter {

namespace {

constexpr auto npos = std::string_view::npos;

bool isTime(Field field) {
    return field == Field::Time || field == Field::TimeFallback;
}

bool isId(Field field) {
    return field == Field::RequestId || field == Field::ProxyRequestId || field == Field::ResponseRequestId;
}

bool isDuration(Field field) {
    return field == Field::Duration || field == Field::DurationSeconds ||
           field == Field::DurationMilliseconds || field == Field::DurationMicroseconds ||
           field == Field::DurationNanoseconds || field == Field::UpstreamDuration;
}

/// Whether a failed request's record is the line's alone: nothing of it comes from others or from the time,
/// and its texts do not name the id.
bool standsAlone(const LogRecord& record) {
    const bool names = !record.requestId.empty() && contains(record.message, record.requestId);
    return record.status >= 400 && record.openStatus == 0 && !record.goesOn && !record.answerWithoutStatus &&
           record.callUrl.empty() && record.attempt.id.empty() && record.attempt.retryOf.empty() &&
           !record.retryAfter.isStated() && !names;
}

} // namespace

/// Takes a line apart by what its members mean.
class JsonShortcut::Learner {
    using Role = JsonForm::Role;
    using Member = JsonForm::Member;

public:
    Learner(std::string_view line, const LogRecord& record, RecordKind kind)
        : m_line(line)
        , m_record(record)
        , m_failed(kind == RecordKind::Failure) {
        m_form.kind = kind;
        m_form.addressed = record.isAddressed();
        if (m_failed)
            m_form.failure.emplace(record);
    }

    std::optional<JsonForm> learn() {
        if (!readObject(Place::Root, 0) || !m_form.time || m_unclear ||
            (m_record.requestId.empty() == m_form.identified) ||
            (m_failed && (m_record.durationMicros < 0) != (m_form.duration == Field::None)))
            return std::nullopt;
        skipBlanks();
        if (m_at < m_line.size())
            return std::nullopt; // another object
        m_form.pattern.end = m_line.substr(m_literal);
        joinLiterals();
        return std::move(m_form);
    }

private:
    static constexpr int deepest = 6;

    /// What has to be the same is compared in one piece; where it names the id of a failed request, the id
    /// may differ.
    void joinLiterals() {
        std::vector<Member> differing;
        std::string literal;
        const auto add = [&](Role role, const std::string& value, bool isText) {
            differing.push_back({std::exchange(literal, {}), role, value, isText});
        };
        const auto addSame = [&](std::string_view text) {
            const std::string_view id = m_failed ? m_record.requestId : std::string_view();
            std::size_t at = id.empty() ? npos : text.find(id);
            for (; at != npos; at = text.find(id)) {
                literal += text.substr(0, at);
                add(Role::IdInText, {}, false);
                text.remove_prefix(at + id.size());
            }
            literal += text;
        };
        for (const Member& member : m_form.pattern.members) {
            literal += member.before;
            if (member.role == Role::Same)
                addSame(member.value);
            else
                add(member.role, member.value, member.isText);
        }
        m_form.pattern.end.insert(0, literal);
        m_form.pattern.members = std::move(differing);
    }

    bool at(char c) const { return m_at < m_line.size() && m_line[m_at] == c; }

    void skipBlanks() {
        while (m_at < m_line.size() && isBlank(m_line[m_at]))
            ++m_at;
    }

    bool readObject(Place place, int depth) {
        ++m_at;
        for (skipBlanks(); !at('}'); skipBlanks()) {
            if (at(',')) {
                ++m_at;
                skipBlanks();
            }
            const std::size_t key = m_at;
            if (!at('"') || (m_at = behindString(m_line, m_at)) == npos)
                return false;
            const auto name = m_line.substr(key + 1, m_at - key - 2);
            skipBlanks();
            if (!at(':') || name.find('\\') != npos)
                return false;
            ++m_at;
            skipBlanks();
            if (!readValue(stepFor(place, name), place, depth))
                return false;
        }
        ++m_at;
        return true;
    }

    bool readValue(const Step& step, Place place, int depth) {
        if (m_at >= m_line.size())
            return false;
        const bool container = at('{') || at('[');
        if (at('{') && step.enter && depth < deepest)
            return readObject(step.place, depth + 1);
        if (at('[') && !step.isNothing())
            return readList(step); // it may hold records
        const std::size_t begin = m_at;
        const std::size_t end = container ? behindContainer(m_line, m_at) : behindScalar(m_line, m_at);
        if (end == npos)
            return false;
        const auto value = m_line.substr(begin, end - begin);
        // An object of another name may be the failed call as a whole.
        const bool mayBeRead = m_failed && place == Place::Unknown;
        const auto role = container || mayBeRead ? Role::Same : roleOf(step, value);
        m_form.pattern.members.push_back({std::string(m_line.substr(m_literal, begin - m_literal)), role,
                                          std::string(value), value.front() == '"'});
        m_at = m_literal = end;
        return true;
    }

    /// Of one string, as in headers: it is read as the string alone is.
    bool readList(const Step& step) {
        const std::size_t begin = m_at + 1;
        const std::size_t end =
            m_line.substr(begin).starts_with('"') ? behindString(m_line, begin) : std::string_view::npos;
        if (step.enter || end == npos || !m_line.substr(end).starts_with(']'))
            return false;
        m_at = begin;
        if (!readValue(step, Place::Root, deepest))
            return false;
        ++m_at;
        return true;
    }

    Role roleOf(const Step& step, std::string_view value) {
        const bool text = value.front() == '"';
        if (step.field == Field::None || namesTrace(step.field))
            return step.isNothing() || step.place == Place::Unknown || !text ? Role::Any : Role::Same;
        if (m_failed && !isTime(step.field) && !isId(step.field))
            return roleInFailure(step, value);
        if (isTime(step.field))
            return roleOfTime(step.field, unquoted(value));
        if (isId(step.field) && !m_record.requestId.empty() && unquoted(value) == m_record.requestId) {
            m_form.identified = true;
            return Role::Id;
        }
        // Under the name of one, as a text, may stand a time.
        const auto plain = unquoted(value);
        const bool number = !plain.empty() && isDigit(plain.front());
        if (isDuration(step.field) && number && (!text || step.field != Field::DurationSeconds))
            return Role::Any;
        if (step.field == Field::Model && text)
            return Role::Any;
        // Of a request that names its address and its end well a body alone is read.
        if (step.field == Field::Message && text && m_record.status > 0 && !m_record.path.empty())
            return Role::Words;
        return Role::Same;
    }

    /// What is known by its name may be told of a failure.
    Role roleInFailure(const Step& step, std::string_view value) {
        const bool text = value.front() == '"';
        if (step.field == Field::UpstreamDuration && isNumber(unquoted(value)))
            return Role::Number; // beside the request's own it says only that there was an answer
        if (!isDuration(step.field) || step.field == Field::UpstreamDuration)
            return Role::Same;
        const std::int64_t duration = durationOf(step.field, value); // zero is so in every unit
        m_unclear = m_unclear || text || m_form.duration != Field::None || duration == 0 ||
                    duration != m_record.durationMicros;
        m_form.duration = step.field;
        return Role::Duration;
    }

    Role roleOfTime(Field field, std::string_view text) {
        if (field != Field::Time)
            return Role::SameShape;
        const Microseconds time = *m_record.time;
        auto shape = TimeShape::of(text, time);
        // One that says another time may in another line be the record's.
        m_unclear = m_unclear || (!shape && !TimeShape::of(text, floorDivide(time, microsecondsPerSecond) *
                                                                     microsecondsPerSecond));
        if (!shape || (m_form.time && m_form.time->fractionDigits() >= shape->fractionDigits()))
            return Role::SameShape;
        // The finer one is the record's.
        for (Member& member : m_form.pattern.members)
            member.role = member.role == Role::Time ? Role::SameShape : member.role;
        m_form.time = std::move(shape);
        return Role::Time;
    }

    std::string_view m_line;
    const LogRecord& m_record;
    std::size_t m_at = 0;
    std::size_t m_literal = 0; ///< behind the last value
    const bool m_failed;
    JsonForm m_form;
    bool m_unclear = false;
};

bool JsonShortcut::learn(std::string_view line, const LogRecord& record, RecordKind kind) {
    const bool failed = kind == RecordKind::Failure;
    if (!line.starts_with('{') || record.timeQuality != TimeQuality::Exact ||
        (failed && !standsAlone(record)))
        return false;
    auto form = Learner(line, record, kind).learn();
    if (!form)
        return false;
    (failed ? m_failed : m_well).add(std::move(*form));
    return true;
}

/// In the place of one that was the same in another minute, where there is one.
void JsonShortcut::Forms::add(JsonForm form) {
    const auto found = std::ranges::find_if(all, [&form](const JsonForm& each) { return each.isLike(form); });
    if (found == all.end() && all.size() < most) {
        last = all.size();
        all.push_back(std::move(form));
        return;
    }
    if (found != all.end())
        form.inherit(*found);
    last = found != all.end() ? static_cast<std::size_t>(found - all.begin())
                              : std::exchange(next, (next + 1) % most);
    all[last] = std::move(form);
}

std::optional<KnownLine> JsonShortcut::read(std::string_view line) {
    for (Forms* forms : {&m_well, &m_failed})
        for (std::size_t tried = 0; tried < forms->all.size(); ++tried) {
            const std::size_t at = (forms->last + tried) % forms->all.size();
            if (const auto known = forms->all[at].read(line)) {
                forms->last = at;
                return known;
            }
        }
    return std::nullopt;
}

} // namespace derouter
