// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What OkHttp's HttpLoggingInterceptor writes, as its source has it: `--> POST https://…`, `<-- 529 https://…
// (412ms)`; at its higher levels headers and bodies between, each line through the program's logger.

#include "format/texts.h"
#include "format/transcriptdialect.h"

#include <algorithm>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view sent = "--> ";
constexpr std::string_view received = "<-- ";
constexpr std::size_t longestPrefix = 200;

/// `POST https://… h2`
bool isRequest(std::string_view text) {
    const std::size_t blank = text.find(' ');
    return blank != text.npos && blank >= 3 && text.substr(blank + 1).starts_with("http") &&
           std::ranges::all_of(text.substr(0, blank), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// `529 Overloaded https://… (412ms, 119-byte body)`
bool isAnswer(std::string_view text) {
    const std::size_t url = text.find(" http");
    const std::size_t took = text.rfind(" (");
    return threeDigits(text) && text.substr(3).starts_with(' ') && url != text.npos && took != text.npos &&
           took > url && text.find("ms", took) != text.npos && text.ends_with(')');
}

bool isFailure(std::string_view text) {
    return text.starts_with("HTTP FAILED: ");
}

/// Where the arrow stands of a line that begins an exchange, behind what a logger may write; npos in others.
std::size_t arrowIn(std::string_view line) {
    for (std::size_t at = line.find("-"); at != line.npos && at < longestPrefix;
         at = line.find("-", at + 1)) {
        const bool out = line.substr(at).starts_with(sent);
        const bool in = at > 0 && line.substr(at - 1).starts_with(received);
        if (!out && !in)
            continue;
        const std::size_t begin = in ? at - 1 : at;
        const auto text = line.substr(begin + sent.size());
        const bool apart = begin == 0 || line[begin - 1] == ' ';
        return apart && (out ? isRequest(text) : isAnswer(text)) ? begin : line.npos;
    }
    return line.npos;
}

/// `Nov 03, 2026 9:14:07 AM okhttp3.internal.platform.Platform log` of java.util.logging, above each line.
bool isLoggersOwn(std::string_view line) {
    return line.ends_with(" log") && line.find(" okhttp3.") != line.npos;
}

class OkHttpDialect final : public TranscriptDialect {
public:
    QString name() const override { return u"okhttp"_s; }

    bool begins(std::string_view line) const override { return arrowIn(line) != line.npos; }
    bool beginsBehindPrefix(std::string_view line) const override { return begins(line); }

    Belongs belongs(std::string_view line, const HttpExchange&) const override {
        if (m_part == Part::Done)
            return Belongs::No;
        if (isLoggersOwn(line))
            return Belongs::Surely;
        if (!m_mark.empty())
            return line.find(m_mark) < longestPrefix ? Belongs::Surely : Belongs::No;
        const bool arrow = line.starts_with(sent) || line.starts_with(received);
        return arrow || m_part != Part::Brief ? (arrow ? Belongs::Surely : Belongs::ToBody) : Belongs::No;
    }

    bool endsBefore(std::string_view line, const HttpExchange& exchange) const override {
        const auto text = behindMark(line);
        return (text.starts_with(sent) && isRequest(text.substr(sent.size()))) ||
               (text.starts_with(received) && exchange.status() > 0 && !text.starts_with("<-- END"));
    }

    void add(std::string_view line, HttpExchange& exchange) override {
        if (!m_open)
            open(line, exchange);
        const auto text = behindMark(line);
        if (isLoggersOwn(line))
            return;
        if (text.starts_with(sent))
            addSent(text.substr(sent.size()), exchange);
        else if (text.starts_with(received))
            addReceived(line, text.substr(received.size()), exchange);
        else
            addBetween(text, exchange);
    }

    void reset() override {
        m_part = Part::Brief;
        m_mark.clear();
        m_request.clear();
        m_open = m_body = false;
    }

private:
    enum class Part : std::uint8_t {
        Brief, ///< the request, of which nothing more is told
        Request,
        Answer,
        Done,
    };

    /// What the logger writes before each line, behind what changes: times and threads are numbers.
    void open(std::string_view line, HttpExchange& exchange) {
        m_open = true;
        const std::size_t arrow = arrowIn(line);
        const auto prefix = line.substr(0, arrow);
        m_mark = prefix.substr(prefix.find_last_of("0123456789") + 1);
        if (m_mark.size() < 3)
            m_mark.clear();
        if (!prefix.empty())
            exchange.takeStamp(prefix);
    }

    std::string_view behindMark(std::string_view line) const {
        const std::size_t at = m_mark.empty() ? line.npos : line.find(m_mark);
        if (at < longestPrefix)
            return line.substr(at + m_mark.size());
        const std::size_t arrow = arrowIn(line);
        return arrow == line.npos ? line : line.substr(arrow);
    }

    void addSent(std::string_view text, HttpExchange& exchange) {
        if (text.starts_with("END "))
            return;
        m_request = text.substr(0, text.find(' ', text.find(' ') + 1));
        exchange.takeRequestLine(m_request);
        m_part = text.ends_with("body)") ? Part::Brief : Part::Request;
    }

    void addReceived(std::string_view line, std::string_view text, HttpExchange& exchange) {
        if (text.starts_with("END")) {
            m_part = Part::Done;
        } else if (isFailure(text)) {
            exchange.fail(text.substr(text.find(": ") + 2));
            m_part = Part::Done;
        } else if (isAnswer(text)) {
            const auto url = text.substr(text.find(" http") + 1);
            if (m_request.empty())
                exchange.takeUrl(url.substr(0, url.find(' ')));
            exchange.takeStatusLine(text);
            if (const std::size_t arrow = arrowIn(line); arrow != line.npos && arrow > 0)
                exchange.setStamp(line.substr(0, arrow)); // when the answer came, as all else tells
            const auto took = text.substr(text.rfind(" (") + 2);
            exchange.takeDuration(took.substr(0, took.find_first_of(",)")));
            m_body = false;
            m_part = text.ends_with("body)") ? Part::Done : Part::Answer;
        }
    }

    /// Headers, and behind an empty line the body.
    void addBetween(std::string_view text, HttpExchange& exchange) {
        if (text.empty() && !m_body)
            m_body = true;
        else if (m_part == Part::Answer)
            m_body ? exchange.addBody(text) : exchange.takeHeader(text);
        else if (m_body)
            exchange.addRequestBody(text);
    }

    Part m_part = Part::Brief;
    std::string m_mark;    ///< empty: the lines stand alone
    std::string m_request; ///< `POST https://…`
    bool m_open = false;
    bool m_body = false; ///< behind the headers' end
};

} // namespace

std::unique_ptr<TranscriptDialect> makeOkHttpDialect() {
    return std::make_unique<OkHttpDialect>();
}

} // namespace derouter
