// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

#include <optional>
#include <vector>

namespace derouter {

/// A layout or regular expression that the user gave a name.
struct SavedFormat {
    QString name;
    QString format; ///< as FormatCatalog::choose() takes it

    friend bool operator==(const SavedFormat&, const SavedFormat&) = default;
};

/// The formats the user saved, kept in QSettings(): the application's names must be set before. What is saved
/// counts at once: FormatCatalog::current() knows it by name and by its lines. Any thread.
namespace savedformats {

/// Makes those that were saved earlier known to FormatCatalog::current().
void load();
/// Sorted by name.
std::vector<SavedFormat> all();
/// Replaces one of the same name. The error is one sentence: a name that cannot be one, a format that is
/// wrong.
std::optional<Error> save(const SavedFormat& format);
void remove(const QString& name);

} // namespace savedformats

} // namespace derouter
