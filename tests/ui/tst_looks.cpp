// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codegroup.h"
#include "detailtexts.h"
#include "logtext.h"
#include "theme.h"

#include <QApplication>
#include <QStyle>
#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

using namespace derouter;
using namespace Qt::StringLiterals;

/// Colours, order of the codes and the sentences of the detail pane.
class LooksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeOfTheGuideHasItsGroup();
    void everyOtherCodeIsPooled();
    void textsAreReadable_data();
    void textsAreReadable();
    void theSystemsColoursAreKept();
    void codesDifferInColour_data();
    void codesDifferInColour();
    void movesDifferForTheColourBlind_data();
    void movesDifferForTheColourBlind();
    void everyIconIsDrawn_data();
    void everyIconIsDrawn();
    void controlCharactersBecomeMarks_data();
    void controlCharactersBecomeMarks();
    void evidenceIsToldInWords_data();
    void evidenceIsToldInWords();
    void bothReadingsAreShownWhereTheGuideDisagrees();

private:
    static double contrast(const QColor& a, const QColor& b);
    static QColor over(const QColor& color, const QColor& ground);
};

/// How an eye sees: a matrix of three rows for linear light.
using Eye = std::array<double, 9>;

/// A channel of sRGB as light.
static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

static double luminance(const QColor& color) {
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// As WCAG 2 defines it.
double LooksTest::contrast(const QColor& a, const QColor& b) {
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

/// A colour as it is seen where it lets its ground through.
QColor LooksTest::over(const QColor& color, const QColor& ground) {
    const auto channel = [&](float a, float b) { return a * color.alphaF() + b * (1 - color.alphaF()); };
    return QColor::fromRgbF(channel(color.redF(), ground.redF()), channel(color.greenF(), ground.greenF()),
                            channel(color.blueF(), ground.blueF()));
}

void LooksTest::everyCodeOfTheGuideHasItsGroup() {
    QStringList labels;
    for (int group = 0; group < static_cast<int>(codegroups::all().size()); ++group)
        labels << codegroups::label(group);
    QCOMPARE(labels,
             QStringList({u"400"_s, u"401"_s, u"402"_s, u"429"_s, u"503"_s, u"500"_s, u"502"_s, u"504"_s,
                          u"529"_s, u"in stream"_s, u"no response"_s, u"499"_s, u"other"_s}));
}

void LooksTest::everyOtherCodeIsPooled() {
    for (int status = 300; status < 600; ++status) {
        const int group = codegroups::indexOf(FailureCode::http(status));
        QVERIFY(codegroups::all()[std::size_t(group)].pooled ||
                codegroups::label(group) == QString::number(status));
    }
}

void LooksTest::textsAreReadable_data() {
    QTest::addColumn<int>("scheme");
    QTest::newRow("system") << int(theme::Scheme::System);
    QTest::newRow("light") << int(theme::Scheme::Light);
    QTest::newRow("dark") << int(theme::Scheme::Dark);
    QTest::newRow("high contrast") << int(theme::Scheme::HighContrast);
}

void LooksTest::textsAreReadable() {
    QFETCH(int, scheme);
    theme::apply(static_cast<theme::Scheme>(scheme));
    const QPalette palette = QApplication::palette();
    QCOMPARE(theme::isDark(palette),
             scheme != int(theme::Scheme::Light) && scheme != int(theme::Scheme::System));
    const bool high = scheme == int(theme::Scheme::HighContrast);
    for (const auto ground : {QPalette::Window, QPalette::Base, QPalette::AlternateBase}) {
        const QColor under = palette.color(ground);
        QVERIFY(contrast(palette.color(QPalette::Text), under) >= (high ? 15 : 7));
        QVERIFY(contrast(theme::quietText(palette), under) >= (high ? 7 : 4.5));
        QVERIFY(contrast(theme::warningText(palette), under) >= 4.5);
        QVERIFY(contrast(theme::cautionText(palette), under) >= 4.5);
        QVERIFY(contrast(theme::assuredText(palette), under) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::Link), under) >= 4.5);
        QVERIFY(contrast(over(palette.color(QPalette::PlaceholderText), under), under) >= 4.5);
    }
    for (const auto state : {QPalette::Active, QPalette::Inactive})
        QVERIFY(contrast(palette.color(state, QPalette::HighlightedText),
                         palette.color(state, QPalette::Highlight)) >= 4.5);
    theme::apply(theme::Scheme::System);
}

/// What the system sets and is readable stays the system's, also when it changes while the program runs.
void LooksTest::theSystemsColoursAreKept() {
    theme::apply(theme::Scheme::System);
    const QPalette system = QApplication::style()->standardPalette();
    for (const auto role : {QPalette::Window, QPalette::Base, QPalette::Text, QPalette::Button,
                            QPalette::HighlightedText, QPalette::Link})
        QCOMPARE(QApplication::palette().color(role), system.color(role));
    theme::apply(theme::Scheme::Dark);
    const QPalette dark = QApplication::palette();
    theme::apply(theme::Scheme::System);
    QApplication::setPalette(dark);
    theme::keepReadable();
    QCOMPARE(QApplication::palette().color(QPalette::Highlight), dark.color(QPalette::Highlight));
    QCOMPARE(QApplication::palette().color(QPalette::PlaceholderText), dark.color(QPalette::PlaceholderText));
    theme::apply(theme::Scheme::System);
}

void LooksTest::codesDifferInColour_data() {
    textsAreReadable_data();
}

void LooksTest::codesDifferInColour() {
    QFETCH(int, scheme);
    theme::apply(static_cast<theme::Scheme>(scheme));
    std::set<QRgb> colors;
    for (int group = 0; group < static_cast<int>(codegroups::all().size()); ++group) {
        const QColor color = theme::groupColor(group, QApplication::palette());
        QVERIFY(colors.insert(color.rgb()).second);
        QVERIFY2(contrast(color, QApplication::palette().color(QPalette::Base)) >= 1.8,
                 qPrintable(codegroups::label(group)));
        const QColor edge = theme::edgeColor(color, QApplication::palette());
        QVERIFY2(contrast(edge, QApplication::palette().color(QPalette::Base)) >= 3,
                 qPrintable(codegroups::label(group)));
        if (contrast(color, QApplication::palette().color(QPalette::Base)) >= 3)
            QCOMPARE(edge, color);
    }
    theme::apply(theme::Scheme::System);
}

/// What an eye without one kind of cones sees, by the matrices of Machado, Oliveira and Fernandes (2009) for
/// linear light.
static QColor seenBy(const Eye& eye, const QColor& color) {
    const auto encoded = [](double c) {
        c = std::clamp(c, 0.0, 1.0);
        return c <= 0.0031308 ? c * 12.92 : 1.055 * std::pow(c, 1 / 2.4) - 0.055;
    };
    const double r = linear(color.redF()), g = linear(color.greenF()), b = linear(color.blueF());
    const auto channel = [&](std::size_t row) {
        return encoded(eye[row] * r + eye[row + 1] * g + eye[row + 2] * b);
    };
    return QColor::fromRgbF(float(channel(0)), float(channel(3)), float(channel(6)));
}

/// Distance in CIE L*a*b* under D65; 2.3 is just noticeable.
static double distance(const QColor& one, const QColor& other) {
    const auto lab = [](const QColor& color) {
        const double r = linear(color.redF()), g = linear(color.greenF()), b = linear(color.blueF());
        const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
        const double x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
        const double y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
        const double z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
        return std::array{116 * y - 16, 500 * (x - y), 200 * (y - z)};
    };
    const auto a = lab(one);
    const auto b = lab(other);
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

void LooksTest::movesDifferForTheColourBlind_data() {
    QTest::addColumn<int>("scheme");
    QTest::addColumn<Eye>("eye");
    const std::pair<const char*, Eye> eyes[] = {
        {"all cones", {1, 0, 0, 0, 1, 0, 0, 0, 1}},
        {"protanopia",
         {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998}},
        {"deuteranopia",
         {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881}},
        {"tritanopia",
         {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900}},
    };
    for (const auto scheme : {theme::Scheme::Light, theme::Scheme::Dark, theme::Scheme::HighContrast})
        for (const auto& [name, eye] : eyes)
            QTest::addRow("%s, scheme %d", name, int(scheme)) << int(scheme) << eye;
}

/// What the chart draws side by side: whose move, and the codes of the guide.
void LooksTest::movesDifferForTheColourBlind() {
    QFETCH(int, scheme);
    QFETCH(Eye, eye);
    theme::apply(static_cast<theme::Scheme>(scheme));
    const QPalette palette = QApplication::palette();
    theme::apply(theme::Scheme::System);
    constexpr double moves = 15;
    constexpr double codes = 5;
    for (int a = 0; a < whoseMoveCount; ++a)
        for (int b = 0; b < a; ++b) {
            const double apart = distance(seenBy(eye, theme::moveColor(WhoseMove(a), palette)),
                                          seenBy(eye, theme::moveColor(WhoseMove(b), palette)));
            QVERIFY2(apart >= moves, qPrintable(u"moves %1 and %2: %3"_s.arg(a).arg(b).arg(apart)));
        }
    const int groups = static_cast<int>(codegroups::all().size());
    for (int a = 0; a < groups; ++a)
        for (int b = 0; b < a; ++b) {
            const double apart = distance(seenBy(eye, theme::groupColor(a, palette)),
                                          seenBy(eye, theme::groupColor(b, palette)));
            QVERIFY2(
                apart >= codes,
                qPrintable(u"%1 and %2: %3"_s.arg(codegroups::label(a), codegroups::label(b)).arg(apart)));
        }
}

void LooksTest::everyIconIsDrawn_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"open", "follow", "filter", "all", "clock", "copy", "pause", "cancel", "reload",
                             "search", "next", "previous", "sources"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void LooksTest::everyIconIsDrawn() {
    QFETCH(QString, name);
    QPalette palette;
    palette.setColor(QPalette::ButtonText, Qt::magenta);
    const QImage image = theme::icon(name, palette).pixmap(16, 16).toImage();
    int drawn = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (const QColor color = image.pixelColor(x, y); color.alpha() > 100) {
                QCOMPARE(color.green(), 0);
                QVERIFY(color.red() > 250 && color.blue() > 250);
                ++drawn;
            }
    QVERIFY2(drawn > 4, "the icon is empty: is the plugin for SVG there?");
}

void LooksTest::controlCharactersBecomeMarks_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << QByteArray("Überlastet 过载") << u"Überlastet 过载"_s;
    QTest::newRow("lines") << QByteArray("one\r\ntwo\tthree") << u"one\u23CEtwo three"_s;
    QTest::newRow("terminal colours") << QByteArray("\x1b[31mred") << u"\u241B[31mred"_s;
    QTest::newRow("bell and delete") << QByteArray("a\x07\x7f") << u"a\u2407\u2421"_s;
    QTest::newRow("text turned round") << QByteArray("a\xe2\x80\xae"
                                                     "b")
                                       << u"a\uFFFDb"_s;
    QTest::newRow("no UTF-8") << QByteArray("a\xff"
                                            "b")
                              << u"a\u00FFb"_s;
    QTest::newRow("much too long") << QByteArray(100'000, 'x') << QString(600, u'x') + u'…';
}

void LooksTest::controlCharactersBecomeMarks() {
    QFETCH(QByteArray, text);
    QFETCH(QString, shown);
    QCOMPARE(oneLine(text.toStdString()), shown);
}

void LooksTest::evidenceIsToldInWords_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("status alone") << 529 << QByteArray() << QByteArray() << QStringList{u"the status."_s};
    QTest::newRow("status and type") << 529 << QByteArray("overloaded_error") << QByteArray()
                                     << QStringList{u"the status and the error type."_s};
    QTest::newRow("a pair the guide does not know") << 429 << QByteArray("api_error") << QByteArray()
                                                    << QStringList{u"contradict"_s, u"429"_s, u"api_error"_s};
}

void LooksTest::evidenceIsToldInWords() {
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, message);
    QFETCH(QStringList, words);
    ErrorEvent event;
    event.code = FailureCode::http(status);
    const std::string typeText = type.toStdString();
    const std::string messageText = message.toStdString();
    event.type = typeText;
    event.message = messageText;
    event.evidence = guide::read(event.code, event.type, event.message).evidence;
    for (const QString& word : words)
        QVERIFY2(detailtexts::evidence(event).contains(word), qPrintable(detailtexts::evidence(event)));
}

void LooksTest::bothReadingsAreShownWhereTheGuideDisagrees() {
    const QString both = detailtexts::bothReadings(guide::read(FailureCode::http(502), "api_error", {}));
    QVERIFY2(both.contains(u"Provider auth failed"_s) && both.contains(u"Upstream server error"_s),
             qPrintable(both));
    for (const auto& [status, type] : {std::pair(429, "rate_limit_error"), {529, "overloaded_error"}})
        QVERIFY2(detailtexts::bothReadings(guide::read(FailureCode::http(status), type, {})).isEmpty(),
                 "both tables say the same");
    QVERIFY(detailtexts::bothReadings(guide::read(FailureCode::http(418), {}, {})).isEmpty());
}

QTEST_MAIN(LooksTest)
#include "tst_looks.moc"
