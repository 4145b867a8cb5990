// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errorevent.h"
#include "guide/errorguide.h"
#include "models/eventfilter.h"
#include "monitor/monitor.h"
#include "timedisplay.h"

#include <QList>
#include <QString>

#include <optional>

/// The sentences of the detail pane. Everything is plain text; texts from the log are made inert.
namespace derouter::detailtexts {

/// "Whose move: AI provider · retry"; the word on retrying only where it helps.
QString verdict(const ErrorEvent& event, const guide::Cause& cause);

/// What the classification rests on, and in words where status and type contradict each other.
QString evidence(const ErrorEvent& event);

/// Both of the guide's tables where they say different things of this failure; else empty.
QString bothReadings(const guide::Reading& reading);

/// That a failure which is for support when it comes again did so: in at least as many calls of its code
/// within ten minutes, up to this one, as the settings ask for. Else empty.
QString repeated(const EventStore& events, EventStore::Row row);

/// "In the guide's words" or "Our reading".
/// What is known of the key of a failure that is about it; empty for others and where the log names none.
QString ofKey(const EventStore& events, EventStore::Row row, const TimeDisplay& times);
QString origin(guide::Origin origin);
/// What the guide says of all that stand in this chapter of it.
QString chapter(guide::Section section);
/// Which edition of the guide is shown.
QString edition();

/// How logs of this format can name the request-id, which this one does not.
QString howToLogId(const QString& format);

struct Fact {
    QString name;
    QString value;
    std::optional<FilterField> field{}; ///< what can be filtered for
};

/// Time, model, request, duration, streamed, seen in, in a fixed order.
QList<Fact> facts(const ErrorEvent& event, EventStore::Row row, const Monitor& monitor,
                  const TimeDisplay& times);

} // namespace derouter::detailtexts
