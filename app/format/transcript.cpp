// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/transcript.h"

#include "format/texts.h"
#include "format/timeparser.h"

namespace derouter {

namespace {

constexpr std::size_t maxText = 64 * 1024;

/// Without the numbers of curl's transfer and connection, of `--trace-ids`: `[0-0] * Connected to …`.
std::string_view withoutNumbers(std::string_view line) {
    const std::size_t end = line.starts_with('[') ? line.find_first_not_of("0123456789x-", 1) : line.npos;
    const auto behind = end == line.npos ? std::string_view() : line.substr(end);
    const bool curls = behind.starts_with("] ") && behind.size() > 3 && behind[3] == ' ' &&
                       std::string_view("*<>{}").find(behind[2]) != std::string_view::npos;
    return curls && line.find('-') < end ? behind.substr(2) : line;
}

/// Without the time of day of `--trace-time` and of newer mitmdumps.
std::string_view withoutTime(std::string_view line) {
    const bool bracket = line.starts_with('[');
    const std::size_t at = bracket ? 1 : 0;
    if (line.size() < at + 9 || !isDigit(line[at]) || line[at + 2] != ':' || line[at + 5] != ':')
        return withoutNumbers(line);
    std::size_t end = at + 8;
    while (end < line.size() && (isDigit(line[end]) || line[end] == '.'))
        ++end;
    if (bracket && end < line.size() && line[end] == ']')
        ++end;
    return end < line.size() && line[end] == ' ' ? withoutNumbers(line.substr(end + 1)) : line;
}

bool endsAsRequestLine(std::string_view line) {
    constexpr std::string_view ending = " HTTP/1.1";
    return isDigit(line.back()) && line.size() > ending.size() + 4 &&
           line.substr(line.size() - ending.size()).find(" HTTP/") != line.npos;
}

/// Cheap, for the common line: whether its first bytes could begin an exchange.
bool mayBegin(std::string_view line) {
    if (line.size() < 5)
        return false;
    const char first = line[0];
    if (isCurlCommand(line))
        return true;
    if (isDigit(first)) {
        const bool timed = line[2] == ':' && line.size() > 9 && line[5] == ':';
        const std::size_t space = line.find(' ');
        return timed || (space != line.npos && space > 0 && line[space - 1] == ':');
    }
    switch (first) {
    case '>':
    case '*':
    case '<':
        return true;
    case '[': // a time of day, an address of IPv6, mitmdump's `[replay]`, the number of a curl transfer
        return line[3] == ':' || line[1] == ':' || (line.size() > 5 && line[5] == ':') || line[2] == '-' ||
               line.starts_with("[replay]") || line.substr(0, 100).find(">>>>>>>> ") != line.npos;
    case '=':
        return line[1] == '=' || line[1] == '>'; // curl --trace
    case '-':
        return (line[1] == '-' && (isDigit(line[2]) || line[2] == '>')) || // wget, OkHttp
               line.starts_with("-> \"HTTP/");                             // Net::HTTP
    case 'h':
        return (line.back() == ':' && line.starts_with("http")) || isErrorOfHttpie(line);
    case ' ':
        return line.starts_with("  % Total");
    case 'c':
        return line.starts_with("curl: (");
    case 'o': // Net::HTTP's
        return line.starts_with("opening connection to ");
    case 's': // http.client's
        return line.starts_with("send: b");
    case 'r':
        return line.starts_with("reply: '");
    default:
        return first >= 'A' && first <= 'Z' &&
               (endsAsRequestLine(line) || line.starts_with("HTTP/") || line.starts_with("Setting --") ||
                line.starts_with("DEBUG output"));
    }
}

} // namespace

TranscriptReader::TranscriptReader(RecordBuilder& builder, TimeParser& times)
    : m_builder(builder)
    , m_times(times) {
    for (const auto make : {makeCurlDialect, makeMitmdumpDialect, makeCurlTraceDialect, makeWgetDialect,
                            makePythonHttpClientDialect, makeNetHttpDialect, makeHttpartyDialect,
                            makeVarnishlogDialect, makeGuzzleDialect, makeOkHttpDialect, makeDioDialect})
        m_dialects.push_back(make());
}

TranscriptReader::TranscriptReader(RecordBuilder& builder, TimeParser& times,
                                   std::unique_ptr<TranscriptDialect> dialect)
    : m_builder(builder)
    , m_times(times) {
    m_dialects.push_back(std::move(dialect));
}

TranscriptDialect* TranscriptReader::dialectOf(std::string_view bare) const {
    for (const auto& dialect : m_dialects)
        if (dialect->begins(bare))
            return dialect.get();
    return nullptr;
}

TranscriptDialect* TranscriptReader::dialectBehindPrefix(std::string_view line) const {
    for (const auto& dialect : m_dialects)
        if (dialect->beginsBehindPrefix(line))
            return dialect.get();
    return nullptr;
}

bool TranscriptReader::goesOn(std::string_view line, std::string_view bare) const {
    const auto belongs = m_open->belongs(bare, m_exchange);
    return belongs == TranscriptDialect::Belongs::Surely ||
           (belongs == TranscriptDialect::Belongs::ToBody && !m_times.parse(line));
}

bool TranscriptReader::takes(std::string_view line) const {
    if (!m_open && !mayBegin(line))
        return false;
    const auto bare = withoutTime(line);
    if (m_open && goesOn(line, bare) && !m_open->endsBefore(bare, m_exchange))
        return true;
    return mayBegin(line) && dialectOf(bare);
}

bool TranscriptReader::takesBehindPrefix(std::string_view line) const {
    return !m_open && dialectBehindPrefix(line);
}

bool TranscriptReader::begins(std::string_view line) const {
    return dialectOf(withoutTime(line)) != nullptr;
}

bool TranscriptReader::endsBefore(std::string_view line) const {
    if (!m_open)
        return false;
    const auto bare = withoutTime(line);
    return !goesOn(line, bare) || m_open->endsBefore(bare, m_exchange);
}

std::size_t TranscriptReader::endIn(std::string_view line) const {
    return m_open ? m_open->endOfBodyIn(line, m_exchange) : line.size();
}

void TranscriptReader::begin(TranscriptDialect& dialect, std::uint64_t number, std::uint64_t offset) {
    m_open = m_lastUsed = &dialect;
    dialect.reset();
    m_exchange.clear();
    m_text.clear();
    m_firstLine = number;
    m_offset = offset;
    m_bytes = m_lines = 0;
}

void TranscriptReader::add(std::string_view line, std::uint64_t number, std::uint64_t offset,
                           std::uint64_t bytes) {
    const auto bare = withoutTime(line);
    if (!m_open) {
        TranscriptDialect* const dialect = dialectOf(bare);
        begin(dialect ? *dialect : *dialectBehindPrefix(line), number, offset);
    }
    m_bytes += bytes;
    ++m_lines;
    if (m_text.size() + line.size() < maxText) {
        m_text += m_text.empty() ? "" : "\n";
        m_text += line;
    }
    if (bare.size() < line.size())
        m_exchange.takeStamp(line.substr(line.front() == '[' ? 1 : 0, line.size() - bare.size()));
    m_open->add(bare, m_exchange);
}

bool TranscriptReader::isAnswered() const {
    const int status = m_open ? m_exchange.status() : 0;
    return status >= 400 || (status >= 200 && !m_open->awaitsBody());
}

std::optional<LogRecord> TranscriptReader::finish(bool next) {
    if (next && m_open->isSequential() && (m_exchange.hasRequest() || m_exchange.hasAddress()) &&
        m_exchange.status() == 0)
        m_exchange.noteUnanswered();
    m_open->end(m_exchange);
    m_open = nullptr;
    auto record = m_exchange.conclude(m_builder, m_times);
    if (record)
        record->reporter = m_lastUsed->reporter().value_or(record->reporter);
    return record;
}

QString TranscriptReader::formatName() const {
    return m_lastUsed ? m_lastUsed->name() : QString();
}

} // namespace derouter
