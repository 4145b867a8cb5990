// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The zone of time stamps that name none, a source at a time; and what is said of how good a time is.

#include "actions.h"
#include "detailpane.h"
#include "eventview.h"
#include "sourcepanel.h"
#include "windowtest.h"
#include "workspace.h"
#include "zonedialog.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>
#include <memory>

using namespace derouter;

namespace {

/// A failure at noon, by a stamp in this form.
QByteArray failedAt(const QByteArray& stamp) {
    return stamp + " ERROR app: Error code: 529 - {'type': 'error', 'error': {'type': 'overloaded_error', "
                   "'message': 'Overloaded'}, 'request_id': 'req_3f9c27a1d04be85562c7aa10'}\n";
}

const QByteArray zoneless = failedAt("2026-11-23 12:00:00,250");

} // namespace

class ZonesTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void theListBeginsWithTheSystemAndUtc();
    void aZoneIsFound_data();
    void aZoneIsFound();
    void nothingFoundIsSaid();
    void theArrowsWalkThroughWhatWasFound();
    void theSourceIsReadAgainInTheChosenZone();
    void theChosenZoneIsShown();
    void theSystemsZoneIsChosenBack();
    void theSameZoneReadsNothingAgain();
    void onlyItsOwnSourceHasTheZone();
    void aClosedSourceIsNoMatter();
    void thePaneSaysHowGoodATimeIs_data();
    void thePaneSaysHowGoodATimeIs();

private:
    QToolButton* zoneButton();
    ZoneDialog* openDialog();
    void open(const QString& name, const QByteArray& text);
    void choose(const QString& search);
    QString sourceCell(int column, int role = Qt::DisplayRole);
    QString timeOf(int row) { return model().index(row, EventModel::Time).data().toString(); }
    static QStringList shown(const ZoneDialog* dialog);
};

void ZonesTest::initTestCase() {
    nameProgram(u"tst_zones"_s);
}

void ZonesTest::init() {
    openWindow();
    activateWindow();
    m_window->actions().utc->setChecked(true);
}

void ZonesTest::cleanup() {
    closeWindow();
}

void ZonesTest::open(const QString& name, const QByteArray& text) {
    m_window->openFiles({m_folder->write(name, text)}, false);
    QTRY_VERIFY_WITH_TIMEOUT(!m_monitor->isBusy(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!space().isEmptyStateShown(), patience);
}

QToolButton* ZonesTest::zoneButton() {
    const auto buttons = space().sourcePanel()->findChildren<QToolButton*>();
    const auto zone = std::ranges::find(buttons, u"Time zone…"_s, &QToolButton::text);
    return zone == buttons.end() ? nullptr : *zone;
}

ZoneDialog* ZonesTest::openDialog() {
    zoneButton()->click();
    auto* dialog = m_window->findChild<ZoneDialog*>();
    return dialog && QTest::qWaitForWindowActive(dialog) ? dialog : nullptr;
}

/// Opens the dialog, searches, takes the first that is found, and waits until the source is read again.
void ZonesTest::choose(const QString& search) {
    ZoneDialog* dialog = openDialog();
    QVERIFY(dialog);
    QTest::keyClicks(dialog->findChild<QLineEdit*>(), search);
    QTest::keyClick(dialog->findChild<QLineEdit*>(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->findChild<ZoneDialog*>(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_monitor->isBusy(), patience);
}

QString ZonesTest::sourceCell(int column, int role) {
    return space().sourcePanel()->table()->model()->index(0, column).data(role).toString();
}

QStringList ZonesTest::shown(const ZoneDialog* dialog) {
    const auto* list = dialog->findChild<QTreeWidget*>();
    QStringList names;
    for (int row = 0; row < list->topLevelItemCount(); ++row)
        if (!list->topLevelItem(row)->isHidden())
            names << list->topLevelItem(row)->text(0);
    return names;
}

void ZonesTest::theListBeginsWithTheSystemAndUtc() {
    open(u"app.log"_s, zoneless);
    QVERIFY(zoneButton()->isEnabled());
    QVERIFY(zoneButton()->toolTip().contains(u"name none"_s));
    const ZoneDialog* dialog = openDialog();
    QVERIFY(dialog);
    const QStringList names = shown(dialog);
    QVERIFY2(names[0].startsWith(u"This computer's: "_s), qPrintable(names[0]));
    QCOMPARE(names[1], u"UTC"_s);
    QVERIFY(names.contains(u"Europe/Berlin"_s));
    QVERIFY(names.size() > 300);
    QCOMPARE(names.count(u"UTC"_s), 1);
    const auto* list = dialog->findChild<QTreeWidget*>();
    QCOMPARE(list->indexOfTopLevelItem(list->currentItem()), 0);
    const auto kolkata = list->findItems(u"Asia/Kolkata"_s, Qt::MatchExactly);
    QCOMPARE(kolkata.size(), 1);
    QCOMPARE(kolkata[0]->text(1), u"UTC+05:30"_s);
    QVERIFY(!list->accessibleName().isEmpty());
    QVERIFY(!dialog->findChild<QLineEdit*>()->accessibleName().isEmpty());
    for (const QLabel* label : dialog->findChildren<QLabel*>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

void ZonesTest::aZoneIsFound_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("zone");
    QTest::newRow("by its name") << u"Europe/Berlin"_s << u"Europe/Berlin"_s;
    QTest::newRow("by a part, any case") << u"bErLiN"_s << u"Europe/Berlin"_s;
    QTest::newRow("by a city of two words") << u"new york"_s << u"America/New_York"_s;
    QTest::newRow("by its offset") << u"+05:30"_s << u"Asia/Kolkata"_s;
    QTest::newRow("by an offset with the keyboard's minus") << u"-10:00"_s << u"Pacific/Honolulu"_s;
}

void ZonesTest::aZoneIsFound() {
    QFETCH(QString, typed);
    QFETCH(QString, zone);
    open(u"app.log"_s, zoneless);
    const ZoneDialog* dialog = openDialog();
    QVERIFY(dialog);
    QTest::keyClicks(dialog->findChild<QLineEdit*>(), typed);
    const QStringList names = shown(dialog);
    QVERIFY2(names.contains(zone), qPrintable(names.join(u' ')));
    QVERIFY(names.size() < 30);
    QCOMPARE(dialog->findChild<QTreeWidget*>()->currentItem()->text(0), names.first());
}

void ZonesTest::nothingFoundIsSaid() {
    open(u"app.log"_s, zoneless);
    const ZoneDialog* dialog = openDialog();
    QVERIFY(dialog);
    const auto buttons = dialog->findChildren<QPushButton*>();
    const auto use =
        std::ranges::find_if(buttons, [](const QPushButton* button) { return button->isDefault(); });
    QVERIFY((*use)->isEnabled());
    QTest::keyClicks(dialog->findChild<QLineEdit*>(), u"Atlantis"_s);
    QCOMPARE(shown(dialog), QStringList());
    QVERIFY(!(*use)->isEnabled());
    const auto labels = dialog->findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
        return label->isVisible() && label->text().startsWith(u"No zone "_s);
    }));
    dialog->findChild<QLineEdit*>()->clear();
    QVERIFY((*use)->isEnabled());
}

void ZonesTest::theArrowsWalkThroughWhatWasFound() {
    open(u"app.log"_s, zoneless);
    const ZoneDialog* dialog = openDialog();
    QVERIFY(dialog);
    auto* line = dialog->findChild<QLineEdit*>();
    QTRY_VERIFY_WITH_TIMEOUT(line->hasFocus(), patience);
    QTest::keyClicks(line, u"Australia/"_s);
    QTest::keyClick(line, Qt::Key_Down);
    QVERIFY(line->hasFocus());
    QCOMPARE(dialog->findChild<QTreeWidget*>()->currentItem()->text(0), shown(dialog).at(1));
}

void ZonesTest::theSourceIsReadAgainInTheChosenZone() {
    open(u"app.log"_s, zoneless);
    QTRY_COMPARE_WITH_TIMEOUT(timeOf(0), u"≈ 12:00:00.250"_s, patience);
    choose(u"new york"_s);
    QCOMPARE(m_monitor->events().size(), std::size_t(1));
    QTRY_COMPARE_WITH_TIMEOUT(timeOf(0), u"≈ 17:00:00.250"_s, patience);
    QCOMPARE(m_monitor->totals().failures, 1u);
}

void ZonesTest::theChosenZoneIsShown() {
    open(u"app.log"_s, zoneless);
    QVERIFY(!sourceCell(SourceModel::Format).contains(u"UTC"_s));
    QVERIFY(
        sourceCell(SourceModel::Name, Qt::ToolTipRole).contains(u"without a zone: UTC (this computer's)"_s));
    choose(u"Europe/Berlin"_s);
    QVERIFY2(sourceCell(SourceModel::Format).endsWith(u" · Europe/Berlin"_s),
             qPrintable(sourceCell(SourceModel::Format)));
    QVERIFY(sourceCell(SourceModel::Name, Qt::ToolTipRole).contains(u"without a zone: Europe/Berlin"_s));
    const ZoneDialog* dialog = openDialog();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QTreeWidget*>()->currentItem()->text(0), u"Europe/Berlin"_s);
}

void ZonesTest::theSystemsZoneIsChosenBack() {
    open(u"app.log"_s, zoneless);
    choose(u"Europe/Berlin"_s);
    QVERIFY(m_monitor->sources().front().spec.timeZone);
    choose(u"this computer"_s);
    QVERIFY(!m_monitor->sources().front().spec.timeZone);
    QTRY_COMPARE_WITH_TIMEOUT(timeOf(0), u"≈ 12:00:00.250"_s, patience);
}

void ZonesTest::theSameZoneReadsNothingAgain() {
    open(u"app.log"_s, zoneless);
    choose(u"Europe/Berlin"_s);
    int resets = 0;
    connect(m_monitor.get(), &Monitor::eventsReset, this, [&] { ++resets; });
    choose(u"Europe/Berlin"_s);
    QCOMPARE(resets, 0);
    choose(u"Europe/Paris"_s);
    QCOMPARE(resets, 1);
}

void ZonesTest::onlyItsOwnSourceHasTheZone() {
    open(u"a.log"_s, zoneless);
    open(u"b.log"_s, QByteArray(zoneless).replace("c7aa10", "c7aa11"));
    QVERIFY2(!zoneButton()->isEnabled(), "no source is chosen");
    space().sourcePanel()->table()->setCurrentIndex(space().sourcePanel()->table()->model()->index(0, 0));
    choose(u"new york"_s);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 2, patience);
    QCOMPARE(timeOf(0), u"≈ 12:00:00.250"_s);
    QCOMPARE(timeOf(1), u"≈ 17:00:00.250"_s);
}

void ZonesTest::aClosedSourceIsNoMatter() {
    open(u"app.log"_s, zoneless);
    ZoneDialog* dialog = openDialog();
    QVERIFY(dialog);
    m_monitor->removeSource(m_monitor->sources().front().id);
    dialog->accept();
    QVERIFY(m_monitor->sources().empty());
    QVERIFY(!m_window->actions().zone->isEnabled());
}

void ZonesTest::thePaneSaysHowGoodATimeIs_data() {
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("exact") << failedAt("2026-11-23T12:00:00.250+01:00") << u"Asia/Kolkata"_s
                           << QStringList{u"2026-11-23 11:00:00.250 +00:00 – exact"_s};
    QTest::newRow("the system's zone")
        << zoneless << QString()
        << QStringList{u"≈ 2026-11-23 12:00:00.250 +00:00"_s, u"Zone assumed"_s, u"UTC (this computer's)"_s};
    QTest::newRow("the chosen zone") << zoneless << u"Asia/Kolkata"_s
                                     << QStringList{u"≈ 2026-11-23 06:30:00.250 +00:00"_s, u"Zone assumed"_s,
                                                    u"read as of Asia/Kolkata."_s};
    QTest::newRow("no date") << failedAt("12:00:00") << QString() << QStringList{u"≈ "_s, u"Date assumed"_s};
    QTest::newRow("the line before") << "2026-11-23T12:00:00Z INFO app: started\n" + failedAt("-").sliced(2)
                                     << QString()
                                     << QStringList{u"≈ 2026-11-23 12:00:00.000 +00:00"_s,
                                                    u"Taken from the line before"_s};
    QTest::newRow("none") << failedAt("-").sliced(2) << QString()
                          << QStringList{u"The record has no time."_s};
}

void ZonesTest::thePaneSaysHowGoodATimeIs() {
    QFETCH(QByteArray, log);
    QFETCH(QString, zone);
    QFETCH(QStringList, words);
    open(u"app.log"_s, log);
    if (!zone.isEmpty())
        choose(zone);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 1, patience);
    space().view()->choose(model().index(0, EventModel::Code));
    const QString said = space().detail()->spokenText();
    for (const QString& expected : words)
        QVERIFY2(said.contains(expected), qPrintable(expected + u" is missing in:\n"_s + said));
}

QTEST_MAIN(ZonesTest)
#include "tst_zones.moc"
