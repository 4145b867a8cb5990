// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reporter.h"
#include "format/httpexchange.h"

#include <QString>

#include <initializer_list>
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
    /// Whether it does behind what a logger wrote before it.
    virtual bool beginsBehindPrefix(std::string_view) const { return false; }
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
    /// Where the open exchange's body ends on a line that belongs to it, and what the tool says next goes on
    /// without a line feed between; the line's size where it does not.
    virtual std::size_t endOfBodyIn(std::string_view line, const HttpExchange&) const { return line.size(); }
    /// Whether the tool sends one request after another, so that the next one's beginning is the end of the
    /// open one.
    virtual bool isSequential() const { return false; }
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
/// Ruby's `Net::HTTP` with `set_debug_output`.
std::unique_ptr<TranscriptDialect> makeNetHttpDialect();
/// HTTParty with `log_format :curl`, behind a logger's prefix.
std::unique_ptr<TranscriptDialect> makeHttpartyDialect();
/// Guzzle's `MessageFormatter::DEBUG` on one line of a log.
std::unique_ptr<TranscriptDialect> makeGuzzleDialect();
/// varnishlog, by requests or by transactions.
std::unique_ptr<TranscriptDialect> makeVarnishlogDialect();

/// OkHttp's HttpLoggingInterceptor at any level, bare or behind a logger's prefix.
std::unique_ptr<TranscriptDialect> makeOkHttpDialect();
/// Dio's LogInterceptor, bare or behind Flutter's prefix.
std::unique_ptr<TranscriptDialect> makeDioDialect();

/// The first line of a command at a shell's prompt: `$ curl -i https://…`.
bool isCurlCommand(std::string_view line);
/// HTTPie's word for the end of a request that got no answer: `http: error: ConnectionError: …`; with some
/// Pythons the level has another name.
bool isErrorOfHttpie(std::string_view line);
/// What curl says of a connection before it sends anything.
bool isNoteOfNewConnection(std::string_view note);
/// What curl tells with `*`: where it connected to, why it failed.
void takeCurlNote(std::string_view note, HttpExchange& exchange);

/// Curl's last word on a request: `curl: (7) Failed to connect to …`.
class CurlsLastWord {
public:
    explicit CurlsLastWord(std::string_view line);

    static bool isOne(std::string_view line) { return line.starts_with("curl: ("); }
    /// That the network or the other side failed, not that curl was called wrongly or could not write.
    bool saysNetworkFailed() const;
    /// That the request was not sent, or that nothing at all came back.
    bool saysNothingCame() const;
    /// That no more came of an answer that had begun.
    bool saysPartCame() const;
    /// That nothing came of the body.
    bool saysNoBodyCame() const;
    bool namesHost() const;
    /// `The requested URL returned error: 529`, `CONNECT tunnel failed, response 503`; 0 where it tells of no
    /// status.
    int status() const;

private:
    bool isOneOf(std::initializer_list<int> codes) const;

    std::string_view m_line;
    int m_code = 0;
};

/// A request with its head, as a program printed what it sent: line ends are `\r\n` in letters.
void takePrintedRequest(std::string_view sent, HttpExchange& exchange);
/// The first line of such a text.
std::string_view firstPrintedLine(std::string_view sent);

} // namespace derouter
