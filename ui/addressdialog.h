// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "followdialog.h"

namespace derouter {

/// Asks for an address and follows what comes from there.
class AddressDialog final : public FollowDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AddressDialog)

public:
    explicit AddressDialog(Monitor& monitor, QWidget* parent = nullptr);

private:
    Verdict judge(const QString& line) override;
    void follow(Monitor& monitor, const QString& line) override;
};

} // namespace derouter
