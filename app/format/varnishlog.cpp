// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/texts.h"
#include "format/transcriptdialect.h"

#include <algorithm>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

/// A transaction's first line, `**  << BeReq    >> 3`, or one of its records, `--  BerespStatus   503`: as
/// many marks as transactions enclose it.
struct VarnishLine {
    std::size_t depth = 0; ///< 0: neither
    std::string_view transaction = {};
    std::string_view tag = {};
    std::string_view value = {};
};

VarnishLine varnishLine(std::string_view line) {
    const char mark = line.empty() ? ' ' : line.front();
    if (mark != '*' && mark != '-')
        return {};
    VarnishLine read{.depth = std::min(line.find_first_not_of(mark), line.size())};
    auto rest = line.substr(read.depth);
    if (!rest.starts_with(' ') || (mark == '-' && !rest.starts_with("  ")))
        return {};
    rest = trimmed(rest);
    const auto word = rest.substr(0, rest.find(' '));
    if (mark == '-') {
        read.tag = word;
        read.value = trimmed(rest.substr(word.size()));
        return isLetter(word.empty() ? ' ' : word.front()) ? read : VarnishLine();
    }
    const std::size_t end = rest.find(">>");
    if (word != "<<" || end == rest.npos)
        return {};
    read.transaction = trimmed(rest.substr(2, end - 2));
    return read;
}

/// Of a request its own transaction tells; the one that fetches stands below it, or is all that is shown.
class VarnishlogDialect final : public TranscriptDialect {
public:
    QString name() const override { return u"varnishlog"_s; }

    bool begins(std::string_view line) const override { return isOne(varnishLine(line)); }

    Belongs belongs(std::string_view line, const HttpExchange&) const override {
        return trimmed(line).empty() || varnishLine(line).depth > 0 ? Belongs::Surely : Belongs::No;
    }

    bool endsBefore(std::string_view line, const HttpExchange&) const override { return begins(line); }

    void add(std::string_view line, HttpExchange& exchange) override {
        const VarnishLine read = varnishLine(line);
        if (isOne(read) && m_depth == 0) {
            m_depth = read.depth;
            m_fetches = read.transaction == "BeReq";
            m_sawRequests = m_sawRequests || !m_fetches;
        } else if (!read.transaction.empty()) {
            m_inAnother = true;
        } else if (read.depth == m_depth && !m_inAnother) {
            addRecord(read.tag, read.value, exchange);
        }
    }

    void end(HttpExchange& exchange) override {
        if (!m_url.empty())
            exchange.completeRequestLine(m_method + ' ' + m_url + " HTTP/1.1");
    }

    void reset() override {
        m_depth = 0;
        m_fetches = m_inAnother = false;
        m_method.clear();
        m_url.clear();
    }

private:
    bool isOne(const VarnishLine& line) const {
        return line.transaction == "Request" || line.transaction == "Session" ||
               (line.transaction == "BeReq" && line.depth == 1 && !m_sawRequests);
    }

    /// What a client asked for stands before what VCL made of it.
    void addRecord(std::string_view tag, std::string_view value, HttpExchange& exchange) {
        const std::string_view side = m_fetches ? "Be" : ""; // BereqURL, BerespStatus
        const auto part = tag.starts_with(side) ? tag.substr(side.size()) : std::string_view();
        const auto is = [&](std::string_view name) {
            return !part.empty() && part.front() == (m_fetches ? 'r' : 'R') &&
                   part.substr(1) == name.substr(1);
        };
        if (tag == "Timestamp")
            addTime(value, exchange);
        else if (is("ReqMethod") && m_method.empty())
            m_method = value;
        else if (is("ReqURL") && m_url.empty())
            m_url = value;
        else if (is("ReqHeader"))
            exchange.takeRequestHeader(value);
        else if (is("RespStatus"))
            exchange.takeStatusLine("HTTP/1.1 " + std::string(value));
        else if (is("RespHeader"))
            exchange.takeHeader(value);
    }

    /// `Resp: 1793693647.538898 0.023065 0.000129`: the time, how long since the start and since the last.
    void addTime(std::string_view value, HttpExchange& exchange) const {
        const std::size_t colon = value.find(": ");
        const auto times = value.substr(std::min(colon + 2, value.size()));
        const auto since = trimmed(times.substr(std::min(times.find(' '), times.size())));
        if (value.starts_with("Start: "))
            exchange.takeStamp(times.substr(0, times.find(' ')));
        else if (value.starts_with(m_fetches ? "BerespBody: " : "Resp: "))
            exchange.takeDuration(std::string(since.substr(0, since.find(' '))) + 's');
    }

    std::size_t m_depth = 0; ///< of the transaction that is read; 0 before its first line
    bool m_fetches = false;
    bool m_inAnother = false;   ///< that is enclosed
    bool m_sawRequests = false; ///< outlives the exchange
    std::string m_method;
    std::string m_url;
};

} // namespace

std::unique_ptr<TranscriptDialect> makeVarnishlogDialect() {
    return std::make_unique<VarnishlogDialect>();
}

} // namespace derouter
