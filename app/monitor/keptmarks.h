// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/marks.h"

#include <QJsonArray>

#include <vector>

namespace derouter {

/// Marks as a session file holds them.
QJsonArray toJson(const std::vector<Mark>& marks);

/// What is no mark is left out; at most Marks::most.
std::vector<Mark> marksFrom(const QJsonArray& list);

} // namespace derouter
