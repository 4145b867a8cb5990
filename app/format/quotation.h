// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace derouter {

/// Whether words before an error say that it is only spoken of: a prompt, a question, a test, documentation.
bool quotesSomething(std::string_view prefix);

/// Whether words before a request or its status say that none was made: a stub's, a rule's of alerts, an
/// example's, a simulation's. Narrower than the above: a log's head may name anything.
bool tellsOfMadeUp(std::string_view prefix);

/// Whether a line of a message leads to something that is only quoted below it: a question, a prompt, what is
/// to be sent. A line that tells of a failure speaks of what follows, whoever it names.
bool leadsToQuotation(std::string_view line);

/// The line without the texts in quotation marks that it names as a prompt or a question:
/// `prompt='what does 529 mean?'`, `question: "…"`. Nothing when it names none.
std::optional<std::string> withoutPrompts(std::string_view line);

} // namespace derouter
