// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/keyhistory.h"

#include "guide/errorguide.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace derouter {

bool isOfKey(const guide::Cause& cause) {
    return cause.section == guide::Section::CannotConnect || cause.section == guide::Section::OutOfCredits;
}

bool tookKey(const guide::Cause& cause) {
    return cause.inGuide && !isOfKey(cause);
}

KeyHistory KeyHistory::of(const EventStore& events, EventStore::Row row) {
    KeyHistory history;
    const std::string_view own = events.key(row);
    const FailureCode code = events.code(row);
    std::set<std::string_view> refused;
    std::set<std::string_view> taken;
    for (const EventStore::Row each : events.rows()) {
        const std::string_view key = events.key(each);
        if (key.empty())
            continue;
        const auto time = events.time(each);
        if (events.code(each) == code) {
            if (key != own) {
                refused.insert(key);
                continue;
            }
            ++history.refused;
            extend(history.firstRefused, history.lastRefused, time, time);
        } else if (tookKey(events.cause(each))) {
            if (key != own) {
                taken.insert(key);
                continue;
            }
            ++history.taken;
            history.lastTaken = std::max(history.lastTaken, time);
        }
    }
    history.othersRefused = refused.size();
    history.othersTaken = static_cast<std::size_t>(
        std::ranges::count_if(taken, [&](std::string_view key) { return !refused.contains(key); }));
    return history;
}

} // namespace derouter
