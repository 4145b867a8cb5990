// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/fields.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace derouter {

class RecordBuilder;

/// Reads a log in the extended format of the W3C (https://www.w3.org/TR/WD-logfile.html), as IIS, HTTP.sys
/// and CloudFront write it: a directive names the columns of the lines below it, and may come again. Stamps
/// are of UTC; `-` is no value.
class W3cLog {
public:
    /// Takes `#Fields: …` and the other directives of the format. False for any other line, and for columns
    /// that tell of no requests.
    bool takeDirective(std::string_view line);
    /// Whether columns are known.
    bool isOpen() const { return !m_columns.empty(); }
    /// Gives a line's fields to `builder`. False, with nothing of use in it, when the line has other columns.
    bool read(std::string_view text, RecordBuilder& builder) const;

private:
    enum class Meaning : std::uint8_t {
        Nothing,
        Field,
        Date,
        Time,
        Query,
        Duration,  ///< IIS writes whole milliseconds, others seconds with a point
        OwnAnswer, ///< of the server itself, where it is more than 0
        EdgeResult,
    };
    struct Column {
        Meaning meaning = Meaning::Nothing;
        derouter::Field field = derouter::Field::None;
    };

    static Column columnFor(std::string_view name);
    bool takeFields(std::string_view names);
    struct Line;
    static bool give(const Column& column, std::string_view value, Line& line, RecordBuilder& builder);

    std::vector<Column> m_columns;
    std::string m_date; ///< of the directive, where no column has it
};

} // namespace derouter
