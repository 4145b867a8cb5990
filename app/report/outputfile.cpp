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
    , m_file(QFileInfo(path).absolutePath() + u"/.derouter-report"_s) {}

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

std::error_code OutputFile::takePlace() {
    // Renaming replaces a link that came meanwhile; it never writes through it.
    std::error_code failure;
    if (!m_inPlace)
        std::filesystem::rename(m_file.fileName().toStdU16String(), m_path.toStdU16String(), failure);
    m_inPlace = !failure;
    m_file.setAutoRemove(!m_inPlace);
    return failure;
}

bool OutputFile::flush() {
    if (!m_file.flush())
        return false;
    if (m_isPublished)
        takePlace();
    return true;
}

void OutputFile::publish() {
    m_isPublished = true;
    if (!QFileInfo::exists(m_path))
        takePlace();
}

Result<Done> OutputFile::commit() {
    m_file.flush();
    const bool complete = m_file.error() == QFileDevice::NoError;
    const QString problem = m_file.errorString();
    m_file.close();
    const std::error_code failure = complete ? takePlace() : std::error_code();
    if (complete && !failure)
        return Done{};
    return Error{Text::tr("%1 cannot be written: %2.")
                     .arg(m_path, complete ? QString::fromLocal8Bit(failure.message().c_str()) : problem)};
}

} // namespace derouter
