// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QFileInfo>
#include <QString>

namespace derouter {

/// A sentence of the sources in the user's language; mark it with QT_TRANSLATE_NOOP("Source", …).
inline QString sourceSentence(const char* text) {
    return QCoreApplication::translate("Source", text);
}

/// What a file is called in sentences about its folder.
inline QString baseName(const QString& path) {
    return QFileInfo(path).fileName();
}

} // namespace derouter
