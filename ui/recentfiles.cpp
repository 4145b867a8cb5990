// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recentfiles.h"

#include "report/redactor.h"

#include <QFileInfo>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace derouter::recentfiles {

namespace {

constexpr qsizetype most = 10;

QString key() {
    return u"recentFiles"_s;
}

} // namespace

QStringList load() {
    return QSettings().value(key()).toStringList();
}

void add(const QString& path) {
    if (path.isEmpty() || path.startsWith(QLatin1String(":/")))
        return;
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (Redactor().redact(QStringView(absolute)).replaced() > 0)
        return; // it would be kept
    QStringList paths = load();
    paths.removeAll(absolute);
    paths.prepend(absolute);
    QSettings().setValue(key(), paths.mid(0, most));
}

} // namespace derouter::recentfiles
