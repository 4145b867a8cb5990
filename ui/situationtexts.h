// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "situation.h"

#include <QString>

namespace derouter {

class TimeDisplay;

/// How the failures are called: by attempts where a row of the table is a call, as the numbers are not of
/// calls.
enum class Counted { Failures, Attempts };

/// The sentences of the headline. An age is what has passed since the latest failure; nothing where that says
/// nothing of the present, as in a log that is not followed.
namespace situationtexts {

/// "It is the AI provider’s move: AI provider overloaded".
QString sentence(const Situation& situation, std::optional<Microseconds> age);

/// "84 of 1,377 requests failed (6.1 %)"; no percent where no denominator is known.
QString counts(const Situation& situation, Counted counted);

/// "↗ rising: 12, then 40 in 5 min"; empty without a trend, and where nothing failed in its time.
QString trend(const Situation& situation);

/// "It is the AI provider’s move: %1", with what there is to do or to know in place of the number.
QString moveNow(WhoseMove move);

/// What the guide says in a few words: of a cause that it tells from others of its code, else of the code,
/// else of the type beside it, else whether to retry.
QString shortAdvice(FailureCode code, const guide::Cause& cause);

/// "40 s", "3 min".
QString span(Microseconds span);

/// "3 s ago".
QString age(Microseconds age);

/// "since 09:12:40": for how long the cause of the sentence comes, with its day where that is not the day of
/// the last or long ago; empty where it came but once.
QString since(const Situation& situation, std::optional<Microseconds> age, const TimeDisplay& times);

/// "last 3 s ago", or when the last was, with its code where it is of another cause; empty when no failure
/// has a time.
QString latest(const Situation& situation, std::optional<Microseconds> age, const TimeDisplay& times);

/// "Retry in 2–7 s", "Retry now", or the guide's words where there is nothing to count down to. What the
/// answer itself asked for comes before the guide.
QString retry(const Situation& situation, std::optional<Microseconds> age, const TimeDisplay& times);

} // namespace situationtexts

} // namespace derouter
