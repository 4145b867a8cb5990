// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "filtertext.h"
#include "logfixture.h"

namespace derouter {

/// The filter as a user types it; times are of the day of `noon`.
inline EventFilter filterOf(const QString& text, bool calls = false) {
    const auto terms = filtertext::parse(text, {TimeDisplay(), noon.toMSecsSinceEpoch() * 1000});
    if (!terms)
        qFatal("no filter: %s", qPrintable(terms.error().message));
    return {.terms = terms.value(), .calls = calls};
}

} // namespace derouter
