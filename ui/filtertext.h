// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "models/eventfilter.h"
#include "timedisplay.h"

#include <QString>

#include <optional>
#include <vector>

/// How a filter is written and how it is shown: `code:529 -model:claude-* /rate.*limit/ too many` are a code,
/// a model that is not wanted, a regular expression, and a text. Values with blanks stand in quotation marks;
/// a code or a move may be several with commas between; a mark is "yes" or "no"; a time is `12:00..12:15`,
/// with its day before it or without, or `15m`, the last so long.
namespace derouter::filtertext {

/// What a time without a day or a zone is taken from.
struct Context {
    TimeDisplay times = TimeDisplay();
    std::optional<Microseconds> reference = {}; ///< a time on the day that is meant
};

/// "15m": of seconds, minutes, hours or days, at most 100,000 of them; nothing for another text.
std::optional<Microseconds> lengthOf(const QString& text);
/// "15 min", of such a text.
QString lengthText(const QString& length);

/// "code", as it is typed in every language.
QString key(FilterField field);
std::optional<FilterField> fieldOf(const QString& key);
/// "Code", in the language of the program.
QString name(FilterField field);

/// The terms a text is made of; else one sentence that says what is wrong.
Result<std::vector<FilterTerm>> parse(const QString& text, const Context& context);
/// Whether it is one text without any of the signs above, so that it can be searched for while it is typed.
bool isPlain(const QString& text);
/// What `parse()` makes the term of, in UTC.
QString written(const FilterTerm& term);

/// The value as people read it, on one line and without secrets: "AI provider overloaded", "12:00 – 12:15".
QString value(const FilterTerm& term, const TimeDisplay& times);
/// "Code 529", "not Model claude-haiku-4-5".
QString label(const FilterTerm& term, const TimeDisplay& times);
/// All of them as one sentence: "Code is 529 or 503, and Model is not claude-haiku-4-5".
QString sentence(const std::vector<FilterTerm>& terms, const TimeDisplay& times);

} // namespace derouter::filtertext
