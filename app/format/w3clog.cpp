// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/w3clog.h"

#include "format/layoutdirectives.h"
#include "format/layoutmatch.h"
#include "format/recordbuilder.h"
#include "format/texts.h"

#include <algorithm>
#include <array>

namespace derouter {

namespace {

/// Takes the first word off a text.
std::string_view takeWord(std::string_view& text, std::string_view blanks) {
    const std::size_t end = std::min(text.find_first_of(blanks), text.size());
    const auto word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return word;
}

/// What a header means whose name stands in `cs(…)` or `sc(…)`, or is the column's.
Field headerField(std::string_view name) {
    const bool sent = name.starts_with("sc(");
    if ((sent || name.starts_with("cs(")) && name.ends_with(')'))
        return fieldForHeader(name.substr(3, name.size() - 4), sent);
    return fieldForHeader(name, false);
}

/// The date and the time of a line, as one stamp.
class Stamped {
public:
    void setDate(std::string_view date) { m_dateSize = date.copy(m_text.data(), 10); }
    void setTime(std::string_view time) { m_timeSize = time.copy(m_text.data() + 11, m_text.size() - 11); }
    std::string_view view() {
        m_text[10] = ' ';
        return m_dateSize == 10 && m_timeSize > 0 ? std::string_view(m_text.data(), 11 + m_timeSize)
                                                  : std::string_view();
    }

private:
    std::array<char, 32> m_text{};
    std::size_t m_dateSize = 0;
    std::size_t m_timeSize = 0;
};

} // namespace

W3cLog::Column W3cLog::columnFor(std::string_view name) {
    struct Known {
        std::string_view name;
        Column column;
    };
    static constexpr Known known[] = {{"date", {Meaning::Date}},
                                      {"time", {Meaning::Time}},
                                      {"cs-method", {Meaning::Field, Field::Method}},
                                      {"cs-uri-stem", {Meaning::Field, Field::Path}},
                                      {"cs-uri", {Meaning::Field, Field::Path}},
                                      {"cs-uri-query", {Meaning::Query}},
                                      {"sc-status", {Meaning::Field, Field::Status}},
                                      {"sc-substatus", {Meaning::OwnAnswer}},
                                      {"s-reason", {Meaning::OwnAnswer}},
                                      {"x-edge-detailed-result-type", {Meaning::EdgeResult}},
                                      {"time-taken", {Meaning::Duration}},
                                      {"cs-host", {Meaning::Field, Field::Host}},
                                      {"x-host-header", {Meaning::Field, Field::Host}}};
    const auto found = std::ranges::find(known, name, &Known::name);
    if (found != std::end(known))
        return found->column;
    const Field field = headerField(name);
    return {field == Field::None ? Meaning::Nothing : Meaning::Field, field};
}

bool W3cLog::takeFields(std::string_view names) {
    std::vector<Column> columns;
    for (names = trimmed(names); !names.empty(); names = trimmed(names))
        columns.push_back(columnFor(takeWord(names, " \t")));
    const auto has = [&columns](Field field) {
        return std::ranges::find(columns, field, &Column::field) != columns.end();
    };
    if (!has(Field::Status) || !has(Field::Path))
        return false;
    m_columns = std::move(columns);
    return true;
}

bool W3cLog::takeDirective(std::string_view line) {
    const std::size_t colon = line.starts_with('#') ? line.find(':') : line.npos;
    if (colon == line.npos)
        return false;
    const auto name = line.substr(1, colon - 1);
    const auto value = trimmed(line.substr(colon + 1));
    if (name == "Fields")
        return takeFields(value);
    if (name == "Date")
        m_date = value.substr(0, 10);
    constexpr std::string_view others[] = {"Software", "Version",  "Date",  "Start-Date",
                                           "End-Date", "GMT-Date", "Remark"};
    return std::ranges::find(others, name) != std::end(others);
}

/// What a line's columns give together.
struct W3cLog::Line {
    Stamped stamp;
    std::string_view query;
};

/// False when the value is none of the column's.
bool W3cLog::give(const Column& column, std::string_view value, Line& line, RecordBuilder& builder) {
    const bool absent = value == "-";
    switch (column.meaning) {
    case Meaning::Nothing:
        break;
    case Meaning::Field:
        if (column.field != Field::Status)
            builder.take(column.field, {Scalar::Kind::String, value});
        else if (!isStatusValue(value))
            return false;
        else
            giveStatus(value, builder);
        break;
    case Meaning::Date:
        line.stamp.setDate(value);
        break;
    case Meaning::Time:
        line.stamp.setTime(value);
        break;
    case Meaning::Query:
        line.query = absent ? std::string_view() : value;
        break;
    case Meaning::Duration:
        builder.take(value.find('.') == value.npos ? Field::DurationMilliseconds : Field::DurationSeconds,
                     {Scalar::Kind::String, value});
        break;
    case Meaning::OwnAnswer:
        if (!absent && value != "0")
            builder.noteProxysAnswer();
        break;
    case Meaning::EdgeResult: // CloudFront's; OriginError is an answer of the origin's that it passed on
        if (value.starts_with("Origin") && value.ends_with("Error") && value != "OriginError")
            builder.noteProxysAnswer();
    }
    return true;
}

bool W3cLog::read(std::string_view text, RecordBuilder& builder) const {
    const std::string_view separator = text.find('\t') == text.npos ? " " : "\t";
    builder.begin();
    Line line;
    line.stamp.setDate(m_date);
    for (const Column& column : m_columns)
        if (text.empty() || !give(column, takeWord(text, separator), line, builder))
            return false;
    if (!text.empty())
        return false;
    builder.takeUtcTime(line.stamp.view());
    LogRecord& record = builder.record();
    if (!line.query.empty() && record.status >= 400) // a success keeps nothing
        record.path = builder.keep(std::string(record.path).append("?").append(line.query));
    return true;
}

} // namespace derouter
