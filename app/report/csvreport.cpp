// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/csvreport.h"

#include "report/reportdata.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace derouter {

namespace {

/// Whether a spreadsheet may take a cell that begins so for a formula, or hide how it begins.
bool beginsFormula(std::string_view text) {
    constexpr std::string_view fullWidthSigns[] = {"\uff1d", "\uff0b", "\uff0d", "\uff20"};
    return (!text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos) ||
           std::ranges::any_of(fullWidthSigns,
                               [text](std::string_view sign) { return text.starts_with(sign); });
}

std::string evidenceWords(const Evidence& evidence) {
    std::string words;
    const auto add = [&words](bool is, const char* word) {
        if (!is)
            return;
        if (!words.empty())
            words += ' ';
        words += word;
    };
    add(evidence.status, "status");
    add(evidence.type, "type");
    add(evidence.message, "message");
    return words;
}

std::string milliseconds(std::int64_t microseconds) {
    if (microseconds < 0)
        return {};
    std::string text = std::to_string(microseconds / 1000);
    if (const auto rest = microseconds % 1000)
        text += '.' + std::to_string(1000 + rest).substr(1);
    return text;
}

std::string row(const SourceInfo* source, const ErrorEvent& event) {
    const std::string cells[] = {
        event.time ? isoTime(*event.time) : std::string(),
        std::string(key(event.timeQuality)),
        event.code.isNoResponse() ? std::string() : std::to_string(event.code.value),
        csvCell(redacted(event.type)),
        std::string(event.cause),
        std::string(key(event.move)),
        evidenceWords(event.evidence),
        csvCell(redacted(event.message)),
        csvCell(std::string(event.requestId)),
        csvCell(redacted(event.model)),
        csvCell(redacted(event.method)),
        csvCell(redacted(event.path)),
        milliseconds(event.durationMicros),
        event.streamed ? (*event.streamed ? "true" : "false") : "",
        csvCell(source ? redacted(source->nameOf(event.file).toStdString()) : std::string()),
        std::to_string(event.line),
        std::to_string(event.sightings),
    };
    std::string line;
    for (const std::string& each : cells)
        line += (&each == cells ? "" : ",") + each;
    return line + "\r\n";
}

} // namespace

std::string csvCell(std::string text) {
    if (beginsFormula(text))
        text.insert(0, 1, '\'');
    if (text.find_first_of(",\"\r\n;\t") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c;
        if (c == '"')
            quoted += c;
    }
    return quoted + '"';
}

bool writeCsv(const ReportScope& scope, QIODevice& device) {
    QByteArray text = "time,time_quality,status,type,cause,move,evidence,message,request_id,model,method,"
                      "path,duration_ms,streamed,source,line,"
                      "sightings\r\n";
    bool ok = true;
    scope.visitByTime([&](EventStore::Row, const ErrorEvent& event) {
        text += QByteArray::fromStdString(row(scope.source(event.source), event));
        if (text.size() > 256 * 1024) {
            ok = device.write(text) == text.size() && ok;
            text.clear();
        }
    });
    return device.write(text) == text.size() && ok;
}

} // namespace derouter
