// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/recordreader.h"

#include "format/jsonsplitter.h"
#include "format/terminalescapes.h"
#include "format/textreader.h"
#include "format/texts.h"

#include <algorithm>
#include <utility>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

/// Without what stands before each record of RFC 7464's sequences, and of journald's events.
std::string_view withoutFraming(std::string_view text) {
    if (text.starts_with('\x1E'))
        return text.substr(1);
    constexpr std::string_view event = "data: ";
    const bool ofJournal = text.starts_with("data: {") && text.find("\"__REALTIME_TIMESTAMP\"") != text.npos;
    return ofJournal ? text.substr(event.size()) : text;
}

} // namespace

RecordReader::RecordReader(ChosenFormat format, QTimeZone zone, RecordSink& sink)
    : m_format(std::move(format))
    , m_sink(sink)
    , m_times(std::move(zone))
    , m_builder(m_times)
    , m_partBuilder(m_times)
    , m_wireBuilder(m_times)
    , m_layouts(m_format)
    , m_transcript(m_builder, m_times)
    , m_csv(m_builder) {
    m_streams.emplace_back();
    if (!m_format.members.empty())
        m_builder.setMembers(&m_format.members);
}

void RecordReader::readLine(const Line& line) {
    m_plain = false;
    std::string_view text = line.text;
    if (line.offset == 0 && text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    const Layer layer{.origin = {line.number, line.offset, line.bytes, 1, text}, .stamp = {}, .stream = {}};
    if (readFrames(text, layer))
        return;
    if (m_linesSeen == 0 && CsvReader::isSeparatorLine(text))
        return;
    const bool first = m_linesSeen++ == 0;
    if (m_csv.isDoubtful())
        decideOnTable(text);
    if (!first || m_format.family != FormatFamily::Detected || !m_csv.takeHeader(text))
        read(text, layer);
    else if (m_csv.isDoubtful())
        m_header = {std::string(text), layer};
    else
        voteFor(u"csv"_s);
}

void RecordReader::readElement(std::string_view text, const Origin& origin) {
    const Layer layer{.origin = origin, .stamp = {}, .stream = {}};
    readOne(text, layer);
}

void RecordReader::read(std::string_view text, const Layer& layer) {
    if (m_journal.endsBefore(text))
        readJournalEntry();
    if (m_journal.takes(text) && layer.depth == 0) {
        if (m_journal.add(text, layer.origin.line, layer.origin.offset, layer.origin.bytes))
            readJournalEntry();
        return;
    }
    if (layer.depth == 0 && m_xml.takes(text)) {
        if (m_xml.add(text, layer.origin.line, layer.origin.offset, layer.origin.bytes))
            readXmlRecord();
        return;
    }
    text = withoutFraming(text);
    const FormatFamily family = m_format.family;
    if (text.starts_with('#') && m_layouts.takeDirective(text))
        return;
    const std::size_t first = firstNonBlank(text);
    const bool object = text.size() - first > 2 && text[first] == '{' && beginsObject(text.substr(first));
    const bool json = object && family != FormatFamily::Text && family != FormatFamily::Layout;
    if (!json && text.find('\x1b') != text.npos) {
        const PaddedText plain(withoutEscapes(text));
        read(plain.view(), layer);
        return;
    }
    if (family == FormatFamily::Layout) {
        if (first < text.size())
            readChosen(text, layer);
        return;
    }
    if (readQuoted(text, json, layer) || readDocument(text, layer) || readBelowMargin(text, layer) ||
        continueOpen(text, json && first == 0, layer))
        return;
    if (first == text.size())
        return;
    if (json) {
        readJson(text.substr(first), layer);
        return;
    }
    if (object && readCarrier(text.substr(first), layer))
        return;
    if (m_csv.isOpen() && layer.depth == 0) {
        readRow(text, layer);
        return;
    }
    if (family == FormatFamily::Detected && readAccess(text, layer))
        return;
    if (!json && (readPeeled(text, layer) || readCarrierBehindWords(text, layer)))
        return;
    if (family == FormatFamily::Json)
        reject(layer.origin, json ? Rejection::NotJson : Rejection::OtherLayout);
    else if (m_transcript.takesBehindPrefix(text))
        addToExchange(text, layer);
    else
        addText(text, layer);
}

/// By the layout the user chose, inside whatever collectors put around its lines.
void RecordReader::readChosen(std::string_view text, const Layer& layer) {
    const bool object = text.starts_with('{');
    // An expression may fit a line where it stands escaped in an object.
    const bool expression = m_format.layout && m_format.layout->expression;
    if (expression && object && readCarrier(text, layer))
        return;
    if (readAccess(text, layer) || (object && !expression && readCarrier(text, layer)) ||
        readPeeled(text, layer))
        return;
    reject(layer.origin, Rejection::OtherLayout);
}

/// A further line of the message above, indented by the width of what stood before its first.
bool RecordReader::readBelowMargin(std::string_view text, const Layer& layer) {
    if (m_margin.width == 0 || layer.depth > 0)
        return false;
    if (firstNonBlank(text) < m_margin.width || text.size() <= m_margin.width) {
        m_margin.width = 0;
        return false;
    }
    Layer inner = layer;
    inner.stream = m_margin.stream;
    inner.stamp = m_margin.stamp;
    readInner(text.substr(m_margin.width), false, std::move(inner));
    return true;
}

/// Some shippers write objects one after another on a line.
void RecordReader::readJson(std::string_view text, const Layer& layer) {
    do
        text = readObject(text, layer);
    while (text.starts_with('{'));
}

/// Gives what stands behind the object.
std::string_view RecordReader::readObject(std::string_view text, const Layer& layer) {
    if (readFrame(text, layer))
        return {};
    JsonReader& json = m_json[static_cast<std::size_t>(layer.depth)];
    const JsonReader::Outcome outcome = json.read(text, m_builder);
    if (outcome == JsonReader::Outcome::Open && layer.origin.lines == 1) {
        addText(text, layer); // goes on in the next lines, or is torn: they will tell
        return {};
    }
    if (outcome == JsonReader::Outcome::NoObject) {
        reject(layer.origin, Rejection::NotJson);
        return {};
    }
    const std::string_view rest = json.rest();
    if (json.sawList() && readList(text.substr(0, text.size() - rest.size()), layer))
        return rest;
    if (m_jsonLines++ < linesThatVote && m_format.name.isEmpty() && !m_csv.isOpen())
        voteFor(FormatCatalog::builtIn().dialectOf(json.describe(text)));
    if (m_builder.carries() && readCarried(layer))
        return rest;
    const bool agents = m_builder.isErrorOfAgent() || m_builder.isOfAssistant();
    if (agents || m_builder.isFailedRun())
        noteAgent(text);
    const bool again =
        std::exchange(m_errorEventTold, m_builder.isErrorEvent()) && m_builder.isFailedResponse();
    m_plain = isWhole(text, layer) && m_builder.localId().empty() && !m_builder.isErrorEvent() && !agents;
    turnTo(layer.stream);
    if (!again)
        takeAll(layer.origin, layer.stamp);
    return rest;
}

bool RecordReader::readAccess(std::string_view text, const Layer& layer) {
    if (!m_layouts.read(text, m_builder))
        return false;
    m_plain = isWhole(text, layer) && m_layouts.readsCommonLayout();
    if (m_layouts.isGuess())
        hold(text, layer);
    else
        take(m_builder.finish(), layer.origin, stampAround(text, layer));
    if (m_accessLines++ < linesThatVote && m_format.name.isEmpty())
        voteFor(m_layouts.name());
    if (!m_held.empty() && m_layouts.isSettled())
        releaseHeld();
    return true;
}

/// The collector's stamp, also where the layout fits the line with its wrapper and has none, or one without
/// a zone.
std::optional<Stamp> RecordReader::stampAround(std::string_view text, const Layer& layer) {
    const LogRecord& record = m_builder.record();
    const bool dated = text.size() > 20 && isDigit(text[0]) && text[4] == '-';
    if (layer.stamp || (record.time && (record.timeQuality == TimeQuality::Exact || !dated)))
        return layer.stamp;
    const auto peeled = peel(text, m_times, false, record.time.has_value());
    return peeled ? peeled->stamp : std::nullopt;
}

void RecordReader::take(const LogRecord& record, const Origin& origin, const std::optional<Stamp>& stamp) {
    if (!m_wires.empty() && record.reporter != Reporter::HttpClient && record.reportsFailure())
        readAnsweredWires(); // of which the program tells now
    const bool better =
        stamp &&
        (!record.time || (record.timeQuality != TimeQuality::Exact && stamp->quality == TimeQuality::Exact));
    if (!better) {
        if (record.time && record.timeQuality == TimeQuality::Exact)
            m_times.setNeighbour(*record.time);
        if (record.time)
            m_times.noteRecord(*record.time);
        takeDated(record, origin);
        return;
    }
    LogRecord dated = record;
    dated.time = zonedTime(record, *stamp).value_or(stamp->time);
    dated.timeQuality = stamp->quality;
    m_times.noteRecord(*dated.time);
    takeDated(dated, origin);
}

/// What one container told says nothing of another's answers.
void RecordReader::turnTo(const std::string& stream) {
    if (stream == m_answeredIn)
        return;
    m_lastAnswer.forget();
    m_answeredIn = stream;
}

/// With what the record before it told of the same answer.
void RecordReader::takeDated(const LogRecord& record, const Origin& origin) {
    if (!m_lastAnswer.concerns(record)) {
        emit(record, origin);
        return;
    }
    LogRecord whole = record;
    m_lastAnswer.read(whole, origin.line);
    m_plain = m_plain && whole.status == record.status && whole.requestId == record.requestId;
    emit(whole, origin);
}

/// The record's own stamp, of the zone in which it lies near the collector's; nothing where that one says as
/// much.
std::optional<Microseconds> RecordReader::zonedTime(const LogRecord& record, const Stamp& stamp) const {
    if (!record.time || record.timeQuality != TimeQuality::ZoneAssumed || stamp.quality != TimeQuality::Exact)
        return std::nullopt;
    const auto zoned = m_times.inZoneNear(*record.time, stamp.time);
    const bool whole = *record.time % microsecondsPerSecond == 0;
    return zoned && whole && stamp.time - *zoned < microsecondsPerSecond ? std::nullopt : zoned;
}

/// Whether the text is the source's line itself.
bool RecordReader::isWhole(std::string_view text, const Layer& layer) {
    return layer.depth == 0 && text.data() == layer.origin.raw.data() &&
           text.size() == layer.origin.raw.size();
}

bool RecordReader::isIdle() const {
    return !m_streams.front().assembler.isOpen() && waitsForTextsOnly();
}

/// Nothing but the open text of the source itself, if one is, waits for the next line.
bool RecordReader::waitsForTextsOnly() const {
    const Stream& stream = m_streams.front();
    const bool streams =
        m_streams.size() == 1 && stream.depth == 0 && stream.part.empty() && stream.waiting.empty();
    return streams && m_format.family == FormatFamily::Detected && m_format.members.empty() &&
           m_held.empty() && m_frame.missing == 0 && m_margin.width == 0 && !m_transcript.isOpen() &&
           !m_events.isOpen() && !m_printedBody.isOpen() && !m_quoted.isOpen() && !m_journal.isOpen() &&
           !m_xml.isOpen() && !m_csv.isOpen() && !m_errorEventTold && !m_lastAnswer.isOpen();
}

bool RecordReader::endsBefore(std::string_view line) {
    m_plain = false;
    Stream& stream = m_streams.front();
    if (stream.assembler.isOpen() && stream.assembler.continues(line, true))
        return false;
    endOpen(stream);
    return m_layouts.forgetsTexts() && isIdle();
}

void RecordReader::leaveOutText(bool ofRequest) {
    ++m_textLines;
    if (ofRequest)
        m_lastAnswer.forget();
}

void RecordReader::noteLeftOut(Microseconds time) {
    m_lastAnswer.forget();
    m_times.setNeighbour(time);
    m_times.noteRecord(time);
}

void RecordReader::leaveOutObjects(Microseconds time, std::uint64_t lines) {
    m_jsonLines += lines;
    noteLeftOut(time);
}

void RecordReader::leaveOutAccessLines(Microseconds time, std::uint64_t lines) {
    m_accessLines += lines;
    m_layouts.noteCommonLines(lines);
    noteLeftOut(time);
}

void RecordReader::takeKnown(const LogRecord& record, const Line& line) {
    m_plain = false;
    take(record, {line.number, line.offset, line.bytes, 1, line.text}, {});
}

void RecordReader::takeObject(const LogRecord& record, const Line& line) {
    ++m_jsonLines;
    turnTo({});
    takeKnown(record, line);
}

void RecordReader::takeAccessLine(const LogRecord& record, const Line& line) {
    ++m_accessLines;
    m_layouts.noteCommonLines(1);
    takeKnown(record, line);
}

void RecordReader::flush() {
    endFrame();
    if (m_journal.isOpen())
        readJournalEntry();
    if (m_xml.isOpen())
        readXmlRecord();
    m_layouts.settle();
    releaseHeld();
    for (Stream& stream : m_streams) {
        auto waiting = std::exchange(stream.waiting, {});
        readWaiting(waiting);
        endOpen(stream);
    }
    if (m_printedBody.isOpen())
        releasePrintedBody();
    if (m_transcript.isOpen())
        readTranscript(m_transcript, m_exchange);
    readAnsweredWires();
    if (m_events.failsAtEnd())
        readFailedEvent();
}

void RecordReader::finish() {
    if (m_csv.isDoubtful())
        decideOnTable({});
    if (m_journal.isOpen()) // it may be the last part of a line
        readJournalEntry();
    for (std::size_t at = 0; at < m_streams.size(); ++at)
        if (!m_streams[at].part.empty())
            readInner({}, false, Layer{.origin = {}, .stamp = {}, .stream = m_streams[at].name});
    flush();
    for (; !m_wires.empty(); m_wires.pop_front())
        readWireExchange(m_wires.front());
    m_events.close();
    m_quoted.close();
    m_csv.reset();
    m_lastAnswer.forget();
    for (std::string& model : m_agentsModel)
        model.clear();
    m_linesSeen = 0;
}

QString RecordReader::formatName() const {
    if (!m_format.name.isEmpty())
        return m_format.name;
    const auto most = std::ranges::max_element(m_votes, {}, [](const auto& vote) { return vote.second; });
    for (const QString& carrier : {u"csv"_s, u"journald"_s}) // whose lines are of all kinds
        if (m_votes.contains(carrier))
            return carrier;
    if (m_textLines > m_jsonLines + m_accessLines && !m_transcript.wasUsed())
        return u"text"_s;
    return most == m_votes.end() ? QString() : most->first;
}

} // namespace derouter
