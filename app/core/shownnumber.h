// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

#include <cstdint>

namespace derouter {

/// A count as the user's language writes it.
inline QString shownNumber(std::uint64_t count) {
    return QLocale().toString(static_cast<qulonglong>(count));
}

} // namespace derouter
