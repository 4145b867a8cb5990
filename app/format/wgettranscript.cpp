// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/texts.h"
#include "format/transcriptdialect.h"

#include <algorithm>
#include <string>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

/// The length of `2026-11-03 09:14:07` at the beginning; 0 when there is none.
std::size_t stampLength(std::string_view text) {
    constexpr std::string_view shape = "dddd-dd-dd dd:dd:dd";
    if (text.size() < shape.size())
        return 0;
    for (std::size_t at = 0; at < shape.size(); ++at)
        if (shape[at] == 'd' ? !isDigit(text[at]) : text[at] != shape[at])
            return 0;
    return shape.size();
}

/// The URL in `--2026-11-03 09:14:07--  https://…` and `--…--  (try: 2)  https://…`.
std::string_view urlIn(std::string_view line) {
    const auto stamp = line.starts_with("--") ? stampLength(line.substr(2)) : 0;
    if (stamp == 0 || !line.substr(2 + stamp).starts_with("--  "))
        return {};
    const std::size_t url = line.find("http", 2 + stamp);
    return url == line.npos ? std::string_view() : line.substr(url);
}

/// `https://host/path:` above the error, of `-nv`.
bool isTitle(std::string_view line) {
    return line.starts_with("http") && line.ends_with(':') && line.find("://") < 6 &&
           line.find(' ') == line.npos;
}

/// What follows the stamp of `2026-11-03 09:14:07 ERROR 529: Overloaded.`, the last line of an exchange.
std::string_view conclusionIn(std::string_view line) {
    const std::size_t stamp = stampLength(line);
    return stamp > 0 && line.size() > stamp && line[stamp] == ' ' ? line.substr(stamp + 1)
                                                                  : std::string_view();
}

bool isOwnWord(std::string_view line) {
    constexpr std::string_view beginnings[] = {"Resolving ",
                                               "Connecting to ",
                                               "Reusing existing ",
                                               "HTTP request sent",
                                               "Proxy request sent",
                                               "Length: ",
                                               "Saving to: ",
                                               "Location: ",
                                               "Read error",
                                               "No data received",
                                               "Retrying.",
                                               "Giving up.",
                                               "wget: ",
                                               "Unable to establish",
                                               "OpenSSL: ",
                                               "GnuTLS: ",
                                               "ERROR: ",
                                               "To connect to ",
                                               "Authentication selected",
                                               "Last-modified ",
                                               "  ",
                                               "Server file ",
                                               "Cannot write to "};
    return line.find("%[") != line.npos || // the bar
           std::ranges::any_of(beginnings,
                               [line](std::string_view begin) { return line.starts_with(begin); });
}

/// The settings and the notice that `-d` prints first.
bool beginsDebugging(std::string_view line) {
    return (line.starts_with("Setting --") && line.find(") to ") != line.npos) ||
           line.starts_with("DEBUG output created by Wget ");
}

/// `     0K ......  100%  1.87M=0s`, the meter that goes into files.
bool isMeter(std::string_view line) {
    const auto text = trimmed(line);
    const std::size_t unit = text.find_first_not_of("0123456789");
    return line.starts_with("  ") && unit != text.npos && unit > 0 && text[unit] == 'K' &&
           text.find('%') != text.npos;
}

/// Whether what comes is written to where wget writes its words, too.
bool beginsBody(std::string_view line) {
    return line.starts_with('{') || line.starts_with("data:") || line.starts_with("event:");
}

class WgetDialect final : public TranscriptDialect {
public:
    QString name() const override { return u"wget"_s; }

    bool begins(std::string_view line) const override {
        return !urlIn(line).empty() || isTitle(line) || beginsDebugging(line);
    }

    Belongs belongs(std::string_view line, const HttpExchange& exchange) const override {
        const bool concludes = !conclusionIn(line).empty();
        if (begins(line) || line.empty() || (concludes && !m_concluded))
            return Belongs::Surely;
        if (m_concluded || m_titleOnly)
            return Belongs::No;
        if (m_debugs || isOwnWord(line))
            return Belongs::Surely;
        if (exchange.status() == 0) // it says many things, and in many languages, before an answer comes
            return line.starts_with('{') ? Belongs::No : Belongs::ToBody;
        const bool inBody =
            !exchange.bodyIsComplete() && (m_printsBody || !exchange.body().empty() || beginsBody(line));
        return inBody ? Belongs::ToBody : Belongs::No;
    }

    /// A redirected request goes on at another URL.
    bool endsBefore(std::string_view line, const HttpExchange& exchange) const override {
        const bool redirected = exchange.status() >= 300 && exchange.status() < 400;
        const bool begun = exchange.hasRequest();
        return (begun && !redirected && (!urlIn(line).empty() || isTitle(line))) ||
               ((m_concluded || exchange.hasFailed() || exchange.status() >= 400) && beginsDebugging(line));
    }

    void add(std::string_view line, HttpExchange& exchange) override {
        if (m_section != Section::None || line.starts_with("---"))
            addSection(line, exchange);
        else if (const auto url = urlIn(line); !url.empty())
            takeUrl(url, line.substr(2, stampLength(line.substr(2))), exchange);
        else if (isTitle(line))
            takeTitle(line, exchange);
        else if (const auto conclusion = conclusionIn(line); !conclusion.empty())
            conclude(conclusion, line, exchange);
        else if (!exchange.body().empty() && !exchange.bodyIsComplete())
            exchange.addBody(line);
        else if (m_printsBody && !isMeter(line))
            exchange.addBody(line); // of a second try perhaps its end alone
        else if (line.starts_with("  "))
            addHead(trimmed(line), exchange);
        else if (!addOwnWord(line, exchange) && exchange.status() > 0 && (!m_debugs || beginsBody(line)))
            exchange.addBody(line);
        m_debugs = m_debugs || beginsDebugging(line);
        m_printsBody = line.starts_with("Saving to: ") ? line.find("STDOUT") != line.npos
                                                       : m_printsBody && !m_concluded && !isMeter(line);
    }

    void reset() override {
        m_section = Section::None;
        m_concluded = m_titleOnly = m_debugs = m_printsBody = false;
    }

private:
    enum class Section : std::uint8_t { None, Request, Response };

    /// `---request begin---` and its end, of `-d`.
    void addSection(std::string_view line, HttpExchange& exchange) {
        if (line.starts_with("---request begin"))
            m_section = Section::Request;
        else if (line.starts_with("---response begin"))
            m_section = Section::Response;
        else if (line.starts_with("---"))
            m_section = Section::None;
        else if (m_section == Section::Response)
            addHead(line, exchange);
        else if (isRequestLine(line))
            exchange.takeRequestLine(line);
        else
            exchange.takeRequestHeader(line);
    }

    static void takeUrl(std::string_view url, std::string_view stamp, HttpExchange& exchange) {
        exchange.takeUrl(url);
        exchange.takeStamp(stamp);
    }

    void takeTitle(std::string_view line, HttpExchange& exchange) {
        m_titleOnly = true;
        exchange.takeUrl(line.substr(0, line.size() - 1));
    }

    void conclude(std::string_view conclusion, std::string_view line, HttpExchange& exchange) {
        constexpr std::string_view error = "ERROR ";
        exchange.takeStamp(line.substr(0, stampLength(line)));
        m_concluded = true;
        if (conclusion.starts_with(error) && exchange.status() == 0)
            exchange.takeStatus(threeDigits(conclusion.substr(error.size())).value_or(0));
    }

    static void addHead(std::string_view line, HttpExchange& exchange) {
        if (isStatusLine(line))
            exchange.takeStatusLine(line);
        else
            exchange.takeHeader(line);
    }

    /// What wget tells of its way; false when the line is none of it.
    static bool addOwnWord(std::string_view line, HttpExchange& exchange) {
        constexpr std::string_view sent = "awaiting response... ";
        constexpr std::string_view skipped = "Skipping ";
        if (const std::size_t at = line.find(sent); at != line.npos) {
            takeAnswer(line.substr(at + sent.size()), exchange);
        } else if (line.starts_with(skipped)) {
            const std::size_t open = line.find(": [");
            if (open != line.npos)
                exchange.addBody(line.substr(open + 3, line.rfind(']') - open - 3));
        } else if (line.starts_with("[BODY data: ")) {
            exchange.addRequestBody(line.substr(12, line.size() - 13));
        } else if (line.ends_with(" connected.")) {
            exchange.recover();
        } else if (!isOwnWord(line)) {
            return false;
        } else if (line.find("failed: ") != line.npos || line.find("unable to resolve") != line.npos ||
                   line.starts_with("Read error") || line.starts_with("No data received") ||
                   line.starts_with("Unable to establish")) {
            exchange.fail(line);
        }
        return true;
    }

    /// `529 Overloaded`, nothing where the head follows, or why none came.
    static void takeAnswer(std::string_view answer, HttpExchange& exchange) {
        if (const int status = statusOf(answer))
            exchange.takeStatus(status);
        else if (!answer.empty())
            exchange.fail(answer);
    }

    Section m_section = Section::None;
    bool m_concluded = false;
    bool m_titleOnly = false; ///< `-nv` prints a title and a conclusion
    bool m_debugs = false;
    bool m_printsBody = false; ///< to where its words go
};

} // namespace

std::unique_ptr<TranscriptDialect> makeWgetDialect() {
    return std::make_unique<WgetDialect>();
}

} // namespace derouter
