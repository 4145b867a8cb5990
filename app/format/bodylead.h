// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace derouter {

/// The words in a log that lead to a body.
struct BodyLead {
    std::string_view words; ///< before what names the body
    bool named =
        false; ///< as an answer or an error: `response:`, `URL returned`, `ERROR`, `Invoke-RestMethod :`
    bool pointed = false; ///< a colon, a dash or another mark leads to it
};

/// The words before a body without its quotation marks, and Python's mark of bytes.
std::string_view withoutOpeningQuotes(std::string_view before);

/// How a log leads to the body behind `before`.
BodyLead leadTo(std::string_view before);

/// Whether a word is one that a sentence has and the name of a failure has not: `stream error`, `Error
/// calling Claude`.
bool isWordOfSentence(std::string_view token);

/// Whether words are no more than loggers put before a message: a level, and at most one name.
bool isLoggersHead(std::string_view words);

/// Whether words name a failure: what follows them is what went wrong.
bool introducesFailure(std::string_view words);

/// Whether the words before an object that is no error's body let it be what the record tells: they are what
/// loggers put before a message, a phrase, or what names an answer or a failure; no prompt, no options,
/// nothing that is sent.
bool leadsToRecord(std::string_view before);

/// Whether the words `before` a body, of which `lead` was made, say that it is an answer to a request.
bool leadsToAnswer(std::string_view before, const BodyLead& lead, std::string_view body);

/// The same for the body of a request with an id, at the end of a log's dated line: other words than those of
/// a failure lead to it, too. A status behind a phrase, the name of an answer, or none but a logger's own.
bool leadsToIdentified(std::string_view before, std::string_view body);

/// The same of a body with an id that is the whole of what a logger's line says, perhaps behind its status;
/// or behind a status alone that a line begins with. `dated`: a time stands before it.
bool leadsToWholeMessage(std::string_view before, std::string_view body, bool dated);

/// The status that is all that stands behind a body: `{…} (529)`.
std::optional<int> statusBehindBody(std::string_view body);

} // namespace derouter
