// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/shownname.h"

#include "core/visiblemark.h"

#include <QList>

#include <algorithm>

namespace derouter {

namespace {

constexpr qsizetype longest = 250;

/// Of a line break too, and of everything that is not seen.
char16_t markFor(char32_t c) {
    if (c < 0x20)
        return static_cast<char16_t>(0x2400 + c);
    const auto mark = c < 0x10000 ? visibleMark(static_cast<char16_t>(c)) : u'\0';
    return mark == 0 && QChar::category(c) == QChar::Other_Format ? u'\u2426' : mark;
}

} // namespace

QString shownName(const QString& name) {
    QString shown;
    for (const char32_t c : QStringView(name).first(std::min(name.size(), longest)).toUcs4()) {
        if (const char16_t mark = markFor(c))
            shown += QChar(mark);
        else
            shown += QStringView(QChar::fromUcs4(c));
    }
    return name.size() > longest ? shown + u'\u2026' : shown;
}

} // namespace derouter
