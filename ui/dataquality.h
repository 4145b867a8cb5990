// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/monitor.h"

#include <QDialog>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QLabel;
class QToolButton;
class QTreeWidget;
QT_END_NAMESPACE

namespace derouter {

/// Whether the figures tell all that the logs held.
struct DataQuality {
    enum class Level {
        Whole,    ///< every byte was read
        Doubtful, ///< something may be missing, or a source is not read now
        Lost,     ///< bytes are gone, or a source could not be read to its end
    };

    Level level = Level::Whole;
    std::size_t gaps = 0;
    std::uint64_t bytesLost = 0; ///< of those gaps that say how many
    std::size_t unreadable = 0;  ///< sources
    std::size_t paused = 0;      ///< sources that the user lets rest: what they hold now is not counted

    static DataQuality of(const std::vector<SourceInfo>& sources);
    /// A few words, with a mark that tells the level without a colour.
    QString text() const;
};

/// That memory holds the newest failures only, and how many; empty when it holds them all.
QString keptFailuresText(const Monitor& monitor);

/// Writes it on a button: in green, in amber where something may be missing, in red where something is gone.
void showQuality(QToolButton& button, const DataQuality& quality);

/// The account of each source and what is missing in it; stays up to date while it is open.
class DataQualityDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DataQualityDialog)

public:
    explicit DataQualityDialog(Monitor& monitor, QWidget* parent = nullptr);

    QTreeWidget* tree() const { return m_tree; }

private:
    void refresh();

    Monitor& m_monitor;
    QLabel* m_summary;
    QTreeWidget* m_tree;
    QTimer m_timer;
};

} // namespace derouter
