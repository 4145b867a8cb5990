// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/redactor.h"
#include "report/ticketfailure.h"

#include <QList>
#include <QTimeZone>

namespace derouter {

/// One line of a ticket. The name is ours.
struct TicketFact {
    QString name;
    RedactedText value;    ///< empty where the lines below say it all
    bool isLogged = false; ///< the value is the log's, not ours
    QList<RedactedText> lines{};
};

/// What a ticket says of one failure, in its order; the message last. `withNote`: the user's note too.
QList<TicketFact> ticketFacts(const TicketFailure& failure, const Redactor& redactor, const QTimeZone& zone,
                              bool withNote = false);

/// "req_…, 2026-11-23T12:00:05.000Z, 529 overloaded_error".
RedactedText inShort(const TicketFailure& failure, const Redactor& redactor);

/// "529 overloaded_error"; without a type the code alone.
RedactedText codeAndType(const TicketFailure& failure, const Redactor& redactor);

} // namespace derouter
