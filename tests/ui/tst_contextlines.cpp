// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The lines of the log around the chosen failure.

#include "contextlines.h"
#include "detailpane.h"
#include "eventview.h"
#include "packing.h"
#include "windowtest.h"

#include <QRegularExpression>
#include <QToolButton>

using namespace derouter;

class ContextLinesTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameProgram(u"tst_contextlines"_s); }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void theRecordIsSetOff();
    void moreLinesAreAskedFor();
    void anotherFailureHasOtherLines();
    void aRecordOfSeveralLinesIsMarkedWhole();
    void secretsAreHidden();
    void theSampleHasThemToo();
    void whyTheyCannotBeHad_data();
    void whyTheyCannotBeHad();
    void aLogThatWasRewrittenHasThemNoMore();

private:
    ContextLines& context() { return *space().detail()->contextLines(); }
    QStringList lines() { return context().text().split(u'\n'); }

    void open(const SourceSpec& spec) {
        m_window->openSpec(spec);
        QTRY_VERIFY_WITH_TIMEOUT(!space().isEmptyStateShown() && !m_monitor->isBusy(), patience);
        space().view()->choose(model().index(0, EventModel::Code));
    }
    void open(const QByteArray& text) { open(fileSpec(m_folder->write(u"app.log"_s, text))); }
    static QByteArray numbered(int from, int to) {
        QByteArray text;
        for (; from < to; ++from)
            text += "INFO line " + QByteArray::number(from) + '\n';
        return text;
    }
};

void ContextLinesTest::theRecordIsSetOff() {
    open(numbered(0, 9) + Logged{.id = requestId(1)}.line() + numbered(10, 13));
    QCOMPARE(context().text(), u"Reading…"_s); // the window does not wait for it
    QTRY_COMPARE_WITH_TIMEOUT(lines().size(), 9, patience);
    QCOMPARE(lines().first(), u"  INFO line 4"_s);
    QCOMPARE(lines().at(4), u"  INFO line 8"_s);
    QVERIFY(lines().at(5).startsWith(u"▸ {"_s) && lines().at(5).contains(requestId(1)));
    QCOMPARE(lines().at(6), u"  INFO line 10"_s);
    QCOMPARE(lines().last(), u"  INFO line 12"_s);
    QVERIFY(context().isVisible());
}

void ContextLinesTest::moreLinesAreAskedFor() {
    open(numbered(0, 50) + Logged{.id = requestId(1)}.line() + numbered(50, 57));
    QTRY_COMPARE_WITH_TIMEOUT(lines().size(), 11, patience);
    QVERIFY(context().moreButton()->isVisible());
    QTest::mouseClick(context().moreButton(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(lines().size(), 20 + 1 + 7, patience);
    QTest::mouseClick(context().moreButton(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(lines().size(), 50 + 1 + 7, patience);
    QTRY_VERIFY2(!context().moreButton()->isVisible(), "there are no more");
}

void ContextLinesTest::anotherFailureHasOtherLines() {
    open(numbered(0, 9) + Logged{.id = requestId(1)}.line() + numbered(10, 20) +
         Logged{.second = 1, .status = 503, .id = requestId(2)}.line());
    QTRY_COMPARE_WITH_TIMEOUT(lines().size(), 11, patience);
    space().view()->choose(model().index(1, EventModel::Code));
    QCOMPARE(context().text(), u"Reading…"_s);
    QTRY_COMPARE_WITH_TIMEOUT(lines().size(), 6, patience);
    QCOMPARE(lines().first(), u"  INFO line 15"_s);
    QVERIFY(!context().moreButton()->isHidden());
}

void ContextLinesTest::aRecordOfSeveralLinesIsMarkedWhole() {
    open(numbered(0, 2) +
         "Traceback (most recent call last):\n"
         "  File \"app.py\", line 3, in <module>\n"
         "anthropic.RateLimitError: Error code: 429 - {'type': 'error', 'error': {'type': "
         "'rate_limit_error', 'message': 'Requests per minute limit (60) exceeded'}}\n" +
         numbered(2, 4));
    QTRY_VERIFY_WITH_TIMEOUT(lines().size() > 3, patience);
    const QStringList marked = lines().filter(QRegularExpression(u"^▸ "_s));
    QVERIFY(marked.last().contains(u"RateLimitError"_s));
    QCOMPARE(lines().first(), u"  INFO line 0"_s);
    QCOMPARE(lines().last(), u"  INFO line 3"_s);
    QCOMPARE(lines().indexOf(marked.last()), lines().size() - 3);
}

void ContextLinesTest::secretsAreHidden() {
    open("INFO key sk-ant-EXAMPLE-0123456789abcdef used\n"
         "-----BEGIN PRIVATE KEY-----\n" +
         QByteArray("MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7\n").repeated(9) +
         "-----END PRIVATE KEY-----\n" + Logged{.id = requestId(1)}.line() +
         "INFO Authorization: Bearer abcdef0123456789\n");
    QTRY_VERIFY_WITH_TIMEOUT(lines().size() > 2, patience);
    QVERIFY2(!context().text().contains(u"MIIEv"_s), qPrintable(context().text()));
    QVERIFY(!context().text().contains(u"abcdef"_s));
    QVERIFY(context().text().contains(u"hidden]"_s));
}

void ContextLinesTest::theSampleHasThemToo() {
    m_window->openSample();
    QTRY_VERIFY_WITH_TIMEOUT(model().rowCount() > 3 && !m_monitor->isBusy(), patience);
    space().view()->choose(model().index(3, EventModel::Code));
    QTRY_COMPARE_WITH_TIMEOUT(lines().filter(u"▸"_s).size(), 1, patience);
    QCOMPARE(lines().size(), 11);
}

void ContextLinesTest::whyTheyCannotBeHad_data() {
    QTest::addColumn<bool>("isCommand");
    QTest::addColumn<QString>("words");
    QTest::newRow("a command") << true << u"cannot be read again"_s;
    QTest::newRow("a compressed log") << false << u"compressed"_s;
}

void ContextLinesTest::whyTheyCannotBeHad() {
    QFETCH(bool, isCommand);
    QFETCH(QString, words);
    const QByteArray line = Logged{.id = requestId(1)}.line();
    SourceSpec spec = fileSpec(m_folder->write(u"app.log"_s, isCommand ? line : packed(line)));
    if (isCommand) {
        spec.kind = SourceSpec::Kind::Command;
        spec.command = QStringList{u"cat"_s, spec.path};
        spec.path.clear();
    }
    open(spec);
    QTRY_VERIFY_WITH_TIMEOUT(context().text().contains(words), patience);
    QVERIFY(space().detail()->rawText().contains(requestId(1)));
    QVERIFY(context().moreButton()->isHidden());
}

void ContextLinesTest::aLogThatWasRewrittenHasThemNoMore() {
    open(numbered(0, 9) + Logged{.id = requestId(1)}.line() + Logged{.id = requestId(2)}.line());
    QTRY_COMPARE_WITH_TIMEOUT(lines().size(), 7, patience);
    QFile file(m_folder->path(u"app.log"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(numbered(0, 99));
    file.close();
    space().view()->choose(model().index(1, EventModel::Code));
    QTRY_VERIFY_WITH_TIMEOUT(context().text().contains(u"any more where it stood"_s), patience);
}

QTEST_MAIN(ContextLinesTest)
#include "tst_contextlines.moc"
