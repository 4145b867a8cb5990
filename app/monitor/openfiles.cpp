// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/openfiles.h"

#include "source/rawfile.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace derouter {

namespace {

/// The path without links; of a file that is not there, of its folder.
QString placeOf(const QString& path) {
    const QFileInfo file(path);
    if (const QString canonical = file.canonicalFilePath(); !canonical.isEmpty())
        return canonical;
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? QDir::cleanPath(file.absoluteFilePath())
                            : QDir(folder).filePath(file.fileName());
}

} // namespace

void OpenFiles::add(SourceId id, const SourceSpec& spec) {
    for (const QString& path : spec.older + QStringList{spec.path}) {
        const Entry entry{id, path, QFileInfo(path).isSymLink()};
        m_byPlace.insert(placeOf(path), entry);
        m_entries << entry;
    }
}

void OpenFiles::remove(SourceId id) {
    m_byPlace.removeIf([id](const auto& entry) { return entry.value().id == id; });
    m_entries.removeIf([id](const Entry& entry) { return entry.id == id; });
}

std::optional<SourceId> OpenFiles::find(const QString& path) const {
    const QString place = placeOf(path);
    const auto known = m_byPlace.constFind(place);
    if (known != m_byPlace.cend() && (!known->isLink || placeOf(known->path) == place))
        return known->id;
    // What a link leads to may have changed since; another name of the same file tells nothing by itself.
    const auto number = hasSeveralNames(path) ? numberOf(path) : std::nullopt;
    const auto same = std::ranges::find_if(m_entries, [&](const Entry& entry) {
        return (entry.isLink && placeOf(entry.path) == place) || (number && numberOf(entry.path) == number);
    });
    return same == m_entries.end() ? std::nullopt : std::optional(same->id);
}

} // namespace derouter
