// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/blockahead.h"

#include <utility>

namespace derouter {

BlockAhead::BlockAhead(LogSource& source)
    : m_source(source)
    , m_thread([this] { run(); }) {}

BlockAhead::~BlockAhead() {
    if (m_isUnderWay)
        m_done.acquire();
    m_isOver = true;
    m_wanted.release();
    m_thread.join();
}

void BlockAhead::begin(std::span<char> buffer) {
    m_buffer = buffer;
    m_isUnderWay = true;
    m_wanted.release();
}

ReadResult BlockAhead::finish() {
    m_done.acquire();
    m_isUnderWay = false;
    return std::exchange(m_result, {});
}

void BlockAhead::run() {
    for (m_wanted.acquire(); !m_isOver; m_wanted.acquire()) {
        m_result = m_source.read(m_buffer);
        m_done.release();
    }
}

} // namespace derouter
