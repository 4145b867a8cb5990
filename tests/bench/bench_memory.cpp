// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What failures cost in memory: bench_memory [FAILURES [MIB]]. Each has a request-id of its own, and what
// else a gateway's log tells of it. With a limit they have their records too, and the oldest are let go.

#include "monitor/failurejoiner.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace derouter;

namespace {

/// Bytes of the process that stand in memory.
std::size_t residentBytes() {
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toULongLong() * 4096;
}

Sighting failure(std::uint64_t number, bool withRecord) {
    struct Kind {
        int code;
        const char* type;
        const char* message;
    };
    static constexpr std::array kinds{
        Kind{400, "invalid_request_error", "Invalid request format"},
        Kind{401, "authentication_error", "Invalid API key"},
        Kind{429, "rate_limit_error", "Requests per minute limit (60) exceeded"},
        Kind{503, "api_error", "No providers available"}, Kind{529, "overloaded_error", "Overloaded"}};
    static constexpr std::array models{"claude-sonnet-5", "claude-haiku-4-5", "gpt-5"};
    const Kind& kind = kinds[number * 7 % kinds.size()];
    std::array<char, 40> id{};
    std::snprintf(id.data(), id.size(), "req_%024llx",
                  static_cast<unsigned long long>(number * 0x9E3779B97F4A7C15u));
    Sighting sighting;
    sighting.time = (1'793'696'400 + static_cast<Microseconds>(number / 50)) * microsecondsPerSecond;
    sighting.timeQuality = TimeQuality::Exact;
    sighting.code = FailureCode::http(kind.code);
    sighting.durationMicros = static_cast<std::int64_t>(number * 977 % 2'500'000);
    sighting.type = kind.type;
    sighting.message = kind.message;
    sighting.requestId = id.data();
    sighting.model = models[number % models.size()];
    sighting.method = "POST";
    sighting.path = "/proxy/v1/messages";
    sighting.where = {0, 0, number * 30, number * 9000, 300, sighting.time};
    sighting.isInFile = true;
    if (withRecord)
        sighting.raw.assign(300, 'x');
    return sighting;
}

} // namespace

int main(int argc, char** argv) {
    using Clock = std::chrono::steady_clock;
    using Seconds = std::chrono::duration<double>;
    constexpr std::uint64_t atOnce = 2000;
    constexpr double mebibyte = 1024 * 1024;
    const std::uint64_t count = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
    const std::size_t most = argc > 2 ? std::strtoull(argv[2], nullptr, 10) * 1024 * 1024 : 0;
    const std::size_t before = residentBytes();
    const auto begin = Clock::now();
    FailureJoiner joiner({}, {.most = most});
    std::clock_t longest = 0;
    for (std::uint64_t number = 0; number < count;) {
        Batch batch;
        for (const std::uint64_t end = std::min(number + atOnce, count); number < end; ++number)
            batch.failures.push_back(failure(number, most > 0));
        joiner.take(0, std::move(batch));
        const std::clock_t full = std::clock();
        joiner.letGo(joiner.makeRoom());
        longest = std::max(longest, std::clock() - full);
    }
    const auto grown = static_cast<double>(residentBytes() - before);
    const EventStore& store = joiner.events();
    std::printf("%llu failures, %zu kept: %.1f MiB, %.1f bytes for each that is kept\n"
                "by its own account %.1f MiB; %.1f s, at most %.1f ms of the processor to make room\n",
                static_cast<unsigned long long>(joiner.totals().failures), store.size(), grown / mebibyte,
                grown / static_cast<double>(store.size()), static_cast<double>(store.bytes()) / mebibyte,
                Seconds(Clock::now() - begin).count(),
                1000.0 * static_cast<double>(longest) / CLOCKS_PER_SEC);
    return 0;
}
