// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "format/fields.h"

#include <string>
#include <string_view>
#include <vector>

namespace derouter {

class RecordBuilder;
class TimeParser;

/// An access-log layout turned into a scanner without regular expressions: nginx's `log_format` and Apache's
/// `LogFormat` as they stand in the server's configuration, or their format string alone.
class AccessLayout {
public:
    /// Says what is wrong with a layout that cannot be scanned: no variables, two variables without text
    /// between them, no status.
    static Result<AccessLayout> compile(std::string_view configuration);

    /// Gives the line's fields to `builder`. False, with nothing of use in the builder, when the line has
    /// another shape.
    bool scan(std::string_view line, RecordBuilder& builder) const;

private:
    struct Variable {
        Field field = Field::None;
        std::string literal; ///< what follows it; empty behind the last
    };

    std::string m_head; ///< literal text before the first variable
    std::vector<Variable> m_variables;
};

/// Reads an access-log line of any layout by its structure: a quoted request, the status behind it, a time
/// stamp before it, and behind it `key=value` pairs and request-ids. Serves the combined format and most
/// home-made ones. False, with nothing of use in the builder, when there is no quoted request with a status.
bool readAccessLine(std::string_view line, RecordBuilder& builder, TimeParser& times);

} // namespace derouter
