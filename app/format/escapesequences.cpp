// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/escapesequences.h"

#include <charconv>
#include <cstdint>

namespace derouter {

namespace {

void appendUtf8(std::string& to, std::uint32_t code) {
    if (code < 0x80) {
        to += static_cast<char>(code);
    } else if (code < 0x800) {
        to += static_cast<char>(0xC0 | (code >> 6));
        to += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        to += static_cast<char>(0xE0 | (code >> 12));
        to += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        to += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        to += static_cast<char>(0xF0 | (code >> 18));
        to += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
        to += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        to += static_cast<char>(0x80 | (code & 0x3F));
    }
}

bool readHex(std::string_view text, std::size_t digits, std::uint32_t& code) {
    if (text.size() < digits)
        return false;
    const auto [end, error] = std::from_chars(text.data(), text.data() + digits, code, 16);
    return error == std::errc() && end == text.data() + digits;
}

/// Appends the code point of `digits` hexadecimal digits, of two `\u` halves where they belong together.
/// Gives the bytes read.
std::size_t appendCode(std::string& text, std::string_view rest, std::size_t digits) {
    std::uint32_t code = 0;
    if (!readHex(rest, digits, code))
        return 0;
    std::uint32_t low = 0;
    if (code >= 0xD800 && code < 0xDC00 && rest.substr(4, 2) == "\\u" && readHex(rest.substr(6), 4, low) &&
        low >= 0xDC00 && low < 0xE000) {
        appendUtf8(text, 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00));
        return 10;
    }
    appendUtf8(text, code >= 0xD800 && code < 0xE000 ? 0xFFFD : code);
    return digits;
}

} // namespace

std::string withoutEscapeSequences(std::string_view raw) {
    std::string text;
    text.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] != '\\' || i + 1 == raw.size()) {
            text += raw[i];
            continue;
        }
        switch (const char c = raw[++i]) {
        case 'n':
            text += '\n';
            break;
        case 't':
            text += '\t';
            break;
        case 'r':
            text += '\r';
            break;
        case 'b':
        case 'f':
            text += ' ';
            break;
        case 'u':
            i += appendCode(text, raw.substr(i + 1), 4);
            break;
        case 'x':
            i += appendCode(text, raw.substr(i + 1), 2);
            break;
        default:
            text += c;
            break;
        }
    }
    return text;
}

} // namespace derouter
