// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reporter.h"
#include "format/httpexchange.h"

#include <QString>

#include <memory>
#include <optional>
#include <string_view>

namespace derouter {

/// How one tool prints HTTP exchanges, line by line. The tool's own time of day is taken off before.
class TranscriptDialect {
public:
    virtual ~TranscriptDialect() = default;
    /// Of the format, for reports.
    virtual QString name() const = 0;
    /// Whether the line begins an exchange.
    virtual bool begins(std::string_view line) const = 0;
    enum class Belongs : std::uint8_t {
        No,
        ToBody, ///< unless a log's own stamp begins it: a body carries no mark
        Surely,
    };
    /// Whether the line is of the open exchange, or begins one that follows it directly.
    virtual Belongs belongs(std::string_view line, const HttpExchange& exchange) const = 0;
    /// Whether a line that belongs to the tool begins another exchange than the open one.
    virtual bool endsBefore(std::string_view line, const HttpExchange& exchange) const = 0;
    virtual void add(std::string_view line, HttpExchange& exchange) = 0;
    /// Whether the exchange's last line was added, where that shows.
    virtual bool isOver() const { return false; }
    /// Whether the body of the answer, which may still tell of a failure, is being added and has not ended.
    virtual bool awaitsBody() const { return false; }
    /// What writes it, if not the tool that the user called.
    virtual std::optional<Reporter> reporter() const { return {}; }
    /// Before `conclude()`: hands over what waits for more lines.
    virtual void end(HttpExchange&) {}
    /// Forgets the exchange.
    virtual void reset() = 0;
};

/// `curl -v`, `curl -i`, with or without curl's progress meter; HTTPie prints as `curl -i` does, and the
/// request above the answer.
std::unique_ptr<TranscriptDialect> makeCurlDialect();
/// `curl --trace`, `curl --trace-ascii`.
std::unique_ptr<TranscriptDialect> makeCurlTraceDialect();
/// The console of mitmdump at every level of detail, as mitmproxy's dumper.py prints it.
std::unique_ptr<TranscriptDialect> makeMitmdumpDialect();
/// wget, quiet (`-nv`) to talkative (`-S`, `-d`).
std::unique_ptr<TranscriptDialect> makeWgetDialect();
/// Python's `http.client` with its debug level set.
std::unique_ptr<TranscriptDialect> makePythonHttpClientDialect();

/// OkHttp's HttpLoggingInterceptor at any level, bare or behind a logger's prefix.
std::unique_ptr<TranscriptDialect> makeOkHttpDialect();

/// The first line of a command at a shell's prompt: `$ curl -i https://…`.
bool isCurlCommand(std::string_view line);
/// What curl says of a connection before it sends anything.
bool isNoteOfNewConnection(std::string_view note);
/// What curl tells with `*`: where it connected to, why it failed.
void takeCurlNote(std::string_view note, HttpExchange& exchange);

} // namespace derouter
