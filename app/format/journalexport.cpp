// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/journalexport.h"

#include <algorithm>

namespace derouter {

namespace {

constexpr std::size_t maxValue = 1024 * 1024;
constexpr std::uint64_t maxLines = 5000; ///< of an entry; what is longer is none

bool isFieldName(std::string_view name) {
    return !name.empty() && name.size() <= 64 && std::ranges::all_of(name, [](char c) {
        return c == '_' || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    });
}

/// The eight bytes before a value. Where they are no UTF-8 the line may have been read as Latin-1: then each
/// is a character.
bool takeLength(std::string_view& line, std::size_t& length) {
    length = 0;
    for (int at = 0; at < 8; ++at) {
        if (line.empty())
            return false;
        auto byte = static_cast<unsigned char>(line.front());
        const bool two = (byte == 0xC2 || byte == 0xC3) && line.size() > 1 &&
                         (static_cast<unsigned char>(line[1]) & 0xC0) == 0x80;
        if (two)
            byte = static_cast<unsigned char>(((byte & 0x03) << 6) | (line[1] & 0x3F));
        line.remove_prefix(two ? 2 : 1);
        if (at < 4)
            length |= static_cast<std::size_t>(byte) << (8 * at);
    }
    return length <= maxValue;
}

} // namespace

/// `Tue 2026-11-03 08:14:07.532114 UTC [s=…;i=…;b=…;m=…;t=…;x=…]`
static bool isVerboseHead(std::string_view line) {
    const std::size_t cursor = line.ends_with(']') ? line.find(" [s=") : line.npos;
    return cursor != line.npos && cursor > 20 && cursor < 60 && line[3] == ' ' &&
           line.find(";i=", cursor) != line.npos;
}

bool JournalExport::takes(std::string_view line) const {
    if (m_verbose)
        return m_lines < maxLines;
    if (isOpen())
        return m_lines < maxLines &&
               (!m_name.empty() || line.empty() || isFieldName(line.substr(0, line.find('='))));
    return isVerboseHead(line) || line.starts_with("__CURSOR=") || line.starts_with("__REALTIME_TIMESTAMP=");
}

bool JournalExport::add(std::string_view line, std::uint64_t number, std::uint64_t offset,
                        std::uint64_t bytes) {
    if (!isOpen()) {
        m_firstLine = number;
        m_offset = offset;
    }
    m_bytes += bytes;
    ++m_lines;
    if (m_verbose || isVerboseHead(line)) {
        addVerbose(line);
        return false;
    }
    if (!m_name.empty()) {
        addValue(line);
        return false;
    }
    const std::size_t equals = line.find('=');
    if (equals != line.npos)
        take(line.substr(0, equals), line.substr(equals + 1));
    else
        m_name = line;
    return line.empty();
}

/// The head, a field, or a further line of the message, which stands below its first.
void JournalExport::addVerbose(std::string_view line) {
    constexpr std::size_t indent = 4;
    if (!m_verbose) {
        m_verbose = true;
        m_head = line;
        return;
    }
    line.remove_prefix(indent);
    const std::size_t equals = line.find('=');
    if (equals != line.npos && isFieldName(line.substr(0, equals))) {
        const auto name = line.substr(0, equals);
        m_inMessage = name == "MESSAGE";
        take(name, line.substr(equals + 1));
    } else if (m_inMessage) {
        constexpr std::size_t below = 8; // the length of the field's name
        m_message.append("\n").append(line.substr(std::min(line.find_first_not_of(' '), below)));
    }
}

void JournalExport::addValue(std::string_view line) {
    if (m_lengthKnown)
        m_value += '\n';
    else if (!takeLength(line, m_length))
        m_length = 0; // torn: the line is all there is
    m_lengthKnown = true;
    m_value += line;
    if (m_value.size() < m_length)
        return;
    take(m_name, m_value);
    m_name.clear();
    m_value.clear();
    m_lengthKnown = false;
}

void JournalExport::take(std::string_view name, std::string_view value) {
    const bool better = name == "_SOURCE_REALTIME_TIMESTAMP";
    if (name == "MESSAGE")
        m_message = value;
    else if (better || (name == "__REALTIME_TIMESTAMP" && m_time.empty()))
        m_time = value;
    else if (name == "SYSLOG_IDENTIFIER")
        m_program = value;
    else if (name == "_PID")
        m_process = value;
    else if (name == "CONTAINER_PARTIAL_MESSAGE")
        m_part = value == "true";
}

} // namespace derouter
