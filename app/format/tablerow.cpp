// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/tablerow.h"

#include "format/errortext.h"
#include "format/httperrors.h"
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

/// Cells between bars, with blanks around them.
std::vector<std::string> cellsBetweenBars(std::string_view row) {
    std::vector<std::string> cells;
    for (std::size_t at = 0; at <= row.size();) {
        const std::size_t end = std::min(row.find('|', at), row.size());
        cells.emplace_back(trimmed(row.substr(at, end - at)));
        at = end + 1;
    }
    return cells;
}

/// What parts the cells of a row, which it begins with behind the stamp; bars stand between them alone.
std::vector<std::string> cellsIn(std::string_view row) {
    const char separator = row.empty() ? ' ' : row.front();
    if (separator == ',' || separator == ';' || separator == '\t')
        return cellsOf(row.substr(1), separator);
    return contains(row, " | ") ? cellsBetweenBars(row) : std::vector<std::string>();
}

/// `POST /v1/messages`, `https://…`: the request that a row is of.
bool isRequest(std::string_view cell) {
    const std::size_t blank = cell.find(' ');
    const bool method = blank != cell.npos && isUsualMethod(cell.substr(0, blank));
    return isApiAddress(method ? cell.substr(blank + 1) : cell) &&
           cell.find(' ', method ? blank + 1 : 0) == cell.npos;
}

/// The status behind the cell of the request; 0 where none stands there.
int statusBehindRequest(const std::vector<std::string>& cells) {
    const auto request = std::ranges::find_if(cells, isRequest);
    const auto next = request == cells.end() ? request : request + 1;
    const auto status = next == cells.end() || next->size() != 3 ? std::nullopt : threeDigits(*next);
    return status && *status >= 200 && *status < 600 ? *status : 0;
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

void takeRequest(const std::vector<std::string>& cells, RecordBuilder& builder) {
    const auto request = std::ranges::find_if(cells, isRequest);
    if (request == cells.end())
        return;
    if (request->find(' ') != request->npos)
        builder.takeRequestLine(builder.keep(*request));
    else
        builder.take(Field::Path, {Scalar::Kind::String, builder.keep(*request)});
}

/// The type, and what is said behind it.
void takeType(const std::vector<std::string>& cells, RecordBuilder& builder) {
    const auto type = std::ranges::find_if(cells, isTypeOfGuide);
    if (type == cells.end())
        return;
    builder.take(Field::ErrorType, {Scalar::Kind::String, builder.keep(*type)}, 2);
    const auto said = type + 1;
    const bool words = said != cells.end() && (said->find(' ') != said->npos || *said == "Overloaded");
    if (words && isLetter(said->front()) && !isRequest(*said))
        builder.takeErrorMessage(builder.keep(*said), 1);
}

void takeNames(const std::vector<std::string>& cells, RecordBuilder& builder) {
    takeRequest(cells, builder);
    if (const auto model = std::ranges::find_if(cells, isModelName); model != cells.end())
        builder.take(Field::Model, {Scalar::Kind::String, builder.keep(*model)});
    for (const std::string& cell : cells)
        if (requestIdAt(cell) == cell && !cell.empty())
            builder.takeRequestId(builder.keep(cell));
    builder.suggestReporter(Reporter::Program);
}

/// The cell of an answer's error, or of the SDKs' words for none.
std::vector<std::string>::const_iterator errorIn(const std::vector<std::string>& cells) {
    const auto error =
        std::ranges::find_if(cells, [&](const std::string& cell) { return isErrorOfAnswer(cell, cells); });
    const bool ofModel = std::ranges::any_of(cells, isModelName);
    return error == cells.end() && ofModel ? std::ranges::find_if(cells, isErrorOfNone) : error;
}

} // namespace

bool mineTableRow(std::string_view row, RecordBuilder& builder) {
    const auto cells = cellsIn(row);
    if (cells.size() < fewestCells)
        return false;
    const auto error = errorIn(cells);
    const int told = statusBehindRequest(cells);
    const bool went = told > 0 ? told < 400 : std::ranges::find(cells, "200") != cells.end();
    const int failed = told >= 400 ? told : statusByType(cells);
    const int status = error == cells.end() ? failed : 0;
    // A duration may be 200; a body without a status beside that number may be any text.
    if (went && (status > 0 || (error != cells.end() && !leadingStatus(*error))))
        return false;
    if (error != cells.end()) {
        mineErrorText(builder.keep(*error), builder, 1);
        if (!isErrorOfNone(*error))
            builder.noteErrorBody();
    } else if (status > 0 || told > 0) {
        builder.takeStatus(std::max(status, told), 2);
        takeType(cells, builder);
    } else {
        return false;
    }
    takeNames(cells, builder);
    return true;
}

} // namespace derouter
