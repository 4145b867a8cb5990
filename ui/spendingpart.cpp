// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spendingpart.h"

#include "core/prose.h"
#include "dialogparts.h"
#include "theme.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

QString dollars(double amount) {
    return u'$' + QLocale().toString(amount, 'f', amount < 1 ? 4 : 2);
}

QString lengthText(double hours) {
    constexpr double day = 24;
    if (hours < 1)
        return SpendingPart::tr("%n minute(s)", nullptr, qRound(hours * 60));
    return hours < 2 * day ? SpendingPart::tr("%1 hours").arg(QLocale().toString(hours, 'f', 1))
                           : SpendingPart::tr("%1 days").arg(QLocale().toString(hours / day, 'f', 1));
}

QString sentences(const Spending& spending) {
    const QString all = SpendingPart::tr("The log around it tells of costs in %n record(s): %1 in all.",
                                         nullptr, static_cast<int>(spending.records))
                            .arg(dollars(spending.dollars));
    const auto rate = spending.perHour();
    return joinedSentences(
        {all, rate ? SpendingPart::tr("That is %1 an hour.").arg(dollars(*rate)) : QString()});
}

} // namespace

SpendingPart::SpendingPart(const Monitor& monitor, QWidget* parent)
    : QWidget(parent)
    , m_reading(monitor, &spendingIn, [this] { showFound(); })
    , m_origin(plainLabel(tr("inferred")))
    , m_body(selectableLabel())
    , m_balance(new QDoubleSpinBox)
    , m_projection(selectableLabel()) {
    constexpr double most = 1e7;
    m_balance->setRange(0, most);
    m_balance->setPrefix(u"$"_s);
    m_balance->setAccessibleName(tr("Balance"));
    m_balance->setToolTip(tr("What is on the account, or left of the key's budget; it is kept nowhere"));
    QLabel* const name = plainLabel(tr("&Balance:"));
    name->setWordWrap(false);
    name->setBuddy(m_balance);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(2, 1);
    grid->addWidget(headingLabel(tr("Costs")), 0, 0, 1, 2);
    grid->addWidget(m_origin, 0, 2);
    grid->addWidget(m_body, 1, 0, 1, 3);
    grid->addWidget(name, 2, 0);
    grid->addWidget(m_balance, 2, 1);
    grid->addWidget(m_projection, 2, 2);
    m_origin->setAlignment(Qt::AlignRight);
    connect(m_balance, &QDoubleSpinBox::valueChanged, this, &SpendingPart::showProjection);
    hide();
    restyle();
}

void SpendingPart::show(std::optional<EventStore::Row> row) {
    m_reading.show(row);
}

void SpendingPart::showFound() {
    const bool isRead = m_reading.state() == decltype(m_reading)::State::Read;
    const auto spending = isRead ? m_reading.found() : std::nullopt;
    setVisible(spending.has_value());
    if (!spending)
        return;
    m_body->setText(sentences(*spending));
    showProjection();
}

void SpendingPart::showProjection() {
    const auto rate = m_reading.found()->perHour();
    const bool mayProject = rate.value_or(0) > 0;
    m_balance->setEnabled(mayProject);
    m_projection->setText(mayProject && m_balance->value() > 0
                              ? tr("lasts about %1 at that rate").arg(lengthText(m_balance->value() / *rate))
                              : QString());
}

QString SpendingPart::text() const {
    return isHidden() ? QString() : m_body->text() + u'\n' + m_projection->text();
}

void SpendingPart::restyle() {
    theme::setTextColor(*m_origin, theme::quietText(palette()));
}

void SpendingPart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        restyle();
}

} // namespace derouter
