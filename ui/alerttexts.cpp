// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerttexts.h"

#include "core/shownnumber.h"
#include "logtext.h"
#include "situationtexts.h"
#include "timedisplay.h"

#include <QCoreApplication>

namespace derouter::alerttexts {

namespace {

struct Alerts {
    Q_DECLARE_TR_FUNCTIONS(derouter::Alerts)
};

using Rule = Alert::Rule;
using State = Alert::State;

/// For less the span says nothing.
constexpr Microseconds shortestSpan = 2 * microsecondsPerSecond;

QString failures(const Alert& alert) {
    const QString count = Alerts::tr("%n failure(s)", nullptr, static_cast<int>(alert.count));
    return alert.lasted < shortestSpan ? count
                                       : Alerts::tr("%1 in %2", "failures, and in what time")
                                             .arg(count, situationtexts::span(alert.lasted));
}

QString perMinute(const Alert& alert) {
    return Alerts::tr("%1 failures in one minute").arg(shownNumber(alert.count));
}

QString silence(const Alert& alert) {
    return alert.count == 1 ? Alerts::tr("It used to write regularly and no longer does")
                            : Alerts::tr("%n log(s) used to write regularly and no longer do", nullptr,
                                         static_cast<int>(alert.count));
}

QString counted(const Alert& alert) {
    return alert.rule == Rule::Rate      ? perMinute(alert)
           : alert.rule == Rule::Silence ? silence(alert)
                                         : failures(alert);
}

QString nameOf(const Alert& alert) {
    if (alert.rule == Rule::Rate)
        return Alerts::tr("Many failures");
    if (alert.rule == Rule::Silence)
        return Alerts::tr("No new lines");
    const QString name = alert.cause->name.translated();
    return alert.code.status() > 0 ? Alerts::tr("%1 %2", "code and cause").arg(codeText(alert.code), name)
                                   : name;
}

} // namespace

QString title(const Alert& alert) {
    const QString name = nameOf(alert);
    if (alert.state != State::Recovered)
        return name;
    return alert.rule == Rule::Silence ? Alerts::tr("New lines again")
                                       : Alerts::tr("Over: %1", "what it was").arg(name);
}

QString facts(const Alert& alert) {
    if (alert.state == State::Recovered)
        return alert.rule == Rule::Silence ? Alerts::tr("What went quiet writes again")
                                           : Alerts::tr("%1, then a request succeeded").arg(counted(alert));
    if (alert.state == State::Quiet)
        return Alerts::tr("%1, then neither failures nor successes: there is no traffic to judge by")
            .arg(counted(alert));
    if (alert.rule == Rule::NewShape)
        return Alerts::tr("%1 with a message of a new form").arg(failures(alert));
    return counted(alert);
}

QString advice(const Alert& alert) {
    if (!alert.cause || alert.state == State::Recovered)
        return {};
    const QString what = alert.rule == Rule::Repeated ? Alerts::tr("it came again, so contact support")
                                                      : situationtexts::shortAdvice(alert.code, *alert.cause);
    return situationtexts::moveNow(alert.cause->move).arg(what);
}

QString sentence(const Alert& alert, const QString& source, const TimeDisplay& times) {
    const bool isOver = alert.state == State::Recovered;
    const auto clock = [&](Microseconds time) { return times.at(time).toString(u"HH:mm:ss"); };
    const bool isNamed = alert.rule == Rule::Silence && !source.isEmpty() && !isOver;
    QStringList parts{isNamed ? source : title(alert)};
    if (isOver && alert.rule != Rule::Silence && alert.recovered)
        parts << counted(alert) << Alerts::tr("first success at %1").arg(clock(*alert.recovered));
    else
        parts << facts(alert) << advice(alert); // what matters first, where there is little room
    if (alert.since && !isOver)
        parts << Alerts::tr("since %1").arg(clock(*alert.since));
    if (!alert.key.empty())
        parts << Alerts::tr("key %1").arg(redactedLine(alert.key));
    else if (alert.oneSource && alert.rule != Rule::Silence && !source.isEmpty())
        parts << source;
    parts.removeAll(QString());
    return parts.join(Alerts::tr(" · "));
}

} // namespace derouter::alerttexts
