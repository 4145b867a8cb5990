// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a kept failure costs: bench_memory [FAILURES]. Each has a request-id of its own, and what else a
// gateway's log tells of it; the raw records are left out.

#include "monitor/eventstore.h"

#include <QFile>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace derouter;

namespace {

/// Bytes of the process that stand in memory.
std::size_t residentBytes() {
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toULongLong() * 4096;
}

Sighting failure(std::uint64_t number) {
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
    return sighting;
}

} // namespace

int main(int argc, char** argv) {
    const std::uint64_t count = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
    const std::size_t before = residentBytes();
    const auto begin = std::chrono::steady_clock::now();
    EventStore store;
    for (std::uint64_t number = 0; number < count; ++number)
        store.append(failure(number));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    const auto grown = static_cast<double>(residentBytes() - before);
    std::printf("%zu failures: %.1f MiB, %.1f bytes each, %.2f s\n", store.size(), grown / (1024 * 1024),
                grown / static_cast<double>(count), took.count());
    return 0;
}
