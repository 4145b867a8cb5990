// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timequality.h"

#include <QCoreApplication>

#include <algorithm>

namespace derouter {

namespace {

class TimeQualityText {
    Q_DECLARE_TR_FUNCTIONS(TimeQuality)
};

/// The source whose stamp the failure's time was read from; null when it is closed.
const SourceInfo* sourceOfTime(const Monitor& monitor, const ErrorEvent& event, EventStore::Row row) {
    const auto sightings = monitor.events().sightings(row);
    const auto stamped = std::ranges::find(sightings, event.time, &Sighted::time);
    return monitor.source(stamped == sightings.end() ? event.source : stamped->source);
}

} // namespace

QString timeQualityText(const Monitor& monitor, EventStore::Row row) {
    const ErrorEvent event = monitor.events().event(row);
    switch (event.timeQuality) {
    case TimeQuality::None:
        return TimeQualityText::tr("The record has no time.");
    case TimeQuality::Exact:
        return {};
    case TimeQuality::ZoneAssumed: {
        const SourceInfo* source = sourceOfTime(monitor, event, row);
        return source ? TimeQualityText::tr("Zone assumed: the stamp names none and was read as of %1.")
                            .arg(assumedZoneName(source->spec))
                      : TimeQualityText::tr("Zone assumed: the stamp names none.");
    }
    case TimeQuality::DateAssumed:
        return TimeQualityText::tr(
            "Date assumed: the stamp names no date or no year; it was completed from the "
            "file's own time.");
    case TimeQuality::Inherited:
        return TimeQualityText::tr("Taken from the line before or after: the record has no time of its own.");
    }
    return {};
}

QString assumedZoneName(const SourceSpec& spec) {
    return spec.timeZone ? QString::fromUtf8(spec.timeZone->id())
                         : TimeQualityText::tr("%1 (this computer's)", "a time zone")
                               .arg(QString::fromUtf8(QTimeZone::systemTimeZoneId()));
}

} // namespace derouter
