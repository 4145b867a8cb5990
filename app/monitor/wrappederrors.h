// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errorevent.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace derouter {

/// Whether `line` tells the error of `inner`, both lines of a log, with more words and a colon before it, as
/// the layers of a program add them: `ask: 529 …`, then `job 42: ask: 529 …`. The error goes to the end of
/// both; before it stands in `inner` nothing but a logger's head, or the name of a member. Another try of the
/// same is none.
bool isWrapped(std::string_view inner, std::string_view line);

/// Names the failures of a log, in its order, so that one that a program's next layer tells right behind is
/// the whole of which the one before it was a part.
class WrappedErrors {
public:
    /// `raw`: the record's text. One that names its request is known by that.
    void note(Sighting& sighting, std::string_view raw);

private:
    bool isRightBehind(const Sighting& sighting) const;
    bool isWrappedIn(const Sighting& sighting, std::string_view line) const;

    std::string m_line; ///< of the last failure; empty: it cannot be wrapped
    std::string m_type;
    std::string m_model;
    FailureCode m_code;
    std::optional<Microseconds> m_time;
    std::uint64_t m_endLine = 0;
    std::uint64_t m_name = 0;
    std::uint64_t m_count = 0;
};

} // namespace derouter
