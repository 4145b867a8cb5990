// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How fast logs of each family are read: bytes a second through a whole Pipeline, and allocations a line.
// Three of a hundred requests fail, as in the field. With "successes" none does: there nothing may be
// allocated.

#include "pipelinerun.h"

#include <benchmark/benchmark.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>
#include <vector>

namespace {

std::atomic<std::uint64_t> allocations = 0;

} // namespace

void* operator new(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size))
        return memory;
    throw std::bad_alloc();
}

void operator delete(void* memory) noexcept {
    std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}

namespace derouter {

namespace {

/// How a family writes one request: `%T` is the clock's "09:14:07", `%N` the epoch's seconds, `%S` the
/// status, `%I` an id.
struct Family {
    const char* name;
    const char* success;
    const char* failure;
};

constexpr Family families[] = {
    {"nginx-combined",
     R"(192.0.2.7 - - [03/Nov/2026:%T +0000] "POST /proxy/v1/messages HTTP/1.1" %S 5120 "-" "Anthropic/Python 0.121.0")",
     nullptr},
    {"nginx-json",
     R"({"time":"2026-11-03T%T+00:00","remote_addr":"192.0.2.7","request_method":"POST","request_uri":"/proxy/v1/messages","status":%S,"body_bytes_sent":5120,"request_time":1.204,"upstream_status":"%S","sent_http_request_id":"%I"})",
     nullptr},
    {"caddy",
     R"({"level":"info","ts":%N.532,"logger":"http.log.access.log0","msg":"handled request","request":{"remote_ip":"192.0.2.7","method":"POST","host":"llm.local","uri":"/proxy/v1/messages","headers":{"User-Agent":["curl/8.9"]}},"bytes_read":812,"duration":1.204,"size":5120,"status":%S,"resp_headers":{"Request-Id":["%I"]}})",
     nullptr},
    {"haproxy",
     R"(Nov  3 %T lb haproxy[14]: 192.0.2.7:50112 [03/Nov/2026:%T.120] fe_llm~ be_der/s1 0/0/7/405/412 %S 5120 - - ---- 2/1/0/0/0 0/0 "POST /proxy/v1/messages HTTP/1.1")",
     nullptr},
    {"envoy",
     R"([2026-11-03T%T.120Z] "POST /proxy/v1/messages HTTP/2" %S - 812 5120 412 - "192.0.2.7" "Anthropic/JS 0.120" "0f6a8f2e-8a1e-4d5c-9e2f-1a2b3c4d5e6f" "api.derouter.ai" "203.0.113.9:443")",
     nullptr},
    {"pino",
     R"({"level":30,"time":%N532,"pid":9,"hostname":"h","model":"claude-sonnet-4-6","reqId":"%I","statusCode":%S,"msg":"completion ok"})",
     R"({"level":50,"time":%N532,"pid":9,"hostname":"h","err":{"type":"APIError","message":"529 Overloaded","status":529,"requestID":"%I","error":{"type":"overloaded_error","message":"Overloaded"}},"msg":"completion failed"})"},
    {"docker-json",
     R"({"log":"{\"level\":30,\"time\":%N532,\"reqId\":\"%I\",\"statusCode\":%S,\"msg\":\"completion ok\"}\n","stream":"stdout","time":"2026-11-03T%T.532114532Z"})",
     R"({"log":"{\"level\":50,\"time\":%N532,\"err\":{\"status\":529,\"requestID\":\"%I\",\"message\":\"529 Overloaded\"}}\n","stream":"stderr","time":"2026-11-03T%T.532114532Z"})"},
    {"kubernetes-cri",
     R"(2026-11-03T%T.532114532Z stdout F 2026-11-03 %T,532 INFO app: stored 5 rows in 12 ms)",
     R"(2026-11-03T%T.532114532Z stderr F 2026-11-03 %T,532 ERROR app: Error code: 529 - {'type': 'error', 'error': {'type': 'overloaded_error', 'message': 'Overloaded'}, 'request_id': '%I'})"},
    {"logfmt",
     R"(time=2026-11-03T%T.532Z level=INFO msg="request done" status=%S path=/v1/messages duration=412ms request_id=%I)",
     nullptr},
    {"application-text", R"(2026-11-03 %T,532 INFO app.worker: stored 5 rows in 12 ms for customer 4711)",
     R"(2026-11-03 %T,532 ERROR app.llm: Error code: 529 - {'type': 'error', 'error': {'type': 'overloaded_error', 'message': 'Overloaded'}, 'request_id': '%I'})"},
    {"journald",
     R"({"__REALTIME_TIMESTAMP":"%N532114","PRIORITY":"6","SYSLOG_IDENTIFIER":"llm","_PID":"123","MESSAGE":"stored 5 rows in 12 ms"})",
     R"({"__REALTIME_TIMESTAMP":"%N532114","PRIORITY":"3","SYSLOG_IDENTIFIER":"llm","_PID":"123","MESSAGE":"Error code: 529 - {'type': 'error', 'error': {'type': 'overloaded_error', 'message': 'Overloaded'}, 'request_id': '%I'}"})"},
    {"csv", R"(2026-11-03T%T.532Z,%S,POST,/proxy/v1/messages,%I,completion)", nullptr},
};

constexpr int lines = 60'000;

std::string filled(const char* pattern, int number, int status) {
    char clock[16];
    char id[32];
    const int second = number / 20;
    std::snprintf(clock, sizeof clock, "%02d:%02d:%02d", 9 + second / 3600, second / 60 % 60, second % 60);
    std::snprintf(id, sizeof id, "req_%024x", static_cast<unsigned>(number + 1));
    std::string line;
    for (const char* at = pattern; *at; ++at) {
        if (*at != '%') {
            line += *at;
            continue;
        }
        switch (*++at) {
        case 'T':
            line += clock;
            break;
        case 'N':
            line += std::to_string(1793696400 + second);
            break;
        case 'S':
            line += std::to_string(status);
            break;
        default:
            line += id;
        }
    }
    return line + '\n';
}

std::string logOf(const Family& family, bool withFailures) {
    std::string log =
        family.name == std::string_view("csv") ? "time,status,method,path,request_id,message\n" : "";
    for (int number = 0; number < lines; ++number) {
        const bool failed = withFailures && number % 33 == 0;
        log += filled(failed && family.failure ? family.failure : family.success, number, failed ? 529 : 200);
    }
    return log;
}

void readFamily(benchmark::State& state, const Family& family, bool withFailures) {
    const std::string log = logOf(family, withFailures);
    std::uint64_t allocated = 0;
    for (auto _ : state) {
        PipelineOptions options;
        options.source = 0;
        options.zone = QTimeZone::utc();
        options.keepRaw = false;
        Pipeline pipeline(std::move(options));
        std::string_view rest = log;
        const std::uint64_t before = allocations;
        while (!rest.empty()) {
            const auto room = pipeline.writable();
            const auto part = rest.substr(0, room.size());
            std::copy(part.begin(), part.end(), room.begin());
            pipeline.commit(part.size());
            rest.remove_prefix(part.size());
        }
        pipeline.finish();
        benchmark::DoNotOptimize(pipeline.take());
        allocated = allocations - before;
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * log.size()));
    state.counters["allocations/line"] = static_cast<double>(allocated) / lines;
}

} // namespace

} // namespace derouter

int main(int argc, char** argv) {
    using namespace derouter;
    for (const Family& family : families)
        for (const bool withFailures : {false, true})
            benchmark::RegisterBenchmark(
                (family.name + std::string(withFailures ? "" : "/successes")).c_str(), readFamily, family,
                withFailures)
                ->Unit(benchmark::kMillisecond);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
