// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/readahead.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace derouter {

namespace {

constexpr std::size_t worthThread = std::size_t(1) << 20; ///< bytes
constexpr std::size_t blockBytes = std::size_t(256) << 10;
constexpr int blocks = 4;

QStringList damageOf(ByteStream& stream) {
    QStringList all;
    for (QString damage = stream.takeDamage(); !damage.isEmpty(); damage = stream.takeDamage())
        all.append(damage);
    return all;
}

} // namespace

ReadAhead::ReadAhead(std::unique_ptr<ByteStream> stream)
    : m_stream(std::move(stream)) {}

ReadAhead::~ReadAhead() {
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

Result<std::size_t> ReadAhead::read(std::span<char> buffer) {
    if (!m_thread.joinable())
        return readAlone(buffer);
    if (!m_block)
        takeBlock();
    if (!m_block->read || m_block->read.value() == 0) {
        m_thread.join();
        const auto end = m_block->read;
        giveBack();
        return end;
    }
    const std::size_t count = std::min(buffer.size(), m_block->read.value() - m_given);
    std::memcpy(buffer.data(), m_block->bytes.data() + m_given, count);
    m_given += count;
    if (m_given == m_block->read.value())
        giveBack();
    return count;
}

QString ReadAhead::takeDamage() {
    if (!m_damage.isEmpty())
        return m_damage.takeFirst();
    return m_thread.joinable() ? QString() : m_stream->takeDamage();
}

Result<std::size_t> ReadAhead::readAlone(std::span<char> buffer) {
    const auto read = m_stream->read(buffer);
    m_position = m_stream->position();
    if (!read || read.value() == 0)
        return read;
    m_readAlone += read.value();
    if (m_readAlone >= worthThread)
        begin();
    return read;
}

void ReadAhead::begin() {
    m_empty.resize(blocks);
    for (Block& block : m_empty)
        block.bytes.resize(blockBytes);
    m_damage.append(damageOf(*m_stream));
    m_thread = std::thread(&ReadAhead::readBlocks, this);
}

void ReadAhead::readBlocks() {
    for (bool ended = false; !ended;) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_stopping || !m_empty.empty(); });
        if (m_stopping)
            return;
        Block block = std::move(m_empty.front());
        m_empty.pop_front();
        lock.unlock();

        block.read = m_stream->read(block.bytes);
        block.position = m_stream->position();
        block.damage = damageOf(*m_stream);
        ended = !block.read || block.read.value() == 0;

        lock.lock();
        m_full.push_back(std::move(block));
        lock.unlock();
        m_changed.notify_all();
    }
}

void ReadAhead::takeBlock() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_full.empty(); });
    m_block = std::move(m_full.front());
    m_full.pop_front();
    m_given = 0;
    m_position = m_block->position;
}

/// As with any stream, damage is told behind the bytes that were read with it.
void ReadAhead::giveBack() {
    m_damage.append(std::exchange(m_block->damage, {}));
    {
        const std::lock_guard lock(m_mutex);
        m_empty.push_back(std::move(*m_block));
    }
    m_block.reset();
    m_changed.notify_all();
}

} // namespace derouter
