// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source/logsource.h"

#include <QByteArray>

namespace derouter {

/// A log that is read while it comes: no end of it stands yet, and nothing of it is sought again.
class LiveSource : public LogSource {
public:
    bool ends() const final { return false; }
    std::uint64_t position() const final { return m_position; }
    std::uint64_t size() const final { return 0; }
    /// What comes is being written now.
    std::optional<Microseconds> lastModified() const final;

protected:
    /// So many bytes were written to the reader's buffer.
    ReadResult given(std::size_t bytes);
    /// Moves what finds room from the beginning of `held` to the beginning of `buffer`: so many bytes.
    static std::size_t moveInto(std::span<char> buffer, QByteArray& held);

private:
    std::uint64_t m_position = 0;
};

} // namespace derouter
