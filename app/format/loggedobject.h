// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace derouter {

class RecordBuilder;

/// The object that a logger printed behind a line's words, or in place of a message: in JSON, as Python's
/// `{'status': 529}`, Ruby's `{:status=>529}` and `{status: 529}`, or as util.inspect prints one on a line.
struct LoggedObject {
    std::string_view words;  ///< before it; the whole line where none stands there
    std::string_view object; ///< empty where none stands there

    explicit operator bool() const { return !object.empty(); }
};

/// The object that ends the line. Monolog's empty contexts may stand behind it, and what nginx adds to a
/// message; zap's may be cut.
LoggedObject loggedObject(std::string_view line);

/// Reads what such an object tells of the record, unless the words before it lead to a quotation: a prompt,
/// options, what is sent. Gives the words.
std::string_view readLoggedObject(std::string_view line, RecordBuilder& builder);

/// Behind the object that `text` begins with, in any of these spellings; its size when it stays open.
std::size_t endOfObject(std::string_view text);

/// Whether the brace at `at` begins an object among words.
bool beginsLoggedObject(std::string_view line, std::size_t at);

} // namespace derouter
