// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source/contentkind.h"

#include <QStringDecoder>
#include <QStringEncoder>

#include <cstddef>
#include <optional>
#include <span>

namespace derouter {

/// Makes UTF-8 of a log's UTF-16, block by block, wherever the blocks cut a character.
class Utf16Text {
public:
    /// Nothing when the content is of another kind.
    static std::optional<Utf16Text> decoderFor(ContentKind::Kind kind);

    /// The most raw bytes whose UTF-8 fits into so much room.
    static std::size_t rawBytesFor(std::size_t room) { return room / 2; }
    /// Writes the UTF-8 of `raw` to the beginning of `buffer`; how many bytes.
    std::size_t decode(std::span<const char> raw, std::span<char> buffer);
    /// What follows is of another place.
    void reset();

private:
    explicit Utf16Text(QStringDecoder::Encoding encoding)
        : m_decoder(encoding) {}

    QStringDecoder m_decoder;
    QStringEncoder m_encoder{QStringEncoder::Utf8};
};

} // namespace derouter
