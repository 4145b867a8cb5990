// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/texts.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace derouter {

class RecordBuilder;

/// What curl's `-w` writes behind an answer: `%{http_code}` in the user's own words, or `%{json}`.
struct WriteOut {
    int status = 0;
    std::string_view method = {};
    std::string_view url = {};
};

/// The answer's outcome in a line of its own: `529`, `HTTP 529`, `http_code=529`, curl's object. Nothing
/// where the line says anything else.
std::optional<WriteOut> writeOutIn(std::string_view line);

/// An error body alone on a line, which curl's `-w` may go on with.
class PrintedBody {
public:
    /// Whether the line is such a body, and nothing a logger wrote. Cheap for others.
    static bool isOne(std::string_view line);

    bool isOpen() const { return m_open; }
    void begin(std::string_view line, std::uint64_t number, std::uint64_t offset, std::uint64_t bytes);
    /// Reads the body as the answer that `writeOut` tells of.
    void read(const WriteOut& writeOut, RecordBuilder& builder) const;
    /// What stands behind the body on its own line.
    std::string_view tail() const { return m_text.view().substr(m_length); }
    void close() { m_open = false; }

    std::string_view line() const { return m_text.view(); } ///< padded as JsonReader wants it
    std::uint64_t number() const { return m_number; }
    std::uint64_t offset() const { return m_offset; }
    std::uint64_t bytes() const { return m_bytes; }

private:
    PaddedText m_text;
    std::size_t m_length = 0; ///< of the body
    std::uint64_t m_number = 0;
    std::uint64_t m_offset = 0;
    std::uint64_t m_bytes = 0;
    bool m_open = false;
};

} // namespace derouter
