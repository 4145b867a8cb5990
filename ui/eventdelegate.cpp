// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventdelegate.h"

#include "models/eventmodel.h"
#include "theme.h"

#include <QPixmapCache>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr int side = 12;

QIcon markerFor(const QModelIndex& index, WhoseMove move, const QStyleOptionViewItem& option) {
    const QVariant group = index.data(EventModel::GroupRole);
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

} // namespace

void EventDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideRight;
    option->features &= ~QStyleOptionViewItem::ViewItemFeatures(QStyleOptionViewItem::WrapText);
    const QVariant move = index.data(EventModel::MoveRole);
    if (!move.isValid())
        return;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = {side, side};
    option->icon = markerFor(index, static_cast<WhoseMove>(move.toInt()), *option);
}

} // namespace derouter
