// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/errorclasses.h"

#include "format/bodylead.h"
#include "format/errortext.h"
#include "format/modelcall.h"
#include "format/quotation.h"
#include "format/recordbuilder.h"
#include "format/spellings.h"
#include "format/texts.h"

#include <algorithm>

namespace derouter {

namespace {

/// Whether what is said behind a class name is an API's error.
bool saysError(std::string_view said) {
    return leadingStatus(said) || said.starts_with("{:url=>") || said.starts_with("{url: ") ||
           isErrorBody(said) || said.find("Error code: ") != said.npos;
}

/// Where the class begins that a colon at `end` follows, and its name: of `APICallError [AI_APICallError]: …`
/// the one in brackets.
std::size_t classBefore(std::string_view line, std::size_t end, std::string_view& name) {
    if (end > 0 && line[end - 1] == ']') {
        const std::size_t open = line.rfind(" [", end);
        if (open == line.npos)
            return end;
        name = line.substr(open + 2, end - open - 3);
        return open - classNameBefore(line, open).size();
    }
    name = classNameBefore(line, end);
    return end - name.size();
}

} // namespace

std::size_t classPrefix(std::string_view text, std::string_view& name) {
    if (text.starts_with("API Error: ")) {
        name = {};
        return 11;
    }
    std::size_t end = 0;
    while (end < text.size() && isClassNameChar(text[end]))
        ++end;
    name = text.substr(0, end);
    const bool isClass = name.ends_with("Error") || name.ends_with("Exception") || name == "litellm.Timeout";
    // Node prints the name behind the class where they differ: `APICallError [AI_APICallError]: …`.
    if (isClass && text.substr(end).starts_with(" [")) {
        const auto printed = text.substr(end + 2, text.substr(end + 2, 64).find(']'));
        name = printed.ends_with("Error") ? printed : name;
        end = std::min(end + printed.size() + 3, text.size());
    }
    return isClass && text.substr(end).starts_with(": ") ? end + 2 : 0;
}

std::string_view withoutMonologFrame(std::string_view text, std::string_view& name) {
    constexpr std::string_view begin = "[object] (";
    const std::size_t code = text.starts_with(begin) ? text.find("(code: ") : text.npos;
    const std::size_t says = code == text.npos ? code : text.find("): ", code);
    if (says == text.npos)
        return text;
    name = text.substr(begin.size(), code - begin.size());
    name.remove_prefix(name.rfind('\\') + 1);
    const auto said = text.substr(says + 3);
    return said.substr(0, said.rfind(" at /"));
}

bool mineClass(std::string_view line, RecordBuilder& builder, int depth) {
    for (std::size_t at = line.find(": "); at != line.npos; at = line.find(": ", at + 2)) {
        std::string_view name;
        const std::size_t begin = classBefore(line, at, name);
        if (!name.ends_with("Error") && !name.ends_with("Exception") && !name.ends_with("litellm.Timeout"))
            continue;
        const auto said = line.substr(at + 2);
        if (quotesSomething(line.substr(0, begin)))
            return false;
        if (!isSdkErrorName(name) && !isNoResponseName(name) &&
            !(statusOfErrorName(name) > 0 && saysError(said)) &&
            !isNamedAfterStatus(name, leadingStatus(said).value_or(0)))
            continue;
        builder.takeErrorName(name);
        mineErrorText(said, builder, depth);
        return true;
    }
    return false;
}

/// The frame of a stack in `text` that begins behind `at`, which is moved to its end; nothing where other
/// lines follow.
static std::string_view nextFrame(std::string_view text, std::size_t& at) {
    if (at >= text.size() || !text.substr(at).starts_with("\n    at "))
        return {};
    const auto line = text.substr(at + 1, text.find('\n', at + 1) - at - 1);
    at += line.size() + 1;
    return line;
}

bool isThrownBySdk(std::string_view text) {
    constexpr std::string_view marks[] = {".makeStatusError (",    "APIError.generate (",
                                          "/node_modules/openai/", "/node_modules/@anthropic-ai/",
                                          "/openai/core/error.",   "/@anthropic-ai/sdk/"};
    std::size_t at = text.find("\n    at ");
    for (int frame = 0; frame < 2; ++frame) {
        const auto line = nextFrame(text, at);
        if (std::ranges::any_of(marks, [line](auto mark) { return line.find(mark) != line.npos; }))
            return true;
    }
    return false;
}

bool hasSdkFrames(std::string_view frames) {
    constexpr std::string_view marks[] = {"\"APIError.generate\"", ".makeStatusError\""};
    return std::ranges::any_of(marks, [frames](auto mark) { return frames.find(mark) != frames.npos; });
}

bool isThrownInStream(std::string_view text) {
    constexpr std::string_view classes[] = {"Error: ", "APIError: "};
    const auto* const name =
        std::ranges::find_if(classes, [text](auto known) { return text.starts_with(known); });
    std::size_t at = name == std::end(classes) ? text.npos : text.find("\n    at ");
    const auto frame = nextFrame(text, at);
    if (frame.find("/streaming.") == frame.npos ||
        (frame.find("/openai/") == frame.npos && frame.find("/@anthropic-ai/") == frame.npos))
        return false;
    // What the program itself did wrong.
    constexpr std::string_view mistakes[] = {"Cannot iterate", "Attempted to iterate", "The default "};
    const auto said = text.substr(name->size());
    return std::ranges::none_of(mistakes, [said](auto mistake) { return said.starts_with(mistake); });
}

/// ` ERROR  ask failed 402 Insufficient balance` of consola, which leaves out the class of what it prints the
/// stack of.
static bool mineThrownWithoutClass(std::string_view record, std::string_view head, RecordBuilder& builder) {
    if (!isThrownBySdk(record))
        return false;
    for (std::size_t at = head.find_first_of("45"); at != head.npos; at = head.find_first_of("45", at + 1)) {
        if (!leadingStatus(head.substr(at)) || (at > 0 && head[at - 1] != ' '))
            continue;
        if (quotesSomething(head.substr(0, at)))
            return false;
        builder.noteErrorBody();
        mineErrorText(head.substr(at), builder, 1);
        return true;
    }
    return false;
}

bool mineThrown(std::string_view record, std::string_view head, RecordBuilder& builder) {
    constexpr std::string_view mark = "Error: ";
    const std::size_t at = head.rfind(mark);
    if (at == head.npos)
        return mineThrownWithoutClass(record, head, builder);
    const auto name = classNameBefore(head, at + mark.size() - 2);
    const auto before = head.substr(0, at + mark.size() - 2 - name.size());
    const std::size_t begin = record.find(head.substr(before.size())); // the head may have been put together
    const auto text = begin == record.npos ? head.substr(before.size()) : record.substr(begin);
    const bool answered = leadingStatus(head.substr(at + mark.size())) && isThrownBySdk(record);
    if (quotesSomething(before) || !(answered || isThrownInStream(text)))
        return false;
    if (begin == record.npos)
        builder.noteErrorBody();
    mineErrorText(text, builder, 1);
    return true;
}

/// Node's SDKs', behind the status of an answer that had no body.
static constexpr std::string_view bodilessWords = "status code (no body)";

bool isBodiless(std::string_view rest) {
    return trimmed(rest).starts_with(bodilessWords);
}

void noteThrown(std::string_view rest, RecordBuilder& builder) {
    rest = trimmed(rest);
    if (isPage(rest) || isBodiless(rest))
        builder.noteThrown();
    else
        builder.noteErrorBody();
}

bool mineBodiless(std::string_view line, RecordBuilder& builder, int depth) {
    const std::size_t at = line.find(bodilessWords);
    const auto status = at == line.npos || at < 4 ? std::nullopt : leadingStatus(line.substr(at - 4));
    if (!status)
        return false;
    const auto before = trimmed(line.substr(0, at - 4));
    const auto behind = trimmed(line.substr(at + bodilessWords.size()));
    const bool led = before.empty() ||
                     std::string_view(":]|->").find(before.back()) != std::string_view::npos ||
                     introducesFailure(before);
    if (!led || (!behind.empty() && isLetter(behind.front())) || quotesSomething(before))
        return false;
    builder.takeStatus(*status, 2 + depth);
    builder.noteSdkStatus();
    builder.noteThrown();
    return true;
}

/// Where the status stands of which the rest of the line is the guide's message; npos where none does.
static std::size_t statusOfGuidesWords(std::string_view line) {
    for (std::size_t at = line.find_first_of("45"); at != line.npos; at = line.find_first_of("45", at + 1)) {
        const auto status = at == 0 || line[at - 1] == ' ' ? leadingStatus(line.substr(at)) : std::nullopt;
        if (status && isMessageOfGuide(*status, trimmed(line.substr(at + 3), " \t:-")))
            return at;
    }
    return line.npos;
}

/// Whether nothing but a logger's head stands before an error: `[error]:`, `[2026-11-03 …] [ERROR] default
/// -`.
static bool isHeadAlone(std::string_view before) {
    const auto behind = trimmed(before.substr(before.rfind(']') + 1), " \t:-|");
    return behind.find(' ') == behind.npos;
}

/// Words without the name of the status that they lead to: `HTTP`, `status`, `status code:`.
static std::string_view withoutStatusName(std::string_view words) {
    words = trimmed(words, " :=");
    for (const std::string_view name : {"HTTP", "http", "code", "status", "Status"})
        if (words.ends_with(name) &&
            (words.size() == name.size() || words[words.size() - name.size() - 1] == ' '))
            words = trimmed(words.substr(0, words.size() - name.size()));
    return words;
}

bool isFailureOfGuide(int status, std::string_view text) {
    const auto stated = leadingStatus(text);
    if (stated)
        text = trimmed(text.substr(3), " :-");
    return (!stated || status == 0 || status == *stated) && stated.value_or(status) != 401 &&
           isMessageOfGuide(stated.value_or(status), text);
}

bool speaksOfPayment(std::string_view words) {
    constexpr std::string_view marks[] = {"pay",    "wallet",   "charge", "transfer", "invoice",
                                          "stripe", "checkout", "bank",   "card",     "refund"};
    const std::string lower = lowerCase(words);
    return std::ranges::any_of(marks,
                               [&lower](std::string_view mark) { return lower.find(mark) != lower.npos; });
}

bool mineGuidesWords(std::string_view line, RecordBuilder& builder) {
    constexpr std::string_view name = "Error: ";
    const std::size_t at = statusOfGuidesWords(line);
    if (at == line.npos)
        return false;
    auto before = line.substr(0, at);
    const bool thrown = before.ends_with(name);
    before = trimmed(before.substr(0, before.size() - (thrown ? name.size() : 0)));
    // Of payments others say that a balance is insufficient, and any service that a key is wrong; the words
    // with a number, and those of providers, are the guide's alone.
    const bool ofKey = line.substr(at).starts_with("401");
    const bool certain = line.find('(', at) != line.npos || line[at] == '5';
    const bool failure = introducesFailure(before) || leadTo(before).named;
    const bool bracketed = before.find(']') != before.npos;
    const auto head = withoutStatusName(before);
    const bool logged = !ofKey && isLoggersHead(head) && !speaksOfPayment(head);
    const bool led = (before.empty() && !ofKey) || logged ||
                     (failure && (certain || namesModelCall(before))) ||
                     (thrown && !ofKey && (bracketed || failure) && isHeadAlone(before));
    if (!led || quotesSomething(before))
        return false;
    builder.noteErrorBody();
    mineErrorText(line.substr(at), builder, 1);
    return true;
}

/// Whether what stands behind a status is what an API says, and not what there was so much of: `400 rows`.
static bool isMessageOfApi(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && (isLetter(text[end]) || isDigit(text[end]) || text[end] == '_'))
        ++end;
    if (end == 0 || !isLetter(text[0]))
        return false;
    const bool named = end < text.size() && text[end] == ':'; // a member of the request
    const bool sentence = text.find(' ') != text.npos && text[end - 1] != 's' && text.substr(0, end) != "of";
    return named || (text[0] >= 'A' && text[0] <= 'Z') || sentence;
}

bool mineFailedModelCall(std::string_view line, RecordBuilder& builder) {
    for (std::size_t at = line.find(": "); at != line.npos; at = line.find(": ", at + 1)) {
        const auto before = line.substr(0, at);
        const auto said = line.substr(at + 2);
        const auto status = leadingStatus(said);
        if (!status || *status < 400 || said.size() < 6 || said[3] != ' ')
            continue;
        if (!tellsOfFailedModelCall(before) || quotesSomething(before) || !isMessageOfApi(said.substr(4)))
            return false;
        builder.noteErrorBody();
        mineErrorText(said, builder, 1);
        return true;
    }
    return false;
}

} // namespace derouter
