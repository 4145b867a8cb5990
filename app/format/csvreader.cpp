// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/csvreader.h"

#include "format/recordbuilder.h"
#include "format/tablecell.h"
#include "format/texts.h"

#include <algorithm>

namespace derouter {

namespace {

constexpr std::size_t maxRow = 1024 * 1024;

bool isHeaderName(std::string_view cell) {
    return !cell.empty() && cell.size() < 80 &&
           std::ranges::none_of(cell, [](char c) { return c == '{' || c == '"' || c == '=' || c == '\\'; });
}

/// Whether a column holds the lines themselves: beside their times it makes a table.
bool isExportedLine(std::string_view name) {
    const Field field = columnStep(name).field;
    return field == Field::Message || field == Field::CarriedLine;
}

bool isTime(Field field) {
    return field == Field::Time || field == Field::TimeUtc || field == Field::TimeFallback;
}

/// Columns of exported logs that state nothing of a request.
bool isCommonColumn(std::string_view name) {
    constexpr std::string_view names[] = {"level", "severity", "input", "output"};
    return std::ranges::any_of(names, [name](std::string_view known) {
        return std::ranges::equal(name, known, [](char a, char b) { return (a | 0x20) == b; });
    });
}

/// Whether a row stands for many requests, of which it only says how many there were.
bool countsRequests(const std::vector<std::string_view>& names) {
    constexpr std::string_view counts[] = {"count",       "count()",  "count(*)",   "counts",   "hits",
                                           "occurrences", "requests", "# requests", "doc_count"};
    const bool single = std::ranges::any_of(names, [](std::string_view name) {
        return columnStep(name).field == Field::RequestId || isExportedLine(name);
    });
    return !single && std::ranges::any_of(names, [counts](std::string_view name) {
        return isOneOf(lowerCase(trimmed(name)), counts);
    });
}

bool isNumber(std::string_view text) {
    return !text.empty() &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

/// A date and a time of day, and nothing beside them.
bool isStampAsWhole(std::string_view cell, TimeParser& times) {
    constexpr std::size_t shortest = 15;
    cell = trimmed(cell);
    if (cell.size() < shortest || cell.find(':') == cell.npos)
        return false;
    const auto stamp = times.parseValue(cell);
    return stamp && stamp->length == cell.size();
}

bool isEventViewers(const std::vector<std::string_view>& names) {
    return names.size() == 5 && std::ranges::find(names, "Event ID") != names.end() &&
           names.back() == "Task Category";
}

} // namespace

bool CsvReader::isSeparatorLine(std::string_view line) {
    if (line.size() > 1 && line.starts_with('"') && line.ends_with('"'))
        line = line.substr(1, line.size() - 2);
    return line.size() == 5 && line.starts_with("sep=");
}

bool CsvReader::takeHeader(std::string_view line) {
    reset();
    for (const char separator : {',', ';', '\t'}) {
        m_separator = separator;
        m_row = line;
        split();
        const bool exported = std::ranges::any_of(m_values, isExportedLine);
        const bool indexed = m_values.front().empty(); // by pandas
        if (m_values.size() < (exported ? 2 : 3) ||
            !std::all_of(m_values.begin() + (indexed ? 1 : 0), m_values.end(), isHeaderName))
            continue;
        if (countsRequests(m_values)) {
            m_columns.assign(m_values.size(), {});
            m_timed = true;
            break;
        }
        bool hasTime = false;
        bool hasMore = false;
        bool hasStatus = false;
        bool hasTarget = false;
        bool hasId = false;
        // CloudWatch's, whose stamps are UTC and do not say so.
        const bool cloudWatch = std::ranges::find(m_values, "@message") != m_values.end();
        for (const std::string_view name : m_values) {
            Step step = columnStep(name);
            const bool time = isTime(step.field);
            hasTime = hasTime || time;
            hasStatus = hasStatus || step.field == Field::Status;
            hasTarget = hasTarget || step.field == Field::Path;
            hasId = hasId || step.field == Field::RequestId;
            hasMore = hasMore || (!time && (step.field != Field::None || isCommonColumn(name)));
            if (cloudWatch && step.field == Field::Time)
                step.field = Field::TimeUtc;
            if (name == "Content" && hasTime) // Datadog's
                step = {.field = Field::Message};
            m_columns.push_back(step);
        }
        if (hasTime && isEventViewers(m_values)) // whose rows have one cell more, the message
            m_columns.push_back({.field = Field::Message});
        m_timed = hasTime;
        m_doubtful = !hasTime && hasMore && !(hasStatus && (hasTarget || hasId));
        if (hasMore && (hasTime || m_doubtful || (hasStatus && (hasTarget || hasId))))
            break;
        m_columns.clear();
    }
    m_row.clear();
    return isOpen();
}

void CsvReader::reset() {
    m_columns.clear();
    m_row.clear();
    m_taken = m_doubtful = false;
}

/// The column that holds a stamp in the row at hand, if one that is not known does.
bool CsvReader::findTime() {
    m_timed = true;
    const std::size_t count = std::min(m_values.size(), m_columns.size());
    for (std::size_t at = 0; at < count; ++at)
        if (m_columns[at].field == Field::None && isStampAsWhole(m_values[at], m_builder.times())) {
            m_columns[at] = {.field = Field::Time};
            return true;
        }
    return false;
}

bool CsvReader::isShownBy(std::string_view row) {
    m_row = row;
    split();
    m_doubtful = m_values.size() != m_columns.size() || !findTime();
    m_row.clear();
    return !m_doubtful;
}

bool CsvReader::isComplete() const {
    return std::ranges::count(m_row, '"') % 2 == 0 || m_row.size() > maxRow;
}

bool CsvReader::addLine(std::string_view line) {
    if (m_taken)
        m_row.clear();
    m_row += m_row.empty() ? "" : "\n";
    m_row += line;
    m_taken = isComplete();
    if (!m_taken)
        return false;
    split();
    if (!m_timed)
        findTime();
    m_builder.begin();
    const std::size_t count = std::min(m_values.size(), m_columns.size());
    for (std::size_t at = 0; at < count; ++at) {
        const std::string_view value = m_values[at];
        takeCell(m_columns[at], {isNumber(value) ? Scalar::Kind::Number : Scalar::Kind::String, value},
                 m_builder);
    }
    m_builder.noteCarrier();
    return true;
}

/// Unquotes the row in place, which only makes it shorter.
void CsvReader::split() {
    m_values.clear();
    char* out = m_row.data();
    char* begin = out;
    bool quoted = false;
    for (const char *at = m_row.data(), *const end = at + m_row.size(); at < end; ++at) {
        if (*at == '"' && quoted && at + 1 < end && at[1] == '"') {
            *out++ = *at++;
        } else if (*at == '"') {
            quoted = !quoted;
        } else if (*at == m_separator && !quoted) {
            m_values.emplace_back(begin, out);
            begin = out;
        } else {
            *out++ = *at;
        }
    }
    m_values.emplace_back(begin, out);
}

} // namespace derouter
