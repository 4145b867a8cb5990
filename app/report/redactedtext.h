// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace derouter {

/// Text that may leave the program: no key, token, cookie, password or prompt in it. Only a Redactor makes
/// one; what is made of several, or is a part of one, is one too.
class RedactedText {
public:
    /// Where a placeholder stands in the text.
    struct Placeholder {
        qsizetype begin = 0;
        qsizetype length = 0;
        friend bool operator==(const Placeholder&, const Placeholder&) = default;
    };

    RedactedText() = default;

    const QString& text() const { return m_text; }
    QByteArray utf8() const { return m_text.toUtf8(); }
    bool isEmpty() const { return m_text.isEmpty(); }
    qsizetype size() const { return m_text.size(); }
    /// In the order of the text.
    const QList<Placeholder>& placeholders() const { return m_placeholders; }
    /// How many secrets were replaced.
    int replaced() const { return static_cast<int>(m_placeholders.size()); }

    RedactedText& operator+=(const RedactedText& other);
    friend RedactedText operator+(RedactedText left, const RedactedText& right) { return left += right; }

    /// A part of the text. A placeholder that begins or ends outside of it is left out whole.
    RedactedText sliced(qsizetype begin, qsizetype length) const;
    RedactedText first(qsizetype length) const { return sliced(0, length); }
    QList<RedactedText> lines() const;

private:
    friend class Redactor;
    RedactedText(QString text, QList<Placeholder> placeholders)
        : m_text(std::move(text))
        , m_placeholders(std::move(placeholders)) {}

    QString m_text;
    QList<Placeholder> m_placeholders;
};

} // namespace derouter
