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
    const int last = at(to).offsetFromUtc();
    return at(from).offsetFromUtc() == last ? zoneName(to) : zoneName(from) + u'/' + offsetText(last);
}

bool TimeDisplay::isRepeated(Microseconds time) const {
    constexpr Microseconds around = 3 * 60 * microsecondsPerMinute; // clocks are set by less
    if (!m_zone.hasTransitions())
        return false;
    const int own = at(time).offsetFromUtc();
    for (const Microseconds other : {time - around, time + around})
        if (const int offset = at(other).offsetFromUtc(); offset != own) {
            const Microseconds same = time + (own - offset) * microsecondsPerSecond;
            if (at(same).offsetFromUtc() == offset)
                return true;
        }
    return false;
}

QString TimeDisplay::cell(Microseconds time) const {
    const QDateTime moment = at(time);
    const QString shown = moment.toString(m_withDate ? u"yyyy-MM-dd HH:mm:ss.zzz"_s : u"HH:mm:ss.zzz"_s);
    return isRepeated(time) ? shown + u' ' + offsetText(moment.offsetFromUtc()) : shown;
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
    const bool oneDay = first.date() == last.date();
    const bool offsets =
        isRepeated(from) || isRepeated(to) || (oneDay && first.offsetFromUtc() != last.offsetFromUtc());
    const auto text = [&](const QDateTime& moment, const QString& format) {
        const QString shown = moment.toString(format);
        return offsets ? shown + u' ' + offsetText(moment.offsetFromUtc()) : shown;
    };
    return tr("%1 – %2").arg(text(first, oneDay && !m_withDate ? clock : dated),
                             text(last, oneDay ? clock : dated));
}

} // namespace derouter
