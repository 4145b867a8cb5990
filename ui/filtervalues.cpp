// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filtervalues.h"

#include "core/decodedtext.h"
#include "guide/errorguide.h"
#include "monitor/marks.h"
#include "report/redactor.h"
#include "viewstate.h"

#include <QHash>

#include <algorithm>
#include <unordered_map>

namespace derouter {

namespace {

constexpr std::array countedFields{FilterField::Code,   FilterField::Type,  FilterField::Cause,
                                   FilterField::Move,   FilterField::Model, FilterField::Key,
                                   FilterField::Source, FilterField::Path};

std::string_view textOf(const ErrorEvent& event, FilterField field) {
    switch (field) {
    case FilterField::Type:
        return event.type;
    case FilterField::Cause:
        return event.cause;
    case FilterField::Model:
        return event.model;
    case FilterField::Key:
        return event.key;
    case FilterField::RequestId:
        return event.requestId;
    case FilterField::Path:
        return event.path;
    case FilterField::Text:
        return event.message;
    default:
        return {};
    }
}

/// What is the same for two rows only where their values are: the store keeps a text once for many rows.
std::uint64_t identity(const ErrorEvent& event, FilterField field) {
    switch (field) {
    case FilterField::Code:
        return event.code.value;
    case FilterField::Move:
        return static_cast<std::uint64_t>(event.move);
    case FilterField::Source:
        return static_cast<std::uint64_t>(event.source);
    default:
        return reinterpret_cast<std::uintptr_t>(textOf(event, field).data());
    }
}

/// A key is masked already.
bool mayBeShown(const FilterTerm& term) {
    return term.field == FilterField::Key || Redactor().redact(term.value.toStdString()).replaced() == 0;
}

TimeRange minuteOf(Microseconds time) {
    const Microseconds from = floorDivide(time, microsecondsPerMinute) * microsecondsPerMinute;
    return {from, from + microsecondsPerMinute};
}

} // namespace

FilterValues::FilterValues(const Monitor& monitor, QObject* parent)
    : QObject(parent)
    , m_monitor(monitor) {
    const auto forget = [this] { m_isCounted = false; };
    connect(&monitor, &Monitor::eventsAdded, this, forget);
    connect(&monitor, &Monitor::eventChanged, this, forget);
    connect(&monitor, &Monitor::eventsReset, this, forget);
}

const std::vector<FilterValues::Counted>& FilterValues::of(FilterField field) {
    if (!m_isCounted)
        count();
    return m_values[static_cast<std::size_t>(field)];
}

void FilterValues::count() {
    struct Known {
        EventStore::Row row = 0;
        std::uint64_t count = 0;
    };
    std::array<std::unordered_map<std::uint64_t, Known>, filterFieldCount> known;
    for (const EventStore::Row row : m_monitor.events().rows()) {
        const ErrorEvent event = m_monitor.events().event(row);
        for (const FilterField field : countedFields) {
            Known& value = known[static_cast<std::size_t>(field)][identity(event, field)];
            value.row = row;
            ++value.count;
        }
    }
    for (const FilterField field : countedFields) {
        std::vector<Counted>& values = m_values[static_cast<std::size_t>(field)];
        values.clear();
        QHash<QString, std::size_t> places; // the store may keep a text more than once
        for (const auto& [id, value] : known[static_cast<std::size_t>(field)]) {
            const auto term = termOf(m_monitor, value.row, field);
            if (!term || !mayBeShown(*term))
                continue;
            const auto place = places.constFind(term->value);
            if (place != places.cend()) {
                values[*place].count += value.count;
                continue;
            }
            places.insert(term->value, values.size());
            values.push_back({*term, value.count});
        }
        std::ranges::sort(values, [](const Counted& a, const Counted& b) {
            return a.count != b.count ? a.count > b.count : a.term.value < b.term.value;
        });
    }
    auto& marks = m_values[static_cast<std::size_t>(FilterField::Marked)];
    marks.clear();
    if (const auto& marked = m_monitor.marks().rows(); !marked.empty())
        marks.push_back({markTerm(), marked.size()});
    m_isCounted = true;
}

std::optional<FilterTerm> FilterValues::termOf(const Monitor& monitor, EventStore::Row row,
                                               FilterField field) {
    const ErrorEvent event = monitor.events().event(row);
    FilterTerm term{.field = field};
    if (field == FilterField::Time) {
        if (!event.time)
            return std::nullopt;
        term.range = minuteOf(*event.time);
        return term;
    }
    if (field == FilterField::Marked)
        return monitor.marks().isMarked(row) ? std::optional(markTerm()) : std::nullopt;
    if (field == FilterField::Move)
        return moveTerm(event.move);
    if (field == FilterField::Code)
        term.value = QString::fromStdString(event.code.key());
    else if (const SourceInfo* source = monitor.source(event.source); field == FilterField::Source && source)
        term.value = source->name;
    else
        term.value = decodedText(textOf(event, field));
    return term.value.isEmpty() ? std::nullopt : std::optional(term);
}

} // namespace derouter
