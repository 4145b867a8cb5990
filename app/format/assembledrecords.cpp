// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a RecordReader reads records of several lines, and records that tell of several requests.

#include "format/errortext.h"
#include "format/faradaylines.h"
#include "format/looseobject.h"
#include "format/powershell.h"
#include "format/printedmessage.h"
#include "format/recordreader.h"
#include "format/servedlines.h"
#include "format/textreader.h"
#include "format/tracebacks.h"

#include <cstdlib>

namespace derouter {

/// Whether the line goes on the record that is open in its stream; ends that one if not.
bool RecordReader::continueOpen(std::string_view text, bool json, const Layer& layer) {
    Stream& stream = streamOf(layer.stream);
    if (!stream.assembler.isOpen())
        return false;
    if (stream.depth > layer.depth) { // a record inside a wrapper: the next one's inside will tell
        const bool row = m_csv.isOpen() && layer.depth == 0;
        if (json || row || readPeeled(text, layer))
            return !json && !row;
        endOpen(stream);
        return false;
    }
    if (firstNonBlank(text) >= stream.indent)
        text.remove_prefix(stream.indent);
    const RecordAssembler& assembler = stream.assembler;
    const bool begins = json || beginsWithStamp(text, m_times);
    const bool thrown = !begins && assembler.mayThrow(text) &&
                        (assembler.hasJavasLevel() || beginsWithStamp(assembler.text(), m_times));
    const bool body = json && assembler.leadsToBody() && isErrorBody(text);
    const bool raised = !beginsTraceback(text) || mayBeRaisedIn(stream, layer);
    const bool part =
        ((json || !begins) && goesOnPrintedMessage(assembler.text(), text)) ||
        (!begins && (goesOnHeaders(assembler.text(), text) || goesOnCmdletError(assembler.text(), text)));
    if (thrown || body || part || (!json && raised && assembler.continues(text, begins))) {
        stream.assembler.add(text, layer.origin.bytes);
        return true;
    }
    endOpen(stream);
    return false;
}

/// Whether a traceback is of the line above it, by the times of their wrapper: both are written at once.
bool RecordReader::mayBeRaisedIn(const Stream& stream, const Layer& layer) {
    if (stream.assembler.lines() > 1 || !stream.stamp || !layer.stamp)
        return true;
    return std::abs(layer.stamp->time - stream.stamp->time) <= microsecondsPerSecond;
}

void RecordReader::endOpen(Stream& stream) {
    if (stream.assembler.isOpen())
        readAssembled(stream);
}

void RecordReader::addText(std::string_view text, const Layer& layer) {
    Stream& stream = streamOf(layer.stream);
    if (!stream.assembler.isOpen()) {
        stream.stamp = layer.stamp;
        stream.depth = layer.depth;
        const std::size_t blanks = firstNonBlank(text);
        stream.indent = text.substr(blanks).starts_with(tracebackMark) ? blanks : 0;
        text.remove_prefix(stream.indent);
    }
    stream.assembler.begin(layer.origin.line, layer.origin.offset);
    stream.assembler.add(text, layer.origin.bytes);
}

void RecordReader::readAssembled(Stream& stream) {
    turnTo(stream.name);
    RecordAssembler& assembler = stream.assembler;
    const std::string_view text = assembler.text();
    const Origin origin{assembler.firstLine(), assembler.offset(), assembler.bytes(), assembler.lines(),
                        text};
    bool understood = true;
    if (text.starts_with('{')) {
        m_builder.begin();
        readLooseObject(text, Place::Root, m_builder, 0);
        take(m_builder.finish(), origin, stream.stamp);
    } else if (const auto several = severalErrors(text); !several.empty()) {
        readText(text.substr(0, text.find('\n')), m_builder, m_times);
        const auto stamp = m_builder.stamp() ? m_builder.stamp() : stream.stamp;
        if (!takeSeveral(several, origin, stamp))
            understood = takeText(text, origin, stream.stamp);
    } else {
        understood = takeText(text, origin, stream.stamp);
    }
    if (understood)
        m_textLines += assembler.lines();
    else
        reject(origin, Rejection::NothingKnown);
    assembler.clear();
}

bool RecordReader::takeText(std::string_view text, const Origin& origin, const std::optional<Stamp>& stamp) {
    if (!readText(text, m_builder, m_times) && !stamp)
        return false;
    m_builder.finish();
    LogRecord& record = m_builder.record();
    const auto servedId = origin.lines == 1 ? servedRequestId(text) : std::string_view();
    if (!servedId.empty()) {
        m_requests.complete(servedId, m_builder.processId(), record);
        m_builder.linkServed(servedId);
    }
    const bool understood = !m_builder.isLeftOpen(); // a failed request of we know not whom is not to vanish
    m_plain = understood && origin.lines == 1 && !stamp && m_builder.stamp() && m_builder.localId().empty() &&
              servedId.empty() && !m_builder.movesSent();
    take(record, origin, stamp);
    m_plain = false;
    return understood;
}

/// What the builder has, and before it the errors of other requests that its texts told of. Where those are a
/// list of all, the record itself says nothing more.
void RecordReader::takeAll(const Origin& origin, const std::optional<Stamp>& stamp) {
    m_builder.finish();
    LogRecord& record = m_builder.record();
    if (const auto id = m_builder.localId(); !id.empty()) {
        m_requests.complete(id, m_builder.processId(), record);
        m_builder.linkServed(id);
    }
    const SeveralErrors others = m_builder.takeOtherErrors();
    const auto own = m_builder.stamp() ? m_builder.stamp() : stamp;
    if (others.empty() || !takeSeveral(others, origin, own) || !others.listsAll)
        take(record, origin, stamp);
}

/// False when none of the errors is that of a request.
bool RecordReader::takeSeveral(const SeveralErrors& errors, const Origin& origin,
                               const std::optional<Stamp>& stamp) {
    bool taken = false;
    int number = errors.unprinted;
    for (const std::string& error : errors.texts) {
        LogRecord record = readPart(error);
        const bool ofRequest = record.outcome != Outcome::Unstated || !record.path.empty();
        if (!record.reportsFailure() || !ofRequest)
            continue;
        if (errors.triesOfOneCall && record.attempt.number == 0)
            record.attempt.number = ++number;
        if (!taken)
            takeUnprinted(errors.unprinted, record, origin, stamp);
        take(record, origin, stamp);
        taken = true;
    }
    return taken;
}

/// The first tries of a call: of the last it is printed how they failed.
void RecordReader::takeUnprinted(int count, LogRecord last, const Origin& origin,
                                 const std::optional<Stamp>& stamp) {
    last.requestId = {};
    for (int number = 1; number <= count; ++number) {
        last.attempt.number = number;
        take(last, origin, stamp);
    }
}

const LogRecord& RecordReader::readPart(const std::string& error) {
    if (error.starts_with('{')) {
        m_partBuilder.begin();
        readLooseObject(error, Place::Error, m_partBuilder, 1);
    } else {
        readText(error, m_partBuilder, m_times);
    }
    return m_partBuilder.finish();
}

} // namespace derouter
