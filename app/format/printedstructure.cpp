// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/printedstructure.h"

#include "format/bodylead.h"
#include "format/errortext.h"
#include "format/fields.h"
#include "format/pairedstatus.h"
#include "format/quotation.h"
#include "format/recordbuilder.h"
#include "format/spellings.h"
#include "format/texts.h"

#include <algorithm>
#include <optional>

namespace derouter {

namespace {

constexpr bool isNameChar(char c) {
    return isLetter(c) || isDigit(c) || c == '_';
}

constexpr bool isQuote(char c) {
    return c == '"' || c == '\'';
}

/// How the members of one structure are written.
struct Notation {
    char sign = '=';     ///< between a name and its value
    bool spaced = false; ///< a blank before the value
    bool commas = true;  ///< between members; Go's have blanks
    char bracket = '}';  ///< that ends it
};

struct Member {
    std::string_view name;
    std::string_view value;
};

/// One structure, member by member.
class StructureReader {
public:
    /// `at`: of the bracket that opens it.
    StructureReader(std::string_view text, std::size_t at)
        : m_text(text)
        , m_at(at + 1) {
        const char open = text[at];
        m_notation.bracket = open == '{' ? '}' : open == '(' ? ')' : ']';
    }

    /// Nothing at its end, or where something else stands.
    std::optional<Member> next() {
        m_at = std::min(m_text.find_first_not_of(" ,", m_at), m_text.size());
        const std::size_t sign = signBehindName(m_at);
        if (sign == m_text.npos)
            return std::nullopt;
        if (!m_known)
            learnNotation(sign);
        const auto name = trimmed(m_text.substr(m_at, sign - m_at), " \"'");
        const std::size_t begin = std::min(m_text.find_first_not_of(' ', sign + 1), m_text.size());
        m_at = endOfValue(begin);
        return Member{name, m_text.substr(begin, m_at - begin)};
    }

private:
    /// Where the sign stands that makes a name of the word at `at`; npos where none does.
    std::size_t signBehindName(std::size_t at) const {
        const bool quoted = at < m_text.size() && isQuote(m_text[at]);
        std::size_t end = at + (quoted ? 1 : 0);
        const std::size_t begin = end;
        while (end < m_text.size() && isNameChar(m_text[end]))
            ++end;
        if (end == begin || isDigit(m_text[begin]) ||
            (quoted && m_text.substr(end, 1) != m_text.substr(at, 1)))
            return m_text.npos;
        end += quoted ? 1 : 0;
        const std::size_t sign = std::min(m_text.find_first_not_of(' ', end), m_text.size());
        if (sign == m_text.size())
            return m_text.npos;
        const char c = m_text[sign];
        const bool known =
            m_known ? c == m_notation.sign && (m_text.substr(sign + 1, 1) == " ") == m_notation.spaced
                    : c == '=' || c == ':';
        return known && (c == '=' || sign == end) ? sign : m_text.npos;
    }

    void learnNotation(std::size_t sign) {
        m_known = true;
        m_notation.sign = m_text[sign];
        m_notation.spaced = m_text.substr(sign + 1, 1) == " ";
        const std::size_t behind = m_text.find_first_of(" ,})]", sign + 1);
        m_notation.commas = m_notation.sign == '=' || m_notation.spaced ||
                            m_text.substr(std::min(behind, m_text.size()), 1) == ",";
    }

    std::size_t endOfValue(std::size_t at) const {
        if (at < m_text.size() && isQuote(m_text[at])) {
            const char quote = m_text[at++];
            while (at < m_text.size() && m_text[at] != quote)
                at += m_text[at] == '\\' ? 2 : 1;
            return std::min(at + 1, m_text.size());
        }
        int open = 0;
        for (; at < m_text.size(); ++at) {
            const char c = m_text[at];
            if (open == 0 && (c == m_notation.bracket || endsAt(at)))
                return at;
            open += c == '(' || c == '{' || c == '[' ? 1 : 0;
            open -= open > 0 && (c == ')' || c == '}' || c == ']') ? 1 : 0;
        }
        return m_text.size();
    }

    /// Whether another member follows what stands before `at`: a text may hold commas, too.
    bool endsAt(std::size_t at) const {
        if (m_text[at] != (m_notation.commas ? ',' : ' '))
            return false;
        return signBehindName(std::min(m_text.find_first_not_of(' ', at + 1), m_text.size())) != m_text.npos;
    }

    std::string_view m_text;
    std::size_t m_at;
    Notation m_notation;
    bool m_known = false; ///< the notation is
};

/// Without quotation marks and what says that a value may be absent: Rust's `Some("…")`, Java's
/// `Optional[…]`.
std::string_view plainValue(std::string_view value) {
    value = trimmed(value);
    for (const std::string_view wrapper : {"Some(", "Optional["})
        if (value.starts_with(wrapper))
            value = trimmed(value.substr(wrapper.size()), " )]");
    return present(trimmed(value, " \"'"));
}

/// What a structure tells of a request.
struct ToldRequest {
    int status = 0;
    std::string_view type;
    std::string_view message;
    std::string_view requestId;
    std::string_view model;
};

ToldRequest readStructure(StructureReader reader) {
    ToldRequest told;
    while (const auto member = reader.next()) {
        const auto value = plainValue(member->value);
        switch (stepFor(Place::Root, member->name).field) {
        case Field::Status:
        case Field::StatusCode:
            told.status = told.status > 0 ? told.status : statusFrom(value).value_or(0);
            break;
        case Field::ErrorType:
        case Field::Envelope:
            told.type = value;
            break;
        case Field::Message:
        case Field::ErrorText:
            told.message = value;
            break;
        case Field::RequestId:
            told.requestId = requestIdAt(value);
            break;
        case Field::Model:
            told.model = value;
            break;
        default:
            break;
        }
    }
    return told;
}

/// Whether the words before a structure's bracket, its name among them, lead to what a program reports, and
/// not to a setting or to a text about errors.
bool leadsToStructure(std::string_view before, bool identified) {
    if (quotesSomething(before) || (!identified && !introducesFailure(before)))
        return false;
    auto words = before;
    const auto name = classNameBefore(words, words.find_last_not_of(' ') + 1);
    if (words.ends_with(name) || (!name.empty() && name.front() >= 'A' && name.front() <= 'Z'))
        words = words.substr(0, static_cast<std::size_t>(name.data() - words.data()));
    words = words.substr(0, words.find_last_not_of("&*") + 1); // Go's addresses
    return leadsToRecord(words);
}

} // namespace

bool minePrintedStructure(std::string_view line, RecordBuilder& builder) {
    const bool named =
        contains(line, "_error") || contains(line, "req_") || contains(line, "request_too_large");
    if (!named || (!contains(line, "tatus") && !contains(line, "ode")))
        return false;
    for (std::size_t at = line.find_first_of("{(["); at != line.npos;
         at = line.find_first_of("{([", at + 1)) {
        ToldRequest told = readStructure(StructureReader(line, at));
        if (told.status < 400)
            continue;
        if (!isApiErrorType(told.type) || !goTogether(told.type, told.status))
            told.type = {};
        if (told.type.empty() && told.requestId.empty())
            continue;
        if (!leadsToStructure(line.substr(0, at), !told.requestId.empty()))
            return false;
        builder.takeStatus(told.status, 2);
        builder.take(Field::ErrorType, {Scalar::Kind::String, told.type}, 2);
        builder.takeErrorMessage(told.message, 1);
        builder.takeRequestId(told.requestId);
        if (!told.model.empty())
            builder.take(Field::Model, {Scalar::Kind::String, told.model});
        builder.noteErrorBody();
        return true;
    }
    return false;
}

} // namespace derouter
