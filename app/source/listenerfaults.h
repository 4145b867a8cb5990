// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger.h"

#include <QString>

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <utility>

namespace derouter {

/// What goes wrong with what others send, counted and told as gaps: of each kind at once the first time, then
/// not more often than somebody can read.
class ListenerFaults {
public:
    enum class Kind {
        BrokenOff,   ///< messages that ended in the middle
        Cut,         ///< messages longer than what is kept of one
        WrongCount,  ///< connections closed because messages could not be told apart
        TooMany,     ///< connections that found no place
        Dropped,     ///< datagrams that the system had no room for
        CutDatagram, ///< datagrams longer than what is taken of one
    };
    using Clock = std::chrono::steady_clock;

    /// `place`: how sentences call the listener.
    ListenerFaults(QString place, std::chrono::milliseconds tellEvery)
        : m_place(std::move(place))
        , m_tellEvery(tellEvery) {}

    void add(Kind kind, std::uint64_t count = 1) { of(kind).count += count; }
    /// From now on each is told at once.
    void tellAtOnce() { m_tellEvery = {}; }
    /// Whether there is one to tell now.
    bool isDue() const;
    /// The next one that is due, at this place of the stream.
    std::optional<Gap> take(std::uint64_t position);

private:
    struct Fault {
        std::uint64_t count = 0;
        Clock::time_point told{};
    };

    Fault& of(Kind kind) { return m_faults[static_cast<std::size_t>(kind)]; }
    bool isDue(const Fault& fault) const {
        return fault.count > 0 && Clock::now() - fault.told >= m_tellEvery;
    }
    QString sentence(Kind kind) const;

    QString m_place;
    std::chrono::milliseconds m_tellEvery;
    std::array<Fault, 6> m_faults;
};

} // namespace derouter
