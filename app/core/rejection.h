// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace derouter {

/// Why a line was not understood.
enum class Rejection : std::uint8_t {
    NothingKnown, ///< neither a time stamp nor anything of a request
    NotJson,      ///< begins like JSON and is none
    OtherLayout,  ///< does not fit the layout that was chosen for the source
};

} // namespace derouter
