// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace derouter {

/// A log format as users name it: `--format NAME`, `--list-formats`.
struct FormatDescription {
    QString name;        ///< "nginx-json"
    QString description; ///< one line, English
};

/// Every format the program knows by name, sorted by name.
std::vector<FormatDescription> knownFormats();

/// Empty when `format` is a known name or a layout that compiles; else one sentence that says why not.
QString checkFormat(const QString& format);

} // namespace derouter
