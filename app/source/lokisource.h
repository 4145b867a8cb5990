// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source/eventwait.h"
#include "source/httpfetch.h"
#include "source/livesource.h"
#include "source/lokiaccess.h"
#include "source/lokipages.h"

#include <deque>
#include <memory>
#include <optional>

namespace derouter {

/// How a Loki is asked.
struct LokiSettings {
    LokiPages::Limits pages;
    HttpLimits http;
    std::chrono::milliseconds poll{2000};              ///< between two looks for what is new
    std::chrono::milliseconds first{1000};             ///< after a failure; doubled each time
    std::chrono::milliseconds longest{60'000};         ///< of what it is doubled to
    std::chrono::milliseconds longestAsked{3'600'000}; ///< of what a server may ask for
    int tries = 5;                                     ///< of one page, of a source that is not followed
};

/// The lines that a Grafana Loki gives for a query, each as `logcli --output=jsonl` writes it: from the
/// range's beginning, from a span before now that the address names, or from an hour ago; in the order of
/// time.
///
/// Followed, it is asked again and again for what is new. Whatever fails on the way is tried again later and
/// later, from where it stands, and not before the server wants it; what the user has to change ends it.
class LokiSource final : public LiveSource {
    Q_DISABLE_COPY_MOVE(LokiSource)

public:
    explicit LokiSource(const SourceSpec& spec, const TimeRange& range = {},
                        const LokiSettings& settings = {});
    ~LokiSource() override;

    Result<Done> open() override;
    ReadResult read(std::span<char> buffer) override;
    void wait(std::chrono::milliseconds timeout) override;
    void wake() override { m_wait.wake(); }
    QString trouble() const override { return m_trouble; }

private:
    using Clock = std::chrono::steady_clock;

    std::optional<ReadResult> atHand(std::span<char> buffer);
    bool ask();
    void take(const HttpAnswer& answer);
    void takePage(const QByteArray& body);
    void takeStatus(const HttpAnswer& answer);
    void giveUp(const QString& sentence);
    void tryLater(const QString& sentence, std::chrono::milliseconds atLeast = {});
    void askForLess(const QString& sentence, std::optional<int> most = {});
    void recovered();
    void swept();
    void tellGap(const QString& cause);

    const SourceSpec m_spec;
    const TimeRange m_range;
    const LokiSettings m_settings;
    Address m_address;
    std::optional<LokiAccess> m_access;
    EventWait m_wait;
    std::unique_ptr<HttpFetch> m_fetch;
    std::optional<LokiPages> m_pages;
    Clock::time_point m_nextRequest;
    std::chrono::milliseconds m_backOff{0};
    std::optional<Clock::time_point> m_failingSince;
    int m_failures = 0; ///< one after another
    std::optional<Microseconds> m_sweptTo;
    bool m_isLive = false; ///< everything up to now was given once
    bool m_toldLabels = false;
    QString m_trouble;               ///< while it is failing
    QString m_error;                 ///< it will not be asked again
    std::deque<Gap> m_gaps;          ///< to be told behind what was taken
    std::deque<LokiEntry> m_entries; ///< taken and not given
    QByteArray m_line;               ///< that is being given
};

} // namespace derouter
