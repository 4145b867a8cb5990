// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/csvreader.h"

#include "format/looseobject.h"
#include "format/recordbuilder.h"

#include <algorithm>

namespace derouter {

namespace {

constexpr std::size_t maxRow = 1024 * 1024;

bool isHeaderName(std::string_view cell) {
    return !cell.empty() && cell.size() < 80 &&
           std::ranges::none_of(cell, [](char c) { return c == '{' || c == '"' || c == '=' || c == '\\'; });
}

bool isNumber(std::string_view text) {
    return !text.empty() &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

} // namespace

bool CsvReader::takeHeader(std::string_view line) {
    reset();
    for (const char separator : {',', ';', '\t'}) {
        m_separator = separator;
        const std::vector<std::string> names = split(line);
        if (names.size() < 3 || !std::ranges::all_of(names, isHeaderName))
            continue;
        bool hasTime = false;
        bool hasMore = false;
        for (const std::string& name : names) {
            // "timestamp [UTC]" of Azure.
            const Step step = stepFor(Place::Root, name.substr(0, name.find(" [")));
            hasTime = hasTime || step.field == Field::Time || step.field == Field::TimeFallback;
            constexpr Field telling[] = {Field::Message,   Field::Status,    Field::CarriedLine,
                                         Field::RequestId, Field::ErrorText, Field::Path};
            hasMore = hasMore || std::ranges::find(telling, step.field) != std::end(telling);
            m_columns.push_back({step, name});
        }
        if (hasTime && hasMore)
            return true;
        m_columns.clear();
    }
    return false;
}

void CsvReader::reset() {
    m_columns.clear();
    m_row.clear();
}

bool CsvReader::isComplete() const {
    return std::ranges::count(m_row, '"') % 2 == 0 || m_row.size() > maxRow;
}

bool CsvReader::addLine(std::string_view line) {
    m_row += m_row.empty() ? "" : "\n";
    m_row += line;
    if (!isComplete())
        return false;
    m_values = split(m_row);
    m_row.clear();
    m_builder.begin();
    const std::size_t count = std::min(m_values.size(), m_columns.size());
    for (std::size_t at = 0; at < count; ++at) {
        const std::string& value = m_values[at];
        const Step& step = m_columns[at].step;
        if (value.starts_with('{') && step.field != Field::Message && step.field != Field::CarriedLine)
            readLooseObject(value, step.enter ? step.place : Place::Unknown, m_builder, 0);
        else if (step.field != Field::None)
            m_builder.take(step.field,
                           {isNumber(value) ? Scalar::Kind::Number : Scalar::Kind::String, value});
    }
    m_builder.noteCarrier();
    return true;
}

std::vector<std::string> CsvReader::split(std::string_view row) const {
    std::vector<std::string> values(1);
    bool quoted = false;
    for (std::size_t at = 0; at < row.size(); ++at) {
        const char c = row[at];
        if (c == '"' && quoted && row.substr(at + 1).starts_with('"'))
            values.back() += row[at++];
        else if (c == '"')
            quoted = !quoted;
        else if (c == m_separator && !quoted)
            values.emplace_back();
        else
            values.back() += c;
    }
    return values;
}

} // namespace derouter
