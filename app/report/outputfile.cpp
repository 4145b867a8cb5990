// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/outputfile.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <filesystem>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

} // namespace

OutputFile::OutputFile(const QString& path)
    : m_path(path)
    , m_file(QFileInfo(path).absolutePath() + u"/.derouter-report-XXXXXX"_s) {}

Result<std::unique_ptr<OutputFile>> OutputFile::open(const QString& path) {
    const QFileInfo info(path);
    if (info.isSymLink())
        return Error{Text::tr("%1 is a symbolic link; a report is not written through links.").arg(path)};
    if (info.exists() && !info.isFile())
        return Error{Text::tr("%1 is not a regular file.").arg(path)};
    std::unique_ptr<OutputFile> output(new OutputFile(path));
    if (!output->m_file.open())
        return Error{Text::tr("%1 cannot be written: %2.").arg(path, output->m_file.errorString())};
    return output;
}

Result<Done> OutputFile::commit() {
    m_file.flush();
    const QString written = m_file.fileName();
    const bool complete = m_file.error() == QFileDevice::NoError;
    m_file.close();
    // Renaming replaces a link that came meanwhile; it never writes through it.
    std::error_code failure;
    if (complete)
        std::filesystem::rename(written.toStdU16String(), m_path.toStdU16String(), failure);
    if (!complete || failure)
        return Error{
            Text::tr("%1 cannot be written: %2.")
                .arg(m_path, complete ? QString::fromStdString(failure.message()) : m_file.errorString())};
    m_file.setAutoRemove(false);
    return Done{};
}

} // namespace derouter
