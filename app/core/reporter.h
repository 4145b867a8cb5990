// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace derouter {

/// What wrote a record. One failure is often told by several of them in the same log, and by each once.
enum class Reporter : std::uint8_t {
    Request,    ///< an access log, or whatever writes one record a request
    HttpClient, ///< the HTTP library below the SDK: httpx
    SdkLog,     ///< the SDK's own log of its requests
    HttpError,  ///< what an HTTP library threw, with the address of the request
    Program,    ///< the program that caught the error: an exception, a traceback, a message
    Framework,  ///< what served the request, of an exception that the program did not catch
    Summary,    ///< says how the tries of a call ended, once more or for the first time
};

} // namespace derouter
