// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// The logs opened last, newest first, kept in the settings.
namespace derouter::recentfiles {

QStringList load();
void add(const QString& path);

} // namespace derouter::recentfiles
