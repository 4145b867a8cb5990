// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

namespace derouter {

/// Answers `query_range` as a Loki does, from a list of lines in memory, or as a test says instead. It lives
/// in the event loop of its thread.
class StandInLoki {
public:
    struct Line {
        qint64 nanoseconds = 0;
        QString app;
        QString text;
    };
    struct Request {
        QByteArray head;
        QUrl url;
        QByteArray header(const QByteArray& name) const {
            for (const QByteArray& line : head.split('\n'))
                if (line.left(name.size() + 1).toLower() == name.toLower() + ':')
                    return line.mid(name.size() + 1).trimmed();
            return {};
        }
        QByteArray limit() const { return QUrlQuery(url).queryItemValue(QStringLiteral("limit")).toLatin1(); }
        qint64 number(const QString& name) const { return QUrlQuery(url).queryItemValue(name).toLongLong(); }
    };
    /// Instead of an answer of Loki's. False: that all the same.
    using Behaviour = std::function<bool(QTcpSocket&, const Request&)>;

    explicit StandInLoki(std::unique_ptr<QTcpServer> server = std::make_unique<QTcpServer>())
        : m_server(std::move(server)) {
        m_server->listen(QHostAddress::LocalHost);
        QObject::connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, m_server.get(), [this] {
            while (QTcpSocket* const socket = m_server->nextPendingConnection())
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(*socket); });
        });
    }

    QString address(const QString& scheme = QStringLiteral("loki+http"), const QString& user = {}) const {
        return scheme + QStringLiteral("://") + user +
               QStringLiteral("127.0.0.1:%1/?query={app=\"api\"}").arg(port());
    }
    quint16 port() const { return m_server->serverPort(); }
    void close() { m_server->close(); }

    static void answer(QTcpSocket& socket, int status, const QByteArray& body,
                       const QByteArray& headers = {}) {
        socket.write("HTTP/1.1 " + QByteArray::number(status) + " x\r\nContent-Length: " +
                     QByteArray::number(body.size()) + "\r\nConnection: close\r\n" + headers + "\r\n" + body);
        socket.disconnectFromHost();
    }

    /// What Loki answers: the oldest lines of the range, as many as are asked for, those of each stream
    /// together.
    QByteArray page(const Request& request) const {
        std::vector<Line> found;
        std::ranges::copy_if(lines, std::back_inserter(found), [&](const Line& line) {
            return line.nanoseconds >= request.number(QStringLiteral("start")) &&
                   line.nanoseconds < request.number(QStringLiteral("end"));
        });
        std::ranges::stable_sort(found, {}, &Line::nanoseconds);
        found.resize(std::min(found.size(), std::size_t(request.number(QStringLiteral("limit")))));
        QMap<QString, QJsonArray> streams;
        for (const Line& line : found)
            streams[line.app] << QJsonArray{QString::number(line.nanoseconds), line.text};
        QJsonArray result;
        for (const QString& app : streams.keys())
            result << QJsonObject{{QStringLiteral("stream"), QJsonObject{{QStringLiteral("app"), app}}},
                                  {QStringLiteral("values"), streams[app]}};
        return success(QStringLiteral("streams"), result);
    }

    static QByteArray success(const QString& type, const QJsonValue& result) {
        return QJsonDocument(
                   QJsonObject{{QStringLiteral("status"), QStringLiteral("success")},
                               {QStringLiteral("data"), QJsonObject{{QStringLiteral("resultType"), type},
                                                                    {QStringLiteral("result"), result}}}})
            .toJson(QJsonDocument::Compact);
    }

    std::vector<Line> lines;
    int most = 5000; ///< lines that it gives at once
    Behaviour behaviour;
    std::vector<Request> requests;

private:
    void read(QTcpSocket& socket) {
        QByteArray head = socket.property("head").toByteArray() + socket.readAll();
        socket.setProperty("head", head);
        if (!head.endsWith("\r\n\r\n"))
            return;
        const Request request{head, QUrl::fromEncoded(head.split(' ').value(1))};
        requests.push_back(request);
        if (behaviour && behaviour(socket, request))
            return;
        if (request.number(QStringLiteral("limit")) > most)
            return answer(socket, 400,
                          "max entries limit per query exceeded, limit > max_entries_limit_per_query (" +
                              request.limit() + " > " + QByteArray::number(most) + ")");
        answer(socket, 200, page(request));
    }

    std::unique_ptr<QTcpServer> m_server;
};

} // namespace derouter
