// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

#include <vector>

namespace derouter {

/// A language that the program speaks: each file of texts among its resources is one.
struct Language {
    QString name;    ///< of its locale: "de", "zh_CN"
    QString ownName; ///< "Deutsch"
};

/// All of them, by their names.
std::vector<Language> languages();

/// Whether it is one of them, by its name.
bool isSpoken(const QString& language);

/// The language of that name with the formats of the user's country; the system's where the program speaks
/// none of that name, or it is empty.
QLocale localeOf(const QString& language);

/// From now on the program's texts and Qt's own are in that language, English where it is not spoken, and
/// numbers and times in its formats. What is on the screen already stays as it is.
void speak(const QLocale& locale);

} // namespace derouter
