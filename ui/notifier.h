// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/redactedtext.h"

#include <QObject>

#include <cstdint>

namespace derouter {

/// What is shown outside of the window. No text of a log is in it.
struct Notice {
    std::uint32_t alert = 0; ///< a later notice of the same alert takes the place of this one
    RedactedText title;
    RedactedText body;
};

/// A way to notices on the desktop.
class Notifier : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Notifier)

public:
    using QObject::QObject;

    /// Never blocks.
    virtual void show(const Notice& notice) = 0;

Q_SIGNALS:
    /// The user chose the notice of this alert.
    void chosen(std::uint32_t alert);
    /// It cannot be shown this way.
    void refused(const derouter::Notice& notice);
};

} // namespace derouter
