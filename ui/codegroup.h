// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errorevent.h"

#include <QString>

#include <cstdint>
#include <span>

/// The rows of the legend and the series of the chart: one group for each code of the guide, then the
/// failures without a status, then all other codes together.
namespace derouter::codegroups {

/// A set of groups, one bit each.
using Mask = std::uint32_t;

struct Group {
    FailureCode code;
    bool pooled = false; ///< all codes that have no group of their own; `code` says nothing then
    WhoseMove move = WhoseMove::Unknown; ///< of the code alone, whatever type or message say
};

/// In a fixed order: by whose move, then by status; the pooled group is the last.
std::span<const Group> all();
int indexOf(FailureCode code);
constexpr Mask bit(int group) {
    return Mask(1) << group;
}

/// "529", "stream", "none", "other": as filters are written, in no language.
QString key(int group);
/// "529", "in stream", "no response", "other".
QString label(int group);
/// What the guide calls it, for tooltips and the accessible name.
QString meaning(int group);

/// Both of them, for menus.
QString title(int group);

} // namespace derouter::codegroups
