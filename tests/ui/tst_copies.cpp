// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The chosen rows in the clipboard, in each form, read back.

#include "actions.h"
#include "eventview.h"
#include "language.h"
#include "windowtest.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QStatusBar>

using namespace derouter;

class CopiesTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { closeWindow(); }

    void aMarkdownTable();
    void jsonLines();
    void logRecords();
    void nothingWithoutARow();
    void theRowsMenuOffersThem();

private:
    static QString copied() { return QApplication::clipboard()->text(); }
    QString said() { return m_window->statusBar()->currentMessage(); }
    Actions& actions() { return m_window->actions(); }
};

void CopiesTest::initTestCase() {
    nameProgram(u"tst_copies"_s);
    speak(QLocale(QLocale::English));
}

void CopiesTest::init() {
    openWindow();
    openLog({{.second = 0, .status = 529, .message = u"one | two \\ three"_s, .id = requestId(1)},
             {.second = 1, .status = 200, .id = requestId(2)},
             {.second = 2, .status = 429, .type = u"rate_limit_error"_s, .id = requestId(3)}});
    space().view()->selectAll();
}

/// The cells of a row, as a reader of Markdown takes them apart.
static QStringList cellsOf(const QString& line) {
    QStringList cells{QString()};
    for (qsizetype at = 0; at < line.size(); ++at) {
        if (line[at] == u'|')
            cells << QString();
        else
            cells.last() += line[line[at] == u'\\' ? ++at : at];
    }
    for (QString& cell : cells)
        cell = cell.trimmed();
    return cells.mid(1, cells.size() - 2);
}

void CopiesTest::aMarkdownTable() {
    actions().copyMarkdown->trigger();
    QCOMPARE(said(), u"Copied 2 rows"_s);
    const QStringList lines = copied().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 4);
    const QStringList names = cellsOf(lines[0]);
    QCOMPARE(cellsOf(lines[1]), QStringList(names.size(), u"---"_s));
    const auto cell = [&](int line, EventModel::Column column) {
        return cellsOf(lines[line]).value(names.indexOf(EventModel::columnName(column)));
    };
    QCOMPARE(cell(2, EventModel::Code), u"529"_s);
    QCOMPARE(cell(2, EventModel::Message), u"one | two \\ three"_s);
    QCOMPARE(cell(2, EventModel::RequestId), requestId(1));
    QCOMPARE(cell(3, EventModel::Code), u"429"_s);
    QCOMPARE(cell(3, EventModel::RequestId), requestId(3));
}

void CopiesTest::jsonLines() {
    actions().copyJson->trigger();
    QCOMPARE(said(), u"Copied 2 rows"_s);
    const QStringList lines = copied().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    const QJsonObject first = QJsonDocument::fromJson(lines[0].toUtf8()).object();
    QCOMPARE(first[u"status"].toInt(), 529);
    QCOMPARE(first[u"message"].toString(), u"one | two \\ three"_s);
    QCOMPARE(first[u"request_id"].toString(), requestId(1));
    QCOMPARE(QJsonDocument::fromJson(lines[1].toUtf8())[u"request_id"].toString(), requestId(3));
}

/// As they stand in the log.
void CopiesTest::logRecords() {
    actions().copyRecords->trigger();
    QCOMPARE(said(), u"Copied 2 records"_s);
    QFile log(m_folder->path(u"app.log"_s));
    QVERIFY(log.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(log.readAll()).split(u'\n');
    QCOMPARE(copied(), lines[0] + u'\n' + lines[2] + u'\n');
}

void CopiesTest::nothingWithoutARow() {
    space().view()->clearSelection();
    QTRY_VERIFY(!actions().copyMarkdown->isEnabled());
    QVERIFY(!actions().copyJson->isEnabled() && !actions().copyRecords->isEnabled());
}

void CopiesTest::theRowsMenuOffersThem() {
    EventView* const view = space().view();
    view->choose(model().index(0, EventModel::Code));
    const QPoint at = view->visualRect(view->currentIndex()).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, view->viewport()->mapToGlobal(at));
    QApplication::sendEvent(view->viewport(), &event);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QVERIFY(menu->actions().contains(actions().copyRows));
    QVERIFY(menu->actions().contains(actions().copies->menuAction()));
    QVERIFY(menu->actions().contains(actions().copyId));
    menu->close();
}

QTEST_MAIN(CopiesTest)
#include "tst_copies.moc"
