// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/monitor.h"

#include <QString>

namespace derouter {

/// How good a failure's time is, in a sentence; empty for an exact one. A zone that was assumed is named.
QString timeQualityText(const Monitor& monitor, EventStore::Row row);

/// "Europe/Berlin", or "Europe/Berlin (this computer's)": the zone of the source's stamps that name none.
QString assumedZoneName(const SourceSpec& spec);

} // namespace derouter
