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

} // namespace derouter
