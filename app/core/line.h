// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace derouter {

/// One line of a source as bytes, without its terminator.
///
/// Only LF ends a line; a CR before it is dropped. The text is a view that the next call to the framer ends.
struct Line {
    std::string_view text;
    std::uint64_t number = 0;  ///< counted from 1 in its source
    std::uint64_t offset = 0;  ///< of its first byte in the source's (decompressed) stream
    std::uint64_t bytes = 0;   ///< with its terminator, and with what was cut
    bool cut = false;          ///< longer than the framer keeps; `text` is its beginning
    bool unterminated = false; ///< the stream ended without a line feed
};

} // namespace derouter
