// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/rotatedset.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <tuple>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

/// A file's name taken apart.
struct RotatedName {
    QString log;    ///< name of the log itself
    QString date;   ///< digits of the date and time in the name; empty in numbered names
    int number = 0; ///< counted from the newest in numbered names, from the oldest behind a date
    bool isCompressed = false;

    /// Rises from the oldest to the newest. A plain file stands before its compressed copy.
    auto age() const {
        return std::tuple(date.isEmpty(), date, date.isEmpty() ? -number : number, isCompressed);
    }
};

const QRegularExpression& compressionSuffix() {
    static const QRegularExpression suffix(u"\\.(gz|zst|bz2|xz|lz4|Z)$"_s);
    return suffix;
}

/// A number, or a date with an optional time of day and an index; before the log's suffix or behind
/// everything.
const QRegularExpression& rotation() {
    static const QRegularExpression pattern(
        u"^(?<log>.+?)"
        "(?:[.](?<number>\\d{1,3})|[.](?<old>old)"
        "|[-._](?<date>\\d{4}-?\\d{2}-?\\d{2}(?:[-T_.]?\\d{2}(?:[-:_.]?\\d{2}){0,2}(?:[.,]\\d{1,6})?)?)"
        "(?:[-.](?<index>\\d{1,4}))?)"
        "(?<suffix>[.](?:log|txt|out|err|json|jsonl|ndjson))?$"_s);
    return pattern;
}

std::optional<RotatedName> takenApart(QString name) {
    RotatedName rotated;
    rotated.isCompressed = compressionSuffix().match(name).hasMatch();
    name.remove(compressionSuffix());
    const auto match = rotation().match(name);
    if (!match.hasMatch())
        return std::nullopt;
    rotated.log = match.captured(u"log"_s) + match.captured(u"suffix"_s);
    rotated.date = match.captured(u"date"_s);
    rotated.date.removeIf([](QChar c) { return !c.isDigit(); });
    rotated.number = match.captured(rotated.date.isEmpty() ? u"number"_s : u"index"_s).toInt();
    return rotated;
}

/// Tells most names of a large folder from a log's rotated ones without taking them apart.
bool mayBelongTo(const QString& log, const QString& name) {
    const qsizetype dot = log.lastIndexOf(u'.');
    const qsizetype stem = dot > 0 ? dot : log.size();
    return name.size() > log.size() && QStringView(u".-_").contains(name[stem]) &&
           QStringView(name).first(stem) == QStringView(log).first(stem);
}

QString nameOf(const std::filesystem::directory_entry& entry) {
#ifdef Q_OS_WIN
    return QString::fromStdWString(entry.path().filename().native());
#else
    return QFile::decodeName(entry.path().filename().c_str());
#endif
}

/// The names in the file's folder that may be rotated ones of its own. A QDir takes too long for this where
/// thousands of logs stand in one folder, as each of them looks.
QStringList filesBeside(const QFileInfo& file) {
    QStringList names;
    std::error_code failure;
    const std::filesystem::path folder(QFile::encodeName(file.absolutePath()).toStdString());
    std::filesystem::directory_iterator entry(folder, failure);
    for (const std::filesystem::directory_iterator end; !failure && entry != end; entry.increment(failure)) {
        std::error_code unknown;
        if (const QString name = nameOf(*entry);
            mayBelongTo(file.fileName(), name) && entry->is_regular_file(unknown))
            names << name;
    }
    return names;
}

QString logOf(const QString& path) {
    return QDir::cleanPath(QFileInfo(logOfRotated(path).value_or(path)).absoluteFilePath());
}

/// Rises from the oldest to the newest: the log itself is newer than every file that was rotated away.
auto ageOf(const QString& path) {
    const auto rotated = takenApart(QFileInfo(path).fileName());
    return std::pair(!rotated, rotated.value_or(RotatedName()).age());
}

} // namespace

std::optional<QString> logOfRotated(const QString& path) {
    const QFileInfo file(path);
    const auto rotated = takenApart(file.fileName());
    if (!rotated)
        return std::nullopt;
    return path.left(path.size() - file.fileName().size()) + rotated->log;
}

QStringList rotatedFiles(const QString& path) {
    const QFileInfo file(path);
    const QString prefix = path.left(path.size() - file.fileName().size());
    std::vector<std::pair<RotatedName, QString>> found;
    for (const QString& name : filesBeside(file))
        if (auto rotated = takenApart(name); rotated && rotated->log == file.fileName())
            found.emplace_back(std::move(*rotated), prefix + name);
    std::ranges::sort(found, {},
                      [](const auto& entry) { return std::pair(entry.first.age(), entry.second); });
    QStringList files;
    for (const auto& entry : found)
        files << entry.second;
    return files;
}

QList<QStringList> groupedByLog(const QStringList& paths) {
    QHash<QString, qsizetype> logs;
    QList<QStringList> groups;
    const auto groupOf = [&](const QString& log) {
        const auto known = logs.constFind(log);
        return known == logs.cend() ? *logs.insert(log, groups.size()) : *known;
    };
    for (const QString& path : paths) {
        const qsizetype at = groupOf(QDir::cleanPath(logOfRotated(path).value_or(path)));
        if (at == groups.size())
            groups << QStringList{path};
        else if (!groups[at].contains(path))
            groups[at] << path;
    }
    for (QStringList& group : groups)
        std::ranges::stable_sort(group, {}, ageOf);
    return groups;
}

QList<QStringList> unreadLogs(const QStringList& found, const QStringList& read) {
    QHash<QString, QStringList> readOf;
    for (const QString& path : read)
        readOf[logOf(path)] << path;
    QList<QStringList> unread;
    for (QStringList& log : groupedByLog(found)) {
        const QStringList known = readOf.value(logOf(log.first()));
        log.removeIf([&](const QString& path) {
            return std::ranges::any_of(known, [&](const QString& other) {
                const bool isTwin = path.startsWith(other + u'.');
                return isTwin || !logOfRotated(other) || ageOf(path) <= ageOf(other);
            });
        });
        if (!log.isEmpty())
            unread << log;
    }
    return unread;
}

} // namespace derouter
