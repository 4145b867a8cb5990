// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/eventbudget.h"

#include "monitor/monitor.h"

#include <QSettings>

#include <algorithm>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

constexpr int least = 16;
constexpr int greatest = 1024 * 1024;
constexpr auto settingsKey = "memory/failuresMiB"_L1;

} // namespace

int eventBudget() {
    constexpr int standard = defaultEventBytes / bytesOfMebibytes(1);
    bool isNumber = false;
    const int kept = QSettings().value(settingsKey).toString().toInt(&isNumber);
    return isNumber ? std::clamp(kept, least, greatest) : standard;
}

void setEventBudget(int mebibytes) {
    QSettings().setValue(settingsKey, std::clamp(mebibytes, least, greatest));
}

} // namespace derouter
