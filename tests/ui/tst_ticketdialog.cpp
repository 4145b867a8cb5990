// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The ticket for support as a user makes it: by keys and clicks, looked through, copied, saved, mailed.

#include "actions.h"
#include "detailpane.h"
#include "eventview.h"
#include "filterstate.h"
#include "theme.h"
#include "ticketdialog.h"
#include "windowtest.h"
#include "workspace.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QUrlQuery>

#include <memory>

using namespace derouter;

/// In the place of the desktop's mail program.
class MailProgram : public QObject {
    Q_OBJECT

public:
    MailProgram() { QDesktopServices::setUrlHandler(u"mailto"_s, this, "take"); }
    ~MailProgram() override { QDesktopServices::unsetUrlHandler(u"mailto"_s); }

    QList<QUrl> drafts;

    QString part(const QString& name) const {
        return QUrlQuery(drafts.last()).queryItemValue(name, QUrl::FullyDecoded).remove(u'\r');
    }

public Q_SLOTS:
    void take(const QUrl& url) { drafts << url; }
};

class TicketDialogTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void opensByKeyMenuAndButton_data();
    void opensByKeyMenuAndButton();
    void isOffWithoutAFailure();
    void tellsOfTheChosenFailures();
    void aRowOfACallIsTheWholeCall();
    void anAttemptBringsItsCallWhenAsked();
    void returnCopies();
    void copiesPlainTextAlone();
    void savesForItsOwnerAlone();
    void saysWhyItCannotBeSaved();
    void opensTheDraftInTheMailProgram();
    void aLongDraftIsCutAndTheWholeIsOnTheClipboard();
    void withoutAMailProgramTheTicketIsOnTheClipboard();
    void theLastFormatIsRemembered();
    void marksWhatIsHidden_data();
    void marksWhatIsHidden();
    void theNextMarkIsSelectedByKey();
    void personsAreShownWhenAsked();
    void saysWhatToLogForAnId();
    void staysWhenTheLogIsClosed();
    void limitsHowManyItTakes();
    void everyControlIsReachedByTabAndHasAName();
    void fitsASmallWindow_data();
    void fitsASmallWindow();

private:
    void open(const QList<Logged>& requests);
    void choose(const QList<int>& rows);
    TicketDialog* dialog() const { return m_window->findChild<TicketDialog*>(); }
    TicketDialog* openTicket();
    QString preview() const { return dialog()->findChild<QPlainTextEdit*>()->toPlainText(); }
    QComboBox* formatBox() const { return dialog()->findChild<QComboBox*>(); }
    QCheckBox* box(const QString& words) const;
    QPushButton* button(const QString& words) const;
    QString spoken() const;
};

void TicketDialogTest::initTestCase() {
    nameProgram(u"tst_ticketdialog"_s);
}

void TicketDialogTest::init() {
    openWindow();
}

void TicketDialogTest::cleanup() {
    closeWindow();
    theme::apply(theme::Scheme::System);
}

void TicketDialogTest::open(const QList<Logged>& requests) {
    m_window->openFiles({m_folder->write(u"app.log"_s, requests)}, false);
    QTRY_VERIFY_WITH_TIMEOUT(!m_monitor->events().isEmpty() && !m_monitor->isBusy(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->workspace().isEmptyStateShown(), patience);
}

void TicketDialogTest::choose(const QList<int>& rows) {
    EventView* view = m_window->workspace().view();
    view->choose(m_window->workspace().model().index(rows.first(), EventModel::Code));
    for (const int row : rows)
        view->selectionModel()->select(m_window->workspace().model().index(row, 0),
                                       QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

TicketDialog* TicketDialogTest::openTicket() {
    m_window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        return nullptr;
    QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    TicketDialog* opened = dialog();
    if (opened && !QTest::qWaitForWindowExposed(opened))
        return nullptr;
    return opened;
}

QCheckBox* TicketDialogTest::box(const QString& words) const {
    for (QCheckBox* each : dialog()->findChildren<QCheckBox*>())
        if (each->text().remove(u'&').contains(words))
            return each;
    return nullptr;
}

QPushButton* TicketDialogTest::button(const QString& words) const {
    for (QPushButton* each : dialog()->findChildren<QPushButton*>())
        if (each->text().remove(u'&') == words)
            return each;
    return nullptr;
}

QString TicketDialogTest::spoken() const {
    QStringList texts;
    for (const QLabel* label : dialog()->findChildren<QLabel*>())
        if (label->isVisible())
            texts << label->text();
    return texts.join(u'\n');
}

void TicketDialogTest::opensByKeyMenuAndButton_data() {
    QTest::addColumn<QString>("way");
    for (const char* way : {"key", "menu", "button"})
        QTest::newRow(way) << QString::fromLatin1(way);
}

void TicketDialogTest::opensByKeyMenuAndButton() {
    QFETCH(QString, way);
    open(mixedMinute());
    choose({1});
    if (way == "key"_L1)
        QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    else if (way == "menu"_L1)
        m_window->actions().ticket->trigger();
    else
        QTest::mouseClick(m_window->workspace().detail()->ticketButton(), Qt::LeftButton);
    QVERIFY(dialog());
    QVERIFY2(preview().contains(u"Request-id: "_s + requestId(2)), qPrintable(preview()));
    QVERIFY(preview().contains(u"Code: 429"_s));
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
}

void TicketDialogTest::isOffWithoutAFailure() {
    QVERIFY(!m_window->actions().ticket->isEnabled());
    QVERIFY(!openTicket());
    open(mixedMinute());
    choose({0});
    QVERIFY(m_window->actions().ticket->isEnabled());
}

void TicketDialogTest::tellsOfTheChosenFailures() {
    open(mixedMinute());
    choose({0, 2, 3});
    QVERIFY(openTicket());
    for (const int number : {1, 3, 4})
        QVERIFY(preview().contains(requestId(number)));
    QVERIFY(!preview().contains(requestId(2)));
    QVERIFY(preview().contains(u"Failure 3 of 3"_s));
    QVERIFY(!box(u"attempts"_s)->isVisible());
}

void TicketDialogTest::aRowOfACallIsTheWholeCall() {
    open(retriedCalls());
    QTest::keyClick(m_window->workspace().view(), Qt::Key_C);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->workspace().model().rowCount(), 4, patience);
    choose({0});
    QVERIFY(openTicket());
    for (const int number : {1, 3, 6})
        QVERIFY2(preview().contains(requestId(number)), qPrintable(preview()));
    QVERIFY(preview().contains(u"Attempt: 3 of 3"_s));
    QVERIFY(box(u"attempts"_s)->isVisible() && box(u"attempts"_s)->isChecked());
}

void TicketDialogTest::anAttemptBringsItsCallWhenAsked() {
    open(retriedCalls());
    choose({1});
    QVERIFY(openTicket());
    QVERIFY(preview().contains(u"Attempt: 2 of 3"_s));
    QVERIFY(
        preview().contains(u"Other failed attempts:\n  1: 2026-11-23T12:00:01.000Z, 529, "_s + requestId(1)));
    QVERIFY(!box(u"attempts"_s)->isChecked());
    box(u"attempts"_s)->setFocus();
    QTest::keyClick(box(u"attempts"_s), Qt::Key_Space);
    QVERIFY(preview().contains(u"Failure 3 of 3"_s));
}

void TicketDialogTest::returnCopies() {
    open(mixedMinute());
    choose({0});
    QVERIFY(openTicket());
    QTRY_VERIFY(dialog()->findChild<QPlainTextEdit*>()->hasFocus());
    QTest::keyClick(dialog()->findChild<QPlainTextEdit*>(), Qt::Key_Return);
    QCOMPARE(QApplication::clipboard()->text(), preview());
    QVERIFY(spoken().contains(u"Copied."_s));
    QVERIFY(dialog()->isVisible());
}

void TicketDialogTest::copiesPlainTextAlone() {
    open(mixedMinute());
    choose({0});
    QVERIFY(openTicket());
    QTest::keyClick(dialog(), Qt::Key_Y, Qt::AltModifier);
    QTRY_COMPARE(QApplication::clipboard()->text(), preview());
    const QMimeData* data = QApplication::clipboard()->mimeData();
    QVERIFY(data->hasText() && !data->hasHtml() && !data->hasUrls());
    QCOMPARE(data->text(), preview());
}

void TicketDialogTest::savesForItsOwnerAlone() {
    open(mixedMinute());
    choose({0});
    QVERIFY(openTicket());
    formatBox()->setCurrentIndex(1);
    QTest::mouseClick(button(u"Save…"_s), Qt::LeftButton);
    QTRY_VERIFY(dialog()->findChild<QFileDialog*>());
    auto* chooser = dialog()->findChild<QFileDialog*>();
    const QString suggested = QFileInfo(chooser->selectedFiles().value(0)).fileName();
    static const QRegularExpression pattern(u"^derouter-ticket-\\d{8}T\\d{6}Z\\.md$"_s);
    QVERIFY2(pattern.match(suggested).hasMatch(), qPrintable(suggested));
    const QString path = m_folder->path(u"ticket.md"_s);
    auto* name = chooser->findChild<QLineEdit*>();
    name->setText(path);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), preview());
    QCOMPARE(file.permissions() &
                 (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
    QVERIFY(spoken().contains(u"Saved in"_s));
}

void TicketDialogTest::saysWhyItCannotBeSaved() {
    open(mixedMinute());
    choose({0});
    QVERIFY(openTicket());
    const QString target = m_folder->write(u"target"_s, QByteArray("keep"));
    const QString link = m_folder->path(u"link"_s);
    QVERIFY(QFile::link(target, link));
    QTest::mouseClick(button(u"Save…"_s), Qt::LeftButton);
    QTRY_VERIFY(dialog()->findChild<QFileDialog*>());
    Q_EMIT dialog()->findChild<QFileDialog*>()->fileSelected(link);
    QVERIFY2(spoken().contains(u"symbolic link"_s), qPrintable(spoken()));
    QCOMPARE(QFileInfo(target).size(), 4);
}

void TicketDialogTest::opensTheDraftInTheMailProgram() {
    MailProgram mail;
    open(mixedMinute());
    choose({0});
    QVERIFY(openTicket());
    QTest::keyClick(dialog(), Qt::Key_M, Qt::AltModifier);
    QTRY_COMPARE(mail.drafts.size(), 1);
    QCOMPARE(mail.drafts.first().path(), u"support@derouter.ai"_s);
    QCOMPARE(QUrlQuery(mail.drafts.first()).queryItems().size(), 2);
    QCOMPARE(mail.part(u"subject"_s), u"DeRouter API error: 529 overloaded_error, "_s + requestId(1));
    QVERIFY(mail.part(u"body"_s).contains(u"Request-id: "_s + requestId(1) + u'\n'));
    // What was shown is what left.
    QCOMPARE(formatBox()->currentText(), u"Mail"_s);
    QCOMPARE(preview(), u"To: support@derouter.ai\nSubject: %1\n\n%2"_s.arg(mail.part(u"subject"_s),
                                                                            mail.part(u"body"_s)));
    QCOMPARE(QApplication::clipboard()->text(), QString());
    QVERIFY(spoken().contains(u"you send it yourself"_s));
}

void TicketDialogTest::aLongDraftIsCutAndTheWholeIsOnTheClipboard() {
    MailProgram mail;
    open(mixedMinute());
    choose({0, 1, 2, 3});
    QVERIFY(openTicket());
    QTest::mouseClick(button(u"Open in Mail"_s), Qt::LeftButton);
    QCOMPARE(mail.drafts.size(), 1);
    QVERIFY(mail.drafts.first().toEncoded().size() <= MailDraft::longestLink);
    QVERIFY(mail.part(u"body"_s).endsWith(u"paste it here.]"_s));
    const QString whole = QApplication::clipboard()->text();
    QVERIFY(preview().endsWith(whole));
    for (int number = 1; number <= 4; ++number)
        QVERIFY(whole.contains(u"Request-id: "_s + requestId(number)));
    QVERIFY(spoken().contains(u"longer than a mail link can hold"_s));
}

void TicketDialogTest::withoutAMailProgramTheTicketIsOnTheClipboard() {
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", m_folder->path(u"nothing"_s).toUtf8());
    open(mixedMinute());
    choose({0});
    QVERIFY(openTicket());
    QTest::mouseClick(button(u"Open in Mail"_s), Qt::LeftButton);
    qputenv("PATH", path);
    QVERIFY2(spoken().contains(u"No mail program could be opened"_s), qPrintable(spoken()));
    QCOMPARE(QApplication::clipboard()->text(), preview());
}

void TicketDialogTest::theLastFormatIsRemembered() {
    open(mixedMinute());
    choose({0});
    QVERIFY(openTicket());
    QCOMPARE(formatBox()->currentText(), u"Plain text"_s);
    QTest::keyClick(dialog(), Qt::Key_F, Qt::AltModifier);
    QTRY_VERIFY(formatBox()->hasFocus());
    QTest::keyClick(formatBox(), Qt::Key_Down);
    QVERIFY(preview().contains(u"- **Request-id:** `"_s + requestId(1) + u'`'));
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    QVERIFY(openTicket());
    QCOMPARE(formatBox()->currentText(), u"Markdown"_s);
    QVERIFY(preview().startsWith(u"### "_s));
}

void TicketDialogTest::marksWhatIsHidden_data() {
    QTest::addColumn<int>("scheme");
    QTest::newRow("light") << int(theme::Scheme::Light);
    QTest::newRow("dark") << int(theme::Scheme::Dark);
}

void TicketDialogTest::marksWhatIsHidden() {
    QFETCH(int, scheme);
    theme::apply(static_cast<theme::Scheme>(scheme));
    open({Logged{.message = u"key sk-ant-EXAMPLE01, mail jane@example.org"_s, .id = requestId(1)}});
    choose({0});
    QVERIFY(openTicket());
    const auto marks = dialog()->findChild<QPlainTextEdit*>()->extraSelections();
    QCOMPARE(marks.size(), 2);
    static const QRegularExpression shape(u"^\\[[A-Za-z -]+ #[0-9a-f]{4} hidden\\]$"_s);
    for (const auto& mark : marks) {
        QVERIFY2(shape.match(mark.cursor.selectedText()).hasMatch(), qPrintable(mark.cursor.selectedText()));
        QVERIFY(mark.format.fontUnderline());
        QVERIFY(mark.format.background().color() != dialog()->palette().color(QPalette::Base));
    }
    QVERIFY(spoken().contains(u"2 part(s) hidden"_s));
    QVERIFY(!preview().contains(u"EXAMPLE01"_s) && !preview().contains(u"jane"_s));
}

void TicketDialogTest::theNextMarkIsSelectedByKey() {
    open({Logged{.message = u"key sk-ant-EXAMPLE01, mail jane@example.org"_s, .id = requestId(1)}});
    choose({0});
    QVERIFY(openTicket());
    auto* text = dialog()->findChild<QPlainTextEdit*>();
    for (const QString& start : {u"[API key"_s, u"[e-mail"_s, u"[API key"_s}) {
        QTest::keyClick(dialog(), Qt::Key_F3);
        QVERIFY2(text->textCursor().selectedText().startsWith(start),
                 qPrintable(text->textCursor().selectedText()));
    }
}

void TicketDialogTest::personsAreShownWhenAsked() {
    open({Logged{.message = u"from 203.0.113.9"_s, .id = requestId(1)}});
    choose({0});
    QVERIFY(openTicket());
    QVERIFY(!preview().contains(u"203.0.113.9"_s));
    QTest::keyClick(dialog(), Qt::Key_D, Qt::AltModifier);
    QTRY_VERIFY(preview().contains(u"203.0.113.9"_s));
    QVERIFY(spoken().contains(u"Nothing had to be hidden."_s));
}

void TicketDialogTest::saysWhatToLogForAnId() {
    open({Logged{.second = 1, .id = requestId(1)},
          Logged{.second = 30, .status = 503, .type = u"api_error"_s, .id = {}}});
    choose({0});
    QVERIFY(openTicket());
    QVERIFY(!spoken().contains(u"without a request-id"_s));
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    choose({1});
    QVERIFY(openTicket());
    QVERIFY2(spoken().contains(u"without a request-id"_s) &&
                 spoken().contains(u"response header “request-id”"_s),
             qPrintable(spoken()));
    QVERIFY(preview().contains(u"Request-id: none, the log shows none"_s));
}

void TicketDialogTest::staysWhenTheLogIsClosed() {
    open(mixedMinute());
    choose({0});
    QVERIFY(openTicket());
    const QString before = preview();
    m_monitor->removeSource(m_monitor->sources().front().id);
    QTRY_VERIFY_WITH_TIMEOUT(m_monitor->events().isEmpty(), patience);
    formatBox()->setCurrentIndex(1);
    formatBox()->setCurrentIndex(0);
    QCOMPARE(preview(), before);
}

void TicketDialogTest::limitsHowManyItTakes() {
    EventStore events;
    std::vector<EventStore::Row> rows;
    for (std::size_t i = 0; i < TicketDialog::mostFailures + 7; ++i) {
        Sighting sighting;
        sighting.code = FailureCode::http(529);
        sighting.requestId = requestId(static_cast<int>(i)).toStdString();
        rows.push_back(events.append(sighting));
    }
    TicketDialog large(events, rows, false);
    large.show();
    const QString text = large.findChild<QPlainTextEdit*>()->toPlainText();
    QVERIFY(text.contains(requestId(int(TicketDialog::mostFailures) - 1)));
    QVERIFY(!text.contains(requestId(int(TicketDialog::mostFailures))));
    QStringList labels;
    for (const QLabel* label : large.findChildren<QLabel*>())
        labels << label->text();
    QVERIFY(labels.join(u'\n').contains(u"Only the first 1,000 of 1,007 chosen failures"_s));
}

void TicketDialogTest::everyControlIsReachedByTabAndHasAName() {
    open(retriedCalls());
    choose({1});
    QVERIFY(openTicket());
    QSet<QWidget*> reached;
    for (int i = 0; i < 20; ++i) {
        reached.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (QWidget* widget : dialog()->findChildren<QWidget*>()) {
        const bool isControl = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) ||
                               qobject_cast<QPlainTextEdit*>(widget);
        if (!isControl || !widget->isVisible())
            continue;
        const auto* push = qobject_cast<QAbstractButton*>(widget);
        QVERIFY2(reached.contains(widget),
                 push ? qPrintable(push->text()) : widget->metaObject()->className());
        QVERIFY(!widget->accessibleName().isEmpty() || (push && !push->text().isEmpty()));
    }
    QVERIFY(dialog()->findChild<QLineEdit*>() == nullptr);
}

void TicketDialogTest::fitsASmallWindow_data() {
    marksWhatIsHidden_data();
}

/// Also the writer's way to look at it: with DEROUTER_SCREENSHOTS set to a folder, pictures are written
/// there.
void TicketDialogTest::fitsASmallWindow() {
    QFETCH(int, scheme);
    theme::apply(static_cast<theme::Scheme>(scheme));
    m_window->resize(900, 600);
    QList<Logged> requests = retriedCalls();
    requests[1].message = u"key sk-ant-EXAMPLE01 of jane@example.org is over its limit"_s;
    requests << Logged{
        .second = 50, .status = 503, .type = u"api_error"_s, .message = u"No provider"_s, .id = {}};
    open(requests);
    choose({1, 2, 7});
    QVERIFY(openTicket());
    QVERIFY2(dialog()->width() <= 900 && dialog()->height() <= 600, qPrintable(spoken()));
    for (const QWidget* widget : dialog()->findChildren<QWidget*>())
        if (widget->isVisible() && widget->parentWidget() == dialog())
            QVERIFY2(dialog()->rect().contains(widget->geometry()), widget->metaObject()->className());
    for (QPushButton* each : dialog()->findChildren<QPushButton*>())
        QVERIFY(each->width() >= each->sizeHint().width());
    if (const QString folder = qEnvironmentVariable("DEROUTER_SCREENSHOTS"); !folder.isEmpty()) {
        const QString name = folder + u"/ticket-"_s + QLatin1StringView(QTest::currentDataTag());
        button(u"Copy"_s)->click();
        dialog()->grab().save(name + u".png"_s);
        m_window->grab().save(name + u"-window.png"_s);
        formatBox()->setCurrentIndex(1);
        dialog()->grab().save(name + u"-markdown.png"_s);
    }
}

QTEST_MAIN(TicketDialogTest)
#include "tst_ticketdialog.moc"
