// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/uncaughterror.h"

#include "format/quotation.h"
#include "format/texts.h"

#include <algorithm>
#include <iterator>

namespace derouter {

namespace {

struct Lead {
    std::string_view words;
    std::string_view goesOn = {}; ///< behind them, at any distance; nothing: at the line's end
};

constexpr Lead leads[] = {{"Exception in ASGI application"},       // uvicorn, Hypercorn
                          {"Error in ASGI Framework"},             // Hypercorn
                          {"Exception inside application: ", " "}, // Daphne
                          {"Exception on /", "]"},                 // Flask
                          {"Internal Server Error: /", "/"},       // Django
                          {"Error handling request"},              // aiohttp
                          {"Error handling request /", "/"},       // gunicorn
                          {"Error handling request from ", "."},   // aiohttp
                          {"Uncaught exception POST /", "("},      // Tornado
                          {"Uncaught exception GET /", "("},
                          {"Exception while serving /", "/"},                                  // Waitress
                          {"Exception occurred while handling uri: ", "/"},                    // Sanic
                          {"] raised unexpected: ", "("},                                      // Celery
                          {"Servlet.service() for servlet [", "threw exception"},              // Tomcat
                          {" Server Error for HTTP ", "\"/"},                                  // WebFlux
                          {"An unhandled exception has occurred while executing the request"}, // ASP.NET Core
                          {"An unhandled exception was thrown by the application"},            // Kestrel
                          {"HTTP Request to /", " failed, error id: "}};                       // Quarkus

bool fits(std::string_view line, const Lead& lead) {
    const std::size_t at = line.find(lead.words);
    if (at == line.npos || quotesSomething(line.substr(0, at)))
        return false;
    const auto behind = line.substr(at + lead.words.size());
    return lead.goesOn.empty() ? trimmed(behind, " .\r").empty()
                               : behind.find(lead.goesOn) != behind.npos || lead.words.ends_with(lead.goesOn);
}

} // namespace

bool leadsToUncaughtError(std::string_view line) {
    return std::ranges::any_of(leads, [line](const Lead& lead) { return fits(line, lead); });
}

} // namespace derouter
