// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/limitevidence.h"
#include "monitor/recordplace.h"

#include <QFutureWatcher>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <string>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace derouter {

class Monitor;

/// Which limit a 429 ran into that does not say so itself: inferred from its log, with the figures, or why
/// that cannot be told. Hidden for other failures.
///
/// The log is read as it is now, on another thread, when the widget is seen.
class LimitPart final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LimitPart)

public:
    explicit LimitPart(const Monitor& monitor, QWidget* parent = nullptr);

    /// Nothing: no failure of that kind is shown.
    void show(std::optional<std::size_t> row);
    QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    /// What another thread needs to read the log.
    struct Request;
    using Found = std::optional<LimitEvidence>; ///< nothing: the log cannot be read again

    static Found read(const Request& request);
    void begin();
    void showFound();
    void restyle();

    const Monitor& m_monitor;
    std::optional<std::size_t> m_row;
    std::optional<RecordPlace> m_place; ///< its; nothing: it came as a stream
    QTimer m_delay;                     ///< who steps through failures does not want them all
    QFutureWatcher<Found> m_reading;
    QLabel* m_origin;
    QLabel* m_body;
};

} // namespace derouter
