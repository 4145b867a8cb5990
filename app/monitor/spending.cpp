// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/spending.h"

#include "format/texts.h"
#include "monitor/pipeline.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace derouter {

namespace {

constexpr std::array<std::string_view, 4> names{"response_cost", "cost_usd", "costUSD", "total_cost_usd"};

bool isOfName(char c) {
    return isLetter(c) || isDigit(c) || c == '_' || c == '-' || c == '.';
}

/// What stands behind `"name": ` or `name=`.
std::optional<double> valueAt(std::string_view text) {
    constexpr std::string_view between = "\\\"' \t";
    std::size_t at = std::min(text.find_first_not_of(between), text.size());
    if (at == text.size() || (text[at] != ':' && text[at] != '='))
        return std::nullopt;
    at = std::min(text.find_first_not_of(between, at + 1), text.size());
    double value = 0;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), value);
    const bool isNumber = error == std::errc() && (end == text.data() + text.size() || !isOfName(*end));
    return isNumber && std::isfinite(value) && value >= 0 ? std::optional(value) : std::nullopt;
}

/// The first one that the record names: others repeat it, or are parts of it.
std::optional<double> costIn(std::string_view record) {
    for (const std::string_view name : names)
        for (std::size_t at = record.find(name); at != record.npos; at = record.find(name, at + name.size()))
            if (at == 0 || !isOfName(record[at - 1]))
                if (const auto value = valueAt(record.substr(at + name.size())))
                    return value;
    return std::nullopt;
}

class Costs final : public RecordSink {
public:
    void take(const LogRecord& record, const Origin& origin) override {
        const auto cost = record.time && origin.offset != m_last ? costIn(origin.raw) : std::nullopt;
        if (!cost)
            return;
        m_last = origin.offset;
        const Spending before = spending.value_or(Spending{.first = *record.time, .last = *record.time});
        spending = {.dollars = before.dollars + *cost,
                    .records = before.records + 1,
                    .first = std::min(before.first, *record.time),
                    .last = std::max(before.last, *record.time)};
    }
    void reject(const Origin&, Rejection) override {}

    std::optional<Spending> spending;

private:
    std::uint64_t m_last = ~std::uint64_t(0); ///< offset of the line that was counted last
};

} // namespace

std::optional<double> Spending::perHour() const {
    if (first == last)
        return std::nullopt;
    return dollars * 60 * microsecondsPerMinute / static_cast<double>(last - first);
}

std::optional<Spending> spendingIn(const LogPart& part, const PipelineOptions& reading,
                                   Microseconds reference) {
    if (std::ranges::none_of(names, [&](std::string_view name) { return contains(part.lines, name); }))
        return std::nullopt;
    Costs costs;
    readPart(part, reading, reference, costs);
    return costs.spending;
}

} // namespace derouter
