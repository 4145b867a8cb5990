// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace derouter {

/// A value as a programming language prints it, with the members it has.
struct NotationNode {
    std::string key;
    std::string text; ///< of a scalar
    bool container = false;
    bool bare = false; ///< a scalar without quotation marks
    std::vector<NotationNode> members;

    const NotationNode* member(std::string_view name) const;
};

/// A member's name in lower case and without `_`.
std::string plainKey(std::string_view key);

struct ReadNotation {
    NotationNode node;
    std::size_t length = 0; ///< read of the text
};

/// Reads a container that `text` begins with: `{`, `[` or `(`, whose members are named. Knows quotation
/// marks, the names of types before values (`String("…")`, `string(5) "…"`, `main.Error{…}`), and texts
/// without any marks, which end where the next member begins. Nothing when it is none. A text that ends
/// closes everything.
std::optional<ReadNotation> readNotation(std::string_view text);

} // namespace derouter
