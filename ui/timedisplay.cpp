// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timedisplay.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

QString offsetText(int seconds) {
    const int minutes = std::abs(seconds) / 60;
    return QString(QChar(seconds < 0 ? u'\u2212' : u'+')) +
           u"%1:%2"_s.arg(minutes / 60, 2, 10, QChar(u'0')).arg(minutes % 60, 2, 10, QChar(u'0'));
}

} // namespace

QDateTime TimeDisplay::at(Microseconds time) const {
    return QDateTime::fromMSecsSinceEpoch(floorDivide(time, 1000), m_zone);
}

bool TimeDisplay::sameDay(Microseconds a, Microseconds b) const {
    return at(a).date() == at(b).date();
}

QString TimeDisplay::zoneName(Microseconds time) const {
    const int offset = at(time).offsetFromUtc();
    return m_zone == QTimeZone::utc() || offset == 0 ? u"UTC"_s : u"UTC"_s + offsetText(offset);
}

QString TimeDisplay::zoneNames(Microseconds from, Microseconds to) const {
    const QString first = zoneName(from);
    const QString last = zoneName(to);
    return first == last ? last : tr("%1, later %2", "zones").arg(first, last);
}

QString TimeDisplay::cell(Microseconds time) const {
    return at(time).toString(m_withDate ? u"yyyy-MM-dd HH:mm:ss.zzz"_s : u"HH:mm:ss.zzz"_s);
}

QString TimeDisplay::full(Microseconds time) const {
    const QDateTime moment = at(time);
    return moment.toString(u"yyyy-MM-dd HH:mm:ss.zzz "_s) + offsetText(moment.offsetFromUtc());
}

QString TimeDisplay::range(Microseconds from, Microseconds to) const {
    const QDateTime first = at(from);
    const QDateTime last = at(to);
    const bool seconds = first.time().second() != 0 || last.time().second() != 0;
    const QString clock = seconds ? u"HH:mm:ss"_s : u"HH:mm"_s;
    const QString dated = u"yyyy-MM-dd "_s + clock;
    if (first.date() == last.date())
        return tr("%1 – %2").arg(first.toString(m_withDate ? dated : clock), last.toString(clock));
    return tr("%1 – %2").arg(first.toString(dated), last.toString(dated));
}

} // namespace derouter
