// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/bytestream.h"

#include "source/rawfile.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace derouter {

Result<std::size_t> FileBytes::read(std::span<char> buffer) {
    const std::int64_t count = m_file.readAt(m_offset, buffer);
    if (count < 0)
        return m_file.readError();
    m_offset += count;
    return static_cast<std::size_t>(count);
}

std::int64_t FileBytes::size() const {
    return m_file.size();
}

QByteArrayView PeekedBytes::peek(qsizetype bytes) {
    qsizetype have = m_ahead.size();
    m_ahead.resize(std::max(have, bytes));
    while (have < bytes && !m_error) {
        const auto read = m_stream.read({m_ahead.data() + have, static_cast<std::size_t>(bytes - have)});
        if (!read)
            m_error = read.error();
        if (!read || read.value() == 0)
            break;
        have += static_cast<qsizetype>(read.value());
    }
    m_ahead.truncate(have);
    return QByteArrayView(m_ahead).first(std::min(have, bytes));
}

Result<std::size_t> PeekedBytes::read(std::span<char> buffer) {
    if (m_ahead.isEmpty() && m_error)
        return *std::exchange(m_error, std::nullopt);
    if (m_ahead.isEmpty())
        return m_stream.read(buffer);
    const auto count = std::min(buffer.size(), static_cast<std::size_t>(m_ahead.size()));
    std::memcpy(buffer.data(), m_ahead.constData(), count);
    m_ahead.remove(0, static_cast<qsizetype>(count));
    return count;
}

} // namespace derouter
