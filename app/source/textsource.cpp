// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/textsource.h"

#include <QDateTime>

#include <algorithm>
#include <cstring>
#include <utility>

namespace derouter {

TextSource::TextSource(QByteArray text)
    : m_text(std::move(text))
    , m_made(QDateTime::currentMSecsSinceEpoch() * 1000) {}

ReadResult TextSource::read(std::span<char> buffer) {
    const qsizetype count = std::min(m_text.size() - m_given, static_cast<qsizetype>(buffer.size()));
    if (count == 0)
        return {.status = ReadResult::Status::Ended};
    std::memcpy(buffer.data(), m_text.constData() + m_given, static_cast<std::size_t>(count));
    m_given += count;
    return {.status = ReadResult::Status::Data, .bytes = static_cast<std::uint64_t>(count)};
}

} // namespace derouter
