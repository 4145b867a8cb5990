// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sourcespec.h"
#include "monitor/failurekey.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

namespace derouter {

class Monitor;

/// A failure that the user marked, as it is kept between two runs of the program.
struct Mark {
    FailureKey key;
    QString note; ///< the user's own words, on one line; may hold secrets. Empty: none

    friend bool operator==(const Mark&, const Mark&) = default;
};

/// The user's marks and notes on the failures of a Monitor.
///
/// A mark is found again by its FailureKey: when its source is read again, its rows get new numbers, or
/// another record tells the failure's request-id. A mark whose failure is not there waits for it. Marks of
/// failures that are not there make room when there are too many.
///
/// Belongs to the thread of the Monitor, whose `eventChanged()` tells of rows that were marked too.
class Marks final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Marks)

public:
    using Row = EventStore::Row;

    static constexpr std::size_t most = 5000;
    static constexpr qsizetype longestNote = 500; ///< in QChar; what is longer is cut

    explicit Marks(const Monitor& monitor);

    bool isMarked(Row row) const { return m_marked.contains(row); }
    /// Whether some attempt of the row's call is.
    bool isCallMarked(Row row) const;
    /// The marked failures that are kept.
    const std::set<Row>& rows() const { return m_marked; }
    /// Empty where there is none.
    QString note(Row row) const;

    /// How many of the rows are marked now: all of them, unless there would be too many.
    std::size_t mark(const std::vector<Row>& rows);
    /// What was noted comes back when the row is marked again in this run.
    void unmark(const std::vector<Row>& rows);
    /// Marks the rows too; an empty text takes the notes away and leaves the marks. Gives what `mark()` does.
    std::size_t setNote(const std::vector<Row>& rows, const QString& text);

    /// All marks, the oldest first, those whose failures are not there too.
    std::vector<Mark> all() const;
    /// Those of an earlier run, beside what is marked already.
    void restore(const std::vector<Mark>& marks);

Q_SIGNALS:
    /// Something was marked, noted, or no longer.
    void changed();
    /// The row, or its call's, looks different now.
    void rowChanged(qsizetype row);

private:
    using Number = std::uint32_t; ///< of a mark; later ones have greater numbers

    struct Entry {
        Mark mark;
        std::optional<Row> row{};
        bool isOn = true; ///< false: taken off, and only the note is remembered
    };

    void takeRows(qsizetype first, qsizetype count);
    void takeChange(qsizetype row);
    void letGo(qsizetype firstKept);
    void findAll();
    void find(Row row);
    std::optional<Number> waitingFor(Row row) const;
    Entry* entryOf(Row row);
    bool markOne(Row row);
    bool isKnown(const FailureKey& key) const;
    bool makeRoom();
    Number add(Mark mark);
    void remove(Number number);
    void bind(Number number, Row row);
    void tell(Row row);

    const Monitor& m_monitor;
    std::map<Number, Entry> m_entries;
    QHash<QByteArray, Number> m_byId;
    std::unordered_multimap<std::uint64_t, Number> m_byOffset; ///< of those without an id
    std::map<Row, Number> m_byRow;
    std::set<Row> m_marked;
    Number m_next = 0;
};

} // namespace derouter
