// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/accesslayout.h"
#include "format/texts.h"
#include "format/transcriptdialect.h"

#include <algorithm>

namespace derouter {

using namespace Qt::StringLiterals;

static constexpr std::string_view lineEnd = "\\r\\n"; // as a repr writes it

namespace {

constexpr std::string_view replied = "reply: '";
constexpr std::string_view noReply = "reply: ''"; ///< the connection was closed
constexpr std::string_view named = "header: ";

/// What stands in the repr behind `send: `; nothing where the line is none.
std::string_view sentIn(std::string_view line) {
    constexpr std::string_view sent = "send: b";
    if (!line.starts_with(sent) || line.size() < sent.size() + 2)
        return {};
    const char quote = line[sent.size()];
    const auto text = line.substr(sent.size() + 1);
    const bool whole = (quote == '\'' || quote == '"') && text.back() == quote;
    return whole ? text.substr(0, text.size() - 1) : std::string_view();
}

bool isReply(std::string_view line) {
    return line.starts_with(replied) && isStatusLine(line.substr(replied.size()));
}

/// `http.client` of Python with its debug level set, which prints to standard output what it sends and what
/// comes back. urllib3's log tells of the same request behind it.
class PythonHttpClientDialect final : public TranscriptDialect {
public:
    QString name() const override { return u"python-http-client"_s; }

    bool begins(std::string_view line) const override {
        return isRequestLine(firstPrintedLine(sentIn(line))) || isReply(line);
    }

    Belongs belongs(std::string_view line, const HttpExchange& exchange) const override {
        const bool own = !sentIn(line).empty() || isReply(line) || line == noReply || line.starts_with(named);
        return own || tellsAgain(line, exchange) ? Belongs::Surely : Belongs::No;
    }

    bool endsBefore(std::string_view line, const HttpExchange& exchange) const override {
        const bool answered = exchange.status() >= 200;
        return m_toldAgain || (answered && (isReply(line) || !sentIn(line).empty())) ||
               (exchange.hasRequest() && isRequestLine(firstPrintedLine(sentIn(line))));
    }

    void add(std::string_view line, HttpExchange& exchange) override {
        if (const auto sent = sentIn(line); !sent.empty())
            addSent(sent, exchange);
        else if (isReply(line))
            exchange.takeStatusLine(line.substr(replied.size(), line.find('\\') - replied.size()));
        else if (line == noReply)
            exchange.noteUnanswered();
        else if (line.starts_with(named))
            exchange.takeHeader(line.substr(named.size()));
        else
            addToldAgain(line, exchange);
    }

    bool isSequential() const override { return true; }

    void reset() override { m_toldAgain = false; }

private:
    static bool tellsAgain(std::string_view line, const HttpExchange& exchange) {
        if (exchange.status() == 0 || line.find("urllib3.connectionpool") == line.npos)
            return false;
        const auto request = findAccessRequest(line);
        return request && request->behind.status == exchange.status();
    }

    void addToldAgain(std::string_view line, HttpExchange& exchange) {
        m_toldAgain = true;
        exchange.takeStamp(line);
    }

    static void addSent(std::string_view sent, HttpExchange& exchange) {
        if (isRequestLine(firstPrintedLine(sent)))
            takePrintedRequest(sent, exchange);
        else
            exchange.addRequestBody(sent);
    }

    bool m_toldAgain = false; ///< by urllib3
};

} // namespace

std::string_view firstPrintedLine(std::string_view sent) {
    return sent.substr(0, sent.find(lineEnd));
}

void takePrintedRequest(std::string_view sent, HttpExchange& exchange) {
    exchange.takeRequestLine(firstPrintedLine(sent));
    for (std::size_t at = firstPrintedLine(sent).size(); at < sent.size();) {
        const auto line = sent.substr(std::min(at + lineEnd.size(), sent.size()));
        const std::size_t end = std::min(line.find(lineEnd), line.size());
        if (end > 0)
            exchange.takeRequestHeader(line.substr(0, end));
        at += lineEnd.size() + end;
    }
}

std::unique_ptr<TranscriptDialect> makePythonHttpClientDialect() {
    return std::make_unique<PythonHttpClientDialect>();
}

} // namespace derouter
