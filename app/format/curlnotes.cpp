// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/texts.h"
#include "format/transcriptdialect.h"

#include <algorithm>
#include <charconv>

namespace derouter {

namespace {

/// The host's name behind `mark`; nothing when the note has no such mark.
std::string_view hostBehind(std::string_view note, std::string_view mark) {
    const std::size_t at = note.find(mark);
    if (at == note.npos)
        return {};
    const auto rest = note.substr(at + mark.size());
    return rest.substr(0, rest.find_first_of(" :;()\r"));
}

/// Words for the end of a request that got no whole answer. One address of several that refused is none: the
/// next is tried.
bool saysFailure(std::string_view note) {
    constexpr std::string_view beginnings[] = {
        "Could not resolve",   "Failed to connect to ", "Connection timed out",   "Connection timeout",
        "Operation timed out", "Operation too slow",    "SSL connection timeout", "Resolving timed out",
        "Empty reply",         "Recv failure",          "Send failure",           "SSL certificate problem",
        "OpenSSL SSL_",        "transfer closed with",  "end of response with"};
    return std::ranges::any_of(beginnings,
                               [note](std::string_view begin) { return note.starts_with(begin); }) ||
           note.find("not closed cleanly") != note.npos;
}

} // namespace

bool isErrorOfHttpie(std::string_view line) {
    constexpr std::string_view programs[] = {"http: ", "https: "};
    const auto said = line.substr(std::min(line.find(' ') + 1, line.size()));
    return std::ranges::any_of(programs, [&](std::string_view name) { return line.starts_with(name); }) &&
           (said.starts_with("error: ") || said.starts_with("LogLevel.ERROR: "));
}

CurlsLastWord::CurlsLastWord(std::string_view line)
    : m_line(line) {
    constexpr std::string_view begin = "curl: (";
    const auto digits = line.substr(std::min(begin.size(), line.size()));
    std::from_chars(digits.data(), digits.data() + digits.size(), m_code);
}

bool CurlsLastWord::isOneOf(std::initializer_list<int> codes) const {
    return std::ranges::find(codes, m_code) != codes.end();
}

bool CurlsLastWord::saysNetworkFailed() const {
    return isOneOf({5, 6, 7, 16, 18, 28, 35, 52, 55, 56, 58, 59, 60, 80, 83, 90, 91, 92, 95, 96, 97});
}

bool CurlsLastWord::saysNothingCame() const {
    return isOneOf({5, 6, 7, 35, 52, 58, 59, 60, 80, 83, 90, 91, 96, 97});
}

bool CurlsLastWord::saysPartCame() const {
    return isOneOf({18, 92, 95}) || (contains(m_line, " bytes received") && !saysNoBodyCame());
}

bool CurlsLastWord::saysNoBodyCame() const {
    return contains(m_line, " with 0 bytes received");
}

bool CurlsLastWord::namesHost() const {
    HttpExchange probe;
    takeCurlNote(m_line, probe);
    return probe.hasAddress();
}

int CurlsLastWord::status() const {
    for (const std::string_view mark : {"returned error: ", "tunnel failed, response "})
        if (const std::size_t at = m_line.find(mark); at != m_line.npos)
            return threeDigits(m_line.substr(at + mark.size())).value_or(0);
    return 0;
}

bool isNoteOfNewConnection(std::string_view note) {
    constexpr std::string_view beginnings[] = {"  Trying ", "Trying ",           "Host ",
                                               "Re-using ", "Could not resolve", "Uses proxy",
                                               "Hostname ", "Found bundle"};
    return std::ranges::any_of(beginnings,
                               [note](std::string_view begin) { return note.starts_with(begin); });
}

void takeCurlNote(std::string_view note, HttpExchange& exchange) {
    constexpr std::string_view marks[] = {"Connected to ",         "Host ",
                                          "Failed to connect to ", "Could not resolve host: ",
                                          "in connection to ",     "proxy tunnel to "};
    for (const std::string_view mark : marks)
        if (const auto host = hostBehind(note, mark); !host.empty() && !exchange.hasRequest())
            exchange.takeAddress(host);
    if (saysFailure(note))
        exchange.fail(note);
}

} // namespace derouter
