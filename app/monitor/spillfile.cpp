// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/spillfile.h"

#include <QDir>
#include <QStandardPaths>
#include <QTemporaryFile>

#include <functional>
#include <utility>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

/// A folder for temporary files often stands in memory, which there is too little of.
QStringList usualFolders() {
    QStringList folders{QStandardPaths::writableLocation(QStandardPaths::CacheLocation), QDir::tempPath()};
    folders.removeAll(QString());
    return folders;
}

/// Takes the name away while the file is open; where that cannot be, those that nobody has open any more.
void removeName([[maybe_unused]] QTemporaryFile& file) {
#ifdef Q_OS_UNIX
    ::unlink(QFile::encodeName(file.fileName()).constData());
    file.setAutoRemove(false);
#else
    const QDir folder = QFileInfo(file.fileName()).dir();
    for (const QString& name : folder.entryList({u"records-*.spill"_s}, QDir::Files))
        if (folder.filePath(name) != file.fileName())
            QFile::remove(folder.filePath(name));
#endif
}

} // namespace

std::uint32_t recordHash(std::string_view record) {
    const std::uint64_t hash = std::hash<std::string_view>()(record);
    const auto folded = static_cast<std::uint32_t>(hash ^ (hash >> 32));
    return folded == 0 ? 1 : folded;
}

SpillFile::SpillFile(std::size_t size, QString folder)
    : m_size(size)
    , m_folder(std::move(folder)) {}

SpillFile::~SpillFile() = default;
SpillFile::SpillFile(SpillFile&& other) noexcept = default;
SpillFile& SpillFile::operator=(SpillFile&& other) noexcept = default;

bool SpillFile::open() {
    if (m_file || m_failed)
        return m_file != nullptr;
    for (const QString& each : m_folder.isEmpty() ? usualFolders() : QStringList{m_folder}) {
        QDir().mkpath(each);
        auto file = std::make_unique<QTemporaryFile>(QDir(each).filePath(u"records-XXXXXX.spill"_s));
        if (!file->open())
            continue;
        removeName(*file);
        m_file = std::move(file);
        return true;
    }
    m_failed = true;
    return false;
}

std::optional<std::uint64_t> SpillFile::put(std::string_view record) {
    if (record.size() > m_size || !open())
        return std::nullopt;
    const std::uint64_t at = m_next + record.size() > m_size ? 0 : m_next;
    const auto bytes = static_cast<qint64>(record.size());
    if (!m_file->seek(static_cast<qint64>(at)) || m_file->write(record.data(), bytes) != bytes ||
        !m_file->flush())
        return std::nullopt;
    m_next = at + record.size();
    return at + 1;
}

std::string SpillFile::read(std::uint64_t place, std::size_t bytes) const {
    std::string record(bytes, '\0');
    if (!m_file || place == 0 || !m_file->seek(static_cast<qint64>(place - 1)))
        return {};
    const qint64 count = m_file->read(record.data(), static_cast<qint64>(bytes));
    record.resize(static_cast<std::size_t>(std::max<qint64>(count, 0)));
    return record;
}

int SpillFile::descriptor() const {
    return m_file ? m_file->handle() : -1;
}

} // namespace derouter
