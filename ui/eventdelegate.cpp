// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventdelegate.h"

#include "codegroup.h"
#include "models/eventmodel.h"
#include "theme.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPixmapCache>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr int side = 12;

/// Beside a code it is the code's, as in the legend; beside whose move it is the failure's own.
QIcon markerFor(const QModelIndex& index, WhoseMove move, const QStyleOptionViewItem& option) {
    const QVariant group = index.data(EventModel::GroupRole);
    if (group.isValid())
        move = codegroups::all()[static_cast<std::size_t>(group.toInt())].move;
    const QPalette& palette = option.palette;
    const QColor color =
        group.isValid() ? theme::groupColor(group.toInt(), palette) : theme::moveColor(move, palette);
    const bool selected = option.state & QStyle::State_Selected;
    const QColor rim = selected ? palette.color(QPalette::HighlightedText) : QColor(Qt::transparent);
    const QString key = u"marker-%1-%2-%3"_s.arg(static_cast<int>(move)).arg(color.rgb()).arg(rim.rgba());
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = theme::rimmedMarker(move, color, rim, side);
        QPixmapCache::insert(key, pixmap);
    }
    QIcon icon(pixmap);
    icon.addPixmap(pixmap, QIcon::Selected);
    return icon;
}

/// A picture of the markers' size, drawn by `draw(painter)`.
template <typename Draw> QPixmap drawn(const Draw& draw) {
    const qreal ratio = qApp->devicePixelRatio();
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    draw(painter);
    return pixmap;
}

QPixmap arrow(bool isUnfolded, bool isRightToLeft, const QColor& color) {
    return drawn([&](QPainter& painter) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.translate(side / 2.0, side / 2.0);
        painter.rotate(isUnfolded ? 90 : isRightToLeft ? 180 : 0);
        painter.drawPolygon(QPolygonF({{-2.5, -4.5}, {-2.5, 4.5}, {3.5, 0}}));
    });
}

/// What the user marked: told by its shape.
QPixmap flag(const QColor& color) {
    return drawn([&](QPainter& painter) {
        painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(2.5, 1.5), QPointF(2.5, 11));
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPolygon(QPolygonF({{2.5, 1}, {11, 1}, {8.5, 4}, {11, 7}, {2.5, 7}}));
    });
}

/// The same room before every time, and more before that of a member.
void addFold(QStyleOptionViewItem& option, EventModel::Fold fold) {
    const bool isGroup = fold == EventModel::Fold::Folded || fold == EventModel::Fold::Unfolded;
    option.features |= QStyleOptionViewItem::HasDecoration;
    option.decorationSize = {fold == EventModel::Fold::Member ? 2 * side : side, side};
    QPixmap empty(option.decorationSize);
    empty.fill(Qt::transparent);
    option.icon = QIcon(empty);
    if (!isGroup)
        return;
    const auto inColor = [&](QPalette::ColorRole role) {
        return arrow(fold == EventModel::Fold::Unfolded, option.direction == Qt::RightToLeft,
                     option.palette.color(role));
    };
    option.icon = QIcon(inColor(QPalette::Text));
    option.icon.addPixmap(inColor(QPalette::HighlightedText), QIcon::Selected);
}

QIcon flagFor(const QStyleOptionViewItem& option) {
    QIcon icon(flag(option.palette.color(QPalette::Text)));
    icon.addPixmap(flag(option.palette.color(QPalette::HighlightedText)), QIcon::Selected);
    return icon;
}

} // namespace

void EventDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideRight;
    option->features &= ~QStyleOptionViewItem::ViewItemFeatures(QStyleOptionViewItem::WrapText);
    if (const QVariant fold = index.data(EventModel::FoldRole); fold.isValid())
        addFold(*option, static_cast<EventModel::Fold>(fold.toInt()));
    const bool isMarked = index.data(EventModel::MarkRole).toBool();
    const QVariant move = index.data(EventModel::MoveRole);
    if (!move.isValid() && !isMarked)
        return;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = {side, side};
    option->icon =
        isMarked ? flagFor(*option) : markerFor(index, static_cast<WhoseMove>(move.toInt()), *option);
}

} // namespace derouter
