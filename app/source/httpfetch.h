// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source/eventwait.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QString>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>

namespace derouter {

/// What came of one request.
struct HttpAnswer {
    enum class Kind {
        Answered,  ///< `status` and `body` are whole
        Broken,    ///< there was no answer, or not all of one; `reason` says why
        Late,      ///< it took too long
        Untrusted, ///< the server did not show who it is; `reason` says what is wrong
        TooLarge,  ///< there is more than is taken
    };
    Kind kind = Kind::Broken;
    int status = 0;
    QByteArray body;
    QByteArray retryAfter; ///< the header as it stands; empty when there is none
    QUrl redirect;         ///< where a redirect leads
    QString reason;
};

struct HttpLimits {
    std::chrono::milliseconds silence{30'000}; ///< without a byte
    std::chrono::milliseconds whole{120'000};  ///< from the request to the end of the answer
    qint64 body = 32 * 1024 * 1024;            ///< bytes
};

/// Asks for one thing at a time by GET. No redirect is followed, no cookie kept, nothing unpacked, and a
/// server that does not show who it is gets nothing: there is no way round that.
///
/// `wait.begin()` comes before, and `wait` outlives it.
class HttpFetch {
    Q_DISABLE_COPY_MOVE(HttpFetch)

public:
    using Clock = std::chrono::steady_clock;

    HttpFetch(EventWait& wait, const HttpLimits& limits);
    ~HttpFetch();

    void start(QNetworkRequest request);
    bool isRunning() const { return m_reply != nullptr; }
    /// When an answer that does not come is given up.
    Clock::time_point deadline() const { return m_deadline; }
    /// Nothing while it is not over.
    std::optional<HttpAnswer> take();

private:
    void takeBytes();
    HttpAnswer answer() const;

    EventWait& m_wait;
    const HttpLimits m_limits;
    QNetworkAccessManager m_network;
    std::unique_ptr<QNetworkReply> m_reply;
    QByteArray m_body;
    Clock::time_point m_deadline;
};

} // namespace derouter
