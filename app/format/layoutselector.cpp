// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/layoutselector.h"

#include "format/labelledline.h"
#include "format/printedrequest.h"
#include "format/recordbuilder.h"
#include "format/wrappers.h"

#include <algorithm>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

/// Whether a line could tell of a request to an AI's API.
bool namesApiPath(std::string_view line) {
    return line.find("/v1/") != line.npos;
}

} // namespace

LayoutSelector::LayoutSelector(const ChosenFormat& chosen)
    : m_chosen(chosen)
    , m_w3c(chosen.columns.value_or(W3cLog())) {}

bool LayoutSelector::read(std::string_view line, RecordBuilder& builder) {
    m_guessed = m_printed = m_sawRequest = m_byFields = false;
    m_columns = m_w3c.isOpen() && m_w3c.read(line, builder);
    if (m_columns || m_chosen.columns)
        return m_columns;
    if (m_chosen.layout)
        return scan(*m_chosen.layout, line, builder);
    if (m_chosen.family == FormatFamily::Layout) {
        m_linesToName = m_failuresToName = 0;
        return readByStructure(line, builder) || readLtsvLine(line, builder);
    }
    return readDetecting(line, builder);
}

bool LayoutSelector::readDetecting(std::string_view line, RecordBuilder& builder) {
    m_last = m_settled;
    if (m_settled && scan(*m_settled, line, builder))
        return true;
    if (m_wrapped && isWrapped(line, builder))
        return false;
    if (readByStructure(line, builder))
        return true;
    if (takeLabels(line))
        return readByStructure(m_plainFields.view(), builder);
    m_ltsv = readLtsvLine(line, builder);
    if (m_ltsv)
        return true;
    m_last = isWorthTrying(line) ? firstMatch(line, builder) : nullptr;
    if (!m_last) // where columns are named, a line that lacks some is torn
        return !m_w3c.isOpen() && (readPrinted(line, builder) || readByFields(line, builder));
    m_settled = m_last;
    m_linesToTry = linesToTry;
    return true;
}

/// All layouts are tried for the first lines; then for those that could tell of an API's request.
bool LayoutSelector::isWorthTrying(std::string_view line) {
    return m_linesToTry > 0 ? m_linesToTry-- > 0 : namesApiPath(line);
}

/// By the request in quotation marks; or by a layout that knows more of such a line.
bool LayoutSelector::readByStructure(std::string_view line, RecordBuilder& builder) {
    const auto request = findAccessRequest(line);
    m_sawRequest = request.has_value();
    if (!request)
        return false;
    m_ltsv = false;
    m_last = nullptr;
    int& linesToName = request->behind.status >= 400 ? m_failuresToName : m_linesToName;
    if (linesToName > 0) {
        --linesToName;
        nameLayout(line, builder);
        if (m_wrapped && !m_last) // its layout is not known, or it is torn: the wrapper tells
            return false;
    }
    if (m_last && m_last->tellsMore()) {
        m_settled = m_last;
        return !m_wrapped;
    }
    if (m_last)
        m_column.confirm(*request);
    else
        m_column.see(*request);
    m_guessed = !m_last && m_column.isGuess();
    return readAccessLine(line, *request, m_column, builder);
}

/// Finds the layout of a line, or of what stands inside its wrappers. Of a layout with a host and a user a
/// wrapper could be the beginning, so that what is certainly one comes off first.
void LayoutSelector::nameLayout(std::string_view line, RecordBuilder& builder) {
    const bool syslog = !behindSyslogHead(line, builder.times()).empty();
    const bool certain = !syslog && peel(line, builder.times(), false).has_value();
    const NamedLayout* inside = certain ? firstInside(line, builder, maxWrappers) : nullptr;
    m_last = inside ? inside : firstMatch(line, builder);
    if (!certain && (!m_last || !m_last->tellsMore()))
        inside = firstInside(line, builder, maxWrappers);
    m_last = inside ? inside : m_last;
    m_wrapped = inside || (certain && !m_last);
}

/// The layout that tells more of what stands inside the wrappers of a line.
const NamedLayout* LayoutSelector::firstInside(std::string_view line, RecordBuilder& builder,
                                               int layers) const {
    const auto inside = [&](const Peeled& peeled) -> const NamedLayout* {
        const NamedLayout* const known = firstMatch(peeled.line, builder);
        return known && known->tellsMore() ? known : firstInside(peeled.line, builder, layers - 1);
    };
    if (layers == 0)
        return nullptr;
    if (const auto peeled = peel(line, builder.times(), false))
        return inside(*peeled);
    const NamedLayout* found = nullptr;
    for (const Peeled& likely : likelyWrappers(line, builder.times()))
        found = found ? found : inside(likely);
    return found;
}

/// Whether a line has a wrapper around it, where those of the settled layout have.
bool LayoutSelector::isWrapped(std::string_view line, RecordBuilder& builder) const {
    if (peel(line, builder.times(), false))
        return true;
    const LikelyWrappers likely = likelyWrappers(line, builder.times());
    return m_settled && std::ranges::any_of(likely, [&](const Peeled& peeled) {
               return scan(*m_settled, peeled.line, builder);
           });
}

/// A request without quotation marks, as middlewares print it.
bool LayoutSelector::readPrinted(std::string_view line, RecordBuilder& builder) {
    m_printed = readPrintedRequest(line, builder);
    return m_printed;
}

/// By the columns of a layout that nobody described.
bool LayoutSelector::readByFields(std::string_view line, RecordBuilder& builder) {
    m_byFields =
        !m_sawRequest && !m_wrapped && !peel(line, builder.times(), false) && m_fields.read(line, builder);
    m_guessed = m_byFields && m_fields.isGuess();
    return m_byFields;
}

/// Of a line with labels before the fields behind its request.
bool LayoutSelector::takeLabels(std::string_view line) {
    std::string plain;
    if (!writePlainLabels(line, plain))
        return false;
    m_plainFields.assign(plain);
    return true;
}

bool LayoutSelector::readAgain(std::string_view line, RecordBuilder& builder) {
    auto request = findAccessRequest(line);
    if (!request && takeLabels(line)) {
        line = m_plainFields.view();
        request = findAccessRequest(line);
    }
    if (!request)
        return m_fields.readAgain(line, builder);
    return readAccessLine(line, *request, m_column, builder);
}

bool LayoutSelector::scan(const NamedLayout& layout, std::string_view line, RecordBuilder& builder) {
    if (layout.scan(line, builder))
        return true;
    const auto rest = behindSyslogHead(line, builder.times());
    return !rest.empty() && layout.scan(rest, builder);
}

const NamedLayout* LayoutSelector::firstMatch(std::string_view line, RecordBuilder& builder) const {
    for (const NamedLayout& known : m_catalog->layouts())
        if (known.scan(line, builder))
            return &known;
    const auto rest = behindSyslogHead(line, builder.times());
    return rest.empty() ? nullptr : firstMatch(rest, builder);
}

static constexpr AccessRequest commonRequest{
    .text = {}, .before = {}, .behind = {AccessNumber::Kind::Status, 200}, .bytesFollow = true};

bool LayoutSelector::readsCommonLayout() const {
    const bool named = m_last && m_last->tellsMore();
    return !m_columns && !m_ltsv && !m_printed && !m_byFields && !m_settled && !named && !m_guessed &&
           !m_w3c.isOpen() && m_linesToName == 0 && isSettled() &&
           m_column.place(commonRequest) == StatusPlace::Behind;
}

void LayoutSelector::noteCommonLines(std::uint64_t lines) {
    m_column.seeCommon(lines);
}

QString LayoutSelector::name() const {
    if (m_columns)
        return u"w3c"_s;
    return m_last ? m_last->name : m_ltsv ? u"ltsv"_s : u"access-log"_s;
}

} // namespace derouter
