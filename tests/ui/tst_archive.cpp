// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// An archive in the window.

#include "detailpane.h"
#include "eventview.h"
#include "logfixture.h"
#include "mainwindow.h"
#include "packing.h"
#include "sourcepanel.h"
#include "statusline.h"
#include "workspace.h"

#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTableView>

using namespace derouter;

class ArchiveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatIsNoLogIsNoLoss();
    void failuresNameTheirMember();
    void linesNotUnderstoodNameTheirMember();

private:
    QTemporaryDir m_settings;

    /// A window that has read an archive of these members.
    struct Opened {
        explicit Opened(const QList<PackedMember>& members)
            : window(monitor) {
            readAll(monitor, folder.write(u"bundle.zip"_s, archived(members)));
            window.show();
        }
        LogFolder folder;
        Monitor monitor;
        MainWindow window;
    };
};

void ArchiveTest::initTestCase() {
    QCoreApplication::setOrganizationName(u"derouter-test"_s);
    QCoreApplication::setApplicationName(u"tst_archive"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
}

void ArchiveTest::whatIsNoLogIsNoLoss() {
    const QByteArray line = Logged{.id = requestId(1)}.line();
    Opened whole({{"app.log", line}, {"logo.png", "\x89PNG\r\n\x1a\n"}});
    QTRY_VERIFY2(whole.window.statusLine().text().contains(u"Nothing lost"_s),
                 qPrintable(whole.window.statusLine().text()));
    Opened deep({{"app.log", line}, {"1.zip", archived({{"2.zip", archived({{"a.log", line}})}})}});
    QTRY_VERIFY2(deep.window.statusLine().text().contains(u"Gaps: 1"_s),
                 qPrintable(deep.window.statusLine().text()));
}

/// B35: plainly, whatever they are.
void ArchiveTest::failuresNameTheirMember() {
    Opened opened({{"<img src=x>.log", Logged{.id = requestId(1)}.line()}});
    EventView* view = opened.window.workspace().view();
    QTRY_COMPARE(view->model()->rowCount(), 1);
    view->selectNext(1);
    const auto labels = opened.window.workspace().detail()->findChildren<QLabel*>();
    const auto named = std::ranges::find_if(
        labels, [](const QLabel* label) { return label->text().contains(u"bundle.zip: <img src=x>.log"_s); });
    QVERIFY(named != labels.end());
    QCOMPARE((*named)->textFormat(), Qt::PlainText);
}

void ArchiveTest::linesNotUnderstoodNameTheirMember() {
    Opened opened({{"a.log", "one\n"}, {"b.log", "two\n"}});
    auto* table = opened.window.workspace().sourcePanel()->findChild<QTableView*>();
    QTRY_COMPARE(table->model()->rowCount(), 1);
    Q_EMIT table->clicked(table->model()->index(0, SourceModel::NotUnderstood));
    const auto* lines = opened.window.findChild<QDialog*>();
    QVERIFY(lines);
    const auto* text = lines->findChild<QPlainTextEdit*>();
    QVERIFY2(text->toPlainText().contains(u"bundle.zip: b.log:1 ("_s), qPrintable(text->toPlainText()));
}

QTEST_MAIN(ArchiveTest)
#include "tst_archive.moc"
