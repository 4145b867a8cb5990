// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace derouter {

/// Undoes what a body in a text went through on its way: HTML's entities (once or twice), percent-encoding,
/// escapes of its quotation marks (`\u0022`, `\x22`, `\\\"`), typographic ones, `<EOL>` for line feeds.
/// Nothing where the text holds no such body; cheap for those.
std::optional<std::string> withoutEncoding(std::string_view text);

/// Takes off the brackets that programs print around a body behind other words: Spring's and Feign's
/// `400 Bad Request: [{…}]`, `Body{{…}}`. Nothing where there are none.
std::optional<std::string> withoutBrackets(std::string_view text);

} // namespace derouter
