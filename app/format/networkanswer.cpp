// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/networkanswer.h"

#include "format/statuswords.h"

namespace derouter {

std::string_view titleOfNetwork(std::string_view title) {
    constexpr std::string_view behindHost = " | ";
    const std::size_t at = title.find(behindHost);
    const auto said = at == title.npos ? std::string_view() : title.substr(at + behindHost.size());
    const bool whole = leadingStatus(said) && said.substr(3).starts_with(": ");
    return whole && title.substr(0, at).find(' ') == title.npos ? said : std::string_view();
}

std::optional<int> statusOfNetwork(std::string_view line) {
    constexpr std::string_view words = "error code: ";
    const bool whole = line.starts_with(words) && line.size() == words.size() + 3;
    return whole ? leadingStatus(line.substr(words.size())) : std::nullopt;
}

} // namespace derouter
