// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timerange.h"

#include <optional>
#include <string>
#include <string_view>

namespace derouter {

/// The spelling of a time that a log repeats: the digits of an epoch, or a date with a time of day in one
/// minute and zone.
class TimeShape {
public:
    /// The shape of `text`, which says `time`; nothing where it is none of those.
    static std::optional<TimeShape> of(std::string_view text, Microseconds time);
    /// How fine it is: digits of a fraction of a second.
    std::size_t fractionDigits() const;
    /// The time that a text of this shape says; nothing for other texts.
    std::optional<Microseconds> read(std::string_view text) const;

private:
    std::optional<Microseconds> readEpoch(std::string_view text) const;
    std::optional<Microseconds> readClock(std::string_view text) const;

    std::string m_text;      ///< as it was first seen
    bool m_epoch = false;    ///< digits, perhaps with a point
    std::size_t m_point = 0; ///< where that stands; behind the last digit when there is none
    Microseconds m_unit = 0; ///< of the last digit of an epoch
    Microseconds m_minuteBegins = 0;
};

} // namespace derouter
