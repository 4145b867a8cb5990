// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/accesslayout.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace derouter {

class TimeParser;

/// One attempt to cut a line into the values of a layout. Nothing is allocated.
class LayoutMatch {
public:
    LayoutMatch(std::string_view line, const std::vector<AccessLayout::Variable>& variables,
                std::span<std::string_view> values, TimeParser& times)
        : m_line(line)
        , m_variables(variables)
        , m_values(values)
        , m_times(times) {}

    /// Whether `head` and then the variables make up the whole line; the values are filled then.
    bool match(std::string_view head);

private:
    /// What values have to look like where others may be absent.
    enum class Demand : std::uint8_t {
        Words,   ///< a header is a word and a request whole, as is mostly so
        Request, ///< the request alone
        Nothing,
    };

    bool matchFrom(std::size_t variable, std::size_t at);
    bool matchWords(std::size_t variable, std::size_t at);
    bool matchAbsent(std::size_t variable, std::size_t at);
    bool isPresent(const AccessLayout::Variable& variable, std::size_t at) const;
    bool isLikely(const AccessLayout::Variable& variable, std::string_view value, bool quoted);
    std::size_t valueEnd(const AccessLayout::Variable& variable, std::size_t at, bool last);
    std::size_t timeEnd(std::string_view literal, std::size_t at);

    std::string_view m_line;
    const std::vector<AccessLayout::Variable>& m_variables;
    std::span<std::string_view> m_values;
    TimeParser& m_times;
    int m_branches = 0; ///< taken where a value may be absent
    Demand m_demand = Demand::Words;
    bool m_refused = false; ///< because of that
};

/// Three digits, and what servers write for a request that had no answer: `-`, HAProxy's -1, Envoy's 0,
/// nginx's 000.
bool isStatusValue(std::string_view text);

/// Hands such a value to the builder.
void giveStatus(std::string_view value, RecordBuilder& builder);

/// Hands a value to the builder by what its variable means; captured headers and Squid's results by what they
/// hold.
void giveValue(const AccessLayout::Variable& variable, std::string_view value, RecordBuilder& builder);

} // namespace derouter
