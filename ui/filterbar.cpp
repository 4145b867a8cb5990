// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterbar.h"

#include "core/prose.h"
#include "core/shownnumber.h"
#include "eventview.h"
#include "filterchip.h"
#include "filtermenu.h"
#include "flowlayout.h"
#include "keytip.h"
#include "logtext.h"
#include "theme.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace derouter {

namespace {

/// With an edge that is seen in every look; styles make theirs of the ground.
class FieldBox final : public QFrame {
public:
    using QFrame::QFrame;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setPen(theme::quietText(palette()));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
};

constexpr int roomForAll = 1000;

} // namespace

FilterBar::FilterBar(FilterState& state, FilterValues& values, EventView& view, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_view(view)
    , m_box(new FieldBox(this))
    , m_flow(new FlowLayout(m_box))
    , m_field(new SearchField(state, values))
    , m_menu(new FilterMenuButton(state, values, this))
    , m_count(new QLabel(this))
    , m_off(new QToolButton(this))
    , m_showAll(new QToolButton(this))
    , m_resume(new QToolButton(this))
    , m_noticeRow(new QWidget(this))
    , m_notice(new QLabel(m_noticeRow))
    , m_showId(new QToolButton(m_noticeRow)) {
    build();
    connect(m_showAll, &QToolButton::clicked, &state, &FilterState::clear);
    connect(m_off, &QToolButton::clicked, this, [this] { m_state.setOff(!m_state.view().off); });
    connect(m_resume, &QToolButton::clicked, &view, &EventView::resume);
    connect(m_showId, &QToolButton::clicked, this, [this] {
        ViewState alone;
        alone.add({.field = FilterField::RequestId, .value = m_id});
        m_state.change(alone);
    });
    connect(m_field, &SearchField::leftward, this,
            [this] { focusChip(static_cast<int>(chips().size()) - 1); });
    connect(m_field, &SearchField::mistaken, this, [this](const QString& sentence) {
        m_mistake = sentence;
        showNotice();
    });
    connect(&state, &FilterState::changed, this, &FilterBar::showChips);
    connect(&KeyTip::of(*m_off), &KeyTip::keyChanged, this, &FilterBar::showNotice);
    connect(&view, &EventView::followStateChanged, this, &FilterBar::showFollowState);
    showChips();
    showFollowState();
    showNotice();
}

void FilterBar::build() {
    m_box->installEventFilter(this);
    m_box->setFrameShape(QFrame::StyledPanel);
    m_box->setAutoFillBackground(true);
    m_box->setBackgroundRole(QPalette::Base);
    m_flow->setContentsMargins(3, 2, 3, 2);
    m_flow->setSpacing(4);
    m_flow->addWidget(m_field);
    for (QLabel* label : {m_count, m_notice})
        label->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_showAll->setText(tr("Back to all"));
    KeyTip::of(*m_showAll).setText(tr("Remove every filter and show the whole time"));
    m_resume->setToolTip(tr("Go to the newest failure and stay there (End)"));
    m_showId->setText(tr("Show it"));
    m_showId->setToolTip(tr("Remove the other filters; one step back brings them again"));
    for (QToolButton* button : {m_off, m_showAll, m_resume, m_showId})
        button->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    const int line = m_off->sizeHint().height() + 2; // chips and field are as high
    m_field->setFixedHeight(line);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_menu, m_count, m_off, m_showAll, m_resume}) {
        widget->setFixedHeight(line + m_flow->contentsMargins().top() * 2 + 2 * m_box->frameWidth());
        row->addWidget(widget, 0, Qt::AlignTop);
    }
    row->insertWidget(1, m_box, 1);
    auto* notice = new QHBoxLayout(m_noticeRow);
    notice->setContentsMargins(0, 0, 0, 0);
    notice->addWidget(m_notice, 1);
    notice->addWidget(m_showId);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 0, 12, 6);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_noticeRow);
}

void FilterBar::setCounts(const TableCounts& counts) {
    const QString text = countText(counts);
    const QString groups = tr("%n group(s)", nullptr, static_cast<int>(counts.groups));
    m_count->setText(counts.groups == 0 ? text
                                        : tr("%1: %2", "groups, and what is in them").arg(groups, text));
}

/// Attempts are called so as soon as some call has several.
QString FilterBar::countText(const TableCounts& counts) {
    const bool retried = counts.calls != counts.attempts;
    if (counts.hidden > 0) {
        const QString shown = counts.byCall ? tr("%1 of %2 calls shown, %3 hidden")
                              : retried     ? tr("%1 of %2 attempts shown, %3 hidden")
                                            : tr("%1 of %2 shown, %3 hidden");
        return shown.arg(shownNumber(counts.shown), shownNumber(counts.shown + counts.hidden),
                         shownNumber(counts.hidden));
    }
    if (!counts.byCall && !retried)
        return tr("%n failure(s)", nullptr, static_cast<int>(counts.shown));
    const QString calls = tr("%n call(s)", nullptr, static_cast<int>(counts.calls));
    const QString attempts = tr("%n attempt(s)", nullptr, static_cast<int>(counts.attempts));
    return tr("%1, %2", "calls and attempts, or the other way round")
        .arg(counts.byCall ? calls : attempts, counts.byCall ? attempts : calls);
}

QString FilterBar::countText() const {
    return m_count->text();
}

QString FilterBar::noticeText() const {
    return m_noticeRow->isHidden() ? QString() : m_notice->text();
}

void FilterBar::setContext(const filtertext::Context& context) {
    const bool sameTimes = context.times == m_context.times;
    m_context = context;
    m_field->setContext(context);
    if (!sameTimes)
        showChips();
}

void FilterBar::setRequestId(IdState state, const QString& id) {
    m_idState = state;
    m_id = id;
    showNotice();
}

void FilterBar::setGaveUp(std::size_t texts) {
    m_gaveUp = texts;
    showNotice();
}

void FilterBar::showNotice() {
    QStringList sentences;
    if (!m_mistake.isEmpty())
        sentences << m_mistake;
    if (m_state.view().off)
        sentences << offSentence();
    if (m_idState == IdState::Hidden)
        sentences << tr("%1 is loaded, but other filters hide it.").arg(inert(m_id));
    if (m_idState == IdState::Absent)
        sentences << tr("No failure with the request-id %1 is loaded.").arg(inert(m_id));
    if (m_gaveUp > 0)
        sentences << tr("The expression takes too long: it was given up for %n text(s), which are hidden.",
                        nullptr, static_cast<int>(m_gaveUp));
    m_notice->setText(joinedSentences(sentences));
    m_showId->setVisible(m_idState == IdState::Hidden);
    m_noticeRow->setVisible(!sentences.isEmpty());
}

QString FilterBar::offSentence() const {
    const QString key = KeyTip::of(*m_off).key();
    return key.isEmpty() ? tr("The filters are off for now.")
                         : tr("The filters are off for now (%1).", "the key that switches them on").arg(key);
}

QList<FilterChip*> FilterBar::chips() const {
    QList<FilterChip*> chips;
    for (int at = 0; at < m_flow->count(); ++at)
        if (auto* chip = qobject_cast<FilterChip*>(m_flow->itemAt(at)->widget()))
            chips << chip;
    return chips;
}

/// Made anew for every view; a chip that had the focus leaves it to the one in its place.
void FilterBar::showChips() {
    const QList<FilterChip*> old = chips();
    for (int at = 0; at < old.size(); ++at)
        if (old[at]->body()->hasFocus())
            m_focused = at;
    while (QLayoutItem* item = m_flow->takeAt(0)) {
        if (item->widget() != m_field) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (const FilterTerm& term : m_state.view().terms)
        addChip(term);
    m_flow->addWidget(m_field);
    if (m_focused >= 0)
        focusChip(std::min(m_focused, static_cast<int>(chips().size()) - 1));
    m_focused = -1;
    const ViewState& view = m_state.view();
    m_box->setAccessibleName(
        view.isFiltered() ? tr("Shown: %1").arg(filtertext::sentence(view.filter().terms, m_context.times))
                          : tr("No filter"));
    m_off->setText(view.off ? tr("On again") : tr("All off"));
    KeyTip::of(*m_off).setText(view.off ? tr("Switch the filters on again")
                                        : tr("Look round without the filters; they stay"));
    m_off->setVisible(view.isFiltered() && width() >= roomForAll);
    m_showAll->setVisible(view.isFiltered() || view.calls);
    showNotice();
    fitHeight();
}

void FilterBar::addChip(const FilterTerm& term) {
    auto* chip = new FilterChip(term, inert(filtertext::label(term, m_context.times)),
                                term.on && !m_state.view().off, m_box);
    connect(chip, &FilterChip::changeRequested, &m_state, &FilterState::add);
    connect(chip, &FilterChip::removeRequested, this, [this, term] { m_state.remove(term); });
    connect(chip, &FilterChip::neighbourRequested, this,
            [this, chip](int step) { focusChip(static_cast<int>(chips().indexOf(chip)) + step); });
    chip->setFixedHeight(m_field->height());
    m_flow->addWidget(chip);
    chip->show();
}

/// Behind the last one is the field.
void FilterBar::focusChip(int index) {
    const QList<FilterChip*> all = chips();
    if (index >= 0 && index < all.size())
        all[index]->body()->setFocus(Qt::TabFocusReason);
    else if (index != -1 || all.isEmpty())
        m_field->setFocus(Qt::TabFocusReason);
}

void FilterBar::showFollowState() {
    m_resume->setVisible(m_view.isFollowing() && m_view.isPaused());
    const int fresh = m_view.newMeanwhile();
    m_resume->setText(fresh == 0                  ? tr("Paused – resume")
                      : !m_view.isInOrderOfTime() ? tr("Paused – %n new", nullptr, fresh)
                      : m_view.isNewestFirst()    ? tr("Paused – %n new above", nullptr, fresh)
                                                  : tr("Paused – %n new below", nullptr, fresh));
}

/// In a narrow window the chips come first; the key and the menu still switch all off.
bool FilterBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) {
        m_off->setVisible(m_state.view().isFiltered() && width() >= roomForAll);
        fitHeight();
    }
    return QWidget::eventFilter(watched, event);
}

void FilterBar::fitHeight() {
    const int frame = 2 * m_box->frameWidth();
    m_box->setFixedHeight(m_flow->heightFor(m_box->width() - frame) + frame);
}

} // namespace derouter
