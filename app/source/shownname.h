// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace derouter {

/// A name that a stranger chose, for one line of a screen, a terminal or a report: control characters, line
/// breaks and characters that turn or hide text become visible marks, and what is too long is cut.
QString shownName(const QString& name);

} // namespace derouter
