// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// 400 planted secrets, and no way out for any of them: reports, explanations, tickets. The ways out of the
// window are in tests/ui/tst_windowexits.cpp.

#include "logfolder.h"
#include "report/explanation.h"
#include "report/report.h"
#include "report/ticket.h"
#include "secretcorpus.h"

#include <QBuffer>
#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace derouter;

class ExitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void noReportHoldsASecret_data();
    void noReportHoldsASecret();
    void linesThatAreWrittenLiveHoldNone();
    void noExplanationHoldsASecret();
    void noTicketHoldsASecret_data();
    void noTicketHoldsASecret();
    void noMailHoldsASecret();

private:
    const EventStore& events() const { return m_monitor.events(); }
    std::vector<TicketFailure> failure(EventStore::Row row) const {
        return ticketFailures(events(), {row}, false);
    }
    void checkIds(const QString& text) const;

    const QList<PlantedSecret> m_secrets = plantedSecrets();
    LogFolder m_folder;
    Monitor m_monitor;
};

void ExitsTest::initTestCase() {
    QSignalSpy idle(&m_monitor, &Monitor::idle);
    m_monitor.addSource(
        {.path = m_folder.write(u"app.log"_s, logOf(m_secrets)), .format = {}, .timeZone = QTimeZone::utc()});
    QVERIFY(!idle.isEmpty() || idle.wait(20'000));
    QCOMPARE(events().size(), std::size_t(m_secrets.size()));
    // The corpus plants what it says: the log itself and what was read of it hold the secrets.
    QString read;
    for (EventStore::Row row = 0; row < events().size(); ++row)
        read += QString::fromStdString(std::string(events().event(row).message) + '\n' +
                                       std::string(events().event(row).path) + '\n' +
                                       std::string(events().raw(row)) + '\n');
    for (const PlantedSecret& secret : m_secrets)
        QVERIFY2(!leaksIn(read, {secret}).isEmpty(), qPrintable(secret.shape + u": "_s + secret.text));
}

void ExitsTest::checkIds(const QString& text) const {
    for (const PlantedSecret& secret : m_secrets)
        QVERIFY2(text.contains(secret.requestId), qPrintable(secret.shape));
}

void ExitsTest::noReportHoldsASecret_data() {
    QTest::addColumn<ReportFormat>("format");
    QTest::addColumn<bool>("hasAllIds");
    QTest::newRow("text") << ReportFormat::Text << false;
    QTest::newRow("json") << ReportFormat::Json << true;
    QTest::newRow("jsonl") << ReportFormat::Jsonl << true;
    QTest::newRow("csv") << ReportFormat::Csv << true;
    QTest::newRow("html") << ReportFormat::Html << true;
    QTest::newRow("markdown") << ReportFormat::Markdown << false;
}

void ExitsTest::noReportHoldsASecret() {
    QFETCH(ReportFormat, format);
    QFETCH(bool, hasAllIds);
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    QVERIFY(writeReport(format, m_monitor, out));
    const QString report = QString::fromUtf8(out.data());
    const QString leaks = leaksIn(report, m_secrets);
    QVERIFY2(leaks.isEmpty(), qPrintable(leaks));
    if (hasAllIds)
        checkIds(report);
}

void ExitsTest::linesThatAreWrittenLiveHoldNone() {
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    QVERIFY(writeEventLines(m_monitor, 0, events().size(), out));
    const QString leaks = leaksIn(QString::fromUtf8(out.data()), m_secrets);
    QVERIFY2(leaks.isEmpty(), qPrintable(leaks));
    checkIds(QString::fromUtf8(out.data()));
}

void ExitsTest::noExplanationHoldsASecret() {
    for (const PlantedSecret& secret : m_secrets) {
        const Explained explained = explainText(secret.record);
        const QString leaks = leaksIn(explained.text().text() + explained.facts.text(), {secret});
        QVERIFY2(leaks.isEmpty(), qPrintable(leaks));
        QVERIFY2(explained.text().text().contains(secret.requestId), qPrintable(secret.shape));
    }
}

void ExitsTest::noTicketHoldsASecret_data() {
    QTest::addColumn<TicketFormat>("format");
    QTest::newRow("text") << TicketFormat::Text;
    QTest::newRow("markdown") << TicketFormat::Markdown;
    QTest::newRow("mail") << TicketFormat::Mail;
}

void ExitsTest::noTicketHoldsASecret() {
    QFETCH(TicketFormat, format);
    std::vector<EventStore::Row> all(events().size());
    std::iota(all.begin(), all.end(), EventStore::Row(0));
    for (const bool persons : {true, false}) {
        const TicketOptions options{.format = format, .zone = {}, .hidePersons = persons};
        QString tickets = ticketText(ticketFailures(events(), all, false), options).text();
        checkIds(tickets);
        for (const EventStore::Row row : all)
            tickets += ticketText(failure(row), options).text();
        const QString leaks = leaksIn(tickets, m_secrets);
        QVERIFY2(leaks.isEmpty(), qPrintable(leaks));
    }
}

void ExitsTest::noMailHoldsASecret() {
    for (EventStore::Row row = 0; row < events().size(); ++row) {
        const MailDraft draft = ticketMail(failure(row), {});
        const QString mail = QUrl::fromPercentEncoding(draft.link) + QString::fromLatin1(draft.link) +
                             draft.subject.text() + draft.body.text();
        const QString leaks = leaksIn(mail, m_secrets);
        QVERIFY2(leaks.isEmpty(), qPrintable(leaks));
        QVERIFY2(mail.count(QString::fromStdString(std::string(events().event(row).requestId))) >= 4,
                 qPrintable(mail));
    }
}

QTEST_GUILESS_MAIN(ExitsTest)
#include "tst_exits.moc"
