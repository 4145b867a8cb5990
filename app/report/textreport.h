// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/reportscope.h"

#include <QIODevice>

namespace derouter {

/// The report for people: what was read, what failed, whose move it is and what to do. In the program's
/// language. False when the device fails.
bool writeText(const ReportScope& scope, QIODevice& device);
bool writeMarkdown(const ReportScope& scope, QIODevice& device);

} // namespace derouter
