// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/sourcespec.h"
#include "core/timerange.h"
#include "format/savedformats.h"
#include "report/report.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace derouter {

/// What the user asked for on the command line.
struct CommandLine {
    enum class Mode { Window, Report, Explain, ListFormats, Help, Version };

    Mode mode = Mode::Window;
    ReportFormat report = ReportFormat::Text;
    std::vector<SourceSpec> sources;
    bool follow = false;           ///< what the sources say, if there are any
    QString output;                ///< of -o; empty: standard output
    QString session;               ///< of --session; empty: none is kept
    std::optional<double> seconds; ///< of --for
    TimeRange range;
    QStringList hosts;
    QStringList paths;
    std::optional<SavedFormat> formatToSave;
    QStringList failOn;     ///< codes, moves or "any"
    QString explainText;    ///< empty or "-": standard input
    QString note;           ///< one sentence on what may be meant otherwise; empty when there is none
    bool newWindow = false; ///< none that is open already is to show the sources
    bool newSession = false; ///< what was open the last time stays closed
    bool quiet = false;
    bool verbose = false;
    QString helpText; ///< of Mode::Help
};

/// Reads `arguments` (without the program's name). The error is one sentence: wrong usage, exit status 2.
///
/// Needs a QCoreApplication. Looks into folders and at patterns; `now` is what spans such as `15m` are
/// counted back from.
Result<CommandLine> parseCommandLine(const QStringList& arguments, Microseconds now);

} // namespace derouter
