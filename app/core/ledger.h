// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timerange.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace derouter {

/// Bytes a source should have given and did not, or holds and is not to give.
struct Gap {
    std::uint64_t from = 0;                ///< offset in the file
    std::uint64_t bytes = 0;               ///< how many; 0 when that cannot be known
    QString cause;                         ///< one sentence
    bool isLoss = true;                    ///< false: what was passed over is no log
    std::optional<Microseconds> time = {}; ///< by the log: of the record before it, else of the next one
};

/// What became of the log itself while it was read.
struct Turnover {
    enum class Kind : std::uint8_t {
        Rotation,   ///< another file goes on with it
        Restart,    ///< what writes it was started again
        Resumption, ///< for a while nothing was read: the computer slept, or the program was halted
    };
    Kind kind = Kind::Rotation;
    std::optional<Microseconds> time = {}; ///< as of Gap
    std::int64_t seconds = 0;              ///< of Resumption: how long that was
};

/// The account of a source's bytes: everything read is in a line, in the waiting partial line, or skipped
/// with a cause.
struct Ledger {
    std::uint64_t bytesInLines = 0;
    std::uint64_t bytesInPartial = 0;
    std::uint64_t bytesRepeated = 0;        ///< skipped: they were given before
    std::uint64_t bytesOfZeros = 0;         ///< skipped: holes
    std::uint64_t duplicatesSuppressed = 0; ///< lines that another file of the same set has too
    std::uint64_t linesUnterminated = 0;    ///< the stream ended, or was broken off, before their line feed
    std::vector<Gap> gaps;
    std::vector<Turnover> turnovers; ///< at most `mostTurnovers`, the first ones

    static constexpr std::size_t mostTurnovers = 1000;

    std::uint64_t bytesSkipped() const { return bytesRepeated + bytesOfZeros; }
    std::uint64_t bytesRead() const { return bytesInLines + bytesInPartial + bytesSkipped(); }
};

} // namespace derouter
