// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// For which logs the table is not to follow, kept in the settings: by a hash, so that no name is kept.
namespace derouter::followmemory {

/// Whether the user switched following off the last time this log was open.
bool isOff(const QString& path);
/// What he wants for these logs now. Of very many the latest are kept.
void keep(const QStringList& paths, bool off);

} // namespace derouter::followmemory
