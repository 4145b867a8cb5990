// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/redactedtext.h"

#include <QString>
#include <QStringList>
#include <QStringView>

#include <string_view>

namespace derouter {

/// The one gate through which text from a log leaves: clipboard, ticket, reports, exports, notifications, and
/// the raw record on the screen.
///
/// Replaces API keys (`sk-…`), bearer and basic credentials, cookies, secrets in URL queries, e-mail
/// addresses, and the values of prompt-carrying JSON members (messages, prompt, input, content, system, tools
/// …) by a named placeholder, however they are escaped, in base64 too, and where a terminal or a collector
/// has spread a key over lines. Request-ids, statuses, times and models stay. Bytes that are no UTF-8 are
/// read as `decodedText()` does. Stateless; any thread.
class Redactor {
public:
    struct Options {
        /// Hides addresses of the network, the owners of home folders and the names of users too.
        bool persons = false;
        /// Tells in a placeholder which secret it stands for, as the same short tag wherever that stands
        /// until the program ends ("[API key #5f1c hidden]"), and of a prompt how long it was.
        bool tags = false;
    };

    Redactor() = default;
    explicit Redactor(Options options)
        : m_options(options) {}

    RedactedText redact(QStringView text) const;
    RedactedText redact(std::string_view utf8) const;

    /// One text in parts, each as it is redacted in the whole: a secret that goes over several is hidden in
    /// each.
    QList<RedactedText> redactParts(const QStringList& parts) const;

    /// The program's own words, which are left as they are. Never give it anything that comes from a log.
    static RedactedText ownWords(const QString& text) { return {text, {}}; }

private:
    Options m_options;
};

} // namespace derouter
