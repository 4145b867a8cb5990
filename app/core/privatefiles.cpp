// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privatefiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace derouter {

QString keepPrivate(const QStringList& paths) {
    QStringList exposed;
#ifdef Q_OS_UNIX
    constexpr QFileDevice::Permissions others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    for (const QString& path : paths) {
        const QFileInfo info(path);
        if (info.exists() && (info.permissions() & others) && QFile::setPermissions(path, ownerOnly))
            exposed << info.fileName();
    }
#endif
    return exposed.isEmpty() ? QString()
                             : QCoreApplication::translate(
                                   "PrivateFiles",
                                   "Others could read what the program keeps for you (%1); now only you can.")
                                   .arg(exposed.join(QStringLiteral(", ")));
}

void createPrivate(const QString& path) {
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    (void)file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly);
}

} // namespace derouter
