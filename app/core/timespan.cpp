// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timespan.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace derouter {

using namespace Qt::StringLiterals;

std::optional<Microseconds> timeSpan(const QString& text) {
    static const QRegularExpression span(u"^(\\d{1,6})([smhdw])$"_s);
    const auto match = span.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    constexpr std::pair<char16_t, std::int64_t> units[] = {
        {u's', 1}, {u'm', 60}, {u'h', 3600}, {u'd', 86400}, {u'w', 604800}};
    const auto unit =
        std::ranges::find(units, match.captured(2)[0].unicode(), &std::pair<char16_t, std::int64_t>::first);
    return match.captured(1).toLongLong() * unit->second * microsecondsPerSecond;
}

} // namespace derouter
