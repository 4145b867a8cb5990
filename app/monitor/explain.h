// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errorevent.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace derouter {

/// What a pasted piece of text tells.
struct Explanation {
    static constexpr std::size_t most = 10;

    std::vector<Sighting> failures; ///< in their order, each once; at most `most`
    std::size_t more = 0;           ///< failures beyond those
    std::size_t records = 0;        ///< records that tell of a request, failed or not
    std::string otherId;            ///< what is called a request's id and is none of DeRouter's

    // Of its requests that did not fail, the first that was stated.
    std::string requestId;
    std::optional<Microseconds> time;
    int status = 0;
};

/// What one pasted piece of text says about failed requests: an error body, an exception, lines of a log of
/// any known format, or the output of `curl -i`. No failures when no error of an API is recognised in it.
Explanation explain(std::string_view text);

} // namespace derouter
