// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/texts.h"
#include "format/transcriptdialect.h"

#include <algorithm>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view elapsed = "Elapsed time: "; ///< HTTPie's, behind the answer

/// Lines that curl marks, and its own words.
bool isMarked(std::string_view line) {
    if (line.size() < 2)
        return line == ">" || line == "<";
    const char mark = line[0];
    return ((mark == '>' || mark == '<' || mark == '*') && line[1] == ' ') || line.starts_with("{ [") ||
           line.starts_with("} [") || CurlsLastWord::isOne(line) || line.starts_with("Warning: ");
}

/// A proxy's `200 Connection established`, which has no headers.
bool isOpenedTunnel(const HttpExchange& exchange) {
    return exchange.status() == 200 && exchange.body().empty() && !exchange.hasHeaders();
}

/// The length of curl's progress meter at the beginning of a text: twelve columns, of which the ninth to the
/// eleventh are times and the last is a speed; 0 when there is none.
std::size_t meterLength(std::string_view text) {
    std::size_t at = 0;
    for (int column = 1; column <= 12; ++column) {
        at = text.find_first_not_of(' ', at);
        if (at == text.npos)
            return 0;
        const bool time = column >= 9 && column <= 11;
        std::size_t end = at;
        while (end < text.size() &&
               (isDigit(text[end]) || (time ? text[end] == ':' || text[end] == '-' : text[end] == '.')))
            ++end;
        if (!time && end < text.size() && std::string_view("kMGTP").find(text[end]) != std::string_view::npos)
            ++end;
        const bool ends = column == 12 || (end < text.size() && text[end] == ' ');
        if (end == at || !ends || (time && text.substr(at, end - at).find(':') == text.npos))
            return 0;
        at = end;
    }
    return at;
}

bool isMeterHead(std::string_view line) {
    return line.starts_with("  % Total ") ||
           (line.starts_with("    ") && line.find("Dload  Upload") != line.npos);
}

bool isProgressBar(std::string_view line) {
    return line.ends_with('%') && line.find_first_not_of("#=O- 0123456789.%\r") == line.npos;
}

/// What stands behind the meter, which curl writes over and ends with no line feed.
std::string_view withoutMeter(std::string_view line) {
    if (isMeterHead(line) || isProgressBar(line))
        return {};
    while (true) {
        const auto rest = line.starts_with('\r') ? line.substr(1) : line;
        const std::size_t meter = meterLength(rest);
        if (meter == 0)
            return line.starts_with('\r') ? rest : line;
        line = rest.substr(meter);
    }
}

/// `Content-Type: application/json`; a level, such as `INFO: `, is written in capitals.
bool isHeader(std::string_view line) {
    const std::size_t colon = line.find(':');
    const auto isNameChar = [](char c) { return isLetter(c) || isDigit(c) || c == '-' || c == '_'; };
    const auto name = line.substr(0, colon);
    const bool ends = colon + 1 == line.size() || (colon != line.npos && line[colon + 1] == ' ');
    return colon != line.npos && colon > 0 && ends && std::ranges::all_of(name, isNameChar) &&
           std::ranges::any_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Where `HTTP/1.1 529 Overloaded` or curl's last word follows a text without a blank between, and ends the
/// line; npos when none does.
std::size_t gluedHeadIn(std::string_view line) {
    const auto isReason = [](char c) { return isLetter(c) || c == ' ' || c == '-' || c == '\''; };
    for (const std::string_view mark : {"HTTP/", "curl: ("}) {
        const std::size_t at = line.find(mark, 1);
        if (at == line.npos || std::string_view(" \t\"'`(\\/=:,").find(line[at - 1]) != line.npos)
            continue;
        const auto head = trimmed(line.substr(at));
        const std::size_t status = head.find(' ') + 1;
        if (mark.back() == '(' ||
            (isStatusLine(head) && std::ranges::all_of(head.substr(status + 3), isReason)))
            return at;
    }
    return line.npos;
}

/// HTTPie's and a file's: no mark before it and nothing behind.
bool isPlainRequestLine(std::string_view line) {
    const bool ends = line.ends_with("HTTP/1.1") || line.ends_with("HTTP/2") || line.ends_with("HTTP/2.0") ||
                      line.ends_with("HTTP/1.0");
    return ends && isRequestLine(line);
}

/// What a prompt, or a shell that traces, puts before a command: `user@host:~$ `, `+ `.
bool isPrompt(std::string_view before) {
    constexpr std::string_view ends[] = {"$ ", "# ", "% ", "> ", "+ ", "\u276f "};
    if (before.empty() || isDigit(before.front())) // a log's stamp
        return before.empty();
    return std::ranges::any_of(ends, [before](std::string_view end) { return before.ends_with(end); });
}

/// The URL that a line of the command names; not that of a proxy, nor one in a header or in what is sent.
std::string_view calledUrl(std::string_view line) {
    constexpr std::string_view options[] = {"-x", "--proxy", "-e", "--referer"};
    std::string_view before;
    while (!line.empty()) {
        const auto word = line.substr(0, line.find(' '));
        const auto url = trimmed(word, "'\"\\;");
        const bool other = before.ends_with(':') || std::ranges::find(options, before) != std::end(options);
        if ((url.starts_with("http://") || url.starts_with("https://")) && !other)
            return url;
        before = word;
        line.remove_prefix(std::min(word.size() + 1, line.size()));
    }
    return {};
}

class CurlDialect final : public TranscriptDialect {
public:
    QString name() const override { return u"curl"_s; }

    bool begins(std::string_view line) const override {
        if (line.starts_with("> "))
            return isRequestLine(line.substr(2));
        if (line.starts_with("* "))
            return isNoteOfNewConnection(line.substr(2)) || line.starts_with("* Connected to ") ||
                   line.starts_with("* Establish HTTP proxy tunnel to ");
        if (line.starts_with("< "))
            return isStatusLine(line.substr(2));
        if (CurlsLastWord::isOne(line)) {
            const CurlsLastWord word(line);
            return word.saysNetworkFailed() ? word.namesHost() || knowsAddress()
                                            : word.status() > 0 && knowsAddress();
        }
        return isStatusLine(line) || isPlainRequestLine(line) || isErrorOfHttpie(line) ||
               line.starts_with("  % Total ") || isCurlCommand(line);
    }

    Belongs belongs(std::string_view line, const HttpExchange& exchange) const override {
        const auto bare = withoutMeter(line);
        if (m_inCommand || bare.size() < line.size() || isMarked(bare) || begins(bare))
            return Belongs::Surely;
        switch (m_part) {
        case Part::RequestHead:
            return surelyIf(bare.empty() || isHeader(bare) || isErrorOfHttpie(bare));
        case Part::RequestBody:
            return surelyIf(
                bare.empty() || isErrorOfHttpie(bare) ||
                (!exchange.requestBodyIsComplete() && (m_inRequestBody || bare.starts_with('{'))));
        case Part::Marked:
        case Part::Head:
        case Part::Body:
            break;
        }
        // A body that is complete leaves the next line to others.
        if (m_hasEnded || exchange.bodyIsComplete())
            return surelyIf(m_part == Part::Body && (bare.empty() || bare.starts_with(elapsed)));
        return exchange.status() > 0 || !exchange.body().empty() ? Belongs::ToBody : Belongs::No;
    }

    bool endsBefore(std::string_view line, const HttpExchange& exchange) const override {
        if (m_inCommand || isCurlCommand(line))
            return !m_inCommand;
        const auto bare = withoutMeter(line);
        const bool answered = exchange.status() > 0 && !isTunnelling(exchange);
        if (isErrorOfHttpie(bare))
            return answered || exchange.hasFailed();
        if (bare.starts_with("> ") || (!isInRequestBody(exchange) && isPlainRequestLine(bare)))
            return isRequestLine(bare.starts_with("> ") ? bare.substr(2) : bare) &&
                   (answered || (exchange.hasRequest() && exchange.status() == 0) || exchange.hasFailed());
        if (bare.starts_with("* "))
            return isNoteOfNewConnection(bare.substr(2)) && (answered || exchange.hasFailed());
        if (CurlsLastWord::isOne(bare))
            return m_hasEnded || m_wordCameFirst || isOfAnother(bare, exchange);
        if (isStatusLine(bare) && m_hasEnded && !exchange.hasHeaders())
            return !m_wordCameFirst || (exchange.status() > 0 && exchange.status() != statusOf(bare));
        // `curl -i` after `curl -i`; what came before a final status is no exchange of its own.
        return isStatusLine(bare) && exchange.status() > 0 &&
               !(exchange.isInterim() && exchange.body().empty()) && !isOpenedTunnel(exchange);
    }

    std::size_t endOfBodyIn(std::string_view line, const HttpExchange& exchange) const override {
        const bool inBody = m_part == Part::Body || (m_part == Part::Marked && !isMarked(line));
        if (!inBody || m_inCommand || exchange.status() == 0)
            return line.size();
        const std::size_t end = exchange.endOfBodyIn(line);
        const auto next = line.substr(end);
        if (end < line.size())
            return isMarked(next) || isStatusLine(next) || isPlainRequestLine(next) || isMeterHead(next)
                       ? end
                       : line.size();
        const bool json = exchange.body().starts_with('{') || line.starts_with('{');
        return json ? line.size() : std::min(gluedHeadIn(line), line.size());
    }

    void add(std::string_view line, HttpExchange& exchange) override {
        addAnyLine(line, exchange);
        if (const auto host = exchange.host(); !host.empty())
            m_lastHost = host;
        m_sawId = m_sawId || exchange.hasRequestId();
    }

    bool isSequential() const override { return m_part == Part::RequestHead || m_part == Part::RequestBody; }

    /// An answer that came below the word for its end has not made up for it.
    void end(HttpExchange& exchange) override {
        if (!m_lastWord.empty())
            exchange.fail(m_lastWord);
    }

    void reset() override {
        m_part = Part::Marked;
        m_hasEnded = m_wordCameFirst = m_inRequestBody = m_inCommand = false;
        m_lastWord.clear();
    }

private:
    enum class Part : std::uint8_t { Marked, RequestHead, RequestBody, Head, Body };

    static Belongs surelyIf(bool does) { return does ? Belongs::Surely : Belongs::No; }

    /// What is sent may hold a request line, too.
    bool isInRequestBody(const HttpExchange& exchange) const {
        return m_part == Part::RequestBody && m_inRequestBody && !exchange.requestBodyIsComplete();
    }

    /// Where an exchange went of which curl tells no more than its end: where the others go.
    bool knowsAddress() const { return m_sawId || !m_lastHost.empty(); }

    /// Whether curl's last word is that of a request of which nothing was printed: the open exchange had come
    /// to its end.
    static bool isOfAnother(std::string_view line, const HttpExchange& exchange) {
        const int status = exchange.status();
        if (status < 200 || exchange.hasFailed() || isTunnelling(exchange) || isOpenedTunnel(exchange))
            return false;
        const CurlsLastWord word(line);
        if (word.status() > 0)
            return word.status() != status;
        if (word.saysNothingCame()) // where a redirect leads to, it may be of that
            return status < 300 || status >= 400;
        return exchange.isWhole() || (word.saysNoBodyCame() && !exchange.body().empty());
    }

    /// A proxy was asked for a tunnel, and its answer is not the API's.
    static bool isTunnelling(const HttpExchange& exchange) {
        return exchange.isTunnel() && (exchange.status() < 300 || exchange.status() == 407);
    }

    void addAnyLine(std::string_view line, HttpExchange& exchange) {
        if (m_inCommand || isCurlCommand(line)) {
            addCommand(line, exchange);
            return;
        }
        const bool blank = line.empty();
        line = withoutMeter(line);
        if (line.empty() && !blank)
            return;
        const auto marked = line.size() > 2 ? line.substr(2) : std::string_view();
        if (line.starts_with('>') && isMarked(line))
            addRequest(marked, exchange);
        else if (line.starts_with('<') && isMarked(line))
            addHead(marked, exchange);
        else if (CurlsLastWord::isOne(line))
            addLastWord(line, exchange);
        else if (line.starts_with("* "))
            takeCurlNote(marked, exchange);
        else if (!isMarked(line))
            addPlain(line, exchange);
    }

    /// A backslash leads to the command's next line.
    void addCommand(std::string_view line, HttpExchange& exchange) {
        m_inCommand = line.ends_with('\\');
        if (const auto url = calledUrl(line); !url.empty())
            exchange.takeCalledUrl(url);
    }

    static void addRequest(std::string_view line, HttpExchange& exchange) {
        if (isRequestLine(line))
            exchange.takeRequestLine(line);
        else
            exchange.takeRequestHeader(line);
    }

    static void addHead(std::string_view line, HttpExchange& exchange) {
        if (isStatusLine(line))
            exchange.takeStatusLine(line);
        else
            exchange.takeHeader(line);
    }

    void addLastWord(std::string_view line, HttpExchange& exchange) {
        const CurlsLastWord word(line);
        const bool first = exchange.status() == 0 && !exchange.hasRequest() && !exchange.hasFailed();
        m_hasEnded = true;
        // What is written to a file waits in a buffer, while an error does not.
        m_wordCameFirst = first && (word.status() > 0 || word.saysPartCame());
        exchange.takeLikelyAddress(m_lastHost);
        if (!word.saysNetworkFailed()) {
            if (exchange.status() == 0)
                exchange.takeStatus(word.status());
            return;
        }
        if (isOpenedTunnel(exchange)) // and no more than that was
            exchange.takeStatus(0);
        if (word.status() > 0 && exchange.status() == 0)
            exchange.takeTunnelRefused(word.status());
        takeCurlNote(line, exchange);
        exchange.fail(line);
        m_lastWord = line;
    }

    void addErrorOfHttpie(std::string_view line, HttpExchange& exchange) {
        constexpr std::string_view mark = " request to URL: ";
        const std::size_t at = line.find(mark);
        if (at != line.npos && !exchange.hasRequest())
            exchange.takeUrl(line.substr(at + mark.size()));
        m_hasEnded = true;
        exchange.takeLikelyAddress(m_lastHost);
        exchange.fail(line);
    }

    /// Lines without a mark: the answer with its head, or what HTTPie sent before it.
    void addPlain(std::string_view line, HttpExchange& exchange) {
        if (isStatusLine(line) && exchange.body().empty()) {
            m_hasEnded = false;
            exchange.takeStatusLine(line);
            m_part = Part::Head;
        } else if (m_part != Part::RequestBody && exchange.status() == 0 && isPlainRequestLine(line)) {
            exchange.takeRequestLine(line);
            m_part = Part::RequestHead;
        } else if (isErrorOfHttpie(line)) {
            addErrorOfHttpie(line, exchange);
        } else if (m_part == Part::RequestHead || m_part == Part::Head) {
            addHeadLine(trimmed(line), exchange);
        } else if (m_part == Part::RequestBody) {
            m_inRequestBody = m_inRequestBody || !trimmed(line).empty();
            exchange.addRequestBody(line);
        } else if (line.starts_with(elapsed)) {
            exchange.takeDuration(line.substr(elapsed.size()));
        } else if (!line.empty() || !exchange.body().empty()) {
            exchange.addBody(line);
        }
    }

    void addHeadLine(std::string_view line, HttpExchange& exchange) {
        const bool request = m_part == Part::RequestHead;
        if (line.empty())
            m_part = request ? Part::RequestBody : Part::Body;
        else if (request)
            exchange.takeRequestHeader(line);
        else
            exchange.takeHeader(line);
    }

    Part m_part = Part::Marked;
    bool m_hasEnded = false;      ///< curl has said its last word
    bool m_wordCameFirst = false; ///< before the answer that it is about
    bool m_inRequestBody = false; ///< what was sent has begun
    bool m_inCommand = false;     ///< the command goes on in the next line
    std::string m_lastWord;       ///< of a failure
    std::string m_lastHost;       ///< that an exchange named; outlives it
    bool m_sawId = false;         ///< an exchange had a request-id; the same
};

} // namespace

bool isCurlCommand(std::string_view line) {
    constexpr std::size_t longestPrompt = 80;
    constexpr std::string_view command = "curl ";
    const std::size_t at = line.substr(0, longestPrompt).find(command);
    return at != line.npos && isPrompt(line.substr(0, at)) && line.find("--version") == line.npos;
}

std::unique_ptr<TranscriptDialect> makeCurlDialect() {
    return std::make_unique<CurlDialect>();
}

} // namespace derouter
