// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "filterstate.h"
#include "filtertext.h"

#include <QLineEdit>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QAction;
class QCompleter;
class QStandardItemModel;
QT_END_NAMESPACE

namespace derouter {

class FilterValues;

/// Where a filter is typed: plain text is searched for while the user types, Enter makes chips of whatever
/// stands there. Values that the failures have are suggested; one is taken where the user asks for it.
class SearchField final : public QLineEdit {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchField)

public:
    SearchField(FilterState& state, FilterValues& values, QWidget* parent = nullptr);

    void setContext(const filtertext::Context& context) { m_context = context; }
    /// What takes steps in the history, in this field too.
    void setHistory(const QList<QAction*>& undoAndRedo) { m_history = undoAndRedo; }
    QCompleter* completer() const { return m_completer; }
    QSize sizeHint() const override;

Q_SIGNALS:
    /// What was typed has become chips.
    void committed();
    /// What was typed is no filter: one sentence why; empty once it is not so any more.
    void mistaken(const QString& sentence);
    /// The user goes back from the beginning of the field.
    void leftward();

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void take();
    void commit();
    void searchTyped();
    void showTyped();
    void catchUp();
    void suggest();
    void addSuggestion(const QString& text, const QString& insert, std::uint64_t count);
    QModelIndex chosenSuggestion() const;
    void accept(const QModelIndex& suggestion);

    FilterState& m_state;
    FilterValues& m_values;
    filtertext::Context m_context;
    QList<QAction*> m_history;
    QCompleter* m_completer;
    QStandardItemModel* m_suggestions;
    QTimer m_pause; ///< so that a million rows are not filtered for every letter
};

} // namespace derouter
