// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/labelledline.h"

#include "format/texts.h"

#include <algorithm>

namespace derouter {

namespace {

constexpr ByteSet labelBytes("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.");

/// `"POST /v1/messages HTTP/1.1" status:529 bytes:142 ua:"…"`, as `… 529 bytes=142 ua="…"`.
bool writeLabels(std::string_view line, std::string& plain) {
    const std::size_t mark = line.find(" HTTP/");
    const std::size_t close = mark == line.npos ? mark : line.find('"', mark);
    const auto behind = close == line.npos ? std::string_view() : line.substr(close + 1);
    const std::size_t colon = behind.empty() ? 0 : labelBytes.endOfRun(behind, 1);
    const auto label = behind.substr(std::min<std::size_t>(1, behind.size()), colon == 0 ? 0 : colon - 1);
    if (!behind.starts_with(' ') || behind.substr(colon, 1) != ":" || !label.ends_with("status"))
        return false;
    plain = line.substr(0, close + 1);
    plain += ' '; // the status stands by itself
    for (std::size_t at = colon + 1; at < behind.size();) {
        const std::size_t end = labelBytes.endOfRun(behind, at + 1);
        const bool isLabel = behind[at] == ' ' && end > at + 1 && behind.substr(end, 1) == ":";
        if (isLabel)
            plain.append(behind.substr(at, end - at)).append("=");
        const std::size_t next = isLabel ? end + 1 : at;
        const bool quoted = behind.substr(next, 1) == "\"";
        const std::size_t after = std::min(quoted ? closingQuote(behind, next + 1) : next, behind.size());
        at = std::max(after, isLabel ? next : at + 1);
        plain.append(behind.substr(next, at - next));
    }
    return true;
}

} // namespace

bool writePlainLabels(std::string_view line, std::string& plain) {
    plain.clear();
    const bool written = writeLabels(line, plain);
    if (!written)
        plain.clear();
    return written;
}

} // namespace derouter
