// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme.h"

#include "codegroup.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QPainter>
#include <QStyle>
#include <QStyleFactory>
#include <QWidget>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace derouter::theme {

namespace {

struct CodeColor {
    int code;
    QRgb onLight;
    QRgb onDark;
};

constexpr std::array codeColors{
    CodeColor{400, 0xff00476f, 0xff0f7cba}, // you: blue to sky
    CodeColor{401, 0xff0072b2, 0xff56b4e9},
    CodeColor{402, 0xff3d9bd6, 0xffa5d8f5},
    CodeColor{429, 0xff7fc4ee, 0xff3a93cc},
    CodeColor{503, 0xffb8578c, 0xffdd8fbb}, // DeRouter: reddish purple
    CodeColor{500, 0xff7a3600, 0xffa85418}, // AI provider: vermilion to yellow
    CodeColor{502, 0xffa84a00, 0xffd9700f},
    CodeColor{504, 0xffdf9a00, 0xfff0e442},
    CodeColor{529, 0xffd55e00, 0xffe69f00},
    CodeColor{200, 0xff009e73, 0xff1fc396}, // in stream: bluish green
    CodeColor{0, 0xff4b4f54, 0xffd3d7dc},   // no response and the rest: greys
    CodeColor{499, 0xffa3a8ae, 0xff7d838a},
};
constexpr CodeColor pooledColor{-1, 0xff25282c, 0xfff4f6f8};

constexpr std::array<std::array<QRgb, 2>, whoseMoveCount> moveColors{{
    {0xff0072b2, 0xff56b4e9},
    {0xffb8578c, 0xffdd8fbb},
    {0xffd55e00, 0xffe69f00},
    {0xff4b4f54, 0xffd3d7dc},
}};

QPalette darkPalette() {
    QPalette palette(QColor(0x2b2e33), QColor(0x202327));
    palette.setColor(QPalette::Base, QColor(0x191b1f));
    palette.setColor(QPalette::AlternateBase, QColor(0x1f2226));
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, QColor(0xe6e8eb));
    palette.setColor(QPalette::ToolTipBase, QColor(0x2f3338));
    palette.setColor(QPalette::PlaceholderText, QColor(0x9aa1a9));
    palette.setColor(QPalette::Highlight, QColor(0x2f6db3));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x7ab8f5));
    palette.setColor(QPalette::BrightText, QColor(0xff8a80));
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, QColor(0x7c828a));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(0x3a3f45));
    return palette;
}

QPalette lightPalette() {
    QPalette palette(QColor(0xf0f1f3), QColor(0xf6f7f8));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::AlternateBase, QColor(0xf7f8fa));
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, QColor(0x1d2025));
    palette.setColor(QPalette::ToolTipBase, QColor(0xffffff));
    palette.setColor(QPalette::PlaceholderText, QColor(0x6a7078));
    palette.setColor(QPalette::Highlight, QColor(0x1f64b0));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x0b5cad));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0x9298a0));
    return palette;
}

/// White on black; what is chosen is black on yellow.
QPalette highContrastPalette() {
    QPalette palette(QColor(0x2a2a2a), Qt::black);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText,
                            QPalette::PlaceholderText, QPalette::Mid, QPalette::Light})
        palette.setColor(role, Qt::white);
    palette.setColor(QPalette::Base, QColor(0x161616)); // fields have no other edge
    palette.setColor(QPalette::AlternateBase, QColor(0x202020));
    palette.setColor(QPalette::ToolTipBase, Qt::black);
    palette.setColor(QPalette::Highlight, QColor(0xffe600));
    palette.setColor(QPalette::HighlightedText, Qt::black);
    palette.setColor(QPalette::Link, QColor(0x66d9ff));
    palette.setColor(QPalette::BrightText, QColor(0xff8a80));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0xa8a8a8));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(0x4d4d4d));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, Qt::white);
    return palette;
}

QPalette paletteOf(Scheme scheme) {
    switch (scheme) {
    case Scheme::System:
        break;
    case Scheme::Light:
        return lightPalette();
    case Scheme::Dark:
        return darkPalette();
    case Scheme::HighContrast:
        return highContrastPalette();
    }
    return {};
}

QString systemStyle() {
    static const QString name = QApplication::style()->name();
    return name;
}

QColor mixed(const QColor& a, const QColor& b, double share) {
    const auto channel = [share](int x, int y) { return static_cast<int>(x * share + y * (1 - share)); };
    return QColor(channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue()));
}

/// As WCAG 2 defines it.
double luminance(const QColor& color) {
    const auto light = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * light(color.redF()) + 0.7152 * light(color.greenF()) + 0.0722 * light(color.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const auto [dark, bright] = std::minmax({luminance(a), luminance(b)});
    return (bright + 0.05) / (dark + 0.05);
}

constexpr double leastContrast = 4.5; ///< of texts, by WCAG 2

Scheme chosenScheme = Scheme::System;
CodeColors chosenColors;

/// What stands in empty fields: between text and ground, or as it is.
QColor readablePlaceholder(const QPalette& palette, QPalette::ColorGroup state) {
    const QColor text = palette.color(state, QPalette::Text);
    const QColor ground = palette.color(state, QPalette::Base);
    const auto isReadable = [&](const QColor& color) {
        return std::ranges::all_of(std::array{QPalette::Base, QPalette::AlternateBase, QPalette::Window},
                                   [&](QPalette::ColorRole role) {
                                       const QColor under = palette.color(state, role);
                                       return contrast(mixed(color, under, color.alphaF()), under) >=
                                              leastContrast;
                                   });
    };
    QColor color = palette.color(state, QPalette::PlaceholderText);
    for (double share = 0.5; share < 1 && !isReadable(color); share += 0.05)
        color = mixed(text, ground, share);
    return color;
}

/// The ground of what is chosen: further from its text, or as it is.
QColor readableHighlight(const QPalette& palette, QPalette::ColorGroup state) {
    const QColor text = palette.color(state, QPalette::HighlightedText);
    const QColor systems = palette.color(state, QPalette::Highlight);
    const QColor end = text.lightness() < 128 ? Qt::white : Qt::black;
    QColor color = systems;
    for (double share = 0.95; share > 0 && contrast(text, color) < leastContrast; share -= 0.05)
        color = mixed(systems, end, share);
    return color;
}

QPixmap recolored(const QIcon& source, int side, const QColor& color) {
    QPixmap pixmap = source.pixmap(QSize(side, side), qApp->devicePixelRatio());
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    return pixmap;
}

} // namespace

void apply(Scheme scheme) {
    const QString style = scheme == Scheme::System ? systemStyle() : (systemStyle(), u"Fusion"_s);
    if (QApplication::style()->name().compare(style, Qt::CaseInsensitive) != 0)
        QApplication::setStyle(QStyleFactory::create(style));
    chosenScheme = scheme;
    QApplication::setPalette(paletteOf(scheme));
    keepReadable();
}

/// All other colours go on to follow the system.
void keepReadable() {
    const QPalette now = QApplication::palette();
    QPalette better;
    bool isBetter = false;
    for (const auto state : {QPalette::Active, QPalette::Inactive})
        for (const auto& [role, color] :
             {std::pair(QPalette::PlaceholderText, readablePlaceholder(now, state)),
              {QPalette::Highlight, readableHighlight(now, state)}}) {
            isBetter = isBetter || color != now.color(state, role);
            better.setColor(state, role, color); // also what is right: one that was set before goes otherwise
        }
    if (chosenScheme == Scheme::System && isBetter)
        QApplication::setPalette(better);
}

void scaleText(int percent) {
    static const QFont systems = QApplication::font();
    QFont scaled = systems;
    if (systems.pointSizeF() > 0)
        scaled.setPointSizeF(systems.pointSizeF() * percent / 100);
    else
        scaled.setPixelSize(systems.pixelSize() * percent / 100);
    QApplication::setFont(scaled);
}

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < 128;
}

void setCodeColors(const CodeColors& colors) {
    if (std::exchange(chosenColors, colors) == colors)
        return;
    for (QWidget* widget : QApplication::allWidgets()) { // all that paint codes do so anew at this
        QEvent change(QEvent::PaletteChange);
        QCoreApplication::sendEvent(widget, &change);
    }
}

QColor groupColor(int group, const QPalette& palette) {
    if (const auto own = chosenColors.find(codegroups::key(group)); own != chosenColors.end())
        return own->second;
    return standardColor(group, palette);
}

QColor standardColor(int group, const QPalette& palette) {
    const codegroups::Group& row = codegroups::all()[static_cast<std::size_t>(group)];
    const auto known = std::ranges::find(codeColors, int(row.code.value), &CodeColor::code);
    if (row.pooled)
        return isDark(palette) ? pooledColor.onDark : pooledColor.onLight;
    if (known == codeColors.end())
        return moveColor(row.move, palette);
    return isDark(palette) ? known->onDark : known->onLight;
}

QColor moveColor(WhoseMove move, const QPalette& palette) {
    return moveColors[static_cast<std::size_t>(move)][isDark(palette) ? 1 : 0];
}

QColor edgeColor(const QColor& color, const QPalette& palette) {
    constexpr double least = 3;
    QColor edge = color;
    for (double share = 0.95; share > 0 && contrast(edge, palette.color(QPalette::Base)) < least;
         share -= 0.05)
        edge = mixed(color, palette.color(QPalette::Text), share);
    return edge;
}

void paintMarker(QPainter& painter, const QRectF& box, WhoseMove move, const QColor& color) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const QPointF center = box.center();
    switch (move) {
    case WhoseMove::You:
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 1.5, 1.5);
        break;
    case WhoseMove::DeRouter:
        painter.drawPolygon(QPolygonF{{center.x(), box.top()},
                                      {box.right(), center.y()},
                                      {center.x(), box.bottom()},
                                      {box.left(), center.y()}});
        break;
    case WhoseMove::Provider:
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5));
        break;
    case WhoseMove::Unknown:
        painter.drawPolygon(QPolygonF{
            {center.x(), box.top() + 0.5}, {box.right(), box.bottom() - 1}, {box.left(), box.bottom() - 1}});
        break;
    }
    painter.restore();
}

QIcon marker(WhoseMove move, const QColor& color, int side) {
    const QColor edge = edgeColor(color, QApplication::palette());
    return QIcon(rimmedMarker(move, color, edge == color ? QColor(Qt::transparent) : edge, side));
}

QIcon groupMarker(int group, const QPalette& palette, int side) {
    return marker(codegroups::all()[static_cast<std::size_t>(group)].move, groupColor(group, palette), side);
}

QPixmap rimmedMarker(WhoseMove move, const QColor& color, const QColor& rim, int side) {
    const qreal ratio = qApp->devicePixelRatio();
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const QRectF box(1, 1, side - 2, side - 2);
    if (rim.alpha() > 0)
        paintMarker(painter, box.adjusted(-1, -1, 1, 1), move, rim);
    paintMarker(painter, rim.alpha() > 0 ? box.adjusted(0.5, 0.5, -0.5, -0.5) : box, move, color);
    return pixmap;
}

QColor quietText(const QPalette& palette) {
    return mixed(palette.color(QPalette::Active, QPalette::Text),
                 palette.color(QPalette::Active, QPalette::Window), 0.68);
}

void setTextColor(QWidget& widget, const QColor& color) {
    QPalette palette;
    palette.setColor(QPalette::WindowText, color);
    palette.setColor(QPalette::Text, color);
    palette.setColor(QPalette::ButtonText, color);
    widget.setPalette(palette);
}

void showBox(QWidget& checkBox) {
    QPalette palette;
    if (const QPalette ours = QApplication::palette(); isDark(ours))
        palette.setColor(QPalette::Base,
                         mixed(ours.color(QPalette::Text), ours.color(QPalette::Window), 0.25));
    checkBox.setPalette(palette);
}

QColor warningText(const QPalette& palette) {
    return isDark(palette) ? QColor(0xff8a80) : QColor(0xb3261e);
}

QColor cautionText(const QPalette& palette) {
    return isDark(palette) ? QColor(0xffcf6b) : QColor(0x7a4f00);
}

QColor assuredText(const QPalette& palette) {
    return isDark(palette) ? QColor(0x8ad29a) : QColor(0x1e6b34);
}

QColor markGround(const QPalette& palette) {
    return isDark(palette) ? QColor(0x463600) : QColor(0xffefbf);
}

QIcon icon(const QString& name, const QPalette& palette) {
    const QIcon source(u":/icons/"_s + name + u".svg"_s);
    QIcon result;
    for (const int side : {16, 20, 24, 32}) {
        result.addPixmap(recolored(source, side, palette.color(QPalette::Active, QPalette::ButtonText)));
        result.addPixmap(recolored(source, side, palette.color(QPalette::Disabled, QPalette::ButtonText)),
                         QIcon::Disabled);
    }
    return result;
}

QFont fixedFont(const QFont& like) {
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (like.pointSizeF() > 0)
        font.setPointSizeF(like.pointSizeF());
    else
        font.setPixelSize(like.pixelSize());
    return font;
}

} // namespace derouter::theme
