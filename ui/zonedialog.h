// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sourcespec.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;
QT_END_NAMESPACE

namespace derouter {

class Monitor;

/// Chooses the zone of a source's time stamps that name none: the system's, UTC or one of the IANA names,
/// found by name or by present offset. The source is read again with it.
///
/// The Monitor must outlive it; the source may be closed meanwhile.
class ZoneDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZoneDialog)

public:
    ZoneDialog(Monitor& monitor, SourceId source, QWidget* parent = nullptr);

    void accept() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build(const QString& sourceName);
    void fill(const std::optional<QTimeZone>& chosen);
    QTreeWidgetItem* add(const QString& name, const std::optional<QTimeZone>& zone);
    void search();
    std::optional<QTimeZone> chosen() const;

    Monitor& m_monitor;
    const SourceId m_source;
    QLineEdit* m_search;
    QTreeWidget* m_list;
    QLabel* m_none;
    QPushButton* m_use = nullptr;
};

} // namespace derouter
