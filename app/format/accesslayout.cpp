// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/accesslayout.h"

#include "format/layoutmatch.h"
#include "format/layouttext.h"
#include "format/recordbuilder.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>

namespace derouter {

namespace {

using Kind = LayoutDirective::Kind;
using Variable = AccessLayout::Variable;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Format)
};

/// Puts a layout's pieces together.
class Assembly {
public:
    Assembly(std::string& head, std::vector<Variable>& variables)
        : m_head(head)
        , m_variables(variables) {}

    void addText(std::string_view text) { literal() += text; }

    /// Of two statuses the one before a redirect within the server was not the answer's.
    void finish() {
        if (!m_status || !m_statusBeforeRedirect)
            return;
        m_variables[*m_statusBeforeRedirect].field = Field::None;
        m_variables[*m_statusBeforeRedirect].shape = ValueShape::Number;
    }

    /// Whether a line would begin here, or the piece before ends with a blank.
    bool endsWithBlank() const {
        const std::string& last = m_variables.empty() ? m_head : m_variables.back().literal;
        return last.empty() ? m_variables.empty() : last.back() == ' ';
    }

    /// False when nothing stands between this variable and the one before.
    bool addVariable(const LayoutDirective& directive) {
        if (!directive.text.empty())
            addText(directive.text.substr(0, 1));
        if (continuesTime(directive))
            return true;
        if (!m_variables.empty() && literal().empty() && !canTouch(directive))
            return false;
        if (directive.field == Field::Status)
            (directive.beforeRedirect ? m_statusBeforeRedirect : m_status) = m_variables.size();
        // A width is filled with blanks before the value; the one that stands there anyway becomes many.
        if (directive.padded && literal().ends_with(' '))
            literal() += ' ';
        m_variables.push_back({.field = directive.field,
                               .shape = directive.shape,
                               .padded = directive.padded,
                               .optional = directive.optional,
                               .maybeQuoted = directive.maybeQuoted,
                               .utc = directive.utc,
                               .literal = {}});
        if (!directive.text.empty())
            addText(directive.text.substr(1));
        return true;
    }

    /// A path's query is written behind it without anything between.
    bool addQuery() {
        if (m_variables.empty() || !literal().empty())
            return addVariable({.kind = Kind::Variable, .shape = ValueShape::Text});
        return m_variables.back().field == Field::Path || m_variables.back().shape == ValueShape::Text;
    }

private:
    std::string& literal() { return m_variables.empty() ? m_head : m_variables.back().literal; }

    /// "%{sec}t.%{msec_frac}t" and Squid's "%ts.%03tu" are one stamp.
    bool continuesTime(const LayoutDirective& directive) {
        if (directive.field != Field::Time || m_variables.empty() || m_variables.back().field != Field::Time)
            return false;
        if (literal().size() > 1 || literal().find_first_not_of(".: T,") != std::string::npos)
            return false;
        literal().clear();
        return true;
    }

    /// A path begins with its slash, which no host holds.
    bool canTouch(const LayoutDirective& directive) const {
        return directive.field == Field::Path && m_variables.back().field == Field::Host;
    }

    std::string& m_head;
    std::vector<Variable>& m_variables;
    std::optional<std::size_t> m_status; ///< which variable
    std::optional<std::size_t> m_statusBeforeRedirect;
};

/// How many more colons the word has in which each variable stands.
void countColons(std::vector<Variable>& variables) {
    for (std::size_t i = variables.size(); i-- > 0;) {
        Variable& variable = variables[i];
        if (variable.literal == ":")
            variable.colons = 1 + (i + 1 < variables.size() ? variables[i + 1].colons : 0);
    }
}

Error nothingBetween() {
    return Error{Text::tr("The log layout has two variables with nothing between them, so a line "
                          "cannot be told apart.")};
}

} // namespace

Result<AccessLayout> AccessLayout::compile(const LayoutText& text, bool needsStatus) {
    const std::string_view format = text.format;
    AccessLayout layout;
    Assembly assembly(layout.m_head, layout.m_variables);
    bool quoting = false;
    for (std::size_t at = 0; at < format.size();) {
        const LayoutDirective directive = directiveAt(text.syntax, format.substr(at), quoting);
        if (directive.kind == Kind::Unclosed)
            return Error{Text::tr("The log layout has a variable that does not end: %1")
                             .arg(QString::fromUtf8(format.data() + at,
                                                    std::min<qsizetype>(20, qsizetype(format.size() - at))))};
        if (directive.kind == Kind::None)
            assembly.addText(format.substr(at, 1));
        else if (directive.kind == Kind::Text)
            assembly.addText(directive.text);
        else if (directive.kind == Kind::Query
                     ? !assembly.addQuery()
                     : directive.kind == Kind::Variable && !assembly.addVariable(directive))
            return nothingBetween();
        at += std::max<std::size_t>(directive.length, 1);
        // HAProxy writes no blank twice, and none at the beginning.
        if (directive.kind == Kind::Setting && assembly.endsWithBlank())
            at = std::min(format.find_first_not_of(' ', at), format.size());
    }
    assembly.finish();
    if (layout.m_variables.empty())
        return Error{Text::tr("The log layout has no variables such as $status or %>s.")};
    if (layout.m_variables.size() > maxVariables)
        return Error{Text::tr("The log layout has more than %1 variables.").arg(maxVariables)};
    if (needsStatus && !layout.hasStatus())
        return Error{Text::tr("The log layout has no status ($status or %>s).")};
    countColons(layout.m_variables);
    return layout;
}

bool AccessLayout::scan(std::string_view line, RecordBuilder& builder) const {
    builder.begin();
    std::array<std::string_view, maxVariables> values;
    if (!LayoutMatch(line, m_variables, values, builder.times()).match(m_head))
        return false;
    for (std::size_t i = 0; i < m_variables.size(); ++i)
        giveValue(m_variables[i], values[i], builder);
    const auto time = std::ranges::find(m_variables, Field::Time, &Variable::field);
    const bool timeExpected =
        time != m_variables.end() && values[std::size_t(time - m_variables.begin())] != "-";
    return !timeExpected || builder.record().time.has_value();
}

bool AccessLayout::hasStatus() const {
    return std::ranges::find(m_variables, Field::Status, &Variable::field) != m_variables.end();
}

bool AccessLayout::tellsMore() const {
    return !hasStatus() || std::ranges::any_of(m_variables, [](const Variable& variable) {
        constexpr std::array plain{Field::None,   Field::Time, Field::Status,
                                   Field::Method, Field::Path, Field::RequestLine};
        return variable.shape == ValueShape::Captures || variable.shape == ValueShape::CacheResult ||
               std::ranges::find(plain, variable.field) == plain.end();
    });
}

} // namespace derouter
