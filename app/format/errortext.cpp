// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/errortext.h"

#include "format/bodyencoding.h"
#include "format/bodylead.h"
#include "format/bodynotation.h"
#include "format/errorclasses.h"
#include "format/eventstream.h"
#include "format/loggedobject.h"
#include "format/looseobject.h"
#include "format/networkanswer.h"
#include "format/printedstructure.h"
#include "format/quotation.h"
#include "format/recordbuilder.h"
#include "format/relabelling.h"
#include "format/sdkerrors.h"
#include "format/spellings.h"
#include "format/texts.h"
#include "format/toldstatus.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace derouter {

namespace {

constexpr int deepest = 10; ///< four texts within one another, each in an object or two

std::string_view firstLine(std::string_view text) {
    return text.substr(0, text.find('\n'));
}

/// Texts the SDKs give a request that got no answer; the whole text, not a part of a sentence.
bool isNoResponseText(std::string_view text) {
    constexpr std::string_view whole[] = {"Connection error", "Request timed out", "Request was aborted"};
    constexpr std::string_view begun[] = {"Request timed out or interrupted.",
                                          "Cannot connect to API: ", "Connection timed out after "};
    const auto said = text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
    return std::ranges::find(whole, said) != std::end(whole) ||
           std::ranges::any_of(begun, [text](std::string_view each) { return text.starts_with(each); });
}

/// A traceback's last line that is not indented says what was raised.
std::string_view raisedIn(std::string_view text) {
    if (!text.starts_with("Traceback (most recent call last)"))
        return text;
    std::string_view raised = text;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (end > at && text[at] != ' ')
            raised = text.substr(at, end - at);
        at = end + 1;
    }
    return raised;
}

} // namespace

void readErrorBody(std::string_view text, RecordBuilder& builder, int depth) {
    if (text.starts_with("{\\\""))
        text = builder.keep(unescaped(text));
    const auto outer = builder.record().errorType;
    const std::size_t end = readLooseObject(text, Place::Error, builder, depth);
    if (!outer.empty() && builder.record().errorType != outer) // a relay's own, around what it was answered
        builder.noteRelabelled();
    const auto behind = trimmed(text.substr(end));
    builder.takeRequestId(findRequestId(behind.substr(0, behind.find(' '))));
}

bool isPage(std::string_view text) {
    return text.starts_with("<html") || text.starts_with("<!DOCTYPE") || text.starts_with("<!doctype") ||
           text.starts_with("<HTML");
}

namespace {

void notePage(std::string_view page, RecordBuilder& builder) {
    builder.notePage();
    if (page.find("loudflare") != page.npos)
        builder.noteNetworksAnswer();
}

/// A page for people in place of an answer: a proxy's, or the CDN's. Its title begins with the status.
void readPage(std::string_view page, RecordBuilder& builder, int depth) {
    notePage(page, builder);
    builder.noteSdkStatus();
    for (const std::string_view tag : {"<title>", "<h1>"}) {
        const std::size_t at = page.find(tag);
        if (at == page.npos)
            continue;
        const auto title = trimmed(page.substr(at + tag.size(), page.find('<', at + 1) - at - tag.size()));
        const auto ofNetwork = titleOfNetwork(title);
        if (!ofNetwork.empty())
            builder.noteNetworksAnswer();
        const auto status = leadingStatus(ofNetwork.empty() ? title : ofNetwork);
        if (status && builder.record().status == 0)
            builder.takeStatus(*status, 2 + depth);
        builder.takeErrorMessage(title, depth);
        return;
    }
}

/// What follows a status: a body, a remark of the SDK, or the message itself.
void readBehindStatus(std::string_view rest, RecordBuilder& builder, int depth) {
    while (!rest.empty() && (rest.front() == ' ' || rest.front() == '-' || rest.front() == ':'))
        rest.remove_prefix(1);
    const std::size_t body = std::min(rest.find('{'), rest.size());
    if (body < rest.size() &&
        (body == 0 || (isErrorBody(rest.substr(body)) && isReason(rest.substr(0, body)))))
        readErrorBody(rest.substr(body), builder, depth);
    else if (isPage(rest))
        readPage(rest, builder, depth);
    else if (!isBodiless(rest))
        builder.takeErrorMessage(trimmed(firstLine(rest)), depth);
}

constexpr std::string_view pythonMark = "Error code: ";

/// `Error code: 429 - {…}` anywhere in a line.
bool minePython(std::string_view line, RecordBuilder& builder, int depth) {
    const std::size_t at = line.find(pythonMark);
    if (at == line.npos || quotesSomething(line.substr(0, at)))
        return false;
    const auto rest = line.substr(at + pythonMark.size());
    const auto status = leadingStatus(rest);
    const auto before = trimmed(line.substr(0, at));
    const bool own = before.empty() || std::string_view(":]|-").find(before.back()) != std::string_view::npos;
    // A body follows, or nothing where the answer had none; in prose the sentence goes on.
    const auto said = status ? trimmed(rest.substr(3)) : std::string_view();
    if (!status || !(said.starts_with("- ") || (said.empty() && own)))
        return false;
    builder.takeStatus(*status, 2 + depth);
    builder.noteErrorBody();
    readBehindStatus(rest.substr(3), builder, depth);
    return true;
}

/// Whether a sentence goes on behind the body: `… {…} means slow down`.
bool isSpokenOf(std::string_view body) {
    int open = 0;
    std::size_t at = 0;
    do
        open += body[at] == '{' ? 1 : body[at] == '}' ? -1 : 0;
    while (++at < body.size() && open > 0);
    const auto behind = trimmed(body.substr(at), " '\"`)");
    const auto verb = behind.substr(0, behind.find(' '));
    constexpr std::string_view verbs[] = {"means",     "mean", "is",    "was",
                                          "indicates", "says", "tells", "stands"};
    return verb.size() < behind.size() && std::ranges::find(verbs, verb) != std::end(verbs);
}

void takeBody(std::string_view text, std::string_view before, RecordBuilder& builder, int depth) {
    auto status = statusBeforeBody(before);
    if (!status)
        status = statusBehindBody(text);
    if (status)
        builder.takeStatus(*status, 2 + depth);
    else if (leadsToProvidersWords(before))
        takeRelabelling(before, builder);
    readErrorBody(text, builder, depth);
}

/// A body behind other words: `completion failed: 400 {"type":"error",…} req_…`, `AnthropicException - {…}`,
/// `URL returned {…}`.
bool mineEmbeddedBody(std::string_view line, RecordBuilder& builder, int depth, bool trusted) {
    std::size_t at = line.find('{');
    const std::size_t lastWrapped = at == line.npos ? 0 : lastWrappedBody(line);
    for (; at != line.npos; at = line.find('{', at + 1)) {
        const auto text = line.substr(at);
        const bool body = isErrorBody(text);
        if (!body && !(text.starts_with("{\"") && at < lastWrapped))
            continue;
        const auto before = trimmed(line.substr(0, at));
        const BodyLead lead = leadTo(before);
        const bool leads =
            trusted || leadsToAnswer(before, lead, text) ||
            (builder.record().time && leadsToIdentified(before, text)) ||
            (line[0] != ' ' && leadsToWholeMessage(before, text, builder.record().time.has_value()));
        if (!leads || (!trusted && isSpokenOf(text)))
            return false;
        takeBody(text, before, builder, depth);
        if (body) // of another, what it wraps will tell
            builder.noteErrorBody();
        return true;
    }
    return false;
}

/// `APIConnectionError('Connection error.')`: Python's `%r` of what the SDKs raise where no answer came.
bool mineRaisedRepr(std::string_view line, RecordBuilder& builder, int depth) {
    constexpr std::string_view mark = "Error(";
    for (std::size_t at = line.find(mark); at != line.npos; at = line.find(mark, at + 1)) {
        const std::size_t open = at + mark.size();
        const auto name = classNameBefore(line, open - 1);
        const char quote = open < line.size() ? line[open] : ' ';
        const std::size_t close = line.find(quote, open + 1);
        if (close == line.npos || (quote != '\'' && quote != '"') || !isNoResponseName(name))
            continue;
        const auto said = line.substr(open + 1, close - open - 1);
        if (!line.substr(close + 1).starts_with(')') || !isNoResponseText(said) ||
            quotesSomething(line.substr(0, open - 1 - name.size())))
            continue;
        builder.noteNoResponse();
        builder.takeErrorMessage(said, depth);
        return true;
    }
    return false;
}

bool mineNoResponse(std::string_view line, RecordBuilder& builder, int depth) {
    const std::size_t colon = line.rfind(": ");
    const auto prefix = colon == line.npos ? std::string_view() : line.substr(0, colon);
    auto said = trimmed(colon == line.npos ? line : line.substr(colon + 2));
    said = trimmed(said.substr(0, said.find("  "))); // consola puts the time of day at the line's end
    // Other programs say it without the full stop.
    if (!said.ends_with('.') || !isNoResponseText(said) || quotesSomething(prefix) ||
        !(prefix.empty() || introducesFailure(prefix)) || statusBefore(prefix))
        return false;
    builder.noteNoResponse();
    builder.takeErrorMessage(said, depth);
    return true;
}

} // namespace

std::string_view withReadableBody(std::string_view text, RecordBuilder& builder) {
    const bool body = text.find("rror") != text.npos; // a word of every body, whatever its notation
    if (!body && (text.find("tatus") == text.npos || text.find("req_") == text.npos))
        return text;
    if (auto plain = withoutEncoding(text))
        text = builder.keep(std::move(*plain));
    if (auto bare = withoutBrackets(text))
        text = builder.keep(std::move(*bare));
    if (auto json = withJsonBody(text))
        text = builder.keep(std::move(*json));
    return text;
}

/// Whether a line speaks of a prompt, which may name any id; `prompt_tokens=120` only counts.
static bool speaksOfPrompt(std::string_view line) {
    for (std::size_t at = line.find("rompt"); at != line.npos; at = line.find("rompt", at + 1)) {
        const auto behind = trimmed(line.substr(at + 5).substr(0, 8), " _-");
        const bool word = at > 0 && (line[at - 1] | 0x20) == 'p';
        if (word && !behind.starts_with("token") && !behind.starts_with("Token"))
            return true;
    }
    return false;
}

std::string_view statedRequestId(std::string_view line) {
    if (speaksOfPrompt(line))
        return {};
    for (std::size_t at = line.find('{'); at != line.npos; at = line.find('{', at + 1)) {
        const auto rest = line.substr(at);
        if (isErrorBody(rest))
            return findRequestId(line.substr(0, at));
        if (!beginsLoggedObject(line, at))
            continue;
        // What an object among words tells is its reader's, or quoted.
        const auto before = findRequestId(line.substr(0, at));
        return before.empty() ? statedRequestId(rest.substr(endOfObject(rest))) : before;
    }
    return findRequestId(line);
}

bool isErrorBody(std::string_view text) {
    if (text.starts_with("{type=error,") || text.starts_with("{error={")) // a Java map's own words
        return true;
    if (!text.starts_with('{'))
        return false;
    text.remove_prefix(std::min(text.find_first_not_of(" \t\n", 1), text.size()));
    constexpr std::string_view beginnings[] = {
        R"("type":"error")", R"("type": "error")", R"("error":)",           R"('type': 'error')",
        R"('error':)",       R"(\"error\":)",      R"(\"type\":\"error\")", R"(\"type\": \"error\")"};
    return std::ranges::any_of(beginnings,
                               [text](std::string_view begin) { return text.starts_with(begin); });
}

std::size_t findErrorBody(std::string_view text) {
    std::size_t at = text.find('{');
    while (at != text.npos && !isErrorBody(text.substr(at)))
        at = text.find('{', at + 1);
    return at;
}

void mineErrorText(std::string_view text, RecordBuilder& builder, int depth) {
    if (depth > deepest)
        return;
    std::string_view name;
    text = withoutMonologFrame(raisedIn(trimmed(text)), name);
    if (!name.empty())
        builder.takeErrorName(name);
    const auto whole = text;
    while (const std::size_t prefix = classPrefix(text, name)) {
        builder.takeErrorName(name);
        text.remove_prefix(prefix);
    }
    const auto line = firstLine(text);
    if (text.starts_with('{')) {
        if (depth > 1 && isErrorBody(text))
            builder.noteWrapped();
        readErrorBody(text, builder, depth);
    } else if (isPage(text)) {
        readPage(text, builder, depth);
    } else if (const auto status = leadingStatus(text); status && !isQuantity(text.substr(3))) {
        builder.takeStatus(*status, 2 + depth);
        builder.noteSdkStatus();
        if (isThrownBySdk(text) || isBodiless(text.substr(3)))
            noteThrown(text.substr(3), builder);
        readBehindStatus(text.substr(3), builder, depth);
    } else if (const auto code = statusOfNetwork(trimmed(line))) {
        builder.takeStatus(*code, 2 + depth);
        builder.noteSdkStatus();
        builder.noteNetworksAnswer();
        builder.takeErrorMessage(trimmed(line), depth);
    } else if (isNoResponseText(trimmed(line))) {
        builder.noteNoResponse();
        builder.takeErrorMessage(trimmed(line), depth);
    } else if (isThrownInStream(whole)) {
        builder.noteErrorBody();
        builder.takeErrorMessage(trimmed(line), depth);
    } else if (const auto unnamed = unnamedStatus(text)) {
        builder.takeStatus(*unnamed, 2 + depth);
        mineEmbeddedBody(line, builder, depth, true);
    } else if (!mineSdkError(firstLine(whole), builder) && !minePython(line, builder, depth) &&
               !mineEmbeddedBody(line, builder, depth, true) && !mineProvidersWords(line, builder, depth)) {
        builder.takeErrorMessage(trimmed(line), depth);
    }
}

bool mineLogMessage(std::string_view text, RecordBuilder& builder) {
    const auto line = firstLine(text);
    if (line.starts_with("data:")) {
        mineEventStream(line, builder);
        if (builder.hasError())
            return true;
    }
    const bool stated = minePython(line, builder, 1) || mineEmbeddedBody(line, builder, 1, false) ||
                        minePrintedStructure(line, builder) || mineClass(line, builder, 1) ||
                        mineBodiless(line, builder, 1) || mineGuidesWords(line, builder) ||
                        mineFailedModelCall(line, builder) || mineRaisedRepr(line, builder, 1) ||
                        mineNoResponse(line, builder, 1);
    if (stated && tellsEndOfTries(line.substr(0, line.find('{'))))
        builder.suggestReporter(Reporter::Summary);
    return stated;
}

/// Whether a body's type can be of an answer with `status`.
static bool agreesWith(std::string_view body, int status) {
    constexpr std::string_view mark = "_error";
    for (std::size_t at = body.find(mark); at != body.npos; at = body.find(mark, at + 1)) {
        std::size_t begin = at;
        while (begin > 0 && ((body[begin - 1] >= 'a' && body[begin - 1] <= 'z') || body[begin - 1] == '_'))
            --begin;
        const int own = statusOfErrorType(body.substr(begin, at + mark.size() - begin));
        if (own > 0)
            return own == status;
    }
    return true;
}

void mineBodyOf(std::string_view words, int status, RecordBuilder& builder) {
    const std::size_t at = findErrorBody(words);
    const auto body = words.substr(std::min(at, words.size()));
    if (body.empty() || !agreesWith(body, status) || isSpokenOf(body))
        return;
    readErrorBody(body, builder, 1);
    builder.noteErrorBody();
}

void mineResponseBody(std::string_view body, int status, RecordBuilder& builder) {
    body = trimmed(body);
    const bool page = body.starts_with('<');
    if (page && status >= 400)
        notePage(body, builder);
    if (page || body.empty())
        return;
    if ((status >= 400 && !isEventStream(body)) || isErrorBody(body)) {
        mineErrorText(body, builder, 1);
        return;
    }
    // An error inside a stream that began well.
    if (isEventStream(body))
        mineEventStream(body, builder);
}

} // namespace derouter
