// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/session.h"

#include "core/privatefiles.h"
#include "monitor/keptmarks.h"
#include "monitor/monitor.h"
#include "source/address.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

#include <algorithm>
#include <cmath>
#include <utility>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Session)
};

constexpr int schema = 1;
constexpr qint64 maxBytes = 16 * 1024 * 1024; // of as many marks as there can be, with long notes
constexpr int saveEvery = 3000;               // milliseconds
constexpr int savePause = 200;                // the same

QString previousOf(const QString& path) {
    return path + ".previous"_L1;
}

/// A path that means the same wherever the program is started.
QString keptPath(const QString& path) {
    return path.startsWith(u':') ? path : QDir::cleanPath(QFileInfo(path).absoluteFilePath());
}

/// What is the same after the next start; of a pasted text nothing is kept.
bool isKept(const SourceSpec& spec) {
    return spec.kind != SourceSpec::Kind::StandardInput && spec.kind != SourceSpec::Kind::Text;
}

/// Whether the folder would find the log by itself.
bool isIn(const SourceSpec& folder, const SourceSpec& log) {
    const QFileInfo file(log.path);
    return folder.kind == SourceSpec::Kind::Folder && log.kind == SourceSpec::Kind::File &&
           file.absolutePath() == keptPath(folder.path) &&
           (folder.names.isEmpty() || QDir::match(folder.names, file.fileName()));
}

QJsonObject toJson(const Fingerprint& fingerprint) {
    return {{u"bytes"_s, static_cast<qint64>(fingerprint.bytes)},
            {u"sha256"_s, QString::fromLatin1(fingerprint.hash.toHex())}};
}

QJsonArray toJson(const std::vector<ContentMark>& marks) {
    QJsonArray list;
    for (const ContentMark& mark : marks)
        list << QJsonObject{{u"offset"_s, static_cast<qint64>(mark.offset)},
                            {u"packed"_s, mark.packed},
                            {u"head"_s, toJson(mark.head)},
                            {u"anchor"_s, toJson(mark.anchor)}};
    return list;
}

QJsonObject toJson(const SourceInfo& source) {
    const SourceSpec& spec = source.spec;
    QJsonObject entry{{u"kind"_s, u"file"_s}, {u"follow"_s, spec.follow}};
    if (spec.kind == SourceSpec::Kind::Command) {
        entry[u"kind"_s] = u"command"_s;
        entry[u"command"_s] = QJsonArray::fromStringList(spec.command);
    } else if (spec.kind == SourceSpec::Kind::Address) {
        entry[u"kind"_s] = u"address"_s;
        entry[u"address"_s] = spec.address;
    } else {
        entry[u"path"_s] = keptPath(spec.path);
    }
    if (spec.kind == SourceSpec::Kind::Folder) {
        entry[u"kind"_s] = u"folder"_s;
        entry[u"names"_s] = spec.names;
    }
    if (!spec.format.isEmpty())
        entry[u"format"_s] = spec.format;
    if (spec.timeZone)
        entry[u"time_zone"_s] = QString::fromLatin1(spec.timeZone->id());
    QStringList older;
    for (const QString& path : spec.older)
        older << QFileInfo(path).absoluteFilePath();
    if (!older.isEmpty())
        entry[u"older"_s] = QJsonArray::fromStringList(older);
    // Until the source is open, what an earlier run knew of it is all there is.
    const Checkpoint known =
        source.checkpoint == Checkpoint() ? spec.resume.value_or(Checkpoint()) : source.checkpoint;
    if (known != Checkpoint()) {
        entry[u"read"_s] = toJson(known.read);
        entry[u"passed_over"_s] = toJson(known.passedOver);
        if (!known.target.isEmpty())
            entry[u"link_target"_s] = known.target;
    }
    return entry;
}

/// A whole number that is a count of bytes; nothing for what is none.
std::optional<std::int64_t> byteCount(const QJsonValue& value) {
    const double number = value.toDouble(-1);
    if (number < 0 || number > 9e15 || number != std::floor(number))
        return std::nullopt;
    return static_cast<std::int64_t>(number);
}

std::optional<Fingerprint> fingerprintFrom(const QJsonValue& value, std::int64_t atMost) {
    const auto bytes = byteCount(value[u"bytes"_s]);
    const QByteArray hash = QByteArray::fromHex(value[u"sha256"_s].toString().toLatin1());
    if (!bytes || *bytes > atMost || hash.size() != (*bytes == 0 ? 0 : 32))
        return std::nullopt;
    return Fingerprint{*bytes, hash};
}

/// What is no mark is left out: without it a file is read that may have been passed over.
std::vector<ContentMark> marksFrom(const QJsonValue& value) {
    constexpr std::int64_t maxHead = 1024;
    std::vector<ContentMark> marks;
    for (const QJsonValue& entry : value.toArray()) {
        const auto offset = byteCount(entry[u"offset"_s]);
        const auto head = fingerprintFrom(entry[u"head"_s], std::min(offset.value_or(0), maxHead));
        const auto anchor = fingerprintFrom(entry[u"anchor"_s], std::min(offset.value_or(0), maxHead));
        if (offset && head && anchor)
            marks.push_back({*offset, entry[u"packed"_s].toBool(), *head, *anchor});
    }
    return marks;
}

/// Whether nobody but the user may have put a command or an address there.
bool mayRun(const QFile& file) {
    constexpr QFileDevice::Permissions others = QFileDevice::WriteGroup | QFileDevice::WriteOther;
    const QFileInfo info(file);
#ifdef Q_OS_UNIX
    if (info.ownerId() != geteuid())
        return false;
#endif
    return !(info.permissions() & others);
}

/// Nothing for a kind that this version does not know.
std::optional<SourceSpec> sourceFrom(const QJsonValue& entry) {
    SourceSpec spec;
    const QString kind = entry[u"kind"_s].toString();
    spec.path = entry[u"path"_s].toString();
    if (kind == "command"_L1) {
        spec.kind = SourceSpec::Kind::Command;
        for (const QJsonValue& word : entry[u"command"_s].toArray())
            spec.command << word.toString();
    }
    if (kind == "address"_L1)
        spec = addressSource(entry[u"address"_s].toString(), spec);
    if (kind == "folder"_L1) {
        spec.kind = SourceSpec::Kind::Folder;
        spec.names = entry[u"names"_s].toString();
    }
    const bool hasPath =
        (kind == "file"_L1 || kind == "folder"_L1) && !spec.path.isEmpty() && !spec.path.contains(QChar(0));
    const bool isCommand = !spec.command.isEmpty() && !spec.command.first().isEmpty();
    if (!hasPath && !isCommand && !isAddress(spec.address))
        return std::nullopt;
    spec.follow = spec.kind == SourceSpec::Kind::Folder || entry[u"follow"_s].toBool();
    spec.format = entry[u"format"_s].toString();
    if (const QByteArray zone = entry[u"time_zone"_s].toString().toLatin1();
        QTimeZone::isTimeZoneIdAvailable(zone))
        spec.timeZone = QTimeZone(zone);
    for (const QJsonValue& path : entry[u"older"_s].toArray())
        if (!path.toString().isEmpty())
            spec.older << path.toString();
    Checkpoint place{marksFrom(entry[u"read"_s]), marksFrom(entry[u"passed_over"_s]),
                     entry[u"link_target"_s].toString()};
    if (place != Checkpoint())
        spec.resume = std::move(place);
    return spec;
}

/// Of the last run's logs those that a folder among the sources will find: before it does, so that they go on
/// where they were left.
void addFound(std::vector<SourceSpec>& sources, const std::vector<SourceSpec>& last) {
    const auto isNamed = [&](const SourceSpec& log) {
        return std::ranges::any_of(sources, [&](const SourceSpec& spec) {
            return spec.kind == SourceSpec::Kind::File && keptPath(spec.path) == log.path;
        });
    };
    std::vector<SourceSpec> found;
    for (const SourceSpec& folder : sources)
        for (const SourceSpec& log : last)
            if (log.resume && isIn(folder, log) && !isNamed(log)) {
                SourceSpec& spec = found.emplace_back(log);
                spec.follow = folder.follow;
                spec.format = folder.format;
                spec.timeZone = folder.timeZone;
            }
    sources.insert(sources.begin(), found.begin(), found.end());
}

std::optional<std::vector<SourceSpec>> sourcesOf(const QJsonDocument& session) {
    if (!session.isObject() || session[u"schema"_s].toInt() != schema || !session[u"sources"_s].isArray())
        return std::nullopt;
    std::vector<SourceSpec> sources;
    for (const QJsonValue& entry : session[u"sources"_s].toArray())
        if (auto spec = sourceFrom(entry))
            sources.push_back(std::move(*spec));
    return sources;
}

} // namespace

SessionFile::SessionFile(QString path)
    : m_path(std::move(path)) {}

QString SessionFile::defaultPath() {
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/session.json"_L1;
}

bool SessionFile::lock() {
    const QString folder = QFileInfo(m_path).absolutePath();
    if (!QFileInfo::exists(folder) && QDir().mkpath(folder))
        QFile::setPermissions(folder, ownerOnly | QFileDevice::ExeOwner);
    m_lock = std::make_unique<QLockFile>(m_path + ".lock"_L1);
    m_lock->setStaleLockTime(0); // a long run is no stale one; one that was killed is known by its number
    // A lock that cannot be written is none; saving will tell why.
    if (m_lock->tryLock() || m_lock->error() != QLockFile::LockFailedError)
        return true;
    // Who was killed before saying whose it is holds none.
    qint64 process = 0;
    QString host;
    QString program;
    const bool isSomebodys = m_lock->getLockInfo(&process, &host, &program);
    return !isSomebodys && m_lock->removeStaleLockFile() && m_lock->tryLock();
}

std::vector<SourceSpec> SessionFile::load() {
    m_trouble.clear();
    m_marks.clear();
    if (QFileInfo::exists(m_path)) {
        if (auto sources = read(m_path))
            return *sources;
        // Nothing that somebody may want to look at is written over.
        QFile::remove(m_path + ".damaged"_L1);
        QFile::rename(m_path, m_path + ".damaged"_L1);
        m_trouble = Text::tr("The session of the last run cannot be read; it was put aside as %1.")
                        .arg(m_path + ".damaged"_L1);
    }
    return QFileInfo::exists(previousOf(m_path))
               ? read(previousOf(m_path)).value_or(std::vector<SourceSpec>())
               : std::vector<SourceSpec>();
}

std::vector<SourceSpec> SessionFile::resume(const std::vector<SourceSpec>& named) {
    const std::vector<SourceSpec> last = load();
    if (named.empty())
        return last;
    std::vector<SourceSpec> sources = named;
    for (SourceSpec& spec : sources) {
        const auto known = std::ranges::find_if(last, [&](const SourceSpec& other) {
            return spec.kind == SourceSpec::Kind::File && other.kind == spec.kind &&
                   keptPath(spec.path) == other.path;
        });
        if (known != last.end())
            spec.resume = known->resume;
    }
    addFound(sources, last);
    return sources;
}

std::optional<std::vector<SourceSpec>> SessionFile::read(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > maxBytes)
        return std::nullopt;
    const QJsonDocument session = QJsonDocument::fromJson(file.readAll());
    auto sources = sourcesOf(session);
    if (sources)
        m_marks = marksFrom(session[u"marks"_s].toArray());
    if (!sources || mayRun(file))
        return sources;
    const auto takeOut = [&sources](SourceSpec::Kind kind) {
        return std::erase_if(*sources, [kind](const SourceSpec& spec) { return spec.kind == kind; }) > 0;
    };
    if (takeOut(SourceSpec::Kind::Command))
        m_trouble = Text::tr("Others can write %1; the commands in it were not run.").arg(path);
    if (takeOut(SourceSpec::Kind::Address))
        m_trouble = Text::tr("Others can write %1; the addresses in it were not opened.").arg(path);
    return sources;
}

std::optional<std::vector<SourceSpec>> SessionFile::sourcesIn(const QByteArray& text) {
    return sourcesOf(QJsonDocument::fromJson(text));
}

QByteArray SessionFile::textOf(const std::vector<SourceInfo>& sources, const std::vector<Mark>& marks) {
    QJsonArray list;
    for (const SourceInfo& source : sources)
        if (isKept(source.spec))
            list << toJson(source);
    QJsonObject session{{u"schema"_s, schema}, {u"sources"_s, list}};
    if (!marks.empty())
        session[u"marks"_s] = toJson(marks);
    return QJsonDocument(session).toJson();
}

Result<Done> SessionFile::save(const std::vector<SourceInfo>& sources, const std::vector<Mark>& marks) {
    const QByteArray text = textOf(sources, marks);
    if (text == m_saved)
        return Done{};
    QSaveFile file(m_path);
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly) &&
                         file.write(text) == text.size() && file.flush();
    if (written && QFileInfo::exists(m_path)) {
        QFile::remove(previousOf(m_path));
        QFile::copy(m_path, previousOf(m_path));
    }
    if (!written || !file.commit())
        return Error{Text::tr("The session cannot be written to %1: %2.").arg(m_path, file.errorString())};
    m_saved = text;
    return Done{};
}

SessionRecorder::SessionRecorder(Monitor& monitor, SessionFile file, QObject* parent)
    : QObject(parent)
    , m_monitor(monitor)
    , m_file(std::move(file)) {
    m_timer.setInterval(saveEvery);
    m_pause.setSingleShot(true);
    m_pause.setInterval(savePause);
    connect(&m_timer, &QTimer::timeout, this, &SessionRecorder::save);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (std::exchange(m_isDue, false))
            saveSoon();
    });
    connect(&monitor, &Monitor::sourceAdded, this, &SessionRecorder::saveSoon);
    connect(&monitor, &Monitor::sourceChanged, this, &SessionRecorder::noteSource);
    connect(&monitor, &Monitor::sourceRemoved, this, &SessionRecorder::saveSoon);
    connect(&monitor.marks(), &Marks::changed, this, &SessionRecorder::saveSoon);
    m_timer.start();
    QTimer::singleShot(0, this, &SessionRecorder::save); // not yet: nobody listens to failed()
}

SessionRecorder::~SessionRecorder() {
    save();
}

/// Before its beginning is kept, a rotation while the program is closed could not be told from one before.
void SessionRecorder::noteSource(SourceId id) {
    const SourceInfo* const source = m_monitor.source(id);
    if (source && source->checkpoint != Checkpoint() && m_placed.insert(id).second)
        saveSoon();
}

/// A folder may bring thousands of logs at once.
void SessionRecorder::saveSoon() {
    m_isDue = m_pause.isActive();
    if (m_isDue)
        return;
    save();
    m_pause.start();
}

void SessionRecorder::save() {
    const auto saved = m_file.save(m_monitor.sources(), m_monitor.marks().all());
    if (!saved && !m_failed)
        Q_EMIT failed(saved.error().message);
    m_failed = !saved;
}

} // namespace derouter
