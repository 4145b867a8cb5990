// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace derouter {

/// Finds what the files of one log tell twice when they come one after another and none can be gone back in:
/// a rotated file beside its compressed twin, or an older state of the log.
///
/// A file that begins with all lines of an earlier one is passed over up to there. Fewer than 256 shared
/// bytes are chance. Remembers hashes only, one for each 64 KiB.
class RepeatedLines {
public:
    static constexpr std::size_t blockSize = 64 * 1024;

    struct Part {
        QByteArrayView text = {};     ///< not told before; good as long as the block, and until the next call
        std::uint64_t bytes = 0;      ///< passed over before it
        std::uint64_t duplicates = 0; ///< lines in them
    };

    /// What follows is a file of the log of this name.
    void begin(const QString& log);
    /// The next block of the file, of exactly `blockSize` bytes unless it is the last one.
    Part take(std::span<const char> block);
    /// The file ended.
    Part end();

private:
    /// A file that was read, block by block.
    struct Known {
        std::vector<std::size_t> blocks; ///< hashes of the full ones
        std::size_t rest = 0;            ///< hash of the last one
        std::size_t restSize = 0;

        std::size_t size() const { return blocks.size() * blockSize + restSize; }
        friend bool operator==(const Known&, const Known&) = default;
    };

    std::size_t repeated(std::span<const char> block);
    Part passOver(QByteArrayView repeated);

    std::map<QString, std::vector<Known>> m_logs;
    std::vector<Known>* m_log = nullptr;
    std::vector<const Known*> m_candidates; ///< that the file began like so far
    Known m_file;
    QByteArray m_line; ///< the unfinished line behind what was passed over
    QByteArray m_text;
};

} // namespace derouter
