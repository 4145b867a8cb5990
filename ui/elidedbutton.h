// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace derouter {

/// A button with an icon and a text that ends in "…" where the width ends; the whole text is in its tooltip.
class ElidedButton final : public QToolButton {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ElidedButton)

public:
    explicit ElidedButton(QWidget* parent = nullptr);

    /// `purpose` stands in the tooltip, below the text.
    void setTexts(const QString& text, const QString& purpose);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace derouter
