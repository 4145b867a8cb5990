// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errorevent.h"

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QPalette>
#include <QString>

#include <map>

QT_BEGIN_NAMESPACE
class QPainter;
class QWidget;
QT_END_NAMESPACE

/// How the window looks: colour and marker of a code, palettes and icons.
///
/// The hue says whose move it is, the lightness which code, from the colour-blind safe palette of Okabe and
/// Ito (Wong, Nature Methods 8, 441). The marker's shape repeats whose move it is, and the code is always
/// printed beside it.
namespace derouter::theme {

enum class Scheme { System, Light, Dark, HighContrast };
inline constexpr int schemeCount = 4;

/// Switches the whole application at once.
void apply(Scheme scheme);

/// Makes those of the system's colours readable that are not, of what is chosen and of what stands in empty
/// fields: once more when the system has changed them.
void keepReadable();

/// Of all texts, in percent of the system's size.
void scaleText(int percent);

bool isDark(const QPalette& palette);

/// Colours of the user's own, by codegroups::key(), in every look.
using CodeColors = std::map<QString, QColor>;
/// From now on, in whatever is shown already, too.
void setCodeColors(const CodeColors& colors);

/// Of a group of codes (see codegroups::all()), readable on the palette's base unless it is the user's own.
QColor groupColor(int group, const QPalette& palette);
/// The same where the user has chosen none.
QColor standardColor(int group, const QPalette& palette);
QColor moveColor(WhoseMove move, const QPalette& palette);

/// For the edge of a surface of this colour on the palette's base: the colour itself, or a relation of it
/// that has a contrast of 3 : 1.
QColor edgeColor(const QColor& color, const QPalette& palette);

/// Square: you; diamond: DeRouter; circle: AI provider; triangle: not known.
void paintMarker(QPainter& painter, const QRectF& box, WhoseMove move, const QColor& color);
QIcon marker(WhoseMove move, const QColor& color, int side = 12);
/// Of a group of codes, wherever its code stands: in its colour, with the shape of its own move, which a
/// single failure's type or message may turn into another's.
QIcon groupMarker(int group, const QPalette& palette, int side = 12);
/// As marker() with a rim, for a ground that may have the marker's own colour.
QPixmap rimmedMarker(WhoseMove move, const QColor& color, const QColor& rim, int side);

/// Text of less weight that still has a contrast of 4.5 : 1.
QColor quietText(const QPalette& palette);
/// Gives a label this colour on every background role.
void setTextColor(QWidget& widget, const QColor& color);
/// Gives a check box a ground on which its outline is seen on a dark window too.
void showBox(QWidget& checkBox);
/// For what went wrong with a source.
QColor warningText(const QPalette& palette);
/// The same for what may be wrong.
QColor cautionText(const QPalette& palette);
/// The same for what is well.
QColor assuredText(const QPalette& palette);

/// The ground of what is marked in a text; `cautionText()` is readable on it.
QColor markGround(const QPalette& palette);

/// One of our own single-colour icons in the palette's text colour.
QIcon icon(const QString& name, const QPalette& palette);

/// Tabular figures for times, codes and ids.
QFont fixedFont(const QFont& like);

} // namespace derouter::theme
