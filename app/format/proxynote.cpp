// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/proxynote.h"

#include "format/texts.h"

#include <algorithm>
#include <utility>

namespace derouter {

namespace {

constexpr auto npos = std::string_view::npos;

/// What stands between two texts; empty when one of them is missing.
std::string_view between(std::string_view text, std::string_view begin, std::string_view end) {
    const std::size_t at = text.find(begin);
    if (at == npos)
        return {};
    const auto rest = text.substr(at + begin.size());
    const std::size_t length = rest.find(end);
    return length == npos ? std::string_view() : rest.substr(0, length);
}

/// From ngx_http_upstream.c, ngx_http_limit_req_module.c and their kin; those at the level of warnings only
/// tell of buffers.
std::optional<ProxyNote> nginxNote(std::string_view line) {
    const std::size_t client = line.find(", client: ");
    const auto request = between(line, ", request: \"", "\"");
    const std::size_t connection = line.find(": *");
    if (request.empty() || connection == npos || connection > client)
        return std::nullopt;
    ProxyNote note;
    const std::size_t blank = std::min(line.find(' ', connection + 2), client);
    note.connection = line.substr(connection + 2, blank - connection - 2);
    note.what = trimmed(line.substr(blank, client - blank));
    note.client = between(line, ", client: ", ",");
    note.method = request.substr(0, request.find(' '));
    note.path = between(request, " ", " ");
    if (note.what.starts_with("client ") && contains(note.what, "closed connection"))
        note.kind = ProxyNote::Kind::ClientLeft;
    else if (!contains(line, " [error] ") && !contains(line, " [crit] ") && !contains(line, " [alert] "))
        return std::nullopt;
    else if (contains(note.what, "while reading upstream") || contains(note.what, "sent in stderr") ||
             contains(note.what, ", dry run,"))
        return std::nullopt; // the answer's head was passed on
    else if (!contains(note.what, "upstream") && !contains(note.what, "could not be resolved"))
        note.kind = ProxyNote::Kind::Refused;
    return note;
}

/// From mod_proxy's messages: "[proxy_http:error] [pid 9] … [client 192.0.2.7:50112] AH01114: HTTP: failed
/// …".
std::optional<ProxyNote> apacheNote(std::string_view line) {
    const auto module = between(line, "[proxy", "]");
    const auto client = between(line, "[client ", "] ");
    if (!module.ends_with(":error") || client.empty() || contains(line, "Got error '"))
        return std::nullopt;
    ProxyNote note;
    note.connection = client;
    note.client = client.substr(0, client.rfind(':'));
    // What the system said stands before the client, what Apache says of it behind.
    note.what = trimmed(line.substr(line.find("[client ") + 8 + client.size() + 1));
    note.path = between(line, "returned by ", ",");
    if (const std::size_t at = line.find("returned by "); at != npos && note.path.empty())
        note.path = trimmed(line.substr(at + 12));
    return note;
}

} // namespace

std::optional<ProxyNote> findProxyNote(std::string_view line) {
    if (contains(line, ", client: "))
        return nginxNote(line);
    return line.starts_with('[') && contains(line, "[proxy") ? apacheNote(line) : std::nullopt;
}

std::string addressesIn(std::string_view line) {
    // "::1", "1.1.1.1"; none reaches over a byte of another kind.
    const std::size_t shortest = line.find("::") == line.npos ? 7 : 3;
    std::string addresses;
    for (std::size_t at = 0; at + shortest <= line.size();) {
        std::size_t begin = at + shortest;
        while (begin > at && addressBytes.has(line[begin - 1]))
            --begin;
        if (begin > std::exchange(at, begin))
            continue;
        at = addressBytes.endOfRun(line, begin + shortest);
        const auto word = line.substr(begin, at - begin);
        const auto colons = std::ranges::count(word, ':');
        const bool version6 = colons > 3 || (colons > 1 && word.find("::") != word.npos);
        if (version6 || std::ranges::count(word, '.') == 3)
            addresses.append(addresses.empty() ? "" : " ").append(word);
    }
    return addresses;
}

} // namespace derouter
