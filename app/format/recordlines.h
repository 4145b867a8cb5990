// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/fields.h"

#include <optional>
#include <string_view>

namespace derouter {

class RecordBuilder;

/// Reads what stands below the first line of a record of text whose lines were put together: a traceback, a
/// body, the dump of an error's members, what Java and .NET threw. `dump`: what an object printed there
/// stands for, where that is known. True when the lines state an error.
bool mineLinesBelow(std::string_view record, std::optional<Place> dump, RecordBuilder& builder);

/// Reads the lines that are indented below a log's line as that record's own text: what stands in them is the
/// record's, a margin apart. Where the line is of an everyday level and tells of no failure they may be
/// anything. `head`: that line without its stamp. True when they state an error.
bool mineBlockBelow(std::string_view record, std::string_view head, RecordBuilder& builder);

/// Whose text it is that stands in one piece.
enum class Speaker : unsigned char {
    Error,   ///< an exception's: nothing in it is a quotation
    Message, ///< a log's, which may quote anything
};

/// The same for a text of several lines that its log holds in one piece, such as a string of JSON. Lines that
/// would be records of their own in a plain log are read as such: a stream of events, an HTTP exchange, an
/// error's line behind others. Where a message begins to quote, reading ends. Nothing for a single line.
bool minePiece(std::string_view text, Speaker speaker, RecordBuilder& builder);

} // namespace derouter
