// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequenceEdit>

namespace derouter {

/// A field for a key that tells of each stroke at once; Qt's waits a second, since another may follow.
/// Backspace and Delete empty it.
class KeyEdit final : public QKeySequenceEdit {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyEdit)

public:
    using QKeySequenceEdit::QKeySequenceEdit;

Q_SIGNALS:
    /// By the user.
    void typed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace derouter
