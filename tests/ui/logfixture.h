// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/monitor.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QTemporaryDir>
#include <QTest>

namespace derouter {

using namespace Qt::StringLiterals;

/// 2026-11-23 12:00:00 UTC; the logs of these tests begin here.
inline const QDateTime noon{QDate(2026, 11, 23), QTime(12, 0), QTimeZone::utc()};

/// One request of an application's log, as pino writes it.
struct Logged {
    int second = 0; ///< after noon
    int status = 529;
    QString type = u"overloaded_error"_s;
    QString message = u"Overloaded"_s;
    QString id;
    QString model = u"claude-sonnet-5"_s;
    int attempt = 0; ///< of its call, counted from 1; 0: the log does not say

    QByteArray line() const {
        QJsonObject record{{u"level"_s, status < 400 ? 30 : 50},
                           {u"time"_s, noon.toMSecsSinceEpoch() + second * 1000},
                           {u"pid"_s, 7},
                           {u"hostname"_s, u"host"_s},
                           {u"name"_s, u"app"_s},
                           {u"model"_s, model},
                           {u"msg"_s, status < 400 ? u"completion ok"_s : u"completion failed"_s}};
        if (attempt > 0)
            record.insert(u"attempt"_s, attempt);
        if (status < 400) {
            record.insert(u"reqId"_s, id);
            record.insert(u"statusCode"_s, status);
        } else {
            const QJsonObject body{{u"type"_s, type}, {u"message"_s, message}};
            record.insert(u"err"_s, QJsonObject{{u"type"_s, u"APIError"_s},
                                                {u"message"_s, u"%1 %2"_s.arg(status).arg(message)},
                                                {u"status"_s, status},
                                                {u"requestID"_s, id},
                                                {u"error"_s, body}});
        }
        return QJsonDocument(record).toJson(QJsonDocument::Compact) + '\n';
    }
};

/// "req_" and 24 digits that end in `number`.
inline QString requestId(int number) {
    return u"req_%1"_s.arg(number, 24, 16, QChar(u'0'));
}

/// Logs in a folder of their own.
class LogFolder {
public:
    QString path(const QString& name) const { return m_folder.filePath(name); }

    QString write(const QString& name, const QByteArray& text) const {
        QFile file(path(name));
        const bool written =
            file.open(QIODevice::WriteOnly | QIODevice::Append) && file.write(text) == text.size();
        if (!written)
            qFatal("cannot write %s", qPrintable(file.fileName()));
        return file.fileName();
    }

    QString write(const QString& name, const QList<Logged>& requests) const {
        QByteArray text;
        for (const Logged& request : requests)
            text += request.line();
        return write(name, text);
    }

private:
    QTemporaryDir m_folder;
};

inline SourceSpec fileSpec(const QString& path, bool follow = false) {
    SourceSpec spec;
    spec.path = path;
    spec.follow = follow;
    return spec;
}

/// Opens the log and waits until it is read.
inline SourceId readAll(Monitor& monitor, const QString& path) {
    const SourceId id = monitor.addSource(fileSpec(path));
    [[maybe_unused]] const bool idle = QTest::qWaitFor([&] { return !monitor.isBusy(); }, 20'000);
    return id;
}

/// Four failures of four codes between ten successes, a minute in all.
inline QList<Logged> mixedMinute() {
    QList<Logged> requests;
    for (int i = 0; i < 10; ++i)
        requests << Logged{.second = i * 6, .status = 200, .id = requestId(100 + i)};
    requests << Logged{.second = 5, .status = 529, .id = requestId(1)}
             << Logged{.second = 20,
                       .status = 429,
                       .type = u"rate_limit_error"_s,
                       .message = u"Requests per minute limit (60) exceeded"_s,
                       .id = requestId(2),
                       .model = u"claude-haiku-4-5"_s}
             << Logged{.second = 40,
                       .status = 503,
                       .type = u"api_error"_s,
                       .message = u"No provider"_s,
                       .id = requestId(3)}
             << Logged{.second = 59,
                       .status = 401,
                       .type = u"authentication_error"_s,
                       .message = u"Invalid API key"_s,
                       .id = requestId(4)};
    return requests;
}

/// Three calls: one failed three times, one twice, one once, and the log says of each failure which try it
/// was; and a failure of which it says nothing.
inline QList<Logged> retriedCalls() {
    const auto limited = [](int second, int attempt) {
        return Logged{.second = second,
                      .status = 429,
                      .type = u"rate_limit_error"_s,
                      .message = u"Requests per minute limit (60) exceeded"_s,
                      .id = requestId(second),
                      .attempt = attempt};
    };
    return {{.second = 1, .id = requestId(1), .attempt = 1},
            {.second = 3, .id = requestId(3), .attempt = 2},
            limited(6, 3),
            limited(10, 1),
            limited(12, 2),
            {.second = 20, .id = requestId(20), .model = u"claude-haiku-4-5"_s, .attempt = 1},
            {.second = 30,
             .status = 503,
             .type = u"api_error"_s,
             .message = u"No provider"_s,
             .id = requestId(30)}};
}

} // namespace derouter
