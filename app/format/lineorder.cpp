// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/lineorder.h"

#include <algorithm>

namespace derouter {

/// Of a stack, a dump or a traceback.
static bool standsBelowHead(std::string_view line) {
    return line.empty() || std::string_view(" \t}])").find(line.front()) != line.npos ||
           line.starts_with("Caused by: ") || line.starts_with("Traceback (most recent call last)");
}

bool LineOrder::waits(std::string_view line, std::optional<Microseconds> time, bool open) {
    if (!time)
        return false;
    if (m_last && *time != *m_last)
        m_trend = std::clamp(m_trend + (*time < *m_last ? -1 : 1), -certain, certain);
    m_last = time;
    return (m_trend < 0 || (m_trend == 0 && !open)) && standsBelowHead(line);
}

bool LineOrder::isHead(std::optional<Microseconds> time, std::string_view first, std::string_view last,
                       std::optional<Microseconds> lastTime) {
    if (!time || !lastTime || *time != *lastTime || m_trend != 0)
        return time && lastTime && *time <= *lastTime;
    // All at one time: a record that lost its head ends with a brace, one that is turned round begins with
    // it.
    if (last.starts_with('}'))
        return false;
    m_trend = first.starts_with('}') ? -1 : 0;
    return true;
}

} // namespace derouter
