// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errorevent.h"

#include <cstdint>
#include <string_view>

namespace derouter {

/// How the record of a sighting is made, whatever it tells: the names of an object's members in their order;
/// of a text its level, whether it is one line, whether it states a time. What one place of a program writes
/// has one form. 0 where nobody compares words: an access log says none, and an id decides alone.
std::uint32_t formOf(const Sighting& sighting, std::string_view raw);

/// In which words the record says that something failed, up to the one that does: `app.llm completion
/// failed`. One place of a program, or its like, says it once of a request. 0 where no such words stand
/// there.
std::uint32_t wordingOf(const Sighting& sighting, std::string_view raw);

} // namespace derouter
