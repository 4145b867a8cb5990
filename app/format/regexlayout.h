// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "format/fields.h"

#include <QRegularExpression>

#include <string_view>
#include <vector>

namespace derouter {

class RecordBuilder;

/// A user's regular expression with named groups as a log format: `/(?<status>\d{3}) (?<path>\S+)/`, with an
/// `i` behind it where case makes no difference, or `regex:` and the expression.
///
/// Groups are named as in any other format (`time`, `status`, `request_id`, `method`, `path`, `request`,
/// `duration_ms`, …); `status` is needed. An expression that needs too many steps for a line does not match
/// it.
class RegexLayout {
public:
    static bool isExpression(const QString& format);

    /// Says in one sentence where an expression is wrong, or that it has no status.
    static Result<RegexLayout> compile(const QString& format);

    /// Gives the line's fields to `builder`. False, with nothing of use in the builder, when the line does
    /// not match or matching was given up.
    bool scan(std::string_view line, RecordBuilder& builder) const;

private:
    struct Group {
        int number = 0;
        Field field = Field::None;
    };

    QRegularExpression m_expression;
    std::vector<Group> m_groups;
};

} // namespace derouter
