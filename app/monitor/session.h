// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/sourcespec.h"
#include "monitor/marks.h"

#include <QLockFile>
#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace derouter {

class Monitor;

/// What is open, as it is kept between two runs of the program: names of sources, how they are read, and
/// where followed files were left; and what the user marked. Nothing of what stands in a log.
class SessionFile {
public:
    /// `path` need not exist; its folder is made when it is first written.
    explicit SessionFile(QString path);

    /// Where the window keeps its session.
    static QString defaultPath();

    /// Takes the session for this process as long as it lives. False: another one has it, and it is to be
    /// left alone.
    bool lock();

    /// The sources of the last run. A file that is damaged, empty, too large or of a newer version never
    /// stops the start: it is put aside, its previous state is used where that is whole, and `trouble()` says
    /// so. Commands are only taken from a file that nobody else can write.
    std::vector<SourceSpec> load();
    /// One sentence about what `load()` met; empty when all was well.
    const QString& trouble() const { return m_trouble; }
    /// The marks that were in the file that `load()` took; a file of an older version has none.
    const std::vector<Mark>& marks() const { return m_marks; }

    /// What is to be open: `named`, each going on where the last run left it, and so the logs that a folder
    /// among them had then; the last run's sources when none are named.
    std::vector<SourceSpec> resume(const std::vector<SourceSpec>& named);

    /// The sources as the file holds them, without those that mean nothing in another run; paths are
    /// absolute.
    static QByteArray textOf(const std::vector<SourceInfo>& sources, const std::vector<Mark>& marks = {});
    /// The sources in such a text; nothing when it is none.
    static std::optional<std::vector<SourceSpec>> sourcesIn(const QByteArray& text);

    /// Writes aside, then takes the place of what was there, which is kept as the previous state. Private to
    /// the user.
    Result<Done> save(const std::vector<SourceInfo>& sources, const std::vector<Mark>& marks = {});

private:
    std::optional<std::vector<SourceSpec>> read(const QString& path);

    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
    QString m_trouble;
    std::vector<Mark> m_marks;
    QByteArray m_saved; ///< what the file holds, if it was saved
};

/// Keeps a session file up to date with a Monitor: at once when a source or a mark comes or goes (of many,
/// twice a second), else every few seconds, and when it ends. On the Monitor's thread.
class SessionRecorder final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionRecorder)

public:
    SessionRecorder(Monitor& monitor, SessionFile file, QObject* parent = nullptr);
    ~SessionRecorder() override;

Q_SIGNALS:
    /// The session could not be written; told once, until it can be again.
    void failed(const QString& sentence);

private:
    void save();
    void saveSoon();
    void noteSource(SourceId id);

    Monitor& m_monitor;
    SessionFile m_file;
    QTimer m_timer;
    QTimer m_pause;              ///< since the last saving because of a source
    bool m_isDue = false;        ///< sources came or went in the pause
    std::set<SourceId> m_placed; ///< those of which it is known where they began
    bool m_failed = false;
};

} // namespace derouter
