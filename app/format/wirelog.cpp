// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// As Apache HttpClient's class Wire and those that use it print it: a line of the wire ends at a line feed or
// at the end of what was read at once; bytes that are no printable ASCII stand as `[\r]`, `[\n]`, `[0xe4]`.

#include "format/wirelog.h"

#include "format/texts.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t longestPrefix = 250;
constexpr std::size_t maxBody = 256 * 1024;
constexpr std::string_view oldWire = "httpclient.wire.";

/// `http-outgoing-7`, `c-0000000003`
bool isConnection(std::string_view word) {
    const std::size_t hyphen = word.rfind('-');
    return hyphen != word.npos && hyphen > 0 && hyphen + 1 < word.size() &&
           std::ranges::all_of(word.substr(hyphen + 1), isDigit) &&
           std::ranges::all_of(word.substr(0, hyphen),
                               [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

/// The number that begins `text`; nothing where it begins with none.
std::optional<std::size_t> leadingNumber(std::string_view text, int base) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    return error == std::errc() ? std::optional(value) : std::nullopt;
}

/// Appends the byte that stands escaped at the beginning of `text`; gives how long that is, 0 when none does.
std::size_t appendEscaped(std::string_view text, std::string& bytes) {
    if (text.starts_with("[\\r]") || text.starts_with("[\\n]")) {
        bytes += text[2] == 'r' ? '\r' : '\n';
        return 4;
    }
    const std::size_t end = text.substr(0, 6).find(']');
    const auto byte = text.starts_with("[0x") && end != text.npos ? leadingNumber(text.substr(3, end - 3), 16)
                                                                  : std::nullopt;
    if (!byte || *byte > 0xFF)
        return 0;
    bytes += static_cast<char>(*byte);
    return end + 1;
}

void appendUnescaped(std::string_view text, std::string& bytes) {
    while (!text.empty()) {
        const std::size_t plain = std::min(text.find('['), text.size());
        bytes += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty())
            return;
        const std::size_t escaped = appendEscaped(text, bytes);
        if (escaped == 0)
            bytes += text.front();
        text.remove_prefix(std::max<std::size_t>(escaped, 1));
    }
}

/// The bytes of a chunked body that are there, without the sizes between them.
std::string withoutChunks(std::string_view body) {
    std::string bytes;
    while (const auto size = leadingNumber(body, 16)) {
        body.remove_prefix(std::min(body.find('\n'), body.size() - 1) + 1);
        bytes += body.substr(0, *size);
        body.remove_prefix(std::min(*size + 2, body.size()));
        if (body.empty())
            break;
    }
    return bytes;
}

bool isRequest(const WireLine& line) {
    return line.sent && isRequestLine(line.content);
}

class WireDialect final : public TranscriptDialect {
public:
    QString name() const override { return u"apache-httpclient"_s; }

    bool begins(std::string_view line) const override {
        const auto wire = wireLineIn(line);
        return wire && (isRequest(*wire) || (!wire->sent && isStatusLine(wire->content)));
    }

    Belongs belongs(std::string_view line, const HttpExchange&) const override {
        return wireLineIn(line) ? Belongs::Surely : Belongs::No;
    }

    /// The two logs tell the same request one after the other.
    bool endsBefore(std::string_view line, const HttpExchange& exchange) const override {
        const auto wire = wireLineIn(line);
        return wire && isRequest(*wire) &&
               (exchange.status() > 0 || (wire->quoted ? m_quotedRequest : m_bareRequest));
    }

    void add(std::string_view line, HttpExchange& exchange) override {
        const auto wire = wireLineIn(line);
        if (!wire)
            return;
        if (!wire->sent && !wire->prefix.empty())
            exchange.takeStamp(wire->prefix);
        if (wire->quoted)
            addBytes(*wire, exchange);
        else
            addHead(wire->content, wire->sent, exchange);
        if (isRequest(*wire))
            (wire->quoted ? m_quotedRequest : m_bareRequest) = true;
    }

    void end(HttpExchange& exchange) override {
        if (!m_isPacked)
            exchange.appendBody(m_isChunked ? withoutChunks(m_answer) : m_answer);
        const auto sent = trimmed(m_request);
        if (sent.starts_with('{'))
            exchange.addRequestBody(sent);
    }

    bool isOver() const override {
        return m_part == Part::AnswerBody &&
               (m_isChunked ? m_answer.ends_with("\n0\r\n\r\n") || m_answer == "0\r\n\r\n"
                            : m_length && m_answer.size() >= *m_length);
    }

    bool awaitsBody() const override { return m_part == Part::AnswerBody && !isOver(); }
    std::optional<Reporter> reporter() const override { return Reporter::HttpClient; }

    void reset() override { *this = WireDialect(); }

private:
    /// What the next bytes of the wire are.
    enum class Part : std::uint8_t {
        RequestHead,
        RequestBody,
        AnswerHead,
        AnswerBody,
    };

    void addHead(std::string_view line, bool sent, HttpExchange& exchange) {
        if (sent)
            isRequestLine(line) ? exchange.takeRequestLine(line) : exchange.takeRequestHeader(line);
        else if (isStatusLine(line))
            exchange.takeStatusLine(line);
        else
            addAnswerHeader(line, exchange);
    }

    void addAnswerHeader(std::string_view line, HttpExchange& exchange) {
        exchange.takeHeader(line);
        const std::size_t colon = std::min(line.find(':'), line.size() - 1);
        const std::string name = lowerCase(line.substr(0, colon));
        const auto value = trimmed(line.substr(colon + 1));
        if (name == "transfer-encoding")
            m_isChunked = value.ends_with("chunked");
        else if (name == "content-encoding")
            m_isPacked = value != "identity";
        else if (name == "content-length")
            m_length = leadingNumber(value, 10);
    }

    void addBytes(const WireLine& wire, HttpExchange& exchange) {
        const auto line = wire.content.substr(0, wire.content.find("[\\r][\\n]"));
        if (wire.sent && isRequestLine(line))
            m_part = Part::RequestHead;
        else if (!wire.sent && m_part != Part::AnswerBody && isStatusLine(line))
            m_part = Part::AnswerHead;
        else if (!wire.sent && addFailure(line, exchange))
            return;
        const bool answer = m_part == Part::AnswerHead || m_part == Part::AnswerBody;
        if (answer == wire.sent)
            return;
        if (m_part == Part::AnswerBody || m_part == Part::RequestBody)
            addBody(wire.content, answer ? m_answer : m_request);
        else if (line.empty())
            m_part = endsHead(answer, exchange.status());
        else
            addHead(line, wire.sent, exchange);
    }

    static Part endsHead(bool answer, int status) {
        if (!answer)
            return Part::RequestBody;
        return status < 200 ? Part::RequestBody : Part::AnswerBody; // behind `100 Continue`
    }

    static void addBody(std::string_view content, std::string& body) {
        if (body.size() < maxBody)
            appendUnescaped(content, body);
    }

    /// `[read] I/O error: Read timed out`, `end of stream`. Between two requests they are how the library
    /// asks whether the connection still stands.
    bool addFailure(std::string_view line, HttpExchange& exchange) const {
        constexpr std::string_view failed = "[read] I/O error: ";
        const bool read = line.starts_with(failed);
        if (!read && line != "end of stream")
            return false;
        const bool awaited = exchange.hasRequest() && exchange.status() == 0;
        const bool brokeOff = m_part == Part::AnswerBody && m_isChunked && !isOver();
        if (awaited || brokeOff)
            exchange.fail(read ? line.substr(failed.size()) : line);
        return true;
    }

    Part m_part = Part::RequestHead;
    std::string m_request;
    std::string m_answer;
    std::optional<std::size_t> m_length; ///< of the answer's body
    bool m_isChunked = false;
    bool m_isPacked = false;
    bool m_bareRequest = false;
    bool m_quotedRequest = false;
};

} // namespace

std::optional<WireLine> wireLineIn(std::string_view line) {
    const auto head = line.substr(0, longestPrefix);
    std::size_t at = head.find(" >> ");
    const bool sent = at != head.npos && head.substr(0, at).find(" << ") == head.npos;
    if (!sent)
        at = head.find(" << ");
    if (at == head.npos)
        return std::nullopt;
    const std::size_t begin = line.rfind(' ', at - 1) + 1; // npos + 1 is the line's beginning
    const auto connection = line.substr(at > 0 ? begin : 0, at - begin);
    const bool old = !isConnection(connection);
    if (old && head.substr(0, at).find(oldWire) == head.npos)
        return std::nullopt;
    WireLine wire{.connection = old ? std::string_view() : connection,
                  .prefix = line.substr(0, begin),
                  .sent = sent,
                  .content = line.substr(at + 4)};
    wire.quoted = wire.content.size() > 1 && wire.content.front() == '"' && wire.content.back() == '"';
    if (wire.quoted)
        wire.content = wire.content.substr(1, wire.content.size() - 2);
    return wire;
}

std::unique_ptr<TranscriptDialect> makeWireDialect() {
    return std::make_unique<WireDialect>();
}

} // namespace derouter
