// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace derouter {

/// Whether a line, behind its stamp, is no program's word about a request, whatever stands in it: a turn of a
/// conversation, `assistant: API Error: 529 {…}`, what an agent's tool printed, a database's statement, or a
/// sample of metrics as Prometheus reads them, `llm_errors_total{type="overloaded_error"} 3`.
bool isForeignLine(std::string_view line);

} // namespace derouter
