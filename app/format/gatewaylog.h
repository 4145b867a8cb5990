// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/transcriptdialect.h"
#include "format/wirelog.h"

#include <memory>
#include <optional>
#include <string_view>

namespace derouter {

/// A line of the execution logs of AWS' API Gateway, which tell of each request step by step, among the steps
/// of others: `(9e7b2c11-…) Received response. Status: 529, Integration latency: 400 ms`. The request's id
/// stands for a connection. Nothing for every other line; cheap for those.
std::optional<WireLine> gatewayLineIn(std::string_view line);

/// One request of such a log.
std::unique_ptr<TranscriptDialect> makeGatewayDialect();

} // namespace derouter
