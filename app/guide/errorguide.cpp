// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide/errorguide.h"

#include "guide/guidetable.h"
#include "guide/messagerules.h"
#include "guide/statustables.h"

#include <algorithm>
#include <array>
#include <string>

namespace derouter::guide {

namespace {

constexpr std::size_t readAtMost = 2048; ///< bytes of a message: what it is about stands at its beginning

constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

constexpr bool isWordChar(char c) {
    return isDigit(c) || (lower(c) >= 'a' && lower(c) <= 'z') || c == '_';
}

constexpr bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool equal(std::string_view left, std::string_view right) {
    return std::ranges::equal(left, right, {}, lower, lower);
}

/// Without the white space around it and a full stop at its end.
std::string_view bare(std::string_view text) {
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && (isSpace(text.back()) || text.back() == '.'))
        text.remove_suffix(1);
    return text;
}

/// Where the number at the beginning of `text` ends, such as 60, 12.50 or 1,000; 0 when there is none.
std::size_t numberLength(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() &&
           (isDigit(text[length]) || (length > 0 && (text[length] == '.' || text[length] == ','))))
        ++length;
    return length > 0 && isDigit(text[length - 1]) ? length : 0;
}

/// How many bytes at the beginning of `text` are the guide's message `literal`, where "N)" stands for a
/// number; 0 for none.
std::size_t literalLength(std::string_view text, std::string_view literal) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < literal.size(); ++i) {
        const bool number = literal.substr(i).starts_with("N)");
        const std::size_t length =
            number ? numberLength(text.substr(at)) : at < text.size() && lower(text[at]) == lower(literal[i]);
        if (length == 0)
            return 0;
        at += length;
    }
    return at;
}

/// Whether a phrase may end before `rest`: "Invalid API key or token" is not "Invalid API key".
bool endsHere(std::string_view rest) {
    if (rest.empty())
        return true;
    if (isWordChar(rest[0]) || rest[0] == '-' || rest[0] == '/')
        return false;
    return !(rest.size() > 3 && equal(rest.substr(0, 3), " or") && !isWordChar(rest[3]));
}

/// Whether a phrase may begin after `before`: "Missing or invalid API key" is not "Invalid API key".
bool beginsHere(std::string_view before) {
    if (before.empty())
        return true;
    const char last = before.back();
    if (isWordChar(last) || last == '-' || last == '/')
        return false;
    const std::string_view words = bare(before);
    return !(words.size() > 2 && equal(words.substr(words.size() - 2), "or") &&
             !isWordChar(words[words.size() - 3]));
}

bool statesLiteral(std::string_view message, std::string_view literal) {
    for (std::size_t at = 0; at + literal.size() <= message.size(); ++at) {
        const std::size_t length = literalLength(message.substr(at), literal);
        if (length > 0 && beginsHere(message.substr(0, at)) && endsHere(message.substr(at + length)))
            return true;
    }
    return false;
}

/// Whether a word of the message begins with `words`.
bool mentions(std::string_view message, std::string_view words) {
    for (std::size_t at = 0; at + words.size() <= message.size(); ++at) {
        if (lower(message[at]) == lower(words[0]) && (at == 0 || !isWordChar(message[at - 1])) &&
            equal(message.substr(at, words.size()), words))
            return true;
    }
    return false;
}

/// Whether a message is more than an empty body, a page of HTML or the name of the status.
bool saysSomething(std::string_view message) {
    const std::string_view text = bare(message);
    return !text.empty() && text[0] != '<' && !text.ends_with("(no body)") && !equal(text, "Bad Request");
}

bool statesType(std::string_view type) {
    return !type.empty() && !equal(type, "none") && !equal(type, "null");
}

bool listsType(std::string_view type) {
    return std::ranges::find(typeRows(), type, &TypeRow::type) != typeRows().end();
}

const TypeRow* rowOfStatus(int status) {
    const auto has = [&](const TypeRow& row) {
        return std::ranges::find(row.statuses, status) != row.statuses.end();
    };
    const auto found = std::ranges::find_if(typeRows(), has);
    return found == typeRows().end() ? nullptr : &*found;
}

bool listsStatus(int status) {
    return codeRow(status) || rowOfStatus(status);
}

/// What a record states.
struct Stated {
    int status; ///< 0 for an error inside a stream
    std::string_view type;
    std::string_view errorCode;
    std::string_view message;
};

struct Finding {
    const Cause* cause = nullptr;
    bool byType = false;
    bool byMessage = false;
};

const Cause* literalCause(int status, std::string_view message) {
    for (const Cause& cause : causes()) {
        if (cause.status == status && !cause.message.empty() && statesLiteral(message, cause.message))
            return &cause;
    }
    return nullptr;
}

/// The one status that a type stands for; 0 when it has several or none.
int soleStatus(std::string_view type) {
    const TypeRow* row = typeRow(type, std::nullopt);
    return row && row->statuses.size() == 1 ? row->statuses[0] : 0;
}

/// The status that a type of several has when the message is the guide's very wording for it; 0 for none.
int statusByWording(std::string_view type, std::string_view message) {
    for (const CodeRow& row : codeTable) { // the guide's own words, whatever is shown in their stead
        if (typeRow(type, row.status) && equal(bare(message), row.meaning.source))
            return row.status;
    }
    return 0;
}

/// The status that OpenAI's word for an error belongs to; 0 for none.
int statusByCode(const Stated& stated) {
    const auto names = [&](const Phrase& phrase) {
        return equal(stated.errorCode, phrase.words) || equal(stated.type, phrase.words);
    };
    const auto found = std::ranges::find_if(phrases, names);
    return found == std::end(phrases) ? 0 : found->status;
}

/// The status that a type comes with which the guide does not list; 0 for none.
int statusOfProvidersType(std::string_view type) {
    const auto found = std::ranges::find(providersTypes, type, &ProvidersType::type);
    return found == std::end(providersTypes) ? 0 : found->status;
}

/// The status of an error that states no more than its message; 0 where that is not known.
int statusByProvidersWords(std::string_view message) {
    const auto begins = [message](const ProvidersWords& known) {
        const auto length = known.words.size();
        return message.size() >= length && equal(message.substr(0, length), known.words) &&
               endsHere(message.substr(length));
    };
    const auto found = std::ranges::find_if(providersWords, begins);
    return found == std::end(providersWords) ? 0 : found->status;
}

/// The status of an error that states none.
int impliedStatus(const Stated& stated) {
    if (const int byCode = statusByCode(stated); byCode != 0)
        return byCode;
    if (const int byType = soleStatus(stated.type); byType != 0)
        return byType;
    if (const int passed = statusOfProvidersType(stated.type); passed != 0)
        return passed;
    return statesType(stated.type) ? statusByWording(stated.type, stated.message)
                                   : statusByProvidersWords(bare(stated.message));
}

/// The status a failure is read as: the one stated, unless type and message speak against it together.
int effectiveStatus(const Stated& stated) {
    if (stated.status == 0)
        return impliedStatus(stated);
    const int byType = soleStatus(stated.type);
    // Relays answer with a status of their own for an overloaded provider and leave the body as it was.
    if ((stated.status == 500 || stated.status == 503) && byType == 529)
        return byType;
    if (byType != stated.status && listsStatus(stated.status) && literalCause(byType, stated.message))
        return byType;
    return stated.status;
}

/// What phrases that are our reading say under a status.
Finding byPhrase(int status, const Stated& stated) {
    for (const Phrase& phrase : phrases) {
        if (phrase.status != status)
            continue;
        const bool type = equal(stated.type, phrase.words) || equal(stated.errorCode, phrase.words);
        const bool message = mentions(stated.message, phrase.words);
        if (type || message)
            return {causeById(phrase.cause), type, message};
    }
    return {};
}

/// What stands for a status when the message does not decide: the last of its causes in the guide.
const Cause* undecidedCause(int status) {
    const Cause* last = nullptr;
    for (const Cause& cause : causes()) {
        if (cause.inGuide && cause.status == status)
            last = &cause;
    }
    return last;
}

Finding listedFinding(int status, const Stated& stated) {
    if (const Cause* cause = literalCause(status, stated.message))
        return {cause, false, true};
    if (const Finding found = byPhrase(status, stated); found.cause)
        return found;
    // A bad request that gives a reason which is not recognisably the provider's.
    const bool reasoned = stated.type == namedCauses.invalidRequest->type || saysSomething(stated.message);
    if (status == namedCauses.invalidRequest->status && reasoned)
        return {namedCauses.invalidRequest};
    return {undecidedCause(status)};
}

Finding unlistedFinding(const Stated& stated) {
    const auto has = [&](const StatusRange& r) {
        return r.first <= stated.status && stated.status <= r.last;
    };
    const auto range = std::ranges::find_if(unlistedStatuses, has);
    const bool explains = statesType(stated.type) || saysSomething(stated.message);
    const bool clientError = stated.status >= 400 && stated.status < 500;
    Finding finding = byPhrase(stated.status, stated);
    if (range != std::end(unlistedStatuses))
        finding.cause = causeById(range->cause);
    else
        finding.cause = clientError && explains ? namedCauses.passedThrough : namedCauses.notInGuide;
    if (finding.cause == namedCauses.passedThrough)
        finding.byType = statesType(stated.type) && !listsType(stated.type);
    return finding;
}

Finding undeterminedInStream(std::string_view type) {
    const bool listed = listsType(type);
    return {listed ? namedCauses.apiErrorWithoutCode : namedCauses.unknownInStream, listed};
}

Finding find(int status, const Stated& stated) {
    if (listsStatus(status))
        return listedFinding(status, stated);
    if (status == 0)
        return undeterminedInStream(stated.type);
    Stated known = stated;
    known.status = status;
    return unlistedFinding(known);
}

bool contradicts(const Stated& stated) {
    return listsStatus(stated.status) && listsType(stated.type) && !typeRow(stated.type, stated.status);
}

/// What the guide makes of a failure, worked out anew.
Reading reading(const Statement& statement) {
    if (statement.answeredBy == AnsweredBy::LocalProxy)
        return {.cause = namedCauses.localProxy, .move = namedCauses.localProxy->move};
    if (statement.answeredBy == AnsweredBy::Network)
        return {.cause = namedCauses.network, .move = namedCauses.network->move};
    if (statement.answeredBy == AnsweredBy::Nobody)
        return {.cause = namedCauses.clientClosed};
    const FailureCode code = statement.code;
    if (code.isNoResponse())
        return {.cause = namedCauses.noResponse};

    const bool codeSays = !statesType(statement.type) && !statement.errorCode.empty();
    const std::string_view type = codeSays ? statement.errorCode : statement.type;
    const Stated stated{code.isInStream() ? 0 : code.value, type, statement.errorCode,
                        statement.message.substr(0, readAtMost)};
    const int status = effectiveStatus(stated);
    const Finding finding = find(status, stated);
    const int rowStatus = code.isInStream() ? status : stated.status;
    const bool movesByCause = status == 0 || listsStatus(code.isInStream() ? status : stated.status);
    const bool byProvidersType = stated.status == 0 && statusOfProvidersType(type) != 0;
    return {
        .cause = finding.cause,
        .codeRow = codeRow(stated.status),
        .typeRow = statesType(type) ? typeRow(type, rowStatus) : rowOfStatus(rowStatus),
        .move = movesByCause ? finding.cause->move : WhoseMove::Unknown,
        .evidence = {.status = stated.status != 0 && stated.status == status,
                     .type = finding.byType || byProvidersType ||
                             (finding.cause->inGuide && typeRow(type, status)),
                     .message = finding.byMessage,
                     .contradiction = contradicts(stated)},
    };
}

} // namespace

/// A log states the same few failures again and again.
Reading read(const Statement& statement) {
    struct Known {
        FailureCode code{};
        AnsweredBy answeredBy{};
        std::string type;
        std::string errorCode;
        std::string message;
        Reading reading{};

        bool isOf(const Statement& stated) const {
            return reading.cause && code == stated.code && answeredBy == stated.answeredBy &&
                   type == stated.type && errorCode == stated.errorCode && message == stated.message;
        }
    };
    thread_local std::array<Known, 47> memo; // so many that the common codes have a place each
    Known& known =
        memo[(static_cast<std::size_t>(statement.code.value) + statement.message.size()) % memo.size()];
    if (!known.isOf(statement))
        known = {statement.code,
                 statement.answeredBy,
                 std::string(statement.type),
                 std::string(statement.errorCode),
                 std::string(statement.message),
                 reading(statement)};
    return known.reading;
}

int statusOfMessage(std::string_view message) {
    const auto says = [message = message.substr(0, readAtMost)](const Cause& cause) {
        return !cause.message.empty() && statesLiteral(message, cause.message);
    };
    const auto found = std::ranges::find_if(causes(), says);
    return found == causes().end() ? 0 : found->status;
}

const Cause* causeById(std::string_view id) {
    const auto found = std::ranges::find(causes(), id, &Cause::id);
    return found == causes().end() ? nullptr : &*found;
}

const CodeRow* codeRow(int status) {
    const auto found = std::ranges::find(codeRows(), status, &CodeRow::status);
    return found == codeRows().end() ? nullptr : &*found;
}

const TypeRow* typeRow(std::string_view type, std::optional<int> status) {
    const TypeRow* found = nullptr;
    for (const TypeRow& row : typeRows()) {
        if (row.type != type || (status && std::ranges::find(row.statuses, *status) == row.statuses.end()))
            continue;
        if (found)
            return nullptr;
        found = &row;
    }
    return found;
}

} // namespace derouter::guide
