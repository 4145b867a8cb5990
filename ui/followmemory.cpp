// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "followmemory.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace derouter::followmemory {

namespace {

constexpr qsizetype most = 100;
constexpr auto key = "follow/off"_L1;

QString nameOf(const QString& path) {
    const QByteArray absolute = QFileInfo(path).absoluteFilePath().toUtf8();
    return QString::fromLatin1(
        QCryptographicHash::hash(absolute, QCryptographicHash::Sha256).toHex().first(16));
}

} // namespace

bool isOff(const QString& path) {
    return QSettings().value(key).toStringList().contains(nameOf(path));
}

void keep(const QStringList& paths, bool off) {
    QStringList names = QSettings().value(key).toStringList();
    for (const QString& path : paths) {
        names.removeAll(nameOf(path));
        if (off)
            names.prepend(nameOf(path));
    }
    QSettings().setValue(key, names.mid(0, most));
}

} // namespace derouter::followmemory
