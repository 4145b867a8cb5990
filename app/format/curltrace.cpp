// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/texts.h"
#include "format/transcriptdialect.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view info = "== Info: ";
constexpr std::size_t maxBlock = 256 * 1024;

/// Whose bytes a block of the dump holds, by the line above it: `<= Recv header, 34 bytes (0x22)`.
enum class Block : std::uint8_t { None, SentHead, SentBody, Head, Body, Other };

Block blockOf(std::string_view line) {
    constexpr std::pair<std::string_view, Block> titles[] = {
        {"=> Send header, ", Block::SentHead}, {"=> Send data, ", Block::SentBody},
        {"<= Recv header, ", Block::Head},     {"<= Recv data, ", Block::Body},
        {"=> Send SSL data, ", Block::Other},  {"<= Recv SSL data, ", Block::Other}};
    for (const auto& [title, block] : titles)
        if (line.starts_with(title))
            return block;
    return Block::None;
}

/// Without the number of the transfer, of `--trace-ids`: `[0-0] `.
std::string_view withoutIds(std::string_view line) {
    const std::size_t close = line.starts_with('[') ? line.find("] ") : line.npos;
    const auto ids = line.substr(0, close);
    return close != line.npos && ids.find_first_not_of("[0123456789-x") == ids.npos ? line.substr(close + 2)
                                                                                    : line;
}

std::optional<unsigned> hexadecimal(std::string_view text) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// Where the bytes of `0040: …` stand in their block.
std::optional<unsigned> offsetOf(std::string_view line) {
    const std::size_t colon = line.find(": ");
    return colon == line.npos || colon < 4 || colon > 8 ? std::nullopt : hexadecimal(line.substr(0, colon));
}

/// The bytes of a line of `--trace`: sixteen columns of hexadecimal numbers, then characters; nothing when it
/// is none.
std::optional<std::string> bytesOf(std::string_view columns) {
    constexpr std::size_t width = 16;
    if (columns.size() <= 3 * width)
        return std::nullopt;
    std::string bytes;
    for (std::size_t at = 0; at < 3 * width; at += 3) {
        const auto number = columns.substr(at, 2);
        if (number == "  ")
            break;
        const auto value = hexadecimal(number);
        if (!value || columns[at + 2] != ' ')
            return std::nullopt;
        bytes += static_cast<char>(*value);
    }
    return bytes;
}

/// A dump in characters shows the line feeds of a stream of events as dots.
std::string withLineFeeds(std::string_view bytes) {
    std::string lines(bytes);
    if (!bytes.starts_with("event:") && !bytes.starts_with("data:"))
        return lines;
    for (const std::string_view field : {".event: ", ".data: "})
        for (std::size_t at = lines.find(field); at != lines.npos; at = lines.find(field, at))
            lines[at] = '\n';
    return lines;
}

/// The bytes of a body without the sizes of its chunks, `7e` and a CRLF before each; as they are where it has
/// none.
std::string withoutChunks(std::string_view bytes) {
    std::string body;
    for (auto rest = bytes; !rest.empty();) {
        const std::size_t end = rest.find("\r\n");
        std::size_t size = 0;
        const auto [behind, error] =
            std::from_chars(rest.data(), rest.data() + std::min(end, rest.size()), size, 16);
        if (end == rest.npos || end == 0 || error != std::errc() || behind != rest.data() + end)
            return body.empty() ? std::string(bytes) : body;
        rest.remove_prefix(end + 2);
        body += rest.substr(0, size);
        rest.remove_prefix(std::min(size, rest.size()));
        rest.remove_prefix(rest.starts_with("\r\n") ? 2 : 0);
    }
    return body;
}

class CurlTraceDialect final : public TranscriptDialect {
public:
    QString name() const override { return u"curl"_s; }

    bool begins(std::string_view line) const override {
        line = withoutIds(line);
        return line.starts_with(info) || blockOf(line) != Block::None;
    }

    Belongs belongs(std::string_view line, const HttpExchange& exchange) const override {
        line = withoutIds(line);
        if (begins(line) || (m_block != Block::None && offsetOf(line)))
            return Belongs::Surely;
        // curl's output on the same terminal: the body once more.
        const auto output = trimmed(line.substr(0, line.find(info)));
        const bool again = !output.empty() && (exchange.body().find(output) != std::string::npos ||
                                               m_bytes.find(output) != std::string::npos);
        return again || line.find(info) != line.npos ? Belongs::Surely : Belongs::No;
    }

    bool endsBefore(std::string_view line, const HttpExchange& exchange) const override {
        line = withoutIds(line);
        const bool over = m_block >= Block::Head || exchange.status() > 0 || exchange.hasFailed();
        const bool tunnel = exchange.isTunnel() && exchange.status() < 300;
        if (line.starts_with(info))
            return over && !tunnel && isNoteOfNewConnection(line.substr(info.size()));
        return over && !tunnel && m_block != Block::SentHead && blockOf(line) == Block::SentHead;
    }

    void add(std::string_view line, HttpExchange& exchange) override {
        line = withoutIds(line);
        const Block block = blockOf(line);
        if (block == Block::None && !line.starts_with(info) && m_block != Block::None)
            if (const auto offset = offsetOf(line)) {
                addBytes(*offset, line.substr(line.find(": ") + 2));
                return;
            }
        end(exchange);
        m_block = block;
        if (const std::size_t at = line.find(info); at != line.npos)
            takeCurlNote(line.substr(at + info.size()), exchange);
    }

    void end(HttpExchange& exchange) override {
        switch (m_block) {
        case Block::SentHead:
            takeHead(exchange, &HttpExchange::takeRequestLine, &HttpExchange::takeRequestHeader);
            break;
        case Block::SentBody:
            exchange.addRequestBody(m_bytes);
            break;
        case Block::Head:
            if (isStatusLine(m_bytes))
                exchange.takeStatusLine(trimmed(m_bytes));
            else
                exchange.takeHeader(trimmed(m_bytes));
            break;
        case Block::Body:
            exchange.appendBody(withLineFeeds(withoutChunks(m_bytes)));
            break;
        case Block::None:
        case Block::Other:
            break;
        }
        reset();
    }

    void reset() override {
        m_block = Block::None;
        m_bytes.clear();
    }

private:
    using Take = void (HttpExchange::*)(std::string_view);

    /// In characters alone a line ends at a CRLF, which is not shown, or after 64 bytes.
    void addBytes(std::size_t offset, std::string_view shown) {
        if (m_bytes.size() > maxBlock)
            return;
        if (const auto bytes = bytesOf(shown)) {
            m_bytes += *bytes;
            return;
        }
        if (offset > m_bytes.size())
            m_bytes += "\r\n";
        m_bytes += shown;
    }

    void takeHead(HttpExchange& exchange, Take first, Take others) const {
        for (std::size_t at = 0; at < m_bytes.size();) {
            const std::size_t end = std::min(m_bytes.find('\n', at), m_bytes.size());
            const auto line = trimmed(std::string_view(m_bytes).substr(at, end - at));
            (exchange.*(at == 0 ? first : others))(line);
            at = end + 1;
        }
    }

    Block m_block = Block::None;
    std::string m_bytes; ///< of the block
};

} // namespace

std::unique_ptr<TranscriptDialect> makeCurlTraceDialect() {
    return std::make_unique<CurlTraceDialect>();
}

} // namespace derouter
