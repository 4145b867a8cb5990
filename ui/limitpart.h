// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logreading.h"
#include "monitor/limitevidence.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace derouter {

/// Which limit a 429 ran into that does not say so itself: inferred from its log, with the figures, or why
/// that cannot be told. Hidden for other failures.
class LimitPart final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LimitPart)

public:
    explicit LimitPart(const Monitor& monitor, QWidget* parent = nullptr);

    /// Nothing: no failure of that kind is shown.
    void show(std::optional<EventStore::Row> row);
    QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void showFound();
    void restyle();

    LogReading<LimitEvidence> m_reading;
    QLabel* m_origin;
    QLabel* m_body;
};

} // namespace derouter
