// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report.h"

#include "report/csvreport.h"
#include "report/htmlreport.h"
#include "report/jsonreport.h"
#include "report/textreport.h"

#include <algorithm>
#include <utility>

namespace derouter {

std::optional<ReportFormat> reportFormat(const QString& name) {
    constexpr std::pair<const char*, ReportFormat> formats[] = {
        {"text", ReportFormat::Text}, {"json", ReportFormat::Json}, {"jsonl", ReportFormat::Jsonl},
        {"csv", ReportFormat::Csv},   {"html", ReportFormat::Html}, {"markdown", ReportFormat::Markdown}};
    for (const auto& [known, format] : formats)
        if (name == QLatin1StringView(known))
            return format;
    return std::nullopt;
}

bool writeReport(ReportFormat format, const Monitor& monitor, QIODevice& device) {
    return writeReport(format, ReportScope(monitor), device);
}

static bool write(ReportFormat format, const ReportScope& scope, QIODevice& device) {
    switch (format) {
    case ReportFormat::Text:
        return writeText(scope, device);
    case ReportFormat::Json:
        return writeJson(scope, device);
    case ReportFormat::Jsonl:
        return writeJsonLines(scope, device);
    case ReportFormat::Csv:
        return writeCsv(scope, device);
    case ReportFormat::Html:
        return writeHtml(scope, device);
    case ReportFormat::Markdown:
        return writeMarkdown(scope, device);
    }
    return false;
}

bool writeReport(ReportFormat format, const ReportScope& scope, QIODevice& device) {
    return write(format, scope, device) && !scope.isCancelled();
}

/// How often each failure is visited, or nearly so.
static std::size_t visits(ReportFormat format, bool isPart) {
    return (format == ReportFormat::Json ? 2 : 1) + (isPart ? 1 : 0);
}

double writtenShare(ReportFormat format, const ReportScope& scope) {
    const std::size_t all = scope.size() * visits(format, scope.isPart());
    return all == 0 ? 1.0 : std::min(1.0, static_cast<double>(scope.visited()) / static_cast<double>(all));
}

bool writeEventLines(const Monitor& monitor, EventStore::Row first, std::size_t count, QIODevice& device) {
    return writeJsonLines(monitor, first, count, device);
}

} // namespace derouter
