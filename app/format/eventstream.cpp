// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/eventstream.h"

#include "format/errortext.h"
#include "format/recordbuilder.h"
#include "format/texts.h"

#include <algorithm>

namespace derouter {

namespace {

constexpr std::size_t maxData = 256 * 1024;

/// The value of `data: …` and its kin; the blank behind the colon is none of it.
std::string_view valueOf(std::string_view line, std::string_view field) {
    line.remove_prefix(std::min(field.size() + 1, line.size()));
    return line.starts_with(' ') ? line.substr(1) : line;
}

bool isField(std::string_view line, std::string_view field) {
    return line.starts_with(field) && line.size() > field.size() && line[field.size()] == ':';
}

bool isEventName(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return isLetter(c) || isDigit(c) || c == '_' || c == '.' || c == '-';
    });
}

/// Whether a member stands in a JSON text, with or without a blank behind its colon.
bool states(std::string_view json, std::string_view name, std::string_view value) {
    for (std::size_t at = json.find(name); at != json.npos; at = json.find(name, at + 1)) {
        auto rest = json.substr(at + name.size());
        while (rest.starts_with(' ') || rest.starts_with(':'))
            rest.remove_prefix(1);
        if (rest.starts_with(value))
            return true;
    }
    return false;
}

bool isFailedResponse(const StreamEvent& event) {
    const auto data = trimmed(event.data);
    return data.starts_with(R"({"type":"response.failed")") ||
           (event.name == "response.failed" && data.starts_with('{'));
}

/// Errors as a whole: what a completion quotes stands deeper.
bool isError(const StreamEvent& event) {
    const auto data = trimmed(event.data);
    return isErrorBody(data) || isFailedResponse(event) ||
           (event.name == "error" && data.starts_with('{') && states(data, R"("type")", R"("error")"));
}

/// The Responses API's `error`, which `response.failed` follows. It numbers its events, and by its
/// documentation wraps no further error.
bool isErrorOfResponses(std::string_view data) {
    return data.find(R"("sequence_number")") != data.npos ||
           (states(data, R"("type")", R"("error")") && data.find(R"("error":)") == data.npos);
}

bool beginsStream(const StreamEvent& event) {
    return event.data.find(R"("message_start")") < 40 || event.data.find(R"("response.created")") < 40;
}

std::string_view modelIn(std::string_view data) {
    constexpr std::string_view name = R"("model":)";
    const std::size_t at = data.find(name);
    if (at == data.npos)
        return {};
    const auto rest = trimmed(data.substr(at + name.size()));
    return rest.starts_with('"') ? rest.substr(1, rest.find('"', 1) - 1) : std::string_view();
}

} // namespace

bool EventLines::endsBefore(std::string_view line) const {
    if (isEmpty())
        return false;
    const bool whole = !m_data.empty() && m_openBraces <= 0;
    return trimmed(line).empty() || (!m_data.empty() && isField(line, "event")) ||
           (whole && isField(line, "data"));
}

void EventLines::add(std::string_view line) {
    if (isField(line, "event")) {
        m_name = trimmed(valueOf(line, "event"));
    } else if (isField(line, "data") && m_data.size() + line.size() < maxData) {
        const auto data = valueOf(line, "data");
        m_data += m_data.empty() ? "" : "\n";
        m_data += data;
        m_openBraces += bracesOpenedIn(data);
    }
}

void EventLines::clear() {
    m_name.clear();
    m_data.clear();
    m_openBraces = 0;
}

bool StreamedAnswer::fails(const StreamEvent& event) {
    if (beginsStream(event)) {
        m_model.clear();
        m_willBeToldAgain = false;
    }
    const bool error = isError(event);
    if (m_model.empty())
        m_model = modelIn(event.data);
    if (!error)
        return false;
    const bool again = m_willBeToldAgain && isFailedResponse(event);
    m_willBeToldAgain = !isFailedResponse(event) && isErrorOfResponses(event.data);
    return !again;
}

void StreamedAnswer::read(const StreamEvent& error, RecordBuilder& builder) const {
    builder.noteErrorBody();
    builder.noteStreamEvent();
    builder.take(Field::Streamed, {Scalar::Kind::Boolean, "true"});
    readErrorBody(builder.keep(std::string(trimmed(error.data))), builder, 1);
    if (!m_model.empty())
        builder.take(Field::Model, {Scalar::Kind::String, builder.keep(m_model)});
}

bool EventStreamReader::takes(std::string_view line) const {
    if (!m_open && (line.size() < 6 || (line[0] != 'd' && line[0] != 'e')))
        return false;
    if (isField(line, "data")) {
        const auto data = valueOf(line, "data");
        return m_open || data.starts_with('{') || data.starts_with("[DONE]");
    }
    if (isField(line, "event"))
        return isEventName(trimmed(valueOf(line, "event")));
    return m_open &&
           (line.starts_with(':') || isField(line, "id") || isField(line, "retry") || trimmed(line).empty());
}

bool EventStreamReader::failsBefore(std::string_view line) {
    if (!m_event.endsBefore(line))
        return false;
    if (m_answer.fails(m_event.event()))
        return true;
    drop();
    return false;
}

bool EventStreamReader::failsAtEnd() {
    return failsBefore({});
}

void EventStreamReader::add(std::string_view line, std::uint64_t number, std::uint64_t offset,
                            std::uint64_t bytes) {
    m_open = true;
    if (m_event.isEmpty()) {
        m_text.clear();
        m_firstLine = number;
        m_offset = offset;
        m_bytes = m_lines = 0;
    }
    m_event.add(line);
    m_bytes += bytes;
    ++m_lines;
    if (m_text.size() + line.size() < maxData) {
        m_text += m_text.empty() ? "" : "\n";
        m_text += line;
    }
}

void EventStreamReader::read(RecordBuilder& builder) const {
    builder.begin();
    m_answer.read(m_event.event(), builder);
}

void EventStreamReader::drop() {
    m_event.clear();
}

void EventStreamReader::close() {
    *this = EventStreamReader();
}

bool isEventStream(std::string_view text) {
    return isField(text, "event") || isField(text, "data") || text.starts_with(": ");
}

void mineEventStream(std::string_view stream, RecordBuilder& builder) {
    EventLines event;
    StreamedAnswer answer;
    for (std::size_t at = 0; at <= stream.size();) {
        const std::size_t end = std::min(stream.find('\n', at), stream.size());
        const auto line = stream.substr(at, end - at);
        if (event.endsBefore(line) || (end == stream.size() && !event.isEmpty() && line.empty())) {
            if (answer.fails(event.event())) {
                answer.read(event.event(), builder);
                return;
            }
            event.clear();
        }
        event.add(line);
        at = end + 1;
    }
    if (answer.fails(event.event()))
        answer.read(event.event(), builder);
}

} // namespace derouter
