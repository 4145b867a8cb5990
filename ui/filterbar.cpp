// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterbar.h"

#include "eventview.h"
#include "guide/errorguide.h"
#include "logtext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace derouter {

namespace {

constexpr int longestChip = 48;

QString shortened(const QString& text) {
    return text.size() <= longestChip ? text : text.left(longestChip - 1) + u'…';
}

} // namespace

FilterBar::FilterBar(FilterState& state, EventView& view, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_view(view)
    , m_count(new QLabel(this))
    , m_chips(new QHBoxLayout)
    , m_showAll(new QToolButton(this))
    , m_resume(new QToolButton(this)) {
    m_count->setTextFormat(Qt::PlainText);
    m_showAll->setText(tr("Back to all"));
    m_showAll->setToolTip(tr("Remove every filter and show the whole time"));
    m_resume->setToolTip(tr("Go to the newest failure and stay there (End)"));
    m_chips->setSpacing(4);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(8);
    row->addWidget(m_count);
    row->addLayout(m_chips);
    row->addWidget(m_showAll);
    row->addStretch(1);
    row->addWidget(m_resume);
    setMinimumHeight(m_showAll->sizeHint().height() + 8);

    connect(m_showAll, &QToolButton::clicked, &state, &FilterState::clear);
    connect(m_resume, &QToolButton::clicked, &view, &EventView::resume);
    connect(&state, &FilterState::changed, this, &FilterBar::showChips);
    connect(&view, &EventView::followStateChanged, this, &FilterBar::showFollowState);
    showChips();
    showFollowState();
}

/// Attempts are called so as soon as some call has several.
void FilterBar::setCounts(const TableCounts& counts) {
    const auto number = [](std::size_t count) { return QLocale().toString(static_cast<qulonglong>(count)); };
    const bool retried = counts.calls != counts.attempts;
    if (counts.hidden > 0) {
        const QString shown = counts.byCall ? tr("%1 of %2 calls shown, %3 hidden")
                              : retried     ? tr("%1 of %2 attempts shown, %3 hidden")
                                            : tr("%1 of %2 shown, %3 hidden");
        m_count->setText(
            shown.arg(number(counts.shown), number(counts.shown + counts.hidden), number(counts.hidden)));
        return;
    }
    if (!counts.byCall && !retried) {
        m_count->setText(tr("%n failure(s)", nullptr, static_cast<int>(counts.shown)));
        return;
    }
    const QString calls = tr("%n call(s)", nullptr, static_cast<int>(counts.calls));
    const QString attempts = tr("%n attempt(s)", nullptr, static_cast<int>(counts.attempts));
    m_count->setText(tr("%1, %2", "calls and attempts, or the other way round")
                         .arg(counts.byCall ? calls : attempts, counts.byCall ? attempts : calls));
}

QString FilterBar::countText() const {
    return m_count->text();
}

void FilterBar::setTimeDisplay(const TimeDisplay& display) {
    m_times = display;
    showChips();
}

void FilterBar::showChips() {
    while (QLayoutItem* item = m_chips->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const EventFilter& filter = m_state.filter();
    EventFilter without = filter;
    QStringList parts;
    for (int group = 0; group < static_cast<int>(codegroups::all().size()); ++group)
        if (filter.groups & codegroups::bit(group))
            parts << codegroups::label(group);
    without.groups = 0;
    if (!parts.isEmpty())
        addChip(parts.join(QLatin1String(", ")), without);
    parts.clear();
    for (int move = 0; move < whoseMoveCount; ++move)
        if (filter.moves & (1u << move))
            parts << guide::moveName(static_cast<WhoseMove>(move)).translated();
    without = filter;
    without.moves = 0;
    if (!parts.isEmpty())
        addChip(parts.join(QLatin1String(", ")), without);
    without = filter;
    without.text.clear();
    if (!filter.text.isEmpty())
        addChip(tr("“%1”").arg(filter.text), without);
    without = filter;
    without.range = {};
    if (filter.range.from && filter.range.to)
        addChip(m_times.range(*filter.range.from, *filter.range.to), without);
    without = filter;
    without.calls = false;
    if (filter.calls)
        addChip(tr("One row per call"), without);
    m_showAll->setVisible(!filter.isEmpty());
}

void FilterBar::addChip(const QString& text, const EventFilter& without) {
    auto* chip = new QToolButton(this);
    chip->setText(tr("%1  ×", "a filter and the sign to remove it")
                      .arg(shortened(inert(text)).replace(u'&', QLatin1String("&&"))));
    chip->setToolTip(tooltip(tr("Remove this filter: %1").arg(inert(text))));
    chip->setAccessibleName(tr("Remove filter %1").arg(inert(text)));
    connect(chip, &QToolButton::clicked, this, [this, without] { m_state.change(without); });
    m_chips->addWidget(chip);
}

void FilterBar::showFollowState() {
    m_resume->setVisible(m_view.isFollowing() && m_view.isPaused());
    m_resume->setText(m_view.newBelow() > 0 ? tr("Paused – %n new below", nullptr, m_view.newBelow())
                                            : tr("Paused – resume"));
}

} // namespace derouter
