// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/texts.h"
#include "format/transcriptdialect.h"

#include <algorithm>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view replayed = "[replay]";

bool isAddress(std::string_view text) {
    const std::size_t port = text.rfind(':');
    return port != text.npos && port > 0 && port + 1 < text.size() &&
           std::ranges::all_of(text.substr(port + 1), isDigit);
}

/// `192.0.2.7:50112: POST https://host/path HTTP/2.0`, `[replay]: POST …`; gives the request.
std::string_view requestIn(std::string_view line) {
    const std::size_t space = line.find(": ");
    if (space == line.npos || space > 60)
        return {};
    const auto client = line.substr(0, space);
    const auto request = line.substr(space + 2);
    const std::size_t target = request.find(' ');
    const bool known = client == replayed || isAddress(client);
    const bool method =
        target != request.npos && target > 0 &&
        std::ranges::all_of(request.substr(0, target), [](char c) { return c >= 'A' && c <= 'Z'; });
    return known && method && request.substr(target + 1).starts_with("http") ? request : std::string_view();
}

/// What stands behind the arrows of ` << 529 Overloaded 142b`; nothing when the line is no answer.
std::string_view answerIn(std::string_view line) {
    if (line.starts_with(replayed))
        line.remove_prefix(replayed.size());
    line = trimmed(line);
    return line.starts_with("<< ") ? trimmed(line.substr(3)) : std::string_view();
}

class MitmdumpDialect final : public TranscriptDialect {
public:
    QString name() const override { return u"mitmdump"_s; }

    bool begins(std::string_view line) const override { return !requestIn(line).empty(); }

    /// Below the request everything but the answer's line is indented by four.
    Belongs belongs(std::string_view line, const HttpExchange&) const override {
        const bool does = line.empty() || line.starts_with("    ") || begins(line) || !answerIn(line).empty();
        return does ? Belongs::Surely : Belongs::No;
    }

    bool endsBefore(std::string_view line, const HttpExchange&) const override { return begins(line); }

    void add(std::string_view line, HttpExchange& exchange) override {
        if (const auto request = requestIn(line); !request.empty()) {
            exchange.takeRequestLine(request);
            m_inHead = true;
        } else if (const auto answer = answerIn(line); !answer.empty()) {
            addAnswer(answer, exchange);
        } else {
            addIndented(line, exchange);
        }
    }

    void reset() override { m_inHead = true; }

private:
    void addAnswer(std::string_view answer, HttpExchange& exchange) {
        if (statusOf(answer) > 0)
            exchange.takeStatusLine(answer);
        else
            exchange.fail(answer);
        m_inHead = true;
    }

    /// Headers, and behind an empty line the body.
    void addIndented(std::string_view line, HttpExchange& exchange) {
        const auto text = trimmed(line);
        const bool answered = exchange.status() > 0;
        if (text.empty() && m_inHead)
            m_inHead = false;
        else if (!m_inHead)
            answered ? exchange.addBody(text) : exchange.addRequestBody(text);
        else
            answered ? exchange.takeHeader(text) : exchange.takeRequestHeader(text);
    }

    bool m_inHead = true;
};

} // namespace

std::unique_ptr<TranscriptDialect> makeMitmdumpDialect() {
    return std::make_unique<MitmdumpDialect>();
}

} // namespace derouter
