#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Time `derouter-monitor --report json` against ripgrep, wc and lnav on the same file (Python 3 standard library only).

    bench_report.py --binary build/release/derouter-monitor                  makes one log of each format and measures
    bench_report.py --binary … --size 1G --formats nginx-json pino           bigger, and only these
    bench_report.py --binary … LOG [LOG.gz …]                                measures given files

Every round runs the tools one after another on the same file, so that a slow moment of the machine meets them alike; what
counts are the ratios. ripgrep counts the lines of failed requests (-c), wc counts lines, lnav requests by status; a
compressed file is measured against its decompressor piped into wc. A peak below that of this script itself, some 16 MiB,
does not show. Where valgrind is installed, the instructions for each byte of a log are counted too, which no other load
of the machine changes.
Nothing here passes or fails: the figures are for people.
"""
import argparse
import datetime
import os
import pathlib
import random
import re
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ERROR_PATTERNS = {  # what a person would count failures with, for a log of this format
    "nginx-combined": r'" [45]\d\d \d+ "',
    "nginx-json": r'"status":[45]\d\d',
    "pino": r'"status(Code)?":[45]\d\d',
}
ANY_ERROR = r'" [45]\d\d \d+ "|"status":[45]\d\d|"level":50|\b(APIStatusError|RateLimitError|OverloadedError|InternalServerError)\b'
DECOMPRESSORS = {".gz": "zcat", ".zst": "zstdcat", ".xz": "xzcat", ".bz2": "bzcat", ".lz4": "lz4cat"}
FAILURES = [(400, "invalid_request_error", "Invalid request format"), (401, "authentication_error", "Invalid API key"),
            (402, "billing_error", "Insufficient balance"), (429, "rate_limit_error", "Requests per minute limit (60) exceeded"),
            (503, "api_error", "No providers available"), (504, "api_error", "Provider timed out"),
            (529, "overloaded_error", "Overloaded")]


# What the ratios are to be at most, and better be.
BARS = {"rg -c errors": (1.0, 0.55), "| wc -l": (1.3, 1.05), "wc -l": (4, 2.2), "lnav": (1 / 50, 1 / 90)}
LNAV_TABLE = ";SELECT sc_status, count(*) FROM access_log GROUP BY sc_status"


def line_of(kind, when, failure, request_id, number):
    """One log line of `kind` at `when` (seconds since the epoch); `failure` is None for a success."""
    stamp = datetime.datetime.fromtimestamp(when, datetime.timezone.utc)
    status = failure[0] if failure else 200
    if kind == "nginx-combined":
        return (f'203.0.113.{number % 250 + 1} - - [{stamp:%d/%b/%Y:%H:%M:%S} +0000] "POST /proxy/v1/messages HTTP/1.1" '
                f'{status} {300 + number % 2000} "-" "Anthropic/JS 1.12.0"\n')
    if kind == "nginx-json":
        return (f'{{"time":"{stamp:%Y-%m-%dT%H:%M:%S}+00:00","msec":"{when:.3f}","remote_addr":"203.0.113.{number % 250 + 1}",'
                f'"request_method":"POST","request_uri":"/proxy/v1/messages","status":{status},"upstream_status":"{status}",'
                f'"body_bytes_sent":{300 + number % 2000},"request_time":{number % 2500 / 1000:.3f},'
                f'"upstream_response_time":"{number % 2500 / 1000:.3f}","request_id":"{request_id}",'
                f'"http_user_agent":"Anthropic/JS 1.12.0","http_referer":""}}\n')
    head = f'"time":{int(when * 1000)},"pid":4217,"hostname":"gw-1","name":"gateway"'
    tail = f'"method":"POST","path":"/proxy/v1/messages","model":"claude-sonnet-5","responseTime":{number % 2500}'
    if failure is None:
        return f'{{"level":30,{head},"reqId":"{request_id}","statusCode":200,{tail},"msg":"completion ok"}}\n'
    body = f'{{"type":"error","error":{{"type":"{failure[1]}","message":"{failure[2]}"}},"request_id":"{request_id}"}}'
    text = f"{status} {body}".replace('"', '\\"')
    return (f'{{"level":50,{head},"err":{{"type":"APIError","message":"{text}","stack":"APIError: {text}\\n    at makeRequest '
            f'(file:///srv/app/client.mjs:738:34)","status":{status},"headers":{{}},"requestID":"{request_id}","error":{body}}},'
            f'{tail},"msg":"completion failed"}}\n')


def make_log(path, kind, size, share, of_day=None):
    """Writes about `size` bytes, `share` of the requests failed; the same bytes for the same arguments. They are the
    traffic of one day, or as much of it as there are where a day has `of_day` bytes."""
    source = random.Random(f"{kind} {size} {share}")
    probe = len(line_of(kind, 1795392000.0, None, "req_" + "0" * 24, 0))
    step, when, written, number = 86400 * probe / (of_day or size), 1795392000.0, 0, 0
    with open(path, "w", encoding="ascii", buffering=1 << 20) as file:
        while written < size:
            failure = FAILURES[int(source.random() * len(FAILURES))] if source.random() < share else None
            written += file.write(line_of(kind, when, failure, "req_%024x" % source.getrandbits(96), number))
            when += step * source.random() * 2
            number += 1


def timed(command, shell=False):
    """Wall time and processor time in seconds and peak memory in bytes of one run."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, shell=shell, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               env={**os.environ, "LC_ALL": "C.UTF-8", "TZ": "UTC"})
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):  # 1: ripgrep found nothing
        raise RuntimeError(f"{command} ended with status {process.returncode}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def commands_for(binary, path, kind):
    """The tools to compare: name -> (command, by a shell). The first is ours."""
    commands = {"derouter-monitor": ([binary, "--report", "json", "--quiet", str(path)], False)}
    decompressor = DECOMPRESSORS.get(path.suffix)
    if decompressor:
        if shutil.which(decompressor):
            commands[f"{decompressor} | wc -l"] = (f"{decompressor} -- {shlex.quote(str(path))} | wc -l", True)
        return commands
    if shutil.which("rg"):
        commands["rg -c errors"] = (["rg", "-c", "--no-config", ERROR_PATTERNS.get(kind, ANY_ERROR), str(path)], False)
    else:
        print("ripgrep (rg) is not installed: not compared", file=sys.stderr)
    commands["wc -l"] = (["wc", "-l", str(path)], False)
    if kind == "nginx-combined" and shutil.which("lnav"):
        commands["lnav"] = (["lnav", "-n", "-c", LNAV_TABLE, str(path)], False)
    return commands


def bar_of(name):
    """The bar and the aim of a ratio to this tool, as printed."""
    for tool, (bar, aim) in BARS.items():
        if name.endswith(tool):
            return f"{bar:9.3g}{aim:9.3g}"
    return ""


def measure(binary, path, kind, rounds):
    commands = commands_for(binary, path, kind)
    results = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, (command, shell) in commands.items():
            result = timed(command, shell)
            if number > 0:  # the first round only warms the page cache
                results[name].append(result)
    print(f"\n{path.name}, {path.stat().st_size / 2**20:.0f} MiB, {rounds} rounds")
    print(f"  {'':24}{'wall s':>9}{'cpu s':>9}{'peak MiB':>10}{'ours / it':>11}{'bar':>9}{'aim':>9}")
    ours = [wall for wall, _, _ in results["derouter-monitor"]]
    for name, runs in results.items():
        wall, cpu, peak = (statistics.median(column) for column in zip(*runs))
        ratio = statistics.median(mine / other for mine, (other, _, _) in zip(ours, runs))
        print(f"  {name:24}{wall:9.3f}{cpu:9.3f}{peak / 2**20:10.1f}{ratio:11.3g}{bar_of(name)}")


def instructions(binary, path):
    """Of one run, all threads together, by callgrind."""
    with tempfile.NamedTemporaryFile(prefix="derouter-callgrind-") as out:
        run = subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={out.name}", binary, "--report", "json",
                              "--quiet", str(path)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                             stderr=subprocess.PIPE, text=True, check=True)
    return int(re.search(r"refs:\s+([\d,]+)", run.stderr).group(1).replace(",", ""))


def count_instructions(binary, kinds, folder):
    """For each byte: the difference of two sizes, so that what the start costs does not count."""
    print(f"\ninstructions a byte\n  {'':24}{'successes':>12}{'3 % failed':>12}")
    for kind in kinds:
        costs = []
        for share in (0.0, 0.03):
            counts = []
            for size in (2**21, 2**23):
                path = folder / f"{kind}-{share}-{size}.log"
                make_log(path, kind, size, share, of_day=2**30)
                counts.append((path.stat().st_size, instructions(binary, path)))
            (small, few), (large, many) = counts
            costs.append((many - few) / (large - small))
        print(f"  {kind:24}{costs[0]:12.1f}{costs[1]:12.1f}")


def bytes_of(text):
    units = {"K": 2**10, "M": 2**20, "G": 2**30}
    return int(float(text[:-1]) * units[text[-1].upper()]) if text[-1].upper() in units else int(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True, help="the derouter-monitor to measure")
    parser.add_argument("--size", type=bytes_of, default=bytes_of("300M"), help="of each log made, such as 300M or 1G")
    parser.add_argument("--formats", nargs="+", choices=ERROR_PATTERNS, default=list(ERROR_PATTERNS))
    parser.add_argument("--error-rate", type=float, default=0.03, help="share of failed requests in the logs made")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("logs", nargs="*", type=pathlib.Path, help="measure these instead of making some")
    options = parser.parse_args()
    for path in options.logs:
        measure(options.binary, path, None, options.rounds)
    if options.logs:
        return
    with tempfile.TemporaryDirectory(prefix="derouter-bench-") as folder:
        for kind in options.formats:
            path = pathlib.Path(folder) / f"{kind}.log"
            make_log(path, kind, options.size, options.error_rate)
            measure(options.binary, path, kind, options.rounds)
            path.unlink()
        if shutil.which("valgrind"):
            count_instructions(options.binary, options.formats, pathlib.Path(folder))
        else:
            print("valgrind is not installed: no instructions counted", file=sys.stderr)


if __name__ == "__main__":
    main()
