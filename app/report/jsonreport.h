// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/reportscope.h"

#include <QIODevice>

namespace derouter {

/// The one-object report, schema 1. False when the device fails.
bool writeJson(const ReportScope& scope, QIODevice& device);

/// Its failures by time, one object a line with the same members as in the report.
bool writeJsonLines(const ReportScope& scope, QIODevice& device);

/// The failures [first, first + count) in the same way, as they are found.
bool writeJsonLines(const Monitor& monitor, EventStore::Row first, std::size_t count, QIODevice& device);

} // namespace derouter
