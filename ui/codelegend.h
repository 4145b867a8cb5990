// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codegroup.h"

#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QToolButton;
QT_END_NAMESPACE

namespace derouter {

class FlowLayout;

/// The codes there are with their counts. A click shows one of them alone, Ctrl + click takes it in or out.
class CodeLegend final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeLegend)

public:
    explicit CodeLegend(QWidget* parent = nullptr);

    /// `counts` by group; only those `present` are listed, and those that are not `shown` are struck through.
    void setCounts(const std::vector<std::uint64_t>& counts, codegroups::Mask present,
                   codegroups::Mask shown);
    QToolButton* button(int group) const { return m_buttons[static_cast<std::size_t>(group)]; }

Q_SIGNALS:
    void isolateRequested(int group);
    void toggleRequested(int group);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QToolButton* makeButton(int group);
    void colorMarkers();
    void fitHeight();

    FlowLayout* m_flow;
    std::vector<QToolButton*> m_buttons;
};

} // namespace derouter
