// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Larger texts have room, also from the start.

#include "actions.h"
#include "chartpanel.h"
#include "detailpane.h"
#include "elidedlabel.h"
#include "eventview.h"
#include "headline.h"
#include "language.h"
#include "overviewpart.h"
#include "ratechart.h"
#include "theme.h"
#include "windowtest.h"

#include <QAction>
#include <QGraphicsTextItem>
#include <QGraphicsView>
#include <QToolButton>

using namespace derouter;

class TextSizeTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameProgram(u"tst_textsize"_s); }
    void init() { prepare(); }
    void cleanup();

    void keptSizesLeaveTheDetailsWhole_data();
    void keptSizesLeaveTheDetailsWhole();
    void theSummaryIsWhole_data();
    void theSummaryIsWhole();
    void theHeadlineIsWhole_data();
    void theHeadlineIsWhole();
    void labelsOfTheChartAreWhole_data();
    void labelsOfTheChartAreWhole();

private:
    static void keep(int percent) { QSettings().setValue(u"window/textSize"_s, percent); }
    bool areDetailsWhole() {
        return space().detail()->widget()->width() <= space().detail()->viewport()->width();
    }
    QStringList labels();
};

void TextSizeTest::cleanup() {
    closeWindow();
    theme::scaleText(100);
    speak(QLocale(QLocale::English));
}

void TextSizeTest::keptSizesLeaveTheDetailsWhole_data() {
    QTest::addColumn<int>("percent");
    QTest::addColumn<bool>("again");
    for (const int percent : {100, 130, 150}) {
        QTest::addRow("%d %%", percent) << percent << false;
        QTest::addRow("%d %%, places of the standard size", percent) << percent << true;
    }
}

void TextSizeTest::keptSizesLeaveTheDetailsWhole() {
    QFETCH(int, percent);
    QFETCH(bool, again);
    if (again) {
        showWindow();
        openLog(mixedMinute());
        m_window->close();
        m_window.reset();
        m_monitor = std::make_unique<Monitor>();
    }
    keep(percent);
    showWindow();
    openLog(mixedMinute());
    space().view()->choose(model().index(0, 0));
    QTRY_VERIFY_WITH_TIMEOUT(areDetailsWhole(), 2000);
    m_window->actions().largerText->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(areDetailsWhole(), 2000);
}

void TextSizeTest::theSummaryIsWhole_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("percent");
    for (const Language& language : languages())
        for (const int percent : {100, 130})
            QTest::addRow("%s, %d %%", qPrintable(language.name), percent) << language.name << percent;
}

/// Whatever failed, however long its name is.
void TextSizeTest::theSummaryIsWhole() {
    QFETCH(QString, language);
    QFETCH(int, percent);
    speak(localeOf(language));
    keep(percent);
    showWindow();
    QList<Logged> requests;
    for (const int status : {400, 401, 402, 429, 502, 503, 504, 529})
        requests << Logged{
            .second = status, .status = status, .type = {}, .message = u"failed"_s, .id = requestId(status)};
    openLog(requests);
    for (const int width : {1280, 1010, 700}) {
        m_window->resize(width, 800);
        QTRY_VERIFY_WITH_TIMEOUT(areDetailsWhole(), 2000);
        const auto* summary = space().detail()->overview();
        QVERIFY(summary->isVisible());
        for (const QToolButton* cause : summary->causeButtons()) {
            QVERIFY(cause->width() >= cause->minimumSizeHint().width());
            QVERIFY(cause->toolTip().contains(cause->text().toHtmlEscaped()));
        }
    }
}

void TextSizeTest::theHeadlineIsWhole_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("status");
    for (const Language& language : languages())
        for (const int status : {402, 503, 504, 529})
            QTest::addRow("%s, %d", qPrintable(language.name), status) << language.name << status;
}

/// In every width its sentence has the counts beside it, or below where both have no room.
void TextSizeTest::theHeadlineIsWhole() {
    QFETCH(QString, language);
    QFETCH(int, status);
    speak(localeOf(language));
    showWindow();
    QList<Logged> requests = mixedMinute();
    for (int i = 0; i < 150; ++i)
        for (const int failed : {400, 503, 529})
            requests << Logged{.second = 60 + i, .status = failed, .id = requestId(failed * 1000 + i)};
    for (int i = 0; i < 5; ++i)
        requests << Logged{.second = 7200 + i,
                           .status = status,
                           .type = {},
                           .message = u"failed"_s,
                           .id = requestId(1'000'000 + i)};
    openLog(requests);
    const Headline* headline = space().headline();
    const auto* sentence = headline->findChild<ElidedLabel*>();
    QCOMPARE(sentence->text(), headline->sentence());
    for (int width = 1300; width >= 800; width -= 20) {
        m_window->resize(width, 800);
        QTRY_VERIFY2_WITH_TIMEOUT(sentence->width() >= sentence->sizeHint().width(),
                                  qPrintable(QString::number(width)), 1000);
    }
    m_window->resize(1900, 800);
    const auto isBeside = [&] {
        return headline->moveButton(WhoseMove::You)->mapTo(headline, QPoint(0, 0)).y() <
               sentence->geometry().bottom();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isBeside(), patience);
    QVERIFY(sentence->width() >= sentence->sizeHint().width());
}

/// What is written beside the chart's axes, cut or not.
QStringList TextSizeTest::labels() {
    const auto* view = qobject_cast<QGraphicsView*>(space().chartPanel()->chart()->canvas()->parentWidget());
    QStringList texts;
    for (const QGraphicsItem* item : view->scene()->items())
        if (const auto* text = qgraphicsitem_cast<const QGraphicsTextItem*>(item); text && text->isVisible())
            texts << text->toPlainText();
    texts.removeAll(QString());
    return texts;
}

void TextSizeTest::labelsOfTheChartAreWhole_data() {
    QTest::addColumn<int>("percent");
    QTest::addColumn<int>("minutes");
    for (const int percent : {100, 150, 200})
        for (const int minutes : {1, 600, 6000})
            QTest::addRow("%d %%, %d min", percent, minutes) << percent << minutes;
}

void TextSizeTest::labelsOfTheChartAreWhole() {
    QFETCH(int, percent);
    QFETCH(int, minutes);
    keep(percent);
    showWindow();
    openLog({{.second = 7, .status = 529, .id = requestId(1)},
             {.second = minutes * 60, .status = 529, .id = requestId(2)}});
    for (const int width : {1280, 1010, 800}) {
        m_window->resize(width, 800);
        QCoreApplication::processEvents();
        Q_EMIT m_window->filterState().changed(); // else the chart takes its time to draw again
        QCoreApplication::processEvents();
        const QStringList shown = labels();
        QVERIFY2(shown.size() >= 4, qPrintable(shown.join(u'|')));
        for (const QString& label : shown)
            QVERIFY2(!label.contains(u"..."_s) && !label.contains(u'…'), qPrintable(shown.join(u'|')));
    }
}

QTEST_MAIN(TextSizeTest)
#include "tst_textsize.moc"
