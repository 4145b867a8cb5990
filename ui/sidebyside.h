// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>
#include <vector>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace derouter {

/// The guide's 503 and 529 beside each other, which are told with the same words and are not the same: whose
/// they are, and how long to wait.
class SideBySide final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SideBySide)

public:
    explicit SideBySide(QWidget* parent = nullptr);

    /// Of a failure of one of the two, which stands out; hidden with any other status.
    void show(int status);

protected:
    void changeEvent(QEvent* event) override;

private:
    void restyle();

    std::array<std::vector<QLabel*>, 2> m_columns;
    int m_status = 0;
};

} // namespace derouter
