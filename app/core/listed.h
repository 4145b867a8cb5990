// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QStringList>

namespace derouter {

/// "status, type, message": items one behind the other as the user's language writes them.
inline QString listed(const QStringList& items) {
    return items.join(QCoreApplication::translate("List", ", ", "between the items of an enumeration"));
}

} // namespace derouter
