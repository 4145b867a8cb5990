// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/maildraft.h"
#include "report/redactedtext.h"
#include "report/ticketfailure.h"

#include <QTimeZone>

#include <vector>

namespace derouter {

enum class TicketFormat { Text, Markdown, Mail };

struct TicketOptions {
    TicketFormat format = TicketFormat::Text;
    QTimeZone zone;          ///< of the local times; invalid: UTC
    bool withNotes = false;  ///< the user's own: only when he says so
    bool hidePersons = true; ///< addresses, users and the owners of folders too: Redactor::Options::persons
};

/// As many failures are told in full; of all the id, the time and the code.
inline constexpr std::size_t mostInFull = 20;

/// What DeRouter's support needs of these failures: request-id, time, code, type, message, model, endpoint,
/// streaming, attempts, program. What the log does not state is said to be not in the log.
///
/// In Markdown every text of the log is code, so that it is neither markup nor a link. As Mail the text has
/// address and subject before it.
RedactedText ticketText(const std::vector<TicketFailure>& failures, const TicketOptions& options);

/// The same as a mail to support that is not sent yet.
MailDraft ticketMail(const std::vector<TicketFailure>& failures, const TicketOptions& options);

} // namespace derouter
