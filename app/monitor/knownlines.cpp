// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a Pipeline leaves out lines that differ from known ones in nothing that matters.

#include "monitor/pipeline.h"

#include <utility>

namespace derouter {

/// Whether the line is a text that is known and that the one before it does not go on in. That one stood
/// alone, then.
bool Pipeline::leaveOutText(const Line& line) {
    LeftOut& left = m_log->leftOut;
    if (!m_log->mayKnowTexts || line.cut || line.text.starts_with('{'))
        return false;
    const auto known = m_log->texts.read(line.text);
    if (!known || (!left.is && (!m_log->reader.endsBefore(line.text) || m_log->sdkLogs)))
        return false;
    if (left.is) {
        m_log->reader.leaveOutText(left.known.kind != RecordKind::NoRequest);
        countKnown(left.known, 1);
    }
    left.is = true;
    left.text.assign(line.text);
    left.line = line;
    left.line.text = left.text.view();
    left.known = *known;
    if (!known->requestId.empty())
        left.known.requestId = left.line.text.substr(
            static_cast<std::size_t>(known->requestId.data() - line.text.data()), known->requestId.size());
    return true;
}

/// Before a line that is none of its kind.
void Pipeline::readLeftOut() {
    if (std::exchange(m_log->leftOut.is, false))
        readInFull(m_log->leftOut.line);
}

/// What the line tells where it is like one that was read in full, and so need not be.
std::optional<KnownLine> Pipeline::findKnown(std::string_view line) {
    const bool object = line.starts_with('{');
    if (!(object ? m_log->mayKnowObjects : m_log->mayKnowAccess))
        return std::nullopt;
    return object ? m_log->objects.read(line) : m_log->access.read(line);
}

void Pipeline::takeKnown(const KnownLine& known, const Line& line) {
    const bool object = line.text.starts_with('{');
    if (!known.failure) {
        leaveOut(known, object, 1);
        return;
    }
    ++m_log->known;
    const LogRecord record = known.record();
    object ? m_log->reader.takeObject(record, line) : m_log->reader.takeAccessLine(record, line);
}

/// Lines like others that went well, one after another: they are counted where they stand, and not cut one by
/// one. `readLine()` would do the same with each.
Pipeline::Ahead Pipeline::passOverKnown() {
    if (m_log->leftOut.is || m_batch.lines < firstLinesKept ||
        !(m_log->mayKnowObjects || m_log->mayKnowAccess))
        return {};
    const std::string_view text = m_framer.pending();
    Ahead ahead;
    std::size_t begin = 0;
    std::uint64_t lines = 0;
    KnownLine last; // and so many like it, which are counted together
    bool lastIsObject = false;
    std::uint64_t alike = 0;
    const auto pass = [&](const KnownLine& known, bool object, std::size_t end) {
        if (alike == 0 || object != lastIsObject || !known.isLike(last)) {
            leaveOut(last, lastIsObject, std::exchange(alike, 0));
            last = known;
            lastIsObject = object;
        }
        ++alike;
        begin = end;
        ++lines;
    };
    const bool access = m_log->mayKnowAccess && !m_log->mayKnowTexts;
    for (;;) {
        KnownLine first;
        const std::size_t bytes = access ? m_log->access.readFirst(text.substr(begin), first) : 0;
        if (bytes > 0 && bytes < LineFramer::maxLine) {
            pass(first, false, begin + bytes);
            continue;
        }
        const std::size_t feed = text.find('\n', begin);
        if (feed == text.npos)
            break;
        const std::size_t end = feed > begin && text[feed - 1] == '\r' ? feed - 1 : feed;
        const auto line = text.substr(begin, end - begin);
        const bool object = line.starts_with('{');
        if ((m_log->mayKnowTexts && !object) || line.size() >= LineFramer::maxLine)
            break;
        const auto known = findKnown(line);
        if (!known || known->failure) {
            ahead = {.isRead = true, .known = known};
            break;
        }
        pass(*known, object, feed + 1);
    }
    leaveOut(last, lastIsObject, alike);
    m_batch.lines += lines;
    m_batch.ledger.bytesInLines += begin;
    if (lines > 0)
        m_framer.pass(begin, lines);
    return ahead;
}

void Pipeline::leaveOut(const KnownLine& known, bool object, std::uint64_t lines) {
    if (lines == 0)
        return;
    object ? m_log->reader.leaveOutObjects(known.time, lines)
           : m_log->reader.leaveOutAccessLines(known.time, lines);
    m_log->lastTime = known.time;
    countKnown(known, lines);
}

void Pipeline::countKnown(const KnownLine& known, std::uint64_t lines) {
    m_log->known += lines;
    if (known.kind == RecordKind::NoRequest || !m_options.range.contains(known.time))
        return;
    noteTime(known.time);
    m_requestsTold += lines;
    if (known.kind == RecordKind::Success) {
        takeSuccess(known.requestId, known.time, known.isAddressed, known.isAnswer, lines);
    } else {
        m_batch.otherRequests += lines;
    }
}

void Pipeline::readInFull(const Line& line) {
    m_lineText = line.text;
    m_recordsOfLine = 0;
    m_failedObject.reset();
    m_log->reader.readLine(line);
    if (m_failedObject && m_recordsOfLine == 1) // it told of no other failure
        learnObject(line.text, m_failedObject->record(), RecordKind::Failure);
    m_lineText = {};
    const bool may = m_options.shortcuts && !m_log->sdkLogs;
    m_log->mayKnowTexts = may && m_log->reader.mayLeaveOutTexts();
    if (m_log->mayKnowTexts)
        m_log->fullText.assign(m_log->reader.mayLearnText() ? line.text : std::string_view());
    m_log->mayKnowObjects = may && m_log->reader.mayLeaveOutObjects();
    m_log->mayKnowAccess = may && m_log->reader.mayLeaveOutAccessLines();
}

/// From a record that its whole line stood for.
void Pipeline::learn(const LogRecord& record, const Origin& origin, RecordKind kind) {
    const bool well = kind == RecordKind::Success || (kind == RecordKind::Other && record.status < 400);
    const bool failed = kind == RecordKind::Failure && record.status >= 400;
    if (record.partOf != 0 || record.whole != 0) // perhaps told as another one, too
        return;
    if (!m_log->reader.wasPlain() || !record.time || !(well || failed || kind == RecordKind::NoRequest))
        return;
    if (origin.raw.data() != m_lineText.data()) { // a text: the line behind it ended it
        if (m_log->mayKnowTexts && !failed && origin.raw == m_log->fullText.view() && isWorthLearning())
            m_log->texts.learn(origin.raw, record, kind);
        return;
    }
    const bool whole = origin.raw.size() == m_lineText.size() && m_recordsOfLine == 1;
    const bool object = m_lineText.starts_with('{');
    if (!whole || !(well || failed) || record.reporter == Reporter::HttpClient || !isWorthLearning())
        return;
    if (object && failed)
        m_failedObject.emplace(record);
    else if (object)
        learnObject(m_lineText, record, kind);
    else
        m_log->access.learn(m_lineText, record, kind);
}

void Pipeline::learnObject(std::string_view line, const LogRecord& record, RecordKind kind) {
    constexpr std::uint64_t penalty = 32; // its kind is likely to be no better the next time
    m_log->learned += m_log->objects.learn(line, record, kind) ? 0 : penalty;
}

/// Where few lines are like others, less is learned.
bool Pipeline::isWorthLearning() {
    constexpr std::uint64_t first = 256;
    constexpr std::uint64_t everySo = 64;
    return m_log->learned++ <= first + m_log->known / 4 || m_log->learned % everySo == 0;
}

} // namespace derouter
