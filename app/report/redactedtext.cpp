// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/redactedtext.h"

#include <algorithm>

namespace derouter {

RedactedText& RedactedText::operator+=(const RedactedText& other) {
    const QList<Placeholder> added = other.m_placeholders;
    for (const Placeholder& placeholder : added)
        m_placeholders.append({placeholder.begin + m_text.size(), placeholder.length});
    m_text += QString(other.m_text);
    return *this;
}

RedactedText RedactedText::sliced(qsizetype begin, qsizetype length) const {
    begin = std::clamp<qsizetype>(begin, 0, m_text.size());
    qsizetype end = begin + std::clamp<qsizetype>(length, 0, m_text.size() - begin);
    for (const Placeholder& placeholder : m_placeholders) {
        const qsizetype behind = placeholder.begin + placeholder.length;
        if (placeholder.begin < begin && behind > begin)
            begin = behind;
        if (placeholder.begin < end && behind > end)
            end = placeholder.begin;
    }
    if (end > begin && m_text[end - 1].isHighSurrogate())
        --end;
    RedactedText part(m_text.sliced(begin, std::max<qsizetype>(0, end - begin)), {});
    for (const Placeholder& placeholder : m_placeholders)
        if (placeholder.begin >= begin && placeholder.begin + placeholder.length <= end)
            part.m_placeholders.append({placeholder.begin - begin, placeholder.length});
    return part;
}

QList<RedactedText> RedactedText::lines() const {
    QList<RedactedText> lines;
    qsizetype begin = 0;
    for (qsizetype end = m_text.indexOf(u'\n'); end >= 0; end = m_text.indexOf(u'\n', begin)) {
        lines << sliced(begin, end - begin);
        begin = end + 1;
    }
    lines << sliced(begin, m_text.size() - begin);
    return lines;
}

} // namespace derouter
