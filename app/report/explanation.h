// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errorevent.h"
#include "report/redactedtext.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace derouter {

/// What a pasted text says, for people and in the program's language. Redacted.
struct Explained {
    struct Fact {
        QString name;
        RedactedText value;
        bool isInTitle = false; ///< the title tells it already
    };
    struct Failure {
        WhoseMove move = WhoseMove::Unknown;
        QString title;           ///< "529 AI provider overloaded"
        RedactedText requestId;  ///< DeRouter's; empty when the text shows none
        std::vector<Fact> facts; ///< all of it: code, cause, whose move, what to do, the request-id …
    };

    std::vector<Failure> failures;
    QString more;       ///< a sentence on failures that are not among them; empty when there are none
    RedactedText facts; ///< without failures: a sentence on what the text states instead; empty for nothing
    bool isLog = false; ///< it tells of more than one request

    /// The facts of each failure, one a line.
    RedactedText text() const;
    /// What to say where there are no failures.
    static QString notRecognised();
};

Explained explainText(const QByteArray& pasted);

namespace guide {
struct Cause;
}

/// What to do: the guide's words, and that an answer which says how long to wait comes first.
QString fixWords(const guide::Cause& cause, const RetryAfter& asked, const QString& guided);
/// Whether to retry, and when: as the answer asks, else in the guide's words. `moment`: what it asks for as a
/// time, where it does.
QString retryWords(const guide::Cause& cause, const RetryAfter& asked, const QString& guided,
                   const QString& moment);

} // namespace derouter
