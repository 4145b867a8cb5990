// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/limitevidence.h"

#include "classify/classifier.h"
#include "monitor/pipeline.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <unordered_set>
#include <vector>

namespace derouter {

namespace {

constexpr int refusedStatus = 429;

/// DeRouter's requests as the log tells of them.
class Requests final : public RecordSink {
public:
    struct Request {
        Microseconds time = 0;
        std::int64_t duration = -1;
        bool isRefused = false;

        Microseconds length() const { return std::max<std::int64_t>(duration, 0); }
    };

    explicit Requests(const ApiRequests& requests)
        : m_classifier(requests) {}

    void take(const LogRecord& record, const Origin&) override {
        const RecordKind kind = m_classifier.classify(record);
        if (!record.time || (kind != RecordKind::Success && kind != RecordKind::Failure) ||
            (!record.requestId.empty() && !m_ids.emplace(record.requestId).second))
            return;
        m_all.push_back({*record.time, record.durationMicros,
                         kind == RecordKind::Failure && record.status == refusedStatus});
    }
    void reject(const Origin&, Rejection) override {}

    const std::vector<Request>& all() const { return m_all; }

private:
    Classifier m_classifier;
    std::unordered_set<std::string> m_ids;
    std::vector<Request> m_all;
};

/// How often two records one behind the other are not in the order of these times: the rising or the falling
/// one, as some exports begin with the newest.
template <typename TimeOf>
std::size_t disorder(const std::vector<Requests::Request>& requests, TimeOf timeOf) {
    std::size_t rising = 0;
    std::size_t falling = 0;
    for (std::size_t at = 1; at < requests.size(); ++at) {
        const Microseconds step = timeOf(requests[at]) - timeOf(requests[at - 1]);
        rising += step > 0 ? 1 : 0;
        falling += step < 0 ? 1 : 0;
    }
    return std::min(rising, falling);
}

/// A request is logged when it is over. Some servers stamp it with the time at which it came: then these are
/// in less order than the times at which requests were over.
bool areStampsOfBeginnings(const std::vector<Requests::Request>& requests) {
    return disorder(requests, [](const Requests::Request& each) { return each.time + each.length(); }) <
           disorder(
               requests, [](const Requests::Request& each) { return each.time; });
}

/// What is to be counted at a moment.
class Traffic {
public:
    explicit Traffic(const std::vector<Requests::Request>& requests) {
        const bool areBeginnings = areStampsOfBeginnings(requests);
        std::size_t timed = 0;
        for (const Requests::Request& each : requests) {
            const Microseconds begin = areBeginnings ? each.time : each.time - each.length();
            if (each.isRefused) {
                refusals.push_back(begin);
                continue;
            }
            begins.push_back(begin);
            m_ends.push_back(begin + each.length());
            timed += each.duration >= 0 ? 1 : 0;
        }
        for (auto* times : {&begins, &m_ends, &refusals})
            std::ranges::sort(*times);
        constexpr std::size_t most = 10; // one in so many may lack its duration
        tellsDurations = !begins.empty() && (begins.size() - timed) * most <= begins.size();
    }

    std::size_t inMinuteBefore(Microseconds time) const {
        return upTo(begins, time) - upTo(begins, time - microsecondsPerMinute);
    }
    std::size_t inFlight(Microseconds time) const { return upTo(begins, time) - upTo(m_ends, time); }

    /// What was taken in the minute before these is not known.
    void passOverFirstMinute() {
        if (begins.empty() || refusals.empty())
            return;
        const Microseconds first = std::min(begins.front(), refusals.front());
        std::erase_if(refusals, [first](Microseconds time) { return time < first + microsecondsPerMinute; });
    }
    Microseconds refusalNear(Microseconds time) const {
        return *std::ranges::min_element(refusals, {},
                                         [time](Microseconds each) { return std::abs(each - time); });
    }

    std::vector<Microseconds> begins; ///< of those that were taken
    std::vector<Microseconds> refusals;
    bool tellsDurations = false;

private:
    static std::size_t upTo(const std::vector<Microseconds>& times, Microseconds time) {
        return static_cast<std::size_t>(std::ranges::upper_bound(times, time) - times.begin());
    }

    std::vector<Microseconds> m_ends;
};

template <typename Measure>
LimitEvidence::Load loadBy(const Measure& measure, const Traffic& traffic, Microseconds refused) {
    LimitEvidence::Load load{.here = measure(refused)};
    std::vector<std::size_t> atTakings;
    for (const Microseconds begin : traffic.begins)
        atTakings.push_back(measure(begin));
    std::ranges::sort(atTakings);
    if (atTakings.empty())
        return load;
    load.most = atTakings.back();
    const std::size_t usually =
        atTakings[atTakings.size() * 19 / 20]; // stamps of whole seconds blur the most
    for (const Microseconds refusal : traffic.refusals)
        load.nearMost += 10 * measure(refusal) >= 9 * usually ? 1 : 0;
    return load;
}

/// A limit is one that nearly all refusals are at, and at which the other measure is not.
LimitEvidence::Limit limitOf(const LimitEvidence& evidence) {
    if (evidence.refusals < LimitEvidence::fewest || evidence.taken == 0 || !evidence.parallel)
        return LimitEvidence::Limit::Unclear;
    const auto isAt = [&](const LimitEvidence::Load& one, const LimitEvidence::Load& other) {
        return 10 * one.nearMost >= 8 * evidence.refusals &&
               10 * one.nearMost >= 10 * other.nearMost + 2 * evidence.refusals;
    };
    return isAt(*evidence.parallel, evidence.minute)   ? LimitEvidence::Limit::Parallel
           : isAt(evidence.minute, *evidence.parallel) ? LimitEvidence::Limit::PerMinute
                                                       : LimitEvidence::Limit::Unclear;
}

} // namespace

LimitEvidence limitEvidence(const LogPart& part, const PipelineOptions& reading, Microseconds refused) {
    Requests requests(reading.requests);
    readPart(part, reading, refused, requests);
    Traffic traffic(requests.all());
    if (!part.fromStart)
        traffic.passOverFirstMinute();
    LimitEvidence evidence{.taken = traffic.begins.size(), .refusals = traffic.refusals.size()};
    if (traffic.refusals.empty())
        return evidence;
    const Microseconds here = traffic.refusalNear(refused);
    evidence.minute = loadBy([&](Microseconds time) { return traffic.inMinuteBefore(time); }, traffic, here);
    if (traffic.tellsDurations)
        evidence.parallel = loadBy([&](Microseconds time) { return traffic.inFlight(time); }, traffic, here);
    evidence.limit = limitOf(evidence);
    return evidence;
}

} // namespace derouter
