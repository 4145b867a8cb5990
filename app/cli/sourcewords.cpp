// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/sourcewords.h"

#include "source/address.h"
#include "source/rotatedset.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <optional>
#include <tuple>
#include <utility>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

/// A folder and the pattern of the names in it, empty for all.
using Place = std::pair<QString, QString>;

/// The folder a word stands for; nothing when it stands for a file.
std::optional<Place> folderOf(const QString& word) {
    const QFileInfo info(word);
    if (info.isDir() || (word.endsWith(u'/') && !info.exists()))
        return Place(word, QString());
    if (!info.exists() && info.fileName().contains(QRegularExpression(u"[*?\\[]"_s)))
        return Place(info.path(), info.fileName());
    return std::nullopt;
}

QStringList filesIn(const Place& place) {
    const QDir folder(place.first);
    const QStringList patterns = place.second.isEmpty() ? QStringList() : QStringList{place.second};
    QStringList files;
    for (const QString& name : folder.entryList(patterns, QDir::Files, QDir::Name))
        files << (folder.path() == "."_L1 ? name : folder.filePath(name));
    return files;
}

QStringList filesFor(const QString& word) {
    const auto place = folderOf(word);
    const QStringList files = place ? filesIn(*place) : QStringList();
    return files.isEmpty() ? QStringList{word} : files;
}

std::vector<SourceSpec> logs(const QStringList& files, const SourceSpec& pattern) {
    std::vector<SourceSpec> sources;
    for (QStringList& log : groupedByLog(files)) {
        SourceSpec& spec = sources.emplace_back(pattern);
        spec.path = log.takeLast();
        spec.older = log;
    }
    return sources;
}

} // namespace

std::vector<SourceSpec> sourcesFor(const QStringList& words, const SourceSpec& pattern) {
    const QString standardInput = u"-"_s;
    QStringList files;
    std::vector<SourceSpec> folders;
    std::vector<SourceSpec> addresses;
    for (const QString& word : words) {
        if (isAddress(word)) {
            addresses.push_back(addressSource(word, pattern));
            continue;
        }
        const auto folder = pattern.follow && word != standardInput ? folderOf(word) : std::nullopt;
        if (folder) {
            SourceSpec& spec = folders.emplace_back(pattern);
            spec.kind = SourceSpec::Kind::Folder;
            std::tie(spec.path, spec.names) = *folder;
        } else {
            files << (word == standardInput ? QStringList{word} : filesFor(word));
        }
    }
    std::vector<SourceSpec> sources = logs(files, pattern);
    for (SourceSpec& spec : sources)
        if (spec.path == standardInput) {
            spec.kind = SourceSpec::Kind::StandardInput;
            spec.path.clear();
        }
    sources.insert(sources.end(), folders.begin(), folders.end());
    sources.insert(sources.end(), addresses.begin(), addresses.end());
    return sources;
}

std::vector<SourceSpec> withoutFolders(std::vector<SourceSpec> sources) {
    std::vector<SourceSpec> folders;
    std::erase_if(sources, [&](const SourceSpec& spec) {
        const bool isFolder = spec.kind == SourceSpec::Kind::Folder;
        if (isFolder)
            folders.push_back(spec);
        return isFolder;
    });
    QStringList named;
    for (const SourceSpec& spec : sources)
        if (spec.kind == SourceSpec::Kind::File)
            named << spec.path;
    for (SourceSpec& folder : folders) {
        QStringList found;
        for (const QStringList& log : unreadLogs(filesIn({folder.path, folder.names}), named))
            found << log;
        folder.kind = SourceSpec::Kind::File;
        folder.names.clear();
        for (SourceSpec& log : logs(found, folder)) {
            named << log.path;
            sources.push_back(std::move(log));
        }
    }
    return sources;
}

} // namespace derouter
