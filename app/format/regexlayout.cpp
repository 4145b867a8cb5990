// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/regexlayout.h"

#include "format/layoutmatch.h"
#include "format/recordbuilder.h"

#include <QCoreApplication>

#include <algorithm>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Format)
};

constexpr auto prefix = "regex:"_L1;

QString patternOf(const QString& format) {
    return format.startsWith(prefix) ? format.sliced(prefix.size())
                                     : format.sliced(1, format.lastIndexOf(u'/') - 1);
}

/// Field of a group; a group may be called by the short names only layouts use otherwise.
Field fieldOf(const QString& group) {
    const QByteArray name = group.toUtf8();
    // A line has no body whose mark it could be.
    return name == "type"   ? Field::ErrorType
           : name == "body" ? Field::Body
                            : fieldForVariable({name.constData(), static_cast<std::size_t>(name.size())});
}

/// Whether a group is what the error says, or a body that may tell it better: the user says that it is no
/// other words.
bool isMessage(Field field) {
    return field == Field::Message || field == Field::Remark || field == Field::Body;
}

} // namespace

bool RegexLayout::isExpression(const QString& format) {
    return format.startsWith(prefix) || (format.size() > 2 && format.startsWith(u'/') &&
                                         (format.endsWith(u'/') || format.endsWith("/i"_L1)));
}

Result<RegexLayout> RegexLayout::compile(const QString& format) {
    const QString pattern = patternOf(format);
    const QRegularExpression asWritten(pattern);
    if (!asWritten.isValid())
        return Error{Text::tr("The regular expression is wrong at character %1: %2.")
                         .arg(asWritten.patternErrorOffset() + 1)
                         .arg(asWritten.errorString())};
    RegexLayout layout;
    // The limit is what keeps nested repetitions from taking a line for hours.
    if (format.startsWith(u'/') && format.endsWith(u'i'))
        layout.m_expression.setPatternOptions(QRegularExpression::CaseInsensitiveOption);
    layout.m_expression.setPattern(u"(*LIMIT_MATCH=100000)(?:"_s + pattern + u')');
    const QStringList names = layout.m_expression.namedCaptureGroups();
    for (int number = 1; number < names.size(); ++number)
        if (const Field field = fieldOf(names[number]); field != Field::None)
            layout.m_groups.push_back({number, field});
    if (!layout.m_expression.isValid())
        return Error{Text::tr("The regular expression is wrong at character %1: %2.")
                         .arg(pattern.size())
                         .arg(layout.m_expression.errorString())};
    if (std::ranges::find(layout.m_groups, Field::Status, &Group::field) == layout.m_groups.end())
        return Error{
            Text::tr("The regular expression has no group named status, as in (?<status>[0-9]{3}).")};
    layout.m_expression.optimize();
    return layout;
}

bool RegexLayout::scan(std::string_view line, RecordBuilder& builder) const {
    builder.begin();
    const QString text = QString::fromUtf8(line.data(), static_cast<qsizetype>(line.size()));
    const QRegularExpressionMatch match = m_expression.match(text);
    if (!match.hasMatch()) // or it was given up
        return false;
    // No character took several bytes: what was captured stands at the same place in the line.
    const bool bytewise = static_cast<std::size_t>(text.size()) == line.size();
    for (const Group& group : m_groups) {
        const qsizetype at = match.capturedStart(group.number);
        const auto length = static_cast<std::size_t>(match.capturedLength(group.number));
        const std::string_view value = at < 0     ? std::string_view()
                                       : bytewise ? line.substr(static_cast<std::size_t>(at), length)
                                                  : builder.keep(match.captured(group.number).toStdString());
        if (group.field == Field::Status && !isStatusValue(value))
            return false;
        if (group.field == Field::Status)
            giveStatus(value, builder);
        else if (at >= 0)
            builder.take(group.field, {Scalar::Kind::String, value});
        if (isMessage(group.field))
            builder.takeErrorMessage(value, 0);
    }
    return true;
}

} // namespace derouter
