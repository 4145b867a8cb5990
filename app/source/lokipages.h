// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source/lokianswer.h"

#include <QHash>

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace derouter {

/// Which lines of a Loki to ask for next, so that each comes once, in the order of time.
///
/// A page is full, or the last one of a sweep up to now. Lines of one nanosecond may stand on both sides of a
/// page's edge, so the next page begins with the last one's last nanosecond, and what was given of it is
/// known by its labels, its text and how often it was there. A whole page of one nanosecond is asked for
/// again in twice the size; only when the server gives no more at once the next nanosecond follows. A later
/// sweep begins before the last line there is: collectors bring some late.
class LokiPages {
public:
    struct Limits {
        int page = 1000;                       ///< lines
        int most = 5000;                       ///< lines that servers give at once, if not told otherwise
        std::int64_t overlap = 10'000'000'000; ///< nanoseconds
    };
    /// The lines from one nanosecond to before another one, the oldest first.
    struct Request {
        std::int64_t from = 0;
        std::int64_t to = 0;
        int lines = 0;
    };
    struct Page {
        std::vector<LokiEntry> entries; ///< which were not given before, by time
        bool mayLack = false;           ///< more lines of one nanosecond than can be had
    };

    LokiPages(std::int64_t from, const Limits& limits);

    /// Whether all there was when the sweep began is given.
    bool isSwept() const { return m_from >= m_to; }
    void beginSweep(std::int64_t to);
    Request next() const { return {m_from, m_to, m_lines}; }
    /// Nothing when these are not the lines that were asked for.
    std::optional<Page> take(std::vector<LokiEntry> entries);
    /// The server gives less at once: so many lines, or else it is found out. False when there is nothing
    /// less to ask for.
    bool askForLess(std::optional<int> most = {});

private:
    bool isNew(const LokiEntry& entry, std::map<std::int64_t, QHash<QByteArray, int>>& here);
    bool goOn(std::int64_t last);
    void forget();

    Limits m_limits;
    std::int64_t m_start;
    std::int64_t m_from;
    std::int64_t m_to;
    int m_lines;
    std::optional<std::int64_t> m_newest; ///< of what was given
    /// How often each line was given, of those that may come again.
    std::map<std::int64_t, QHash<QByteArray, int>> m_given;
};

} // namespace derouter
