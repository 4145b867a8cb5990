// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/eventmodel.h"

#include "guide/errorguide.h"
#include "logtext.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

QString causeName(std::string_view id) {
    const guide::Cause* cause = guide::causeById(id);
    return cause ? cause->name.translated() : QString();
}

QString approximated(const QString& text, TimeQuality quality) {
    return quality == TimeQuality::Exact ? text : u"≈ "_s + text;
}

} // namespace

EventModel::EventModel(const Monitor& monitor, QObject* parent)
    : QAbstractTableModel(parent)
    , m_monitor(monitor)
    , m_matcher(monitor) {
    m_changeTimer.setSingleShot(true);
    m_changeTimer.setInterval(std::chrono::milliseconds(100));
    connect(&m_changeTimer, &QTimer::timeout, this, &EventModel::applyChanges);
    connect(&monitor, &Monitor::eventsAdded, this, &EventModel::addRows);
    connect(&monitor, &Monitor::eventChanged, this, &EventModel::noteChange);
    connect(&monitor, &Monitor::eventsReset, this, [this] {
        m_changed.clear();
        m_matcher.forget();
        rebuild();
    });
    connect(&monitor, &Monitor::sourceAdded, this, &EventModel::rankSources);
    connect(&monitor, &Monitor::sourceRemoved, this, &EventModel::rankSources);
    rankSources();
    collectVisible();
}

int EventModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_visible.size());
}

int EventModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QString EventModel::columnName(int column) {
    switch (column) {
    case Time:
        return tr("Time");
    case Code:
        return tr("Code");
    case Type:
        return tr("Type");
    case Cause:
        return tr("Cause");
    case Move:
        return tr("Whose move");
    case Model:
        return tr("Model");
    case Source:
        return tr("Source");
    case RequestId:
        return tr("Request-id");
    case Message:
        return tr("Message");
    default:
        return {};
    }
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section != Time)
        return columnName(section);
    const auto last = m_monitor.totals().lastTime;
    return last ? tr("Time (%1)").arg(m_times.zoneName(*last)) : columnName(section);
}

QVariant EventModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const EventStore::Row row = storeRow(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return tooltip(toolTip(row, index.column()));
    case StoreRowRole:
        return static_cast<quint32>(row);
    default:
        return look(index, role);
    }
}

QVariant EventModel::look(const QModelIndex& index, int role) const {
    const int column = index.column();
    if (role == Qt::FontRole && (column == Time || column == RequestId))
        return m_fixed;
    const EventStore::Row row = storeRow(index.row());
    if (role == MoveRole && (column == Code || column == Move))
        return static_cast<int>(m_monitor.events().event(row).move);
    if (role == GroupRole && column == Code)
        return codegroups::indexOf(m_monitor.events().code(row));
    return {};
}

QString EventModel::text(EventStore::Row row, int column) const {
    const ErrorEvent event = m_monitor.events().event(row);
    switch (column) {
    case Time:
        return event.time ? approximated(m_times.cell(*event.time), event.timeQuality) : tr("no time");
    case Code:
        return codeText(event.code);
    case Type:
        return oneLine(event.type);
    case Cause:
        return causeName(event.cause);
    case Move:
        return guide::moveName(event.move).translated();
    case Model:
        return oneLine(event.model);
    case Source: {
        const SourceInfo* source = m_monitor.source(event.source);
        return source ? oneLine(source->name.toStdString()) : QString();
    }
    case RequestId:
        return oneLine(event.requestId);
    case Message:
        return oneLine(event.message);
    default:
        return {};
    }
}

QString EventModel::toolTip(EventStore::Row row, int column) const {
    if (column != Time)
        return text(row, column);
    const ErrorEvent event = m_monitor.events().event(row);
    const QString quality = timeQualityText(event.timeQuality);
    if (!event.time)
        return quality;
    const QString full = m_times.full(*event.time);
    return quality.isEmpty() ? full : full + u'\n' + quality;
}

void EventModel::setTimeDisplay(const TimeDisplay& display) {
    if (display == m_times)
        return;
    m_times = display;
    Q_EMIT headerDataChanged(Qt::Horizontal, Time, Time);
    if (!m_visible.empty())
        Q_EMIT dataChanged(index(0, Time), index(rowCount() - 1, Time), {Qt::DisplayRole, Qt::ToolTipRole});
}

void EventModel::setFixedFont(const QFont& font) {
    m_fixed = font;
    if (!m_visible.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1), {Qt::FontRole});
}

QString EventModel::fullTime(int row) const {
    const auto time = m_monitor.events().time(storeRow(row));
    return time ? m_times.full(*time) : QString();
}

int EventModel::rowOf(EventStore::Row storeRow) const {
    const auto at = std::ranges::find(m_visible, static_cast<std::uint32_t>(storeRow));
    return at == m_visible.end() ? -1 : static_cast<int>(at - m_visible.begin());
}

void EventModel::setFilter(const EventFilter& filter) {
    if (filter == m_matcher.filter())
        return;
    m_matcher.setFilter(filter);
    rebuild();
}

void EventModel::rebuild() {
    beginResetModel();
    collectVisible();
    endResetModel();
}

void EventModel::collectVisible() {
    m_visible.clear();
    const auto size = static_cast<std::uint32_t>(m_monitor.events().size());
    for (std::uint32_t row = 0; row < size; ++row)
        if (m_matcher.matches(row))
            m_visible.push_back(row);
    sortAll(m_visible);
}

void EventModel::addRows(qsizetype first, qsizetype count) {
    std::vector<std::uint32_t> rows;
    for (qsizetype row = first; row < first + count; ++row)
        if (m_matcher.matches(static_cast<EventStore::Row>(row)))
            rows.push_back(static_cast<std::uint32_t>(row));
    insert(std::move(rows));
}

/// Adds the rows at the end, where views take them cheaply, then moves them to their places if the end is not
/// theirs.
void EventModel::insert(std::vector<std::uint32_t> rows) {
    if (rows.empty())
        return;
    std::ranges::sort(rows, [this](std::uint32_t a, std::uint32_t b) { return before(a, b); });
    const std::size_t oldSize = m_visible.size();
    beginInsertRows({}, static_cast<int>(oldSize), static_cast<int>(oldSize + rows.size()) - 1);
    m_visible.insert(m_visible.end(), rows.begin(), rows.end());
    endInsertRows();
    if (oldSize > 0 && before(m_visible[oldSize], m_visible[oldSize - 1]))
        mergeTail(oldSize);
}

void EventModel::mergeTail(std::size_t oldSize) {
    const auto less = [this](std::uint32_t a, std::uint32_t b) { return before(a, b); };
    const auto middle = m_visible.begin() + static_cast<std::ptrdiff_t>(oldSize);
    const auto from = std::upper_bound(m_visible.begin(), middle, *middle, less);
    changeLayout([&] { std::inplace_merge(from, middle, m_visible.end(), less); });
}

void EventModel::noteChange(qsizetype row) {
    m_changed.insert(static_cast<std::uint32_t>(row));
    if (!m_changeTimer.isActive())
        m_changeTimer.start();
}

/// Shows what changed, and takes along that a row's place or its right to be seen may be another now.
void EventModel::applyChanges() {
    const std::set<std::uint32_t> changed = std::exchange(m_changed, {});
    std::set<std::uint32_t> unseen = changed;
    std::set<std::uint32_t> misplaced;
    std::vector<int> gone;
    for (std::size_t at = 0; at < m_visible.size(); ++at) {
        const std::uint32_t row = m_visible[at];
        if (!changed.contains(row))
            continue;
        unseen.erase(row);
        const int here = static_cast<int>(at);
        if (!m_matcher.matches(row))
            gone.push_back(here);
        else if (!isInPlace(at, changed))
            misplaced.insert(row);
        Q_EMIT dataChanged(index(here, 0), index(here, columns - 1));
    }
    removeAt(gone);
    moveToPlace(misplaced);
    std::erase_if(unseen, [this](std::uint32_t row) { return !m_matcher.matches(row); });
    insert({unseen.begin(), unseen.end()});
}

/// Next to another changed row the question cannot be answered by looking at neighbours: then it is no.
bool EventModel::isInPlace(std::size_t at, const std::set<std::uint32_t>& changed) const {
    const std::uint32_t row = m_visible[at];
    const bool hasNext = at + 1 < m_visible.size();
    if (at > 0 && (changed.contains(m_visible[at - 1]) || before(row, m_visible[at - 1])))
        return false;
    return !hasNext || (!changed.contains(m_visible[at + 1]) && !before(m_visible[at + 1], row));
}

void EventModel::moveToPlace(const std::set<std::uint32_t>& rows) {
    if (rows.empty())
        return;
    changeLayout([&] {
        const auto less = [this](std::uint32_t a, std::uint32_t b) { return before(a, b); };
        const auto moving = std::stable_partition(m_visible.begin(), m_visible.end(),
                                                  [&](std::uint32_t row) { return !rows.contains(row); });
        std::sort(moving, m_visible.end(), less);
        std::inplace_merge(m_visible.begin(), moving, m_visible.end(), less);
    });
}

void EventModel::removeAt(const std::vector<int>& positions) {
    for (auto at = positions.rbegin(); at != positions.rend(); ++at) {
        beginRemoveRows({}, *at, *at);
        m_visible.erase(m_visible.begin() + *at);
        endRemoveRows();
    }
}

} // namespace derouter
