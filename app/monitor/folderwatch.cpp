// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/folderwatch.h"

#include "source/archivesource.h"
#include "source/contentkind.h"
#include "source/rawfile.h"

#include <QDir>

#include <algorithm>
#include <chrono>
#include <utility>

namespace derouter {

using namespace std::chrono_literals;

namespace {

constexpr auto poll = 1000ms;
/// Between two looks, however much happens in the folder.
constexpr auto pause = 100ms;
/// A file that was written so long ago is not just being made.
constexpr qint64 settledAfter = 2000;

bool isBinary(const QString& path) {
    RawFile file(path);
    QByteArray beginning(64 * 1024, Qt::Uninitialized);
    if (!file.open())
        return false; // its source will say why
    const std::int64_t read = file.readAt(0, {beginning.data(), static_cast<std::size_t>(beginning.size())});
    return read > 0 && contentKind(QByteArrayView(beginning).first(read)).kind == ContentKind::Kind::Binary;
}

/// Whether a file of this size, last written then, is a log.
FolderWatch::Verdict verdictOn(const QString& path, qint64 size, const QDateTime& modified) {
    using Verdict = FolderWatch::Verdict;
    const bool isBeingMade = modified.msecsTo(QDateTime::currentDateTime()) < settledAfter;
    if (size == 0)
        return isBeingMade ? Verdict::NotYet : Verdict::Log;
    if (isBinary(path))
        return Verdict::NoLog;
    return isBeingMade && ArchiveSource::isFor(path) ? Verdict::NotYet : Verdict::Log;
}

} // namespace

FolderWatch::FolderWatch(QString folder, QString names, QStringList ignored, std::function<void()> notify)
    : m_folder(std::move(folder))
    , m_names(std::move(names))
    , m_ignored(std::move(ignored))
    , m_notify(std::move(notify))
    , m_thread([this] { run(); }) {}

FolderWatch::~FolderWatch() {
    m_stopping = true;
    m_watch.wake();
    m_thread.join();
}

std::optional<FolderWatch::Listing> FolderWatch::take() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_listing, std::nullopt);
}

void FolderWatch::run() {
    while (!m_stopping) {
        list();
        m_watch.waitInFolder(m_folder, poll, poll);
        if (!m_stopping)
            m_watch.waitReadable(-1, pause);
    }
}

bool FolderWatch::isIgnored(const QFileInfo& file) const {
    return std::ranges::any_of(m_ignored, [&](const QString& path) {
        const QFileInfo ours(path);
        const bool isNamedAlike =
            file.fileName() == ours.fileName() || file.fileName().startsWith(ours.fileName() + u'.');
        return isNamedAlike && QFileInfo(file.absolutePath()) == QFileInfo(ours.absolutePath());
    });
}

/// A link to a log that is found by its own name: whatever file it leads to, now or later, would be read twice.
bool FolderWatch::leadsToListed(const QFileInfo& file) const {
    const QFileInfo target(file.isSymLink() ? file.symLinkTarget() : QString());
    return target.isFile() && !target.isHidden() && !isIgnored(target) &&
           QFileInfo(target.absolutePath()) == QFileInfo(m_folder) &&
           (m_names.isEmpty() || QDir::match(m_names, target.fileName()));
}

/// A folder whose names do not change costs one look at itself.
void FolderWatch::list() {
    const QDateTime changed = QFileInfo(m_folder).lastModified();
    if (m_isSettled && changed == m_changed)
        return;
    // The clock of a file system is coarse: a second change may still get the same stamp.
    m_isSettled = changed.msecsTo(QDateTime::currentDateTime()) > settledAfter || !changed.isValid();
    m_changed = changed;
    const QDir folder(m_folder);
    const QStringList patterns = m_names.isEmpty() ? QStringList() : QStringList{m_names};
    Listing listing{.exists = folder.exists(), .logs = {}};
    QHash<QString, Seen> seen;
    for (const QFileInfo& file : folder.entryInfoList(patterns, QDir::Files, QDir::Name)) {
        if (m_stopping)
            return;
        const QString path = folder.path() == u"." ? file.fileName() : folder.filePath(file.fileName());
        if (isIgnored(file) || leadsToListed(file))
            continue;
        const Seen before = m_seen.value(path);
        Seen now{.size = file.size(), .modified = file.lastModified(), .verdict = before.verdict};
        const bool isSame = now.size == before.size && now.modified == before.modified;
        if (now.verdict != Verdict::Log && (now.verdict == Verdict::NotYet || !isSame))
            now.verdict = verdictOn(path, now.size, now.modified);
        if (now.verdict == Verdict::Log)
            listing.logs << path;
        m_isSettled = m_isSettled && now.verdict != Verdict::NotYet;
        seen.insert(path, now);
    }
    m_seen = std::move(seen);
    if (m_last == listing)
        return;
    m_last = listing;
    {
        const std::lock_guard lock(m_mutex);
        m_listing = std::move(listing);
    }
    m_notify();
}

} // namespace derouter
