// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sourcemodel.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QTableView;
class QToolButton;
QT_END_NAMESPACE

namespace derouter {

/// What is open and how far it is read, with the actions on one source.
class SourcePanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SourcePanel)

public:
    explicit SourcePanel(Monitor& monitor, QWidget* parent = nullptr);

    QTableView* table() const { return m_table; }
    /// Reads the chosen source again, or every source when none is chosen.
    void reload();
    void showNotUnderstood(SourceId id);
    /// The row the user is at, or the only one; -1 when there is none.
    SourceId chosen() const;

Q_SIGNALS:
    /// The user wants to choose how the source is read.
    void formatRequested(derouter::SourceId id);
    /// The same for the zone of its time stamps that name none.
    void zoneRequested(derouter::SourceId id);

protected:
    void changeEvent(QEvent* event) override;

private:
    QToolButton* makeButton(const QString& text, const QString& toolTip, void (SourcePanel::*slot)());
    void setUpTable();
    void openChosen();
    void chooseFormat();
    void chooseZone();
    void pauseChosen();
    void cancelChosen();
    void removeChosen();
    void showState();
    static QString placeOf(const NotUnderstood& line, const SourceInfo& source);
    QString reasonText(const NotUnderstood& line) const;
    QString jsonFault(const QByteArray& text) const;
    void fitHeight();

    Monitor& m_monitor;
    SourceModel m_model;
    QTableView* m_table;
    double m_letter = 0; ///< pixels of one on average, for which the columns are made
    QToolButton* m_reload;
    QToolButton* m_format;
    QToolButton* m_zone;
    QToolButton* m_pause;
    QToolButton* m_cancel;
    QToolButton* m_remove;
};

} // namespace derouter
