// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace derouter {

/// Behind the letters, digits and signs of a key; a sign that nothing follows is a sentence's.
qsizetype tokenEnd(QStringView text, qsizetype begin);

/// Behind all lines over which a terminal or a collector has spread a token whose first one ends at `end`.
qsizetype wrappedEnd(QStringView text, qsizetype end);

} // namespace derouter
