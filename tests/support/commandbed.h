// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logfolder.h"
#include "source/commandsource.h"
#include "sourcereading.h"

#include <QDir>
#include <QFile>

namespace derouter {

/// A folder of small programs that play the parts of docker, journalctl and others. `$here` is the folder.
class StubFolder : public LogFolder {
public:
    /// The path of a program that does what the shell script says.
    QString program(const QString& name, const QByteArray& script) const {
        const QString made = write(name, "#!/bin/sh\nhere=${0%/*}\n" + script);
        QFile::setPermissions(made, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return made;
    }
    QByteArray read(const QString& name) const {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    bool has(const QString& name) const { return QFile::exists(path(name)); }
};

inline SourceSpec commandSpec(const QStringList& command, bool follow) {
    return {.kind = SourceSpec::Kind::Command,
            .path = {},
            .command = command,
            .follow = follow,
            .format = {},
            .timeZone = {}};
}

/// Times for tests: what takes seconds takes hundredths.
inline RestartTimes quickly() {
    using namespace std::chrono_literals;
    return {
        .first = 20ms, .longest = 80ms, .well = 60s, .silence = 60s, .longestSilence = 60s, .pause = 150ms};
}

/// Whether the process still runs; one that ended and waits for its parent does not.
inline bool isRunning(qint64 process) {
    QFile status(QStringLiteral("/proc/%1/stat").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = status.readAll();
    return text.mid(text.lastIndexOf(')') + 2, 1) != "Z";
}

/// The letter the system gives the state of a process: S while it waits.
inline char stateOf(qint64 process) {
    QFile status(QStringLiteral("/proc/%1/stat").arg(process));
    const QByteArray text = status.open(QIODevice::ReadOnly) ? status.readAll() : QByteArray();
    return text.isEmpty() ? '-' : text[text.lastIndexOf(')') + 2];
}

/// Reads a command on a thread of its own into lines.
class CommandReading final : public SourceReading {
public:
    explicit CommandReading(const SourceSpec& spec, const RestartTimes& times = quickly())
        : SourceReading(std::make_unique<CommandSource>(spec, times)) {}
};

} // namespace derouter
