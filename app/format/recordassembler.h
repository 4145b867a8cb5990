// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/answerlines.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace derouter {

/// Joins the lines of one free-text record: an inspected object or a stack below its head, a traceback with
/// what was raised, a chain of them. JSON lines and access lines are records of their own and do not come
/// here.
class RecordAssembler {
public:
    bool isOpen() const { return m_lines > 0; }
    /// Whether `line` goes on the open record. `beginsRecord`: the line begins with a stamp or is a record of
    /// another kind.
    bool continues(std::string_view line, bool beginsRecord) const;
    /// Whether the open record's words end as those do that an error body follows: with a status, a colon, a
    /// fence.
    bool leadsToBody() const;
    /// Whether a fence of Markdown's stands open below such words.
    bool isFenced() const { return m_fenced; }
    /// Whether `line` names what a program that writes the open record's first line threw, as Java and .NET
    /// print it below. The caller knows whether that line has a stamp.
    bool mayThrow(std::string_view line) const;
    bool hasJavasLevel() const;
    /// Says where the next record begins; without effect while one is open.
    void begin(std::uint64_t line, std::uint64_t offset);
    /// `bytes`: of the line in its source, wrappers and terminator included.
    void add(std::string_view line, std::uint64_t bytes);
    void clear();

    std::string_view text() const { return m_text; } ///< lines joined by LF
    std::uint64_t firstLine() const { return m_firstLine; }
    std::uint64_t offset() const { return m_offset; }
    std::uint64_t bytes() const { return m_bytes; }
    std::uint64_t lines() const { return m_lines; }

private:
    bool answersToLogged(std::string_view line) const;
    bool goesOnBlank() const;
    bool goesOnBehindBlank(std::string_view line, bool beginsRecord) const;
    bool goesOnAnswer(std::string_view line) const;
    bool goesOnStack(std::string_view line) const;
    bool goesOnBrokenBody(std::string_view line) const;
    bool goesOnBox(std::string_view line, bool beginsRecord) const;
    bool mayRaise() const;
    bool isRaisedBelowBox(std::string_view line) const;
    bool addOfBox(std::string_view line);
    void noteBraces(std::string_view line);
    void noteAnswer(std::string_view line);
    std::string_view lastLine() const;

    enum class Traceback : std::uint8_t { None, Frames, Raised, Linked };
    /// rich draws one around a traceback; what was raised stands below, broken at the terminal's width.
    enum class Box : std::uint8_t { None, Open, Closed };

    std::string m_text;
    std::uint64_t m_firstLine = 0;
    std::uint64_t m_offset = 0;
    std::uint64_t m_bytes = 0;
    std::uint64_t m_lines = 0;
    Traceback m_traceback = Traceback::None;
    Box m_box = Box::None;
    bool m_fenced = false;    ///< Markdown's fence is open
    bool m_printed = false;   ///< PHP's print_r has opened its outermost bracket
    bool m_page = false;      ///< inside a page of HTML
    bool m_pageEnded = false; ///< right behind one
    bool m_address = false;   ///< the last line with words was LangChain's troubleshooting address
    AnswerLine::Part m_answer = AnswerLine::Part::None; ///< of an answer that the last line with words told
    bool m_below = false;                               ///< what it names stands below it
    std::ptrdiff_t m_openBraces = 0; ///< of an error's body that its first line leaves open
    unsigned m_answerParts = 0;      ///< a bit for each part that was told
};

/// Whether a line begins with the qualified name of what was thrown, as Java and .NET print it:
/// `java.io.IOException: …`.
bool isThrown(std::string_view line);

} // namespace derouter
