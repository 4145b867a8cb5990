// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/monitor.h"

#include <QAbstractTableModel>

#include <vector>

namespace derouter {

/// What is open, one row a source.
class SourceModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SourceModel)

public:
    enum Column { Name, Format, State, Lines, NotUnderstood, Failures, columns };

    explicit SourceModel(const Monitor& monitor, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    SourceId sourceAt(int row) const { return m_ids[static_cast<std::size_t>(row)]; }

private:
    void add(SourceId id);
    void change(SourceId id);
    void remove(SourceId id);
    int rowOf(SourceId id) const;
    QString text(const SourceInfo& source, int column) const;
    QString formatText(const SourceInfo& source) const;
    QString toolTip(const SourceInfo& source, int column) const;

    const Monitor& m_monitor;
    std::vector<SourceId> m_ids;
};

/// Whether nothing was read of it yet, as it waits for a place or for its file.
bool waitsInVain(const SourceInfo& source);

/// "Following", "Reading 42 %", "Failed: …": the state as the user reads it.
QString sourceStateText(const SourceInfo& source);

} // namespace derouter
