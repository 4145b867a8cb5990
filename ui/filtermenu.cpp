// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filtermenu.h"

#include "core/shownnumber.h"
#include "filterstate.h"
#include "filtertext.h"
#include "filtervalues.h"
#include "logtext.h"
#include "theme.h"

#include <QEvent>
#include <QMenu>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr std::size_t mostValues = 20;
constexpr qsizetype longestText = 60;

constexpr std::array fieldsInMenu{FilterField::Code,  FilterField::Type,  FilterField::Cause,
                                  FilterField::Model, FilterField::Key,   FilterField::Source,
                                  FilterField::Path,  FilterField::Marked};

QString menuText(const QString& text) {
    return labelText(shortened(text, longestText));
}

} // namespace

FilterMenuButton::FilterMenuButton(FilterState& state, FilterValues& values, QWidget* parent)
    : QToolButton(parent)
    , m_state(state)
    , m_values(values) {
    setPopupMode(InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::TabFocus);
    setText(tr("Filter"));
    setObjectName(u"filterMenu"_s);
    setToolTip(tr("Choose from the values that the failures have"));
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToShow, this, &FilterMenuButton::fill);
    restyle();
}

void FilterMenuButton::fill() {
    menu()->clear();
    menu()->addSection(filtertext::name(FilterField::Move));
    addValues(*menu(), FilterField::Move);
    menu()->addSeparator();
    for (const FilterField field : fieldsInMenu)
        if (!m_values.of(field).empty())
            addValues(*menu()->addMenu(menuText(filtertext::name(field))), field);
}

void FilterMenuButton::addValues(QMenu& menu, FilterField field) {
    const auto& values = m_values.of(field);
    const auto& terms = m_state.view().terms;
    for (std::size_t at = 0; at < std::min(values.size(), mostValues); ++at) {
        const FilterTerm term = values[at].term;
        QAction* action = menu.addAction(
            menuText(tr("%1   (%2)", "a value and how many have it")
                         .arg(filtertext::value(term, TimeDisplay()), shownNumber(values[at].count))));
        action->setCheckable(true);
        action->setChecked(std::ranges::find(terms, term) != terms.end());
        connect(action, &QAction::triggered, this,
                [this, term] { m_state.edit([&](ViewState& view) { view.toggleWanted(term); }); });
    }
}

void FilterMenuButton::restyle() {
    setIcon(theme::icon(u"filter"_s, palette()));
}

void FilterMenuButton::changeEvent(QEvent* event) {
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        restyle();
}

void addFilterActions(QMenu& menu, FilterState& state, const FilterTerm& term, const TimeDisplay& times) {
    const QString label = menuText(filtertext::label(term, times));
    QObject::connect(menu.addAction(FilterMenuButton::tr("Only This – %1").arg(label)), &QAction::triggered,
                     &state, [&state, term] { state.edit([&](ViewState& view) { view.only(term); }); });
    FilterTerm other = term;
    other.exclude = true;
    QObject::connect(menu.addAction(FilterMenuButton::tr("Exclude This – %1").arg(label)),
                     &QAction::triggered, &state, [&state, other] { state.add(other); });
}

} // namespace derouter
