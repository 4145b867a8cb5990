#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make the bundled sample log, or check a report of it (Python 3 standard library only).

    make_sample.py                    writes resources/sample/derouter-sample.log
    make_sample.py --counts           prints what the log contains, as JSON with the report's field names
    make_sample.py --verify REPORT    the committed log is what this script makes, and REPORT
                                      (of `derouter-monitor --report json`, - for standard input) counts it exactly

The log is the pino output of an imagined Node.js service that calls DeRouter through both SDKs during one morning.
A small simulation decides what happens: calls arrive, limits refuse, incidents come and go, the service retries
after the wait the guide advises. The seed is fixed, so every run writes the same bytes.

Texts that DeRouter's guide does not give literally are the wording of its table or those of an AI provider; keys are
recognisably made up.
"""
import argparse
import collections
import datetime
import heapq
import json
import pathlib
import random
import sys

SEED = 20261119
DAY = datetime.datetime(2026, 11, 19, tzinfo=datetime.timezone.utc)
OPENS, CLOSES = (7, 30, 0), (12, 20, 0)
REQUESTS_PER_MINUTE, CONCURRENT_REQUESTS = 60, 5
SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "resources" / "sample" / "derouter-sample.log"

ANTHROPIC, OPENAI = "/proxy/v1/messages", "/openai/v1/chat/completions"
MODELS = {ANTHROPIC: ["claude-sonnet-5", "claude-haiku-4-5"], OPENAI: ["gpt-5", "gpt-5-mini"]}
CLASS_NAMES = {400: "BadRequestError", 401: "AuthenticationError", 403: "PermissionDeniedError", 404: "NotFoundError",
               429: "RateLimitError"}
STACKS = {
    ANTHROPIC: "\n    at APIError.generate (file:///opt/ticketdesk/node_modules/@anthropic-ai/sdk/core/error.mjs:55:24)"
               "\n    at async summarise (file:///opt/ticketdesk/dist/summarise.js:88:19)",
    OPENAI: "\n    at APIError.generate (file:///opt/ticketdesk/node_modules/openai/core/error.mjs:62:20)"
            "\n    at async suggestReply (file:///opt/ticketdesk/dist/reply.js:41:23)",
}

Failure = collections.namedtuple("Failure", "status type message wait", defaults=(None,))  # wait: (least, most) seconds
RATE = Failure(429, "rate_limit_error", f"Requests per minute limit ({REQUESTS_PER_MINUTE}) exceeded", (3, 8))
CONCURRENCY = Failure(429, "rate_limit_error", "RPM or concurrency limit exceeded", (3, 8))
OVERLOADED = Failure(529, "overloaded_error", "Overloaded", (5, 10))
OVERLOADED_IN_STREAM = Failure("stream", "overloaded_error", "Overloaded", (5, 10))
NO_PROVIDERS = Failure(503, "api_error", "No providers available", (2, 5))
PROVIDER_AUTH = Failure(502, "api_error", "Provider auth failed", (1, 3))
TIMED_OUT = Failure(504, "api_error", "Provider timed out", (1, 3))
SERVER_ERROR = Failure(500, "api_error", "Internal server error", (1, 3))
ERROR_IN_STREAM = Failure("stream", "api_error", "Internal server error", (1, 3))
MISSING_KEY = Failure(401, "authentication_error", "Missing API key")
INVALID_KEY = Failure(401, "authentication_error", "Invalid API key")
EXPIRED_TOKEN = Failure(401, "authentication_error", "Invalid or expired token")
KEY_BUDGET = Failure(402, "billing_error", "API key budget ($25) exceeded")
BALANCE = Failure(402, "billing_error", "Insufficient balance")
REFUSED = Failure("none", "APIConnectionError", "Connection error.", (1, 3))
UNANSWERED = Failure("none", "APIConnectionTimeoutError", "Request timed out.", (1, 3))
EDGE_TIMEOUT = Failure(524, None, None, (1, 3))

# From (hour, minute, second), to, failure, share of the calls that meet it.
INCIDENTS = [
    ((9, 5, 10), (9, 7, 0), OVERLOADED, 0.35),
    ((9, 7, 0), (9, 13, 30), OVERLOADED, 0.80),
    ((9, 13, 30), (9, 16, 20), OVERLOADED, 0.30),
    ((9, 52, 20), (9, 55, 40), NO_PROVIDERS, 0.80),
    ((10, 30, 0), (10, 31, 10), MISSING_KEY, 1.0),
    ((10, 31, 10), (10, 35, 40), INVALID_KEY, 1.0),
    ((10, 35, 40), (10, 37, 0), EXPIRED_TOKEN, 1.0),
    ((11, 12, 40), (11, 21, 0), KEY_BUDGET, 1.0),
    ((11, 58, 0), (12, 1, 30), BALANCE, 1.0),
    ((12, 8, 0), (12, 8, 40), REFUSED, 1.0),
]
# The first call after this moment meets this failure, by this format.
SINGLE_FAILURES = [
    ((7, 41, 0), ANTHROPIC, Failure(400, "invalid_request_error", "prompt is too long: 214907 tokens > 200000 maximum")),
    ((7, 56, 0), ANTHROPIC, UNANSWERED),
    ((8, 2, 0), OPENAI, Failure(400, "invalid_request_error", "Invalid request format")),
    ((8, 9, 0), ANTHROPIC, Failure(404, "not_found_error", "model: claude-example-0")),
    ((8, 14, 0), OPENAI, TIMED_OUT),
    ((8, 47, 0), ANTHROPIC, PROVIDER_AUTH),
    ((8, 47, 40), ANTHROPIC, PROVIDER_AUTH),
    ((8, 48, 20), OPENAI, PROVIDER_AUTH),
    ((8, 49, 0), ANTHROPIC, PROVIDER_AUTH),
    ((9, 11, 0), ANTHROPIC, OVERLOADED_IN_STREAM),
    ((9, 12, 0), ANTHROPIC, OVERLOADED_IN_STREAM),
    ((9, 14, 0), ANTHROPIC, OVERLOADED_IN_STREAM),
    ((9, 27, 0), OPENAI, SERVER_ERROR),
    ((9, 36, 0), ANTHROPIC, Failure(400, "invalid_request_error", "tools.0.input_schema: Field required")),
    ((9, 37, 0), ANTHROPIC, Failure(400, "invalid_request_error", "tools.0.input_schema: Field required")),
    ((9, 44, 0), ANTHROPIC, ERROR_IN_STREAM),
    ((10, 4, 0), ANTHROPIC, SERVER_ERROR),
    ((10, 15, 0), OPENAI, EDGE_TIMEOUT),
    ((10, 52, 0), ANTHROPIC, Failure(413, "request_too_large", "Request exceeds the maximum size")),
    ((10, 58, 0), ANTHROPIC, TIMED_OUT),
    ((11, 3, 0), OPENAI, Failure(400, "invalid_request_error", "Invalid value for 'max_tokens'")),
    ((11, 34, 0), ANTHROPIC, Failure(403, "permission_error", "This key may not use the requested model")),
    ((11, 41, 0), ANTHROPIC, TIMED_OUT),
    ((11, 42, 0), ANTHROPIC, TIMED_OUT),
    ((11, 43, 0), OPENAI, TIMED_OUT),
    ((12, 12, 0), ANTHROPIC, OVERLOADED),
]
# From, to, calls a second: a nightly job that forgot its limit, and an export that fires its calls all at once.
STORMS = [((8, 22, 0), (8, 23, 55), 1.15)]
BURSTS = [((11, 48, 0), 11), ((11, 48, 30), 9), ((11, 49, 10), 12)]
STARTS = [((7, 30, 0), "2.7.1"), ((10, 30, 0), "2.8.0"), ((10, 31, 10), "2.8.0"), ((10, 35, 40), "2.8.0"), ((10, 37, 0), "2.8.0")]


def at(moment):
    """Seconds since the epoch of an (hour, minute, second) of the sample's day."""
    hour, minute, second = moment
    return (DAY + datetime.timedelta(hours=hour, minutes=minute, seconds=second)).timestamp()


class Simulation:
    """Runs the morning once; `lines` is the log in order, `counts()` what a reader of it must find."""

    def __init__(self):
        self.random = random.Random(SEED)
        self.queue, self.order, self.written = [], 0, []
        self.singles = collections.deque((at(moment), path, failure) for moment, path, failure in SINGLE_FAILURES)
        self.accepted, self.ends = collections.deque(), []
        self.by_status, self.by_type, self.ids = collections.Counter(), collections.Counter(), set()
        self.successes = self.other = 0
        self.arrivals()
        while self.queue:
            time, _, call = heapq.heappop(self.queue)
            self.attempt(time, call)
        self.surroundings()
        self.written.sort(key=lambda entry: entry[:2])
        self.lines = [line for _, _, line in self.written]

    # What arrives.
    def arrivals(self):
        time, closes = at(OPENS) + 4, at(CLOSES)
        while time < closes:
            self.enqueue(time, self.new_call())
            per_minute = 4.5 + 1.8 * (time - at(OPENS)) / (closes - at(OPENS))
            time += self.random.expovariate(per_minute / 60)
        for begin, end, rate in STORMS:
            time = at(begin)
            while time < at(end):
                self.enqueue(time, {"path": ANTHROPIC, "model": "claude-haiku-4-5", "stream": False, "attempt": 1, "quick": True})
                time += self.random.expovariate(rate)
        for moment, size in BURSTS:
            for _ in range(size):
                self.enqueue(at(moment) + self.random.random() * 0.4, self.new_call(OPENAI))

    def new_call(self, path=None):
        path = path or (ANTHROPIC if self.random.random() < 0.62 else OPENAI)
        model = MODELS[path][int(self.random.random() * 1.5)]
        return {"path": path, "model": model, "stream": self.random.random() < 0.3, "attempt": 1, "quick": False}

    def enqueue(self, time, call):
        self.order += 1
        heapq.heappush(self.queue, (time, self.order, call))

    # What becomes of a call.
    def attempt(self, time, call):
        failure = self.outcome(time, call)
        if failure is None:
            took = self.random.uniform(0.3, 0.9) if call["quick"] else self.random.lognormvariate(0.75, 0.5)
            self.accepted.append(time)
            heapq.heappush(self.ends, time + took)
            self.write_success(time + took, call, took)
            return
        took = self.time_to_fail(failure)
        self.write_failure(time + took, call, failure, took)
        if failure.wait and call["attempt"] < 3:
            self.enqueue(time + took + self.random.uniform(*failure.wait), {**call, "attempt": call["attempt"] + 1})

    def outcome(self, time, call):
        for begin, end, failure, share in INCIDENTS:
            if at(begin) <= time < at(end) and failure.status in (401, 402, "none"):
                return failure
        if self.singles and time >= self.singles[0][0] and call["path"] == self.singles[0][1] and call["attempt"] == 1:
            failure = self.singles.popleft()[2]
            call["stream"] = failure.status == "stream"
            return failure
        while self.accepted and self.accepted[0] <= time - 60:
            self.accepted.popleft()
        while self.ends and self.ends[0] <= time:
            heapq.heappop(self.ends)
        if len(self.accepted) >= REQUESTS_PER_MINUTE:
            return RATE
        if len(self.ends) >= CONCURRENT_REQUESTS:
            return CONCURRENCY
        for begin, end, failure, share in INCIDENTS:
            if at(begin) <= time < at(end) and self.random.random() < share:
                return failure
        return None

    def time_to_fail(self, failure):
        slow = {504: (58.0, 61.0), 524: (100.0, 100.4), 529: (0.6, 4.0), 502: (1.0, 5.0), 500: (0.8, 3.0), "stream": (1.5, 9.0)}
        if failure is UNANSWERED:
            return 60.0 + self.random.random() / 50
        return self.random.uniform(*slow.get(failure.status, (0.02, 0.18)))

    # What the service writes about it.
    def record(self, time, level, fields):
        pid = 4127 + 611 * sum(at(moment) <= time for moment, _ in STARTS)
        head = {"level": level, "time": int(time * 1000), "pid": pid, "hostname": "desk-1", "name": "ticketdesk"}
        self.write(time, json.dumps({**head, **fields}, separators=(",", ":")))

    def write(self, time, line):
        self.order += 1
        self.written.append((time, self.order, line))

    def request_id(self):
        return "req_%024x" % self.random.getrandbits(96)

    def request_fields(self, call, took):
        fields = {"method": "POST", "path": call["path"], "model": call["model"]}
        if call["stream"]:
            fields["stream"] = True
        if call["attempt"] > 1:
            fields["attempt"] = call["attempt"]
        return {**fields, "responseTime": int(took * 1000)}

    def write_success(self, time, call, took):
        self.successes += 1
        self.record(time, 30, {"reqId": self.request_id(), "statusCode": 200, **self.request_fields(call, took), "msg": "completion ok"})

    def write_failure(self, time, call, failure, took):
        answered = failure.status not in ("none", 524)
        request_id = self.request_id() if answered else None
        self.by_status[str(failure.status)] += 1
        if answered:
            self.by_type[failure.type] += 1
            self.ids.add(request_id)
        error = self.sdk_error(call["path"], failure, request_id)
        fields = {"reqId": request_id} if answered and call["path"] == OPENAI else {}  # OpenAI's SDK does not read DeRouter's header
        fields |= {"err": error, **self.request_fields(call, took)}
        if failure is INVALID_KEY and self.by_status["401"] % 10 == 0:
            fields["headers"] = {"x-api-key": "sk-ant-EXAMPLE-not-a-real-key-0001", "content-type": "application/json"}
        self.record(time, 50, {**fields, "msg": "completion failed"})

    def sdk_error(self, path, failure, request_id):
        if failure.status == "none":
            cause = "\ncaused by: Error: connect ECONNREFUSED 192.0.2.10:443" if failure is REFUSED else ""
            stack = STACKS[path].partition("\n")[2].partition("\n")[2]  # no answer, so no frame that reads one
            return self.error_object(failure.type, failure.message, f"\n{stack}{cause}")
        status = failure.status if isinstance(failure.status, int) else None
        prefix = f"{status} " if status else ""
        name = CLASS_NAMES.get(status, "InternalServerError" if status and status >= 500 else "APIError")
        if failure.type is None:
            return {**self.error_object(name, f"{status} status code (no body)", STACKS[path]), "status": status, "headers": {}}
        body = {"type": "error", "error": {"type": failure.type, "message": failure.message}, "request_id": request_id}
        text = json.dumps(body, separators=(",", ":"))
        if path == OPENAI:
            body = {"message": failure.message, "type": failure.type, "param": None, "code": None}
            text = failure.message
        error = self.error_object(name, prefix + text, STACKS[path])
        if status:
            error["status"] = status
        error["headers"] = {}
        if path == ANTHROPIC:
            error["requestID"] = request_id
        return {**error, "error": body}

    @staticmethod
    def error_object(name, message, stack):
        return {"type": name, "message": message, "stack": f"{name}: {message}{stack}"}

    # What else stands in the log.
    def surroundings(self):
        for moment, version in STARTS:
            self.start(at(moment), version)
        time = at(OPENS) + 60
        while time < at(CLOSES):
            self.other += 1
            self.record(time, 30, {"method": "GET", "path": "/healthz", "statusCode": 200, "responseTime": 1, "msg": "health check"})
            time += 300
        notes = [((8, 21, 59), 30, "reindex of 2025 tickets started"), ((8, 23, 56), 30, "reindex of 2025 tickets queued everything"),
                 ((10, 29, 57), 30, "shutting down for deploy"), ((11, 21, 2), 30, "key budget raised to $60 by an administrator"),
                 ((11, 48, 0), 30, "export of the week's answers started"), ((12, 1, 28), 30, "deposit confirmed on chain")]
        for moment, level, text in notes:
            self.record(at(moment), level, {"msg": text})

    def start(self, time, version):
        self.write(time, f"> ticketdesk@{version} start")
        self.write(time, "> node --enable-source-maps dist/server.js")
        self.write(time, "")
        self.record(time + 0.9, 30, {"config": {"baseURL": "https://api.derouter.ai", "apiKey": "sk-ant-EXAMPLE-not-a-real-key-0000", "maxRetries": 0},
                                     "msg": f"ticketdesk {version} listening on :8080"})

    def counts(self):
        failures = sum(self.by_status.values())
        api = self.successes + failures
        return {"total_requests": api + self.other, "api_requests": api, "api_successes": self.successes, "failures": failures,
                "failures_by_status": dict(sorted(self.by_status.items())), "failures_by_type": dict(sorted(self.by_type.items())),
                "other_requests": self.other, "request_ids": sorted(self.ids)}


def verify(simulation, text, report_path):
    """Prints every difference; true when there is none."""
    problems = []
    if SAMPLE.read_text(encoding="utf-8") != text:
        problems.append(f"{SAMPLE.name} is not what this script makes: run it again")
    with (sys.stdin if report_path == "-" else open(report_path, encoding="utf-8")) as file:
        report = json.load(file)
    for field, want in simulation.counts().items():
        if report.get(field) != want:
            problems.append(f"{field}: expected {want}, the report says {report.get(field)}" if field != "request_ids" else "request_ids differ")
    for problem in problems:
        print(f"make_sample.py: {problem}", file=sys.stderr)
    return not problems


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    action = parser.add_mutually_exclusive_group()
    action.add_argument("--counts", action="store_true", help="print what the log contains")
    action.add_argument("--verify", metavar="REPORT", help="compare a JSON report with what the log contains")
    options = parser.parse_args()
    simulation = Simulation()
    text = "".join(line + "\n" for line in simulation.lines)
    if options.counts:
        print(json.dumps(simulation.counts(), indent=2))
        return 0
    if options.verify:
        return 0 if verify(simulation, text, options.verify) else 1
    SAMPLE.parent.mkdir(parents=True, exist_ok=True)
    SAMPLE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
