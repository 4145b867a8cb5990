// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/alert.h"

#include <QString>

namespace derouter {

class TimeDisplay;

/// What is said of an alert. Nothing here comes from a log but the name of the log and the masked key.
namespace alerttexts {

/// "402 Insufficient balance", "Many failures", "Over: 529 AI provider overloaded".
QString title(const Alert& alert);

/// "14 failures in 3 min", "14 failures in 3 min, then a request succeeded".
QString facts(const Alert& alert);

/// "It is your move: Deposit USDC or raise budget"; empty where there is nothing to do.
QString advice(const Alert& alert);

/// All of it in one line, for the window. `source` is the name of the log, made harmless; empty where several
/// are meant.
QString sentence(const Alert& alert, const QString& source, const TimeDisplay& times);

} // namespace alerttexts

} // namespace derouter
