// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/fields.h"

#include <cstdint>
#include <string_view>

namespace derouter {

/// Whose notation a log layout is written in.
enum class LayoutSyntax : std::uint8_t { Nginx, Apache, Gunicorn, HAProxy, Envoy, Squid, Morgan };

/// How a variable's value looks in a line, as far as the server's documentation says.
enum class ValueShape : std::uint8_t {
    Text,        ///< anything up to the text that follows
    Word,        ///< no blank inside
    Address,     ///< of a client: digits, letters, dots and colons
    Number,      ///< digits with sign and point, or `-`
    Method,      ///< capitals, or `-`
    Status,      ///< three digits, or how the server writes that there was none
    Time,        ///< a stamp; its blanks are its own
    RequestLine, ///< method, target and protocol
    List,        ///< nginx's `$upstream_*`: ", " between tries, " : " between groups
    Captures,    ///< HAProxy's captured headers, `{a|b}`; nothing at all when there are none
    Capture,     ///< one captured header
    CacheResult, ///< Squid's `TCP_DENIED`
};

/// What stands at a place of a layout: a variable, text, or nothing that is written.
struct LayoutDirective {
    enum class Kind : std::uint8_t {
        None,     ///< no directive begins here
        Variable, ///< a value of the request
        Text,     ///< `text` as it stands
        Setting,  ///< changes how others are written, and writes nothing itself
        Query,    ///< the query of the path before it
        Unclosed, ///< a bracket that is not closed
    };

    Kind kind = Kind::None;
    std::size_t length = 0; ///< bytes of the directive itself
    Field field = Field::None;
    ValueShape shape = ValueShape::Text;
    std::string_view text{};     ///< of Text; of a variable the pair of brackets written around its value
    bool padded = false;         ///< blanks fill it up to a width
    bool optional = false;       ///< when it has no value, the blank behind it is not written either
    bool beforeRedirect = false; ///< of the request as it came, where one within the server was answered
    bool utc = false;            ///< a stamp that names no zone is of UTC
    bool maybeQuoted = false;    ///< quotation marks stand around it where it is a text
    std::string_view member{};   ///< its name where HAProxy encodes the line as JSON
};

/// The directive `rest` begins with. `quoting` is HAProxy's setting `%{+Q}o`, carried from call to call.
LayoutDirective directiveAt(LayoutSyntax syntax, std::string_view rest, bool& quoting);

LayoutDirective haproxyDirective(std::string_view rest, bool& quoting);
LayoutDirective envoyDirective(std::string_view rest);
LayoutDirective squidDirective(std::string_view rest);

/// Takes the argument in brackets that may stand at `at`, and moves behind it. False when the bracket stays
/// open.
bool takeArgument(std::string_view rest, std::string_view brackets, std::size_t& at,
                  std::string_view& argument);

/// What a header means that a layout names; `response`: it is one of the answer.
Field fieldForHeader(std::string_view name, bool response);
/// How a field's value looks where nothing more is known.
ValueShape shapeOf(Field field);

} // namespace derouter
