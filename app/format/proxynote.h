// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace derouter {

/// What a line of a proxy's own error log says of one request: nginx's error.log, Apache's error_log. It
/// shows no status; the access log tells of the same request.
struct ProxyNote {
    enum class Kind : std::uint8_t {
        NoAnswer,   ///< the server behind it could not be reached, or did not answer
        Refused,    ///< the proxy did not ask it
        ClientLeft, ///< the program that asked ended the connection
    };

    Kind kind = Kind::NoAnswer;
    std::string_view what;   ///< "connect() failed (111: Connection refused) while connecting to upstream"
    std::string_view client; ///< its address
    std::string_view method; ///< empty where the line does not name the request, as Apache's
    std::string_view path;   ///< the same
    std::string_view connection; ///< of the client, in the words of the log
};

/// Nothing for other lines, and for notes after which the server's answer was passed on all the same.
std::optional<ProxyNote> findProxyNote(std::string_view line);

/// The words of an access line that can be addresses of the network, with ports behind some: a note's client
/// may be among them.
std::string addressesIn(std::string_view line);

} // namespace derouter
