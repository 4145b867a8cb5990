// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sourcespec.h"
#include "models/eventfilter.h"
#include "report/comparison.h"
#include "timedisplay.h"

#include <QDialog>
#include <QTimer>

#include <array>
#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLayout;
class QPushButton;
class QTableWidget;
QT_END_NAMESPACE

namespace derouter {

class Monitor;

/// What has changed between two times, or between two logs: what fails now that did not before, what fails
/// more, less, or no longer.
///
/// Compares the failures that are kept, as they are when it is opened or a part is chosen. It does so in
/// small steps, so that the window is never held up.
class ComparisonDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ComparisonDialog)

public:
    /// `shown`: the time that the window shows.
    ComparisonDialog(const Monitor& monitor, const TimeRange& shown, const TimeDisplay& times,
                     QWidget* parent = nullptr);

    /// What the button copies: what has changed, a line each.
    QString text() const;

Q_SIGNALS:
    /// The failures of a line are wanted.
    void failuresChosen(const std::vector<derouter::FilterTerm>& terms);
    /// A text without secrets is to be copied; `name` is what it is called.
    void copyRequested(const QString& name, const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    /// A part that can be chosen: a range of time, or a source.
    struct Choice {
        QString name;
        TimeRange range{};
        std::optional<SourceId> source{};
    };

    void findChoices(const TimeRange& shown);
    void addTimes(const TimeRange& shown);
    void build();
    QLayout* buildChoices();
    QLayout* buildButtons();
    void begin();
    void goOn();
    const Choice& choice(Era era) const;
    bool isIn(const Choice& choice, EventStore::Row row) const;
    Comparison::Part partOf(const Choice& choice) const;
    void showResult();
    void fillRow(int row, const Comparison::Line& line);
    QString partSentence(Era era) const;
    QString countText(const Comparison::Line& line, Era era) const;
    void choose();

    const Monitor& m_monitor;
    TimeDisplay m_times;
    std::vector<Choice> m_choices;
    std::array<std::size_t, 2> m_first{}; ///< of `m_choices`, by Era
    std::array<QComboBox*, 2> m_boxes{};  ///< by Era
    QLabel* m_summary;
    QTableWidget* m_table;
    QPushButton* m_show = nullptr;
    QPushButton* m_copy = nullptr;
    QTimer m_work;
    EventStore::Row m_next = 0;
    std::optional<ComparisonCount> m_count;
    Comparison m_comparison;
};

} // namespace derouter
