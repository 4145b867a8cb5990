// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/layoutselector.h"

#include "format/recordbuilder.h"
#include "format/wrappers.h"

namespace derouter {

using namespace Qt::StringLiterals;

LayoutSelector::LayoutSelector(const ChosenFormat& chosen)
    : m_chosen(chosen) {}

bool LayoutSelector::read(std::string_view line, RecordBuilder& builder) {
    if (m_chosen.layout)
        return scan(*m_chosen.layout, line, builder);
    if (m_chosen.family == FormatFamily::Layout)
        return readAccessLine(line, builder, builder.times());
    return readDetecting(line, builder);
}

bool LayoutSelector::readDetecting(std::string_view line, RecordBuilder& builder) {
    constexpr int linesToTry = 200;
    m_last = m_settled;
    if (m_settled && scan(*m_settled, line, builder))
        return true;
    if (readAccessLine(line, builder, builder.times())) {
        m_last = nullptr;
        if (m_linesToName == 0)
            return true;
        --m_linesToName;
        m_last = firstMatch(line, builder);
        if (m_last && m_last->tellsMore())
            m_settled = m_last;
        else
            readAccessLine(line, builder, builder.times());
        return true;
    }
    if (m_linesToTry == 0)
        return false;
    m_last = firstMatch(line, builder);
    m_linesToTry = m_last ? linesToTry : m_linesToTry - 1;
    if (m_last)
        m_settled = m_last;
    return m_last != nullptr;
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

QString LayoutSelector::name() const {
    return m_last ? m_last->name : u"access-log"_s;
}

} // namespace derouter
