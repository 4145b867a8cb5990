// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/answerlines.h"

#include "format/errortext.h"
#include "format/looseobject.h"
#include "format/pairedstatus.h"
#include "format/quotation.h"
#include "format/recordbuilder.h"
#include "format/spellings.h"
#include "format/texts.h"

#include <algorithm>
#include <array>

namespace derouter {

namespace {

using Part = AnswerLine::Part;

constexpr std::size_t longestName = 26;

/// The letters of a name in small ones: `Response_Status-Code` as `responsestatuscode`.
struct Name {
    std::array<char, longestName> letters = {};
    std::size_t size = 0;

    std::string_view view() const { return {letters.data(), size}; }
};

/// Nothing where the words are no name.
Name nameOf(std::string_view words) {
    Name name;
    for (const char c : words) {
        if (isLetter(c))
            name.letters[name.size++] = static_cast<char>(c | 0x20);
        else if (c != ' ' && c != '_' && c != '-')
            return {};
    }
    return name;
}

/// `answer` is of the name `response`, which may name any part of it.
Part partNamed(std::string_view name, bool& answer) {
    constexpr std::string_view statuses[] = {"status",         "statuscode",         "httpstatus",
                                             "httpstatuscode", "httpcode",           "responsestatus",
                                             "responsecode",   "responsestatuscode", "httpresponsecode",
                                             "httperror",      "errorstatus",        "httpresponsestatus"};
    constexpr std::string_view headers[] = {"headers", "responseheaders", "httpheaders",
                                            "httpresponseheaders"};
    constexpr std::string_view bodies[] = {
        "body",      "responsebody", "responsetext",    "responsecontent", "content",
        "errorbody", "responsejson", "rawresponse",     "errorresponse",   "responsedata",
        "httpbody",  "apiresponse",  "httpresponsebody"};
    constexpr std::string_view ids[] = {"requestid", "xrequestid", "apirequestid"};
    answer = name == "response" || name == "httpresponse";
    if (answer || isOneOf(name, bodies))
        return Part::Body;
    if (isOneOf(name, statuses))
        return Part::Status;
    if (isOneOf(name, headers))
        return Part::Headers;
    return isOneOf(name, ids) ? Part::RequestId : Part::None;
}

/// Whether only what goes with a status stands behind it: its reason, `(Too Many Requests)`, or pairs.
bool mayFollowStatus(std::string_view behind) {
    if (behind.empty())
        return true;
    if (behind.front() != ' ' && behind.front() != ',')
        return false;
    if (behind == ",") // a member's of an object
        return false;
    behind = trimmed(behind, " ,");
    if (behind.starts_with('(') && behind.ends_with(')'))
        behind = behind.substr(1, behind.size() - 2);
    if (isReason(behind))
        return true;
    for (auto rest = behind; !rest.empty();) {
        const auto word = rest.substr(0, rest.find(' '));
        const std::size_t equals = word.find('=');
        if (equals == 0 || equals == word.npos)
            return false;
        rest = trimmed(rest.substr(word.size()));
    }
    return true;
}

bool isStatus(std::string_view value) {
    const auto status = threeDigits(value);
    return status && *status >= 100 && *status < 600 && mayFollowStatus(value.substr(3));
}

/// Without what Python puts before bytes.
std::string_view withoutBytesMark(std::string_view value) {
    return value.substr(value.starts_with("b'{") || value.starts_with("b\"{") ? 2 : 0);
}

bool fits(Part part, std::string_view value) {
    switch (part) {
    case Part::Status:
        return isStatus(value);
    case Part::Headers:
        return value.empty() || value.starts_with('{') || value.starts_with("Headers(") ||
               value.starts_with("HTTPHeaderDict(");
    case Part::Body:
        return value.empty() || value == "{" || isErrorBody(withoutBytesMark(value));
    case Part::RequestId:
        return !requestIdAt(value).empty() && value.find_first_of(" {") == value.npos;
    case Part::None:
        return false;
    }
    return false;
}

/// What the lines of a text told so far.
struct Told {
    int status = 0;
    bool raised = false; ///< the status, by what threw it
    std::string_view body;
    std::string_view id;
    std::string_view type; ///< of the guide's, under its own name
    std::string_view said;
};

/// `Error type: overloaded_error`, `Message: Overloaded`: what such a block tells instead of a body.
void takeWord(std::string_view line, Told& told) {
    constexpr std::string_view types[] = {"type", "errortype"};
    constexpr std::string_view messages[] = {"message", "errormessage", "msg"};
    line = trimmed(line);
    const std::size_t mark = line.substr(0, longestName + 1).find_first_of(":=");
    if (mark == line.npos || mark < 3 || !isLetter(line.front()))
        return;
    const Name name = nameOf(line.substr(0, mark));
    const auto value = trimmed(line.substr(mark + 1), " \t\"'");
    if (told.type.empty() && isOneOf(name.view(), types) && isTypeOfGuide(value))
        told.type = value;
    else if (told.said.empty() && isOneOf(name.view(), messages))
        told.said = value;
}

void takeWords(const Told& told, RecordBuilder& builder) {
    if (!told.type.empty() && !goTogether(told.type, told.status))
        return;
    if (!told.type.empty())
        builder.take(Field::ErrorType, {Scalar::Kind::String, told.type}, 1);
    if (!told.said.empty())
        builder.takeErrorMessage(told.said, 1);
}

void takeHeaderLines(std::string_view text, RecordBuilder& builder) {
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        if (!isHeaderLine(line))
            return;
        const std::size_t colon = line.find(':');
        const Step step = builder.stepOf(Place::Headers, line.substr(0, colon));
        if (step.field != Field::None)
            builder.take(step.field, {Scalar::Kind::String, trimmed(line.substr(colon + 1))});
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
}

/// `below`: the lines behind this one.
void take(const AnswerLine& line, std::string_view below, Told& told, RecordBuilder& builder) {
    switch (line.part) {
    case Part::Status:
        told.status = threeDigits(line.value).value_or(0);
        break;
    case Part::Headers:
        if (const std::size_t open = line.value.find('{'); open != line.value.npos)
            readLooseObject(line.value.substr(open), Place::Headers, builder, 0);
        else
            takeHeaderLines(below, builder);
        break;
    case Part::Body: {
        // The object may go over lines, or begin below its name.
        const auto whole = std::string_view(
            line.value.data(), static_cast<std::size_t>(below.data() + below.size() - line.value.data()));
        const auto body = withoutBytesMark(trimmed(line.value.empty() ? below : whole));
        if (told.body.empty() && isErrorBody(body))
            told.body = body;
        break;
    }
    case Part::RequestId:
        told.id = line.value;
        break;
    case Part::None:
        break;
    }
}

/// What the lines are the message of, where .NET's SDKs had no body to tell.
bool isThrownByDotNet(std::string_view text) {
    constexpr std::string_view thrown = "ClientResultException: Service request failed";
    const std::size_t at = text.find(thrown);
    return at != text.npos && !quotesSomething(text.substr(0, at));
}

} // namespace

AnswerLine answerLine(std::string_view line) {
    line = trimmed(line);
    const std::size_t mark = line.substr(0, longestName + 1).find_first_of(":=");
    if (mark == line.npos || mark < 4 || !isLetter(line.front()))
        return {};
    bool answer = false;
    Part part = partNamed(nameOf(line.substr(0, mark)).view(), answer);
    const auto value = trimmed(line.substr(mark + 1));
    if (answer && isStatus(value))
        part = Part::Status;
    if (!fits(part, value))
        return {};
    return {part, value.empty() ? line.substr(line.size()) : value};
}

/// Whether a failing status stands behind a mark.
static bool mayTellStatus(std::string_view line) {
    for (std::size_t at = line.find_first_of(":="); at != line.npos; at = line.find_first_of(":=", at + 1)) {
        const std::size_t value = line.find_first_not_of(' ', at + 1);
        if (value != line.npos && (line[value] == '4' || line[value] == '5') &&
            threeDigits(line.substr(value)))
            return true;
    }
    return false;
}

std::optional<int> statusAboveReason(std::string_view line, std::string_view below) {
    constexpr std::size_t size = 5; // "(429)"
    if (!below.starts_with("Reason:") || !line.ends_with(')') || line.size() < size)
        return std::nullopt;
    const auto bracketed = line.substr(line.size() - size);
    const auto before = line.substr(0, line.size() - size);
    const auto head = trimmed(before);
    const bool apart = head.empty() || (head.size() < before.size() &&
                                        std::string_view(":-|]").find(head.back()) != head.npos);
    const auto status = bracketed.front() == '(' && apart ? threeDigits(bracketed.substr(1)) : std::nullopt;
    return status && *status >= 400 && *status < 600 && !quotesSomething(before) ? status : std::nullopt;
}

void mineStatusAlone(std::string_view line, RecordBuilder& builder) {
    constexpr std::size_t longest = 200;
    if (line.size() > longest || !mayTellStatus(line) || quotesSomething(line))
        return;
    AnswerLine answer = answerLine(line);
    for (const std::string_view mark : {": ", "] ", " - ", "| ", "\t"})
        for (std::size_t at = line.find(mark); !answer && at != line.npos; at = line.find(mark, at + 1))
            answer = answerLine(line.substr(at + mark.size()));
    const int status = answer.part == Part::Status ? threeDigits(answer.value).value_or(0) : 0;
    if (status >= 400)
        builder.takeWeakStatus(status);
}

bool isHeaderLine(std::string_view line) {
    const std::size_t colon = line.find(": ");
    return colon != line.npos && colon > 1 && isLetter(line.front()) &&
           std::ranges::all_of(line.substr(0, colon),
                               [](char c) { return isLetter(c) || isDigit(c) || c == '-' || c == '_'; });
}

/// What the lines of `text` tell, each of one thing.
static Told toldBy(std::string_view text, RecordBuilder& builder) {
    Told told;
    std::string_view above;
    for (std::size_t at = 0; at < text.size();) {
        const auto line = text.substr(at, std::min(text.find('\n', at), text.size()) - at);
        at = std::min(at + line.size() + 1, text.size());
        if (const auto raised = statusAboveReason(above, line)) {
            told.status = *raised;
            told.raised = true;
        }
        above = line;
        if (const AnswerLine answer = answerLine(line))
            take(answer, text.substr(at), told, builder);
        else
            takeWord(line, told);
    }
    return told;
}

bool mineAnswerLines(std::string_view text, RecordBuilder& builder) {
    const Told told = toldBy(text, builder);
    if (!told.id.empty())
        builder.takeRequestId(told.id);
    // Neither of them alone is an answer's: objects have such members, and texts such words.
    const bool whole = told.status > 0 && !told.body.empty();
    const bool identified = told.status >= 400 && !builder.record().requestId.empty();
    const bool thrown = told.status >= 400 && isThrownByDotNet(text);
    if (whole || identified || thrown)
        builder.takeStatus(told.status, 2);
    else if (told.raised)
        builder.takeWeakStatus(told.status);
    if (whole)
        readErrorBody(told.body, builder, 1);
    else if (identified)
        takeWords(told, builder);
    if (whole || thrown)
        builder.noteErrorBody();
    return whole || identified || thrown;
}

} // namespace derouter
