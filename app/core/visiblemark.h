// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace derouter {

/// What is shown in place of a character that a terminal or a mail would act on; 0 when it is harmless.
constexpr char16_t visibleMark(char16_t c) {
    if (c < 0x20)
        return c == u'\n' || c == u'\t' ? u'\0' : static_cast<char16_t>(0x2400 + c);
    if (c == 0x7f)
        return u'\u2421';
    if (c == 0x2028 || c == 0x2029)
        return u'\u2424';
    const bool c1 = c >= 0x80 && c < 0xa0;
    const bool turnsText = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    return c1 || turnsText ? u'\u2426' : u'\0';
}

} // namespace derouter
