// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// HTTP exchanges as Ruby's libraries print them.

#include "format/escapesequences.h"
#include "format/spellings.h"
#include "format/texts.h"
#include "format/transcriptdialect.h"

#include <algorithm>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

/// What stands in quotes behind an arrow, as `String#dump` wrote it; nothing where the line is none.
std::optional<std::string_view> dumpedBehind(std::string_view arrow, std::string_view line) {
    if (!line.starts_with(arrow) || line.size() < arrow.size() + 2)
        return std::nullopt;
    const auto text = line.substr(arrow.size());
    const bool quoted = text.front() == '"' && text.back() == '"';
    return quoted ? std::optional(text.substr(1, text.size() - 2)) : std::nullopt;
}

/// `Net::HTTP` with `set_debug_output`: what is sent and what comes, each piece as it goes over the line.
class NetHttpDialect final : public TranscriptDialect {
public:
    QString name() const override { return u"ruby-net-http"_s; }

    bool begins(std::string_view line) const override {
        return line.starts_with(opening) || beginsRequest(line) || isStatusLine(receivedIn(line));
    }

    Belongs belongs(std::string_view line, const HttpExchange&) const override {
        constexpr std::string_view words[] = {
            "opened", "starting SSL for ", "SSL established", "reading ", "read ", "Conn ", "<- \"",
            "-> \"",  "<- body :"};
        const bool own =
            std::ranges::any_of(words, [line](std::string_view word) { return line.starts_with(word); });
        return begins(line) || (own && !m_over) ? Belongs::Surely : Belongs::No;
    }

    bool endsBefore(std::string_view line, const HttpExchange& exchange) const override {
        const bool begun = exchange.hasRequest() || exchange.status() > 0 || m_over;
        if (line.starts_with(opening))
            return begun || exchange.hasAddress();
        if (isStatusLine(receivedIn(line)) && !m_inBody)
            return exchange.status() >= 200;
        return begun && beginsRequest(line);
    }

    void add(std::string_view line, HttpExchange& exchange) override {
        if (const auto sent = dumpedBehind("<- ", line))
            addSent(*sent, exchange);
        else if (const auto received = dumpedBehind("-> ", line))
            addReceived(withoutEscapeSequences(*received), exchange);
        else if (line.starts_with(opening))
            exchange.takeAddress(line.substr(opening.size(), line.find(':') - opening.size()));
        else if (line.starts_with("read"))
            m_inBody = line.starts_with("reading ");
        else if (line.starts_with("Conn "))
            close(line, exchange);
    }

    bool isOver() const override { return m_over; }
    bool isSequential() const override { return true; }
    std::optional<Reporter> reporter() const override { return Reporter::HttpClient; }

    void reset() override { m_inBody = m_over = false; }

private:
    static constexpr std::string_view opening = "opening connection to ";

    static std::string_view receivedIn(std::string_view line) {
        const auto text = dumpedBehind("-> ", line).value_or(std::string_view());
        return text.substr(0, text.find('\\'));
    }

    static bool beginsRequest(std::string_view line) {
        const auto sent = dumpedBehind("<- ", line);
        return sent && isRequestLine(firstPrintedLine(*sent));
    }

    static void addSent(std::string_view sent, HttpExchange& exchange) {
        if (isRequestLine(firstPrintedLine(sent)))
            takePrintedRequest(sent, exchange);
        else
            exchange.addRequestBody(withoutEscapeSequences(sent));
    }

    /// A head comes line by line, a body in pieces between `reading 142 bytes...` and `read 142 bytes`; what
    /// comes elsewhere parts its chunks.
    void addReceived(std::string_view received, HttpExchange& exchange) const {
        const auto line = trimmed(received);
        if (m_inBody)
            exchange.appendBody(line.empty() ? std::string_view() : received);
        else if (isStatusLine(line))
            exchange.takeStatusLine(line);
        else
            exchange.takeHeader(line);
    }

    /// `Conn close because of error Net::ReadTimeout with #<TCPSocket:(closed)>`.
    void close(std::string_view line, HttpExchange& exchange) {
        constexpr std::string_view mark = "because of ";
        m_over = true;
        if (const std::size_t at = line.find(mark); at != line.npos)
            exchange.fail(line.substr(at + mark.size()));
    }

    bool m_inBody = false;
    bool m_over = false;
};

/// HTTParty with `log_format :curl`: one message of a logger, whose lines have the library's own mark, but
/// for those of the answer's body.
class HttpartyDialect final : public TranscriptDialect {
public:
    QString name() const override { return u"httparty"_s; }

    bool begins(std::string_view line) const override {
        return line.starts_with(tag) && beginsBehindPrefix(line);
    }

    bool beginsBehindPrefix(std::string_view line) const override {
        const auto said = behindMark(line);
        const std::size_t url = said.find(' ', 2);
        return said.starts_with("> ") && url != said.npos && isCapitals(said.substr(2, url - 2)) &&
               said.substr(url + 1).starts_with("http");
    }

    Belongs belongs(std::string_view line, const HttpExchange&) const override {
        if (m_over)
            return Belongs::No;
        if (line.starts_with(tag))
            return behindMark(line).empty() ? Belongs::No : Belongs::Surely;
        return m_inBody ? Belongs::ToBody : Belongs::No;
    }

    bool endsBefore(std::string_view line, const HttpExchange&) const override {
        return line.starts_with(tag) && beginsBehindPrefix(line);
    }

    void add(std::string_view line, HttpExchange& exchange) override {
        const bool marked = line.starts_with(tag) || !exchange.hasRequest();
        const auto said = marked ? behindMark(line) : std::string_view();
        if (said.empty()) {
            exchange.addBody(line);
            return;
        }
        const auto text = trimmed(said.substr(1));
        if (said.front() == '<')
            addAnswer(text, exchange);
        else if (!exchange.hasRequest())
            addRequest(line, text, exchange);
        else if (text.starts_with('{'))
            exchange.addRequestBody(text);
    }

    bool isOver() const override { return m_over; }

    void reset() override { m_inBody = m_over = false; }

private:
    static constexpr std::string_view tag = "[HTTParty] [";

    /// `> …` or `< …` behind `[HTTParty] [2026-11-03 09:14:07 +0000] `; nothing where the line has no mark.
    static std::string_view behindMark(std::string_view line) {
        constexpr std::size_t longestPrefix = 120;
        const std::size_t at = line.substr(0, longestPrefix).find(tag);
        const std::size_t end = at == line.npos ? line.npos : line.find("] ", at + tag.size());
        const auto said = end == line.npos ? std::string_view() : line.substr(end + 2);
        return said.starts_with("> ") || said.starts_with("< ") ? said : std::string_view();
    }

    static void addRequest(std::string_view line, std::string_view request, HttpExchange& exchange) {
        const std::size_t stamp = line.find(tag) + tag.size();
        exchange.takeRequestLine(std::string(request) + " HTTP/1.1");
        exchange.takeStamp(line.substr(stamp, line.find(']', stamp) - stamp));
    }

    void addAnswer(std::string_view text, HttpExchange& exchange) {
        if (isStatusLine(text)) {
            exchange.takeStatusLine(text);
        } else if (!text.empty()) {
            exchange.takeHeader(text);
        } else {
            m_over = m_inBody;
            m_inBody = true;
        }
    }

    bool m_inBody = false;
    bool m_over = false;
};

} // namespace

std::unique_ptr<TranscriptDialect> makeNetHttpDialect() {
    return std::make_unique<NetHttpDialect>();
}

std::unique_ptr<TranscriptDialect> makeHttpartyDialect() {
    return std::make_unique<HttpartyDialect>();
}

} // namespace derouter
