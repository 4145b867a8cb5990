// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/eventwriter.h"

#include "report/reportdata.h"

namespace derouter {

namespace {

/// Of longer texts few are alike.
constexpr std::size_t longestRemembered = 512;

std::size_t looksOf(std::string_view text) {
    return text.empty() ? 0 : text.size() * 31 + static_cast<unsigned char>(text.back());
}

void writeEvidence(JsonWriter& json, const Evidence& evidence) {
    json.key("evidence");
    json.beginArray();
    if (evidence.status)
        json.text("status");
    if (evidence.type)
        json.text("type");
    if (evidence.message)
        json.text("message");
    json.endArray();
}

} // namespace

void writeText(JsonWriter& json, std::string_view name, std::string_view text) {
    json.key(name);
    if (text.empty())
        json.null();
    else
        json.text(text);
}

bool EventWriter::Reading::isOf(const ErrorEvent& event) const {
    return code == event.code && quality == event.timeQuality && move == event.move &&
           evidence == event.evidence && cause == event.cause && message == event.message &&
           type == event.type;
}

void EventWriter::Reading::take(const ErrorEvent& event) {
    quality = event.timeQuality;
    code = event.code;
    cause = event.cause;
    move = event.move;
    evidence = event.evidence;
    type = event.type;
    message = event.message;
}

bool EventWriter::Call::isOf(const ErrorEvent& event) const {
    return model == event.model && method == event.method && path == event.path;
}

void EventWriter::Call::take(const ErrorEvent& event) {
    model = event.model;
    method = event.method;
    path = event.path;
}

void EventWriter::writeMembers(const Reading&, const ErrorEvent& event) {
    writeText(m_json, "time_quality", key(event.timeQuality));
    m_json.key("status");
    if (event.code.isNoResponse())
        m_json.null();
    else
        m_json.number(event.code.value);
    writeText(m_json, "type", redacted(event.type));
    writeText(m_json, "cause", event.cause);
    writeText(m_json, "move", key(event.move));
    writeEvidence(m_json, event.evidence);
    writeText(m_json, "message", redacted(event.message));
}

void EventWriter::writeMembers(const Call&, const ErrorEvent& event) {
    writeText(m_json, "model", redacted(event.model));
    writeText(m_json, "method", redacted(event.method));
    writeText(m_json, "path", redacted(event.path));
}

template <typename Known> void EventWriter::writeOnce(Known& known, const ErrorEvent& event) {
    if (!known.members.empty() && known.isOf(event))
        return m_json.repeat(known.members);
    const std::uint64_t before = m_json.written();
    writeMembers(known, event);
    known.members = m_json.last(m_json.written() - before);
    if (known.members.size() > longestRemembered)
        known.members.clear();
    else
        known.take(event);
}

void EventWriter::writeName(const SourceInfo* source, int file) {
    if (!m_name.members.empty() && m_name.source == source && m_name.file == file)
        return m_json.repeat(m_name.members);
    const std::uint64_t before = m_json.written();
    writeText(m_json, "source", source ? redacted(source->nameOf(file).toStdString()) : std::string());
    m_name = {source, file, std::string(m_json.last(m_json.written() - before))};
}

void EventWriter::write(const SourceInfo* source, const ErrorEvent& event) {
    m_json.beginObject();
    writeText(m_json, "time", event.time ? isoTime(*event.time) : std::string());
    const std::size_t looks = looksOf(event.message) + looksOf(event.type) + event.code.value;
    writeOnce(m_readings[looks % m_readings.size()], event);
    writeText(m_json, "request_id", event.requestId);
    writeOnce(m_calls[(looksOf(event.path) + looksOf(event.model)) % m_calls.size()], event);
    m_json.key("duration_ms");
    if (event.durationMicros < 0)
        m_json.null();
    else
        m_json.milliseconds(event.durationMicros);
    m_json.key("streamed");
    if (event.streamed)
        m_json.boolean(*event.streamed);
    else
        m_json.null();
    writeName(source, event.file);
    m_json.key("line");
    m_json.number(event.line);
    m_json.key("sightings");
    m_json.number(event.sightings);
    m_json.endObject();
}

} // namespace derouter
