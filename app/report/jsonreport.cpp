// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/jsonreport.h"

#include "report/eventwriter.h"
#include "report/jsonwriter.h"
#include "report/reportdata.h"

namespace derouter {

namespace {

void writeNumber(JsonWriter& json, std::string_view name, std::uint64_t value) {
    json.key(name);
    json.number(value);
}

void writeTime(JsonWriter& json, std::string_view name, std::optional<Microseconds> time) {
    writeText(json, name, time ? isoTime(*time) : std::string());
}

void writeResumption(JsonWriter& json, const Turnover& turnover) {
    json.beginObject();
    writeNumber(json, "seconds", static_cast<std::uint64_t>(turnover.seconds));
    writeTime(json, "time", turnover.time);
    json.endObject();
}

void writeLedger(JsonWriter& json, const SourceInfo& source) {
    const Ledger& ledger = source.ledger;
    json.key("ledger");
    json.beginObject();
    writeNumber(json, "bytes_in_lines", ledger.bytesInLines);
    writeNumber(json, "bytes_in_partial", ledger.bytesInPartial);
    writeNumber(json, "bytes_skipped", ledger.bytesSkipped());
    json.key("skipped");
    json.beginObject();
    writeNumber(json, "repeated", ledger.bytesRepeated);
    writeNumber(json, "zeros", ledger.bytesOfZeros);
    json.endObject();
    json.key("gaps");
    json.beginArray();
    for (const Gap& gap : ledger.gaps) {
        json.beginObject();
        writeNumber(json, "from", gap.from);
        writeNumber(json, "bytes", gap.bytes);
        writeText(json, "cause", redacted(gap.cause.toStdString()));
        writeTime(json, "time", gap.time);
        json.endObject();
    }
    json.endArray();
    writeNumber(json, "duplicates_suppressed", ledger.duplicatesSuppressed);
    writeNumber(json, "lag_bytes", source.lag());
    writeNumber(json, "lines_cut", source.linesCut);
    writeNumber(json, "lines_unterminated", ledger.linesUnterminated);
    json.key("resumptions");
    json.beginArray();
    for (const Turnover& turnover : ledger.turnovers)
        if (turnover.kind == Turnover::Kind::Resumption)
            writeResumption(json, turnover);
    json.endArray();
    json.endObject();
}

void writeSource(JsonWriter& json, const SourceInfo& info) {
    json.beginObject();
    writeText(json, "name", redacted(info.name.toStdString()));
    writeText(json, "format", info.format.toStdString());
    writeNumber(json, "bytes", info.bytes);
    writeNumber(json, "lines", info.lines);
    writeNumber(json, "lines_not_understood", info.linesNotUnderstood);
    writeLedger(json, info);
    writeText(json, "state", key(info.state));
    writeText(json, "error", redacted(info.error.toStdString()));
    json.endObject();
}

template <typename Counts, typename Name>
void writeCounts(JsonWriter& json, std::string_view title, const Counts& counts, Name&& name) {
    json.key(title);
    json.beginObject();
    for (const auto& [what, count] : counts) {
        json.foreignKey(name(what));
        json.number(count);
    }
    json.endObject();
}

void writeTotals(JsonWriter& json, const Totals& totals) {
    const auto itself = [](const std::string& text) { return text; };
    json.key("total_requests");
    if (const auto total = totals.totalRequests())
        json.number(*total);
    else
        json.null();
    writeNumber(json, "api_requests", totals.apiRequests);
    writeNumber(json, "api_successes", totals.apiSuccesses);
    writeNumber(json, "failures", totals.failures);
    writeNumber(json, "sightings", totals.sightings);
    writeCounts(json, "failures_by_status", totals.failuresByCode,
                [](FailureCode code) { return code.key(); });
    writeCounts(json, "failures_by_type", totals.failuresByType,
                [](const std::string& type) { return redacted(type); });
    writeCounts(json, "failures_by_cause", totals.failuresByCause, itself);
    json.key("failures_by_move");
    json.beginObject();
    for (int move = 0; move < whoseMoveCount; ++move)
        writeNumber(json, key(static_cast<WhoseMove>(move)), totals.failuresByMove[move]);
    json.endObject();
    writeNumber(json, "other_requests", totals.otherRequests);
    writeCounts(json, "other_errors_by_status", totals.otherErrorsByStatus,
                [](int status) { return std::to_string(status); });
    writeTime(json, "first_time", totals.firstTime);
    writeTime(json, "last_time", totals.lastTime);
}

void writeMinutes(JsonWriter& json, const RateSeries& rates) {
    json.key("per_minute");
    json.beginObject();
    for (const RateSeries::Bucket& minute : rates.minutes()) {
        json.key(isoMinute(minute.start));
        json.beginObject();
        writeNumber(json, "api_requests", minute.requests);
        json.key("errors");
        json.beginObject();
        for (const auto& [code, count] : minute.byCode())
            writeNumber(json, code.key(), count);
        json.endObject();
        json.endObject();
    }
    json.endObject();
}

} // namespace

bool writeJson(const ReportScope& scope, QIODevice& device) {
    JsonWriter json(device);
    json.beginObject();
    writeNumber(json, "schema", 1);
    writeText(json, "generator", "derouter-monitor " DEROUTER_VERSION);
    if (scope.isPart())
        writeText(json, "filter", scope.condition().toStdString());
    json.key("sources");
    json.beginArray();
    for (const SourceInfo* info : reportedSources(scope))
        writeSource(json, *info);
    json.endArray();
    writeTotals(json, scope.totals());
    writeMinutes(json, scope.rates());
    json.key("request_ids");
    json.beginArray();
    for (const std::string_view id : requestIds(scope))
        json.text(id);
    json.endArray();
    json.key("events");
    json.beginArray();
    EventWriter events(json);
    scope.visitByTime([&](EventStore::Row, const ErrorEvent& event) {
        json.newLine();
        events.write(scope.source(event.source), event);
    });
    json.endArray();
    json.endObject();
    json.newLine();
    return json.flush();
}

bool writeJsonLines(const ReportScope& scope, QIODevice& device) {
    JsonWriter json(device);
    EventWriter events(json);
    scope.visitByTime([&](EventStore::Row, const ErrorEvent& event) {
        events.write(scope.source(event.source), event);
        json.endDocument();
    });
    return json.flush();
}

bool writeJsonLines(const Monitor& monitor, EventStore::Row first, std::size_t count, QIODevice& device) {
    JsonWriter json(device);
    EventWriter events(json);
    for (EventStore::Row row = first; row < first + count; ++row) {
        const ErrorEvent event = monitor.events().event(row);
        events.write(monitor.source(event.source), event);
        json.endDocument();
    }
    return json.flush();
}

} // namespace derouter
