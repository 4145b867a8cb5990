// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace derouter {

class RecordBuilder;

/// The first line of what Python prints of an exception, without its margin.
inline constexpr std::string_view tracebackMark = "Traceback (most recent call last)";

/// Above the causes of an error that Rust's anyhow prints, which are indented.
inline constexpr std::string_view headOfCauses = "Caused by:";

/// Whether a line begins what Python prints of an exception, or of a group of them.
bool beginsTraceback(std::string_view line);

/// Whether a line leads from one traceback of a chain to the next.
bool linksTracebacks(std::string_view line);

/// Whether a line is a frame of what Ruby prints: `/app/lib/llm.rb:42:in `call'`, `'Llm#call'` since 3.4.
bool isRubyFrame(std::string_view line);

/// Whether a log's line tells of a request that went well: a traceback below it is of another one.
bool tellsOfSuccessfulRequest(std::string_view line);

/// Whether a line goes on with a traceback as loguru prints it: an empty line stands behind its head, and
/// another before what was raised.
bool partsFrames(std::string_view text, std::string_view line);

/// Reads what was raised: the last line of each Python traceback, what Java and .NET print below a line of
/// the log, and its causes. Where lines stand `apart` any that is not indented may tell. True when one states
/// how a request ended.
bool mineTracebacks(std::string_view record, bool apart, RecordBuilder& builder);

} // namespace derouter
