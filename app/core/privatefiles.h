// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileDevice>
#include <QString>
#include <QStringList>

namespace derouter {

inline constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

/// Makes files of the program's own, which tell what the user reads and looks for, readable for their owner
/// alone.
///
/// A sentence that names those which others could read or write before; empty when there were none. Where
/// files have no such permissions, nothing is done.
QString keepPrivate(const QStringList& paths);

/// Makes an empty file for its owner alone where there is none, with the folders it is in: QSettings keeps
/// the permissions of a file that is there.
void createPrivate(const QString& path);

} // namespace derouter
