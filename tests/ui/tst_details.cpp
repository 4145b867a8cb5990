// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the detail pane shows of a failure beyond its explanation, and that each value can be taken away.

#include "actions.h"
#include "chartpanel.h"
#include "dataquality.h"
#include "detailpane.h"
#include "eventview.h"
#include "filterbar.h"
#include "guide/guidefile.h"
#include "language.h"
#include "overviewpart.h"
#include "recentfiles.h"
#include "savedfilters.h"
#include "sourcepanel.h"
#include "windowtest.h"

#include <QAbstractItemView>
#include <QAction>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPlainTextEdit>
#include <QStatusBar>
#include <QToolButton>
#include <QTreeWidget>

using namespace derouter;

class DetailsTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        nameProgram(u"tst_details"_s);
        speak(QLocale(QLocale::English));
    }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void theKeyIsShownMasked();
    void failuresAreFilteredByTheirKey();
    void whetherAKeyEverWorkedIsTold_data();
    void whetherAKeyEverWorkedIsTold();
    void theGuidesChapterIsThere();
    void theRecordIsSetOut();
    void theAnswersHeadersAreListed();
    void theWayToTheIdIsTold_data();
    void theWayToTheIdIsTold();
    void bothOverloadsStandBesideEachOther_data();
    void bothOverloadsStandBesideEachOther();
    void anyValueIsCopied();
    void aCellIsCopied();
    void theRequestIdIsSeenWithoutScrolling();
    void whatIsShownIsSummedUpWhileNothingIsChosen();
    void aCauseOfTheSummaryFilters();
    void theSummaryIsCopied();
    void theSummaryIsOfNothingWhereAllIsHidden();
    void theAnswersOwnWaitComesFirst_data();
    void theAnswersOwnWaitComesFirst();
    void repeated502AreForSupport();
    void theViewIsThereAgainAtTheNextStart();
    void aSecretInAFilterIsNotKept();
    void aSecretInAFileNameIsNotShown();

private:
    static QByteArray refused(const QByteArray& key, int number);
    void openText(const QByteArray& text);
    QString said() { return space().detail()->spokenText(); }
    QStringList copies();
    QAction* copyOf(const QString& name);
};

/// A refused request, as an application logs it with the header that it sent.
QByteArray DetailsTest::refused(const QByteArray& key, int number) {
    return R"({"level":50,"time":"2026-11-23T12:00:0)" + QByteArray::number(number) +
           R"(.000Z","msg":"call failed","url":"https://api.derouter.ai/proxy/v1/messages",)"
           R"("request":{"headers":{"x-api-key":")" +
           key + R"("}},"err":{"status":401,"requestID":")" + requestId(number).toLatin1() +
           R"(","headers":{"request-id":")" + requestId(number).toLatin1() +
           R"(","cf-ray":"8a1b"},"error":{"type":"authentication_error","message":"Invalid API key"}}})"
           "\n";
}

void DetailsTest::openText(const QByteArray& text) {
    m_window->openFiles({m_folder->write(u"app.log"_s, text)}, false);
    QTRY_VERIFY_WITH_TIMEOUT(!m_monitor->isBusy() && !space().isEmptyStateShown(), patience);
    space().view()->choose(model().index(0, EventModel::Code));
}

QStringList DetailsTest::copies() {
    QMenu* const menu = space().detail()->copyMenu();
    Q_EMIT menu->aboutToShow();
    QStringList texts;
    for (const QAction* action : menu->actions())
        texts << action->text();
    return texts;
}

QAction* DetailsTest::copyOf(const QString& name) {
    copies();
    for (QAction* action : space().detail()->copyMenu()->actions())
        if (action->text().startsWith(name))
            return action;
    return nullptr;
}

void DetailsTest::theKeyIsShownMasked() {
    const QByteArray secret = "sk-ant-api03-" + QByteArray(40, 'A') + "x7Qf";
    openText(refused(secret, 1));
    QVERIFY2(said().contains(u"sk-ant-…x7Qf"_s), qPrintable(said()));
    QVERIFY(!said().contains(QString::fromLatin1(secret)));
    QVERIFY(!space().detail()->findChild<QPlainTextEdit*>()->toPlainText().contains(QString(10, u'A')));
    for (const QString& copy : copies())
        QVERIFY2(!copy.contains(QString(10, u'A')), qPrintable(copy));
}

void DetailsTest::failuresAreFilteredByTheirKey() {
    openText(refused("sk-ant-***aaaa", 1) + refused("sk-ant-***bbbb", 2) + refused("sk-ant-***aaaa", 3));
    QCOMPARE(model().rowCount(), 3);
    QTest::keyClicks(&m_window->searchField(), u"key:sk-ant-***aaaa"_s);
    QTest::keyClick(&m_window->searchField(), Qt::Key_Return);
    QCOMPARE(model().rowCount(), 2);
    m_window->filterState().clear();
    QMenu* const menu = space().detail()->filterMenu();
    Q_EMIT menu->aboutToShow();
    for (QAction* action : menu->actions())
        if (action->text() == u"Exclude This – Key: sk-ant-…aaaa"_s)
            action->trigger();
    QCOMPARE(model().rowCount(), 1);
    QCOMPARE(model().index(0, EventModel::RequestId).data().toString(), requestId(2));
}

void DetailsTest::whetherAKeyEverWorkedIsTold_data() {
    QTest::addColumn<QByteArray>("further");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* name, const QByteArray& further, const QString& said) {
        QTest::newRow(name) << further << said;
    };
    // An overloaded provider: DeRouter took the key.
    const auto taken = [](int number, const QByteArray& key = "sk-ant-***aaaa") {
        return refused(key, number)
            .replace("401", "529")
            .replace("authentication_error", "overloaded_error")
            .replace("Invalid API key", "Overloaded");
    };
    row("nothing else", refused("sk-ant-***aaaa", 6),
        u"was refused 2 times with 401: 2026-11-23 12:00:05 – 12:00:06. Whether it ever worked cannot be told"_s);
    row("before", taken(1), u"It worked before: it was last taken at 2026-11-23 12:00:01.000."_s);
    row("again", taken(9), u"It works again: it was taken at 2026-11-23 12:00:09.000."_s);
    row("meanwhile", taken(6) + refused("sk-ant-***aaaa", 7),
        u"Meanwhile it was taken, last at 2026-11-23 12:00:06.000."_s);
    row("another key is refused", refused("sk-ant-***bbbb", 6),
        u"1 other key was refused with this code, too."_s);
    row("another key is taken", taken(6, "sk-ant-***cccc"), u"1 other key was taken."_s);
}

void DetailsTest::whetherAKeyEverWorkedIsTold() {
    QFETCH(QByteArray, further);
    QFETCH(QString, said);
    openText(refused("sk-ant-***aaaa", 5) + further);
    for (int row = 0; row < model().rowCount(); ++row)
        if (m_monitor->events().event(model().storeRow(row)).requestId == requestId(5).toStdString())
            space().view()->choose(model().index(row, EventModel::Code));
    QVERIFY2(this->said().contains(u"sk-ant-…aaaa was refused "_s), qPrintable(this->said()));
    QVERIFY2(this->said().contains(said), qPrintable(this->said()));
}

void DetailsTest::theGuidesChapterIsThere() {
    openText(Logged{.second = 1, .id = requestId(1)}.line() +
             Logged{.second = 2, .status = 521, .id = requestId(2)}.line());
    QVERIFY2(said().contains(u"Upstream Issues: These come from the AI provider"_s), qPrintable(said()));
    QVERIFY2(said().contains(u"edition "_s + guide::builtInEdition()), qPrintable(said()));
    QVERIFY(!said().contains(u"was refused"_s));
    space().view()->choose(model().index(1, EventModel::Code));
    QVERIFY2(said().contains(u"Not in the guide: The guide does not speak of these."_s), qPrintable(said()));
    QVERIFY(!said().contains(u"edition "_s));
}

void DetailsTest::theRecordIsSetOut() {
    openText(refused("sk-ant-***aaaa", 1));
    const auto* raw = space().detail()->findChild<QPlainTextEdit*>();
    QPushButton* const formatted = space().detail()->formattedButton();
    QVERIFY(formatted->isVisibleTo(space().detail()) && formatted->isChecked());
    QVERIFY2(raw->toPlainText().contains(u"\n      \"type\": \"authentication_error\","_s),
             qPrintable(raw->toPlainText()));
    QTest::mouseClick(formatted, Qt::LeftButton);
    QCOMPARE(raw->toPlainText(), space().detail()->rawText());
    QVERIFY(!raw->toPlainText().contains(u'\n'));
    // The choice holds for the next start.
    m_window->close();
    showWindow();
    QVERIFY(!space().detail()->formattedButton()->isChecked());
}

void DetailsTest::theAnswersHeadersAreListed() {
    openText(refused("sk-ant-***aaaa", 1));
    QVERIFY2(said().contains(u"Response headers\n"_s), qPrintable(said()));
    QVERIFY2(said().contains(u"request-id: "_s + requestId(1) + u"\ncf-ray: 8a1b"_s), qPrintable(said()));
    QVERIFY2(!said().contains(u"x-api-key"_s), "that is the request's");
}

void DetailsTest::theWayToTheIdIsTold_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("advice");
    QTest::newRow("nginx") << QByteArray(
                                  "203.0.113.7 - - [23/Nov/2026:12:00:01 +0000] \"POST /proxy/v1/messages "
                                  "HTTP/1.1\" 529 101 \"-\" \"python-httpx/0.27\"\n")
                           << u"$upstream_http_request_id"_s;
    QTest::newRow("an application") << QByteArray(
                                           "2026-11-23 12:00:01 ERROR Error code: 529 - {'type': 'error', "
                                           "'error': {'type': 'overloaded_error', 'message': "
                                           "'Overloaded'}}\n")
                                    << u"error.headers in Node"_s;
}

void DetailsTest::theWayToTheIdIsTold() {
    QFETCH(QByteArray, line);
    QFETCH(QString, advice);
    openText(line);
    QVERIFY2(said().contains(u"No request-id in this record"_s), qPrintable(said()));
    if (QTest::currentDataTag() == "nginx"_ba && !said().contains(advice))
        m_monitor->setFormat(m_monitor->sources().front().id, u"nginx-combined"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(said().contains(advice), qPrintable(said()), patience);
}

void DetailsTest::bothOverloadsStandBesideEachOther_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("both");
    QTest::newRow("529") << 529 << u"overloaded_error"_s << true;
    QTest::newRow("503") << 503 << u"api_error"_s << true;
    QTest::newRow("500") << 500 << u"api_error"_s << false;
    QTest::newRow("429") << 429 << u"rate_limit_error"_s << false;
}

void DetailsTest::bothOverloadsStandBesideEachOther() {
    QFETCH(int, status);
    QFETCH(QString, type);
    QFETCH(bool, both);
    openLog({Logged{.second = 1, .status = status, .type = type, .id = requestId(1)}});
    space().view()->choose(model().index(0, EventModel::Code));
    for (const QString& text : {u"503 and 529 are not the same"_s, u"DeRouter has no available providers"_s,
                                u"AI provider (Anthropic/OpenAI) is overloaded"_s, u"Retry in 2–5 seconds"_s,
                                u"Wait 5–10 seconds, retry"_s, u"Whose move: DeRouter"_s})
        QVERIFY2(said().contains(text) == both, qPrintable(text + u" in\n"_s + said()));
}

void DetailsTest::anyValueIsCopied() {
    openLog({Logged{.second = 1, .id = requestId(1)}});
    space().view()->choose(model().index(0, EventModel::Code));
    for (const auto& [name, text] : {std::pair(u"Model: "_s, u"claude-sonnet-5"_s),
                                     {u"Type: "_s, u"overloaded_error"_s},
                                     {u"Message: "_s, u"Overloaded"_s},
                                     {u"Code: "_s, u"529"_s},
                                     {u"Time: "_s, u"2026-11-23 12:00:01.000 +00:00 – exact"_s}}) {
        QAction* const copy = copyOf(name);
        QVERIFY2(copy, qPrintable(name));
        copy->trigger();
        QCOMPARE(QApplication::clipboard()->text(), text);
        QVERIFY(m_window->statusBar()->currentMessage().startsWith(u"Copied: "_s));
    }
    QVERIFY2(!copyOf(u"Duration: "_s), "there is none");
}

void DetailsTest::aCellIsCopied() {
    openLog({Logged{.second = 1, .id = requestId(1)}});
    const QPoint at = space().view()->visualRect(model().index(0, EventModel::Cause)).center();
    QContextMenuEvent asked(QContextMenuEvent::Mouse, at, space().view()->viewport()->mapToGlobal(at));
    QApplication::sendEvent(space().view()->viewport(), &asked);
    QTRY_VERIFY(qobject_cast<QMenu*>(QApplication::activePopupWidget()));
    auto* const menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    for (QAction* action : menu->actions())
        if (action->text() == u"Copy Cell"_s)
            action->trigger();
    menu->close();
    QCOMPARE(QApplication::clipboard()->text(), u"AI provider overloaded"_s);
}

void DetailsTest::theRequestIdIsSeenWithoutScrolling() {
    openLog({Logged{.second = 1, .id = requestId(1)}});
    const QRect cell = space().view()->visualRect(model().index(0, EventModel::RequestId));
    QVERIFY2(
        cell.left() > 0 && cell.right() <= space().view()->viewport()->width(),
        qPrintable(
            u"%1 to %2 of %3"_s.arg(cell.left()).arg(cell.right()).arg(space().view()->viewport()->width())));
}

void DetailsTest::whatIsShownIsSummedUpWhileNothingIsChosen() {
    openLog(mixedMinute());
    OverviewPart* const overview = space().detail()->overview();
    QVERIFY(overview->isVisible());
    for (const QString& text : {u"4 failures"_s, u"AI provider · 12:00:05.000"_s, u"Check your API key"_s})
        QVERIFY2(spoken(overview).contains(text), qPrintable(spoken(overview)));
    QCOMPARE(overview->causeButtons().size(), 4U);
    m_window->filterState().add({.field = FilterField::Code, .value = u"529"_s});
    QVERIFY2(spoken(overview).contains(u"Shown: 1 failure"_s), qPrintable(spoken(overview)));
    QCOMPARE(overview->causeButtons().size(), 1U);
    space().view()->choose(model().index(0, EventModel::Code));
    QVERIFY(!overview->isVisible());
    space().view()->choose({});
    QVERIFY(overview->isVisible());
}

void DetailsTest::aCauseOfTheSummaryFilters() {
    openLog(mixedMinute());
    for (QToolButton* button : space().detail()->overview()->causeButtons())
        if (button->text() == u"503 No provider available"_s) {
            QTest::mouseClick(button, Qt::LeftButton);
            break;
        }
    QCOMPARE(model().rowCount(), 1);
    QCOMPARE(model().index(0, EventModel::RequestId).data().toString(), requestId(3));
    m_window->filterState().undo();
    QCOMPARE(model().rowCount(), 4);
}

void DetailsTest::theSummaryIsCopied() {
    openText(refused("sk-ant-***aaaa", 1) + refused("sk-ant-***aaaa", 3));
    space().view()->choose({});
    QTest::mouseClick(space().detail()->overview()->copyButton(), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(),
             u"DeRouter failures, 2026-11-23 12:00:01 – 12:00:03 UTC: 2 failures\n"
             "401 Invalid API key: 2, 2026-11-23 12:00:01 – 12:00:03. Whose move: You. Check your API key. "
             "Request-id: %1\n"
             "The key sk-ant-…aaaa was refused 2 times: 2026-11-23 12:00:01 – 12:00:03. "
             "Nothing shows that it works again."_s.arg(requestId(3)));
}

void DetailsTest::theSummaryIsOfNothingWhereAllIsHidden() {
    openLog(mixedMinute());
    QVERIFY(space().detail()->overview()->copyButton()->isEnabled());
    m_window->filterState().add({.field = FilterField::Code, .value = u"418"_s});
    QTRY_COMPARE(model().rowCount(), 0);
    const OverviewPart* const summary = space().detail()->overview();
    QTRY_VERIFY2(spoken(summary).contains(u"Shown: 0 failures"_s), qPrintable(spoken(summary)));
    QVERIFY(space().detail()->overview()->causeButtons().empty());
    QVERIFY(!space().detail()->overview()->copyButton()->isEnabled());
    m_window->filterState().undo();
    QTRY_VERIFY(space().detail()->overview()->causeButtons().size() == 4);
}

void DetailsTest::theAnswersOwnWaitComesFirst_data() {
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("retry");
    QTest::newRow("seconds") << QByteArray("17") << u"Yes, after 17 s, as the answer asks."_s;
    QTest::newRow("date") << QByteArray("Mon, 23 Nov 2026 12:34:00 GMT")
                          << u"Yes, at 2026-11-23 12:34:00.000 +00:00, as the answer asks."_s;
    QTest::newRow("none") << QByteArray() << u"Yes, after a few seconds."_s;
}

void DetailsTest::theAnswersOwnWaitComesFirst() {
    QFETCH(const QByteArray, header);
    QFETCH(const QString, retry);
    const QByteArray asks = header.isEmpty() ? QByteArray() : R"(,"retry-after":")" + header + '"';
    openText(
        R"({"level":50,"time":"2026-11-23T12:00:00.000Z","msg":"call failed","err":{"status":429,)"
        R"("requestID":"req_000000000000000000000001","headers":{"request-id":"req_000000000000000000000001")" +
        asks +
        R"(},"error":{"type":"rate_limit_error","message":"slow down"}}})"
        "\n");
    QVERIFY2(said().contains(retry), qPrintable(said()));
    QCOMPARE(said().contains(u"by the answer"_s), !header.isEmpty());
    QCOMPARE(said().contains(u"that comes first"_s), !header.isEmpty());
}

void DetailsTest::repeated502AreForSupport() {
    QList<Logged> requests;
    for (int i = 0; i < 3; ++i)
        requests << Logged{.second = 400 * i,
                           .status = 502,
                           .type = u"api_error"_s,
                           .message = u"Provider authentication failed"_s,
                           .id = requestId(i)};
    openLog(requests);
    space().view()->choose(model().index(0, EventModel::Code));
    QVERIFY2(!said().contains(u"contact support."_s), qPrintable(said()));
    space().view()->choose(model().index(2, EventModel::Code)); // of the ten minutes before it, two
    QVERIFY2(
        said().contains(u"2 calls failed with 502 in the ten minutes up to this one: contact support."_s),
        qPrintable(said()));
    QVERIFY(said().contains(u"our reading"_s));
}

void DetailsTest::theViewIsThereAgainAtTheNextStart() {
    openLog(mixedMinute());
    const Microseconds start = noon.toMSecsSinceEpoch() * 1000;
    m_window->filterState().setRange({start + 10'000'000, start + 60'000'000});
    m_window->filterState().add({.field = FilterField::Code, .value = u"401"_s, .exclude = true});
    space().view()->choose(model().index(1, EventModel::Code));
    const ViewState view = m_window->filterState().view();
    const QString id = space().detail()->requestId();
    QCOMPARE(id, requestId(3));
    m_window->close();
    // Nobody goes on with it without being asked.
    showWindow();
    QCOMPARE(m_window->filterState().view(), ViewState());
    // The next start: the same log comes again.
    m_window.reset();
    m_monitor = std::make_unique<Monitor>();
    showWindow();
    m_window->openFiles({m_folder->path(u"app.log"_s)}, false);
    m_window->resumeView();
    QCOMPARE(m_window->filterState().view(), view);
    QVERIFY2(!m_window->filterState().canUndo(), "there is no step before it");
    QVERIFY2(m_window->statusBar()->currentMessage().contains(u"Code is not 401"_s),
             qPrintable(m_window->statusBar()->currentMessage()));
    QTRY_COMPARE_WITH_TIMEOUT(space().detail()->requestId(), id, patience);
    QCOMPARE(model().rowCount(), 2);
}

void DetailsTest::aSecretInAFilterIsNotKept() {
    const QString key = u"sk-ant-api03-"_s + QString(40, u'A');
    ViewState view;
    view.add({.field = FilterField::Text, .value = u"Bearer "_s + key});
    view.add({.field = FilterField::Text, .value = u"timeout"_s});
    view.typed = key;
    savedfilters::keepLast(view);
    QCOMPARE(savedfilters::save(u"mine"_s, view.terms), 1U);
    QCOMPARE(savedfilters::save(u"secret"_s, {view.terms.front()}), 0U);
    QCOMPARE(savedfilters::load().size(), 1);
    QFile settings(QSettings().fileName());
    QVERIFY(settings.open(QIODevice::ReadOnly));
    const QByteArray kept = settings.readAll();
    QVERIFY(kept.contains("timeout") && !kept.contains("AAAA"));
    QCOMPARE(savedfilters::last().terms.size(), 1U);
    QVERIFY(savedfilters::last().typed.isEmpty());
}

/// S15: the title, the lists and the recent files are exits, too.
void DetailsTest::aSecretInAFileNameIsNotShown() {
    const QString secret = u"sk-ant-api03-"_s + QString(40, u'A');
    const auto hides = [&](const QString& text) {
        return !text.isEmpty() && !text.contains(QString(10, u'A'));
    };
    m_window->openFiles({m_folder->write(u"of-"_s + secret + u".log"_s, mixedMinute())}, false);
    QTRY_VERIFY_WITH_TIMEOUT(!m_monitor->isBusy() && model().rowCount() == 4, patience);
    space().view()->choose(model().index(0, EventModel::Code));
    QVERIFY2(hides(m_window->windowTitle()), qPrintable(m_window->windowTitle()));
    QVERIFY2(hides(said()), qPrintable(said()));
    QVERIFY(hides(model().index(0, EventModel::Source).data().toString()));
    for (const QAbstractItemView* list : space().sourcePanel()->findChildren<QAbstractItemView*>())
        if (list->model() && list->model()->columnCount() > 1)
            QVERIFY(hides(list->model()->index(0, 0).data().toString()));
    QVERIFY(recentfiles::load().isEmpty());
    DataQualityDialog account(*m_monitor);
    QVERIFY(hides(account.findChild<QTreeWidget*>()->topLevelItem(0)->text(0)));
    m_window->openFiles({m_folder->write(u"plain.log"_s, mixedMinute())}, false);
    QCOMPARE(recentfiles::load().size(), 1);
}

QTEST_MAIN(DetailsTest)
#include "tst_details.moc"
