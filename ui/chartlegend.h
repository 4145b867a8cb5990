// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chartgroups.h"

#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QToolButton;
QT_END_NAMESPACE

namespace derouter {

class FlowLayout;

/// The groups of the chart with their counts. A click shows one of them alone, Ctrl + click takes it in or
/// out.
class ChartLegend final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartLegend)

public:
    /// A group as the legend shows it.
    struct Entry {
        std::uint64_t count = 0;
        bool isPresent = false; ///< it is listed
        bool isShown = false;   ///< else it is struck through
    };

    explicit ChartLegend(QWidget* parent = nullptr);

    /// `entries` by group.
    void show(const ChartGroups& groups, const std::vector<Entry>& entries);
    /// What is shown now.
    const ChartGroups& groups() const { return m_groups; }
    QToolButton* button(int group) const { return m_buttons[static_cast<std::size_t>(group)]; }

Q_SIGNALS:
    void isolateRequested(int group);
    void toggleRequested(int group);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setGroups(const ChartGroups& groups);
    QToolButton* makeButton(int group);
    void colorMarkers();
    void fitHeight();

    ChartGroups m_groups;
    FlowLayout* m_flow;
    std::vector<QToolButton*> m_buttons;
};

} // namespace derouter
