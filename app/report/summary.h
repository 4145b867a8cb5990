// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/reportscope.h"

#include <QString>

#include <vector>

namespace derouter {

// Our own words are left as they are ("Send the header Authorization: …"); what comes from a log is redacted.

/// One cause in a log, as the reports for people show it.
struct CauseSummary {
    FailureCode code;
    QString codeText; ///< "529", "no response", "in a stream"
    QString name;
    QString move;
    QString what;
    QString advice; ///< what to do
    QString retry;
    bool inGuide = true;
    std::uint64_t failures = 0;
    std::optional<Microseconds> last;
    QString lastRequestId; ///< of the latest failure that has one
};

/// The causes of the failures, the most frequent first.
std::vector<CauseSummary> summarize(const ReportScope& scope);

/// "Only failures that the filter shows: Code is 529."; empty where all are told of.
QString conditionSentence(const ReportScope& scope);

/// "249 failures in 932 requests (26.7 %), from 2026-11-23 03:32:40 to 03:46:21 UTC."
QString headline(const Totals& totals);

/// "access.log: nginx-json, 997 lines", with what went wrong.
QString sourceSentence(const SourceInfo& info);

/// "You 99 · DeRouter 35 · AI provider 108 · Not known 7".
QString movesSentence(const Totals& totals);

} // namespace derouter
