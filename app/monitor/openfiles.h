// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sourcespec.h"

#include <QHash>
#include <QList>

#include <optional>

namespace derouter {

/// Finds the source that has a file already, whatever the file is called: by another spelling of its path, by
/// a link, or by another of its names.
class OpenFiles {
public:
    /// With its rotated files.
    void add(SourceId id, const SourceSpec& spec);
    void remove(SourceId id);
    std::optional<SourceId> find(const QString& path) const;

private:
    struct Entry {
        SourceId id = -1;
        QString path;        ///< as it was given
        bool isLink = false; ///< it may lead to another file by now
    };

    QHash<QString, Entry> m_byPlace; ///< absolute and without links, as they were when it was opened
    QList<Entry> m_entries;
};

} // namespace derouter
