// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A RecordReader's way with records of many lines that a tool printed: HTTP exchanges, streams of events,
// entries of a journal.

#include "format/agentlines.h"
#include "format/errortext.h"
#include "format/gatewaylog.h"
#include "format/recordreader.h"
#include "format/textreader.h"

#include <algorithm>
#include <utility>

namespace derouter {

using namespace Qt::StringLiterals;

/// Whether the line is of an exchange or of a stream of events; ends those that it does not go on.
bool RecordReader::readDocument(std::string_view text, const Layer& layer) {
    return goesOnWithBody(text) || readExchange(text, layer) || readWire(text, layer) ||
           readPrintedBody(text, layer) || readEvents(text, layer);
}

/// Whether the line is of a block that quotes; in a log, whose records tell their time, a fence that stays
/// open ends before the next of them.
bool RecordReader::readQuoted(std::string_view text, bool json, const Layer& layer) {
    if (m_quoted.isOpen()) {
        if (m_quotedIn.isElsewhere(layer))
            return false;
        const bool begins = m_dated && (json ? !isErrorBody(text) : beginsWithStamp(text, m_times));
        if (!begins && m_quoted.takes(text)) {
            reject(layer.origin, Rejection::NothingKnown);
            return true;
        }
        m_quoted.close();
    }
    if (!QuotedBlock::begins(text) || m_transcript.isOpen() || m_csv.isOpen())
        return false;
    Stream& stream = streamOf(layer.stream);
    if (stream.assembler.isFenced() || (isFence(text) && stream.assembler.leadsToBody()))
        return false;
    endOpen(stream);
    m_quoted.open(text);
    m_quotedIn = {layer.depth, layer.stream, layer.stamp};
    reject(layer.origin, Rejection::NothingKnown);
    return true;
}

bool RecordReader::readExchange(std::string_view text, const Layer& layer) {
    const bool open = m_transcript.isOpen();
    if (open && m_exchange.isElsewhere(layer))
        return false;
    if (!m_transcript.takes(text)) {
        if (open)
            readTranscript(m_transcript, m_exchange);
        return false;
    }
    if (m_transcript.endsBefore(text))
        readTranscript(m_transcript, m_exchange, m_transcript.begins(text));
    const std::size_t end = m_transcript.endIn(text);
    if (end == text.size()) {
        addToExchange(text, layer);
        return true;
    }
    Layer before = layer;
    Layer behind = layer;
    behind.origin.raw = text.substr(end);
    if (isWhole(text, layer)) {
        before.origin.bytes = end;
        behind.origin.bytes -= end;
        behind.origin.offset += end;
    }
    addToExchange(text.substr(0, end), before);
    read(text.substr(end), behind);
    return true;
}

void RecordReader::addToExchange(std::string_view text, const Layer& layer) {
    if (!m_transcript.isOpen())
        m_exchange = {layer.depth, layer.stream, layer.stamp};
    m_transcript.add(text, layer.origin.line, layer.origin.offset, layer.origin.bytes);
}

/// Whether the line tells the outcome of the answer whose body stood above it.
bool RecordReader::goesOnWithBody(std::string_view text) {
    if (!m_printedBody.isOpen())
        return false;
    const auto writeOut = writeOutIn(text);
    if (!writeOut) {
        releasePrintedBody();
        return false;
    }
    readWrittenOut(*writeOut);
    ++m_textLines;
    return true;
}

/// A body may be gone on with in the next line.
bool RecordReader::readPrintedBody(std::string_view text, const Layer& layer) {
    RecordAssembler& open = m_streams.front().assembler;
    const auto above = open.isOpen() && open.lines() == 1 ? writeOutIn(open.text()) : std::nullopt;
    const bool apart = !open.isOpen() || (above && above->status < 400); // no error's body follows that
    const bool mayBe =
        layer.depth == 0 && m_format.family == FormatFamily::Detected && !m_csv.isOpen() && apart;
    if (!mayBe || !PrintedBody::isOne(text))
        return false;
    endOpen(m_streams.front());
    m_printedBody.begin(text, layer.origin.line, layer.origin.offset, layer.origin.bytes);
    if (const auto writeOut = writeOutIn(m_printedBody.tail()))
        readWrittenOut(*writeOut);
    return true;
}

void RecordReader::readWrittenOut(const WriteOut& writeOut) {
    m_printedBody.read(writeOut, m_builder);
    const Origin origin{m_printedBody.number(), m_printedBody.offset(), m_printedBody.bytes(), 1,
                        m_printedBody.line()};
    m_printedBody.close();
    take(m_builder.finish(), origin, {});
}

/// Nothing went on with it: a line of JSON as any other.
void RecordReader::releasePrintedBody() {
    m_printedBody.close();
    const auto text = m_printedBody.line();
    const Layer layer{
        .origin = {m_printedBody.number(), m_printedBody.offset(), m_printedBody.bytes(), 1, text},
        .stamp = {},
        .stream = {}};
    readJson(text, layer);
}

bool RecordReader::readEvents(std::string_view text, const Layer& layer) {
    if (m_events.isOpen() && m_stream.isElsewhere(layer))
        return false;
    const bool takes = m_events.takes(text);
    if (!takes && !m_events.isOpen())
        return false;
    if (takes ? m_events.failsBefore(text) : m_events.failsAtEnd())
        readFailedEvent();
    if (!takes) {
        m_events.close();
        return false;
    }
    if (!m_events.isOpen())
        m_stream = {layer.depth, layer.stream, layer.stamp};
    continueOpen({}, true, layer); // no line of a text
    m_events.add(text, layer.origin.line, layer.origin.offset, layer.origin.bytes);
    ++m_textLines;
    return true;
}

void RecordReader::readFailedEvent() {
    m_events.read(m_builder);
    m_lastAnswer.forget(); // of an answer that had begun
    take(m_builder.finish(),
         {m_events.firstLine(), m_events.offset(), m_events.bytes(), m_events.lines(), m_events.text()},
         m_stream.stamp);
    m_events.drop();
}

void RecordReader::readTranscript(TranscriptReader& transcript, const OpenDocument& place, bool next) {
    const Origin origin{transcript.firstLine(), transcript.offset(), transcript.bytes(), transcript.lines(),
                        transcript.text()};
    m_textLines += origin.lines;
    if (m_format.name.isEmpty())
        voteFor(transcript.formatName());
    if (const auto record = transcript.finish(next))
        take(*record, origin, place.stamp);
}

bool RecordReader::readWire(std::string_view text, const Layer& layer) {
    const auto step = gatewayLineIn(text);
    const auto line = step ? step : wireLineIn(text);
    if (!line)
        return false;
    continueOpen({}, true, layer); // no line of a text
    WireConnection& connection = connectionOf(*line, step.has_value(), layer);
    TranscriptReader& exchange = connection.exchange;
    if (exchange.endsBefore(text))
        readWireExchange(connection);
    if (!exchange.isOpen() && !exchange.begins(text)) { // the rest of what was told
        ++m_textLines;
        return true;
    }
    if (!exchange.isOpen())
        connection.place.stamp = layer.stamp;
    exchange.add(text, layer.origin.line, layer.origin.offset, layer.origin.bytes);
    if (exchange.isOver())
        readWireExchange(connection);
    return true;
}

RecordReader::WireConnection& RecordReader::connectionOf(const WireLine& line, bool gateway,
                                                         const Layer& layer) {
    const auto same = [&](const WireConnection& connection) {
        return connection.name == line.connection && !connection.place.isElsewhere(layer);
    };
    const auto found = std::ranges::find_if(m_wires, same);
    if (found != m_wires.end())
        return *found;
    if (m_wires.size() == maxConnections) {
        readWireExchange(m_wires.front());
        m_wires.pop_front();
    }
    return m_wires.emplace_back(WireConnection{
        .name = std::string(line.connection),
        .place = {layer.depth, layer.stream, layer.stamp},
        .exchange =
            TranscriptReader(m_wireBuilder, m_times, gateway ? makeGatewayDialect() : makeWireDialect()),
    });
}

void RecordReader::readWireExchange(WireConnection& connection) {
    if (connection.exchange.isOpen())
        readTranscript(connection.exchange, connection.place);
}

/// Those whose outcome is known. The others may still be answered.
void RecordReader::readAnsweredWires() {
    for (WireConnection& connection : m_wires)
        if (connection.exchange.isAnswered())
            readWireExchange(connection);
}

void RecordReader::readJournalEntry() {
    const JournalExport entry = std::exchange(m_journal, {});
    if (m_format.name.isEmpty())
        voteFor(u"journald"_s);
    const Origin origin{entry.firstLine(), entry.offset(), entry.bytes(), entry.lines(), entry.message()};
    Layer layer{.origin = origin,
                .stamp = entry.time().empty() ? stampOf(entry.head(), m_times)
                                              : TimeParser::fromEpoch(entry.time()),
                .stream = entry.program()};
    if (!entry.message().empty())
        readInner(entry.message(), entry.isPart(), std::move(layer));
}

/// A line of an agent's transcript: its errors do not name the model, which answered before.
void RecordReader::noteAgent(std::string_view record) {
    mineAgentRecord(record, m_builder);
    const bool aside = record.find("\"isSidechain\":true") != record.npos;
    std::string& model = m_agentsModel[aside ? 1 : 0];
    if (m_builder.isErrorOfAgent() && m_builder.record().model.empty())
        m_builder.record().model = m_builder.keep(model);
    else if (const auto named = modelOfAgent(record); m_builder.isOfAssistant() && !named.empty())
        model = named;
}

void RecordReader::readXmlRecord() {
    const XmlRecord record = std::exchange(m_xml, {});
    if (m_format.name.isEmpty())
        voteFor(u"xml"_s);
    endOpen(streamOf({}));
    turnTo({});
    const std::string text = record.text();
    const Origin origin{record.firstLine(), record.offset(), record.bytes(), record.lines(), text};
    const auto dated = m_times.parse(record.time());
    if (!takeText(text, origin, dated ? dated : TimeParser::fromEpoch(record.time())))
        reject(origin, Rejection::NothingKnown);
}

} // namespace derouter
