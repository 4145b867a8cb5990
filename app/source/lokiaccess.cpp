// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/lokiaccess.h"

#include "source/sentences.h"

#include <QSslCertificate>
#include <QUrl>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

/// Of another server nothing may be sent to this one.
QByteArray variable(const char* name, const Address& address) {
    const QString meant = qEnvironmentVariable("LOKI_ADDR");
    return meant.isEmpty() || QUrl(meant).host().compare(address.host, Qt::CaseInsensitive) == 0
               ? qgetenv(name)
               : QByteArray();
}

QByteArray basic(const QByteArray& user, const QByteArray& password) {
    return "Basic " + (user + ':' + password).toBase64();
}

QByteArray authorization(const SourceSpec& spec, const Address& address) {
    if (!spec.credentials.isEmpty()) {
        const QByteArray user = spec.credentials.section(u':', 0, 0).toUtf8();
        const QByteArray password = spec.credentials.section(u':', 1).toUtf8();
        return basic(QByteArray::fromPercentEncoding(user), QByteArray::fromPercentEncoding(password));
    }
    const QByteArray user = variable("LOKI_USERNAME", address);
    if (!user.isEmpty())
        return basic(user, variable("LOKI_PASSWORD", address));
    const QByteArray token = variable("LOKI_BEARER_TOKEN", address);
    return token.isEmpty() ? token : "Bearer " + token;
}

/// A header is one line.
bool isHeader(const QByteArray& value) {
    return !value.contains('\n') && !value.contains('\r') && !value.contains('\0');
}

} // namespace

Result<LokiAccess> LokiAccess::of(const SourceSpec& spec, const Address& address) {
    LokiAccess access;
    access.m_authorization = authorization(spec, address);
    access.m_organisation = variable("LOKI_ORG_ID", address);
    access.m_encryption = QSslConfiguration::defaultConfiguration();
    if (!isHeader(access.m_authorization) || !isHeader(access.m_organisation))
        return Error{sourceSentence(QT_TRANSLATE_NOOP(
            "Source", "What is to be sent to a Loki as a token or tenant is no single line."))};
    if (!access.m_authorization.isEmpty() && !address.isEncrypted && !address.isHere())
        return Error{
            sourceSentence(QT_TRANSLATE_NOOP("Source", "A password or token is not sent to %1, where it "
                                                       "could be read on the way: use loki+https."))
                .arg(address.place())};
    const QString file = QString::fromLocal8Bit(variable("LOKI_CA_CERT_PATH", address));
    if (!file.isEmpty() && !access.m_encryption.addCaCertificates(file))
        return Error{
            sourceSentence(QT_TRANSLATE_NOOP("Source", "There are no certificates in %1.")).arg(file)};
    return access;
}

void LokiAccess::apply(QNetworkRequest& request) const {
    request.setSslConfiguration(m_encryption);
    if (!m_authorization.isEmpty())
        request.setRawHeader("Authorization", m_authorization);
    if (!m_organisation.isEmpty())
        request.setRawHeader("X-Scope-OrgID", m_organisation);
}

} // namespace derouter
