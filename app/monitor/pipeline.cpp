// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/pipeline.h"

#include "format/accesslayout.h"
#include "format/looseobject.h"
#include "format/textreader.h"

#include <algorithm>
#include <utility>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t maxRejectedKept = 1000;
constexpr std::size_t maxRejectedText = 500;
constexpr std::uint64_t linesThatVote = 16; ///< on a source's dialect or layout

std::size_t firstNonBlank(std::string_view text) {
    const std::size_t at = text.find_first_not_of(" \t");
    return at == text.npos ? text.size() : at;
}

void extend(std::optional<Microseconds>& first, std::optional<Microseconds>& last, Microseconds time) {
    first = std::min(first.value_or(time), time);
    last = std::max(last.value_or(time), time);
}

} // namespace

std::uint64_t hashOfRequestId(std::string_view id) {
    return std::hash<std::string_view>()(id);
}

Pipeline::Pipeline(PipelineOptions options)
    : m_options(std::move(options))
    , m_classifier(m_options.requests)
    , m_times(m_options.zone)
    , m_builder(m_times) {}

void Pipeline::commit(std::size_t bytes) {
    m_framer.commit(bytes);
    while (const auto line = m_framer.next())
        readLine(*line);
}

void Pipeline::flush() {
    if (m_assembler.isOpen())
        readAssembled();
}

void Pipeline::finish() {
    if (const auto line = m_framer.finish())
        readLine(*line);
    flush();
}

void Pipeline::restart(const std::optional<Gap>& gap) {
    finish();
    m_framer.restart();
    if (gap)
        m_batch.ledger.gaps.push_back(*gap);
}

Batch Pipeline::take() {
    m_batch.format = formatName();
    m_batch.ledger.bytesInPartial = m_framer.partialBytes();
    Batch next;
    next.lines = m_batch.lines;
    next.linesNotUnderstood = m_batch.linesNotUnderstood;
    next.linesCut = m_batch.linesCut;
    next.ledger = m_batch.ledger;
    return std::exchange(m_batch, std::move(next));
}

void Pipeline::readLine(const Line& line) {
    ++m_batch.lines;
    m_batch.linesCut += line.cut ? 1 : 0;
    m_batch.ledger.bytesInLines += line.bytes;
    Line trimmed = line;
    if (line.offset == 0 && line.text.starts_with("\xEF\xBB\xBF"))
        trimmed.text.remove_prefix(3);
    const std::string_view text = trimmed.text;
    const FormatFamily family = m_options.format.family;

    const std::size_t first = firstNonBlank(text);
    const bool json = first < text.size() && text[first] == '{' && text.size() - first > 2 &&
                      family != FormatFamily::Text && family != FormatFamily::Layout;
    const bool indented = first > 0;
    if (m_assembler.isOpen()) {
        const bool begins = json || beginsWithStamp(text, m_times);
        if ((!json || indented) && m_assembler.continues(text, begins)) {
            m_assembler.add(trimmed);
            return;
        }
        readAssembled();
    }
    if (first == text.size())
        return;
    if (json) {
        trimmed.text.remove_prefix(first);
        readJson(trimmed);
    } else if (family == FormatFamily::Text || family == FormatFamily::Json || !readAccess(trimmed)) {
        if (family == FormatFamily::Detected || family == FormatFamily::Text)
            m_assembler.add(trimmed);
        else
            reject(trimmed.number, text, 1);
    }
}

void Pipeline::readJson(const Line& line) {
    if (!m_json.read(line.text, m_builder)) {
        reject(line.number, line.text, 1);
        return;
    }
    emit(m_builder.finish(), {line.number, line.offset, line.bytes, line.text});
    if (m_jsonLines++ < linesThatVote && m_options.format.name.isEmpty())
        voteFor(FormatCatalog::builtIn().dialectOf(m_json.describe(line.text)));
}

bool Pipeline::readAccess(const Line& line) {
    const auto& layout = m_options.format.layout;
    if (!(layout ? layout->scan(line.text, m_builder) : readAccessLine(line.text, m_builder, m_times)))
        return false;
    emit(m_builder.finish(), {line.number, line.offset, line.bytes, line.text});
    if (m_accessLines++ < linesThatVote && m_options.format.name.isEmpty()) {
        const auto& layouts = FormatCatalog::builtIn().layouts();
        const auto named = std::ranges::find_if(
            layouts, [&](const NamedLayout& known) { return known.layout.scan(line.text, m_builder); });
        voteFor(named == layouts.end() ? u"access-log"_s : named->name);
    }
    return true;
}

void Pipeline::readAssembled() {
    const std::string_view text = m_assembler.text();
    bool understood = true;
    if (text.starts_with('{')) {
        m_builder.begin();
        readLooseObject(text, Place::Root, m_builder, 0);
    } else {
        understood = readText(text, m_builder, m_times);
    }
    if (understood) {
        m_textLines += m_assembler.lines();
        emit(m_builder.finish(), {m_assembler.firstLine(), m_assembler.offset(), m_assembler.bytes(), text});
    } else {
        reject(m_assembler.firstLine(), text, m_assembler.lines());
    }
    m_assembler.clear();
}

void Pipeline::emit(const LogRecord& record, const Origin& origin) {
    if (record.time) {
        if (!m_lastTime)
            m_batch.leadingTime = record.time;
        m_lastTime = record.time;
    }
    const RecordKind kind = m_classifier.classify(record);
    if (kind == RecordKind::NoRequest)
        return;
    const auto time = record.time ? record.time : m_lastTime;
    if (time && !m_options.range.contains(*time))
        return;
    if (time)
        extend(m_batch.firstTime, m_batch.lastTime, *time);
    if (kind == RecordKind::Other) {
        if (!time && !m_options.range.isAll())
            return;
        ++m_batch.otherRequests;
        if (record.status >= 400)
            ++m_batch.otherErrorsByStatus[record.status];
    } else if (kind == RecordKind::Success) {
        emitSuccess(record, time);
    } else {
        const TimeQuality quality = record.time ? record.timeQuality
                                    : time      ? TimeQuality::Inherited
                                                : TimeQuality::None;
        emitFailure(record, origin, time, quality);
    }
}

void Pipeline::emitFailure(const LogRecord& record, const Origin& origin, std::optional<Microseconds> time,
                           TimeQuality quality) {
    Sighting& sighting = m_batch.failures.emplace_back(m_classifier.sighting(record));
    sighting.time = time;
    sighting.timeQuality = quality;
    sighting.where = {m_options.source, origin.line, origin.offset, origin.bytes};
    if (m_options.keepRaw)
        sighting.raw = origin.raw.substr(0, Sighting::maxRawBytes);
}

void Pipeline::emitSuccess(const LogRecord& record, std::optional<Microseconds> time) {
    if (!record.requestId.empty()) {
        m_batch.identified.push_back({hashOfRequestId(record.requestId), time});
    } else if (!time) {
        ++m_batch.undatedSuccesses;
    } else {
        const std::int64_t second = floorDivide(*time, microsecondsPerSecond);
        if (m_batch.successes.empty() || m_batch.successes.back().second != second)
            m_batch.successes.push_back({second, 0});
        ++m_batch.successes.back().count;
    }
}

void Pipeline::reject(std::uint64_t number, std::string_view text, std::uint64_t lines) {
    m_batch.linesNotUnderstood += lines;
    if (m_rejectedKept++ < maxRejectedKept)
        m_batch.rejected.push_back({number, std::string(text.substr(0, maxRejectedText))});
}

void Pipeline::voteFor(const QString& format) {
    ++m_votes[format];
}

QString Pipeline::formatName() const {
    if (!m_options.format.name.isEmpty())
        return m_options.format.name;
    if (m_textLines > m_jsonLines + m_accessLines)
        return u"text"_s;
    const auto most = std::ranges::max_element(m_votes, {}, [](const auto& vote) { return vote.second; });
    return most == m_votes.end() ? QString() : most->first;
}

} // namespace derouter
