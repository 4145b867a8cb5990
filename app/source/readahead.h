// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source/bytestream.h"

#include <QStringList>

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace derouter {

/// Another stream, read ahead by a thread of its own: unpacking goes on while what was unpacked is read.
///
/// The thread begins once so much was read that it is worth one, and is over at the end or at an error.
/// Position and damage are those of what was given, not of what was read ahead. Used by one thread; nobody
/// else may use the stream below meanwhile.
class ReadAhead final : public ByteStream {
    Q_DISABLE_COPY_MOVE(ReadAhead)

public:
    explicit ReadAhead(std::unique_ptr<ByteStream> stream);
    ~ReadAhead() override;

    Result<std::size_t> read(std::span<char> buffer) override;
    std::uint64_t position() const override { return m_position; }
    QString takeDamage() override;

private:
    struct Block {
        std::vector<char> bytes;
        Result<std::size_t> read = std::size_t(0); ///< how many of them hold something
        std::uint64_t position = 0;
        QStringList damage;
    };

    Result<std::size_t> readAlone(std::span<char> buffer);
    void begin();
    void readBlocks();
    void takeBlock();
    void giveBack();

    std::unique_ptr<ByteStream> m_stream; ///< of the thread while there is one
    std::uint64_t m_position = 0;
    QStringList m_damage;
    std::size_t m_readAlone = 0;  ///< bytes
    std::optional<Block> m_block; ///< that is being given
    std::size_t m_given = 0;      ///< of its bytes

    std::thread m_thread;
    std::mutex m_mutex; ///< of what follows
    std::condition_variable m_changed;
    std::deque<Block> m_full;
    std::deque<Block> m_empty;
    bool m_stopping = false;
};

} // namespace derouter
