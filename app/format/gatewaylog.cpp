// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/gatewaylog.h"

#include "format/texts.h"

#include <algorithm>
#include <string>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t longestPrefix = 120;

constexpr std::string_view method = "HTTP Method: ";
constexpr std::string_view address = "Endpoint request URI: ";
constexpr std::string_view received = "Received response. Status: ";
constexpr std::string_view headers = "Endpoint response headers: ";
constexpr std::string_view body = "Endpoint response body before transformations: ";
constexpr std::string_view sent = "Endpoint request body after transformations: ";
constexpr std::string_view failed = "Execution failed due to ";
constexpr std::string_view completed = "Method completed with status: ";

/// How the steps are told.
bool isStep(std::string_view said) {
    constexpr std::string_view begins[] = {"Extended Request Id: ",
                                           "Starting execution for request: ",
                                           "HTTP Method: ",
                                           "Method request ",
                                           "Method response ",
                                           "Endpoint request ",
                                           "Endpoint response ",
                                           "Sending request to ",
                                           "Received response. ",
                                           "Successfully completed execution",
                                           "Method completed with status: ",
                                           "Execution failed due to ",
                                           "Gateway response ",
                                           "API Key ",
                                           "Verifying Usage Plan ",
                                           "AWS Integration Endpoint RequestId "};
    return std::ranges::any_of(begins, [said](std::string_view begin) { return said.starts_with(begin); });
}

bool isUuid(std::string_view word) {
    constexpr std::size_t size = 36;
    return word.size() == size && word[8] == '-' && word[13] == '-' && word[18] == '-' && word[23] == '-' &&
           word.find_first_not_of("0123456789abcdefABCDEF-") == word.npos;
}

/// Behind `name` at the beginning; nothing where it does not stand there.
std::optional<std::string_view> behind(std::string_view said, std::string_view name) {
    return said.starts_with(name) ? std::optional(said.substr(name.size())) : std::nullopt;
}

class GatewayDialect final : public TranscriptDialect {
public:
    QString name() const override { return u"api-gateway"_s; }

    bool begins(std::string_view line) const override { return gatewayLineIn(line).has_value(); }

    Belongs belongs(std::string_view line, const HttpExchange&) const override {
        return begins(line) ? Belongs::Surely : Belongs::No;
    }

    bool endsBefore(std::string_view, const HttpExchange&) const override { return m_over; }

    void add(std::string_view line, HttpExchange& exchange) override {
        const auto step = gatewayLineIn(line);
        if (!step)
            return;
        const auto said = step->content;
        if (const auto asked = behind(said, method))
            takeAsked(*asked, exchange);
        else if (const auto url = behind(said, address))
            exchange.takeRequestLine(m_method + ' ' + std::string(*url));
        else if (const auto asking = behind(said, sent))
            exchange.addRequestBody(*asking);
        else if (const auto answer = behind(said, received))
            takeAnswer(*answer, step->prefix, exchange);
        else if (const auto list = behind(said, headers))
            takeHeaders(*list, exchange);
        else if (const auto bytes = behind(said, body))
            exchange.addBody(*bytes);
        else if (const auto why = behind(said, failed))
            exchange.fail(*why);
        else if (const auto status = behind(said, completed))
            end(*status, step->prefix, exchange);
    }

    bool isOver() const override { return m_over; }
    bool awaitsBody() const override { return !m_over; }
    std::optional<Reporter> reporter() const override { return Reporter::Request; }
    void reset() override { *this = GatewayDialect(); }

private:
    /// `POST, Resource Path: /v1/messages`: what the gateway was asked for.
    void takeAsked(std::string_view asked, HttpExchange& exchange) {
        constexpr std::string_view path = ", Resource Path: ";
        const std::size_t at = asked.find(path);
        m_method = asked.substr(0, at);
        if (at != asked.npos)
            exchange.takeRequestLine(m_method + ' ' + std::string(asked.substr(at + path.size())));
    }

    /// `529, Integration latency: 400 ms`
    static void takeAnswer(std::string_view answer, std::string_view stamp, HttpExchange& exchange) {
        constexpr std::string_view latency = "latency: ";
        exchange.takeStatusLine(answer.substr(0, answer.find(',')));
        exchange.takeStamp(stamp);
        if (const std::size_t at = answer.find(latency); at != answer.npos) {
            std::string duration(answer.substr(at + latency.size()));
            std::erase(duration, ' ');
            exchange.takeDuration(duration);
        }
    }

    /// `{request-id=req_…, content-type=application/json}`
    static void takeHeaders(std::string_view list, HttpExchange& exchange) {
        for (auto rest = trimmed(list, "{}"); !rest.empty();) {
            const std::size_t end = std::min(rest.find(", "), rest.size());
            std::string header(rest.substr(0, end));
            if (const std::size_t equals = header.find('='); equals != header.npos)
                exchange.takeHeader(header.replace(equals, 1, ": "));
            rest.remove_prefix(std::min(end + 2, rest.size()));
        }
    }

    /// What the gateway answered by itself, where it did not go on.
    void end(std::string_view status, std::string_view stamp, HttpExchange& exchange) {
        m_over = true;
        exchange.takeStamp(stamp);
        if (exchange.status() == 0 && !exchange.hasFailed())
            exchange.takeStatusLine(status);
    }

    std::string m_method;
    bool m_over = false;
};

} // namespace

std::optional<WireLine> gatewayLineIn(std::string_view line) {
    constexpr std::size_t bracketed = 38; // an id in brackets
    const std::size_t at = line.substr(0, longestPrefix).find('(');
    if (at == line.npos || line.size() < at + bracketed + 2 || line[at + bracketed - 1] != ')')
        return std::nullopt;
    const auto id = line.substr(at + 1, bracketed - 2);
    const auto said = line.substr(at + bracketed + 1);
    if (!isUuid(id) || !isStep(said))
        return std::nullopt;
    return WireLine{
        .connection = id, .prefix = line.substr(0, at), .sent = false, .quoted = false, .content = said};
}

std::unique_ptr<TranscriptDialect> makeGatewayDialect() {
    return std::make_unique<GatewayDialect>();
}

} // namespace derouter
