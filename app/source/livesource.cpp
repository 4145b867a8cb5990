// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/livesource.h"

#include <QDateTime>

#include <algorithm>

namespace derouter {

std::optional<Microseconds> LiveSource::lastModified() const {
    return QDateTime::currentMSecsSinceEpoch() * 1000;
}

ReadResult LiveSource::given(std::size_t bytes) {
    m_position += bytes;
    return {.status = ReadResult::Status::Data, .bytes = bytes};
}

std::size_t LiveSource::moveInto(std::span<char> buffer, QByteArray& held) {
    const auto count = std::min(buffer.size(), static_cast<std::size_t>(held.size()));
    std::copy_n(held.cbegin(), count, buffer.begin());
    held.remove(0, static_cast<qsizetype>(count));
    return count;
}

} // namespace derouter
