// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/tablerow.h"

#include "format/errortext.h"
#include "format/pairedstatus.h"
#include "format/recordbuilder.h"
#include "format/spellings.h"
#include "format/texts.h"

#include <algorithm>
#include <string>
#include <vector>

namespace derouter {

namespace {

constexpr std::size_t fewestCells = 4;

/// The cells, with a quotation mark for two in those that stand in such; none where a mark stays open.
std::vector<std::string> cellsOf(std::string_view row, char separator) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t at = 0; at < row.size(); ++at) {
        if (row[at] == '"' && quoted && at + 1 < row.size() && row[at + 1] == '"')
            cells.back() += row[at++];
        else if (row[at] == '"' && (quoted || cells.back().empty()))
            quoted = !quoted;
        else if (row[at] == separator && !quoted)
            cells.emplace_back();
        else
            cells.back() += row[at];
    }
    return quoted ? std::vector<std::string>() : cells;
}

/// `529 {"type":"error",…}`, `429 Requests per minute …` beside a cell that is this status, or a body alone.
bool isErrorOfAnswer(std::string_view cell, const std::vector<std::string>& cells) {
    const auto status = leadingStatus(cell);
    if (!status)
        return isErrorBody(cell);
    return isErrorBody(trimmed(cell.substr(3))) ||
           (cell.size() > 4 && std::ranges::find(cells, cell.substr(0, 3)) != cells.end());
}

/// What the SDKs say where no answer came.
bool isErrorOfNone(std::string_view cell) {
    constexpr std::string_view words[] = {"Request timed out.", "Connection error."};
    return std::ranges::find(words, cell) != std::end(words);
}

/// A status that a type of the guide's stands beside, where no text says more.
int statusByType(const std::vector<std::string>& cells) {
    const auto type = std::ranges::find_if(cells, isTypeOfGuide);
    if (type == cells.end())
        return 0;
    for (const std::string& cell : cells)
        if (const auto status = cell.size() == 3 ? leadingStatus(cell) : std::nullopt;
            status && goTogether(*type, *status))
            return *status;
    return 0;
}

} // namespace

bool mineTableRow(std::string_view row, RecordBuilder& builder) {
    const char separator = row.empty() ? ' ' : row.front();
    if (separator != ',' && separator != ';' && separator != '\t')
        return false;
    const auto cells = cellsOf(row.substr(1), separator);
    const bool went = std::ranges::find(cells, "200") != cells.end();
    if (cells.size() < fewestCells)
        return false;
    const auto model = std::ranges::find_if(cells, isModelName);
    auto error =
        std::ranges::find_if(cells, [&](const std::string& cell) { return isErrorOfAnswer(cell, cells); });
    if (error == cells.end() && model != cells.end())
        error = std::ranges::find_if(cells, isErrorOfNone);
    const int status = error == cells.end() ? statusByType(cells) : 0;
    // A duration may be 200; a body without a status beside that number may be any text.
    if ((error == cells.end() && status == 0) || (went && (status > 0 || !leadingStatus(*error))))
        return false;
    if (status > 0) {
        builder.takeStatus(status, 2);
        builder.take(Field::ErrorType,
                     {Scalar::Kind::String, builder.keep(*std::ranges::find_if(cells, isTypeOfGuide))}, 2);
    } else {
        mineErrorText(builder.keep(*error), builder, 1);
        if (!isErrorOfNone(*error))
            builder.noteErrorBody();
    }
    if (model != cells.end())
        builder.take(Field::Model, {Scalar::Kind::String, builder.keep(*model)});
    for (const std::string& cell : cells)
        if (requestIdAt(cell) == cell && !cell.empty())
            builder.takeRequestId(builder.keep(cell));
    builder.suggestReporter(Reporter::Program);
    return true;
}

} // namespace derouter
