// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>
#include <QTemporaryFile>

#include <memory>
#include <system_error>

namespace derouter {

/// A file for a report: readable and writable by its owner alone, never through a symbolic link. It is
/// written beside its place and takes it when complete, so that a report that fails leaves what was there.
class OutputFile {
public:
    /// Says why the file cannot be written: a link, a folder, no permission.
    static Result<std::unique_ptr<OutputFile>> open(const QString& path);

    QIODevice& device() { return m_file; }
    bool flush();
    /// Takes its place before it is complete, for readers that follow what is written: at once where nothing
    /// stands there, else with the first `flush()` that succeeds. Where open files cannot be renamed,
    /// `commit()` does it.
    void publish();
    Result<Done> commit();

private:
    explicit OutputFile(const QString& path);

    std::error_code takePlace();

    QString m_path;
    bool m_isPublished = false;
    bool m_inPlace = false;
    QTemporaryFile m_file; ///< mode 0600
};

} // namespace derouter
