// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/eventmodel.h"

#include "codegroup.h"
#include "guide/errorguide.h"
#include "logtext.h"
#include "timequality.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <chrono>
#include <utility>

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
    connect(&monitor, &Monitor::eventsLeaving, this, &EventModel::letGo);
    connect(&monitor, &Monitor::eventsReset, this, [this] {
        m_changed.clear();
        m_matcher.setFilter(EventFilter(filter()));
        if (m_groups)
            m_groups->forgetRows();
        const QScopedValueRollback renumbering(m_renumbering, true);
        rebuild();
    });
    connect(&monitor, &Monitor::sourceAdded, this, &EventModel::rankSources);
    connect(&monitor, &Monitor::sourceRemoved, this, &EventModel::rankSources);
    rankSources();
    collectVisible();
}

int EventModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_groups ? m_lines.size() : m_visible.size());
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
    case Attempt:
        return tr("Attempt");
    case Model:
        return tr("Model");
    case Source:
        return tr("Source");
    case RequestId:
        return tr("Request-id");
    case Message:
        return tr("Message");
    case Mark:
        return tr("Mark");
    default:
        return {};
    }
}

std::optional<FilterField> EventModel::fieldOf(int column) {
    switch (column) {
    case Time:
        return FilterField::Time;
    case Code:
        return FilterField::Code;
    case Type:
        return FilterField::Type;
    case Cause:
        return FilterField::Cause;
    case Move:
        return FilterField::Move;
    case Model:
        return FilterField::Model;
    case Source:
        return FilterField::Source;
    case RequestId:
        return FilterField::RequestId;
    case Message:
        return FilterField::Text;
    case Mark:
        return FilterField::Marked;
    default:
        return std::nullopt;
    }
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    if (section == Mark && (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole))
        return columnName(section);
    if (role != Qt::DisplayRole && (role != Qt::ToolTipRole || section != Time))
        return {};
    if (section == Mark)
        return QString(); // its cells are flags: the column is no wider than one
    if (section != Time)
        return columnName(section);
    const Totals& totals = m_monitor.totals();
    return totals.lastTime ? tr("Time (%1)").arg(m_times.zoneNames(*totals.firstTime, *totals.lastTime))
                           : columnName(section);
}

bool EventModel::tellsOffsets() const {
    const Totals& totals = m_monitor.totals();
    return totals.lastTime &&
           (m_times.at(*totals.firstTime).offsetFromUtc() != m_times.at(*totals.lastTime).offsetFromUtc() ||
            m_times.isRepeated(*totals.firstTime));
}

QVariant EventModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const EventStore::Row row = storeRow(index.row());
    if (index.column() == Mark && role != StoreRowRole)
        return markData(index.row(), role);
    switch (role) {
    case Qt::DisplayRole:
        return isGroup(index.row()) ? groupText(index.row(), index.column()) : text(row, index.column());
    case Qt::ToolTipRole:
        if (isGroup(index.row()))
            return tooltip(groupToolTip(index.row()));
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
    if (role == FoldRole && column == Time && m_groups)
        return static_cast<int>(fold(index.row()));
    if (role == Qt::AccessibleTextRole && column == Time)
        if (const QString spoken = spokenTime(index.row()); !spoken.isEmpty())
            return spoken;
    const EventStore::Row row = storeRow(index.row());
    if (role == MoveRole && (column == Code || column == Move))
        return static_cast<int>(m_monitor.events().event(row).move);
    if (role == GroupRole && column == Code)
        return codegroups::indexOf(m_monitor.events().code(row));
    return {};
}

/// Empty where what is shown says it all.
QString EventModel::spokenTime(int row) const {
    const EventStore::Row failure = storeRow(row);
    const QString mark = spokenMark(row);
    const QString shown = text(failure, Time);
    const QString spoken = isGroup(row) ? spokenGroup(row) : shown.isEmpty() ? tr("no time") : shown;
    if (!mark.isEmpty())
        return tr("%1, %2", "a time and that it is marked").arg(spoken, mark);
    return spoken == shown ? QString() : spoken;
}

QString EventModel::text(EventStore::Row row, int column) const {
    const ErrorEvent event = m_monitor.events().event(row);
    switch (column) {
    case Time:
        return event.time ? approximated(m_times.cell(*event.time), event.timeQuality) : QString();
    case Code:
        return codeText(event.code);
    case Type:
        return redactedLine(event.type);
    case Cause:
        return causeName(event.cause);
    case Move:
        return guide::moveName(event.move).translated();
    case Attempt:
        return attemptText(event, row);
    case Model:
        return redactedLine(event.model);
    case Source: {
        const SourceInfo* source = m_monitor.source(event.source);
        return source ? redactedLine(source->name.toStdString()) : QString();
    }
    case RequestId:
        return oneLine(event.requestId);
    case Message:
        return redactedLine(event.message);
    default:
        return {};
    }
}

/// Empty when no other try of the call is known.
QString EventModel::attemptText(const ErrorEvent& event, EventStore::Row row) const {
    const auto count = static_cast<int>(m_monitor.events().attemptCount(row));
    if (count < 2)
        return {};
    return filter().calls ? tr("%n attempt(s)", nullptr, count)
                          : tr("%1 of %2", "which attempt, and of how many").arg(event.attempt).arg(count);
}

/// A log may hold only some of a call's attempts.
QString EventModel::attemptToolTip(EventStore::Row row) const {
    const QString shown = text(row, Attempt);
    const auto failed = static_cast<int>(m_monitor.events().failedAttempts(row));
    return shown.isEmpty()
               ? shown
               : shown + u'\n' + tr("Failed attempts of this call in the open logs: %1").arg(failed);
}

QString EventModel::toolTip(EventStore::Row row, int column) const {
    if (column == Attempt)
        return attemptToolTip(row);
    if (column != Time)
        return text(row, column);
    const ErrorEvent event = m_monitor.events().event(row);
    const QString quality = timeQualityText(m_monitor, row);
    if (!event.time)
        return quality;
    const QString full = m_times.full(*event.time);
    return quality.isEmpty() ? full : full + u'\n' + quality;
}

void EventModel::setTimeDisplay(const TimeDisplay& display) {
    const bool isOther = display != m_times;
    m_times = display;
    const QString header = headerData(Time, Qt::Horizontal, Qt::DisplayRole).toString();
    if (std::exchange(m_timeHeader, header) != header || isOther)
        Q_EMIT headerDataChanged(Qt::Horizontal, Time, Time);
    if (!isOther)
        return;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Time), index(rowCount() - 1, Time), {Qt::DisplayRole, Qt::ToolTipRole});
}

void EventModel::setFixedFont(const QFont& font) {
    m_fixed = font;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1), {Qt::FontRole});
}

QString EventModel::cell(EventStore::Row row, int column) const {
    if (column != Time)
        return text(row, column);
    const auto time = m_monitor.events().time(row);
    return time ? m_times.full(*time) : QString();
}

EventStore::Row EventModel::storeRow(int row) const {
    const auto at = static_cast<std::size_t>(row);
    return m_groups ? m_lines[at].row : m_visible[at];
}

int EventModel::rowStandingFor(EventStore::Row storeRow) const {
    const EventStore& store = m_monitor.events();
    return rowOf(filter().calls && store.isKept(storeRow) ? store.lastAttempt(storeRow) : storeRow);
}

/// A row that has just lost its place may still be among the visible ones.
std::size_t EventModel::hidden() const {
    const std::size_t all = filter().calls ? m_monitor.events().calls() : m_monitor.events().size();
    return all - std::min(all, m_visible.size());
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
    if (m_groups)
        fillGroups();
    endResetModel();
}

void EventModel::collectVisible() {
    m_visible.clear();
    m_earlier.clear();
    const auto end = static_cast<std::uint32_t>(m_monitor.events().endRow());
    for (auto row = static_cast<std::uint32_t>(m_monitor.events().firstRow()); row < end; ++row)
        if (m_matcher.matchesAttempt(row))
            (m_matcher.stands(row) ? m_visible : m_earlier).push_back(row);
    sortAll(m_visible);
}

} // namespace derouter
