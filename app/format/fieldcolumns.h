// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/accessfields.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace derouter {

class RecordBuilder;

/// Reads access lines of home-made layouts by their columns: of the fields beside the request the one that
/// holds statuses in nearly all lines of the same layout is the status.
///
/// A size, a duration or a port may look like a status in one line, not in all. Where two columns hold
/// statuses, such as a proxy's and that of the server behind it, the first one behind the request counts,
/// else the first of the line. While few lines were seen and two of them contradict each other, none does.
/// Of rows that name a request by its id alone a failing status is none for standing in one row.
class FieldColumns {
public:
    /// Counts a line, and reads it. Also true where the status is not known yet; false, with nothing of use
    /// in the builder, when the line is no such line.
    bool read(std::string_view line, RecordBuilder& builder);
    /// Reads a line that was counted.
    bool readAgain(std::string_view line, RecordBuilder& builder);

    /// Whether later lines may show another column to be the status of the line that was counted last.
    bool isGuess() const { return m_guessed; }
    /// Whether no layout's status is a guess.
    bool isSettled() const;
    /// What has been seen has to do.
    void settle();

private:
    /// The fields on both sides of the method.
    static constexpr std::size_t reach = 32;
    static constexpr std::size_t mostLayouts = 16;
    static constexpr int linesToSee = 64;

    struct Column {
        int statuses = 0;
        int others = 0;
        int ids = 0; ///< DeRouter's request-ids
        bool fits() const { return statuses > 8 * others; }
        void bound();
    };

    struct Layout {
        std::string_view delimiter;
        std::size_t method = 0;
        std::size_t target = 0;
        bool byId = false;
        int linesToSee = FieldColumns::linesToSee;
        std::array<Column, 2 * reach> columns;

        bool isOf(const AccessFields& line) const;
        std::size_t columnOf(const AccessFields& line, std::size_t field) const;
        void see(const AccessFields& line);
        std::optional<std::size_t> status(const AccessFields& line) const;
        bool showsNoStatus(const AccessFields& line) const;

    private:
        bool contradicts(const AccessFields& line, std::size_t one, std::size_t other) const;
        bool isLikely(const AccessFields& line, std::size_t field) const;
        bool mayHold(const AccessFields& line, std::size_t field) const;
    };

    Layout* layoutOf(const AccessFields& line);
    static bool takeRow(const AccessFields& line, const Layout& layout, RecordBuilder& builder);
    static bool take(const AccessFields& line, const Layout& layout, RecordBuilder& builder);

    std::vector<Layout> m_layouts;
    bool m_guessed = false;
};

} // namespace derouter
