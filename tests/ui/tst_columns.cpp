// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The columns of the table: which, in which order, how wide; by mouse, by key, and after a restart.

#include "actions.h"
#include "eventview.h"
#include "windowtest.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QTimer>

using namespace derouter;

class ColumnsTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameProgram(u"tst_columns"_s); }
    void init();
    void cleanup() { closeWindow(); }

    void columnsAreChosenInTheMenu();
    void columnsAreChosenInTheHeader();
    void columnsAreMovedByDragging();
    void columnsAreSizedByDragging();
    void columnsAreMovedByKeys();
    void columnsAreSizedByKeys();
    void standardColumnsComeBack();
    void theNextWindowHasThemSo();

private:
    EventView& view() { return *space().view(); }
    QHeaderView& header() { return *view().horizontalHeader(); }
    QPoint middleOf(int column) {
        return {header().sectionViewportPosition(column) + header().sectionSize(column) / 2,
                header().height() / 2};
    }
    void drag(QPoint from, QPoint to) {
        QWidget* const at = header().viewport();
        QTest::mousePress(at, Qt::LeftButton, {}, from);
        QTest::mouseMove(at, (from + to) / 2);
        QTest::mouseMove(at, to);
        QTest::mouseRelease(at, Qt::LeftButton, {}, to);
    }
    QAction* entry(const QString& name) {
        QMenu* const menu = m_window->actions().columns;
        Q_EMIT menu->aboutToShow();
        for (QAction* action : menu->actions())
            if (action->text().remove(u'&') == name)
                return action;
        return nullptr;
    }
};

void ColumnsTest::init() {
    openWindow();
    openLog(mixedMinute());
    activateWindow();
    view().setFocus();
    view().choose(model().index(0, EventModel::Type));
}

void ColumnsTest::columnsAreChosenInTheMenu() {
    QVERIFY(entry(u"Type"_s)->isChecked());
    entry(u"Type"_s)->trigger();
    QVERIFY(view().isColumnHidden(EventModel::Type));
    QVERIFY(!entry(u"Type"_s)->isChecked());
    entry(u"Type"_s)->trigger();
    QVERIFY(!view().isColumnHidden(EventModel::Type));
    QVERIFY2(!entry(u"Code"_s)->isEnabled(), "one column stays");
}

void ColumnsTest::columnsAreChosenInTheHeader() {
    QTimer::singleShot(200, this, [] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (QAction* action : menu->actions())
            if (action->text() == u"Model"_s)
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
    });
    Q_EMIT header().customContextMenuRequested(middleOf(EventModel::Cause));
    QVERIFY(view().isColumnHidden(EventModel::Model));
}

void ColumnsTest::columnsAreMovedByDragging() {
    drag(middleOf(EventModel::Cause),
         middleOf(EventModel::Code) - QPoint(header().sectionSize(EventModel::Code) / 3, 0));
    QCOMPARE(header().visualIndex(EventModel::Cause), 2);
    QCOMPARE(header().visualIndex(EventModel::Code), 3);
}

void ColumnsTest::columnsAreSizedByDragging() {
    const int width = view().columnWidth(EventModel::Code);
    const QPoint edge(header().sectionViewportPosition(EventModel::Code) + width - 1, header().height() / 2);
    drag(edge, edge + QPoint(50, 0));
    QCOMPARE(view().columnWidth(EventModel::Code), width + 50);
}

void ColumnsTest::columnsAreMovedByKeys() {
    view().setColumnHidden(EventModel::Model, true);
    const int before = header().visualIndex(EventModel::Type);
    QTest::keyClick(&view(), Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(header().visualIndex(EventModel::Type), before - 2); // past the hidden one
    for (int press = 0; press < before; ++press)
        QTest::keyClick(&view(), Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(header().visualIndex(EventModel::Type), 0);
    QTest::keyClick(&view(), Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(header().visualIndex(EventModel::Mark), 0);
    QCOMPARE(view().selectedRows(), QList<int>{0});
}

void ColumnsTest::columnsAreSizedByKeys() {
    const int width = view().columnWidth(EventModel::Type);
    QTest::keyClick(&view(), Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    QVERIFY(view().columnWidth(EventModel::Type) > width);
    QTest::keyClick(&view(), Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(view().columnWidth(EventModel::Type), width);
    for (int press = 0; press < 30; ++press)
        QTest::keyClick(&view(), Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    QVERIFY2(view().columnWidth(EventModel::Type) >= 40, "it stays to be seen");
}

void ColumnsTest::standardColumnsComeBack() {
    const QByteArray before = view().saveColumns();
    view().setColumnHidden(EventModel::Cause, true);
    header().moveSection(4, 0);
    view().setColumnWidth(EventModel::Type, 300);
    view().sortByColumn(EventModel::Code, Qt::DescendingOrder);
    entry(u"Standard Columns"_s)->trigger();
    QVERIFY(!view().isColumnHidden(EventModel::Cause));
    QVERIFY(view().columnWidth(EventModel::Type) != 300);
    QCOMPARE(header().visualIndex(EventModel::Time), 1);
    QCOMPARE(model().sortColumn(), int(EventModel::Code)); // an order is no column
    view().sortByColumn(EventModel::Time, Qt::AscendingOrder);
    QCOMPARE(view().saveColumns(), before);
}

void ColumnsTest::theNextWindowHasThemSo() {
    entry(u"Model"_s)->trigger();
    const int place = header().visualIndex(EventModel::Type);
    QTest::keyClick(&view(), Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(&view(), Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    view().sortByColumn(EventModel::Code, Qt::DescendingOrder);
    const int width = view().columnWidth(EventModel::Type);
    m_window->close();
    m_window.reset();
    showWindow();
    QVERIFY(view().isColumnHidden(EventModel::Model));
    QCOMPARE(header().visualIndex(EventModel::Type), place + 1);
    QCOMPARE(view().columnWidth(EventModel::Type), width);
    QCOMPARE(model().sortColumn(), int(EventModel::Code));
    QCOMPARE(model().sortOrder(), Qt::DescendingOrder);
    QCOMPARE(model().index(0, EventModel::Code).data().toString(), u"529"_s);
}

QTEST_MAIN(ColumnsTest)
#include "tst_columns.moc"
