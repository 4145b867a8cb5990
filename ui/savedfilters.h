// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewstate.h"

#include <QList>
#include <QString>

#include <cstddef>
#include <vector>

/// Sets of filters under names of the user's, kept in QSettings() and readable by the user alone.
namespace derouter::savedfilters {

struct Set {
    QString name;
    std::vector<FilterTerm> terms;
};

/// By name. What cannot be read any more is left out.
QList<Set> load();
/// In the place of one of the same name. Filters that hold a secret are left out: says how many are kept, and
/// does nothing where none is.
std::size_t save(const QString& name, const std::vector<FilterTerm>& terms);
void remove(const QString& name);

/// What was shown last, for the next run, without what holds a secret.
void keepLast(const ViewState& view);
/// All, where nothing was kept.
ViewState last();

} // namespace derouter::savedfilters
