// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/eventbudget.h"

#include "monitor/monitor.h"

#include <QSettings>

#include <algorithm>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

static_assert(bytesOfMebibytes(standardEventBudget) == defaultEventBytes);
constexpr auto settingsKey = "memory/failuresMiB"_L1;

} // namespace

int eventBudget() {
    bool isNumber = false;
    const int kept = QSettings().value(settingsKey).toString().toInt(&isNumber);
    return isNumber ? std::clamp(kept, leastEventBudget, greatestEventBudget) : standardEventBudget;
}

void setEventBudget(int mebibytes) {
    QSettings().setValue(settingsKey, std::clamp(mebibytes, leastEventBudget, greatestEventBudget));
}

} // namespace derouter
