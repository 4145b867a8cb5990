// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// An error pasted into the window: explained as --explain does, its id copied, or opened as a log.

#include "actions.h"
#include "emptystate.h"
#include "explaindialog.h"
#include "secretcorpus.h"
#include "windowtest.h"

#include <QAction>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QScrollArea>

using namespace derouter;

namespace {

const QString body = uR"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},)"
                     uR"("request_id":"req_000000000000000000000001"})"_s;

const QString transcript = u"HTTP/2 429 \n"
                           "content-type: application/json\n"
                           "date: Mon, 23 Nov 2026 12:00:00 GMT\n"
                           "request-id: req_000000000000000000000002\n"
                           "\n"
                           "{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":"
                           "\"Requests per minute limit (60) exceeded\"}}\n"_s;

QString lines(const QList<Logged>& requests) {
    QString text;
    for (const Logged& request : requests)
        text += QString::fromUtf8(request.line());
    return text;
}

} // namespace

class ExplainTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameProgram(u"tst_explain"_s); }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void whatIsPastedIsExplainedOrOpened_data();
    void whatIsPastedIsExplainedOrOpened();
    void pastingAsALogIsReached();
    void opensByKeyMenuAndButton_data();
    void opensByKeyMenuAndButton();
    void explainsWhatIsTyped();
    void saysWhatTheCommandLineSays();
    void theAnswersOwnWaitWins();
    void theRequestIdIsCopied();
    void theExplanationIsCopiedAsPlainTextAlone();
    void theOtherWayIsOffered();
    void saysWhyThereIsNoExplanation_data();
    void saysWhyThereIsNoExplanation();
    void severalErrorsAreExplained();
    void ofALongTextOnlyTheBeginningIsExplained();
    void markupIsText();
    void noExplanationHoldsASecret();
    void everyControlIsReachedByTabAndHasAName();

private:
    ExplainDialog* dialog() const { return WindowTest::dialog<ExplainDialog>(); }
    QPlainTextEdit* field() const { return dialog()->findChild<QPlainTextEdit*>(); }
    void paste(const QString& text);
    void explain(const QString& text);
};

/// With the keys, as the window has the focus.
void ExplainTest::paste(const QString& text) {
    QApplication::clipboard()->setText(text);
    activateWindow();
    QTest::keySequence(m_window.get(), QKeySequence::Paste);
}

void ExplainTest::explain(const QString& text) {
    m_window->explainError(text);
    QVERIFY(QTest::qWaitForWindowExposed(dialog()));
}

void ExplainTest::whatIsPastedIsExplainedOrOpened_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said"); // empty: it is opened as a log
    QTest::newRow("a body") << body << u"AI provider overloaded"_s;
    QTest::newRow("an SDK's error") << u"anthropic.APIStatusError: Error code: 529 - "_s + body
                                    << u"529 AI provider overloaded"_s;
    QTest::newRow("curl -i") << transcript << u"429 Requests per minute"_s;
    QTest::newRow("a line of a log") << lines({{.status = 503, .type = u"api_error"_s, .id = requestId(3)}})
                                     << u"Whose move: DeRouter"_s;
    QTest::newRow("a line of a success")
        << lines({{.status = 200, .id = requestId(4)}}) << u"but no failed request"_s;
    QTest::newRow("no error") << u"it does not work"_s << u"No API error is recognised"_s;
    QTest::newRow("a log") << lines(mixedMinute()) << QString();
    QTest::newRow("a log without failures")
        << lines({{.status = 200, .id = requestId(5)}, {.second = 1, .status = 200, .id = requestId(6)}})
        << QString();
    QTest::newRow("a log of one failure") << lines(mixedMinute().first(11)) << QString();
    QTest::newRow("a long text") << QString(20'000, u'x') + u'\n' + body << QString();
}

void ExplainTest::whatIsPastedIsExplainedOrOpened() {
    QFETCH(QString, text);
    QFETCH(QString, said);
    paste(text);
    QCOMPARE(dialog() != nullptr, !said.isEmpty());
    QCOMPARE(m_monitor->sources().size(), said.isEmpty() ? 1u : 0u);
    if (dialog()) {
        QCOMPARE(field()->toPlainText(), text);
        QVERIFY2(spoken(dialog()).contains(said), qPrintable(spoken(dialog())));
    }
}

void ExplainTest::pastingAsALogIsReached() {
    QApplication::clipboard()->setText(body);
    activateWindow();
    QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_monitor->sources().size(), 1u);
    QVERIFY(!dialog());
    QVERIFY(shortcutText(m_window->actions()).contains(u"Paste as a Log"_s));
}

void ExplainTest::opensByKeyMenuAndButton_data() {
    QTest::addColumn<QString>("way");
    for (const char* way : {"key", "menu", "button"})
        QTest::newRow(way) << QString::fromLatin1(way);
}

void ExplainTest::opensByKeyMenuAndButton() {
    QFETCH(QString, way);
    activateWindow();
    if (way == "key"_L1)
        QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier);
    else if (way == "menu"_L1)
        m_window->actions().explain->trigger();
    else
        QTest::mouseClick(space().emptyState()->explainButton(), Qt::LeftButton);
    QVERIFY(dialog());
    QTRY_VERIFY_WITH_TIMEOUT(field()->hasFocus(), patience);
    QVERIFY(spoken(dialog()).contains(u"The explanation appears here"_s));
    QVERIFY(!button(dialog(), u"Copy Explanation"_s)->isEnabled());
    QVERIFY(!button(dialog(), u"Open as a Log"_s)->isEnabled());
    QTest::keyClick(field(), Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog(), patience);
}

void ExplainTest::explainsWhatIsTyped() {
    explain({});
    QApplication::clipboard()->setText(transcript);
    QTest::keySequence(field(), QKeySequence::Paste);
    QTRY_VERIFY_WITH_TIMEOUT(spoken(dialog()).contains(u"429 Requests per minute"_s), patience);
    QVERIFY(spoken(dialog()).contains(u"Whose move: You"_s));
    field()->selectAll();
    QTest::keyClick(field(), Qt::Key_Delete);
    QTRY_VERIFY_WITH_TIMEOUT(spoken(dialog()).contains(u"The explanation appears here"_s), patience);
}

void ExplainTest::saysWhatTheCommandLineSays() {
    explain(transcript);
    const QString said = spoken(dialog());
    const Explained explained = explainText(transcript.toUtf8());
    QVERIFY(explained.failures.front().facts.size() > 8);
    for (const Explained::Fact& fact : explained.failures.front().facts)
        QVERIFY2(fact.isInTitle || said.contains(fact.name + u'\n' + fact.value.text()),
                 qPrintable(fact.name + u" is missing in\n"_s + said));
}

/// A wait that the answer asks for goes before the guide's.
void ExplainTest::theAnswersOwnWaitWins() {
    const auto retry = [](const char* header) {
        const Explained explained = explainText(
            QByteArray("HTTP/2 529\r\nrequest-id: req_3f9c27a1d04be85562c7aa10\r\n") + header +
            "\r\n{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}");
        const auto& facts = explained.failures.front().facts;
        return std::ranges::find(facts, u"Retry"_s, &Explained::Fact::name)->value.text();
    };
    QCOMPARE(retry("retry-after: 12\r\n"), u"Yes, after 12 s, as the answer asks."_s);
    QCOMPARE(retry(""), u"Yes, after 5–10 seconds."_s);
}

void ExplainTest::theRequestIdIsCopied() {
    explain(transcript);
    QTest::mouseClick(button(dialog(), u"Copy Request-id"_s), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), requestId(2));
    QVERIFY(spoken(dialog()).contains(u"Request-id copied."_s));
}

void ExplainTest::theExplanationIsCopiedAsPlainTextAlone() {
    explain(transcript);
    QTest::mouseClick(button(dialog(), u"Copy Explanation"_s), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), explainText(transcript.toUtf8()).text().text());
    QCOMPARE(QApplication::clipboard()->mimeData()->formats(), QStringList{u"text/plain"_s});
}

void ExplainTest::theOtherWayIsOffered() {
    paste(body);
    QTest::mouseClick(button(dialog(), u"Open as a Log"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_monitor->totals().failures, 1u, patience);
    QCOMPARE(m_monitor->sources().front().name, u"pasted text"_s);
}

void ExplainTest::saysWhyThereIsNoExplanation_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    QTest::newRow("words") << u"hello"_s << u"Paste a whole error body"_s;
    QTest::newRow("an id") << u"ok claude-haiku-4-5 588ms req_000000000000000000000009"_s
                           << u"the request-id req_000000000000000000000009"_s;
}

void ExplainTest::saysWhyThereIsNoExplanation() {
    QFETCH(QString, text);
    QFETCH(QString, said);
    explain(text);
    QVERIFY2(spoken(dialog()).contains(said), qPrintable(spoken(dialog())));
    QVERIFY(!button(dialog(), u"Copy Request-id"_s));
    QVERIFY(button(dialog(), u"Open as a Log"_s)->isEnabled());
}

void ExplainTest::severalErrorsAreExplained() {
    explain(lines(mixedMinute()));
    const QString said = spoken(dialog());
    for (const QString& code : {u"529 "_s, u"429 "_s, u"503 "_s, u"401 "_s})
        QVERIFY2(said.contains(u'\n' + code) || said.contains(code), qPrintable(said));
    for (int number = 1; number <= 4; ++number)
        QVERIFY(said.contains(requestId(number)));
}

void ExplainTest::ofALongTextOnlyTheBeginningIsExplained() {
    explain(body + u'\n' + QString(200'000, u'x'));
    QVERIFY(spoken(dialog()).contains(u"only its beginning is explained"_s));
    QVERIFY(spoken(dialog()).contains(u"AI provider overloaded"_s));
}

void ExplainTest::markupIsText() {
    explain(uR"({"type":"error","error":{"type":"api_error","message":"<b>bold</b> <img src=x>"}})"_s);
    QVERIFY(spoken(dialog()).contains(u"<b>bold</b> <img src=x>"_s));
    for (const QLabel* label : dialog()->findChildren<QLabel*>())
        QVERIFY(label->textFormat() == Qt::PlainText || label->text().isEmpty() || label->buddy());
}

void ExplainTest::noExplanationHoldsASecret() {
    QSet<QString> shapes; // of each one: tst_exits takes them all
    for (const PlantedSecret& secret : plantedSecrets()) {
        if (shapes.contains(secret.shape))
            continue;
        shapes << secret.shape;
        ExplainDialog shown(QString::fromUtf8(secret.record));
        button(&shown, u"Copy Explanation"_s)->click();
        QStringList texts{QApplication::clipboard()->text()};
        for (const QWidget* widget : shown.findChildren<QWidget*>())
            texts << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription();
        for (const QLabel* label : shown.findChildren<QLabel*>())
            texts << label->text();
        const QString leaks = leaksIn(texts.join(u'\n'), {secret});
        QVERIFY2(leaks.isEmpty(), qPrintable(leaks));
        QVERIFY2(texts.first().contains(secret.requestId), qPrintable(secret.shape));
    }
    QVERIFY(shapes.size() > 30);
}

void ExplainTest::everyControlIsReachedByTabAndHasAName() {
    explain(transcript);
    dialog()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(dialog()));
    field()->setFocus();
    QSet<QWidget*> reached;
    for (int step = 0; step < 20; ++step) {
        reached << QApplication::focusWidget();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (const QString& words : {u"Copy Request-id"_s, u"Copy Explanation"_s, u"Open as a Log"_s, u"Close"_s})
        QVERIFY2(reached.contains(button(dialog(), words)), qPrintable(words));
    QVERIFY(reached.contains(field()));
    QVERIFY(!field()->accessibleName().isEmpty());
    QVERIFY(!dialog()->findChild<QScrollArea*>()->accessibleName().isEmpty());
}

QTEST_MAIN(ExplainTest)
#include "tst_explain.moc"
