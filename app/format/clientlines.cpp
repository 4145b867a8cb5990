// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/clientlines.h"

#include "format/agentlines.h"
#include "format/errortext.h"
#include "format/faradaylines.h"
#include "format/httperrors.h"
#include "format/javaanswers.h"
#include "format/looseobject.h"
#include "format/quotation.h"
#include "format/recordbuilder.h"
#include "format/servedlines.h"
#include "format/spellings.h"
#include "format/symfonyerrors.h"
#include "format/texts.h"

#include <algorithm>
#include <string>

namespace derouter {

namespace {

std::optional<int> statusAt(std::string_view text) {
    const auto status = threeDigits(text);
    const bool ends = text.size() == 3 || (text.size() > 3 && !isDigit(text[3]) && text[3] != '.');
    return status && ends && *status >= 100 && *status < 600 ? status : std::nullopt;
}

/// What stands between `begin` and the next of `ends`, behind the last `begin` in the text.
std::string_view between(std::string_view text, std::string_view begin, std::string_view ends) {
    const std::size_t at = text.rfind(begin);
    if (at == text.npos)
        return {};
    const auto rest = text.substr(at + begin.size());
    return rest.substr(0, rest.find_first_of(ends));
}

void takeString(RecordBuilder& builder, Field field, std::string_view text) {
    if (!text.empty())
        builder.take(field, {Scalar::Kind::String, text});
}

/// An error's body says what it does: most often that a prompt is too long.
bool mentionsContent(std::string_view line) {
    line = line.substr(0, findErrorBody(line));
    constexpr std::string_view complaint = "prompt is too long";
    constexpr std::string_view words[] = {"prompt",  "Prompt",    "question", "user asked", "said:",
                                          "explain", "what does", "options:", "assert",     "content="};
    return std::ranges::any_of(words, [line](std::string_view word) {
        const std::size_t at = line.find(word);
        return at != line.npos && !line.substr(at).starts_with(complaint);
    });
}

/// Where the tag of the Node SDKs begins; npos where there is none. A logger or a collector may have put
/// anything before it; but not a quotation or a sentence that speaks of it.
std::size_t findSdkTag(std::string_view line) {
    const std::size_t at = line.find("[log_");
    if (at == 0 || at == line.npos)
        return at;
    const auto before = line.substr(0, at);
    const bool apart = std::string_view(" \t\r|:])>").find(before.back()) != std::string_view::npos;
    return apart && at < 200 && !quotesSomething(before) && !mentionsContent(before) ? at : line.npos;
}

/// `[log_77ac10, retryOf: log_5e1b07, request-id: "req_…"] ` of the Node SDKs.
bool takeSdkTag(std::string_view& line, RecordBuilder& builder) {
    const std::size_t begin = findSdkTag(line);
    const std::size_t close = begin == line.npos ? begin : line.find(']', begin);
    if (close == line.npos)
        return false;
    const auto tag = line.substr(begin + 1, close - begin - 1);
    takeString(builder, Field::AttemptId, tag.substr(0, tag.find(',')));
    takeString(builder, Field::RetryOf, between(tag, "retryOf: ", ","));
    builder.takeRequestId(between(tag, "request-id: \"", "\""));
    line = line.substr(std::min(close + 2, line.size()));
    builder.setReporter(Reporter::SdkLog);
    return true;
}

/// `post https://… failed with status 429 in 212ms - retrying, 2 attempts remaining`, `connection timed out -
/// …`.
bool mineSdkSentence(std::string_view line, RecordBuilder& builder) {
    constexpr std::string_view mark = " with status ";
    if (line.starts_with("connection ")) {
        builder.noteNoResponse();
        builder.takeErrorMessage(line.substr(0, line.find_first_of("-(") - 1), 1);
        return true;
    }
    const std::size_t at = line.find(mark);
    if (at == line.npos)
        return false;
    const auto before = line.substr(0, at);
    const auto verb = before.substr(before.rfind(' ') + 1);
    const auto status = statusAt(line.substr(at + mark.size()));
    if ((verb != "failed" && verb != "succeeded") || !status)
        return false;
    builder.takeRequestLine(
        builder.keep(upperCase(before.substr(0, before.find(' '))) +
                     std::string(before.substr(std::min(before.find(' '), before.size())))));
    builder.takeStatus(*status, 2);
    takeString(builder, Field::Duration, between(line.substr(at), " in ", " "));
    return true;
}

ClientLine mineSdkLog(std::string_view line, RecordBuilder& builder) {
    if (line.starts_with("sending request"))
        return {.states = false, .dump = Place::Request};
    const bool stated = mineSdkSentence(line, builder);
    return {.states = stated, .dump = Place::Response};
}

/// `OpenAI:DEBUG:request https://… {`, `OpenAI:DEBUG:response 200 https://… Headers {`,
/// `Anthropic:DEBUG:response (error; retrying, 1 attempts remaining) 429 https://… {`: what the Node SDKs up
/// to version 4 (OpenAI's) and 0.39 (Anthropic's) write where `DEBUG` is `true`, with the headers below.
ClientLine mineOlderSdkLog(std::string_view line, RecordBuilder& builder) {
    constexpr std::string_view mark = ":DEBUG:";
    const std::size_t at = line.find(mark);
    const auto name = line.substr(0, at == line.npos ? 0 : at);
    if (!name.ends_with("OpenAI") && !name.ends_with("Anthropic"))
        return {};
    const auto said = line.substr(at + mark.size());
    if (said.starts_with("request "))
        return {.states = false, .dump = Place::Request};
    const std::size_t url = said.find(" http");
    if (!said.starts_with("response ") || url == said.npos || url < 4 || said[url - 4] != ' ')
        return {};
    const auto status = statusAt(said.substr(url - 3, 3)); // behind what ended and what the SDK does about it
    if (!status)
        return {};
    const auto address = said.substr(url + 1);
    builder.takeToldUrl(address.substr(0, address.find(' ')));
    builder.takeStatus(*status, 2);
    builder.setReporter(Reporter::SdkLog);
    return {.states = true, .dump = Place::Response};
}

/// Whether words before a message are those of an AI SDK's logger.
bool isSdkLogger(std::string_view before) {
    return before.find("openai") != before.npos || before.find("anthropic") != before.npos;
}

/// `HTTP Request: POST https://… "HTTP/1.1 429 Too Many Requests"` of httpx, `HTTP Response: POST https://…
/// "429 Too Many Requests" Headers({…})` and, newer, `HTTP Response: POST 429` of the SDKs.
bool minePythonClient(std::string_view line, RecordBuilder& builder) {
    constexpr std::string_view request = "HTTP Request: ";
    constexpr std::string_view response = "HTTP Response: ";
    std::size_t at = line.find(request);
    const bool isRequest = at != line.npos;
    if (!isRequest)
        at = line.find(response);
    constexpr ByteSet before(" \t:]|");
    if (at == line.npos || (at > 0 && !before.has(line[at - 1])))
        return false;
    const auto rest = line.substr(at + (isRequest ? request.size() : response.size()));
    const std::size_t quote = rest.find(" \"");
    auto answer = quote == rest.npos ? rest.substr(rest.find(' ') + 1) : rest.substr(quote + 2);
    if (answer.starts_with("HTTP/"))
        answer.remove_prefix(std::min(answer.find(' ') + 1, answer.size()));
    const auto status = statusAt(answer.substr(0, answer.find_first_of("\" ")));
    if (!status)
        return false;
    const bool addressed = quote != rest.npos;
    if (addressed)
        builder.takeRequestLine(rest.substr(0, quote));
    else
        builder.take(Field::Method, {Scalar::Kind::String, rest.substr(0, rest.find(' '))});
    builder.takeStatus(*status, 2);
    if (isRequest)
        builder.setReporter(Reporter::HttpClient);
    else if (addressed || isSdkLogger(line.substr(0, at)))
        builder.setReporter(Reporter::SdkLog);
    if (const std::size_t headers = rest.find("Headers({"); headers != rest.npos)
        readLooseObject(rest.substr(headers + 8), Place::Headers, builder, 0);
    return true;
}

/// `<ClientResponse(https://…) [529 Overloaded]>`: how aiohttp's answer prints itself, its headers below.
bool mineAiohttpAnswer(std::string_view line, RecordBuilder& builder) {
    constexpr std::string_view mark = "<ClientResponse(http";
    const std::size_t at = line.find(mark);
    const std::size_t close = at == line.npos ? at : line.find(") [", at);
    const auto status = close == line.npos ? std::nullopt : statusAt(line.substr(close + 3));
    if (!status || quotesSomething(line.substr(0, at)))
        return false;
    const std::size_t url = at + mark.size() - 4;
    builder.takeToldUrl(line.substr(url, close - url));
    builder.takeStatus(*status, 2);
    if (*status >= 400)
        builder.suggestReporter(Reporter::HttpError);
    return true;
}

/// `Encountered httpx.TimeoutException`, `Encountered Exception`: a try of the SDKs' that got no answer. What
/// the exception was stands in a traceback below.
bool mineLostTry(std::string_view line, RecordBuilder& builder) {
    constexpr std::string_view words = "Encountered ";
    const std::size_t at = line.find(words);
    if (at == line.npos || !isSdkLogger(line.substr(0, at)))
        return false;
    const auto what = line.substr(at + words.size());
    if (what != "Exception" && what != "httpx.TimeoutException" && what != "httpx2.TimeoutException")
        return false;
    builder.noteNoResponse();
    builder.takeErrorMessage(what == "Exception" ? "Connection error." : "Request timed out.", 1);
    builder.setReporter(Reporter::SdkLog);
    return true;
}

/// `[llm/error] [1:llm:ChatAnthropic] [51ms] LLM run errored with error: "Connection error.\n\nError: …"` of
/// LangChain's tracer.
bool mineLangChain(std::string_view line, RecordBuilder& builder) {
    constexpr std::string_view words = "] LLM run errored with error: \"";
    const std::size_t at = line.find(words);
    if (at == line.npos)
        return false;
    auto said = line.substr(at + words.size());
    said = said.substr(0, std::min(said.find("\\n"), said.find('"')));
    if (said != "Connection error." && said != "Request timed out.")
        return false;
    builder.noteNoResponse();
    builder.takeErrorMessage(said, 1);
    return true;
}

/// `Sending HTTP request POST https://…` and `Received HTTP response headers after 412.1ms - 529` of .NET's
/// HttpClient. Its outer handler says the same once more, `Start processing HTTP request`, `End processing`.
bool mineDotNetClient(std::string_view line, RecordBuilder& builder) {
    constexpr std::string_view sending = "Sending HTTP request ";
    constexpr std::string_view received = "Received HTTP response ";
    constexpr std::string_view failed = "HTTP request failed after ";
    if (const std::size_t at = line.find(sending); at != line.npos) {
        builder.noteSent(line.substr(at + sending.size()));
        return false;
    }
    if (line.find(failed) != line.npos) {
        builder.takeSent();
        builder.noteNoResponse();
        builder.setReporter(Reporter::HttpClient);
        return true;
    }
    const std::size_t at = line.find(received);
    const std::size_t dash = at == line.npos ? at : line.find("ms - ", at);
    if (dash == line.npos || quotesSomething(line.substr(0, at)))
        return false;
    const auto outcome = trimmed(line.substr(dash + 5));
    const auto status = statusAt(outcome);
    const int named = outcome == "OK" ? 200 : statusOfReason(outcome); // by older versions
    if (!status && named == 0)
        return false;
    builder.takeSent();
    builder.takeStatus(status.value_or(named), 2);
    builder.setReporter(Reporter::HttpClient);
    takeString(builder, Field::Duration, between(line.substr(0, dash + 2), " after ", " "));
    return true;
}

/// The ids behind each `mark` in the line.
void takeMarkedIds(std::string_view line, std::string_view mark, RecordBuilder& builder) {
    for (std::size_t at = line.find(mark); at != line.npos; at = line.find(mark, at + mark.size())) {
        const auto before = line.substr(0, at);
        const bool proxys = before.ends_with("x-") || before.ends_with("X-");
        const auto rest = line.substr(at + mark.size());
        builder.take(proxys ? Field::ProxyRequestId : Field::RequestId,
                     {Scalar::Kind::String, rest.substr(0, rest.find_first_of(" ,)\"'"))});
    }
}

/// The address and the id that such lines end with.
void takeUrlAndId(std::string_view line, RecordBuilder& builder) {
    for (const std::string_view mark : {" for url: ", " for url '", " for url (", " url: ", ", url="}) {
        const auto url = between(line, mark, " ,')");
        if (url.starts_with("http"))
            builder.takeToldUrl(url);
    }
    for (const std::string_view mark :
         {"request id: ", "Request ID: ", "request_id: ", "Request-Id: ", "request-id: "})
        takeMarkedIds(line, mark, builder);
}

} // namespace

bool mineAxiosLogger(std::string_view line, RecordBuilder& builder) {
    constexpr std::string_view tag = "[Error] ";
    const std::size_t at = line.starts_with('[') ? line.find(tag) : line.npos;
    if (at == line.npos || (at > 0 && line[at - 1] != ']'))
        return false;
    const auto said = trimmed(line.substr(at + tag.size()));
    const std::size_t blank = said.rfind(' ');
    const auto url = said.substr(blank == said.npos ? said.size() : blank + 1);
    const auto before = said.substr(0, said.size() - url.size());
    const auto method = trimmed(before).substr(trimmed(before).rfind(' ') + 1);
    if (!isUsualMethod(method) || !url.starts_with("http"))
        return false;
    builder.takeRequestLine(said.substr(static_cast<std::size_t>(method.data() - said.data())));
    builder.noteNoResponse();
    builder.setReporter(Reporter::HttpClient);
    return true;
}

ClientLine mineClientLine(std::string_view line, RecordBuilder& builder) {
    line = line.substr(0, line.find('\n'));
    if (takeSdkTag(line, builder))
        return mineSdkLog(line, builder);
    if (isFaradayHeader(line))
        return {.states = mineFaradayHeader(line, builder), .dump = Place::Headers};
    if (const ClientLine older = mineOlderSdkLog(line, builder); older.dump)
        return older;
    if (minePythonClient(line, builder) || mineAiohttpAnswer(line, builder) ||
        mineDotNetClient(line, builder) || mineFaraday(line, builder) || mineServedByDotNet(line, builder) ||
        mineJavaAnswer(line, builder) || mineLangChain(line, builder) || mineSymfonyAnswer(line, builder))
        return {.states = true};
    if (line.find("Sending HTTP Request: ") != line.npos)
        builder.setReporter(Reporter::SdkLog);
    if (mentionsContent(line))
        return {};
    if (!mineLostTry(line, builder) && !mineLostByLwp(line, builder) && !mineAgentLine(line, builder) &&
        !mineHttpStatus(line, builder) && !mineNoAnswer(line, builder))
        return {};
    takeUrlAndId(line, builder);
    return {.states = true};
}

} // namespace derouter
