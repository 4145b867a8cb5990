// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errorevent.h"

#include <cstdint>
#include <string_view>

namespace derouter {

/// Notes of a sighting how its record is made and worded, whatever it tells.
///
/// Its form: the names of an object's members in their order; of a text its level, whether it is one line,
/// whether it states a time. What one place of a program writes has one form. 0 where nobody compares words:
/// an access log says none, and an id decides alone.
///
/// Its wording: in which words it says that something failed, up to the one that does: `app.llm completion
/// failed`. One place of a program, or its like, says it once of a request. 0 where no such words stand
/// there.
void noteForm(Sighting& sighting, std::string_view raw);

} // namespace derouter
