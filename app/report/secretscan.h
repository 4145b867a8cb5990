// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/hiddenspan.h"

#include <QStringView>

namespace derouter {

/// The keys, credentials, cookies, mail addresses and prompts in a text, by their shapes and by the names
/// before them; in base64 too. By rising begin, none overlaps another. Other escapes are taken off before:
/// see `unescaped()`; `isUnescaped`: they were.
HiddenSpans secretSpans(QStringView text, bool isUnescaped = false);

} // namespace derouter
