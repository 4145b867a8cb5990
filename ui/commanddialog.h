// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "followdialog.h"

QT_BEGIN_NAMESPACE
class QListWidget;
QT_END_NAMESPACE

namespace derouter {

/// Asks for a command and follows its output. What was typed is shown as the program and its arguments, a
/// line each, as they will be given to the system.
class CommandDialog final : public FollowDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandDialog)

public:
    explicit CommandDialog(Monitor& monitor, QWidget* parent = nullptr);

private:
    Verdict judge(const QString& line) override;
    void follow(Monitor& monitor, const QString& line) override;

    QListWidget* m_words;
};

} // namespace derouter
