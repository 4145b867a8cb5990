// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sourcespec.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <memory>
#include <vector>

namespace derouter {

struct CommandLine;

// One window for each user and display: a second start gives it what is to be opened, and ends.
//
// They meet at a socket in the user's private folder, which nobody else can reach or take the name of. Only
// files and folders are given: what reads standard input, runs a command, or wants other options than the
// window was started with has a window of its own.

/// Where windows are met; empty where the system has no private folder, and then there is no handing over.
QString handoverSocket();

/// Whether the window counts other requests than one without options: it neither gives its sources to another
/// window nor takes those of others.
bool countsDifferently(const CommandLine& line);

/// Whether a window that is open already can do what the command line asks for.
bool canHandOver(const CommandLine& line);

/// Gives the sources to the window that is open, which comes to the front; relative paths are made absolute.
/// False when there is none, or it does not answer within a few seconds. Blocks; needs a QCoreApplication.
bool handOver(const std::vector<SourceSpec>& sources);

/// Takes what later starts hand over.
class HandoverServer final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HandoverServer)

public:
    explicit HandoverServer(QObject* parent = nullptr);

    /// False when another window takes them, or none can. What was left by one that was killed is replaced.
    bool listen();

Q_SIGNALS:
    /// May be empty: then the window is only to be seen.
    void received(const std::vector<derouter::SourceSpec>& sources);

private:
    void take(QLocalSocket* socket);

    std::unique_ptr<QLockFile> m_lock; ///< by whom the socket is held
    QLocalServer m_server;
};

} // namespace derouter
