// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errorevent.h"

#include <QCoreApplication>
#include <QString>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

/// The API error guide of DeRouter as data, and what can be concluded from it.
///
/// Every text is English source text marked with QT_TRANSLATE_NOOP("Guide", …); `translated()` gives it in
/// the language of the program.
namespace derouter::guide {

/// Whose words a text is: the guide's own, or our reading where the guide says nothing.
enum class Origin : std::uint8_t { Guide, Ours };

struct Text {
    const char* source = ""; ///< English, context "Guide"
    Origin origin = Origin::Guide;

    constexpr bool isEmpty() const { return source[0] == '\0'; }
    QString translated() const {
        return isEmpty() ? QString() : QCoreApplication::translate("Guide", source);
    }
};

/// The guide's chapters, in its order.
enum class Section : std::uint8_t {
    None,
    CannotConnect,
    OutOfCredits,
    TooManyRequests,
    InvalidRequest,
    NoProvidersAvailable,
    UpstreamIssues,
    ReadingErrorResponses,
};

/// Whether and when to send the request again.
struct RetryAdvice {
    bool retry = false;
    int fromSeconds = 0; ///< 0 with `toSeconds` 0: the guide gives no number
    int toSeconds = 0;
    Text words; ///< a sentence such as "Yes, after 5–10 seconds."
};

/// A row of the guide's first table: one HTTP status.
struct CodeRow {
    int status;
    Text meaning;
    Text quickFix;
    WhoseMove move;
    Section section;
    bool isToldOtherwise = false; ///< the second table says something else of it
};

/// A row of the guide's second table: one error.type under some statuses.
struct TypeRow {
    std::string_view type;
    std::span<const int> statuses;
    Text meaning;
    Text action;
};

/// What stands behind a failure, finer than a code.
struct Cause {
    std::string_view id;   ///< "upstream.overloaded"
    int status;            ///< 0 when it has none of its own
    std::string_view type; ///< error.type the guide pairs with it; empty when any
    std::string_view
        message; ///< literal message of the guide, N for a number; empty where the guide gives none
    WhoseMove move;
    Section section;
    bool inGuide; ///< false: the guide does not list it, and the window says so
    Text name;    ///< short name for a table cell
    Text when;    ///< what it is: when this happens
    Text fix;     ///< what to do
    RetryAdvice retry;
    Text note; ///< what to know beside it, such as "not your key"; may be empty
};

/// What the guide makes of one failure.
struct Reading {
    const Cause* cause = nullptr;     ///< never null in what `read()` gives
    const CodeRow* codeRow = nullptr; ///< the first table's row for the status; null when it has none
    /// The second table's row for (type, status), or for the status alone where no type is stated; null when
    /// none.
    const TypeRow* typeRow = nullptr;
    WhoseMove move = WhoseMove::Unknown; ///< the cause's; not known where the guide does not list the status
    Evidence evidence = {};
};

/// What a record states of a failure; texts may be empty.
struct Statement {
    FailureCode code = {};
    std::string_view type = {};
    std::string_view errorCode = {}; ///< OpenAI's `error.code`: often says more than its `type`
    std::string_view message = {};
    AnsweredBy answeredBy = AnsweredBy::Unstated;
};

/// Of a Sighting or an ErrorEvent, whose texts it views.
template <typename Failure> Statement statementOf(const Failure& failure) {
    return {.code = failure.code,
            .type = failure.type,
            .errorCode = failure.errorCode,
            .message = failure.message,
            .answeredBy = failure.answeredBy};
}

/// The most specific cause for what a record states, and on what evidence.
///
/// Never guesses: `api_error` without a status is the cause
/// "api-error.code-unknown", a pair the guide does not know sets `evidence.contradiction`; what a proxy of
/// the user's own answered is never one of the guide's causes. Only the message's first 2 KiB are read.
/// Allocates nothing; safe in any thread.
Reading read(const Statement& statement);
inline Reading read(FailureCode code, std::string_view type, std::string_view message) {
    return read({.code = code, .type = type, .message = message});
}

/// The status of the answers that have a message which the guide gives word for word; 0 for other messages.
int statusOfMessage(std::string_view message);

/// Every cause, in the guide's order, then those that are not in the guide.
std::span<const Cause> causes();
/// The place of one of them.
inline std::uint8_t indexOf(const Cause& cause) {
    return static_cast<std::uint8_t>(&cause - causes().data());
}
/// The guide's first table, by rising status.
std::span<const CodeRow> codeRows();
/// The guide's second table.
std::span<const TypeRow> typeRows();

/// Null when there is no such cause or row.
const Cause* causeById(std::string_view id);
const CodeRow* codeRow(int status);
/// The row for a type; with a status the row of that pair only. Null also for a type of several rows without
/// a status.
const TypeRow* typeRow(std::string_view type, std::optional<int> status);

Text sectionTitle(Section section);
Text sectionText(Section section);
/// "You", "DeRouter", "AI provider", "Not known".
Text moveName(WhoseMove move);

/// The address and the facts DeRouter's support asks for.
inline constexpr const char* supportAddress = "support@derouter.ai";

} // namespace derouter::guide
