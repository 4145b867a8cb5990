// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timerange.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>
#include <QTimeZone>

namespace derouter {

/// How moments are shown: in which zone, and whether the day has to be told with them.
class TimeDisplay {
    Q_DECLARE_TR_FUNCTIONS(derouter::TimeDisplay)

public:
    explicit TimeDisplay(QTimeZone zone = QTimeZone::utc())
        : m_zone(std::move(zone)) {}

    const QTimeZone& zone() const { return m_zone; }
    bool withDate() const { return m_withDate; }
    void setWithDate(bool on) { m_withDate = on; }

    QDateTime at(Microseconds time) const;
    bool sameDay(Microseconds a, Microseconds b) const;

    /// "UTC", or the offset of the local zone such as "UTC−05:00".
    QString zoneName(Microseconds at) const;
    /// The same of a span, both where clocks were set another way within it: "UTC−04:00/−05:00".
    QString zoneNames(Microseconds from, Microseconds to) const;
    /// Whether clocks showed this time twice, as in the hour by which they are set back.
    bool isRepeated(Microseconds time) const;
    /// For a table cell: "22:32:40.303", with the date in front when `withDate()`, and with its offset behind
    /// when it is repeated: "01:20:00.000 −04:00".
    QString cell(Microseconds time) const;
    /// "2026-11-22 22:32:40.303 −05:00".
    QString full(Microseconds time) const;
    /// "22:32:40 – 22:33:10", with dates where one day does not hold both; with offsets where one is
    /// repeated, or where one day holds both and they differ.
    QString range(Microseconds from, Microseconds to) const;

    friend bool operator==(const TimeDisplay&, const TimeDisplay&) = default;

private:
    QTimeZone m_zone;
    bool m_withDate = true;
};

} // namespace derouter
