// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/fields.h"
#include "format/texts.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace derouter {

class RecordBuilder;

/// Reads one JSON object a line into a RecordBuilder by simdjson, and where that refuses (a cut line, a bad
/// byte, `1e999`) by the tolerant reader.
///
/// Remembers the order of the members from line to line, so that a log of one shape looks up no name twice.
/// Strings handed over stay good until the next `read()`. One thread.
class JsonReader {
public:
    /// What simdjson reads beyond the end of a line, unused: the caller's buffer must have it.
    static constexpr std::size_t padding = PaddedText::padding;

    JsonReader();
    ~JsonReader();

    enum class Outcome : std::uint8_t {
        Read,
        Open,     ///< ends inside the object, between two members: the next lines may go on with it
        NoObject, ///< begins with a brace and is no object at all
    };

    /// `line` begins with `{`; at least `padding` readable bytes follow it.
    Outcome read(std::string_view line, RecordBuilder& builder);
    /// What stands behind the last object on its line, such as the next one; empty where simdjson refused it.
    std::string_view rest() const { return m_rest; }
    /// Whether the last object holds an array that may be a list of records.
    bool sawList() const;
    /// The strings of `["time", "line"]`; false when the array is something else.
    bool readPair(std::string_view array, std::string_view& time, std::string_view& line);
    /// Keeps the columns that `[{"name": "timestamp", "type": "datetime"}, …]` names for the rows that
    /// follow; false when the array is something else.
    bool readColumns(std::string_view array);
    /// Reads a row of the table whose columns were named; false when there was none.
    bool readRow(std::string_view array, RecordBuilder& builder);
    /// Reads the fields of one record of CloudWatch's queries: `[{"field": "@message", "value": "…"}, …]`.
    bool readFields(std::string_view array, RecordBuilder& builder);

    /// Reads the rows of a frame of Grafana's, `{"schema": {"fields": […]}, "data": {"values": […]}}`, one
    /// after the other: `taken` is called while the builder holds one. False when the object is something
    /// else.
    bool readFrame(std::string_view object, RecordBuilder& builder, const std::function<void()>& taken);

    /// The names and the kinds of the root's members, for telling dialects apart: `"level:number"`, `"time"`.
    std::vector<std::string> describe(std::string_view line);

private:
    struct Walk;
    struct Parser;
    std::unique_ptr<Parser> m_parser;
    std::string_view m_rest;
};

} // namespace derouter
