// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/eventmatcher.h"
#include "models/repeatgroups.h"
#include "timedisplay.h"

#include <QAbstractTableModel>
#include <QFont>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

namespace derouter {

/// The failures of a Monitor as a table, a row an attempt or a row a call: filtered and sorted through an
/// index of the rows to be seen.
///
/// When a call fails again its row becomes that of the new attempt: what was chosen stays chosen.
/// Where repeats are grouped, a row is a group with its newest failure, or a member of an unfolded group
/// below it; a failure that nothing repeats is a group of its own. New failures are put into their places as
/// they come; nothing is sorted again. Every text is plain, without secrets, on one line, and in the C locale
/// where it is a code or an id.
class EventModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EventModel)

public:
    enum Column { Time, Code, Type, Cause, Move, Attempt, Model, Source, RequestId, Message, Mark, columns };
    enum Role {
        StoreRowRole = Qt::UserRole, ///< row in Monitor::events(), quint32
        MoveRole,                    ///< int of WhoseMove; only of Code and Move
        GroupRole,                   ///< index into codegroups::all(); only of Code
        FoldRole,                    ///< int of Fold; only of Time, and where repeats are grouped
        MarkRole,                    ///< whether something in the row is marked; only of Mark
    };
    enum class Fold { None, Folded, Unfolded, Member };

    explicit EventModel(const Monitor& monitor, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    const EventFilter& filter() const { return m_matcher.filter(); }
    void setFilter(const EventFilter& filter);
    /// What the filter says of a code alone.
    bool matchesCode(FailureCode code) const { return m_matcher.matchesCode(code); }
    /// Texts that a regular expression of the filter gave up on; those rows are hidden.
    std::size_t gaveUp() const { return m_matcher.gaveUp(); }
    void setTimeDisplay(const TimeDisplay& display);
    const TimeDisplay& timeDisplay() const { return m_times; }
    /// Whether some times may have their offset behind them.
    bool tellsOffsets() const;
    void setFixedFont(const QFont& font);

    int sortColumn() const { return m_column; }
    Qt::SortOrder sortOrder() const { return m_order; }

    /// Whether the model is being reset because the store has given its rows new numbers.
    bool isRenumbering() const { return m_renumbering; }
    /// Whether rows are being removed because the store has no room for them.
    bool isLettingGo() const { return m_lettingGo; }

    bool isGrouping() const { return m_groups != nullptr; }
    void setGrouping(bool on);
    /// Rows that no other row is above of; only where repeats are grouped.
    std::size_t groups() const { return m_groups ? m_groups->count() : 0; }
    Fold fold(int row) const;
    bool isGroup(int row) const { return fold(row) == Fold::Folded || fold(row) == Fold::Unfolded; }
    /// Shows the members of a group, or no longer.
    void setUnfolded(int row, bool on);
    /// Of a member that of its group, else the row itself.
    int groupRow(int row) const;
    /// What a row stands for: the members of a group, else one failure.
    std::vector<EventStore::Row> failures(int row) const;
    /// Whether that includes this one.
    bool standsFor(int row, EventStore::Row storeRow) const;

    EventStore::Row storeRow(int row) const;
    /// Where a row of the store is shown, by itself or within its group; -1 when it is hidden. Linear.
    int rowOf(EventStore::Row storeRow) const;
    /// The same; where calls are the rows, that of the failure's call.
    int rowStandingFor(EventStore::Row storeRow) const;
    /// The rows of the store to be seen; in the order of the table, but where repeats are grouped.
    const std::vector<std::uint32_t>& visible() const { return m_visible; }
    /// The rows of the store that match too, but for which a later attempt of their call stands; in no order.
    const std::vector<std::uint32_t>& earlier() const { return m_earlier; }
    /// Attempts or calls that do not match, whichever the rows are.
    std::size_t hidden() const;

    /// From `from` on, up or down: the first row with something marked in it, a group only where it is
    /// folded; -1 without one.
    int findMarked(int from, int step) const;
    /// Marks that the filter hides.
    std::size_t hiddenMarks() const;

    static QString columnName(int column);
    /// What a filter can look at in a column, if anything.
    static std::optional<FilterField> fieldOf(int column);
    /// What the table shows of a failure; the time with date and offset.
    QString cell(EventStore::Row row, int column) const;
    /// Whether the user marked it; where calls are the rows, some attempt of its call.
    bool isFailureMarked(EventStore::Row row) const;

Q_SIGNALS:
    /// So many failures, or calls, have come that are to be seen.
    void failuresCame(int count);

private:
    using Line = RepeatGroups::Line;

    /// So many ranges of rows at most come or go one by one.
    static constexpr std::size_t mostRanges = 16;

    /// What two rows are ordered by: the number, then the text, then the order in which they were found.
    struct Key {
        std::int64_t number = 0;
        std::string_view text{};
    };

    void addRows(qsizetype first, qsizetype count);
    std::set<std::uint32_t> olderAttempts(qsizetype first, qsizetype count) const;
    void supersede(const std::set<std::uint32_t>& older, std::vector<std::uint32_t>& rows);
    void sortOutEarlier(const std::set<std::uint32_t>& changed);
    void insert(std::vector<std::uint32_t> rows);
    void mergeTail(std::size_t oldSize);
    void noteChange(qsizetype row);
    void applyChanges();
    bool isInPlace(std::size_t at, const std::set<std::uint32_t>& changed) const;
    void removeAt(const std::vector<int>& positions);
    void letGo(qsizetype firstKept);
    void removeLines();
    template <typename Item, typename Leaves>
    void removeWhere(std::vector<Item>& items, const Leaves& leaves);
    void moveToPlace(const std::set<std::uint32_t>& rows);
    void rebuild();
    void collectVisible();

    Key keyOf(std::uint32_t row) const;
    void rankSources();
    bool before(std::uint32_t a, std::uint32_t b) const;
    void sortAll(std::vector<std::uint32_t>& rows) const;
    std::uint64_t identity(int row) const;
    void changeLayout(const std::function<void()>& reorder);

    // eventgroups.cpp
    void fillGroups();
    void regroup(const std::set<std::uint32_t>& changed, std::vector<std::uint32_t> rows);
    void showGroups(const std::set<std::uint32_t>& changed = {});
    void followAttempts();
    void insertLines(const std::vector<Line>& wanted);
    void tellGroups(const std::set<std::uint32_t>& changed);
    QString groupText(int row, int column) const;
    QString groupToolTip(int row) const;
    QString spokenGroup(int row) const;

    // eventmarks.cpp
    QString noteOf(EventStore::Row row) const;
    std::size_t markedIn(int row) const;
    QString spokenMark(int row) const;
    QVariant markData(int row, int role) const;

    QString text(EventStore::Row row, int column) const;
    QString attemptText(const ErrorEvent& event, EventStore::Row row) const;
    QString attemptToolTip(EventStore::Row row) const;
    QString toolTip(EventStore::Row row, int column) const;
    QVariant look(const QModelIndex& index, int role) const;
    QString spokenTime(int row) const;

    const Monitor& m_monitor;
    mutable EventMatcher m_matcher; ///< remembers what it was asked
    TimeDisplay m_times;
    QString m_timeHeader; ///< as views were told of it
    QFont m_fixed;
    std::vector<std::uint32_t> m_visible;
    std::vector<std::uint32_t> m_earlier;
    std::unique_ptr<RepeatGroups> m_groups; ///< null where repeats are not grouped
    std::vector<Line> m_lines;              ///< the rows where they are
    std::set<std::uint32_t> m_changed;
    std::unordered_map<SourceId, int> m_sourceRanks;
    QTimer m_changeTimer;
    bool m_renumbering = false;
    bool m_lettingGo = false;
    int m_column = Time;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace derouter
