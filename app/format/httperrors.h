// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace derouter {

class RecordBuilder;

/// Reads what HTTP libraries and relays say of a request that was answered with a failing status: requests,
/// httpx, aiohttp, urllib, axios, Guzzle, Faraday, Go, reqwest, .NET, Spring, ktor, new-api,
/// claude-code-router. Only with an address, a body or an id beside it is it an API's.
bool mineHttpStatus(std::string_view line, RecordBuilder& builder);

/// The same for a request that got no answer: the connection was refused or broke, a name was not found, a
/// time limit was reached. The line names the address or the server; which are DeRouter's is not known here.
bool mineNoAnswer(std::string_view line, RecordBuilder& builder);
/// The same of what Perl's LWP says, which gives such failures a status of its own.
bool mineLostByLwp(std::string_view line, RecordBuilder& builder);
/// The cause of what a record's words say of a model's call: `Caused by: java.net.http.HttpTimeoutException:
/// …` below `completion failed`.
bool mineCauseOfCall(std::string_view record, RecordBuilder& builder);

/// The address of the request in a line: the first, unless it is where to read about such errors.
std::string_view requestUrlIn(std::string_view line);
/// Whether an address is an API's: on one of DeRouter's hosts, or with the path of a call.
bool isApiAddress(std::string_view address);
/// The address of a request that words name, where it is an API's: one of DeRouter's hosts, or the path of a
/// call.
std::string_view apiAddressIn(std::string_view words);

/// Whether an error's text is in a library's words for that, to whatever server: `fetch failed`, `socket hang
/// up`.
bool tellsOfNoAnswer(std::string_view line);

/// What a line of zap's console says: its column before that of the fields, an object. Any other line as it
/// is.
std::string_view messageColumn(std::string_view line);

/// Whether an object of a log, as its text stands, is a failed request to an AI API: it has a failing status,
/// and an API's address or an API's error.
bool statesFailedCall(std::string_view object);
/// Whether an object is the Responses API's event `{"type":"response.failed",…}` or its
/// `{"object":"response", "status":"failed",…}`, or holds one.
bool isFailedEvent(std::string_view object);

} // namespace derouter
