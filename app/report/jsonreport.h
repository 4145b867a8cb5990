// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/reportscope.h"

#include <QIODevice>

#include <vector>

namespace derouter {

/// The one-object report, schema 1. False when the device fails.
bool writeJson(const ReportScope& scope, QIODevice& device);

/// Failures, one object a line with the same members as in the report.
bool writeJsonLines(const Monitor& monitor, const std::vector<EventStore::Row>& rows, QIODevice& device);

} // namespace derouter
