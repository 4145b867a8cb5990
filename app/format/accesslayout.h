// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "format/layoutdirectives.h"
#include "format/statuscolumn.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace derouter {

class RecordBuilder;
struct LayoutText;

/// An access-log layout of nginx, Apache, gunicorn, HAProxy, Envoy, Squid or morgan, turned into a scanner
/// without regular expressions.
class AccessLayout {
public:
    /// Says in one sentence what is wrong with a layout that cannot be scanned: no variables, two variables
    /// without text between them, no status unless that is known, something left open.
    static Result<AccessLayout> compile(const LayoutText& text, bool needsStatus = true);

    /// Gives the line's fields to `builder`. False, with nothing of use in the builder, when the line has
    /// another shape.
    bool scan(std::string_view line, RecordBuilder& builder) const;

    /// Whether it tells more than a request, its status and its time; or that there is no status.
    bool tellsMore() const;

    /// More variables than any server's layout has.
    static constexpr std::size_t maxVariables = 64;

    /// A value of a line and the text behind it.
    struct Variable {
        Field field = Field::None;
        ValueShape shape = ValueShape::Text;
        bool padded = false;
        bool optional = false;
        bool maybeQuoted = false;
        bool utc = false;
        int colons = 0;      ///< of the texts that follow in the same word: an address may hold more
        std::string literal; ///< what follows it; empty behind the last. Several blanks stand for any number
    };

private:
    bool hasStatus() const;

    std::string m_head; ///< literal text before the first variable
    std::vector<Variable> m_variables;
};

/// Whether a text is a request: a method in capitals, a target and mostly a protocol.
bool isRequest(std::string_view text);

/// The quoted request of an access-log line of any layout, with the words beside it; nothing when there is
/// none, or no number beside it.
std::optional<AccessRequest> findAccessRequest(std::string_view line);

/// Whether a line of a layout that is not understood may state that its quoted request failed: its first
/// number that can be a status is a failing one.
bool mayStateFailure(std::string_view line);

/// Reads an access-log line of any layout by its structure: a quoted request, the status where `column` has
/// it, a time stamp before the request, and behind it `key=value` pairs and request-ids. Serves the combined
/// format and most home-made ones. False, with nothing of use in the builder, when there is no status in that
/// place.
bool readAccessLine(std::string_view line, const AccessRequest& request, const StatusColumn& column,
                    RecordBuilder& builder);

/// Reads a line of Labeled Tab-separated Values that tells of a request and its status:
/// `time:…<TAB>req:POST /v1/messages HTTP/1.1<TAB>status:529`. False, with nothing of use in the builder,
/// when it is none.
bool readLtsvLine(std::string_view line, RecordBuilder& builder);

} // namespace derouter
