// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/printedmessage.h"

#include "format/errortext.h"
#include "format/recordbuilder.h"
#include "format/spellings.h"
#include "format/texts.h"

#include <algorithm>

namespace derouter {

namespace {

constexpr std::string_view bodyStart = "\nBODY START";
constexpr std::string_view bodyEnd = "\nBODY END";

std::string_view lineAt(std::string_view text, std::size_t at) {
    return text.substr(at, std::min(text.find('\n', at), text.size()) - at);
}

std::string_view firstLine(std::string_view text) {
    return lineAt(text, 0);
}

/// Behind `mark` at the end of what loggers put before a message; empty where it does not stand there.
std::string_view behindMark(std::string_view head, std::string_view mark) {
    const std::size_t at = head.rfind(mark);
    const bool apart =
        at == 0 || (at != head.npos && std::string_view(" \t]").find(head[at - 1]) != head.npos);
    return apart ? head.substr(at + mark.size()) : std::string_view();
}

/// The status that Ktor's record of an answer begins with; 0 of none.
int statusOfKtor(std::string_view head) {
    const auto said = behindMark(head, "RESPONSE: ");
    return said.size() == 3 || (said.size() > 3 && said[3] == ' ') ? threeDigits(said).value_or(0) : 0;
}

bool beginsKtor(std::string_view head) {
    return statusOfKtor(head) > 0 || behindMark(head, "REQUEST: ").starts_with("http");
}

bool beginsLangChain4j(std::string_view head) {
    constexpr std::string_view ends[] = {"HTTP response:", "HTTP request:", "Response:", "Request:"};
    return std::ranges::any_of(ends, [head](std::string_view end) { return head.ends_with(end); });
}

bool isPartOfKtor(std::string_view line) {
    constexpr std::string_view begins[] = {"METHOD: ", "FROM: ",     "COMMON HEADERS",     "CONTENT HEADERS",
                                           "-> ",      "BODY START", "BODY Content-Type:", "BODY END"};
    return std::ranges::any_of(begins, [line](std::string_view begin) { return line.starts_with(begin); });
}

bool isPartOfLangChain4j(std::string_view line) {
    constexpr std::string_view begins[] = {
        "- method: ", "- url: ", "- status code: ", "- headers: ", "- body: "};
    return std::ranges::any_of(begins, [line](std::string_view begin) { return line.starts_with(begin); });
}

/// `HttpMethod(value=POST)`, `POST`
std::string_view methodFrom(std::string_view value) {
    constexpr std::string_view wrapped = "HttpMethod(value=";
    return value.starts_with(wrapped) ? trimmed(value.substr(wrapped.size()), ")") : value;
}

/// Behind `name` at the beginning of a line below the first.
std::string_view partOf(std::string_view record, std::string_view name) {
    const std::size_t at = record.find(name);
    return at == record.npos ? std::string_view() : lineAt(record, at + name.size());
}

void takeHeader(std::string_view header, RecordBuilder& builder) {
    const std::size_t colon = header.find(": ");
    if (colon == header.npos)
        return;
    const Step step = builder.stepOf(Place::Headers, header.substr(0, colon));
    if (step.field != Field::None)
        builder.take(step.field, {Scalar::Kind::String, trimmed(header.substr(colon + 2))});
}

void takeAnswer(int status, std::string_view body, RecordBuilder& builder) {
    builder.takeStatus(status, 2);
    builder.noteResponseHeaders();
    builder.setReporter(Reporter::HttpClient);
    mineResponseBody(body, status, builder);
}

void readKtor(std::string_view record, RecordBuilder& builder) {
    const int status = statusOfKtor(firstLine(record));
    if (status == 0)
        return; // what was sent
    builder.takeRequestLine(builder.keep(std::string(methodFrom(partOf(record, "\nMETHOD: "))) + ' ' +
                                         std::string(partOf(record, "\nFROM: "))));
    const std::size_t start = record.find(bodyStart);
    const auto head = record.substr(0, start);
    for (std::size_t at = head.find("\n-> "); at != head.npos; at = head.find("\n-> ", at + 1))
        takeHeader(lineAt(head, at + 4), builder);
    const auto body = record.substr(std::min(start, record.size() - bodyStart.size()) + bodyStart.size());
    takeAnswer(status, start == record.npos ? std::string_view() : body.substr(0, body.find(bodyEnd)),
               builder);
}

constexpr std::string_view span = "Activity.TraceId:";

/// What .NET's OpenTelemetry prints of a span ends with an empty line.
bool goesOnSpan(std::string_view line) {
    return !line.empty() && !line.starts_with(span) && line.find(':') != line.npos;
}

/// `    http.response.status_code: 429` of the span's tags; what the program is stands unindented below.
void readSpan(std::string_view record, RecordBuilder& builder) {
    constexpr std::string_view start = "Activity.StartTime:";
    constexpr std::string_view margin = "    ";
    constexpr std::string_view errorType = "error.type"; // a status again, or a class
    for (std::size_t at = 0; at < record.size();) {
        const auto line = lineAt(record, at);
        at += line.size() + 1;
        if (line.starts_with(start))
            builder.take(Field::Time, {Scalar::Kind::String, trimmed(line.substr(start.size()))});
        const std::size_t colon = line.starts_with(margin) ? line.find(": ") : line.npos;
        const auto name = trimmed(line.substr(0, colon == line.npos ? 0 : colon));
        const Field field = name == errorType ? Field::None : builder.stepOf(Place::Root, name).field;
        if (field != Field::None)
            builder.take(field, {Scalar::Kind::String, trimmed(line.substr(colon + 2))});
    }
}

void readLangChain4j(std::string_view record, RecordBuilder& builder) {
    const auto status = threeDigits(partOf(record, "\n- status code: "));
    if (!status) {
        builder.noteSent(builder.keep(std::string(partOf(record, "\n- method: ")) + ' ' +
                                      std::string(partOf(record, "\n- url: "))));
        return;
    }
    builder.takeSent();
    constexpr std::string_view between = "], [";
    for (auto headers = trimmed(partOf(record, "\n- headers: "), "[]"); !headers.empty();) {
        const std::size_t end = std::min(headers.find(between), headers.size());
        takeHeader(headers.substr(0, end), builder);
        headers.remove_prefix(std::min(end + between.size(), headers.size()));
    }
    constexpr std::string_view body = "\n- body: ";
    const std::size_t at = record.find(body);
    takeAnswer(*status, at == record.npos ? std::string_view() : record.substr(at + body.size()), builder);
}

} // namespace

bool goesOnPrintedMessage(std::string_view record, std::string_view line) {
    if (record.starts_with(span))
        return goesOnSpan(line);
    const auto head = firstLine(record);
    const auto second = lineAt(record, std::min(head.size() + 1, record.size()));
    const bool below = head.size() < record.size();
    if ((below ? second : line).starts_with("METHOD: "))
        return beginsKtor(head) &&
               (isPartOfKtor(line) || (contains(record, bodyStart) && !contains(record, bodyEnd)));
    return isPartOfLangChain4j(below ? second : line) && isPartOfLangChain4j(line) && beginsLangChain4j(head);
}

bool minePrintedMessage(std::string_view record, RecordBuilder& builder) {
    if (record.starts_with(span)) {
        readSpan(record, builder);
        return true;
    }
    const auto head = firstLine(record);
    const auto second = lineAt(record, std::min(head.size() + 1, record.size()));
    if (second.starts_with("METHOD: ") && beginsKtor(head))
        readKtor(record, builder);
    else if (isPartOfLangChain4j(second) && beginsLangChain4j(head))
        readLangChain4j(record, builder);
    else
        return false;
    return true;
}

} // namespace derouter
