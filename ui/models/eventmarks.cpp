// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How EventModel shows what the user marked.
#include "core/shownnumber.h"
#include "logtext.h"
#include "models/eventmodel.h"
#include "monitor/marks.h"

namespace derouter {

bool EventModel::isFailureMarked(EventStore::Row row) const {
    return filter().calls ? m_monitor.marks().isCallMarked(row) : m_monitor.marks().isMarked(row);
}

/// Of a call that of its first attempt with one.
QString EventModel::noteOf(EventStore::Row row) const {
    const Marks& marks = m_monitor.marks();
    QString note = marks.note(row);
    if (note.isEmpty() && filter().calls && !marks.rows().empty())
        for (const EventStore::Row attempt : m_monitor.events().attempts(row))
            if (note = marks.note(attempt); !note.isEmpty())
                break;
    return redactedLine(note.toStdString());
}

/// Of a group it asks the marks, which are fewer than its members may be.
std::size_t EventModel::markedIn(int row) const {
    if (!isGroup(row))
        return isFailureMarked(storeRow(row)) ? 1 : 0;
    std::set<std::uint32_t> members;
    for (const EventStore::Row marked : m_monitor.marks().rows()) {
        const auto member =
            static_cast<std::uint32_t>(filter().calls ? m_monitor.events().lastAttempt(marked) : marked);
        if (standsFor(row, member))
            members.insert(member);
    }
    return members.size();
}

int EventModel::findMarked(int from, int step) const {
    for (int row = from; row >= 0 && row < rowCount(); row += step)
        if (fold(row) != Fold::Unfolded && markedIn(row) > 0)
            return row;
    return -1;
}

std::size_t EventModel::hiddenMarks() const {
    std::size_t shown = 0;
    for (const auto* rows : {&m_visible, &m_earlier})
        for (const std::uint32_t row : *rows)
            shown += m_monitor.marks().isMarked(row) ? 1 : 0;
    return m_monitor.marks().rows().size() - shown;
}

QString EventModel::spokenMark(int row) const {
    const std::size_t count = markedIn(row);
    if (count == 0)
        return {};
    if (isGroup(row))
        return tr("%n marked", nullptr, static_cast<int>(count));
    const QString note = noteOf(storeRow(row));
    return note.isEmpty() ? tr("marked") : tr("marked: %1", "with a note").arg(note);
}

/// How many of a group are marked, or the note.
QVariant EventModel::markData(int row, int role) const {
    const std::size_t count = role == Qt::AccessibleTextRole ? 1 : markedIn(row);
    switch (role) {
    case Qt::DisplayRole:
        return count == 0 ? QString() : isGroup(row) ? shownNumber(count) : noteOf(storeRow(row));
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return role == Qt::ToolTipRole ? tooltip(spokenMark(row)) : spokenMark(row);
    case MarkRole:
        return count > 0;
    default:
        return {};
    }
}

} // namespace derouter
