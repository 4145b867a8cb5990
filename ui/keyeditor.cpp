// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyeditor.h"

#include "dialogparts.h"
#include "theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>

#include <algorithm>
#include <utility>

namespace derouter {

namespace {

constexpr int margin = 16;
constexpr int spacing = 8;
enum Column { Command, Keys, columns };

} // namespace

void KeyField::keyPressEvent(QKeyEvent* event) {
    QKeySequenceEdit::keyPressEvent(event);
    const QKeySequence keys = keySequence();
    if (!keys.isEmpty())
        Q_EMIT pressed(QKeySequence(keys[static_cast<uint>(keys.count() - 1)]));
}

KeyEditor::KeyEditor(std::vector<KeyCommand> commands, QWidget* parent)
    : QWidget(parent)
    , m_commands(std::move(commands))
    , m_search(new QLineEdit)
    , m_list(new QTreeWidget)
    , m_key(new KeyField)
    , m_none(new QPushButton(tr("&No Key")))
    , m_standard(new QPushButton(tr("&Standard")))
    , m_said(plainLabel())
    , m_take(new QPushButton(tr("&Take It"))) {
    build();
    fill();
    connect(m_search, &QLineEdit::textChanged, this, &KeyEditor::search);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &KeyEditor::showChosen);
    connect(m_key, &KeyField::pressed, this, &KeyEditor::offer);
    connect(m_none, &QPushButton::clicked, this, [this] { assign({}); });
    connect(m_standard, &QPushButton::clicked, this, [this] {
        QList<QKeySequence> free;
        for (const QKeySequence& key : chosen()->standard)
            if (const KeyCommand* owner = ownerOf(key); !owner || owner == chosen())
                free << key;
        assign(free);
    });
    connect(m_take, &QPushButton::clicked, this, &KeyEditor::take);
    showChosen();
}

void KeyEditor::build() {
    m_search->setPlaceholderText(tr("Search a command or a key …"));
    m_search->setAccessibleName(tr("Search a command or a key"));
    addClearButton(*m_search);
    m_list->setAccessibleName(tr("Commands and their keys"));
    m_list->setHeaderLabels({tr("Command"), tr("Keys")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_list->header()->setStretchLastSection(true);
    m_key->setAccessibleName(tr("Key of the chosen command"));
    auto* label = new QLabel(tr("Ke&y:"));
    label->setBuddy(m_key);
    for (QPushButton* button : {m_none, m_standard, m_take})
        button->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing);
    row->addWidget(label);
    row->addWidget(m_key, 1);
    row->addWidget(m_none);
    row->addWidget(m_standard);
    auto* said = new QHBoxLayout;
    said->setSpacing(spacing);
    said->addWidget(m_said, 1);
    said->addWidget(m_take, 0, Qt::AlignTop);
    m_said->setMinimumHeight(m_take->sizeHint().height());
    QSizePolicy kept = m_take->sizePolicy();
    kept.setRetainSizeWhenHidden(true); // nothing jumps when it comes
    m_take->setSizePolicy(kept);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(margin, spacing, margin, spacing);
    column->setSpacing(spacing);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addLayout(row);
    column->addLayout(said);
}

void KeyEditor::fill() {
    for (const KeyCommand& command : m_commands) {
        auto* item = new QTreeWidgetItem(m_list, {command.text, keymap::text(command.keys)});
        item->setData(Command, Qt::UserRole, command.id);
    }
    m_list->resizeColumnToContents(Command);
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

/// By the command's words or a key's.
void KeyEditor::search(const QString& words) {
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem* const item = m_list->topLevelItem(row);
        item->setHidden(!item->text(Command).contains(words, Qt::CaseInsensitive) &&
                        !item->text(Keys).contains(words, Qt::CaseInsensitive));
    }
}

KeyCommand* KeyEditor::chosen() {
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    return row < 0 ? nullptr : &m_commands[static_cast<std::size_t>(row)];
}

KeyCommand* KeyEditor::ownerOf(const QKeySequence& key) {
    const auto owner =
        std::ranges::find_if(m_commands, [&](const KeyCommand& each) { return each.keys.contains(key); });
    return owner == m_commands.end() ? nullptr : &*owner;
}

void KeyEditor::showChosen() {
    const KeyCommand* const command = chosen();
    const QSignalBlocker quiet(m_key);
    m_key->setKeySequence(command ? command->keys.value(0) : QKeySequence());
    for (QWidget* widget :
         {static_cast<QWidget*>(m_key), static_cast<QWidget*>(m_none), static_cast<QWidget*>(m_standard)})
        widget->setEnabled(command != nullptr);
    say({});
}

void KeyEditor::offer(const QKeySequence& key) {
    const QString name = key.toString(QKeySequence::NativeText);
    if (const QString use = keymap::fixedUse(key); !use.isEmpty()) {
        showChosen();
        return say(tr("%1 is fixed. %2", "a key and what it does").arg(name, use));
    }
    const KeyCommand* const owner = ownerOf(key);
    if (!owner || owner == chosen())
        return assign({key});
    showChosen();
    m_wanted = key;
    say(tr("%1 is the key of “%2”.").arg(name, owner->text), true);
}

void KeyEditor::assign(const QList<QKeySequence>& keys) {
    chosen()->keys = keys;
    m_list->currentItem()->setText(Keys, keymap::text(keys));
    showChosen();
}

void KeyEditor::take() {
    const QKeySequence key = m_wanted;
    if (KeyCommand* const owner = ownerOf(key)) {
        owner->keys.removeAll(key);
        const auto row = static_cast<int>(owner - m_commands.data());
        m_list->topLevelItem(row)->setText(Keys, keymap::text(owner->keys));
    }
    assign({key});
    m_list->setFocus();
}

void KeyEditor::say(const QString& sentence, bool canTake) {
    m_said->setText(sentence);
    m_take->setVisible(canTake);
    if (!canTake)
        m_wanted = {};
    theme::setTextColor(*m_said, theme::warningText(palette()));
}

KeyMap KeyEditor::keys() const {
    KeyMap changed;
    for (const KeyCommand& command : m_commands)
        if (command.keys != command.standard)
            changed[command.id] = command.keys;
    return changed;
}

void KeyEditor::show(const KeyMap& keys) {
    for (std::size_t row = 0; row < m_commands.size(); ++row) {
        KeyCommand& command = m_commands[row];
        const auto change = keys.find(command.id);
        command.keys = change == keys.end() ? command.standard : change->second;
        m_list->topLevelItem(static_cast<int>(row))->setText(Keys, keymap::text(command.keys));
    }
    showChosen();
}

void KeyEditor::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        theme::setTextColor(*m_said, theme::warningText(palette()));
}

} // namespace derouter
