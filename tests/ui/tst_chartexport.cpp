// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The chart out of the window: copied and saved as a picture, as a drawing and as figures, read back.

#include "actions.h"
#include "chartpanel.h"
#include "chartpicture.h"
#include "filterfixture.h"
#include "ratechart.h"
#include "report/redactor.h"
#include "savedialog.h"
#include "theme.h"
#include "windowtest.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QImage>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QStatusBar>
#include <QToolButton>
#include <QXmlStreamReader>

using namespace derouter;

namespace {

/// What stands in a drawing.
struct Drawing {
    QStringList texts;
    QStringList bars;     ///< what each says it is
    QStringList requests; ///< the same, of those behind the failures
    void note(const QString& said) { (said.contains(u", requests: "_s) ? requests : bars) << said; }
    QSet<QString> elements;
    QString wrong;
};

Drawing read(const QByteArray& svg) {
    Drawing drawing;
    QXmlStreamReader xml(svg);
    QString parent;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        drawing.elements << xml.name().toString();
        for (const QXmlStreamAttribute& attribute : xml.attributes())
            if (attribute.name().toString().contains(u"href"_s) || attribute.name().startsWith(u"on"_s))
                drawing.elements << attribute.name().toString();
        if (xml.name() == "text"_L1)
            drawing.texts << xml.readElementText();
        else if (xml.name() == "title"_L1 && parent == "rect"_L1)
            drawing.note(xml.readElementText());
        parent = xml.name().toString();
    }
    drawing.wrong = xml.errorString();
    return drawing;
}

QList<QStringList> table(const QByteArray& csv) {
    QList<QStringList> rows;
    for (const QByteArray& line : csv.split('\n'))
        if (!line.isEmpty())
            rows << QString::fromUtf8(line).remove(u'\r').split(u',');
    return rows;
}

} // namespace

class ChartExportTest : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameProgram(u"tst_chartexport"_s); }
    void init();
    void cleanup();

    void isOffWithoutFailures();
    void theMenuOpensOnTheChart_data();
    void theMenuOpensOnTheChart();
    void theFiguresAreOfEachBucketAndCode();
    void theFiguresAreOfWhatIsShown();
    void theDrawingTellsItAll();
    void theDrawingSaysWhatTheFilterIs();
    void theDrawingHoldsNoSecret();
    void thePictureShowsTheBars_data();
    void thePictureShowsTheBars();
    void percentIsDrawn();
    void isSavedInEachForm_data();
    void isSavedInEachForm();
    void failuresWithoutATimeAreNoChart();

private:
    QByteArray copied(QAction* action);
    QMenu& menu() { return *m_window->actions().chart; }
};

void ChartExportTest::init() {
    openWindow();
    theme::apply(theme::Scheme::Light);
}

void ChartExportTest::cleanup() {
    closeWindow();
    theme::apply(theme::Scheme::System);
}

QByteArray ChartExportTest::copied(QAction* action) {
    action->trigger();
    return QApplication::clipboard()->text().toUtf8();
}

void ChartExportTest::isOffWithoutFailures() {
    QVERIFY(!menu().isEnabled());
    openLog(mixedMinute());
    QTRY_VERIFY_WITH_TIMEOUT(menu().isEnabled(), patience);
}

void ChartExportTest::theMenuOpensOnTheChart_data() {
    QTest::addColumn<QContextMenuEvent::Reason>("reason");
    QTest::newRow("mouse") << QContextMenuEvent::Mouse;
    QTest::newRow("key") << QContextMenuEvent::Keyboard;
}

void ChartExportTest::theMenuOpensOnTheChart() {
    QFETCH(QContextMenuEvent::Reason, reason);
    openLog(mixedMinute());
    QWidget* const canvas = space().chartPanel()->chart()->canvas();
    const QPoint at = canvas->rect().center();
    QContextMenuEvent event(reason, at, canvas->mapToGlobal(at));
    QApplication::sendEvent(canvas, &event);
    QTRY_VERIFY_WITH_TIMEOUT(menu().isVisible(), patience);
    QCOMPARE(menu().actions().size(), 4);
    QTest::keyClick(&menu(), Qt::Key_F);
    QCOMPARE(table(QApplication::clipboard()->text().toUtf8()).first().first(), u"from"_s);
}

void ChartExportTest::theFiguresAreOfEachBucketAndCode() {
    openLog(mixedMinute());
    const auto rows = table(copied(m_window->actions().copyFigures));
    QCOMPARE(rows.first(), (QStringList{u"from"_s, u"to"_s, u"requests"_s, u"failures"_s, u"401"_s, u"429"_s,
                                        u"503"_s, u"529"_s}));
    QCOMPARE(rows.size(), 61); // a bucket a second
    QCOMPARE(rows[1 + 5], (QStringList{u"2026-11-23T12:00:05.000Z"_s, u"2026-11-23T12:00:06.000Z"_s, u"1"_s,
                                       u"1"_s, u"0"_s, u"0"_s, u"0"_s, u"1"_s}));
    int requests = 0;
    int failures = 0;
    for (const QStringList& row : rows.sliced(1)) {
        QCOMPARE(row.size(), rows.first().size());
        requests += row[2].toInt();
        failures += row[3].toInt();
        QCOMPARE(row[3].toInt(), row[4].toInt() + row[5].toInt() + row[6].toInt() + row[7].toInt());
    }
    QCOMPARE(requests, 14);
    QCOMPARE(failures, 4);
    QCOMPARE(QApplication::clipboard()->mimeData()->formats(), QStringList{u"text/plain"_s});
}

void ChartExportTest::theFiguresAreOfWhatIsShown() {
    openLog(mixedMinute());
    m_window->filterState().begin({.terms = filterOf(u"code:429"_s).terms});
    const auto rows = table(copied(m_window->actions().copyFigures));
    QCOMPARE(rows.first().sliced(3), (QStringList{u"failures"_s, u"429"_s}));
}

void ChartExportTest::theDrawingTellsItAll() {
    openLog(mixedMinute());
    const QByteArray svg = copied(m_window->actions().copySvg);
    QCOMPARE(QApplication::clipboard()->mimeData()->data(u"image/svg+xml"_s), svg);
    const Drawing drawing = read(svg);
    QCOMPARE(drawing.wrong, QString());
    QCOMPARE(drawing.bars.size(), 4);
    QCOMPARE(drawing.requests.size(), 14);
    QVERIFY2(drawing.bars[0].contains(u"12:00:05"_s) && drawing.bars[0].endsWith(u"529: 1"_s),
             qPrintable(drawing.bars[0]));
    const QString texts = drawing.texts.join(u'\n');
    for (const QString& expected : {u"Failures per second"_s, u"2026-11-23 12:00 – 12:01 UTC"_s, u"429"_s,
                                    u"503"_s, u"401"_s, u"529"_s, u": 1"_s, u"12:00:30"_s})
        QVERIFY2(texts.contains(expected), qPrintable(expected + u" is missing in\n"_s + texts));
    QCOMPARE(drawing.elements, (QSet<QString>{u"svg"_s, u"title"_s, u"rect"_s, u"path"_s, u"text"_s,
                                              u"circle"_s, u"polygon"_s}));
}

void ChartExportTest::theDrawingSaysWhatTheFilterIs() {
    openLog(mixedMinute());
    QVERIFY(!copied(m_window->actions().copySvg).contains("Only:"));
    m_window->filterState().begin({.terms = filterOf(u"move:you"_s).terms});
    const Drawing drawing = read(copied(m_window->actions().copySvg));
    QVERIFY2(drawing.texts.filter(u"Only: "_s).value(0).contains(u"You"_s),
             qPrintable(drawing.texts.join(u'\n')));
    QCOMPARE(drawing.bars.size(), 2);
}

void ChartExportTest::theDrawingHoldsNoSecret() {
    const QString key = u"sk-ant-api03-"_s + QString(40, u'A');
    openLog({{.status = 401,
              .type = u"authentication_error"_s,
              .message = u"Invalid API key "_s + key,
              .id = requestId(1)}});
    m_window->filterState().begin({.terms = filterOf(key).terms});
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 1, patience);
    const QByteArray svg = copied(m_window->actions().copySvg);
    QVERIFY(svg.contains("Only:"));
    QVERIFY(!svg.contains(key.toUtf8()));
}

void ChartExportTest::thePictureShowsTheBars_data() {
    QTest::addColumn<theme::Scheme>("scheme");
    QTest::newRow("light") << theme::Scheme::Light;
    QTest::newRow("dark") << theme::Scheme::Dark;
}

void ChartExportTest::thePictureShowsTheBars() {
    QFETCH(theme::Scheme, scheme);
    theme::apply(scheme);
    openLog(mixedMinute());
    m_window->actions().copyPicture->trigger();
    const QImage image = QApplication::clipboard()->image();
    const RateChartData shown = space().chartPanel()->chartData();
    const ChartPicture picture(shown, m_window->palette(), {});
    QCOMPARE(image.size(), (picture.size() * 2).toSize());
    const double each = picture.plot().width() / static_cast<double>(shown.buckets.size());
    const auto colorAt = [&](int bucket) {
        const QPointF low(picture.plot().left() + (bucket + 0.5) * each, picture.plot().bottom() - 4);
        return image.pixelColor((low * 2).toPoint());
    };
    for (const auto& [bucket, code] : {std::pair(5, 529), {20, 429}, {40, 503}, {59, 401}})
        QCOMPARE(colorAt(bucket).name(),
                 theme::groupColor(codegroups::indexOf(FailureCode::http(code)), m_window->palette()).name());
    QCOMPARE(colorAt(10).name(), m_window->palette().color(QPalette::Base).name());
    QVERIFY(m_window->statusBar()->currentMessage().contains(u"copied as a picture"_s));
}

void ChartExportTest::percentIsDrawn() {
    openLog(mixedMinute());
    QTRY_VERIFY_WITH_TIMEOUT(space().chartPanel()->percentButton()->isEnabled(), patience);
    QTest::mouseClick(space().chartPanel()->percentButton(), Qt::LeftButton);
    const Drawing drawing = read(copied(m_window->actions().copySvg));
    QVERIFY(drawing.texts.contains(u"100 %"_s));
    QVERIFY(drawing.texts.first().contains(u"in percent of requests"_s));
}

void ChartExportTest::isSavedInEachForm_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"chart.png", "chart.svg", "chart.csv"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void ChartExportTest::isSavedInEachForm() {
    QFETCH(QString, name);
    openLog(mixedMinute());
    m_window->actions().saveChart->trigger();
    auto* chooser = dialog<SaveDialog>();
    QVERIFY(chooser);
    chooser->findChild<QLineEdit*>()->setText(m_folder->path(name));
    QTest::keyClick(chooser->findChild<QLineEdit*>(), Qt::Key_Return);
    QCOMPARE(m_window->statusBar()->currentMessage(), u"Chart written to "_s + name);
    QFile file(m_folder->path(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    if (name.endsWith(u"png"_s))
        QCOMPARE(QImage::fromData(bytes, "PNG").width(), 2400);
    else if (name.endsWith(u"svg"_s))
        QCOMPARE(read(bytes).bars.size(), 4);
    else
        QCOMPARE(table(bytes).size(), 61);
    QVERIFY(!(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
}

void ChartExportTest::failuresWithoutATimeAreNoChart() {
    m_window->openFiles(
        {m_folder->write(u"app.log"_s, "Error code: 529 - {'type': 'error', 'error': {'type': "
                                       "'overloaded_error', 'message': 'Overloaded'}}\n")},
        false);
    QTRY_COMPARE_WITH_TIMEOUT(m_monitor->events().size(), std::size_t(1), patience);
    QVERIFY(!m_monitor->events().time(0));
    m_window->actions().copyFigures->trigger();
    QVERIFY(QApplication::clipboard()->text().isEmpty());
    QVERIFY(m_window->statusBar()->currentMessage().contains(u"No failure has a time"_s));
}

QTEST_MAIN(ChartExportTest)
#include "tst_chartexport.moc"
