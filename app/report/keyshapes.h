// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace derouter {

/// The shape of a key that gives itself away wherever it stands.
struct KeyShape {
    std::u16string_view prefix;
    int least;       ///< characters that must follow the prefix
    bool atWordOnly; ///< only where a word begins
};

// A key in base64 looks different by its place in the group of three bytes: the last three rows.
inline constexpr KeyShape keyShapes[] = {
    {u"sk-ant-", 1, false},
    {u"sk-proj-", 8, false},
    {u"sk-svcacct-", 8, false},
    {u"sk-admin-", 8, false},
    {u"sk-or-", 8, false},
    {u"sk-", 8, true},
    {u"sk_live_", 8, true},
    {u"sk_test_", 8, true},
    {u"rk_live_", 8, true},
    {u"rk_test_", 8, true},
    {u"whsec_", 16, true},
    {u"AKIA", 16, true},
    {u"ASIA", 16, true},
    {u"AIza", 30, true},
    {u"ya29.", 16, true},
    {u"GOCSPX-", 16, true},
    {u"ghp_", 20, true},
    {u"gho_", 20, true},
    {u"ghs_", 20, true},
    {u"ghu_", 20, true},
    {u"ghr_", 20, true},
    {u"github_pat_", 20, true},
    {u"glpat-", 12, true},
    {u"xoxb-", 10, true},
    {u"xoxp-", 10, true},
    {u"xoxa-", 10, true},
    {u"xoxs-", 10, true},
    {u"xoxe-", 10, true},
    {u"xoxe.", 10, true},
    {u"xapp-", 10, true},
    {u"hooks.slack.com/services/", 8, true},
    {u"hf_", 20, true},
    {u"gsk_", 20, true},
    {u"xai-", 20, true},
    {u"pplx-", 20, true},
    {u"nvapi-", 20, true},
    {u"r8_", 30, true},
    {u"npm_", 30, true},
    {u"pypi-", 30, true},
    {u"dckr_pat_", 16, true},
    {u"hvs.", 20, true},
    {u"SG.", 20, true},
    {u"AGE-SECRET-KEY-1", 16, true},
    {u"c2stYW50L", 8, false},
    {u"NrLWFudC", 8, false},
    {u"zay1hbnQt", 8, false},
};

inline constexpr std::size_t ascii = 128;

/// Of each pair of characters, whether a shape begins with it.
inline constexpr auto keyBeginnings = [] {
    std::array<std::array<bool, ascii>, ascii> pairs{};
    for (const KeyShape& shape : keyShapes)
        pairs[shape.prefix[0]][shape.prefix[1]] = true;
    return pairs;
}();

/// Whether a key of a known shape may begin with these two.
constexpr bool mayBeginKey(char16_t first, char16_t second) {
    return first < ascii && second < ascii && keyBeginnings[first][second];
}

} // namespace derouter
