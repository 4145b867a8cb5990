// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

namespace derouter {

/// Writes JSON straight to a device, for reports of hundreds of thousands of events. The caller keeps the
/// order of begin, key and end right. Texts are UTF-8; bytes that are none become U+FFFD.
class JsonWriter {
public:
    explicit JsonWriter(QIODevice& device)
        : m_device(device)
        , m_buffer(std::make_unique<char[]>(bufferSize)) {}
    ~JsonWriter() { flush(); }

    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }
    /// One of this program's names: nothing in it needs an escape.
    void key(std::string_view name) {
        char* at = room(name.size() + 4); // two quotation marks, a comma and a colon
        *at = ',';
        at += m_needsComma ? 1 : 0;
        *at++ = '"';
        std::memcpy(at, name.data(), name.size());
        at += name.size();
        *at++ = '"';
        *at++ = ':';
        m_used = static_cast<std::size_t>(at - m_buffer.get());
        m_needsComma = false;
    }
    /// A name that comes from elsewhere.
    void foreignKey(std::string_view utf8);
    void text(std::string_view utf8);
    void number(std::uint64_t value);
    void milliseconds(std::int64_t microseconds); ///< a decimal number of milliseconds
    void boolean(bool value) { value ? raw("true") : raw("false"); }
    void null() { raw("null"); }
    void newLine() { put('\n'); }
    /// Ends a line of JSON lines: what follows is a document of its own.
    void endDocument();

    /// Bytes so far.
    std::uint64_t written() const { return m_flushed + m_used; }
    /// The last ones of them; empty where they are not at hand any more.
    std::string_view last(std::uint64_t bytes) const {
        return bytes <= m_used ? std::string_view(m_buffer.get() + m_used - bytes, bytes)
                               : std::string_view();
    }
    /// Members of an object as `last()` gave them, with the comma before them.
    void repeat(std::string_view members) {
        put(members);
        m_needsComma = true;
    }

    /// False once the device has failed.
    bool flush();

private:
    void open(char bracket);
    void close(char bracket);
    void raw(std::string_view token) {
        separate();
        put(token);
        m_needsComma = true;
    }
    /// For so many bytes, which are few, behind those that are used.
    char* room(std::size_t bytes) {
        if (bytes > bufferSize - m_used)
            flush();
        return m_buffer.get() + m_used;
    }
    void separate() {
        if (m_needsComma)
            put(',');
    }
    void put(char c) {
        if (m_used == bufferSize)
            flush();
        m_buffer[m_used++] = c;
    }
    void put(std::string_view bytes) {
        if (bytes.size() > bufferSize - m_used)
            return putInPieces(bytes);
        std::memcpy(m_buffer.get() + m_used, bytes.data(), bytes.size());
        m_used += bytes.size();
    }
    void putInPieces(std::string_view bytes);
    void putEscaped(std::string_view utf8);
    /// Of a character that cannot be copied as it is; gives the bytes it took.
    std::size_t putCharacter(std::string_view utf8);

    static constexpr std::size_t bufferSize = 256 * 1024;

    QIODevice& m_device;
    std::unique_ptr<char[]> m_buffer;
    std::size_t m_used = 0;
    std::uint64_t m_flushed = 0;
    bool m_needsComma = false;
    bool m_ok = true;
};

} // namespace derouter
