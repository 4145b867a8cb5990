// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/jsonshortcut.h"

#include "format/spellings.h"
#include "format/texts.h"

#include <algorithm>

namespace derouter {

namespace {

constexpr auto npos = std::string_view::npos;

/// Behind the quotation mark that closes the string that opens at `at`.
std::size_t behindString(std::string_view text, std::size_t at) {
    for (std::size_t close = text.find('"', at + 1); close != npos; close = text.find('"', close + 1)) {
        std::size_t backslashes = 0;
        while (text[close - 1 - backslashes] == '\\')
            ++backslashes;
        if (backslashes % 2 == 0)
            return close + 1;
    }
    return npos;
}

/// Behind a number, `true`, `false` or `null`.
std::size_t behindWord(std::string_view text, std::size_t at) {
    while (at < text.size() &&
           (isDigit(text[at]) || isLetter(text[at]) || text[at] == '.' || text[at] == '-' || text[at] == '+'))
        ++at;
    return at;
}

/// Behind an object or a list.
std::size_t behindContainer(std::string_view text, std::size_t at) {
    int open = 0;
    do {
        if (text[at] == '"') {
            at = behindString(text, at);
            continue;
        }
        open += text[at] == '{' || text[at] == '[' ? 1 : text[at] == '}' || text[at] == ']' ? -1 : 0;
        ++at;
    } while (open > 0 && at < text.size());
    return open == 0 ? at : npos;
}

/// Behind a string or a word; npos where another value stands.
std::size_t behindScalar(std::string_view text, std::size_t at) {
    if (at < text.size() && text[at] == '"')
        return behindString(text, at);
    const std::size_t end = behindWord(text, at);
    return end > at ? end : npos;
}

std::string_view unquoted(std::string_view value) {
    return value.size() >= 2 && value.front() == '"' ? value.substr(1, value.size() - 2) : value;
}

bool haveOneShape(std::string_view one, std::string_view other) {
    return std::ranges::equal(one, other,
                              [](char a, char b) { return a == b || (isDigit(a) && isDigit(b)); });
}

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

} // namespace

std::optional<TimeShape> TimeShape::of(std::string_view text, Microseconds time) {
    TimeShape shape;
    shape.m_text = text;
    const std::size_t point = std::min(text.find('.'), text.size());
    const bool epoch = std::ranges::count_if(text, isDigit) + (point < text.size() ? 1 : 0) ==
                       static_cast<std::ptrdiff_t>(text.size());
    if (epoch) {
        shape.m_epoch = true;
        shape.m_unit = point == 10 ? microsecondsPerSecond : point == 13 ? 1000 : point == 16 ? 1 : 0;
        if (shape.m_unit == 0 || (point < text.size() && (point != 10 || text.size() > 17)))
            return std::nullopt;
    } else {
        const bool clock = text.size() > 19 && text[4] == '-' && text[13] == ':' && text[16] == ':' &&
                           isDigit(text[17]) && isDigit(text[18]);
        if (!clock)
            return std::nullopt;
        const auto begin = shape.readClock(text); // of a minute that begins at zero
        if (!begin)
            return std::nullopt;
        shape.m_minuteBegins = time - *begin;
    }
    return shape.read(text) == time ? std::optional(shape) : std::nullopt;
}

std::optional<Microseconds> TimeShape::read(std::string_view text) const {
    return m_epoch ? readEpoch(text) : readClock(text);
}

std::size_t TimeShape::fractionDigits() const {
    const std::size_t point = m_text.find_first_of(".,");
    if (m_epoch && point == npos)
        return m_text.size() - 10;
    std::size_t digits = 0;
    while (point != npos && point + 1 + digits < m_text.size() && isDigit(m_text[point + 1 + digits]))
        ++digits;
    return digits;
}

std::optional<Microseconds> TimeShape::readEpoch(std::string_view text) const {
    constexpr std::size_t sameDigits = 3; // 115 days; epochs of other centuries are none
    if (!haveOneShape(text, m_text) || text.substr(0, sameDigits) != m_text.substr(0, sameDigits))
        return std::nullopt;
    Microseconds whole = 0;
    std::size_t at = 0;
    for (; at < text.size() && text[at] != '.'; ++at)
        whole = whole * 10 + (text[at] - '0');
    whole *= m_unit;
    Microseconds unit = microsecondsPerSecond;
    for (++at; at < text.size(); ++at) {
        unit /= 10;
        whole += (text[at] - '0') * unit;
    }
    return whole;
}

/// `2026-11-20T09:14:` as it was, then the seconds and the zone as it was.
std::optional<Microseconds> TimeShape::readClock(std::string_view text) const {
    constexpr std::size_t seconds = 17;
    if (text.size() != m_text.size() ||
        text.substr(0, seconds) != std::string_view(m_text).substr(0, seconds) || !isDigit(text[seconds]) ||
        !isDigit(text[seconds + 1]) || text[seconds] > '5')
        return std::nullopt;
    Microseconds within = ((text[seconds] - '0') * 10 + text[seconds + 1] - '0') * microsecondsPerSecond;
    std::size_t at = seconds + 2;
    if (text[at] == '.' || text[at] == ',') {
        Microseconds unit = microsecondsPerSecond;
        for (++at; at < text.size() && isDigit(text[at]) && isDigit(m_text[at]); ++at) {
            unit /= 10;
            within += (text[at] - '0') * unit;
        }
    }
    if (text.substr(at) != std::string_view(m_text).substr(at))
        return std::nullopt;
    return m_minuteBegins + within;
}

/// Takes a line apart by what its members mean.
class JsonShortcut::Learner {
public:
    Learner(std::string_view line, const LogRecord& record, RecordKind kind)
        : m_line(line)
        , m_record(record) {
        m_form.kind = kind;
    }

    std::optional<Form> learn() {
        if (!readObject(Place::Root, 0) || !m_form.time || m_unclear ||
            (m_record.requestId.empty() == m_form.identified))
            return std::nullopt;
        skipBlanks();
        if (m_at < m_line.size())
            return std::nullopt; // another object
        m_form.end = m_line.substr(m_literal);
        return std::move(m_form);
    }

private:
    static constexpr int deepest = 6;

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
            if (!readValue(stepFor(place, name), depth))
                return false;
        }
        ++m_at;
        return true;
    }

    bool readValue(const Step& step, int depth) {
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
        const auto role = container ? Role::Same : roleOf(step, value);
        m_form.members.push_back(
            {std::string(m_line.substr(m_literal, begin - m_literal)), role, std::string(value)});
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
        if (!readValue(step, deepest))
            return false;
        ++m_at;
        return true;
    }

    Role roleOf(const Step& step, std::string_view value) {
        const bool text = value.front() == '"';
        if (step.field == Field::None)
            return step.isNothing() || step.place == Place::Unknown || !text ? Role::Any : Role::Same;
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
        // Of a request that names its address and its end well words are not read.
        if (step.field == Field::Message && text && m_record.status > 0 && !m_record.path.empty())
            return Role::Any;
        return Role::Same;
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
        for (Member& member : m_form.members)
            member.role = member.role == Role::Time ? Role::SameShape : member.role;
        m_form.time = std::move(shape);
        return Role::Time;
    }

    std::string_view m_line;
    const LogRecord& m_record;
    std::size_t m_at = 0;
    std::size_t m_literal = 0; ///< behind the last value
    Form m_form;
    bool m_unclear = false;
};

void JsonShortcut::learn(std::string_view line, const LogRecord& record, RecordKind kind) {
    if (!line.starts_with('{') || record.timeQuality != TimeQuality::Exact)
        return;
    auto form = Learner(line, record, kind).learn();
    if (!form)
        return;
    m_last = m_next;
    m_forms[m_next] = std::move(*form);
    m_next = (m_next + 1) % m_forms.size();
}

std::optional<KnownLine> JsonShortcut::read(std::string_view line) {
    for (std::size_t tried = 0; tried < m_forms.size(); ++tried) {
        const std::size_t at = (m_last + tried) % m_forms.size();
        if (m_forms[at].members.empty())
            continue;
        if (const auto known = match(m_forms[at], line)) {
            m_last = at;
            return known;
        }
    }
    return std::nullopt;
}

/// Looks at the members one by one; what costs more, at the end.
std::optional<KnownLine> JsonShortcut::match(const Form& form, std::string_view line) {
    std::string_view time;
    std::string_view id;
    std::size_t at = 0;
    for (const Member& member : form.members) {
        if (!line.substr(at).starts_with(member.before))
            return std::nullopt;
        at += member.before.size();
        if (member.role == Role::Same) {
            if (!line.substr(at).starts_with(member.value))
                return std::nullopt;
            at += member.value.size();
            continue;
        }
        const std::size_t end = behindScalar(line, at);
        if (end == npos || (line[at] == '"') != (member.value.front() == '"'))
            return std::nullopt;
        const auto value = line.substr(at, end - at);
        at = end;
        if (member.role == Role::Time)
            time = unquoted(value);
        else if (member.role == Role::SameShape && !haveOneShape(value, member.value))
            return std::nullopt;
        else if (member.role == Role::Id && !id.empty() && id != unquoted(value))
            return std::nullopt;
        else if (member.role == Role::Id)
            id = unquoted(value);
    }
    const auto when = line.substr(at) == form.end ? form.time->read(time) : std::nullopt;
    if (!when || (form.identified && requestIdAt(id) != id))
        return std::nullopt;
    return KnownLine{.kind = form.kind, .time = *when, .requestId = id};
}

} // namespace derouter
