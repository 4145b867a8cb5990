// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/reportscope.h"

#include <QIODevice>

namespace derouter {

/// One self-contained page: the chart as SVG, the causes with the guide's advice, and the failures. No
/// script, nothing loaded from elsewhere; every text escaped. The latest 2,000 failures are listed, and the
/// page says so when there are more. False when the device fails.
bool writeHtml(const ReportScope& scope, QIODevice& device);

} // namespace derouter
