// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/texts.h"
#include "format/transcriptdialect.h"

#include <algorithm>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view sentMark = ">>>>>>>> ";
constexpr std::string_view receivedMark = " <<<<<<<< ";
constexpr std::string_view errorMark = " -------- ";
constexpr std::string_view headEnd = "  "; ///< two line ends
constexpr std::size_t statusBytes = 5;     ///< of ` 529 `, behind which the reason may be empty

/// A request or an answer whose line ends a logger made blanks.
struct Message {
    std::string_view first; ///< its first line, perhaps with headers behind it
    std::string_view head;  ///< the headers, with the last words of the first line before them
    std::string_view body;
};

/// Where the next header's name begins, behind `from`: `request-id: req_…`; npos behind the last.
std::size_t nextName(std::string_view head, std::size_t from) {
    for (std::size_t colon = head.find(": ", from); colon != head.npos; colon = head.find(": ", colon + 1)) {
        const std::size_t blank = head.rfind(' ', colon);
        if (blank != head.npos && blank >= from && blank + 1 < colon)
            return blank + 1;
    }
    return head.npos;
}

/// Takes the message off the beginning of the text; its body, if it is JSON, may hold anything.
Message takeMessage(std::string_view& text, std::string_view endMark) {
    const std::size_t mark = std::min(text.find(endMark), text.size());
    const std::size_t status = text.starts_with("HTTP/") ? text.find(' ') + statusBytes : 0;
    const std::size_t head = std::min(text.find(headEnd, status), mark);
    const auto rest = text.substr(head);
    const std::size_t blanks = std::min(rest.find_first_not_of(' '), rest.size());
    const bool json = rest.substr(blanks).starts_with('{');
    const std::size_t closed = json ? endOfBraces(rest.substr(blanks), 0) : rest.npos;
    const std::size_t end =
        closed == rest.npos ? mark : std::min(text.find(endMark, head + blanks + closed), text.size());
    const std::size_t names = std::min(nextName(text.substr(0, head), 0), head);
    const Message message{.first = trimmed(text.substr(0, names)),
                          .head = text.substr(names, head - names),
                          .body = trimmed(text.substr(head, end - head))};
    text.remove_prefix(std::min(end + endMark.size(), text.size()));
    return message;
}

template <typename Take> void forEachHeader(std::string_view head, const Take& take) {
    while (!head.empty()) {
        const std::size_t next = std::min(nextName(head, head.find(": ") + 2), head.size());
        take(trimmed(head.substr(0, next)));
        head.remove_prefix(next);
    }
}

/// Guzzle's `MessageFormatter::DEBUG` behind a logger's prefix, on one line: what was sent, what came and why
/// nothing did.
class GuzzleDialect final : public TranscriptDialect {
public:
    QString name() const override { return u"guzzle"_s; }

    bool begins(std::string_view line) const override { return sentIn(line) != line.npos; }
    bool beginsBehindPrefix(std::string_view line) const override { return begins(line); }
    Belongs belongs(std::string_view, const HttpExchange&) const override { return Belongs::No; }
    bool endsBefore(std::string_view, const HttpExchange&) const override { return true; }

    void add(std::string_view line, HttpExchange& exchange) override {
        const std::size_t at = sentIn(line);
        auto text = line.substr(at + sentMark.size());
        const Message sent = takeMessage(text, receivedMark);
        exchange.takeRequestLine(sent.first);
        forEachHeader(sent.head, [&](std::string_view header) { exchange.takeRequestHeader(header); });
        exchange.addRequestBody(sent.body);
        exchange.takeStamp(line.substr(line.starts_with('[') ? 1 : 0));
        const Message received = takeMessage(text, errorMark);
        if (isStatusLine(received.first)) {
            exchange.takeStatusLine(received.first);
            forEachHeader(received.head, [&](std::string_view header) { exchange.takeHeader(header); });
            exchange.addBody(received.body);
        } else {
            exchange.fail(trimmed(text.substr(0, text.find(" [] ["))));
        }
    }

    bool isOver() const override { return true; }
    std::optional<Reporter> reporter() const override { return Reporter::HttpClient; }
    void reset() override {}

private:
    static std::size_t sentIn(std::string_view line) {
        constexpr std::size_t longestPrefix = 120;
        const std::size_t at = line.substr(0, longestPrefix).find(sentMark);
        if (at == line.npos)
            return at;
        const auto text = line.substr(at + sentMark.size());
        return isRequestLine(text.substr(0, text.find(": "))) ? at : line.npos;
    }
};

} // namespace

std::unique_ptr<TranscriptDialect> makeGuzzleDialect() {
    return std::make_unique<GuzzleDialect>();
}

} // namespace derouter
