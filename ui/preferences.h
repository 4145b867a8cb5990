// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "keymap.h"
#include "monitor/eventbudget.h"
#include "theme.h"

#include <QStringList>

namespace derouter {

/// What the user wants to be told of the failures of followed logs.
struct AlertPreferences {
    bool on = false;            ///< else nothing
    bool desktop = false;       ///< beside the window: notifications, and an icon in the tray
    bool inTray = false;        ///< without the window too, which goes into the tray when it is closed
    int failuresPerMinute = 30; ///< so many are too many; 0: never
    int silentMinutes = 15;     ///< of a log that used to write; 0: never
    int repeats = 2;            ///< 502s of so many calls within ten minutes

    friend bool operator==(const AlertPreferences&, const AlertPreferences&) = default;
};
inline constexpr int mostFailuresPerMinute = 100'000;
inline constexpr int mostSilentMinutes = 24 * 60;
inline constexpr int mostRepeats = 100;

/// What the user can choose for good, as QSettings() keep it. A value that cannot be read is the standard
/// one.
struct Preferences {
    theme::Scheme look = theme::Scheme::System;
    QString language{};                    ///< of `languages()` by its name, the system's where it is empty
    bool utc = false;                      ///< times in UTC, else in the zone of the computer
    int failuresMiB = standardEventBudget; ///< from the program's start on
    QStringList hosts{};                   ///< count as DeRouter's, beside the built-in ones
    QStringList paths{};                   ///< the same, for paths
    QString guideFile{};                   ///< a guide::GuideFile; empty: the built-in texts
    theme::CodeColors colors{};
    AlertPreferences alerts{};
    KeyChoices keys{}; ///< also those of commands that this version does not have

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
