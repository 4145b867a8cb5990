// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide/guidetable.h"

#include "guide/messagerules.h"
#include "guide/notinguide.h"
#include "guide/statustables.h"

#include <algorithm>
#include <array>

namespace derouter::guide {

namespace {

using enum WhoseMove;

/// What the causes of one chapter share.
struct Family {
    int status;
    std::string_view type;
    WhoseMove move;
    Section section;
};

struct Words {
    Text name;
    Text when;
    Text fix;
    RetryAdvice retry;
    Text note;
};

constexpr Cause listed(const Family& family, std::string_view id, std::string_view message,
                       const Words& words) {
    return {.id = id,
            .status = family.status,
            .type = family.type,
            .message = message,
            .move = family.move,
            .section = family.section,
            .inGuide = true,
            .name = words.name,
            .when = words.when,
            .fix = words.fix,
            .retry = words.retry,
            .note = words.note};
}

constexpr RetryAdvice no(Text words) {
    return {.words = words};
}

constexpr RetryAdvice yes(Text words, int fromSeconds = 0, int toSeconds = 0) {
    return {true, fromSeconds, toSeconds, words};
}

constexpr Family authentication{401, "authentication_error", You, Section::CannotConnect};
constexpr Family billing{402, "billing_error", You, Section::OutOfCredits};
constexpr Family rateLimit{429, "rate_limit_error", You, Section::TooManyRequests};
constexpr Family badRequest{400, "invalid_request_error", You, Section::InvalidRequest};
constexpr Family passedThrough{0, {}, You, Section::InvalidRequest};
constexpr Family noProviders{503, "api_error", DeRouter, Section::NoProvidersAvailable};

constexpr Family upstream(int status, std::string_view type) {
    return {status, type, Provider, Section::UpstreamIssues};
}

constexpr RetryAdvice keyFirst = no(said(QT_TRANSLATE_NOOP("Guide", "No. Check your API key first.")));
constexpr RetryAdvice bodyFirst = no(said(QT_TRANSLATE_NOOP("Guide", "No. Check your request body first.")));
constexpr RetryAdvice aFewSeconds = yes(said(QT_TRANSLATE_NOOP("Guide", "Yes, after a few seconds.")));

// In the guide's order. The last cause of a status is what stands when the message does not decide.
constexpr Cause listedCauses[] = {
    listed(authentication, "auth.missing-key", "Missing API key",
           {.name = said(QT_TRANSLATE_NOOP("Guide", "Missing API key")),
            .when = said(
                QT_TRANSLATE_NOOP("Guide", "The request carried no API key, or no Authorization header.")),
            .fix = said(QT_TRANSLATE_NOOP("Guide",
                                          "Send the header “Authorization: Bearer sk-ant-…” or “x-api-key” "
                                          "with every request.")),
            .retry = keyFirst,
            .note = ours(QT_TRANSLATE_NOOP("Guide",
                                           "Check that the program really sees the setting that holds the "
                                           "key: a service does not read your shell's variables."))}),
    listed(authentication, "auth.invalid-key", "Invalid API key",
           {.name = said(QT_TRANSLATE_NOOP("Guide", "Invalid API key")),
            .when = said(QT_TRANSLATE_NOOP("Guide", "The key does not exist, was deleted or is disabled.")),
            .fix = said(QT_TRANSLATE_NOOP("Guide",
                                          "Check your keys on the API dashboard and make a new one: the old "
                                          "one may be revoked.")),
            .retry = keyFirst,
            .note = ours(QT_TRANSLATE_NOOP("Guide",
                                           "DeRouter's keys begin with sk-ant-, as Anthropic's own do. Make "
                                           "sure that the program sends the one of DeRouter."))}),
    listed(authentication, "auth.session-expired", "Invalid or expired token",
           {.name = ours(QT_TRANSLATE_NOOP("Guide", "Session expired")),
            .when = said(QT_TRANSLATE_NOOP("Guide",
                                           "Your login session on the web dashboard is over; it lasts 24 "
                                           "hours.")),
            .fix = said(QT_TRANSLATE_NOOP("Guide", "Log in again. Your wallet and keys are kept.")),
            .retry = no(said(QT_TRANSLATE_NOOP("Guide", "No. Log in again first."))),
            .note = ours(QT_TRANSLATE_NOOP("Guide", "This is about the login, not about an API key."))}),
    listed(authentication, "auth.unspecified", {},
           {.name = said(QT_TRANSLATE_NOOP("Guide", "Authentication failed")),
            .when = ours(QT_TRANSLATE_NOOP("Guide",
                                           "The key or the login was refused. The record does not say why: "
                                           "no key, an invalid key, or an expired session.")),
            .fix = said(QT_TRANSLATE_NOOP("Guide", "Check your API key.")),
            .retry = keyFirst,
            .note = ours(QT_TRANSLATE_NOOP("Guide", "The body of the answer tells which of them it is."))}),

    listed(billing, "billing.balance", "Insufficient balance",
           {.name = said(QT_TRANSLATE_NOOP("Guide", "Insufficient balance")),
            .when = said(QT_TRANSLATE_NOOP("Guide", "The account's USDC balance is spent.")),
            .fix = said(QT_TRANSLATE_NOOP("Guide",
                                          "Deposit USDC. The balance updates once the on-chain transaction "
                                          "confirms.")),
            .retry = no(said(QT_TRANSLATE_NOOP("Guide", "No, not until the deposit is confirmed."))),
            .note = ours(
                QT_TRANSLATE_NOOP("Guide", "The balance is the account's: another key does not help."))}),
    listed(billing, "billing.key-budget", "API key budget ($N) exceeded",
           {.name = ours(QT_TRANSLATE_NOOP("Guide", "Key budget exceeded")),
            .when = said(QT_TRANSLATE_NOOP("Guide", "The spending cap set on this key is reached.")),
            .fix = said(QT_TRANSLATE_NOOP("Guide",
                                          "Raise the budget in Key Management, or use a key without a cap.")),
            .retry = no(said(QT_TRANSLATE_NOOP("Guide", "No, not until the budget is raised."))),
            .note = ours(QT_TRANSLATE_NOOP("Guide", "The cap is this key's: a deposit does not lift it."))}),
    listed(billing, "billing.unspecified", {},
           {.name = said(QT_TRANSLATE_NOOP("Guide", "Out of credits / budget")),
            .when = ours(QT_TRANSLATE_NOOP("Guide",
                                           "The account's balance is spent, or the key's budget is reached. "
                                           "The record does not say which.")),
            .fix = said(QT_TRANSLATE_NOOP("Guide", "Deposit USDC or raise the budget.")),
            .retry = no(said(QT_TRANSLATE_NOOP("Guide", "No, not until you deposit or raise the budget."))),
            .note = ours(QT_TRANSLATE_NOOP("Guide",
                                           "Look at the account's balance and at the key's budget; one of "
                                           "them shows it. A 402 that speaks of slots has been seen as well, "
                                           "and the guide does not explain it."))}),

    listed(
        rateLimit, "rate.rpm", "Requests per minute limit (N) exceeded",
        {.name = ours(QT_TRANSLATE_NOOP("Guide", "Requests per minute")),
         .when = said(QT_TRANSLATE_NOOP("Guide", "More requests came in the last minute than the key's limit "
                                                 "allows, by default 60.")),
         .fix = said(QT_TRANSLATE_NOOP("Guide", "Wait a few seconds, then retry.")),
         .retry = aFewSeconds,
         .note =
             ours(QT_TRANSLATE_NOOP("Guide", "If it keeps coming, spread the requests over the minute."))}),
    listed(
        rateLimit, "rate.concurrency", {},
        {.name = ours(QT_TRANSLATE_NOOP("Guide", "Requests in parallel")),
         .when = said(
             QT_TRANSLATE_NOOP("Guide", "More requests are in flight than the key allows, by default 5.")),
         .fix = ours(QT_TRANSLATE_NOOP("Guide", "Wait a few seconds, and run fewer requests in parallel.")),
         .retry = aFewSeconds,
         .note = ours(QT_TRANSLATE_NOOP("Guide",
                                        "The guide does not give the wording of this message; that it is "
                                        "the concurrency limit is our reading."))}),
    listed(
        rateLimit, "rate.unspecified", {},
        {.name = said(QT_TRANSLATE_NOOP("Guide", "Too many requests")),
         .when = ours(QT_TRANSLATE_NOOP("Guide", "A limit was exceeded: requests per minute or requests in "
                                                 "parallel. The record does not say which.")),
         .fix = said(QT_TRANSLATE_NOOP("Guide", "Wait a few seconds, then retry.")),
         .retry = aFewSeconds,
         .note = ours(QT_TRANSLATE_NOOP("Guide",
                                        "It can also be a limit of the AI provider or of a proxy of your "
                                        "own. The guide gives no number for the wait."))}),

    listed(badRequest, "request.invalid", {},
           {.name = ours(QT_TRANSLATE_NOOP("Guide", "Invalid request")),
            .when = said(QT_TRANSLATE_NOOP("Guide",
                                           "Something is wrong in the request body: no model, an invalid "
                                           "format or the like.")),
            .fix = said(QT_TRANSLATE_NOOP("Guide", "Check your request body.")),
            .retry = bodyFirst,
            .note = ours(QT_TRANSLATE_NOOP("Guide", "The original message usually names the field."))}),
    listed(passedThrough, "request.passed-through", {},
           {.name = ours(QT_TRANSLATE_NOOP("Guide", "Passed through")),
            .when = said(QT_TRANSLATE_NOOP("Guide",
                                           "The upstream API refused the request, for example because the "
                                           "prompt is too long or a tool has an invalid format. Its message "
                                           "is passed through unchanged.")),
            .fix = said(QT_TRANSLATE_NOOP("Guide", "Follow the original message.")),
            .retry = no(said(QT_TRANSLATE_NOOP("Guide", "No. Follow the original message first."))),
            .note = ours(QT_TRANSLATE_NOOP("Guide",
                                           "Of these, the guide's tables list only 400. 403, 404, 408, 409, "
                                           "413, 415 and 422 are not in the guide: what they mean stands in "
                                           "the original message alone."))}),
    listed(badRequest, "request.unspecified", {},
           {.name = ours(QT_TRANSLATE_NOOP("Guide", "Bad request")),
            .when =
                ours(QT_TRANSLATE_NOOP("Guide", "The request was refused, and the record does not say why.")),
            .fix = said(QT_TRANSLATE_NOOP("Guide", "Check your request body.")),
            .retry = bodyFirst,
            .note = ours(
                QT_TRANSLATE_NOOP("Guide", "The body of the answer names what is wrong: have it logged."))}),

    listed(noProviders, "providers.none", {},
           {.name = ours(QT_TRANSLATE_NOOP("Guide", "No provider available")),
            .when = said(QT_TRANSLATE_NOOP("Guide",
                                           "DeRouter cannot find a provider right now. This is temporary: "
                                           "one should become available shortly.")),
            .fix = said(QT_TRANSLATE_NOOP("Guide", "Retry in 2–5 seconds.")),
            .retry = yes(said(QT_TRANSLATE_NOOP("Guide", "Yes, after 2–5 seconds.")), 2, 5),
            .note = ours(QT_TRANSLATE_NOOP("Guide",
                                           "Not the same as 529, where the AI provider is overloaded. The "
                                           "guide says “a few seconds” in one table and “2–5 seconds” in "
                                           "the other. A 503 without a request-id may come from a proxy of "
                                           "your own."))}),

    listed(upstream(500, "api_error"), "upstream.error", {},
           {.name = said(QT_TRANSLATE_NOOP("Guide", "Upstream server error")),
            .when = said(QT_TRANSLATE_NOOP("Guide",
                                           "The AI provider failed, after DeRouter had already tried several "
                                           "providers.")),
            .fix = said(QT_TRANSLATE_NOOP("Guide", "Retry shortly.")),
            .retry = yes(said(QT_TRANSLATE_NOOP("Guide", "Yes, shortly."))),
            .note = ours(QT_TRANSLATE_NOOP("Guide", "500 stands only in the guide's table of types."))}),
    listed(upstream(502, "api_error"), "upstream.provider-auth", {},
           {.name = said(QT_TRANSLATE_NOOP("Guide", "Provider auth failed")),
            .when = said(QT_TRANSLATE_NOOP("Guide", "The provider's own credentials failed.")),
            .fix = said(
                QT_TRANSLATE_NOOP("Guide", "DeRouter retries by itself. Contact support if it repeats.")),
            .retry = yes(said(QT_TRANSLATE_NOOP("Guide", "Yes. Contact support if it repeats."))),
            .note = ours(QT_TRANSLATE_NOOP("Guide",
                                           "Not your key: these are the credentials between DeRouter and the "
                                           "provider, so leave your own as it is. The guide's other table "
                                           "calls a 502 an upstream server error. One without a request-id "
                                           "may come from a proxy of your own."))}),
    listed(upstream(504, "api_error"), "upstream.timeout", {},
           {.name = said(QT_TRANSLATE_NOOP("Guide", "Provider timed out")),
            .when = said(QT_TRANSLATE_NOOP("Guide", "The AI provider did not answer in time.")),
            .fix = said(QT_TRANSLATE_NOOP("Guide", "Retry your request.")),
            .retry = yes(said(QT_TRANSLATE_NOOP("Guide", "Yes, retry your request."))),
            .note = ours(QT_TRANSLATE_NOOP(
                "Guide", "A 504 without a request-id may come from a proxy of your own that "
                         "stopped waiting."))}),
    listed(upstream(529, "overloaded_error"), "upstream.overloaded", {},
           {.name = ours(QT_TRANSLATE_NOOP("Guide", "AI provider overloaded")),
            .when = said(QT_TRANSLATE_NOOP("Guide", "The AI provider (Anthropic or OpenAI) is overloaded.")),
            .fix = said(QT_TRANSLATE_NOOP("Guide", "Wait 5–10 seconds, then retry.")),
            .retry = yes(said(QT_TRANSLATE_NOOP("Guide", "Yes, after 5–10 seconds.")), 5, 10),
            .note = ours(QT_TRANSLATE_NOOP(
                "Guide", "Not the same as 503, where DeRouter has no provider available."))}),
};

constexpr auto builtInCauses = [] {
    std::array<Cause, std::size(listedCauses) + std::size(unlistedCauses)> all{};
    std::ranges::copy(unlistedCauses, std::ranges::copy(listedCauses, all.begin()).out);
    return all;
}();

// What is used: their texts may come from a file.
constinit auto usedCauses = builtInCauses;
constinit auto usedCodeRows = std::to_array(codeTable);
constinit auto usedTypeRows = std::to_array(typeTable);

constexpr const Cause* find(std::string_view id) {
    const auto found = std::ranges::find(builtInCauses, id, &Cause::id);
    return found == builtInCauses.end() ? nullptr : &*found;
}

// What must hold of the tables, so that a new row cannot be half a row.

constexpr bool idsAreUnique() {
    return std::ranges::all_of(builtInCauses, [](const Cause& cause) { return find(cause.id) == &cause; });
}

constexpr bool textsAreComplete(const Cause& cause) {
    return !cause.id.empty() && !cause.name.isEmpty() && !cause.when.isEmpty() && !cause.fix.isEmpty() &&
           !cause.retry.words.isEmpty() && cause.retry.fromSeconds <= cause.retry.toSeconds &&
           cause.inGuide == (cause.section != Section::None);
}

constexpr bool isOurs(const Cause& cause) {
    const Text texts[] = {cause.name, cause.when, cause.fix, cause.retry.words, cause.note};
    return !cause.inGuide && cause.message.empty() &&
           std::ranges::all_of(texts, [](const Text& text) { return text.origin == Origin::Ours; });
}

constexpr bool hasCauses(const CodeRow& row) {
    const auto fits = [&](const Cause& cause) {
        return cause.status != row.status || (cause.move == row.move && cause.section == row.section);
    };
    return std::ranges::find(listedCauses, row.status, &Cause::status) != std::end(listedCauses) &&
           std::ranges::all_of(listedCauses, fits) && !row.meaning.isEmpty() && !row.quickFix.isEmpty();
}

constexpr bool hasCauses(const TypeRow& row) {
    return !row.meaning.isEmpty() && !row.action.isEmpty() &&
           std::ranges::all_of(row.statuses, [&](int status) {
               const auto fits = [&](const Cause& cause) {
                   return cause.status == status && cause.type == row.type && cause.message.empty();
               };
               return std::ranges::any_of(listedCauses, fits);
           });
}

constexpr bool isSound(const Phrase& phrase) {
    const Cause* cause = find(phrase.cause);
    return !phrase.words.empty() &&
           (phrase.cause.empty() || (cause && (cause->status == phrase.status || cause->status == 0)));
}

static_assert(idsAreUnique());
static_assert(std::ranges::all_of(builtInCauses, textsAreComplete));
static_assert(std::ranges::all_of(unlistedCauses, isOurs));
static_assert(std::ranges::all_of(codeTable, [](const CodeRow& row) { return hasCauses(row); }));
static_assert(std::ranges::all_of(typeTable, [](const TypeRow& row) { return hasCauses(row); }));
static_assert(std::ranges::is_sorted(codeTable, {}, &CodeRow::status));
static_assert(std::ranges::all_of(phrases, isSound));
static_assert(std::ranges::all_of(unlistedStatuses,
                                  [](const StatusRange& range) { return find(range.cause); }));

/// A cause that has to be there: a wrong id does not compile.
consteval const Cause* named(std::string_view id) {
    const Cause* cause = find(id);
    return cause ? &usedCauses[static_cast<std::size_t>(cause - builtInCauses.data())]
                 : throw "no such cause";
}

} // namespace

constinit const NamedCauses namedCauses = {
    .invalidRequest = named("request.invalid"),
    .passedThrough = named("request.passed-through"),
    .apiErrorWithoutCode = named("api-error.code-unknown"),
    .unknownInStream = named("stream.unknown"),
    .noResponse = named("no-response"),
    .notInGuide = named("not-in-guide"),
    .localProxy = named("proxy.local"),
    .network = named("cdn.error"),
    .clientClosed = named("client.closed"),
};

std::span<const Cause> causes() {
    return usedCauses;
}

std::span<const CodeRow> codeRows() {
    return usedCodeRows;
}

std::span<const TypeRow> typeRows() {
    return usedTypeRows;
}

UsedTables usedTables() {
    return {usedCauses, usedCodeRows, usedTypeRows};
}

} // namespace derouter::guide
