// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every language is chosen and spoken at once, and long words and writing from right to left have room.

#include "actions.h"
#include "chartdata.h"
#include "chartpanel.h"
#include "core/prose.h"
#include "detailpane.h"
#include "dialogparts.h"
#include "eventview.h"
#include "filterbar.h"
#include "language.h"
#include "preferences.h"
#include "report/summary.h"
#include "settingsdialog.h"
#include "sourcepanel.h"
#include "windowtest.h"

#include <QAbstractButton>
#include <QAction>
#include <QCollator>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTabWidget>
#include <QTranslator>

using namespace derouter;

/// Every text of the program's own half as long again.
class LongWords final : public QTranslator {
public:
    using QTranslator::QTranslator;
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char*, int) const override {
        const QString text = QString::fromUtf8(source);
        const bool ours = QByteArray(context).startsWith("derouter::");
        return ours ? QChar(u'\u05D0') + text + QString(text.size() / 2, u'\u05E9') : QString();
    }
};

class LanguagesTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameProgram(u"tst_languages"_s); }
    void init();
    void cleanup();

    void eachHasItsOwnName();
    void chineseSentencesStandTogether();
    void isSpokenAtOnce_data();
    void isSpokenAtOnce();
    void whatIsShownStays();
    void logsAreNotReadAgain();
    void causesAreSortedByTheLanguagesAlphabet();
    void theSourcesColumnsHaveRoomForTheirNames_data();
    void theSourcesColumnsHaveRoomForTheirNames();
    void nothingIsCutOff_data();
    void nothingIsCutOff();
    void nothingIsCutOffInDialogs_data();
    void nothingIsCutOffInDialogs();

private:
    static void findCutOff(const QWidget* within, QStringList& found);
    QString titleOfFirstMenu() const { return plainName(m_window->menuBar()->actions().front()->text()); }
    void choose(const QString& ownName);

    QFont m_standardFont = QApplication::font();
};

void LanguagesTest::init() {
    speak(QLocale(QLocale::English));
    openWindow();
}

void LanguagesTest::cleanup() {
    closeWindow();
    QApplication::setLayoutDirection(Qt::LeftToRight);
    speak(QLocale(QLocale::English));
}

/// As a user does it; then what the program does with the window.
void LanguagesTest::choose(const QString& ownName) {
    QSignalSpy chosen(m_window.get(), &MainWindow::languageChosen);
    m_window->actions().settings->trigger();
    auto* settings = dialog<SettingsDialog>();
    QVERIFY(settings);
    const auto fields = settings->findChildren<QComboBox*>();
    const auto language =
        std::ranges::find_if(fields, [&](const QComboBox* each) { return each->findText(ownName) >= 0; });
    QVERIFY2(language != fields.end(), qPrintable(ownName));
    (*language)->setCurrentText(ownName);
    settings->accept();
    QCOMPARE(chosen.size(), 1);
    speak(localeOf(Preferences::load().language));
    m_window = m_window->successor();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void LanguagesTest::eachHasItsOwnName() {
    QStringList names;
    for (const Language& language : languages())
        names << language.name + u' ' + language.ownName;
    QCOMPARE(names, (QStringList{u"de Deutsch"_s, u"en English"_s, u"zh_CN \u7B80\u4F53\u4E2D\u6587"_s}));
}

void LanguagesTest::chineseSentencesStandTogether() {
    const QStringList two{u"\u4E00\u3002"_s, QString(), u"\u4E8C\u3002"_s};
    QCOMPARE(joinedSentences(two), u"\u4E00\u3002 \u4E8C\u3002"_s);
    openLog(mixedMinute());
    choose(u"\u7B80\u4F53\u4E2D\u6587"_s);
    QCOMPARE(joinedSentences(two), u"\u4E00\u3002\u4E8C\u3002"_s);
    RateChartData shown = space().chartPanel()->chartData();
    shown.marks.push_back({shown.from(), ChartMark::Kind::Gap, u"\u4E00\u3002"_s});
    QVERIFY2(!shown.summary().contains(u"\u3002 "_s), qPrintable(shown.summary()));
    QVERIFY2(shown.summary().contains(u'\u3002'), qPrintable(shown.summary()));
    QVERIFY2(headline(m_monitor->totals()).endsWith(u'\u3002'), qPrintable(headline(m_monitor->totals())));
}

void LanguagesTest::isSpokenAtOnce_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("menu");
    QTest::newRow("German") << u"Deutsch"_s << u"Datei"_s;
    QTest::newRow("Chinese") << u"\u7B80\u4F53\u4E2D\u6587"_s << u"\u6587\u4EF6"_s;
}

void LanguagesTest::isSpokenAtOnce() {
    QFETCH(QString, language);
    QFETCH(QString, menu);
    QCOMPARE(titleOfFirstMenu(), u"File"_s);
    choose(language);
    QCOMPARE(titleOfFirstMenu(), menu);
    choose(u"English"_s);
    QCOMPARE(titleOfFirstMenu(), u"File"_s);
}

void LanguagesTest::whatIsShownStays() {
    openLog({{.status = 529, .id = {}},
             {.status = 429, .id = {}},
             {.status = 402, .id = {}},
             {.status = 529, .id = {}}});
    m_window->resize(1100, 700);
    m_window->filterState().add({.field = FilterField::Code, .value = u"529"_s});
    QCOMPARE(model().rowCount(), 2);
    space().view()->choose(model().index(1, 0));
    const auto row = space().view()->currentEvent();
    const auto view = m_window->filterState().view();
    choose(u"Deutsch"_s);
    QCOMPARE(m_window->size(), QSize(1100, 700));
    QCOMPARE(m_window->filterState().view(), view);
    QCOMPARE(model().rowCount(), 2);
    QVERIFY(space().view()->currentEvent() == row);
    QVERIFY(!space().isEmptyStateShown());
    QVERIFY2(spoken(space().detail()).contains(u"Anbieter"_s), qPrintable(spoken(space().detail())));
}

/// Hosts of the user's own are known already.
void LanguagesTest::logsAreNotReadAgain() {
    Preferences{.hosts = {u"llm.example"_s}}.save();
    m_window = m_window->successor();
    openLog({{.status = 529, .id = {}}});
    QSignalSpy reset(m_monitor.get(), &Monitor::eventsReset);
    choose(u"Deutsch"_s);
    QVERIFY(!m_monitor->isBusy());
    QCOMPARE(reset.size(), 0);
    QCOMPARE(model().rowCount(), 1);
}

void LanguagesTest::causesAreSortedByTheLanguagesAlphabet() {
    QList<Logged> requests = mixedMinute();
    for (const int status : {400, 402, 500, 502, 504})
        requests << Logged{.second = status - 400, .status = status, .type = {}, .id = requestId(status)};
    openLog(requests);
    for (const Language& language : languages()) {
        choose(language.ownName);
        space().view()->sortByColumn(EventModel::Time, Qt::AscendingOrder);
        space().view()->sortByColumn(EventModel::Cause, Qt::AscendingOrder);
        QStringList names;
        for (int row = 0; row < model().rowCount(); ++row)
            names << model().index(row, EventModel::Cause).data().toString();
        QCOMPARE(names.size(), 9);
        QStringList sorted = names;
        std::ranges::sort(sorted, QCollator());
        QCOMPARE(names, sorted);
    }
}

void LanguagesTest::theSourcesColumnsHaveRoomForTheirNames_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("percent");
    for (const Language& language : languages())
        for (const int percent : {100, 150})
            QTest::addRow("%s, %d %%", qPrintable(language.name), percent) << language.ownName << percent;
}

void LanguagesTest::theSourcesColumnsHaveRoomForTheirNames() {
    QFETCH(QString, language);
    QFETCH(int, percent);
    openLog(mixedMinute());
    choose(language);
    while (percent > 100 && QApplication::font().pointSizeF() < m_standardFont.pointSizeF() * percent / 100)
        m_window->actions().largerText->trigger();
    const QHeaderView* header = space().sourcePanel()->table()->horizontalHeader();
    for (const int width : {1280, 1000}) {
        m_window->resize(width, 800);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->width(), width, 5000);
        for (int section = 0; section < header->count(); ++section)
            QVERIFY2(header->sectionSize(section) >= header->sectionSizeHint(section),
                     qPrintable(header->model()->headerData(section, Qt::Horizontal).toString()));
    }
    m_window->actions().standardText->trigger();
}

void LanguagesTest::nothingIsCutOff_data() {
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("from left to right") << Qt::LeftToRight;
    QTest::newRow("from right to left") << Qt::RightToLeft;
}

void LanguagesTest::nothingIsCutOff() {
    QFETCH(Qt::LayoutDirection, direction);
    LongWords words;
    QCoreApplication::installTranslator(&words);
    QApplication::setLayoutDirection(direction);
    m_window = m_window->successor();
    m_window->resize(1280, 800);
    m_window->show();
    openLog({{.status = 529, .id = requestId(1)}, {.status = 429, .id = {}}});
    space().view()->choose(model().index(0, 0));
    QTest::qWait(100);
    const bool detailIsRight = space().detail()->mapTo(m_window.get(), QPoint()).x() >
                               space().view()->mapTo(m_window.get(), QPoint()).x();
    QCOMPARE(detailIsRight, direction == Qt::LeftToRight);
    QStringList cut;
    findCutOff(m_window.get(), cut);
    QCOMPARE(cut, QStringList());
    QVERIFY(m_window->width() <= 1280);
}

/// Words that have no room where they stand, or stand outside.
void LanguagesTest::findCutOff(const QWidget* within, QStringList& found) {
    const auto isOutside = [within](const QWidget* child) {
        const QRect place(child->mapTo(within, QPoint()), child->size());
        return place.left() < 0 || place.right() > within->width();
    };
    for (const QAbstractButton* button : within->findChildren<QAbstractButton*>())
        if (button->isVisible() && !button->text().isEmpty() &&
            (button->width() < button->minimumSizeHint().width() || isOutside(button)))
            found << button->text();
    for (const QLabel* label : within->findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const bool isLow = label->wordWrap() && label->height() < label->heightForWidth(label->width());
        const bool isNarrow = !label->wordWrap() && label->width() < label->minimumSizeHint().width();
        if (isLow || isNarrow || isOutside(label))
            found << label->text();
    }
}

void LanguagesTest::nothingIsCutOffInDialogs_data() {
    QTest::addColumn<QString>("language"); // empty: long words
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("German") << u"de"_s << Qt::LeftToRight;
    QTest::newRow("Chinese") << u"zh_CN"_s << Qt::LeftToRight;
    QTest::newRow("long words") << QString() << Qt::LeftToRight;
    QTest::newRow("long words from right to left") << QString() << Qt::RightToLeft;
}

void LanguagesTest::nothingIsCutOffInDialogs() {
    QFETCH(QString, language);
    QFETCH(Qt::LayoutDirection, direction);
    LongWords words;
    if (language.isEmpty())
        QCoreApplication::installTranslator(&words);
    else
        speak(QLocale(language));
    QApplication::setLayoutDirection(direction);
    m_window = m_window->successor();
    m_window->show();
    openLog({{.status = 529, .id = requestId(1)}, {.second = 600, .status = 429, .id = requestId(2)}});
    space().view()->choose(model().index(0, 0));
    const Actions& actions = m_window->actions();
    QStringList cut;
    int dialogs = 0;
    for (QAction* action : {actions.settings, actions.explain, actions.format, actions.zone, actions.ticket,
                            actions.compare, actions.address, actions.command, actions.shortcuts}) {
        QVERIFY2(action->isEnabled(), qPrintable(action->objectName()));
        action->trigger();
        auto* const opened = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        QDialog* const dialog = opened ? opened : m_window->findChild<QDialog*>();
        QVERIFY2(dialog, qPrintable(action->objectName()));
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        const auto* tabs = dialog->findChild<QTabWidget*>();
        for (int page = 0; page < (tabs ? tabs->count() : 1); ++page) {
            if (tabs)
                const_cast<QTabWidget*>(tabs)->setCurrentIndex(page);
            QTest::qWait(20);
            QStringList here;
            findCutOff(dialog, here);
            for (const QString& text : here)
                cut << action->objectName() + u": "_s + text;
        }
        QCOMPARE(dialog->layoutDirection(), direction);
        ++dialogs;
        dialog->close();
        QTRY_VERIFY(!m_window->findChild<QDialog*>());
    }
    QCOMPARE(dialogs, 9);
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
}

QTEST_MAIN(LanguagesTest)
#include "tst_languages.moc"
