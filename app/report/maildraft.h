// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/redactedtext.h"

#include <QByteArray>

namespace derouter {

/// A mail to DeRouter's support, as mail programs are given one.
struct MailDraft {
    /// A link that some mail program or desktop does not open may not be longer.
    static constexpr qsizetype longestLink = 1800; ///< bytes

    RedactedText subject; ///< one line
    RedactedText body;    ///< the whole of it
    QByteArray link;      ///< mailto:, with nothing but subject and body (RFC 6068)
    bool isCut = false;   ///< the link holds the beginning of the body only, and says so at its end
};

/// Line breaks in the subject become blanks.
MailDraft mailDraft(const RedactedText& subject, const RedactedText& body);

} // namespace derouter
