// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/listenerfaults.h"

#include "source/sentences.h"

#include <algorithm>
#include <utility>

namespace derouter {

bool ListenerFaults::isDue() const {
    return std::ranges::any_of(m_faults, [this](const Fault& fault) { return isDue(fault); });
}

std::optional<Gap> ListenerFaults::take(std::uint64_t position) {
    const auto fault = std::ranges::find_if(m_faults, [this](const Fault& each) { return isDue(each); });
    if (fault == m_faults.end())
        return std::nullopt;
    fault->told = Clock::now();
    const QString count = QString::number(std::exchange(fault->count, 0));
    return Gap{position, 0, sentence(static_cast<Kind>(fault - m_faults.begin())).arg(m_place, count)};
}

QString ListenerFaults::sentence(Kind kind) const {
    switch (kind) {
    case Kind::BrokenOff:
        return sourceSentence(
            QT_TRANSLATE_NOOP("Source", "Messages to %1 that broke off in the middle: %2."));
    case Kind::Cut:
        return sourceSentence(
            QT_TRANSLATE_NOOP("Source", "Messages to %1 that were cut, as they are longer than 1 MiB: %2."));
    case Kind::WrongCount:
        return sourceSentence(QT_TRANSLATE_NOOP(
            "Source", "Connections to %1 that were closed, as the length of a message is wrong: %2."));
    case Kind::TooMany:
        return sourceSentence(
            QT_TRANSLATE_NOOP("Source", "Connections to %1 that were closed, as too many are open: %2."));
    case Kind::Dropped:
        return sourceSentence(QT_TRANSLATE_NOOP(
            "Source",
            "Datagrams to %1 that the system dropped, as they came faster than they were read: %2."));
    case Kind::CutDatagram:
        return sourceSentence(QT_TRANSLATE_NOOP(
            "Source", "Datagrams to %1 that were cut, as they are longer than what is taken of one: %2."));
    }
    return {};
}

} // namespace derouter
