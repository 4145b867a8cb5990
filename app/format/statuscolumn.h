// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace derouter {

/// Where the lines of a log state the status, seen from the quoted request.
enum class StatusPlace : std::uint8_t { Behind, Before, Nowhere };

/// Whether a status is one that APIs and the proxies before them answer with; a process may have any number.
bool isUsualStatus(int status);

/// A word beside a request, as far as it may be its status.
struct AccessNumber {
    enum class Kind : std::uint8_t {
        Word,   ///< no number
        Other,  ///< a number that is no status, such as one of bytes
        Absent, ///< what servers write for a status that was never sent, or for no bytes: `-`, `0`, `000`,
                ///< `-1`
        Status, ///< as far as its digits tell: no server answers with 142 or 250
    };

    Kind kind = Kind::Word;
    int status = 0; ///< of Kind::Status

    /// `529`; of `200/529` the last one, where both may be.
    static AccessNumber of(std::string_view word);
};

/// A quoted request in a line, and what stands beside it.
struct AccessRequest {
    std::size_t quote = 0; ///< of the opening quotation mark
    std::string_view text; ///< "POST /v1/messages HTTP/1.1"
    AccessNumber before;
    AccessNumber behind;
    std::size_t behindEnd = 0; ///< in the line
    bool bytesFollow = false;  ///< a second number, or `-`, stands behind that one
};

/// Judges by all lines of a source so far which number beside the request is the status.
///
/// Mostly it is the one behind it; but that may be a count of bytes, which is three digits long in some lines
/// only, and the status may stand before the request. A column that holds other numbers than statuses is
/// none, except for strays: one line in eight is allowed to be of another kind.
class StatusColumn {
public:
    /// Counts a line.
    void see(const AccessRequest& request);
    /// Counts lines of the common layout: a word before the request, status and bytes behind it.
    void seeCommon(std::uint64_t lines) {
        for (; lines > 0; --lines) {
            m_behind[1].countStatus();
            m_before[1].countOther();
        }
    }
    /// Counts a line in which a known layout has the status behind the request.
    void confirm(const AccessRequest& request);

    StatusPlace place(const AccessRequest& request) const;
    /// Whether a word that stands for "no status" in that place means that nothing was answered: in a column
    /// of statuses.
    bool holdsStatuses(const AccessRequest& request) const;

    /// Too few lines were seen to be certain.
    bool isGuess() const { return m_linesToSee > 0; }
    /// Whether any line was seen.
    bool isUsed() const { return m_linesToSee < linesToSee; }
    /// What has been seen has to do.
    void settle() { m_linesToSee = 0; }

private:
    struct Column {
        int statuses = 0;
        int others = 0;
        bool fits() const { return statuses > 8 * others; }
        void countStatus() { bound(++statuses); }
        void countOther() { bound(++others); }
        void count(const AccessNumber& number);

    private:
        /// A log may change its layout: what was counted long ago weighs less.
        void bound(int counter) {
            constexpr int enough = 1024;
            if (counter < enough)
                return;
            statuses /= 2;
            others /= 2;
        }
    };

    std::array<Column, 2> m_behind; ///< of lines in which no number follows, and of those in which one does
    std::array<Column, 2> m_before;
    static constexpr int linesToSee = 64;
    int m_linesToSee = linesToSee;
};

} // namespace derouter
