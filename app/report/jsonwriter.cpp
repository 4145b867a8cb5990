// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/jsonwriter.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstring>

namespace derouter {

namespace {

/// Whether each of eight bytes stands for itself inside a JSON string.
bool isPlain(std::uint64_t bytes) {
    constexpr std::uint64_t each = 0x0101010101010101;
    constexpr std::uint64_t high = each * 0x80;
    const auto hasZero = [](std::uint64_t x) { return (x - each) & ~x & high; };
    const std::uint64_t controls = (bytes - each * 0x20) & ~bytes;
    const std::uint64_t found = ((bytes | controls) & high) | hasZero(bytes ^ (each * '"')) |
                                hasZero(bytes ^ (each * '\\')) | hasZero(bytes ^ (each * 0x7f));
    return found == 0;
}

/// The length of the beginning of `text` in which every byte stands for itself inside a JSON string.
std::size_t plainLength(std::string_view text) {
    std::size_t at = 0;
    std::uint64_t bytes = 0x2020202020202020;
    if (text.size() < sizeof bytes) {
        std::memcpy(&bytes, text.data(), text.size());
        if (isPlain(bytes))
            return text.size();
    }
    for (; at + sizeof bytes <= text.size(); at += sizeof bytes) {
        std::memcpy(&bytes, text.data() + at, sizeof bytes);
        if (!isPlain(bytes))
            break;
    }
    if (text.size() >= sizeof bytes &&
        at + sizeof bytes > text.size()) { // the last eight, some of them again
        std::memcpy(&bytes, text.data() + text.size() - sizeof bytes, sizeof bytes);
        if (isPlain(bytes))
            return text.size();
    }
    const auto needsCare = [](char c) {
        return static_cast<signed char>(c) < 0x20 || c == '"' || c == '\\' || c == 0x7f;
    };
    return static_cast<std::size_t>(std::find_if(text.begin() + at, text.end(), needsCare) - text.begin());
}

/// The length of the UTF-8 character that begins `text`, 0 when there is none: a stray or cut byte, an
/// overlong form, a surrogate.
std::size_t characterLength(std::string_view text) {
    const auto byte = [text](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
    };
    const auto continues = [byte](std::size_t i) { return (byte(i) & 0xc0) == 0x80; };
    const unsigned first = byte(0);
    const unsigned second = byte(1);
    if (first >= 0xc2 && first < 0xe0)
        return continues(1) ? 2 : 0;
    if (first >= 0xe0 && first < 0xf0) {
        const bool valid = (first != 0xe0 || second >= 0xa0) && (first != 0xed || second < 0xa0);
        return valid && continues(1) && continues(2) ? 3 : 0;
    }
    const bool valid = first >= 0xf0 && first < 0xf5 && (first != 0xf0 || second >= 0x90) &&
                       (first != 0xf4 || second < 0x90);
    return valid && continues(1) && continues(2) && continues(3) ? 4 : 0;
}

} // namespace

void JsonWriter::foreignKey(std::string_view utf8) {
    separate();
    put('"');
    putEscaped(utf8);
    put("\":");
    m_needsComma = false;
}

void JsonWriter::text(std::string_view utf8) {
    separate();
    put('"');
    putEscaped(utf8);
    put('"');
    m_needsComma = true;
}

void JsonWriter::number(std::uint64_t value) {
    constexpr std::size_t most = 24;
    separate();
    char* const begin = room(most);
    const auto [end, error] = std::to_chars(begin, begin + most, value);
    m_used = static_cast<std::size_t>(end - m_buffer.get());
    m_needsComma = true;
}

void JsonWriter::milliseconds(std::int64_t microseconds) {
    if (microseconds % 1000 == 0)
        return number(static_cast<std::uint64_t>(microseconds / 1000));
    char digits[32];
    const auto [end, error] =
        std::to_chars(digits, digits + sizeof digits, static_cast<double>(microseconds) / 1000);
    raw({digits, static_cast<std::size_t>(end - digits)});
}

void JsonWriter::endDocument() {
    put('\n');
    m_needsComma = false;
}

bool JsonWriter::flush() {
    const auto size = static_cast<qint64>(m_used);
    m_ok = m_ok && m_device.write(m_buffer.get(), size) == size;
    m_flushed += m_used;
    m_used = 0;
    return m_ok;
}

void JsonWriter::open(char bracket) {
    separate();
    put(bracket);
    m_needsComma = false;
}

void JsonWriter::close(char bracket) {
    put(bracket);
    m_needsComma = true;
}

void JsonWriter::putInPieces(std::string_view bytes) {
    while (!bytes.empty()) {
        if (m_used == bufferSize)
            flush();
        const auto piece = bytes.substr(0, bufferSize - m_used);
        put(piece);
        bytes.remove_prefix(piece.size());
    }
}

void JsonWriter::putEscaped(std::string_view utf8) {
    while (!utf8.empty()) {
        const std::size_t plain = plainLength(utf8);
        put(utf8.substr(0, plain));
        utf8.remove_prefix(plain);
        if (!utf8.empty())
            utf8.remove_prefix(putCharacter(utf8));
    }
}

std::size_t JsonWriter::putCharacter(std::string_view utf8) {
    const auto c = static_cast<unsigned char>(utf8.front());
    if (c == '"' || c == '\\') {
        put('\\');
        put(utf8.front());
        return 1;
    }
    if (c < 0x20 || c == 0x7f) {
        constexpr char hex[] = "0123456789abcdef";
        put("\\u00");
        put(hex[c >> 4]);
        put(hex[c & 15]);
        return 1;
    }
    const std::size_t length = characterLength(utf8);
    put(length > 0 ? utf8.substr(0, length) : "\xef\xbf\xbd");
    return std::max<std::size_t>(length, 1);
}

} // namespace derouter
