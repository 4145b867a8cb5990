// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/jsonwriter.h"

#include <charconv>

namespace derouter {

namespace {

constexpr qsizetype flushAt = 256 * 1024;

/// Whether every byte stands for itself inside a JSON string.
bool isPlain(std::string_view text) {
    for (const char c : text)
        if (static_cast<signed char>(c) < 0x20 || c == '"' || c == '\\')
            return false;
    return true;
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

bool JsonWriter::flush() {
    m_ok = m_ok && m_device.write(m_buffer) == m_buffer.size();
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
    m_buffer.append(token.data(), static_cast<qsizetype>(token.size()));
    m_needsComma = true;
}

void JsonWriter::separate() {
    if (m_needsComma)
        m_buffer += ',';
}

void JsonWriter::appendEscaped(std::string_view utf8) {
    if (isPlain(utf8)) {
        m_buffer.append(utf8.data(), static_cast<qsizetype>(utf8.size()));
        return;
    }
    // Decoding replaces what is no UTF-8.
    const QByteArray valid = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())).toUtf8();
    for (const char c : valid) {
        if (c == '"' || c == '\\') {
            m_buffer += '\\';
            m_buffer += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            constexpr char hex[] = "0123456789abcdef";
            m_buffer += "\\u00";
            m_buffer += hex[c >> 4];
            m_buffer += hex[c & 15];
        } else {
            m_buffer += c;
        }
    }
}

} // namespace derouter
