// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/fieldcolumns.h"

#include "format/keyvalues.h"
#include "format/printedrequest.h"
#include "format/recordbuilder.h"
#include "format/spellings.h"
#include "format/statuscolumn.h"
#include "format/texts.h"

#include <algorithm>

namespace derouter {

namespace {

using Kind = AccessNumber::Kind;

constexpr int enough = 4; ///< lines that show what a column holds

/// A status, also behind Squid's code of its cache, `TCP_MISS/529`.
AccessNumber numberOf(std::string_view field) {
    const std::size_t slash = field.find('/');
    const bool cache = slash != field.npos && slash > 0 &&
                       std::ranges::all_of(field.substr(0, slash),
                                           [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; });
    AccessNumber number = AccessNumber::of(cache ? field.substr(slash + 1) : field);
    if (number.kind == Kind::Status && !isUsualStatus(number.status))
        number.kind = Kind::Other;
    return number;
}

/// HAProxy's manual, 8.5: who ended the session, in which phase, and what became of the cookie.
bool isTerminationState(std::string_view field) {
    constexpr std::string_view causes = "CSPLRIDUKcs-";
    constexpr std::string_view phases = "RQCHDLT-";
    return (field.size() == 2 || field.size() == 4) && causes.find(field[0]) != causes.npos &&
           phases.find(field[1]) != phases.npos &&
           (field.size() == 2 ||
            std::ranges::all_of(field.substr(2), [](char c) { return c == '-' || (c >= 'A' && c <= 'Z'); }));
}

/// What HAProxy's fields tell of the server, wherever its layout has them.
void takeServer(std::string_view field, RecordBuilder& builder) {
    if (field.ends_with("/<NOSRV>"))
        builder.take(Field::BackendServer, {Scalar::Kind::String, field});
    else if (isTerminationState(field))
        builder.take(Field::TerminationState, {Scalar::Kind::String, field});
}

/// What a row says beside its numbers.
std::string wordsOf(const AccessFields& line) {
    std::string words;
    for (const auto field : line.fields)
        if (numberOf(field).kind == Kind::Other ? !isDigit(field[0]) : numberOf(field).kind == Kind::Word)
            words.append(field).append("; ");
    return words;
}

} // namespace

void FieldColumns::Column::bound() {
    constexpr int enough = 1024; // a log may change its layout: what was counted long ago weighs less
    if (statuses < enough && others < enough && ids < enough)
        return;
    statuses /= 2;
    others /= 2;
    ids /= 2;
}

bool FieldColumns::Layout::isOf(const AccessFields& line) const {
    return delimiter == line.delimiter && method == line.method && target == line.target &&
           byId == line.isById();
}

/// Seen from the method, before which no list of unknown length stands as a rule.
std::size_t FieldColumns::Layout::columnOf(const AccessFields& line, std::size_t field) const {
    return std::min(field + reach - std::min(line.method, field + reach), columns.size() - 1);
}

/// Between blanks no word of a sentence leads from the request to a status, and none follows it.
bool FieldColumns::Layout::mayHold(const AccessFields& line, std::size_t field) const {
    if (!line.isLoose())
        return true;
    const auto word = [&line](std::size_t at) {
        return at < line.fields.size() && isBareWord(line.fields[at]);
    };
    const bool behind = field > line.end();
    const std::size_t from = behind ? line.end() : field;
    const std::size_t to = behind ? field : line.method;
    for (std::size_t at = from + 1; at < to; ++at)
        if (word(at))
            return false;
    return !word(field + 1);
}

void FieldColumns::Layout::see(const AccessFields& line) {
    for (std::size_t field = 0; field < line.fields.size(); ++field) {
        if (field == line.method || field == line.target)
            continue;
        Column& column = columns[columnOf(line, field)];
        const AccessNumber number = numberOf(line.fields[field]);
        const bool status = number.kind == Kind::Status && mayHold(line, field);
        column.statuses += status ? 1 : 0;
        const bool absent = number.kind == Kind::Absent || (byId && line.fields[field].empty());
        column.others += !status && !absent ? 1 : 0;
        column.ids += requestIdAt(line.fields[field]).empty() ? 0 : 1;
        column.bound();
    }
    linesToSee -= linesToSee > 0 ? 1 : 0;
}

/// Whether two columns that may both be the status say different things of a line, and too few lines were
/// seen to choose.
bool FieldColumns::Layout::contradicts(const AccessFields& line, std::size_t one, std::size_t other) const {
    if (columns[columnOf(line, one)].statuses >= enough)
        return false;
    const int first = numberOf(line.fields[one]).status;
    const int second = numberOf(line.fields[other]).status;
    return first != second && std::max(first, second) >= 400;
}

/// Between blanks a number that is not beside the request is no status for being one once; but HAProxy's
/// lines are known by how the session ended.
bool FieldColumns::Layout::isLikely(const AccessFields& line, std::size_t field) const {
    const bool beside = field == line.end() + 1 || field + 1 == line.method;
    return beside || !line.isLoose() || columns[columnOf(line, field)].statuses >= enough ||
           std::ranges::any_of(line.fields, [](std::string_view each) {
               return each.size() == 4 && isTerminationState(each);
           });
}

std::optional<std::size_t> FieldColumns::Layout::status(const AccessFields& line) const {
    std::optional<std::size_t> before;
    std::optional<std::size_t> behind;
    for (std::size_t field = 0; field < line.fields.size() && !behind; ++field) {
        const Column& column = columns[columnOf(line, field)];
        const Kind kind = numberOf(line.fields[field]).kind;
        const bool holds = field != line.method && field != line.target && column.fits() &&
                           isLikely(line, field) && (kind == Kind::Status || kind == Kind::Absent);
        if (holds && field > line.end())
            behind = field;
        else if (holds && !before)
            before = field;
    }
    if (before && behind && contradicts(line, *behind, *before))
        return std::nullopt;
    return behind ? behind : before;
}

FieldColumns::Layout* FieldColumns::layoutOf(const AccessFields& line) {
    const auto known = std::ranges::find_if(m_layouts, [&](const Layout& each) { return each.isOf(line); });
    return known == m_layouts.end() ? nullptr : &*known;
}

bool FieldColumns::read(std::string_view line, RecordBuilder& builder) {
    m_guessed = false;
    const auto fields = accessFields(line, builder.times());
    const bool states = fields && std::ranges::any_of(fields->fields, [](std::string_view field) {
                            return numberOf(field).kind == Kind::Status;
                        });
    if (!fields)
        return false;
    Layout* layout = layoutOf(*fields);
    if (!layout && (!states || m_layouts.size() == mostLayouts))
        return false;
    if (!layout)
        layout = &m_layouts.emplace_back(
            Layout{fields->delimiter, fields->method, fields->target, fields->isById(), linesToSee, {}});
    layout->see(*fields);
    m_guessed = layout->linesToSee > 0;
    return take(*fields, *layout, builder) || m_guessed;
}

bool FieldColumns::readAgain(std::string_view line, RecordBuilder& builder) {
    const auto fields = accessFields(line, builder.times());
    const Layout* const layout = fields ? layoutOf(*fields) : nullptr;
    return layout && take(*fields, *layout, builder);
}

/// Whether no column holds statuses, and whatever may be a failing one is known to be another thing.
bool FieldColumns::Layout::showsNoStatus(const AccessFields& line) const {
    if (std::ranges::any_of(columns, [](const Column& each) { return each.fits(); }))
        return false;
    for (std::size_t field = 0; field < line.fields.size(); ++field) {
        const Column& column = columns[columnOf(line, field)];
        if (numberOf(line.fields[field]).status >= 400 && (column.fits() || column.others < enough))
            return false;
    }
    return true;
}

/// A row without a method and a target.
bool FieldColumns::takeRow(const AccessFields& line, const Layout& layout, RecordBuilder& builder) {
    constexpr int fewest = 2; // one may be a size or a duration
    const auto column = layout.status(line);
    const int status = column ? numberOf(line.fields[*column]).status : 0;
    const bool seen = column && layout.columns[layout.columnOf(line, *column)].statuses >= fewest;
    if (column ? status == 0 || (status >= 400 && !seen) : !layout.showsNoStatus(line))
        return false;
    builder.begin();
    builder.takeStamp(*line.stamp);
    builder.takeRequestId(line.fields[line.method]);
    if (status > 0)
        builder.takeStatus(status, 2);
    else
        builder.noteWords(builder.keep(wordsOf(line)));
    for (std::size_t at = 0; at < line.fields.size(); ++at) {
        const auto field = line.fields[at];
        if (at == line.method || (column && at == *column))
            continue;
        if (isModelName(field))
            builder.take(Field::Model, {Scalar::Kind::String, field});
        else if (status >= 400 && isTypeOfGuide(field))
            builder.take(Field::ErrorType, {Scalar::Kind::String, field}, 2);
        else
            readAccessTail(field, builder);
    }
    return true;
}

bool FieldColumns::take(const AccessFields& line, const Layout& layout, RecordBuilder& builder) {
    if (line.isById())
        return takeRow(line, layout, builder);
    const auto status = layout.status(line);
    if (!status)
        return false;
    builder.begin();
    builder.takeRequestLine(builder.keep(line.request));
    if (!line.host.empty())
        builder.take(Field::Host, {Scalar::Kind::String, line.host});
    const AccessNumber number = numberOf(line.fields[*status]);
    if (number.kind == Kind::Absent)
        builder.noteUnanswered();
    else
        builder.takeStatus(number.status, 2);
    builder.takeStamp(*line.stamp);
    for (std::size_t at = 0; at < line.fields.size(); ++at) {
        if (at == line.method || at == line.target || at == *status)
            continue;
        const auto field = line.fields[at];
        if (line.isLoose())
            takeServer(field, builder);
        if (layout.columns[layout.columnOf(line, at)].ids > 0 && (field.empty() || field == "-"))
            builder.take(Field::ResponseRequestId, {});
        readAccessTail(field, builder);
    }
    return true;
}

bool FieldColumns::isSettled() const {
    return std::ranges::all_of(m_layouts, [](const Layout& each) { return each.linesToSee == 0; });
}

void FieldColumns::settle() {
    for (Layout& each : m_layouts)
        each.linesToSee = 0;
}

} // namespace derouter
