// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// As Dart's Dio prints with its LogInterceptor: a block for what is sent, one for the answer, and one for the
// exception, which holds the answer once more where there was one. Flutter puts a prefix of its own before
// each line, or before the first of a message.

#include "format/texts.h"
#include "format/transcriptdialect.h"

#include <algorithm>
#include <string>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t longestPrefix = 80;

constexpr std::string_view requestMark = "*** Request ***";
constexpr std::string_view marks[] = {requestMark, "*** Response ***",
                                      "*** DioException ***:", "*** DioError ***:"};

/// Where a block begins in the line, behind a prefix; npos where none does.
std::size_t markIn(std::string_view line) {
    const auto begins = line.substr(0, longestPrefix).find("*** ");
    const auto rest = line.substr(std::min(begins, line.size()));
    return isOneOf(trimmed(rest), marks) ? begins : line.npos;
}

class DioDialect final : public TranscriptDialect {
public:
    QString name() const override { return u"dio"_s; }

    bool begins(std::string_view line) const override { return markIn(line) != line.npos; }
    bool beginsBehindPrefix(std::string_view line) const override { return begins(line); }

    Belongs belongs(std::string_view line, const HttpExchange&) const override {
        if (m_part == Part::Done || (m_blank && !withoutPrefix(line).starts_with("uri: ")))
            return Belongs::No;
        return !m_prefix.empty() && line.starts_with(m_prefix) ? Belongs::Surely : Belongs::ToBody;
    }

    bool endsBefore(std::string_view line, const HttpExchange&) const override { return begins(line); }

    void add(std::string_view line, HttpExchange& exchange) override {
        if (const std::size_t at = markIn(line); at != line.npos) {
            m_prefix = line.substr(0, at);
            m_isRequest = trimmed(line.substr(at)) == requestMark;
            return;
        }
        const auto text = trimmed(withoutPrefix(line), "\r");
        m_blank = false;
        if (text.empty())
            addBlank(exchange);
        else if (m_isRequest)
            return;
        else if (m_part == Part::Body)
            exchange.addBody(text);
        else if (m_part == Part::Headers && text.starts_with(' '))
            exchange.takeHeader(trimmed(text));
        else
            addMember(text, exchange);
    }

    std::optional<Reporter> reporter() const override { return Reporter::HttpClient; }
    void reset() override { *this = DioDialect(); }

private:
    enum class Part : std::uint8_t {
        Head,
        Headers,
        Body,
        Done,
    };

    std::string_view withoutPrefix(std::string_view line) const {
        return line.starts_with(m_prefix) ? line.substr(m_prefix.size()) : line;
    }

    /// The end of a block, or of an exception's words before its answer.
    void addBlank(const HttpExchange& exchange) {
        if (m_isRequest || exchange.status() > 0)
            m_part = Part::Done;
        else
            m_blank = true;
    }

    void addMember(std::string_view text, HttpExchange& exchange) {
        constexpr std::string_view uri = "uri: ";
        constexpr std::string_view status = "statusCode: ";
        if (text.starts_with(uri))
            m_url = text.substr(uri.size());
        else if (text.starts_with(status))
            takeAnswer(text.substr(status.size()), exchange);
        else if (text == "headers:")
            m_part = Part::Headers;
        else if (text == "Response Text:")
            m_part = Part::Body;
        else if (text.starts_with("Dio") && text.find("]: ") != text.npos) // `DioException [bad response]: …`
            takeException(text.substr(text.find("]: ") + 3), exchange);
    }

    void takeAnswer(std::string_view status, HttpExchange& exchange) const {
        exchange.takeUrl(m_url);
        exchange.takeStatusLine(status);
    }

    /// It says why no answer came, as long as none follows.
    void takeException(std::string_view why, HttpExchange& exchange) const {
        exchange.takeUrl(m_url);
        exchange.fail(why);
    }

    Part m_part = Part::Head;
    std::string m_prefix;
    std::string m_url;
    bool m_isRequest = false;
    bool m_blank = false; ///< the last line was one, and the block may go on
};

} // namespace

std::unique_ptr<TranscriptDialect> makeDioDialect() {
    return std::make_unique<DioDialect>();
}

} // namespace derouter
