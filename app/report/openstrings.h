// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace derouter {

/// Tells where in a text a string in double quotes is open, as in JSON: it ends with its line at the latest.
/// `text` must outlive this.
class OpenStrings {
public:
    explicit OpenStrings(QStringView text)
        : m_text(text) {}

    /// Whether one is open at `index`, which is not before that of the call before: all calls together take
    /// as long as one look at the text.
    bool isOpenAt(qsizetype index) {
        for (; m_at < index; ++m_at) {
            const QChar c = m_text[m_at];
            if (c == u'\\')
                ++m_at;
            else if (c == u'"' || c == u'\n')
                m_open = c == u'"' && !m_open;
        }
        return m_open;
    }

private:
    QStringView m_text;
    qsizetype m_at = 0;
    bool m_open = false;
};

} // namespace derouter
