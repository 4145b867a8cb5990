// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "guide/errorguide.h"

#include <QCoreApplication>

namespace derouter {

/// The words of a cause, marked where they are not the guide's but ours.
inline QString markedWords(const guide::Text& text) {
    return text.isEmpty() || text.origin == guide::Origin::Guide
               ? text.translated()
               : QCoreApplication::translate("OurReading", "%1 (our reading)").arg(text.translated());
}

} // namespace derouter
