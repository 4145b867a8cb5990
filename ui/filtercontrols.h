// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "filterstate.h"

#include <QLineEdit>
#include <QTimer>
#include <QToolButton>

namespace derouter {

/// The search field: filters while the user types.
class SearchField final : public QLineEdit {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchField)

public:
    explicit SearchField(FilterState& state, QWidget* parent = nullptr);

private:
    FilterState& m_state;
    QTimer m_pause; ///< so that a million rows are not filtered for every letter
};

/// A button with a menu of whose move and of codes, each to be taken in or out.
class CodeMenuButton final : public QToolButton {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeMenuButton)

public:
    explicit CodeMenuButton(FilterState& state, QWidget* parent = nullptr);

private:
    void fill();
    void showState();

    FilterState& m_state;
};

} // namespace derouter
