// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/keyvalues.h"

#include "format/bodylead.h"
#include "format/errortext.h"
#include "format/fields.h"
#include "format/loggedobject.h"
#include "format/looseobject.h"
#include "format/pairedstatus.h"
#include "format/printedrequest.h"
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
            } else if (m_text[end] == '\'' && equals != m_text.npos && end == equals + 1) { // Python's repr
                const std::size_t close = m_text.find('\'', end + 1);
                end = close == m_text.npos ? end : close;
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
        if (word.value.size() >= 2 && word.value.front() == '\'') {
            word.value = word.value.substr(1, word.value.find('\'', 1) - 1);
            word.quoted = true;
        }
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

/// What a pair means behind nginx's usual short label of the upstream's status; microseconds have the same.
Field fieldOfLabel(std::string_view key, std::string_view value, Field known) {
    const bool status = key == "us" && (value == "-" || lastStatusOf(value) > 0);
    return status ? Field::UpstreamStatus : known;
}

/// `key=value` pairs of a line of text, and a request before its target.
void readPairs(std::string_view line, RecordBuilder& builder) {
    Words words(line);
    std::string_view before;
    std::string_view type; // is any record's, but beside a failed request of an API its error's
    for (Word word; words.next(word); before = word.value) {
        if (word.key.empty()) {
            const bool target = word.value.starts_with('/') || word.value.starts_with("http");
            if (isUsualMethod(before) && target) {
                builder.take(Field::Method, {Scalar::Kind::String, before});
                builder.take(Field::Path, {Scalar::Kind::String, trimmed(word.value, ":,;")});
            }
            continue;
        }
        // Of short labels only where a status was told: alone they may be anything.
        const Field known = stepFor(Place::Root, word.key).field;
        const Field field = builder.record().status > 0 ? fieldOfLabel(word.key, word.value, known) : known;
        type = field == Field::Envelope ? trimmed(word.value, ",;'\"") : type;
        if (field == Field::None || field == Field::Envelope)
            continue;
        std::string_view value = word.quoted ? word.value : trimmed(word.value, ",;");
        if (word.quoted && value.find('\\') != value.npos)
            value = builder.keep(unescaped(value));
        const bool number = !word.quoted && isNumber(value);
        const bool boolean = value == "true" || value == "false";
        builder.take(field, {number    ? Scalar::Kind::Number
                             : boolean ? Scalar::Kind::Boolean
                                       : Scalar::Kind::String,
                             value});
    }
    const LogRecord& record = builder.record();
    if (record.status < 400 || !isApiErrorType(type))
        return;
    const bool together = goTogether(type, record.status);
    const bool ofRequest = !record.path.empty() || !findRequestId(line).empty();
    const auto lead = line.substr(0, static_cast<std::size_t>(type.data() - line.data()));
    // Where no request is told of, none but an AI API fails so.
    const bool ofApi = together && !record.isAddressed() && introducesFailure(lead);
    if (ofApi)
        builder.noteErrorBody();
    if (ofApi || (ofRequest && (together || isTypeOfGuide(type))))
        builder.take(Field::ErrorType, {Scalar::Kind::String, type});
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
        !words.next(in) || !words.next(elapsed) || !words.next(unit) || !isUsualMethod(method.value) ||
        !target.value.starts_with('/') || verb.value != "responded" || in.value != "in" || unit.value != "ms")
        return false;
    builder.take(Field::Method, {Scalar::Kind::String, method.value});
    builder.take(Field::Path, {Scalar::Kind::String, target.value});
    builder.take(Field::Status, {Scalar::Kind::Number, status.value});
    builder.take(Field::DurationMilliseconds, {Scalar::Kind::Number, elapsed.value});
    return true;
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
        const Field field = fieldOfLabel(word.key, word.value, fieldForVariable(word.key));
        if (field != Field::Status && field != Field::Time)
            builder.take(field, {Scalar::Kind::String, word.value});
    }
}

std::string_view readKeyValues(std::string_view line, RecordBuilder& builder) {
    if (readServedRequest(line, builder))
        return line;
    const auto words = readLoggedObject(line, builder);
    readRequestBeforeObject(line, builder);
    readPairs(words, builder);
    return words;
}

void readTrailingObject(std::string_view line, RecordBuilder& builder) {
    const LoggedObject logged = loggedObject(line);
    if (logged && !logged.words.ends_with(": ") && !isErrorBody(logged.object))
        readLooseObject(logged.object, Place::Root, builder, 0);
}

} // namespace derouter
