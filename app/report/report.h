// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "report/reportscope.h"

#include <QIODevice>
#include <QString>

#include <optional>

namespace derouter {

/// The forms of a report. Json, Jsonl and Csv are for programs and the same in every language; the others are
/// for people.
enum class ReportFormat { Text, Json, Jsonl, Csv, Html, Markdown };

/// The format with this name on the command line, if there is one.
std::optional<ReportFormat> reportFormat(const QString& name);

/// Writes what the monitor knows now, or a part of it. Every text from a log passes the Redactor. False when
/// the device fails, or the report was cancelled.
bool writeReport(ReportFormat format, const Monitor& monitor, QIODevice& device);
/// On any thread, as long as no other language is spoken meanwhile.
bool writeReport(ReportFormat format, const ReportScope& scope, QIODevice& device);
/// How much of such a report is written, 0 to 1. Any thread.
double writtenShare(ReportFormat format, const ReportScope& scope);

/// Writes the failures [first, first + count) as JSON lines, as they are found.
bool writeEventLines(const Monitor& monitor, EventStore::Row first, std::size_t count, QIODevice& device);

} // namespace derouter
