// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keymap.h"

#include <QWidget>

#include <array>
#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
QT_END_NAMESPACE

namespace derouter {

class KeyEdit;

/// The commands by their menus, found by words or by keys, and the keys of the chosen one to be changed.
///
/// A typed key is the command's at once, if it is to be had. When it is another's, the page says whose and
/// leaves it there until the user takes it, chooses another key or turns to something else.
class KeysPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeysPage)

public:
    explicit KeysPage(const std::vector<KeyCommand>& commands, QWidget* parent = nullptr);

    void show(const KeyChoices& chosen);
    KeyChoices choices() const { return m_map.choices(); }
    /// A typed key waits for the user to decide whose it is.
    bool isContested() const { return m_contested.has_value(); }

Q_SIGNALS:
    /// The keys, or whether one is contested.
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void build();
    void buildTree();
    QBoxLayout* buildEdits();
    QBoxLayout* buildSaid();
    QBoxLayout* buildButtons();
    void fill();
    void showRows();
    void showFound();
    void showCommand();
    QString chosen() const;
    QString quoted(const QStringList& ids) const;
    KeyList editedKeys() const;
    void take(std::size_t edit);
    void takeContested();
    void restoreStandard();
    void set(const KeyList& keys);
    void contest(std::size_t edit, const QStringList& holders);
    void say(const QString& sentence, bool isWrong = false);
    void restyle();

    KeyMap m_map;
    QLineEdit* m_search;
    QTreeWidget* m_tree;
    QLabel* m_name;
    std::array<KeyEdit*, KeyMap::most> m_edits;
    QLabel* m_said;
    QPushButton* m_take = nullptr;
    QPushButton* m_standard = nullptr;
    QPushButton* m_none = nullptr;
    std::optional<std::size_t> m_contested; ///< of m_edits
    bool m_isWrong = false;                 ///< what is said
};

} // namespace derouter
