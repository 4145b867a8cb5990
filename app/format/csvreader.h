// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/fields.h"

#include <string>
#include <string_view>
#include <vector>

namespace derouter {

class RecordBuilder;

/// Reads rows of comma, semicolon or tab separated values under a header that names fields as JSON records do
/// (RFC 4180; exports of CloudWatch, Datadog, Kibana, Grafana, Azure and spreadsheets).
class CsvReader {
public:
    explicit CsvReader(RecordBuilder& builder)
        : m_builder(builder) {}

    /// Whether a line only tells Excel which separator the table below it has: `sep=;`.
    static bool isSeparatorLine(std::string_view line);
    /// Opens a table when `line` is a header: one column is a time, and another the message, an error's text,
    /// a status, a path or a request-id; or a status and a path, or a request-id, stand without a time. Two
    /// columns make a table where one holds the log's lines.
    ///
    /// A column whose name says nothing is a time where the first row has a stamp in it; where no name is of
    /// a time, that row decides whether there is a table.
    bool takeHeader(std::string_view line);
    bool isOpen() const { return !m_columns.empty(); }
    /// Whether the next line, the first row, has to show that the header was one.
    bool isDoubtful() const { return m_doubtful; }
    /// Whether it does; what follows is no table otherwise.
    bool isShownBy(std::string_view row);
    /// Gives the row to the builder when the line completes one: a quoted value may hold line feeds.
    bool addLine(std::string_view line);
    void reset();

private:
    void split();
    bool isComplete() const;
    bool findTime();

    RecordBuilder& m_builder;
    std::vector<Step> m_columns;
    char m_separator = ',';
    std::string m_row;
    bool m_timed = false; ///< a column is a time, or no row has one
    bool m_doubtful = false;
    bool m_taken = false;                   ///< the row was given to the builder
    std::vector<std::string_view> m_values; ///< of the row, what the builder's record views
};

} // namespace derouter
