// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The lines of the logs around failures, saved to be given away.

#include "actions.h"
#include "filterfixture.h"
#include "savedialog.h"
#include "windowtest.h"

#include <QAction>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSet>
#include <QStatusBar>

using namespace derouter;

namespace {

QString key(int number) {
    return u"sk-ant-api03-"_s + u"Zx8%1qK"_s.arg(number).repeated(8);
}

/// A hundred requests, a second apart: the 30th, the 40th and the 50th fail, and each names one of two keys.
QByteArray log() {
    QByteArray text;
    for (int i = 0; i < 100; ++i) {
        QByteArray line =
            Logged{.second = i, .status = i == 30 || i == 40 || i == 50 ? 529 : 200, .id = requestId(i)}
                .line();
        line.replace(R"("pid":7)", R"("pid":7,"authorization":"Bearer )" + key(i % 2).toUtf8() + R"(")");
        text += line;
    }
    return text;
}

} // namespace

class LogSliceTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameProgram(u"tst_logslice"_s); }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void theLinesAroundTheFailuresAreSaved();
    void secretsAreTheSamePlaceholdersThroughout();
    void onlyWhatIsShownCounts();
    void eachLogHasItsPart();
    void whatCannotBeReadAgainIsNamed();
    void isOffWithoutFailures();

private:
    void open(const QByteArray& text, const QString& name = u"app.log"_s);
    QString save();
    QString said() const { return m_window->statusBar()->currentMessage(); }
};

void LogSliceTest::open(const QByteArray& text, const QString& name) {
    m_window->openFiles({m_folder->write(name, text)}, false);
    QTRY_VERIFY_WITH_TIMEOUT(!m_monitor->isBusy() && !space().isEmptyStateShown(), patience);
}

QString LogSliceTest::save() {
    m_window->actions().saveSlice->trigger();
    const QString path = m_folder->path(u"slice.log"_s);
    m_window->statusBar()->clearMessage();
    QLineEdit* const name = dialog<SaveDialog>()->findChild<QLineEdit*>();
    name->setText(path);
    QTest::keyClick(name, Qt::Key_Return);
    [[maybe_unused]] const bool isSaid = QTest::qWaitFor([&] { return !said().isEmpty(); }, patience);
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void LogSliceTest::theLinesAroundTheFailuresAreSaved() {
    open(log());
    const QString slice = save();
    QVERIFY2(slice.startsWith(u"==> app.log <==\n"_s), qPrintable(slice.first(100)));
    const QStringList lines = slice.trimmed().split(u'\n').mid(1);
    QCOMPARE(lines.size(), 41); // from the 20th to the 60th
    for (int i = 0; i < lines.size(); ++i)
        QVERIFY2(lines[i].contains(requestId(20 + i)), qPrintable(lines[i]));
    QCOMPARE(said(), u"41 line(s) written to slice.log."_s);
    QCOMPARE(QFile(m_folder->path(u"slice.log"_s)).permissions() & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

void LogSliceTest::secretsAreTheSamePlaceholdersThroughout() {
    open(log());
    const QString slice = save();
    QVERIFY(!slice.contains(u"Zx8"_s));
    const QRegularExpression tag(u"#[0-9a-f]{4,}"_s);
    QSet<QString> tags;
    QStringList order;
    for (auto each = tag.globalMatch(slice); each.hasNext();) {
        order << each.next().captured();
        tags << order.last();
    }
    QCOMPARE(order.size(), 41);
    QCOMPARE(tags.size(), 2);
    QCOMPARE(order[0], order[2]);
    QVERIFY(order[0] != order[1]);
}

void LogSliceTest::onlyWhatIsShownCounts() {
    open(log());
    m_window->filterState().begin({.terms = filterOf(u"id:"_s + requestId(40)).terms});
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 1, patience);
    QCOMPARE(save().count(u'\n'), 1 + 21);
}

void LogSliceTest::eachLogHasItsPart() {
    open(log());
    open(log().replace("req_", "req_f"), u"other.log"_s);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 6, patience);
    const QString slice = save();
    QVERIFY(slice.contains(u"==> app.log <==\n"_s) && slice.contains(u"\n==> other.log <==\n"_s));
}

void LogSliceTest::whatCannotBeReadAgainIsNamed() {
    open(log());
    QVERIFY(QFile::remove(m_folder->path(u"app.log"_s)));
    QVERIFY(save().isEmpty());
    QCOMPARE(said(), u"No slice was written. Left out, as it cannot be read again: app.log"_s);
}

void LogSliceTest::isOffWithoutFailures() {
    QVERIFY(!m_window->actions().saveSlice->isEnabled());
    open(log());
    QTRY_VERIFY(m_window->actions().saveSlice->isEnabled());
}

QTEST_MAIN(LogSliceTest)
#include "tst_logslice.moc"
