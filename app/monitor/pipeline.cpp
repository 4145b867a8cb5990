// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/pipeline.h"

#include "format/proxynote.h"
#include "format/texts.h"
#include "monitor/maskedkey.h"
#include "monitor/recordform.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr std::uint64_t maxRejectedKept = 1000;
constexpr qsizetype mostFormatsNamed = 3;
constexpr std::size_t maxFirstLine = 2000;
constexpr std::size_t longestAccessLine = 4096;
constexpr std::size_t mostWordsKept = 1024;
/// A first line longer than this is a document's.
constexpr std::size_t longestFirstLine = 1024 * 1024;

/// An access line whose request a proxy's error log may speak of.
bool mayBeExplained(const Sighting& sighting) {
    return sighting.reporter == Reporter::Request && sighting.code.status() >= 400 &&
           sighting.answeredBy == AnsweredBy::Unstated && sighting.requestId.empty() &&
           sighting.type.empty() && sighting.where.time;
}

/// Whether the record is its lines and nothing was taken out of them: but for line ends.
bool isGivenAsItStands(const Origin& origin) {
    return origin.bytes >= origin.raw.size() && origin.bytes - origin.raw.size() <= origin.lines + 1;
}

} // namespace

std::uint64_t hashOfRequestId(std::string_view id) {
    return std::hash<std::string_view>()(id);
}

Pipeline::Pipeline(PipelineOptions options)
    : m_options(std::move(options))
    , m_classifier(m_options.requests) {
    beginLog(0);
}

void Pipeline::commit(std::size_t bytes) {
    m_framer.commit(bytes);
    readPending(false);
}

/// What is pending of lines is an unfinished one.
std::span<char> Pipeline::spare() {
    return m_shape == Shape::Lines ? m_framer.spare() : std::span<char>();
}

void Pipeline::readPending(bool atEnd) {
    if (m_shape == Shape::Undecided)
        m_shape = shapeOf(m_framer.pending(), atEnd);
    if (m_shape == Shape::Document)
        readDocument();
    if (m_shape != Shape::Lines)
        return;
    for (;;) {
        const Ahead ahead = passOverKnown();
        const auto line = m_framer.next();
        if (!line)
            return;
        readLine(*line, ahead);
    }
}

/// A source is a document when its first value goes over lines, or is a list or wraps one.
Pipeline::Shape Pipeline::shapeOf(std::string_view beginning, bool atEnd) const {
    const bool marked = beginning.starts_with("\xEF\xBB\xBF");
    const std::size_t first = beginning.find_first_not_of(" \t\r\n", marked ? 3 : 0);
    if (first == beginning.npos)
        return atEnd ? Shape::Lines : Shape::Undecided;
    if (beginning[first] != '{' && beginning[first] != '[')
        return Shape::Lines;
    const FormatFamily family = m_options.format.family;
    const bool lines = family == FormatFamily::Layout || family == FormatFamily::Text;
    const std::size_t second = beginning.find_first_not_of(" \t\r\n", first + 1);
    // What Node prints of an object has no quotation marks around its names.
    const char name = second == beginning.npos ? ' ' : beginning[second];
    if (beginning[first] == '{' && name != '"' && name != '}')
        return name == ' ' && !atEnd ? Shape::Undecided : Shape::Lines;
    // A line in brackets is a program's own, a list of objects an export.
    if (lines && second != beginning.npos && beginning[first] == '[' && beginning[second] != '{')
        return Shape::Lines;
    const std::size_t feed = beginning.find('\n', first);
    const bool whole = feed != beginning.npos;
    if (!whole && !atEnd && beginning.size() < longestFirstLine)
        return Shape::Undecided;
    if (beginning[first] == '{' && second == beginning.npos && !atEnd && beginning.size() < longestFirstLine)
        return Shape::Undecided;
    if (beginning[first] == '{' && second != beginning.npos && isLetter(beginning[second]))
        return Shape::Lines; // a dump of Node's, whose names have no quotation marks
    JsonSplitter probe;
    const auto line = beginning.substr(first, whole ? feed - first : beginning.npos);
    if (probe.feed(line, [](const JsonElement&) {}) == JsonSplitter::State::Refused)
        return Shape::Lines;
    const bool list = probe.sawList() || beginning[first] == '[';
    return probe.isInside() || list ? Shape::Document : Shape::Lines;
}

void Pipeline::readLine(const Line& line, const Ahead& ahead) {
    if (++m_batch.lines <= firstLinesKept)
        m_batch.firstLines.emplace_back(line.text.substr(0, maxFirstLine));
    m_batch.linesCut += line.cut ? 1 : 0;
    m_batch.ledger.bytesInLines += line.bytes;
    m_batch.ledger.linesUnterminated += line.unterminated ? 1 : 0;
    if (leaveOutText(line))
        return;
    readLeftOut();
    const auto known = ahead.isRead || line.cut ? ahead.known : findKnown(line.text);
    if (known)
        takeKnown(*known, line);
    else
        readInFull(line);
}

void Pipeline::readDocument() {
    if (m_splitter.isAtBegin() && m_framer.pending().starts_with("\xEF\xBB\xBF")) {
        m_splitter.skip(m_framer.takeBytes(3).size());
        m_batch.ledger.bytesInLines += 3;
    }
    const auto state = m_splitter.feed(m_framer.pending(), [this](const JsonElement& element) {
        m_batch.linesCut += element.cut ? 1 : 0;
        const auto lines = 1 + static_cast<std::uint64_t>(std::ranges::count(element.text, '\n'));
        m_log->reader.readElement(element.text,
                                  {element.line, element.offset, element.text.size(), lines, element.text});
    });
    const auto taken = m_framer.takeBytes(m_splitter.consumed());
    m_batch.ledger.bytesInLines += taken.size();
    m_batch.lines += static_cast<std::uint64_t>(std::ranges::count(taken, '\n'));
    if (state == JsonSplitter::State::Refused)
        readTornElement();
}

/// What was open when the document turned out to be none, or ended: a record as far as it goes. Lines follow.
void Pipeline::readTornElement() {
    const PaddedText padded(m_splitter.openText());
    const auto text = padded.view();
    const Origin origin{m_splitter.openLine(), m_splitter.openOffset(), text.size(), 1, text};
    m_shape = Shape::Lines;
    m_splitter.reset();
    if (!text.empty())
        m_log->reader.readElement(text, origin);
}

void Pipeline::flush() {
    readLeftOut();
    m_log->reader.flush();
    releaseHeld({});
}

void Pipeline::finish() {
    readPending(true);
    if (m_shape == Shape::Document) {
        m_batch.lines += m_splitter.endsInLine() ? 1 : 0;
        readTornElement();
    }
    if (const auto line = m_framer.finish())
        readLine(*line, {});
    readLeftOut();
    m_log->reader.finish();
    releaseHeld({});
}

Pipeline::Place Pipeline::suspend() {
    if (m_shape == Shape::Document)
        finish(); // the splitter cannot be given a half document again
    readLeftOut();
    m_log->reader.flush();
    return m_framer.suspend();
}

void Pipeline::resume(int file, Place place) {
    m_file = file;
    m_framer.resume(place);
    m_splitter.reset();
    m_shape = place.offset > 0 ? Shape::Lines : Shape::Undecided;
}

void Pipeline::beginLog(int file) {
    if (m_log)
        if (const QString format = m_log->reader.formatName();
            !format.isEmpty() && !m_formats.contains(format))
            m_formats << format;
    m_log.emplace(m_options.format, m_options.zone, static_cast<RecordSink&>(*this));
    m_batch.log = file;
    m_framer.suspend();
    resume(file, {});
}

/// Of all logs of the source, each once.
QString Pipeline::formatName() const {
    QStringList names = m_formats;
    if (const QString format = m_log->reader.formatName(); !format.isEmpty() && !names.contains(format))
        names << format;
    if (names.size() > mostFormatsNamed)
        names = names.mid(0, mostFormatsNamed) << u"…"_s;
    return names.join(u", "_s);
}

void Pipeline::skip(std::uint64_t bytes, std::uint64_t duplicates) {
    if (bytes > 0) // what follows does not go on with the line before
        if (const auto line = m_framer.finish())
            readLine(*line, {});
    m_framer.skip(bytes);
    (duplicates > 0 ? m_batch.ledger.bytesRepeated : m_batch.ledger.bytesOfZeros) += bytes;
    m_batch.ledger.duplicatesSuppressed += duplicates;
}

void Pipeline::noteGap(const Gap& gap) {
    m_batch.ledger.gaps.push_back(gap);
    m_batch.ledger.gaps.back().time = m_log->lastTime;
}

void Pipeline::noteTurnover(Turnover::Kind kind, std::chrono::seconds length) {
    if (m_batch.ledger.turnovers.size() < Ledger::mostTurnovers)
        m_batch.ledger.turnovers.push_back({kind, m_log->lastTime, length.count()});
}

std::string_view Pipeline::waitingLine() const {
    return m_framer.pending().substr(0, maxFirstLine);
}

/// What came before the log's first time has that one.
void Pipeline::dateTurns() {
    for (Gap& gap : m_batch.ledger.gaps)
        gap.time = gap.time ? gap.time : m_log->lastTime;
    for (Turnover& turnover : m_batch.ledger.turnovers)
        turnover.time = turnover.time ? turnover.time : m_log->lastTime;
}

Batch Pipeline::take() {
    m_batch.format = formatName();
    m_batch.ledger.bytesOfZeros += m_framer.takeZeros();
    m_batch.ledger.bytesInPartial = m_framer.partialBytes();
    Batch next;
    next.failures.reserve(m_batch.failures.size()); // about as many will come; each is large
    next.log = m_batch.log;
    next.lines = m_batch.lines;
    next.linesNotUnderstood = m_batch.linesNotUnderstood;
    next.linesCut = m_batch.linesCut;
    next.ledger = m_batch.ledger;
    return std::exchange(m_batch, std::move(next));
}

void Pipeline::take(const LogRecord& record, const Origin& origin) {
    if (record.time) {
        const bool isFirst = !m_log->lastTime;
        if (isFirst)
            m_batch.leadingTime = record.time;
        m_log->lastTime = record.time;
        if (isFirst)
            dateTurns();
    }
    m_log->sdkLogs = m_log->sdkLogs || record.reporter == Reporter::SdkLog;
    const RecordKind kind = m_classifier.classify(record);
    m_recordsOfLine += origin.raw.data() == m_lineText.data() ? 1 : 0;
    if (m_options.shortcuts)
        learn(record, origin, kind);
    const auto time = record.time ? record.time : m_log->lastTime;
    const bool isTold = m_log->parts.take(record, kind);
    if (kind == RecordKind::NoRequest)
        keepNote(record, origin);
    if ((kind == RecordKind::NoRequest && record.method.empty()) ||
        (time && !m_options.range.contains(*time)))
        return;
    if (time)
        noteTime(*time);
    m_requestsTold += kind == RecordKind::NoRequest ? 0 : 1;
    if (kind == RecordKind::NoRequest || (isTold && kind != RecordKind::Failure) ||
        heldBack(record, kind, time))
        return; // a proxy's note on a request that its access log counts
    if (kind == RecordKind::Failure && m_log->otherFailures.isToldAgain(record, origin, time, m_requestsTold))
        return;
    if (kind == RecordKind::Other) {
        if (record.goesOn)
            return;
        if (!time && !m_options.range.isAll())
            return;
        ++m_batch.otherRequests;
        m_log->otherFailures.note(record, origin, time, m_requestsTold);
        if (record.status >= 400)
            ++m_batch.otherErrorsByStatus[record.status];
    } else if (kind == RecordKind::Success) {
        takeSuccess(record.requestId, time, record.isAddressed(), record.reporter == Reporter::HttpClient);
    } else {
        if (record.status == 0) // which an answer may have ended in
            releaseHeld({});
        const TimeQuality quality = record.time ? record.timeQuality
                                    : time      ? TimeQuality::Inherited
                                                : TimeQuality::None;
        emitFailure(record, origin, time, quality);
        m_batch.failures.back().whole = isTold ? record.whole : 0;
        m_log->layers.note(m_batch.failures.back(), origin.raw);
    }
}

/// Of a proxy's error log, which says nothing of the answer.
void Pipeline::keepNote(const LogRecord& record, const Origin& origin) {
    if (!record.time || (record.method.empty() && !origin.raw.starts_with('[')))
        return;
    const auto note = findProxyNote(origin.raw);
    if (!note || note->client.empty() || note->kind == ProxyNote::Kind::ClientLeft)
        return;
    m_batch.proxyRemarks.push_back({.kind = note->kind,
                                    .client = std::string(note->client),
                                    .path = std::string(note->path),
                                    .time = *record.time,
                                    .zoned = record.timeQuality == TimeQuality::Exact,
                                    .afterFailure = m_batch.failures.size()});
}

void Pipeline::emitFailure(const LogRecord& record, const Origin& origin, std::optional<Microseconds> time,
                           TimeQuality quality) {
    Sighting& sighting = m_batch.failures.emplace_back();
    m_classifier.describe(record, sighting);
    sighting.time = time;
    sighting.timeQuality = quality;
    sighting.order = m_requestsTold;
    sighting.where = {m_options.source, m_file, origin.line, origin.offset, origin.bytes, record.time};
    noteForm(sighting, origin.raw);
    sighting.lines = static_cast<std::uint32_t>(std::max<std::uint64_t>(origin.lines, 1));
    if (mayBeExplained(sighting))
        sighting.addresses = addressesIn(origin.raw.substr(0, longestAccessLine));
    if (!m_options.keepRaw) {
        if (sighting.form != 0 && sighting.message.empty()) // its first words tell it from its repetitions
            sighting.raw = origin.raw.substr(0, std::min(origin.raw.find('\n'), mostWordsKept));
        return;
    }
    sighting.raw = origin.raw.substr(0, Sighting::maxRawBytes);
    sighting.key = maskedKey(sighting.message);
    if (sighting.key.empty())
        sighting.key = maskedKey(sighting.raw);
    sighting.isInFile = m_isFile && isGivenAsItStands(origin);
}

void Pipeline::noteTime(Microseconds time) {
    extend(m_batch.firstTime, m_batch.lastTime, time, time);
}

void Pipeline::reject(const Origin& origin, Rejection why) {
    m_batch.linesNotUnderstood += origin.lines;
    if (m_rejectedKept++ < maxRejectedKept)
        m_batch.rejected.push_back(
            {m_file, origin.line, why, std::string(origin.raw.substr(0, Batch::RejectedLine::mostBytes))});
}

} // namespace derouter
