// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertbanner.h"

#include "announcer.h"
#include "elidedlabel.h"
#include "logtext.h"
#include "theme.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace derouter {

namespace {

constexpr int markerSide = 12;

bool isOver(const Alert& alert) {
    return alert.state == Alert::State::Recovered;
}

} // namespace

AlertBanner::AlertBanner(QWidget* parent)
    : QWidget(parent)
    , m_marker(new QLabel(this))
    , m_text(new ElidedLabel(this))
    , m_menu(new QMenu(this))
    , m_furtherMenu(new QMenu(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(8);
    row->addWidget(m_marker);
    row->addWidget(m_text, 1);
    m_further = addButton({}, tr("The other alerts"));
    m_further->setMenu(m_furtherMenu);
    m_further->setPopupMode(QToolButton::InstantPopup);
    m_text->setAccessibleDescription(tr("Alert"));
    m_show = addButton(tr("Show"), tr("Show only the failures that this is about"));
    m_snooze = addButton(tr("Snooze"), tr("Say nothing of it for a while"));
    m_dismiss = addButton(tr("Dismiss"), tr("Hide this; it comes again when there is more to tell"));
    m_snooze->setMenu(m_menu);
    m_snooze->setPopupMode(QToolButton::InstantPopup);
    fillMenu();
    connect(m_show, &QToolButton::clicked, this, [this] { Q_EMIT showRequested(*m_alert); });
    connect(m_dismiss, &QToolButton::clicked, this, [this] { Q_EMIT dismissed(m_alert->id); });
    setAutoFillBackground(true);
    hide();
}

QToolButton* AlertBanner::addButton(const QString& text, const QString& tip) {
    auto* button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(tip);
    button->setFocusPolicy(Qt::TabFocus);
    layout()->addWidget(button);
    return button;
}

void AlertBanner::fillMenu() {
    const auto add = [this](const QString& text, AlertRules::Snooze snooze) {
        return m_menu->addAction(text, this, [this, snooze] {
            if (m_alert)
                Q_EMIT snoozed(m_alert->id, snooze);
        });
    };
    add(tr("For 15 Minutes"), AlertRules::Snooze::QuarterHour);
    add(tr("For 1 Hour"), AlertRules::Snooze::Hour);
    m_untilRecovered = add(tr("Until It Recovers"), AlertRules::Snooze::UntilRecovered);
}

void AlertBanner::show(const Alert& alert, const QString& sentence, const std::vector<Further>& further) {
    const bool isNews = !m_alert || m_alert->id != alert.id || m_alert->state != alert.state;
    m_alert = alert;
    m_text->setText(sentence);
    m_further->setText(tr("and %n more", nullptr, static_cast<int>(further.size())));
    m_further->setVisible(!further.empty());
    m_furtherMenu->clear();
    for (const Further& other : further)
        m_furtherMenu->addAction(labelText(other.sentence), this,
                                 [this, id = other.alert] { Q_EMIT askedFor(id); });
    m_show->setVisible(alert.rule != Alert::Rule::Silence);
    m_snooze->setVisible(!isOver(alert));
    m_untilRecovered->setEnabled(alert.canRecover());
    if (!isNews)
        return;
    restyle();
    setVisible(true);
    announce(*m_text, sentence);
}

void AlertBanner::clear() {
    m_alert.reset();
    hide();
}

QString AlertBanner::text() const {
    return m_text->text();
}

/// Ground and text of a mark while something is wrong, those of the window when it is over.
void AlertBanner::restyle() {
    if (!m_alert)
        return;
    const QPalette ours = QApplication::palette();
    QPalette colors;
    if (!isOver(*m_alert))
        colors.setColor(QPalette::Window, theme::markGround(ours));
    if (palette().color(QPalette::Window) != colors.color(QPalette::Window))
        setPalette(colors);
    const WhoseMove move = m_alert->cause ? m_alert->cause->move : WhoseMove::Unknown;
    m_marker->setPixmap(
        theme::marker(move, theme::moveColor(move, ours), markerSide).pixmap(markerSide, markerSide));
    QFont weighty = font();
    weighty.setWeight(isOver(*m_alert) ? QFont::Normal : QFont::DemiBold);
    m_text->setFont(weighty);
}

void AlertBanner::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        restyle();
}

} // namespace derouter
