// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "monitor/eventbudget.h"
#include "theme.h"

#include <QStringList>

namespace derouter {

/// What the user can choose for good, as QSettings() keep it. A value that cannot be read is the standard
/// one.
struct Preferences {
    theme::Scheme look = theme::Scheme::System;
    QString language{};                    ///< of `languages()` by its name, the system's where it is empty
    bool utc = false;                      ///< times in UTC, else in the zone of the computer
    int failuresMiB = standardEventBudget; ///< from the program's start on
    QStringList hosts{};                   ///< count as DeRouter's, beside the built-in ones
    QStringList paths{};                   ///< the same, for paths

    static Preferences load();
    void save() const;
    /// The look alone.
    static void saveLook(theme::Scheme look);

    friend bool operator==(const Preferences&, const Preferences&) = default;
};

/// The hosts, one a line, in lower case; else one sentence that says what is none.
Result<QStringList> parseHosts(const QString& lines);
/// The paths, one a line; else one sentence that says what is none.
Result<QStringList> parsePaths(const QString& lines);

} // namespace derouter
