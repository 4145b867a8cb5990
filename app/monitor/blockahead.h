// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source/logsource.h"

#include <QtGlobal>

#include <semaphore>
#include <span>
#include <thread>

namespace derouter {

/// Reads the next block of a source on a thread of its own, while what was read before is worked on.
///
/// Used by one thread, the source's. From `begin()` to `finish()` that one leaves the source and the buffer
/// alone.
class BlockAhead {
    Q_DISABLE_COPY_MOVE(BlockAhead)

public:
    explicit BlockAhead(LogSource& source);
    /// Waits for what is under way.
    ~BlockAhead();

    void begin(std::span<char> buffer);
    bool isUnderWay() const { return m_isUnderWay; }
    /// What the source gave. Waits for it.
    ReadResult finish();

private:
    void run();

    LogSource& m_source; ///< of the thread, as the next two, between the semaphores
    std::span<char> m_buffer;
    ReadResult m_result;
    bool m_isUnderWay = false;
    bool m_isOver = false;
    std::binary_semaphore m_wanted{0};
    std::binary_semaphore m_done{0};
    std::thread m_thread; ///< last: it uses everything above
};

} // namespace derouter
