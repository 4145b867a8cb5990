// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace derouter {

class RecordBuilder;

/// The id by which the two lines belong together that Rails and Phoenix write of a request they serve: one
/// when it comes in, `[b1236047-…] Started POST "/v1/messages" for …`, one when it ends, `[b1236047-…]
/// Completed 200 OK in 429ms`; empty of other lines, and where the server logs no ids.
std::string_view servedRequestId(std::string_view line);

/// What such a line tells: the request, or its status and how long it took.
bool mineServedLine(std::string_view line, RecordBuilder& builder);

/// `Request finished HTTP/1.1 POST http://localhost:5000/v1/messages - 529 142 application/json 412.3371ms`
/// of ASP.NET Core, which serves it; older versions write the request's type and length before the dash.
bool mineServedByDotNet(std::string_view line, RecordBuilder& builder);

} // namespace derouter
