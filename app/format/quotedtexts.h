// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace derouter {

/// Whether words lead to what a person wrote in a chat, a mail, a comment: `message from @bob: `, `<bob> `.
bool isChat(std::string_view words);

/// Whether words lead to a numbered piece of a text that was found: `chunk 12: "`.
bool isPieceOfText(std::string_view words);

/// Whether words are a statement of SQL, perhaps behind what a log puts before it: what it sets and asks for is
/// no answer's. What a failure names is none.
bool isStatementOfSql(std::string_view words);

} // namespace derouter
