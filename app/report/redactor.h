// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <string_view>
#include <utility>

namespace derouter {

/// Text that may leave the program: no key, token, cookie, password or prompt in it. Only a Redactor makes
/// one.
class RedactedText {
public:
    const QString& text() const { return m_text; }
    QByteArray utf8() const { return m_text.toUtf8(); }
    /// How many secrets were replaced.
    int replaced() const { return m_replaced; }

private:
    friend class Redactor;
    RedactedText(QString text, int replaced)
        : m_text(std::move(text))
        , m_replaced(replaced) {}
    QString m_text;
    int m_replaced = 0;
};

/// The one gate through which text from a log leaves: clipboard, ticket, reports, exports, notifications, and
/// the raw record on the screen.
///
/// Replaces API keys (`sk-…`), bearer and basic credentials, cookies, secrets in URL queries, e-mail
/// addresses, and the values of prompt-carrying JSON members (messages, prompt, input, content, system, tools
/// …) by a named placeholder. Request-ids, statuses, times and models stay. Bytes that are no UTF-8 are
/// read as `decodedText()` does. Stateless; any thread.
class Redactor {
public:
    RedactedText redact(QStringView text) const;
    RedactedText redact(std::string_view utf8) const;
};

} // namespace derouter
