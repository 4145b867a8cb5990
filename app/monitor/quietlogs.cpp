// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/quietlogs.h"

namespace derouter {

void QuietLogs::add(int source, const std::string& folder, const Moment& now) {
    m_logs.emplace(source, Log{.folder = folder, .added = now.steady, .begun = {}, .wrote = {}});
    if (!folder.empty())
        m_latestOf[folder] = now.steady;
}

void QuietLogs::wrote(int source, const Moment& now) {
    const auto at = m_logs.find(source);
    if (at == m_logs.end())
        return;
    Log& log = at->second;
    if (!log.begun || now.steady - log.wrote.steady > m_silence / 2)
        log.begun = now;
    log.wrote = now;
}

bool QuietLogs::isQuiet(const Log& log, const Moment& now) const {
    return log.begun && log.wrote.steady - log.begun->steady >= m_silence &&
           now.steady - log.wrote.steady >= m_silence;
}

/// As where the name has the date in it.
bool QuietLogs::goesOnElsewhere(const Log& log) const {
    constexpr Microseconds overlap = microsecondsPerMinute;
    const auto latest = m_latestOf.find(log.folder);
    return latest != m_latestOf.end() && latest->second > log.added &&
           latest->second >= log.wrote.steady - overlap;
}

QuietLogs::Quiet QuietLogs::quiet(const Moment& now) const {
    Quiet quiet;
    if (m_silence <= 0)
        return quiet;
    for (const auto& [source, log] : m_logs) {
        if (!isQuiet(log, now) || goesOnElsewhere(log))
            continue;
        if (++quiet.logs == 1 || log.wrote.steady > quiet.since.steady) {
            quiet.latest = source;
            quiet.since = log.wrote;
        }
    }
    return quiet;
}

} // namespace derouter
