// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/httpfetch.h"

#include <QNetworkProxy>
#include <QNetworkRequest>

#include <utility>

namespace derouter {

HttpFetch::HttpFetch(EventWait& wait, const HttpLimits& limits)
    : m_wait(wait)
    , m_limits(limits) {
    m_network.setProxy(QNetworkProxy::NoProxy); // looking for one may ask the network
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

HttpFetch::~HttpFetch() {
    if (m_reply)
        m_reply->disconnect();
}

void HttpFetch::start(QNetworkRequest request) {
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setRawHeader("Accept-Encoding", "identity");
    request.setTransferTimeout(static_cast<int>(m_limits.silence.count()));
    m_body.clear();
    m_deadline = Clock::now() + m_limits.whole;
    m_reply.reset(m_network.get(request));
    m_reply->setReadBufferSize(m_limits.body);
    QObject::connect(m_reply.get(), &QNetworkReply::readyRead, [this] { takeBytes(); });
    QObject::connect(m_reply.get(), &QNetworkReply::finished, [this] { m_wait.rouse(); });
}

void HttpFetch::takeBytes() {
    if (m_reply->isOpen()) // not after a time-out
        m_body += m_reply->readAll();
    if (m_body.size() > m_limits.body)
        m_wait.rouse();
}

std::optional<HttpAnswer> HttpFetch::take() {
    if (!m_reply)
        return std::nullopt;
    takeBytes();
    const bool isLarge = m_body.size() > m_limits.body;
    if (!m_reply->isFinished() && !isLarge && Clock::now() < m_deadline)
        return std::nullopt;
    HttpAnswer result;
    if (isLarge)
        result.kind = HttpAnswer::Kind::TooLarge;
    else if (!m_reply->isFinished())
        result.kind = HttpAnswer::Kind::Late;
    else
        result = answer();
    m_reply->disconnect();
    m_reply->abort();
    m_reply.reset();
    return result;
}

/// An answer with a status of its own is one, whatever Qt calls it: its body says why.
HttpAnswer HttpFetch::answer() const {
    const QNetworkReply::NetworkError error = m_reply->error();
    HttpAnswer result{.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                      .body = m_body,
                      .retryAfter = m_reply->rawHeader("Retry-After"),
                      .redirect = m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl(),
                      .reason = m_reply->errorString()};
    const bool isOfStatus =
        error >= QNetworkReply::ContentAccessDenied && error != QNetworkReply::ProtocolFailure;
    if (error == QNetworkReply::SslHandshakeFailedError)
        result.kind = HttpAnswer::Kind::Untrusted;
    else if (error == QNetworkReply::OperationCanceledError || error == QNetworkReply::TimeoutError)
        result.kind = HttpAnswer::Kind::Late;
    else if (result.status > 0 && (error == QNetworkReply::NoError || isOfStatus))
        result.kind = HttpAnswer::Kind::Answered;
    return result;
}

} // namespace derouter
