// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchfield.h"

#include "core/shownnumber.h"
#include "dialogparts.h"
#include "filtervalues.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QKeyEvent>
#include <QStandardItemModel>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr int mostSuggestions = 12;
constexpr int insertRole = Qt::UserRole; ///< what the suggestion puts in the place of the last word

constexpr std::array suggestedFields{FilterField::Code,   FilterField::Move,  FilterField::Type,
                                     FilterField::Cause,  FilterField::Model, FilterField::Key,
                                     FilterField::Source, FilterField::Path,  FilterField::Marked};

qsizetype lastWord(const QString& text) {
    return text.lastIndexOf(u' ') + 1;
}

} // namespace

SearchField::SearchField(FilterState& state, FilterValues& values, QWidget* parent)
    : QLineEdit(parent)
    , m_state(state)
    , m_values(values)
    , m_completer(new QCompleter(this))
    , m_suggestions(new QStandardItemModel(this)) {
    setFrame(false);
    setPlaceholderText(tr("Filter: type, or choose a value in the table…"));
    addClearButton(*this);
    setAcceptDrops(false);
    setAccessibleName(tr("Filter"));
    setAccessibleDescription(
        tr("Shows only failures whose code, type, cause, message, model, request-id, source or path "
           "contains this text. Enter makes a chip of it as it stands, Down and Tab take what is suggested; "
           "code:529, -model:name and /expression/ are understood."));
    m_completer->setModel(m_suggestions);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(this);
    m_completer->setMaxVisibleItems(mostSuggestions);
    m_completer->popup()->installEventFilter(this);
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this, &SearchField::accept);
    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::milliseconds(150));
    connect(this, &QLineEdit::textEdited, this, [this] {
        Q_EMIT mistaken({});
        m_completer->popup()->selectionModel()->clear(); // what was chosen goes with what stood there
        m_pause.start();
    });
    connect(&m_pause, &QTimer::timeout, this, &SearchField::catchUp);
    connect(&state, &FilterState::changed, this, &SearchField::showTyped);
}

QSize SearchField::sizeHint() const {
    constexpr int least = 140;
    return {least, QLineEdit::sizeHint().height()};
}

void SearchField::searchTyped() {
    m_state.changeTyped(filtertext::isPlain(text()) ? text().simplified() : QString());
}

/// The field follows the view where it stands for it: a step back takes the letters back, too.
void SearchField::showTyped() {
    const QString& typed = m_state.view().typed;
    const bool isOwn = text().simplified() == typed || !filtertext::isPlain(text());
    if (!m_pause.isActive() && !isOwn)
        setText(typed);
}

/// The search and the list as the text now stands.
void SearchField::catchUp() {
    m_pause.stop();
    searchTyped();
    suggest();
}

QModelIndex SearchField::chosenSuggestion() const {
    const QAbstractItemView& list = *m_completer->popup();
    const QModelIndex current = list.currentIndex();
    return list.isVisible() && list.selectionModel()->isSelected(current) ? current : QModelIndex();
}

/// What was typed is what is meant, unless the user went into the list.
void SearchField::take() {
    if (const QModelIndex chosen = chosenSuggestion(); chosen.isValid())
        accept(chosen);
    else
        commit();
}

void SearchField::commit() {
    m_pause.stop();
    m_completer->popup()->hide();
    const auto terms = filtertext::parse(text(), m_context);
    if (!terms) {
        Q_EMIT mistaken(terms.error().message);
        return;
    }
    clear();
    m_state.finishTyped(terms.value());
    Q_EMIT mistaken({});
    Q_EMIT committed();
}

void SearchField::accept(const QModelIndex& suggestion) {
    const QString insert = suggestion.data(insertRole).toString();
    if (insert.isEmpty())
        return;
    setText(text().left(lastWord(text())) + insert);
    if (insert.endsWith(u':')) // once the list that was clicked has gone
        QMetaObject::invokeMethod(this, &SearchField::suggest, Qt::QueuedConnection);
    else
        commit();
}

void SearchField::addSuggestion(const QString& text, const QString& insert, std::uint64_t count) {
    if (m_suggestions->rowCount() == mostSuggestions)
        return;
    auto* item = new QStandardItem(
        count == 0 ? text : tr("%1   (%2)", "a value and how many have it").arg(text, shownNumber(count)));
    item->setData(insert, insertRole);
    m_suggestions->appendRow(item);
}

/// For the last word: values that are it, names of fields that begin with it, and values that contain it.
void SearchField::suggest() {
    m_suggestions->clear();
    QString word = text().mid(lastWord(text()));
    const QString mark = word.startsWith(u'-') ? u"-"_s : QString();
    word.remove(0, mark.size());
    const qsizetype colon = word.indexOf(u':');
    const auto named = colon < 0 ? std::nullopt : filtertext::fieldOf(word.left(colon));
    const QString part = named ? word.sliced(colon + 1) : word;
    if (!hasFocus() || (part.isEmpty() && !named) || part.startsWith(u'"')) {
        m_completer->popup()->hide();
        return;
    }
    const auto add = [&](const FilterValues::Counted& value) {
        addSuggestion(filtertext::label(value.term, m_context.times), mark + filtertext::written(value.term),
                      value.count);
    };
    std::vector<const FilterValues::Counted*> others;
    for (const FilterField field : suggestedFields) {
        if (named && *named != field)
            continue;
        for (const FilterValues::Counted& value : m_values.of(field)) {
            const QString shown = filtertext::value(value.term, m_context.times);
            const auto isIt = [&](const QString& text) { return !text.compare(part, Qt::CaseInsensitive); };
            if (isIt(shown) || isIt(value.term.value))
                add(value);
            else if (shown.contains(part, Qt::CaseInsensitive) ||
                     value.term.value.contains(part, Qt::CaseInsensitive))
                others.push_back(&value);
        }
    }
    for (int at = 0; at < filterFieldCount && !named; ++at)
        if (const QString key = filtertext::key(static_cast<FilterField>(at));
            key.startsWith(part, Qt::CaseInsensitive))
            addSuggestion(key + u':', mark + key + u':', 0);
    for (const FilterValues::Counted* value : others)
        add(*value);
    if (m_suggestions->rowCount() == 0) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->complete();
    m_completer->popup()->selectionModel()->clear(); // of which it chose the first
}

/// Undo is the history's, which takes back chips and letters alike; what it does not know of yet is the
/// field's own. Escape is first of all the list's.
bool SearchField::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        auto* pressed = static_cast<QKeyEvent*>(event);
        if (pressed->matches(QKeySequence::Cancel) && m_completer->popup()->isVisible()) {
            pressed->accept();
            return true;
        }
        const QKeySequence key(pressed->keyCombination());
        const bool isStep = pressed->matches(QKeySequence::Undo) || pressed->matches(QKeySequence::Redo);
        const bool isHistory = isStep && std::ranges::any_of(m_history, [&](const QAction* step) {
                                   return step->shortcuts().contains(key);
                               });
        if (isHistory && filtertext::isPlain(text())) {
            m_pause.stop();
            pressed->ignore();
            return false;
        }
    }
    const bool isKey = event->type() == QEvent::KeyPress && m_completer->popup()->isVisible();
    if (isKey && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Tab) {
        const QModelIndex chosen = chosenSuggestion();
        accept(chosen.isValid() ? chosen : m_completer->completionModel()->index(0, 0));
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

/// Whoever turns to the list means the one of what stands there now.
bool SearchField::eventFilter(QObject* watched, QEvent* event) {
    constexpr std::array turning{Qt::Key_Down, Qt::Key_Up, Qt::Key_PageDown, Qt::Key_PageUp, Qt::Key_Tab};
    if (event->type() == QEvent::KeyPress && m_pause.isActive() &&
        std::ranges::find(turning, static_cast<QKeyEvent*>(event)->key()) != turning.end())
        catchUp();
    return QLineEdit::eventFilter(watched, event);
}

void SearchField::keyPressEvent(QKeyEvent* event) {
    const bool isBack = event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Left;
    if (isBack && cursorPosition() == 0 && !hasSelectedText() && event->modifiers() == Qt::NoModifier)
        Q_EMIT leftward();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        take();
    else if (event->key() == Qt::Key_Down && !m_completer->popup()->isVisible()) {
        catchUp();
        if (m_completer->popup()->isVisible())
            m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
    } else
        QLineEdit::keyPressEvent(event);
}

} // namespace derouter
