// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

#include <cstdint>
#include <string>
#include <string_view>

namespace derouter {

/// Writes JSON straight to a device, for reports of hundreds of thousands of events. The caller keeps the
/// order of begin, key and end right. Texts are UTF-8; bytes that are none become U+FFFD.
class JsonWriter {
public:
    explicit JsonWriter(QIODevice& device)
        : m_device(device) {}
    ~JsonWriter() { flush(); }

    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }
    void key(std::string_view name);
    void text(std::string_view utf8);
    void number(std::uint64_t value);
    void milliseconds(std::int64_t microseconds); ///< a decimal number of milliseconds
    void boolean(bool value) { raw(value ? "true" : "false"); }
    void null() { raw("null"); }
    void newLine() { m_buffer += '\n'; }
    /// Ends a line of JSON lines: what follows is a document of its own.
    void endDocument();

    /// False once the device has failed.
    bool flush();

private:
    void open(char bracket);
    void close(char bracket);
    void raw(std::string_view token);
    void separate();
    void appendEscaped(std::string_view utf8);
    /// Of a character that cannot be copied as it is; gives the bytes it took.
    std::size_t appendCharacter(std::string_view utf8);

    QIODevice& m_device;
    std::string m_buffer;
    bool m_needsComma = false;
    bool m_ok = true;
};

} // namespace derouter
