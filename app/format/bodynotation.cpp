// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/bodynotation.h"

#include "format/errortext.h"
#include "format/notationtree.h"
#include "format/spellings.h"
#include "format/statuswords.h"
#include "format/texts.h"

#include <algorithm>

namespace derouter {

namespace {

constexpr int mostTries = 16; ///< of containers in a text

bool isAbsent(const NotationNode& node) {
    return !node.container && node.bare && node.text.empty();
}

/// `{type: error, error: {…}}` whatever its notation, or an OpenAI error in its object.
bool isBody(const NotationNode& node) {
    const NotationNode* const error = node.member("error");
    if (!error || !error->container)
        return false;
    const NotationNode* const type = error->member("type");
    const NotationNode* const envelope = node.member(node.member("type") ? "type" : "kind");
    if (envelope && !isAbsent(*envelope)) // Go prints members that were not set
        return envelope->text == "error" && (type || error->member("message"));
    return type && !type->text.empty() && isApiErrorType(type->text);
}

/// The error of OpenAI's format without the object around it, as a client's own class prints it:
/// async-openai's `ApiError { message: …, type: Some(…), param: None, code: None }`.
bool isBareError(const NotationNode& node) {
    const NotationNode* const type = node.member("type");
    return type && isApiErrorType(type->text) && node.member("message") && node.member("param") &&
           node.member("code");
}

/// An SDK's error with all its members, which is read as it is.
bool isDump(const NotationNode& node) {
    return (node.member("status") || node.member("statuscode")) &&
           (node.member("url") || node.member("headers"));
}

void appendText(std::string& json, std::string_view text) {
    json += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\')
            json += '\\';
        if (c == '\n')
            json += "\\n";
        else
            json += c;
    }
    json += '"';
}

std::string_view nameOf(const NotationNode& node) {
    const std::string key = plainKey(node.key);
    if (key == "requestid")
        return "request_id";
    if (key == "kind" && node.text == "error")
        return "type";
    for (const std::string_view known : {"type", "error", "message", "code", "param", "status"})
        if (key == known)
            return known;
    return node.key;
}

void appendValue(std::string& json, const NotationNode& node);

void appendMember(std::string& json, const NotationNode& node) {
    if (isAbsent(node))
        return;
    json += json.ends_with('{') ? "" : ",";
    appendText(json, nameOf(node));
    json += ':';
    appendValue(json, node);
}

/// The members that tell an error body stand first.
void appendValue(std::string& json, const NotationNode& node) {
    if (!node.container) {
        const bool number = node.bare && !node.text.empty() && std::ranges::all_of(node.text, isDigit);
        if (number)
            json += node.text;
        else
            appendText(json, node.text);
        return;
    }
    json += '{';
    for (const std::string_view first : {"type", "error"})
        for (const NotationNode& member : node.members)
            if (nameOf(member) == first)
                appendMember(json, member);
    for (const NotationNode& member : node.members)
        if (nameOf(member) != "type" && nameOf(member) != "error")
            appendMember(json, member);
    json += '}';
}

/// What a language says of the value before it, at the end of the words that lead to a body.
std::string_view withoutTypeName(std::string_view words) {
    constexpr std::string_view names[] = {
        "map[string]interface {}", "map[string]any", "map", "Array", "array", "stdClass Object", "Object",
        "object(stdClass)",        "(object)",       "&",   "%",     "*"};
    for (int time = 0; time < 3; ++time) {
        words = words.substr(0, words.find_last_not_of(" \t\r\n") + 1);
        const auto ends = [words](std::string_view name) { return words.ends_with(name); };
        if (const auto name = std::ranges::find_if(names, ends); name != std::end(names)) {
            words.remove_suffix(name->size());
            continue;
        }
        const std::size_t open =
            words.ends_with(')') || words.ends_with('3') ? words.find_last_of("(#") : words.npos;
        if (open != words.npos && words.find_first_not_of("0123456789)", open + 1) == words.npos)
            words = words.substr(0, open);
    }
    return words;
}

/// A type's name is written in mixed case or with its module: `ErrorResponse{`, `main.Error{`, `ApiError {`.
std::string_view withoutClassName(std::string_view words) {
    std::size_t begin = words.size();
    while (begin > 0 && (isLetter(words[begin - 1]) || isDigit(words[begin - 1]) || words[begin - 1] == '_' ||
                         words[begin - 1] == '.' || words[begin - 1] == ':'))
        --begin;
    const auto name = words.substr(begin);
    const bool mixed = std::ranges::any_of(name, [](char c) { return c >= 'a' && c <= 'z'; }) &&
                       std::ranges::any_of(name, [](char c) { return c >= 'A' && c <= 'Z'; });
    return mixed && !name.ends_with(':') && isLetter(name.front()) ? words.substr(0, begin) : words;
}

/// Whether a container may hold a body: on the first line, or below it as print_r writes.
bool mayHold(std::string_view text, std::size_t at) {
    const std::size_t feed = text.find('\n');
    return at < feed || (at == feed + 1 && text[at] == '(');
}

/// The status that an answer states as a member of itself.
std::string_view statusOf(const NotationNode& answer) {
    for (const std::string_view name : {"status", "statuscode", "httpcode", "httpstatus"})
        if (const NotationNode* const status = answer.member(name); status && !status->container)
            return failingStatusAt(status->text) ? std::string_view(status->text).substr(0, 3)
                                                 : std::string_view();
    return {};
}

const NotationNode* bodyOf(const NotationNode& answer) {
    for (const std::string_view name : {"body", "response", "responsebody", "data", "error"})
        if (const NotationNode* const body = answer.member(name);
            body && body->container && (isBody(*body) || isBareError(*body)))
            return body;
    return nullptr;
}

/// `%{`, `%Req.Response{` of Elixir.
bool isElixirs(std::string_view before) {
    const std::size_t mark = before.rfind('%');
    return mark != before.npos && std::ranges::all_of(before.substr(mark + 1), [](char c) {
               return isLetter(c) || isDigit(c) || c == '.' || c == '_';
           });
}

/// `Array` of print_r, `array` of var_export.
bool isArray(std::string_view before) {
    before = trimmed(before);
    return before.ends_with("rray") || before.ends_with("Object");
}

/// An answer with its status, as PHP and Elixir print what an HTTP library gave: `502 {…} req_…`.
std::optional<std::string> answerAsText(std::string_view text, std::size_t at, const ReadNotation& read) {
    const auto before = text.substr(0, at);
    const bool isElixir = isElixirs(before);
    const bool isPhps = text[at] == '(' && isArray(before);
    const auto status = isPhps || isElixir ? statusOf(read.node) : std::string_view();
    if (status.empty())
        return std::nullopt;
    const auto whole = text.substr(at, read.length);
    const NotationNode* const body = bodyOf(read.node);
    const std::size_t written = body ? whole.npos : findErrorBody(whole); // as a text
    const auto id = findRequestId(whole);
    if (!body && written == whole.npos && id.empty())
        return std::nullopt;
    std::string answer(isElixir ? before.substr(0, before.rfind('%')) : withoutTypeName(before));
    answer.append(answer.ends_with(' ') ? "" : " ").append(status);
    if (body) {
        const bool bare = !isBody(*body);
        answer += bare ? " {\"error\":" : " ";
        appendValue(answer, *body);
        answer += bare ? "}" : "";
    } else if (written != whole.npos) {
        answer.append(" ").append(whole.substr(written));
    }
    if (!id.empty())
        answer.append(" ").append(id);
    return answer.append(text.substr(at + read.length));
}

} // namespace

std::optional<std::string> withJsonBody(std::string_view text) {
    const bool body = text.find("rror") != text.npos && text.find("ype") != text.npos;
    if (!body && (text.find("req_") == text.npos || text.find("tatus") == text.npos))
        return std::nullopt;
    int tries = 0;
    for (std::size_t at = text.find_first_of("{[(");
         at != text.npos && tries < mostTries && mayHold(text, at);
         at = text.find_first_of("{[(", at + 1), ++tries) {
        const bool begins = isErrorBody(text.substr(at));
        if (begins && text.substr(at, 40).find(":map[string]") == text.npos) // as `%#v` prints a map
            return std::nullopt;
        const auto read = readNotation(text.substr(at));
        if (auto answer = read ? answerAsText(text, at, *read) : std::nullopt)
            return answer;
        if (read && isDump(read->node))
            return std::nullopt;
        const bool bare = read && isBareError(read->node);
        if (!read || !(bare || isBody(read->node)))
            continue;
        std::string json(withoutClassName(withoutTypeName(text.substr(0, at))));
        if (bare && json.ends_with('(')) // of the variant that holds it
            json = withoutClassName(json.substr(0, json.size() - 1));
        json += json.empty() || json.ends_with(' ') ? "" : " ";
        json += bare ? "{\"error\":" : "";
        appendValue(json, read->node);
        json += bare ? "}" : "";
        return json.append(text.substr(at + read->length));
    }
    return std::nullopt;
}

} // namespace derouter
