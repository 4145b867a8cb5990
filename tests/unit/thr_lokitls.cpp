// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whom a Loki's certificate has to convince. The certificates are made for each run, by `openssl`.

#include "logfolder.h"
#include "networkbed.h"
#include "source/lokisource.h"
#include "sourcereading.h"
#include "standinloki.h"

#include <QDateTime>
#include <QNetworkProxy>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QStandardPaths>
#include <QTest>

using namespace derouter;
using namespace Qt::StringLiterals;

constexpr int patience = 20'000;

class LokiTlsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void onlyATrustedServerIsRead_data();
    void onlyATrustedServerIsRead();
    void aFileWithoutCertificatesIsToldOf();

private:
    bool openssl(const QStringList& arguments) const;
    bool sign(const QString& name, const QString& host, int days) const;
    QSslConfiguration serverOf(const QString& name) const;

    LogFolder m_folder;
};

bool LokiTlsTest::openssl(const QStringList& arguments) const {
    QProcess process;
    process.setWorkingDirectory(m_folder.path(u"."_s));
    process.start(u"openssl"_s, arguments);
    return process.waitForFinished(patience) && process.exitCode() == 0;
}

/// NAME.pem, of our authority; with no days it has expired a second later.
bool LokiTlsTest::sign(const QString& name, const QString& host, int days) const {
    m_folder.write(name + u".ext"_s, "subjectAltName = " + host.toLatin1() + '\n');
    return openssl({u"req"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s, name + u".key"_s,
                    u"-out"_s, name + u".csr"_s, u"-subj"_s, u"/CN=loki"_s}) &&
           openssl({u"x509"_s, u"-req"_s, u"-in"_s, name + u".csr"_s, u"-CA"_s, u"ca.pem"_s, u"-CAkey"_s,
                    u"ca.key"_s, u"-CAcreateserial"_s, u"-days"_s, QString::number(days), u"-extfile"_s,
                    name + u".ext"_s, u"-out"_s, name + u".pem"_s});
}

void LokiTlsTest::initTestCase() {
    QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
    if (!QSslSocket::supportsSsl() || QStandardPaths::findExecutable(u"openssl"_s).isEmpty())
        QSKIP("needs Qt with TLS, and the program openssl that makes certificates");
    QVERIFY(
        openssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s, u"ca.key"_s,
                 u"-out"_s, u"ca.pem"_s, u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=authority"_s}));
    QVERIFY(sign(u"good"_s, u"IP:127.0.0.1"_s, 2));
    QVERIFY(sign(u"elsewhere"_s, u"DNS:loki.example.com"_s, 2));
    QVERIFY(sign(u"expired"_s, u"IP:127.0.0.1"_s, 0));
}

QSslConfiguration LokiTlsTest::serverOf(const QString& name) const {
    QFile key(m_folder.path(name + u".key"_s));
    const bool isOpen = key.open(QIODevice::ReadOnly);
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // of the client
    configuration.setLocalCertificate(QSslCertificate::fromPath(m_folder.path(name + u".pem"_s)).value(0));
    configuration.setPrivateKey(QSslKey(isOpen ? key.readAll() : QByteArray(), QSsl::Rsa));
    return configuration;
}

void LokiTlsTest::onlyATrustedServerIsRead_data() {
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<bool>("ownAuthority");
    QTest::addColumn<bool>("isRead");
    QTest::newRow("B57 signed by the authority that the user named") << u"good"_s << true << true;
    QTest::newRow("B57 signed by nobody known") << u"good"_s << false << false;
    QTest::newRow("B57 another host's") << u"elsewhere"_s << true << false;
    QTest::newRow("B57 expired") << u"expired"_s << true << false;
}

void LokiTlsTest::onlyATrustedServerIsRead() {
    QFETCH(QString, certificate);
    QFETCH(bool, ownAuthority);
    QFETCH(bool, isRead);
    auto server = std::make_unique<QSslServer>();
    const QSslConfiguration configuration = serverOf(certificate);
    QVERIFY(!configuration.localCertificate().isNull());
    server->setSslConfiguration(configuration);
    if (certificate == u"expired"_s)
        QTRY_VERIFY(configuration.localCertificate().expiryDate() < QDateTime::currentDateTimeUtc());
    StandInLoki loki(std::move(server));
    loki.lines = {{(QDateTime::currentMSecsSinceEpoch() - 60'000) * 1'000'000, u"api"_s, u"a line"_s}};
    ownAuthority ? qputenv("LOKI_CA_CERT_PATH", m_folder.path(u"ca.pem"_s).toLocal8Bit())
                 : qunsetenv("LOKI_CA_CERT_PATH");
    const SourceSpec spec = addressSpec(loki.address(u"loki+https"_s), false);
    SourceReading reading(std::make_unique<LokiSource>(spec, TimeRange(), LokiSettings()));
    QTRY_VERIFY_WITH_TIMEOUT(reading.isOver(), patience);
    QCOMPARE(reading.lineCount(), isRead ? 1u : 0u);
    QCOMPARE(loki.requests.size(), isRead ? 1u : 0u); // nothing is sent to whom we do not trust
    QVERIFY2(reading.error().isEmpty() == isRead, qPrintable(reading.error()));
    if (!isRead)
        QVERIFY2(reading.error().contains(u"certificate"_s, Qt::CaseInsensitive),
                 qPrintable(reading.error()));
}

void LokiTlsTest::aFileWithoutCertificatesIsToldOf() {
    StandInLoki loki;
    const QString file = m_folder.write(u"empty.pem"_s, "no certificate");
    qputenv("LOKI_CA_CERT_PATH", file.toLocal8Bit());
    const SourceSpec spec = addressSpec(loki.address(u"loki+https"_s), false);
    SourceReading reading(std::make_unique<LokiSource>(spec, TimeRange(), LokiSettings()));
    QTRY_VERIFY_WITH_TIMEOUT(reading.isOver(), patience);
    QCOMPARE(reading.error(), u"There are no certificates in %1."_s.arg(file));
}

QTEST_GUILESS_MAIN(LokiTlsTest)
#include "thr_lokitls.moc"
