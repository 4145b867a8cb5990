// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterwords.h"

#include "filtertext.h"

#include <algorithm>

namespace derouter::filtertext {

namespace {

/// Reads a text word by word.
class Reader {
public:
    explicit Reader(const QString& text)
        : m_text(text) {}

    /// Nothing at the end.
    std::optional<Word> next() {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
        if (m_at == m_text.size())
            return std::nullopt;
        Word word;
        const bool mark = m_text[m_at] == u'-' || m_text[m_at] == u'¬';
        if (mark && m_at + 1 < m_text.size() && !m_text[m_at + 1].isSpace()) {
            word.exclude = true;
            ++m_at;
        }
        takeField(word);
        if (m_at < m_text.size() && m_text[m_at] == u'"')
            takeQuoted(word);
        else if (!word.field && m_at < m_text.size() && m_text[m_at] == u'/')
            takeExpression(word);
        else
            takePlain(word);
        return word;
    }

private:
    void takeField(Word& word) {
        const qsizetype colon = m_text.indexOf(u':', m_at);
        if (colon < 0)
            return;
        word.field = fieldOf(m_text.mid(m_at, colon - m_at));
        if (word.field)
            m_at = colon + 1;
    }
    void takeQuoted(Word& word) {
        word.quoted = true;
        for (++m_at; m_at < m_text.size() && m_text[m_at] != u'"'; ++m_at) {
            if (m_text[m_at] == u'\\' && m_at + 1 < m_text.size())
                ++m_at;
            word.text += m_text[m_at];
        }
        m_at = std::min(m_at + 1, m_text.size());
        while (m_at < m_text.size() && (m_text[m_at] == u',' || m_text[m_at] == u';'))
            ++m_at; // of where it was copied from
    }
    /// Up to the next slash that ends a word: `/v1/messages` is a path, `/rate.*limit/` an expression.
    void takeExpression(Word& word) {
        for (qsizetype end = m_text.indexOf(u'/', m_at + 1); end > 0; end = m_text.indexOf(u'/', end + 1)) {
            if (m_text[end - 1] == u'\\' || (end + 1 < m_text.size() && !m_text[end + 1].isSpace()))
                continue;
            if (end == m_at + 1)
                break;
            word.field = FilterField::Expression;
            word.text = m_text.mid(m_at + 1, end - m_at - 1);
            m_at = end + 1;
            return;
        }
        takePlain(word);
    }
    void takePlain(Word& word) {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && !m_text[m_at].isSpace())
            ++m_at;
        word.text = m_text.mid(begin, m_at - begin);
    }

    QString m_text;
    qsizetype m_at = 0;
};

} // namespace

std::vector<Word> wordsOf(const QString& text) {
    std::vector<Word> words;
    Reader reader(text);
    while (auto word = reader.next())
        words.push_back(std::move(*word));
    return words;
}

} // namespace derouter::filtertext
