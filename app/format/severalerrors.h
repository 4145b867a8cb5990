// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace derouter {

/// The errors of several requests that one printed text tells of.
struct SeveralErrors {
    std::vector<std::string> texts; ///< each as it would be printed alone
    int unprinted = 0;              ///< so many more came before, printed as a class name alone
    bool triesOfOneCall = false;    ///< in their order
    bool listsAll = true;           ///< the text tells of no error but these

    bool empty() const { return texts.empty(); }
};

/// Takes a text of several lines apart: the list that Node prints of an AggregateError or of an AI_RetryError
/// (`errors: [ … ]`), the members of a Python exception group, and a chain of Python tracebacks that name
/// different request-ids. Nothing when it tells of one error, or of none.
SeveralErrors severalErrors(std::string_view text);

} // namespace derouter
