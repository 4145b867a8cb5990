// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QString>

#include <utility>

namespace derouter {

/// All keys at one look, in two columns: what each does stands beside it.
class ShortcutSheet final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShortcutSheet)

public:
    /// Keys as they are shown, and what they do.
    using Lines = QList<std::pair<QString, QString>>;

    explicit ShortcutSheet(const Lines& lines, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The user wants other keys.
    void changeRequested();
};

} // namespace derouter
