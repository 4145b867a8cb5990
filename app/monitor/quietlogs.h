// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/alert.h"

#include <string>
#include <unordered_map>

namespace derouter {

/// Tells which followed logs used to write regularly and do so no longer.
///
/// A log writes regularly when it has done so for at least the silence that is asked for, and never paused
/// for half of it. A log that a later one of its folder goes on with is not quiet but over. A plain value.
class QuietLogs {
public:
    /// 0: no silence is long enough.
    void setSilence(Microseconds silence) { m_silence = silence; }

    /// `folder` is where it stands; empty where it stands in none.
    void add(int source, const std::string& folder, const Moment& now);
    void remove(int source) { m_logs.erase(source); }
    void wrote(int source, const Moment& now);

    struct Quiet {
        std::size_t logs = 0;
        int latest = -1; ///< SourceId of the one that went quiet last
        Moment since;    ///< when that one wrote last
    };
    Quiet quiet(const Moment& now) const;

private:
    struct Log {
        std::string folder;
        Microseconds added = 0;
        std::optional<Moment> begun; ///< since when it writes without a pause
        Moment wrote;
    };

    bool isQuiet(const Log& log, const Moment& now) const;
    bool goesOnElsewhere(const Log& log) const;

    Microseconds m_silence = 0;
    std::unordered_map<int, Log> m_logs;
    std::unordered_map<std::string, Microseconds> m_latestOf; ///< by folder: when its last log was added
};

} // namespace derouter
