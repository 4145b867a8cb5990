// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/handover.h"

#include "cli/commandline.h"
#include "monitor/session.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

constexpr int connectTime = 1000; // milliseconds
constexpr int answerTime = 5000;
constexpr std::chrono::seconds messageTime{5};
constexpr qint64 mostBytes = 4 * 1024 * 1024;
constexpr char taken = '\n';
/// By it the desktop lets the window come to the front.
constexpr auto activationToken = "XDG_ACTIVATION_TOKEN";

/// Whether a window opens it as it stands, wherever it was started.
bool isGiven(const SourceSpec& spec) {
    const bool isOfProcess = spec.path.startsWith("/dev/"_L1) || spec.path.startsWith("/proc/"_L1);
    return (spec.kind == SourceSpec::Kind::File || spec.kind == SourceSpec::Kind::Folder) && !isOfProcess;
}

/// Two displays have a window each.
QString displayName() {
    const QByteArray display = qgetenv("WAYLAND_DISPLAY") + '\n' + qgetenv("DISPLAY");
    return QString::fromLatin1(
        QCryptographicHash::hash(display, QCryptographicHash::Sha256).toHex().first(12));
}

/// In the form of a session file.
QByteArray textOf(const std::vector<SourceSpec>& sources) {
    std::vector<SourceInfo> infos;
    for (const SourceSpec& spec : sources)
        infos.emplace_back().spec = spec;
    return SessionFile::textOf(infos);
}

} // namespace

QString handoverSocket() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return folder.isEmpty() ? QString() : folder + "/derouter-monitor-"_L1 + displayName();
}

bool countsDifferently(const CommandLine& line) {
    return !line.hosts.isEmpty() || !line.paths.isEmpty() || !line.range.isAll();
}

bool canHandOver(const CommandLine& line) {
    return line.mode == CommandLine::Mode::Window && !line.newWindow && line.session.isEmpty() &&
           !line.formatToSave && !countsDifferently(line) && std::ranges::all_of(line.sources, isGiven);
}

bool handOver(const std::vector<SourceSpec>& sources) {
    const QString path = handoverSocket();
    if (path.isEmpty())
        return false;
    QLocalSocket socket;
    socket.connectToServer(path);
    if (!socket.waitForConnected(connectTime))
        return false;
    QDataStream stream(&socket);
    stream << textOf(sources) << qgetenv(activationToken);
    return socket.waitForBytesWritten(connectTime) &&
           (socket.bytesAvailable() > 0 || socket.waitForReadyRead(answerTime));
}

HandoverServer::HandoverServer(QObject* parent)
    : QObject(parent) {
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* const socket = m_server.nextPendingConnection()) {
            connect(socket, &QLocalSocket::readyRead, this, [this, socket] { take(socket); });
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            QTimer::singleShot(messageTime, socket, &QLocalSocket::abort);
            take(socket);
        }
    });
}

bool HandoverServer::listen() {
    const QString path = handoverSocket();
    if (path.isEmpty())
        return false;
    m_lock = std::make_unique<QLockFile>(path + ".lock"_L1);
    m_lock->setStaleLockTime(0); // a long run is no stale one; one that was killed is known by its number
    if (!m_lock->tryLock(0))
        return false;
    QLocalServer::removeServer(path); // nobody listens there: the lock is ours
    return m_server.listen(path);
}

void HandoverServer::take(QLocalSocket* socket) {
    if (socket->bytesAvailable() > mostBytes)
        return socket->abort();
    QDataStream stream(socket);
    QByteArray text;
    QByteArray token;
    stream.startTransaction();
    stream >> text >> token;
    if (!stream.commitTransaction())
        return;
    auto sources = SessionFile::sourcesIn(text);
    if (!sources)
        return socket->abort();
    std::erase_if(*sources, [](const SourceSpec& spec) { return !isGiven(spec); });
    if (!token.isEmpty())
        qputenv(activationToken, token);
    socket->putChar(taken);
    socket->flush();
    if (socket->state() == QLocalSocket::ConnectedState) // else it has a window of its own by now
        Q_EMIT received(*sources);
}

} // namespace derouter
