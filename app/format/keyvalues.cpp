// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/keyvalues.h"

#include "format/errortext.h"
#include "format/fields.h"
#include "format/looseobject.h"
#include "format/quotation.h"
#include "format/recordbuilder.h"
#include "format/spellings.h"
#include "format/texts.h"

#include <algorithm>
#include <string>

namespace derouter {

namespace {

struct Word {
    std::string_view key;   ///< empty when the word is no pair
    std::string_view value; ///< without its quotes
    bool quoted = false;
};

/// Words separated by blanks; quotes keep a value together.
class Words {
public:
    explicit Words(std::string_view text)
        : m_text(text) {}

    bool next(Word& word) {
        m_at = std::min(m_text.find_first_not_of(" \t", m_at), m_text.size());
        if (m_at == m_text.size())
            return false;
        std::size_t end = m_at;
        std::size_t equals = m_text.npos;
        while (end < m_text.size() && m_text[end] != ' ' && m_text[end] != '\t') {
            if (m_text[end] == '"') {
                const std::size_t close = closingQuote(m_text, end + 1);
                end = close == m_text.npos ? m_text.size() - 1 : close;
            } else if (m_text[end] == '=' && equals == m_text.npos) {
                equals = end;
            }
            ++end;
        }
        word.key = equals == m_text.npos ? std::string_view() : m_text.substr(m_at, equals - m_at);
        const std::size_t begin = equals == m_text.npos ? m_at : equals + 1;
        word.value = m_text.substr(begin, end - begin);
        word.quoted = word.value.size() >= 2 && word.value.front() == '"' && word.value.back() == '"';
        if (word.quoted)
            word.value = word.value.substr(1, word.value.size() - 2);
        m_at = end;
        return true;
    }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

bool isNumber(std::string_view text) {
    return !text.empty() &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

bool isMethod(std::string_view word) {
    constexpr std::string_view methods[] = {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"};
    return std::ranges::find(methods, word) != std::end(methods);
}

/// `key=value` pairs of a line of text, and a request before its target.
void readPairs(std::string_view line, RecordBuilder& builder) {
    Words words(line);
    std::string_view before;
    for (Word word; words.next(word); before = word.value) {
        if (word.key.empty()) {
            const bool target = word.value.starts_with('/') || word.value.starts_with("http");
            if (isMethod(before) && target) {
                builder.take(Field::Method, {Scalar::Kind::String, before});
                builder.take(Field::Path, {Scalar::Kind::String, trimmed(word.value, ":,;")});
            }
            continue;
        }
        const Field field = stepFor(Place::Root, word.key).field;
        if (field == Field::None || field == Field::Envelope)
            continue;
        std::string_view value = word.value;
        if (word.quoted && value.find('\\') != value.npos)
            value = builder.keep(unescaped(value));
        const bool number = !word.quoted && isNumber(value);
        const bool boolean = value == "true" || value == "false";
        builder.take(field, {number    ? Scalar::Kind::Number
                             : boolean ? Scalar::Kind::Boolean
                                       : Scalar::Kind::String,
                             value});
    }
}

/// Behind the object that `text` begins with; its size when it stays open.
std::size_t endOfObject(std::string_view text) {
    int open = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '"')
            at = std::min(closingQuote(text, at + 1), text.size() - 1);
        open += text[at] == '{' ? 1 : text[at] == '}' ? -1 : 0;
        if (open == 0)
            return at + 1;
    }
    return text.size();
}

/// In JSON, or in Ruby's spelling.
bool beginsObject(std::string_view line, std::size_t at) {
    const auto behind = line.substr(at + 1, 1);
    return at > 1 && (line[at - 1] == ' ' || line[at - 1] == '\t') && (behind == "\"" || behind == ":");
}

/// A colon or an equals sign, but for the one that ends what Ruby's logger puts before a message.
bool introducesQuotation(std::string_view words) {
    return words.ends_with('=') || (words.ends_with(':') && !words.ends_with("-- :"));
}

/// Where the last of zap's columns begins, an object that was cut off; npos when there is none.
std::size_t cutObject(std::string_view line) {
    const std::size_t at = line.find("\t{\"");
    const bool last = at != line.npos && line.find('\t', at + 1) == line.npos;
    return last && endOfObject(line.substr(at + 1)) == line.size() - at - 1 ? at + 1 : line.npos;
}

/// Where the object begins that ends the line; npos when there is none. What a colon or an equals sign leads
/// to is quoted: a prompt, a request's options.
std::size_t objectAtEnd(std::string_view line) {
    while (line.ends_with(' ') || line.ends_with("[]"))
        line.remove_suffix(line.ends_with(' ') ? 1 : 2);
    if (!line.ends_with('}'))
        return cutObject(line);
    for (std::size_t at = line.find('{'); at < line.size(); at = line.find('{', at)) {
        if (!beginsObject(line, at)) {
            ++at;
            continue;
        }
        if (introducesQuotation(line.substr(0, at - 1)))
            return line.npos;
        const std::size_t end = at + endOfObject(line.substr(at));
        if (end == line.size())
            return at;
        at = end; // a body, and its members behind it
    }
    return line.npos;
}

/// Serilog's line about a request that ASP.NET served: `HTTP POST /v1/messages responded 529 in 412.3 ms`.
bool readServedRequest(std::string_view line, RecordBuilder& builder) {
    const std::size_t answer = line.find(" responded ");
    const std::size_t begin = line.rfind("HTTP ", answer);
    if (answer == line.npos || begin == line.npos)
        return false;
    Words words(line.substr(begin + 5));
    Word method, target, verb, status, in, elapsed, unit;
    if (!words.next(method) || !words.next(target) || !words.next(verb) || !words.next(status) ||
        !words.next(in) || !words.next(elapsed) || !words.next(unit) || !isMethod(method.value) ||
        !target.value.starts_with('/') || verb.value != "responded" || in.value != "in" || unit.value != "ms")
        return false;
    builder.take(Field::Method, {Scalar::Kind::String, method.value});
    builder.take(Field::Path, {Scalar::Kind::String, target.value});
    builder.take(Field::Status, {Scalar::Kind::Number, status.value});
    builder.take(Field::DurationMilliseconds, {Scalar::Kind::Number, elapsed.value});
    return true;
}

/// An error's body at the end of other words was looked at as such, and found to be quoted; a member called
/// `error` may be a text.
bool isQuotedBody(std::string_view object) {
    if (!isErrorBody(object))
        return false;
    const auto value = trimmed(object.substr(std::min(object.find(':') + 1, object.size())));
    return !object.starts_with(R"({"error":)") || value.starts_with('{');
}

} // namespace

void readAccessTail(std::string_view tail, RecordBuilder& builder) {
    if (tail.find('=') == tail.npos && tail.find("req_") == tail.npos)
        return; // the common line: sizes, referrer, user agent
    Words words(tail);
    for (Word word; words.next(word);) {
        if (word.key.empty()) {
            builder.takeRequestId(findRequestId(word.value));
            continue;
        }
        const Field field = fieldForVariable(word.key);
        if (field != Field::Status && field != Field::Time)
            builder.take(field, {Scalar::Kind::String, word.value});
    }
}

void readKeyValues(std::string_view line, RecordBuilder& builder) {
    if (readServedRequest(line, builder))
        return;
    if (const std::size_t object = objectAtEnd(line); object != line.npos) {
        if (!isQuotedBody(line.substr(object)) && !quotesSomething(line.substr(0, object)))
            readLooseObject(line.substr(object), Place::Root, builder, 0);
        line = line.substr(0, object);
    }
    readPairs(line, builder);
}

void readTrailingObject(std::string_view line, RecordBuilder& builder) {
    const std::size_t object = objectAtEnd(line);
    if (object != line.npos && !isErrorBody(line.substr(object)))
        readLooseObject(line.substr(object), Place::Root, builder, 0);
}

} // namespace derouter
