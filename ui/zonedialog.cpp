// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "zonedialog.h"

#include "dialogparts.h"
#include "logtext.h"
#include "monitor/monitor.h"
#include "theme.h"
#include "timedisplay.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

enum Column { Name, Offset, columns };
enum Role {
    ZoneRole = Qt::UserRole, ///< its id; empty for the system's zone
    WordsRole,               ///< what a search looks through
};

bool isFixedOffset(const QByteArray& id) {
    return id.startsWith("UTC") && id.size() > 3;
}

} // namespace

ZoneDialog::ZoneDialog(Monitor& monitor, SourceId source, QWidget* parent)
    : QDialog(parent)
    , m_monitor(monitor)
    , m_source(source)
    , m_search(new QLineEdit)
    , m_list(new QTreeWidget)
    , m_none(new QLabel(tr("No zone has this name or offset."))) {
    const SourceInfo* info = m_monitor.source(m_source);
    build(info ? inert(info->name) : QString());
    fill(info ? info->spec.timeZone : std::nullopt);
    connect(m_search, &QLineEdit::textChanged, this, &ZoneDialog::search);
    connect(m_list, &QTreeWidget::itemDoubleClicked, this, &QDialog::accept);
    m_search->installEventFilter(this);
    search();
    m_search->setFocus();
}

void ZoneDialog::build(const QString& sourceName) {
    setWindowTitle(tr("Time Zone of %1").arg(sourceName));
    resize(440, 480);
    auto* note =
        plainLabel(tr("For time stamps that name no zone. The source is read again with the zone you choose; "
                      "stamps with a zone of their own keep it."));
    m_search->setPlaceholderText(tr("Search a city or an offset, such as Berlin or +05:30"));
    addClearButton(*m_search);
    m_search->setAccessibleName(tr("Search a time zone"));
    m_list->setColumnCount(columns);
    m_list->setHeaderLabels({tr("Time zone"), tr("Offset now")});
    m_list->setAccessibleName(tr("Time zones"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(Offset, QHeaderView::ResizeToContents);
    m_none->setTextFormat(Qt::PlainText);
    theme::setTextColor(*m_none, theme::quietText(palette()));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_use = buttons->addButton(tr("&Use This Zone"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(note);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(m_none);
    column->addWidget(buttons);
}

void ZoneDialog::fill(const std::optional<QTimeZone>& chosen) {
    const QByteArray current = chosen ? chosen->id() : QByteArray();
    QList<QByteArray> ids = QTimeZone::availableTimeZoneIds();
    ids.removeIf(isFixedOffset);
    ids.removeAll("UTC");
    std::ranges::sort(ids);
    ids.prepend("UTC");
    if (chosen && !ids.contains(current))
        ids.insert(1, current); // such as an offset given on the command line
    QTreeWidgetItem* item =
        add(tr("This computer's: %1").arg(QString::fromUtf8(QTimeZone::systemTimeZoneId())), {});
    m_list->setCurrentItem(item);
    for (const QByteArray& id : std::as_const(ids)) {
        item = add(QString::fromUtf8(id), QTimeZone(id));
        if (chosen && id == current)
            m_list->setCurrentItem(item);
    }
}

QTreeWidgetItem* ZoneDialog::add(const QString& name, const std::optional<QTimeZone>& zone) {
    const qint64 now = QDateTime::currentMSecsSinceEpoch() * 1000;
    const QString offset = TimeDisplay(zone.value_or(QTimeZone::systemTimeZone())).zoneName(now);
    auto* item = new QTreeWidgetItem(m_list, {name, offset});
    // "new york" and "-05:00" are typed with what the keyboard has.
    const QString figures = offset == "UTC"_L1 ? u"+00:00"_s : offset.mid(3);
    item->setData(Name, WordsRole,
                  QStringList{name, QString(name).replace(u'_', u' '), figures,
                              QString(figures).replace(u'\u2212', u'-')}
                      .join(u'\n'));
    item->setSizeHint(Name, {0, fontMetrics().height() + 6});
    item->setData(Name, ZoneRole, zone ? zone->id() : QByteArray());
    return item;
}

/// The first that fits is chosen unless what was chosen fits as well.
void ZoneDialog::search() {
    const QString wanted = m_search->text().trimmed();
    QTreeWidgetItem* first = nullptr;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem* item = m_list->topLevelItem(row);
        const bool fits = item->data(Name, WordsRole).toString().contains(wanted, Qt::CaseInsensitive);
        item->setHidden(!fits);
        if (fits && !first)
            first = item;
    }
    if (first && (!m_list->currentItem() || m_list->currentItem()->isHidden()))
        m_list->setCurrentItem(first);
    if (first)
        m_list->scrollToItem(m_list->currentItem());
    m_none->setVisible(!first);
    m_use->setEnabled(first);
}

/// The list is walked through without leaving the search.
bool ZoneDialog::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

std::optional<QTimeZone> ZoneDialog::chosen() const {
    const QByteArray id = m_list->currentItem()->data(Name, ZoneRole).toByteArray();
    return id.isEmpty() ? std::nullopt : std::optional(QTimeZone(id));
}

void ZoneDialog::accept() {
    if (!m_use->isEnabled())
        return;
    const SourceInfo* info = m_monitor.source(m_source);
    if (info && info->spec.timeZone != chosen())
        m_monitor.setTimeZone(m_source, chosen());
    QDialog::accept();
}

} // namespace derouter
