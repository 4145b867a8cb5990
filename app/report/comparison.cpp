// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/comparison.h"

#include "core/messageshape.h"
#include "guide/errorguide.h"

#include <algorithm>
#include <cmath>
#include <ranges>

namespace derouter {

namespace {

using Change = Comparison::Change;

constexpr std::size_t mostMessagesKnown = 4096;

/// What was expected of the later part if nothing had changed, as a share of both.
double shareOfNow(const Comparison& comparison) {
    const auto& [before, now] = comparison.parts;
    const auto share = [](auto former, auto latter) {
        return static_cast<double>(latter) / (static_cast<double>(former) + static_cast<double>(latter));
    };
    switch (comparison.basis) {
    case Comparison::Basis::Requests:
        return share(*before.requests, *now.requests);
    case Comparison::Basis::Length:
        return share(before.length, now.length);
    case Comparison::Basis::Counts:
        break;
    }
    return 0.5;
}

/// Half as often again, and further from what was expected than chance alone takes one count in twenty.
Change changeOf(const Comparison::Line& line, double share) {
    constexpr double factor = 1.5;
    constexpr double deviations = 2;
    const auto [before, now] = line.failures;
    if (before == 0)
        return Change::New;
    if (now == 0)
        return Change::Gone;
    const auto all = static_cast<double>(before + now);
    const double nowRate = static_cast<double>(now) / share;
    const double beforeRate = static_cast<double>(before) / (1 - share);
    const double surplus = static_cast<double>(now) - all * share;
    const double chance = deviations * std::sqrt(all * share * (1 - share));
    if (surplus > chance && nowRate >= factor * beforeRate)
        return Change::More;
    return -surplus > chance && beforeRate >= factor * nowRate ? Change::Fewer : Change::Same;
}

Comparison::Basis basisOf(const std::array<Comparison::Part, 2>& parts) {
    const auto both = [&parts](auto known) { return std::ranges::all_of(parts, known); };
    if (both([](const Comparison::Part& part) { return part.requests.value_or(0) > 0; }))
        return Comparison::Basis::Requests;
    return both([](const Comparison::Part& part) { return part.length > 0; }) ? Comparison::Basis::Length
                                                                              : Comparison::Basis::Counts;
}

} // namespace

std::size_t Comparison::count(Change change) const {
    return static_cast<std::size_t>(std::ranges::count(lines, change, &Line::change));
}

/// Most messages are one of a few: their shapes are found out once.
std::size_t ComparisonCount::shapeOf(std::string_view message) {
    const std::string text(message);
    if (const auto known = m_messages.find(text); known != m_messages.end())
        return known->second;
    const std::size_t shape = m_shapes.try_emplace(messageShape(message), m_shapes.size()).first->second;
    if (m_messages.size() < mostMessagesKnown)
        m_messages.emplace(text, shape);
    return shape;
}

void ComparisonCount::take(Era era, EventStore::Row row) {
    const ErrorEvent event = m_events.event(row);
    const guide::Cause& cause = m_events.cause(row);
    const auto at = static_cast<std::size_t>(era);
    Comparison::Line& line =
        m_lines
            .try_emplace({event.code, cause.id, shapeOf(event.message)},
                         Comparison::Line{event.code, &cause, event.move, std::string(event.message)})
            .first->second;
    ++line.failures[at];
    ++m_failures[at];
    m_haveMessages[at] = m_haveMessages[at] || !event.message.empty();
}

std::vector<Comparison::Line> ComparisonCount::linesByCode() const {
    std::map<FailureCode, Comparison::Line> codes;
    for (const auto& [key, line] : m_lines) {
        const guide::Reading reading = guide::read({.code = line.code});
        Comparison::Line& whole =
            codes.try_emplace(line.code, Comparison::Line{line.code, reading.cause, reading.move})
                .first->second;
        for (std::size_t era = 0; era < line.failures.size(); ++era)
            whole.failures[era] += line.failures[era];
    }
    const auto lines = codes | std::views::values;
    return {lines.begin(), lines.end()};
}

Comparison ComparisonCount::result(Comparison::Part before, Comparison::Part now) const {
    before.failures = m_failures[static_cast<std::size_t>(Era::Before)];
    now.failures = m_failures[static_cast<std::size_t>(Era::Now)];
    Comparison comparison{.parts = {before, now}};
    comparison.basis = basisOf(comparison.parts);
    comparison.isByCode = before.failures > 0 && now.failures > 0 && m_haveMessages[0] != m_haveMessages[1];
    const auto lines = m_lines | std::views::values;
    comparison.lines = comparison.isByCode ? linesByCode() : std::vector(lines.begin(), lines.end());
    const double share = shareOfNow(comparison);
    for (Comparison::Line& line : comparison.lines)
        line.change = changeOf(line, share);
    std::ranges::stable_sort(comparison.lines, {}, [](const Comparison::Line& line) {
        const auto [former, latter] = line.failures;
        return std::pair(line.change, -static_cast<std::int64_t>(former + latter));
    });
    return comparison;
}

} // namespace derouter
