// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace derouter {

/// Who gave the failing answer a record speaks of, where the record shows that it was not the API.
enum class AnsweredBy : std::uint8_t {
    Unstated,   ///< the API, as far as the record tells
    LocalProxy, ///< a proxy of the user's own that got no answer from DeRouter
    Network,    ///< the delivery network in front of DeRouter's hosts
    Nobody,     ///< the client went away before there was an answer
};

} // namespace derouter
