// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace derouter {

class RecordBuilder;

/// The failing status in what Symfony's HttpClient throws: `HTTP/2 429  returned for "https://…".`, with the
/// reason where the answer's first line had one.
std::optional<int> statusReturnedFor(std::string_view line);

/// `Response: "529 https://…"`, which Symfony's HttpClient logs of each answer. False: it is no such line.
bool mineSymfonyAnswer(std::string_view line, RecordBuilder& builder);

} // namespace derouter
