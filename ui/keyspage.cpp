// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyspage.h"

#include "announcer.h"
#include "dialogparts.h"
#include "keyedit.h"
#include "theme.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr int margin = 16;
constexpr int spacing = 8;
constexpr int idRole = Qt::UserRole;
enum Column { Name, Keys };

bool matches(const QString& needle, const KeyCommand& command, const KeyList& keys) {
    const auto isIn = [](const QString& text) {
        return [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); };
    };
    const QString words = command.menu + u' ' + command.name;
    return std::ranges::all_of(needle.split(u' ', Qt::SkipEmptyParts), isIn(words)) ||
           isIn(shownKeys(keys))(needle) || isIn(writtenKeys(keys))(needle);
}

} // namespace

KeysPage::KeysPage(const std::vector<KeyCommand>& commands, QWidget* parent)
    : QWidget(parent)
    , m_map(commands)
    , m_search(new QLineEdit)
    , m_tree(new QTreeWidget)
    , m_name(headingLabel({}))
    , m_said(plainLabel()) {
    for (KeyEdit*& edit : m_edits)
        edit = new KeyEdit;
    build();
    fill();
    connect(m_search, &QLineEdit::textChanged, this, &KeysPage::showFound);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &KeysPage::showCommand);
    for (std::size_t at = 0; at < m_edits.size(); ++at)
        connect(m_edits[at], &KeyEdit::typed, this, [this, at] { take(at); });
    restyle();
    showFound();
}

void KeysPage::build() {
    m_search->setPlaceholderText(tr("Search for a command or a key"));
    m_search->setAccessibleName(m_search->placeholderText());
    addClearButton(*m_search);
    m_search->installEventFilter(this);
    buildTree();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(margin, spacing, margin, spacing);
    column->setSpacing(spacing);
    column->addWidget(m_search);
    column->addWidget(m_tree, 1);
    column->addWidget(m_name);
    column->addLayout(buildEdits());
    column->addLayout(buildSaid());
    column->addLayout(buildButtons());
}

void KeysPage::buildTree() {
    m_tree->setHeaderLabels({tr("Command"), tr("Keys")});
    m_tree->setAccessibleName(tr("Commands and their keys"));
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(Keys, QHeaderView::ResizeToContents);
    m_tree->installEventFilter(this);
}

QBoxLayout* KeysPage::buildEdits() {
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing);
    const QString names[] = {tr("Ke&y:"), tr("Secon&d key:")};
    for (std::size_t at = 0; at < m_edits.size(); ++at) {
        auto* name = new QLabel(names[at]);
        name->setBuddy(m_edits[at]);
        m_edits[at]->setAccessibleName(plainName(names[at]));
        m_edits[at]->setAccessibleDescription(tr("Type the key. Backspace removes it."));
        m_edits[at]->setToolTip(m_edits[at]->accessibleDescription());
        row->addWidget(name);
        row->addWidget(m_edits[at], 1);
    }
    return row;
}

/// As high as two lines in any case, so that nothing jumps.
QBoxLayout* KeysPage::buildSaid() {
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing);
    row->addWidget(m_said, 1, Qt::AlignVCenter);
    m_take = addButton(*row, tr("Take &It"));
    m_said->setMinimumHeight(std::max(2 * fontMetrics().lineSpacing(), m_take->sizeHint().height()));
    connect(m_take, &QPushButton::clicked, this, &KeysPage::takeContested);
    return row;
}

QBoxLayout* KeysPage::buildButtons() {
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing);
    m_standard = addButton(*row, tr("&Standard"));
    m_none = addButton(*row, tr("&No Key"));
    row->addStretch(1);
    QPushButton* const all = addButton(*row, tr("A&ll Standard"));
    connect(m_standard, &QPushButton::clicked, this, &KeysPage::restoreStandard);
    connect(m_none, &QPushButton::clicked, this, [this] {
        set({});
        showCommand();
    });
    connect(all, &QPushButton::clicked, this, [this] {
        show({});
        say(tr("All commands have their standard keys."));
    });
    return row;
}

void KeysPage::fill() {
    QTreeWidgetItem* menu = nullptr;
    for (const KeyCommand& command : m_map.commands()) {
        if (!menu || menu->text(Name) != command.menu) {
            menu = new QTreeWidgetItem(m_tree, {command.menu});
            menu->setFlags(Qt::ItemIsEnabled);
            menu->setFirstColumnSpanned(true);
        }
        auto* const item = new QTreeWidgetItem(menu, {command.name});
        item->setData(Name, idRole, command.id);
    }
    m_tree->expandAll();
}

void KeysPage::show(const KeyChoices& chosen) {
    m_map = KeyMap(m_map.commands(), chosen);
    showRows();
    showCommand();
}

/// What is not the standard is bold.
void KeysPage::showRows() {
    for (QTreeWidgetItemIterator at(m_tree, QTreeWidgetItemIterator::NoChildren); *at; ++at) {
        const QString id = (*at)->data(Name, idRole).toString();
        QFont font = m_tree->font();
        font.setBold(!m_map.isStandard(id));
        (*at)->setFont(Keys, font);
        (*at)->setText(Keys, shownKeys(m_map.keys(id)));
    }
}

void KeysPage::showFound() {
    const QString needle = m_search->text().simplified();
    QTreeWidgetItem* first = nullptr;
    for (int at = 0; at < m_tree->topLevelItemCount(); ++at) {
        QTreeWidgetItem* const menu = m_tree->topLevelItem(at);
        bool isEmpty = true;
        for (int row = 0; row < menu->childCount(); ++row) {
            QTreeWidgetItem* const item = menu->child(row);
            const QString id = item->data(Name, idRole).toString();
            item->setHidden(!matches(needle, m_map.command(id), m_map.keys(id)));
            isEmpty = isEmpty && item->isHidden();
            if (!first && !item->isHidden())
                first = item;
        }
        menu->setHidden(isEmpty);
    }
    const QTreeWidgetItem* const current = m_tree->currentItem();
    if (!current || current->isHidden())
        m_tree->setCurrentItem(first);
    if (!first)
        say(tr("No command has these words or this key."));
}

QString KeysPage::chosen() const {
    const QTreeWidgetItem* const item = m_tree->currentItem();
    return item ? item->data(Name, idRole).toString() : QString();
}

/// What was contested is left to whoever has it.
void KeysPage::showCommand() {
    const QString id = chosen();
    const KeyList keys = m_map.keys(id);
    m_name->setText(id.isEmpty() ? QString() : m_map.command(id).name);
    for (std::size_t at = 0; at < m_edits.size(); ++at) {
        m_edits[at]->setKeySequence(keys.value(static_cast<qsizetype>(at)));
        m_edits[at]->setEnabled(!id.isEmpty());
    }
    m_standard->setEnabled(!id.isEmpty() && !m_map.isStandard(id));
    m_none->setEnabled(!keys.isEmpty());
    m_contested.reset();
    m_take->hide();
    say({});
    Q_EMIT changed();
}

QString KeysPage::quoted(const QStringList& ids) const {
    QStringList names;
    for (const QString& id : ids)
        names << tr("“%1”", "the name of a command").arg(m_map.command(id).name);
    return names.join(tr(", "));
}

KeyList KeysPage::editedKeys() const {
    KeyList keys;
    for (const KeyEdit* edit : m_edits)
        if (!edit->keySequence().isEmpty())
            keys << edit->keySequence();
    return keys;
}

void KeysPage::take(std::size_t edit) {
    const QKeySequence key = m_edits[edit]->keySequence();
    const QString id = chosen();
    const KeyList others = m_map.keys(id);
    if (key.isEmpty()) { // removed
        set(editedKeys());
        return showCommand();
    }
    QString why = keyRefusal(key);
    for (std::size_t at = 0; at < m_edits.size() && why.isEmpty(); ++at)
        if (at != edit && areInTheWay(others.value(static_cast<qsizetype>(at)), key))
            why = tr("%1 is a key of this command already.").arg(key.toString(QKeySequence::NativeText));
    if (!why.isEmpty()) {
        showCommand();
        return say(why, true);
    }
    if (const QStringList holders = m_map.holders(key, id); !holders.isEmpty())
        return contest(edit, holders);
    m_contested.reset();
    m_take->hide();
    say({});
    set(editedKeys());
}

void KeysPage::contest(std::size_t edit, const QStringList& holders) {
    const QKeySequence key = m_edits[edit]->keySequence();
    m_edits[edit]->setKeySequence(key); // the next stroke begins another
    m_contested = edit;
    m_take->show();
    say(tr("%1 belongs to %2.", "a key and the commands that have it")
            .arg(key.toString(QKeySequence::NativeText), quoted(holders)),
        true);
    Q_EMIT changed();
}

void KeysPage::takeContested() {
    if (!m_contested)
        return;
    const QKeySequence key = m_edits[*m_contested]->keySequence();
    const QString former = quoted(m_map.holders(key, chosen()));
    m_tree->setFocus(); // the button goes
    set(editedKeys());
    showCommand();
    say(tr("%1 was taken from %2.", "a key and the commands that had it")
            .arg(key.toString(QKeySequence::NativeText), former));
}

/// Standard keys that others have are contested as if they had been typed.
void KeysPage::restoreStandard() {
    KeyList free;
    KeyList held;
    for (const QKeySequence& key : m_map.command(chosen()).standard)
        (m_map.holders(key, chosen()).isEmpty() ? free : held) << key;
    set(free);
    showCommand();
    if (held.isEmpty())
        return;
    const auto edit = static_cast<std::size_t>(free.size());
    m_edits[edit]->setKeySequence(held.front());
    contest(edit, m_map.holders(held.front(), chosen()));
}

void KeysPage::set(const KeyList& keys) {
    const QString id = chosen();
    m_map.set(id, keys);
    showRows();
    m_standard->setEnabled(!m_map.isStandard(id));
    m_none->setEnabled(!keys.isEmpty());
    Q_EMIT changed();
}

void KeysPage::say(const QString& sentence, bool isWrong) {
    m_isWrong = isWrong;
    restyle();
    if (m_said->text() == sentence)
        return;
    m_said->setText(sentence);
    if (!sentence.isEmpty())
        announce(*m_said, sentence);
}

void KeysPage::restyle() {
    theme::setTextColor(*m_said, m_isWrong ? theme::warningText(palette()) : theme::quietText(palette()));
}

/// Enter goes on to what comes next, and does not accept the dialog.
bool KeysPage::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<const QKeyEvent*>(event)->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!isEnter && (watched != m_search || key != Qt::Key_Down))
        return QWidget::eventFilter(watched, event);
    if (watched == m_search)
        m_tree->setFocus(Qt::TabFocusReason);
    else
        m_edits.front()->setFocus(Qt::TabFocusReason);
    return true;
}

void KeysPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        restyle();
}

/// Nothing waits where it is not seen.
void KeysPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (m_contested && !event->spontaneous())
        showCommand();
}

} // namespace derouter
