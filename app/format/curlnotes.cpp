// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/texts.h"
#include "format/transcriptdialect.h"

#include <algorithm>

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
