// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/textarena.h"

#include <functional>

namespace derouter {

namespace {

// Of a length seven bits stand in each byte; the highest says that more follow.
constexpr std::size_t lowBits = 0x7f;
constexpr std::size_t moreFollow = 0x80;

} // namespace

TextArena::Text TextArena::add(std::string_view text) {
    if (text.empty())
        return 0;
    const auto at = static_cast<Text>(m_bytes.size());
    std::size_t length = text.size();
    for (; length > lowBits; length >>= 7)
        m_bytes.push_back(static_cast<char>((length & lowBits) | moreFollow));
    m_bytes.push_back(static_cast<char>(length));
    m_bytes.insert(m_bytes.end(), text.begin(), text.end());
    return at;
}

TextArena::Text TextArena::intern(std::string_view text) {
    if (text.empty())
        return 0;
    const std::hash<std::string_view> hash;
    const std::size_t its = hash(text);
    if (const auto known = m_known.find(its, [&](Text at) { return (*this)[at] == text; }))
        return *known;
    const Text at = add(text);
    m_known.add(its, at, [&](Text other) { return hash((*this)[other]); });
    return at;
}

std::string_view TextArena::operator[](Text text) const {
    std::size_t length = 0;
    std::size_t at = text;
    for (int shift = 0;; shift += 7) {
        const auto byte = static_cast<unsigned char>(m_bytes[at++]);
        length |= (byte & lowBits) << shift;
        if ((byte & moreFollow) == 0)
            break;
    }
    return {m_bytes.data() + at, length};
}

} // namespace derouter
