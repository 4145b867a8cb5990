// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace derouter {

/// Puts the marker of whose move it is, in the colour of the code, before the code and before whose move it
/// is; where repeats are grouped, the arrow of a group before its time.
class EventDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// What the arrow takes of its cell.
    static constexpr int arrowWidth = 20;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

} // namespace derouter
