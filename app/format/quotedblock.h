// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace derouter {

/// Whether a line opens or closes Markdown's fence: three backticks, at most an info string behind them.
bool isFence(std::string_view line);

/// Lines that quote as a block, whatever stands in them: a hunk of a unified diff, which says how many lines
/// it has; what stands in Markdown's fence; the difference of two values that Jest, Vitest and Node's assert
/// print; what a test wrote, under the head that Vitest and Jest give it; what a commit says, as git prints
/// it; what a model says in Claude Code's terminal.
class QuotedBlock {
public:
    /// Whether the line begins a block. Cheap for others.
    static bool begins(std::string_view line);

    bool isOpen() const { return m_kind != Kind::None; }
    void open(std::string_view line);
    /// Whether the line, which is the next one, is of the open block; closes the block at its end.
    bool takes(std::string_view line);
    void close() { m_kind = Kind::None; }

private:
    enum class Kind : std::uint8_t {
        None,
        Hunk,
        Fence,
        Difference,
        TestOutput,
        TestConsole,
        Commit,
        AgentsSpeech
    };

    static Kind kindOf(std::string_view line);
    bool takesOfHunk(std::string_view line);
    bool takesOfDifference(std::string_view line);

    Kind m_kind = Kind::None;
    int m_old = 0; ///< lines that the hunk has still of the old text
    int m_new = 0;
    int m_lines = 0;
    bool m_inside = false; ///< the difference itself has begun
};

} // namespace derouter
