// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/reportscope.h"

#include <QIODevice>

#include <string>

namespace derouter {

/// A text as a cell of CSV: no formula, quoted where it has to be, also for readers that part cells by `;` or
/// tabs.
std::string csvCell(std::string text);

/// The failures as a table by RFC 4180, with the columns of the JSON report's events. A text that a
/// spreadsheet would take for a formula gets an apostrophe before it. False when the device fails.
bool writeCsv(const ReportScope& scope, QIODevice& device);

} // namespace derouter
