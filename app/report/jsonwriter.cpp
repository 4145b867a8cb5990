// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/jsonwriter.h"

#include <algorithm>
#include <charconv>

namespace derouter {

namespace {

constexpr std::size_t flushAt = 256 * 1024;

/// The length of the beginning of `text` in which every byte stands for itself inside a JSON string.
std::size_t plainLength(std::string_view text) {
    const auto needsCare = [](char c) {
        return static_cast<signed char>(c) < 0x20 || c == '"' || c == '\\' || c == 0x7f;
    };
    return static_cast<std::size_t>(std::ranges::find_if(text, needsCare) - text.begin());
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

void JsonWriter::key(std::string_view name) {
    separate();
    m_buffer += '"';
    appendEscaped(name);
    m_buffer += "\":";
    m_needsComma = false;
}

void JsonWriter::text(std::string_view utf8) {
    separate();
    m_buffer += '"';
    appendEscaped(utf8);
    m_buffer += '"';
    m_needsComma = true;
    if (m_buffer.size() > flushAt)
        flush();
}

void JsonWriter::number(std::uint64_t value) {
    char digits[24];
    const auto [end, error] = std::to_chars(digits, digits + sizeof digits, value);
    raw({digits, static_cast<std::size_t>(end - digits)});
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
    m_buffer += '\n';
    m_needsComma = false;
}

bool JsonWriter::flush() {
    const auto size = static_cast<qint64>(m_buffer.size());
    m_ok = m_ok && m_device.write(m_buffer.data(), size) == size;
    m_buffer.clear();
    return m_ok;
}

void JsonWriter::open(char bracket) {
    separate();
    m_buffer += bracket;
    m_needsComma = false;
}

void JsonWriter::close(char bracket) {
    m_buffer += bracket;
    m_needsComma = true;
}

void JsonWriter::raw(std::string_view token) {
    separate();
    m_buffer += token;
    m_needsComma = true;
}

void JsonWriter::separate() {
    if (m_needsComma)
        m_buffer += ',';
}

void JsonWriter::appendEscaped(std::string_view utf8) {
    while (!utf8.empty()) {
        const std::size_t plain = plainLength(utf8);
        m_buffer.append(utf8.substr(0, plain));
        utf8.remove_prefix(plain);
        if (!utf8.empty())
            utf8.remove_prefix(appendCharacter(utf8));
    }
}

std::size_t JsonWriter::appendCharacter(std::string_view utf8) {
    const auto c = static_cast<unsigned char>(utf8.front());
    if (c == '"' || c == '\\') {
        m_buffer += {'\\', utf8.front()};
        return 1;
    }
    if (c < 0x20 || c == 0x7f) {
        constexpr char hex[] = "0123456789abcdef";
        m_buffer += "\\u00";
        m_buffer += {hex[c >> 4], hex[c & 15]};
        return 1;
    }
    const std::size_t length = characterLength(utf8);
    m_buffer += length > 0 ? utf8.substr(0, length) : "\xef\xbf\xbd";
    return std::max<std::size_t>(length, 1);
}

} // namespace derouter
