// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sourcemodel.h"

#include "core/shownnumber.h"
#include "logtext.h"

#include <QBrush>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>
#include <QPalette>

#include "theme.h"
#include "timequality.h"

#include <algorithm>

namespace derouter {

namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("SourceState", text);
}

QString withReason(const QString& state, const QString& reason) {
    return reason.isEmpty() ? state
                            : QCoreApplication::translate("SourceState", "%1: %2", "a state and its reason")
                                  .arg(state, oneLine(reason.toStdString()));
}

QString lagText(const SourceInfo& source) {
    return QLocale().formattedDataSize(static_cast<qint64>(source.lag()));
}

QString readingText(const SourceInfo& source) {
    if (source.size == 0)
        return translated(QT_TRANSLATE_NOOP("SourceState", "Reading"));
    const auto percent = std::min<std::uint64_t>(100, source.position * 100 / source.size);
    return translated(QT_TRANSLATE_NOOP("SourceState", "Reading %1 %, %2 to go"))
        .arg(percent)
        .arg(lagText(source));
}

QString pausedText(const SourceInfo& source) {
    return source.lag() == 0
               ? translated(QT_TRANSLATE_NOOP("SourceState", "Paused"))
               : translated(QT_TRANSLATE_NOOP("SourceState", "Paused, %1 wait")).arg(lagText(source));
}

} // namespace

bool waitsInVain(const SourceInfo& source) {
    return source.state == SourceState::Waiting && !source.error.isEmpty() && source.lines == 0;
}

QString sourceStateText(const SourceInfo& source) {
    switch (source.state) {
    case SourceState::Waiting:
        return withReason(translated(QT_TRANSLATE_NOOP("SourceState", "Waiting")), source.error);
    case SourceState::Reading:
        return readingText(source);
    case SourceState::Following:
        return withReason(translated(QT_TRANSLATE_NOOP("SourceState", "Following")), source.error);
    case SourceState::Paused:
        return pausedText(source);
    case SourceState::Unreadable:
        return withReason(translated(QT_TRANSLATE_NOOP("SourceState", "Cannot be read now")), source.error);
    case SourceState::Ended:
        return withReason(translated(QT_TRANSLATE_NOOP("SourceState", "Read to its end")), source.error);
    case SourceState::Cancelled:
        return translated(QT_TRANSLATE_NOOP("SourceState", "Cancelled"));
    case SourceState::Failed:
        return withReason(translated(QT_TRANSLATE_NOOP("SourceState", "Failed")), source.error);
    }
    return {};
}

SourceModel::SourceModel(const Monitor& monitor, QObject* parent)
    : QAbstractTableModel(parent)
    , m_monitor(monitor) {
    connect(&monitor, &Monitor::sourceAdded, this, &SourceModel::add);
    connect(&monitor, &Monitor::sourceChanged, this, &SourceModel::change);
    connect(&monitor, &Monitor::sourceRemoved, this, &SourceModel::remove);
    for (const SourceInfo& source : monitor.sources())
        m_ids.push_back(source.id);
}

int SourceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int SourceModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QVariant SourceModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section >= Lines ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Source");
    case Format:
        return tr("Format");
    case State:
        return tr("State");
    case Lines:
        return tr("Lines");
    case NotUnderstood:
        return tr("Not understood");
    case Failures:
        return tr("Failures");
    default:
        return {};
    }
}

QVariant SourceModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SourceInfo* source = m_monitor.source(sourceAt(index.row()));
    if (!source)
        return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(*source, column);
    case Qt::ToolTipRole:
        return tooltip(toolTip(*source, column));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((column >= Lines ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        if (column == State &&
            (source->state == SourceState::Failed || source->state == SourceState::Unreadable))
            return QBrush(theme::warningText(QGuiApplication::palette()));
        if (column == NotUnderstood && source->linesNotUnderstood > 0)
            return QBrush(QGuiApplication::palette().color(QPalette::Link));
        return {};
    default:
        return {};
    }
}

QString SourceModel::text(const SourceInfo& source, int column) const {
    switch (column) {
    case Name:
        return redactedLine(source.name.toStdString());
    case Format:
        return formatText(source);
    case State:
        return sourceStateText(source);
    case Lines:
        return shownNumber(source.lines);
    case NotUnderstood:
        return shownNumber(source.linesNotUnderstood);
    case Failures:
        return shownNumber(source.failures);
    default:
        return {};
    }
}

/// A zone is named when the user chose it.
QString SourceModel::formatText(const SourceInfo& source) const {
    if (source.spec.kind == SourceSpec::Kind::Folder)
        return {}; // its logs have theirs
    const QString format =
        source.format.isEmpty() ? tr("not known yet") : oneLine(source.format.toStdString());
    return source.spec.timeZone
               ? tr("%1 · %2", "format and time zone").arg(format, assumedZoneName(source.spec))
               : format;
}

QString SourceModel::toolTip(const SourceInfo& source, int column) const {
    if (column != Name && column != Format)
        return text(source, column);
    const SourceSpec& spec = source.spec;
    const QString origin = spec.kind == SourceSpec::Kind::Command   ? spec.command.join(u' ')
                           : spec.kind == SourceSpec::Kind::Address ? spec.address
                                                                    : spec.path;
    const QString shown = column == Name && !origin.isEmpty() ? inert(origin) : text(source, column);
    return shown + u'\n' + tr("Time stamps without a zone: %1").arg(assumedZoneName(source.spec));
}

int SourceModel::rowOf(SourceId id) const {
    const auto at = std::ranges::find(m_ids, id);
    return at == m_ids.end() ? -1 : static_cast<int>(at - m_ids.begin());
}

void SourceModel::add(SourceId id) {
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_ids.push_back(id);
    endInsertRows();
}

void SourceModel::change(SourceId id) {
    if (const int row = rowOf(id); row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, columns - 1));
}

void SourceModel::remove(SourceId id) {
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_ids.erase(m_ids.begin() + row);
    endRemoveRows();
}

} // namespace derouter
