// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/timeparser.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace derouter {

/// The fields of an access line of a home-made layout, in which a method, a target and a time stand in fields
/// of their own: between bars, tabs, semicolons, commas or in brackets, in quotation marks or not; else
/// between blanks, which keep together what stands in quotation marks, brackets or braces. Or a row that
/// names its request by DeRouter's request-id, in a field of its own that more than blanks parts from the
/// others.
struct AccessFields {
    std::string_view delimiter; ///< " " where nothing but blanks parts them
    std::vector<std::string_view> fields;
    std::size_t method = 0; ///< the field that is it, or the whole request; in such a row that of the id
    std::size_t target = 0; ///< the same one, or another
    std::string request;    ///< "POST /v1/messages HTTP/1.1"; empty in such a row
    std::string_view host;  ///< in a field between method and target
    std::optional<Stamp> stamp;
    /// A server's own line as it seems: parted by more than blanks, or with the protocol in the request.
    bool certain = false;

    bool isLoose() const { return delimiter == " "; }
    bool isById() const { return request.empty(); }
    std::size_t end() const { return method > target ? method : target; } ///< the last of the request
};

/// Nothing for all other lines, such as sentences that name a request.
std::optional<AccessFields> accessFields(std::string_view line, TimeParser& times);

/// `took`, `ms`: a word of a sentence, or what a number before it counts.
bool isBareWord(std::string_view field);

} // namespace derouter
