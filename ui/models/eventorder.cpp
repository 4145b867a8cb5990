// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The order of EventModel's rows.
#include "guide/errorguide.h"
#include "logtext.h"
#include "models/eventmodel.h"

#include <QCollator>
#include <QLocale>

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace derouter {

namespace {

constexpr std::int64_t first = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t last = std::numeric_limits<std::int64_t>::max();

using Ranks = std::unordered_map<std::string_view, int>;

/// Place of each cause in the alphabetical list of their names, as they are now.
Ranks ranksOfCauses() {
    std::vector<std::pair<QString, std::string_view>> names;
    for (const guide::Cause& cause : guide::causes())
        names.emplace_back(cause.name.translated(), cause.id);
    const QCollator collator; // of the program's language
    std::ranges::sort(names, collator, [](const auto& each) { return each.first; });
    Ranks places;
    for (const auto& [name, cause] : names)
        places.emplace(cause, static_cast<int>(places.size()));
    return places;
}

int causeRank(std::string_view id) {
    static QLocale language;
    static Ranks ranks = ranksOfCauses();
    if (const QLocale now; now != language) {
        language = now;
        ranks = ranksOfCauses();
    }
    const auto known = ranks.find(id);
    return known == ranks.end() ? -1 : known->second;
}

/// The eight bytes behind "req_" as a number, so that ids are seldom compared as texts.
std::int64_t idPrefix(std::string_view id) {
    constexpr std::size_t scheme = 4;
    constexpr std::size_t digits = 7;
    if (id.size() <= scheme)
        return first;
    std::int64_t number = 0;
    for (std::size_t at = scheme; at < scheme + digits; ++at)
        number = number << 8 | (at < id.size() ? static_cast<unsigned char>(id[at]) : 0);
    return number;
}

/// By the attempt and then by how many there are; 0 for those whose cell is empty.
std::int64_t attemptRank(const EventStore& store, EventStore::Row row, bool byCall) {
    const auto count = static_cast<std::int64_t>(store.attemptCount(row));
    if (count < 2 || byCall)
        return count < 2 ? 0 : count;
    return std::int64_t(store.attempt(row)) << 32 | count;
}

bool isShared(int column) {
    return column == EventModel::Type || column == EventModel::Model || column == EventModel::Message;
}

std::string_view sharedText(const ErrorEvent& event, int column) {
    return column == EventModel::Type    ? event.type
           : column == EventModel::Model ? event.model
                                         : event.message;
}

/// Numbers for the texts the rows share: each is compared once with its neighbours instead of once for every
/// row.
std::unordered_map<const char*, std::int64_t> rankTexts(const EventStore& store, int column,
                                                        const std::vector<std::uint32_t>& rows) {
    std::unordered_map<const char*, std::int64_t> ranks;
    std::vector<std::string_view> texts;
    for (const std::uint32_t row : rows) {
        const std::string_view text = sharedText(store.event(row), column);
        if (ranks.try_emplace(text.data(), 0).second)
            texts.push_back(text);
    }
    std::ranges::sort(texts);
    for (std::size_t rank = 0; rank < texts.size(); ++rank)
        ranks[texts[rank].data()] = static_cast<std::int64_t>(rank);
    return ranks;
}

} // namespace

void EventModel::rankSources() {
    std::vector<const SourceInfo*> byName;
    for (const SourceInfo& source : m_monitor.sources())
        byName.push_back(&source);
    std::ranges::stable_sort(byName, [](const SourceInfo* a, const SourceInfo* b) {
        return QString::compare(a->name, b->name, Qt::CaseInsensitive) < 0;
    });
    m_sourceRanks.clear();
    for (const SourceInfo* source : byName)
        m_sourceRanks.emplace(source->id, static_cast<int>(m_sourceRanks.size()));
}

EventModel::Key EventModel::keyOf(std::uint32_t row) const {
    const EventStore& store = m_monitor.events();
    if (m_column == Time) // what has none is last in either order
        return {.number = store.time(row).value_or(m_order == Qt::AscendingOrder ? last : first)};
    if (m_column == Code)
        return {.number = store.code(row).value};
    if (m_column == Mark)
        return {.number = isFailureMarked(row) ? noteOf(row).isEmpty() ? 1 : 2 : 0};
    if (m_column == Attempt)
        return {.number = attemptRank(store, row, filter().calls)};
    const ErrorEvent event = store.event(row);
    switch (m_column) {
    case Cause:
        return {.number = causeRank(event.cause)};
    case Move:
        return {.number = static_cast<std::int64_t>(event.move)};
    case Source:
        return {.number = m_sourceRanks.contains(event.source) ? m_sourceRanks.at(event.source) : -1};
    case RequestId:
        return {.number = idPrefix(event.requestId), .text = event.requestId};
    default:
        return {.text = sharedText(event, m_column)};
    }
}

bool EventModel::before(std::uint32_t a, std::uint32_t b) const {
    const Key left = keyOf(a);
    const Key right = keyOf(b);
    int order = left.number < right.number ? -1 : left.number > right.number;
    if (order == 0)
        order = left.text.compare(right.text);
    if (order == 0)
        order = a < b ? -1 : a > b;
    return m_order == Qt::AscendingOrder ? order < 0 : order > 0;
}

void EventModel::sortAll(std::vector<std::uint32_t>& rows) const {
    const EventStore& store = m_monitor.events();
    const auto ranks = isShared(m_column) ? rankTexts(store, m_column, rows)
                                          : std::unordered_map<const char*, std::int64_t>();
    std::vector<std::pair<Key, std::uint32_t>> keyed;
    keyed.reserve(rows.size());
    for (const std::uint32_t row : rows)
        keyed.emplace_back(isShared(m_column)
                               ? Key{.number = ranks.at(sharedText(store.event(row), m_column).data())}
                               : keyOf(row),
                           row);
    const auto less = [](const auto& a, const auto& b) {
        if (a.first.number != b.first.number)
            return a.first.number < b.first.number;
        const int texts = a.first.text.compare(b.first.text);
        return texts != 0 ? texts < 0 : a.second < b.second;
    };
    if (!std::ranges::is_sorted(keyed, less))
        std::ranges::sort(keyed, less);
    if (m_order == Qt::DescendingOrder)
        std::ranges::reverse(keyed);
    std::ranges::transform(keyed, rows.begin(), [](const auto& pair) { return pair.second; });
}

void EventModel::sort(int column, Qt::SortOrder order) {
    if (column < 0 || column >= columns || (column == m_column && order == m_order))
        return;
    if (m_groups) {
        m_column = column;
        m_order = order;
        sortAll(m_visible);
        m_groups->arrange(m_visible);
        showGroups();
        return;
    }
    changeLayout([&] {
        m_column = column;
        m_order = order;
        sortAll(m_visible);
    });
}

/// What a row goes on to be wherever it moves.
std::uint64_t EventModel::identity(int row) const {
    constexpr std::uint64_t group = std::uint64_t(1) << 32;
    const auto at = static_cast<std::size_t>(row);
    if (!m_groups)
        return m_visible[at];
    return m_lines[at].isMember ? m_lines[at].row : group | m_lines[at].group;
}

/// Reorders the visible rows and takes selection and current row along.
void EventModel::changeLayout(const std::function<void()>& reorder) {
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList old = persistentIndexList();
    std::vector<std::uint64_t> rows;
    for (const QModelIndex& index : old)
        rows.push_back(identity(index.row()));
    reorder();
    std::unordered_map<std::uint64_t, int> places;
    for (const std::uint64_t row : rows)
        places.emplace(row, -1);
    for (int at = 0; at < rowCount() && !places.empty(); ++at)
        if (const auto wanted = places.find(identity(at)); wanted != places.end())
            wanted->second = at;
    QModelIndexList moved;
    for (qsizetype i = 0; i < old.size(); ++i)
        moved.append(index(places.at(rows[static_cast<std::size_t>(i)]), old[i].column()));
    changePersistentIndexList(old, moved);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

} // namespace derouter
