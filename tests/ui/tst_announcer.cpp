// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a screen reader is told of failures that come into a followed log.

#include "announcer.h"
#include "language.h"
#include "windowtest.h"

#include <QAccessible>
#include <QElapsedTimer>

using namespace derouter;

class AnnouncerTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        nameProgram(u"tst_announcer"_s);
        speak(QLocale(QLocale::English));
    }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void whatComesIntoAFollowedLogIsAnnounced();
    void manyAreAnnouncedTogether();
    void whatIsOpenedIsNoNews();

private:
    void write(int first, int count);
    void follow();
    QString said() const;
};

/// What stands in the accessible tree as an alert, which is read without the focus.
QString AnnouncerTest::said() const {
    const QAccessibleInterface* const window = QAccessible::queryAccessibleInterface(m_window.get());
    QStringList alerts;
    for (int child = 0; child < window->childCount(); ++child)
        if (window->child(child)->role() == QAccessible::AlertMessage)
            alerts << window->child(child)->text(QAccessible::Name);
    return alerts.join(u'|');
}

void AnnouncerTest::write(int first, int count) {
    QByteArray lines;
    for (int at = first; at < first + count; ++at)
        lines += Logged{.second = at, .id = requestId(at)}.line();
    m_folder->write(u"app.log"_s, lines);
}

void AnnouncerTest::follow() {
    write(1, 2);
    m_window->openFiles({m_folder->path(u"app.log"_s)}, true);
    QTRY_VERIFY_WITH_TIMEOUT(m_monitor->sources().front().isCaughtUp && m_monitor->events().size() == 2,
                             patience);
}

void AnnouncerTest::whatComesIntoAFollowedLogIsAnnounced() {
    follow();
    write(3, 1);
    QTRY_COMPARE_WITH_TIMEOUT(said(),
                              u"1 new failure. The last: 529, AI provider overloaded. Whose move: AI "
                              "provider. Yes, after 5–10 seconds."_s,
                              patience);
}

void AnnouncerTest::manyAreAnnouncedTogether() {
    follow();
    write(3, 1);
    QTRY_VERIFY_WITH_TIMEOUT(said().startsWith(u"1 new failure. "_s), patience);
    QElapsedTimer since;
    since.start();
    for (int batch = 0; batch < 5; ++batch) {
        write(10 + batch * 10, 3);
        QTest::qWait(100);
    }
    QTRY_VERIFY2_WITH_TIMEOUT(said().startsWith(u"15 new failures. "_s), qPrintable(said()), patience);
    QVERIFY(since.elapsed() >= (FailureAnnouncer::pause - FailureAnnouncer::soon).count());
}

void AnnouncerTest::whatIsOpenedIsNoNews() {
    follow();
    m_window->openFiles({m_folder->write(u"other.log"_s, {Logged{.second = 70, .id = requestId(70)}})},
                        false);
    QTRY_COMPARE_WITH_TIMEOUT(m_monitor->events().size(), 3u, patience);
    QTest::qWait(static_cast<int>(2 * FailureAnnouncer::soon.count()));
    QCOMPARE(said(), QString());
}

QTEST_MAIN(AnnouncerTest)
#include "tst_announcer.moc"
