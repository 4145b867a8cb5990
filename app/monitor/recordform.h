// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace derouter {

/// How a record is made, whatever it tells: the names of an object's members in their order; of a text its
/// level, whether it is one line, whether it is `dated`. What one place of a program writes has one form.
/// Never 0.
std::uint32_t formOf(std::string_view raw, bool dated);

} // namespace derouter
