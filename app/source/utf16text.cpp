// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/utf16text.h"

#include <QByteArray>
#include <QString>

#include <cstring>

namespace derouter {

std::optional<Utf16Text> Utf16Text::decoderFor(ContentKind::Kind kind) {
    if (kind == ContentKind::Kind::Utf16LittleEndian)
        return Utf16Text(QStringDecoder::Utf16LE);
    if (kind == ContentKind::Kind::Utf16BigEndian)
        return Utf16Text(QStringDecoder::Utf16BE);
    return std::nullopt;
}

// Two bytes of UTF-16 become at most three of UTF-8. Both coders keep what a block cut in two: half a unit,
// half a surrogate pair.
std::size_t Utf16Text::decode(std::span<const char> raw, std::span<char> buffer) {
    const QString decoded = m_decoder.decode(QByteArrayView(raw.data(), static_cast<qsizetype>(raw.size())));
    const QByteArray utf8 = m_encoder.encode(decoded);
    std::memcpy(buffer.data(), utf8.constData(), static_cast<std::size_t>(utf8.size()));
    return static_cast<std::size_t>(utf8.size());
}

void Utf16Text::reset() {
    m_decoder.resetState();
    m_encoder.resetState();
}

} // namespace derouter
