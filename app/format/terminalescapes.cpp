// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/terminalescapes.h"

namespace derouter {

std::string withoutEscapes(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        if (text[i] != '\x1b') {
            plain += text[i];
        } else if (next == '[') { // control sequence, up to its final byte
            i += 2;
            while (i < text.size() && (text[i] < '@' || text[i] > '~'))
                ++i;
        } else if (next == ']') { // operating system command, up to BEL or ESC \.
            i += 2;
            while (i < text.size() && text[i] != '\a' && text[i] != '\x1b')
                ++i;
            i += i < text.size() && text[i] == '\x1b' ? 1 : 0;
        } else {
            ++i;
        }
    }
    return plain;
}

} // namespace derouter
