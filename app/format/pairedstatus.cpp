// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/pairedstatus.h"

#include "format/errortext.h"
#include "format/spellings.h"
#include "format/statuswords.h"
#include "format/texts.h"

#include <algorithm>
#include <utility>

namespace derouter {

namespace {

constexpr bool isSame(char a, char b) {
    return (a | 0x20) == (b | 0x20);
}

/// What is said with a status, by HTTP, by DeRouter and by programs, in any case.
constexpr std::pair<int, std::string_view> reasons[] = {{400, "bad request"},
                                                        {401, "unauthorized"},
                                                        {401, "invalid api key"},
                                                        {402, "payment required"},
                                                        {402, "insufficient balance"},
                                                        {402, "budget exceeded"},
                                                        {403, "forbidden"},
                                                        {413, "request too large"},
                                                        {429, "too many requests"},
                                                        {429, "rate limited"},
                                                        {429, "rate limit exceeded"},
                                                        {429, "rate limit"},
                                                        {429, "requests per minute limit"},
                                                        {500, "internal server error"},
                                                        {502, "bad gateway"},
                                                        {503, "service unavailable"},
                                                        {503, "no providers available"},
                                                        {504, "gateway timeout"},
                                                        {504, "provider timed out"},
                                                        {529, "site overloaded"},
                                                        {529, "provider overloaded"},
                                                        {529, "overloaded"}};

/// The reason of the status that `text` begins with.
std::string_view reasonAtFront(int status, std::string_view text) {
    for (const auto& [of, words] : reasons)
        if (of == status && text.size() >= words.size() &&
            std::ranges::equal(text.substr(0, words.size()), words, isSame) &&
            (text.size() == words.size() || !isClassNameChar(text[words.size()]) ||
             text[words.size()] == '.'))
            return text.substr(0, words.size());
    return {};
}

/// The reason that `text` ends with.
std::string_view reasonAtEnd(int status, std::string_view text) {
    for (const auto& [of, words] : reasons) {
        const std::size_t begin = text.size() - std::min(text.size(), words.size());
        if (of == status && begin > 0 && std::ranges::equal(text.substr(begin), words, isSame) &&
            !isClassNameChar(text[begin - 1]))
            return text.substr(begin);
    }
    return {};
}

/// `rate limited by DeRouter`, which a colon and the status follow.
std::string_view reasonBehindMark(int status, std::string_view text) {
    constexpr std::size_t farthest = 24;
    const std::size_t least = text.size() - std::min(text.size(), farthest);
    for (std::size_t end = text.size(); end > least; --end)
        if (const auto reason = end == text.size() || text[end] == ' '
                                    ? reasonAtEnd(status, text.substr(0, end))
                                    : std::string_view();
            !reason.empty())
            return reason;
    return {};
}

std::string_view wordAtFront(std::string_view text) {
    const auto end =
        std::ranges::find_if_not(text, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

/// What an error's message ends with at last: the id and what is done next.
std::string_view messageAtFront(std::string_view text) {
    std::size_t end = text.size();
    for (const std::string_view mark :
         {" (req", " [req", ") req", ", req", " req", " id=", ", retry", "; retry", " - retry", " [id"})
        end = std::min(end, text.find(mark));
    auto said = trimmed(text.substr(0, end), " \t\"'`,;-");
    while (said.ends_with(')') && std::ranges::count(said, '(') < std::ranges::count(said, ')'))
        said.remove_suffix(1);
    return said;
}

/// What stands behind the status: `overloaded_error: Overloaded`, `] rate_limit_error`, ` Too Many Requests`.
bool readBehind(std::string_view behind, PairedStatus& paired) {
    const std::size_t begin = behind.find_first_not_of(" ()[]:-,");
    if (begin == behind.npos || begin > 3)
        return false;
    const auto text = behind.substr(begin);
    const auto word = wordAtFront(text);
    if (word.find('_') != word.npos && goTogether(word, paired.status)) {
        paired.type = word;
        auto rest = text.substr(word.size());
        rest.remove_prefix(rest.starts_with(')') ? 1 : 0);
        paired.said = rest.starts_with(": ") ? messageAtFront(rest.substr(2)) : std::string_view();
        return true;
    }
    paired.said = reasonAtFront(paired.status, text);
    if (!paired.said.empty() && paired.status == 429 && paired.said.ends_with("limit"))
        paired.said = messageAtFront(text);
    return !paired.said.empty();
}

/// What stands before it: `overloaded_error (`, `Insufficient balance (`, `APIStatusError(`, `rate limited by
/// DeRouter: `.
bool readBefore(std::string_view before, PairedStatus& paired) {
    const bool bracketed = before.ends_with('(') || before.ends_with('[');
    const auto words = trimmed(before.substr(0, before.size() - (bracketed ? 1 : 0)));
    if (bracketed) {
        const auto word = words.substr(words.find_last_of(" \t:([\"'=") + 1);
        if (word.find('_') != word.npos && goTogether(word, paired.status)) {
            paired.type = word;
            return true;
        }
        paired.said = reasonAtEnd(paired.status, words);
        const bool touches = words.size() + 1 == before.size();
        return !paired.said.empty() || (touches && isSdkErrorName(classNameBefore(words, words.size())));
    }
    if (!words.ends_with(':'))
        return false;
    paired.said = reasonBehindMark(paired.status, words.substr(0, words.size() - 1));
    return !paired.said.empty();
}

bool isDuration(std::string_view word) {
    return word.size() > 1 && isDigit(word.front()) && word.ends_with('s');
}

bool isRequestId(std::string_view word) {
    return !word.empty() && requestIdAt(word) == word;
}

constexpr std::string_view columnMarks = " \t|,;[]"; ///< what parts columns

std::string_view lastColumn(std::string_view before) {
    before = trimmed(before, columnMarks);
    return before.substr(before.find_last_of(columnMarks) + 1);
}

std::string_view nextColumn(std::string_view behind) {
    behind = trimmed(behind, columnMarks);
    return behind.substr(0, behind.find_first_of(columnMarks));
}

/// Whether the number between these two is the column behind a model's name or an id.
bool isBehindName(std::string_view before, std::string_view behind) {
    const auto isParted = [](char c) { return columnMarks.find(c) != columnMarks.npos; };
    if (before.empty() || !isParted(before.back()) || (!behind.empty() && !isParted(behind.front())))
        return false;
    const auto last = lastColumn(before);
    const auto next = nextColumn(behind);
    const bool counts = !next.empty() && next[0] >= 'a' && next[0] <= 'z' && !isRequestId(next);
    return !counts && (isModelName(last) || isRequestId(last));
}

/// Between a model's name or an id and how long it took or whose request it was, as programs print columns.
bool isColumn(std::string_view before, std::string_view behind) {
    if (!isBehindName(before, behind))
        return false;
    const auto next = nextColumn(behind);
    return isRequestId(next) || isDuration(next);
}

/// `answered 402, request-id req_…`: what came back, and for which request.
bool isAnswer(std::string_view before, std::string_view behind) {
    constexpr std::size_t longestLabel = 24;
    constexpr std::string_view verbs[] = {"answered", "returned", "replied", "responded", "gave"};
    before = trimmed(before);
    for (const std::string_view filler : {" with", " status", " HTTP"})
        if (before.ends_with(filler))
            before.remove_suffix(filler.size());
    const auto ends = [before](std::string_view verb) { return before.ends_with(verb); };
    const std::size_t id = behind.substr(0, longestLabel).find("req_");
    return std::ranges::any_of(verbs, ends) && id != behind.npos && !requestIdAt(behind.substr(id)).empty();
}

/// Whether the number at `at` is a word of its own.
bool isWordOfItsOwn(std::string_view line, std::size_t at) {
    const char last = at > 0 ? line[at - 1] : ' ';
    const char next = at + 3 < line.size() ? line[at + 3] : ' ';
    return std::string_view(" \t([\"'`").find(last) != std::string_view::npos &&
           std::string_view(" \t)]:,;\"'`").find(next) != std::string_view::npos;
}

/// Whether a line says, in a word of its own, that all went well.
bool tellsOfSuccess(std::string_view line) {
    constexpr std::string_view words[] = {"ok",       "done",      "success",   "succeeded",
                                          "succeeds", "recovered", "completed", "successful"};
    std::string_view previous;
    for (std::size_t at = 0; at < line.size();) {
        std::size_t end = at;
        while (end < line.size() && isLetter(line[end]))
            ++end;
        const auto word = line.substr(at, end - at);
        const auto is = [word](std::string_view known) {
            return word.size() == known.size() && std::ranges::equal(word, known, isSame);
        };
        const bool named = end < line.size() && (line[end] == '=' || line[end] == ':' || line[end] == '_');
        if (!word.empty() && !named && previous != "not" && std::ranges::any_of(words, is))
            return true;
        previous = word.empty() ? previous : word;
        at = end + 1;
    }
    return false;
}

/// Whether a text in quotation marks is open that is no message or error of the log's: what was said.
bool isInsideQuotation(std::string_view before) {
    if (std::ranges::count(before, '"') % 2 == 0)
        return false;
    constexpr std::string_view names[] = {
        "msg=", "message=", "error=", "err=", "reason=", "detail=", "exception="};
    const auto lead = before.substr(0, before.rfind('"'));
    return std::ranges::none_of(names, [lead](std::string_view name) { return lead.ends_with(name); });
}

/// Whether words are of a sentence about a failure: what there should be, where to read of it.
bool isProse(std::string_view before) {
    constexpr std::string_view words[] = {"should", "see",  "when", "if",     "would",   "must", "why",
                                          "how",    "what", "fix",  "commit", "summary", "note", "outage"};
    bool article = false;
    for (std::size_t at = 0; at < before.size();) {
        std::size_t end = at;
        while (end < before.size() && isLetter(before[end]))
            ++end;
        const auto word = lowerCase(before.substr(at, end - at));
        if (std::ranges::find(words, word) != std::end(words))
            return true;
        if (end > at)
            article = word == "the" || word == "a" || word == "an";
        at = end + 1;
    }
    return article;
}

std::optional<PairedStatus> pairedAt(std::string_view line, std::size_t at) {
    const auto status = failingStatusAt(line.substr(at));
    if (!status)
        return std::nullopt;
    const bool column = isColumn(line.substr(0, at), line.substr(at + 3));
    if (!column && !isWordOfItsOwn(line, at))
        return std::nullopt;
    PairedStatus paired{.status = *status, .begin = at, .type = {}, .said = {}};
    const auto before = line.substr(0, at);
    const auto behind = line.substr(at + 3);
    const bool found =
        readBehind(behind, paired) || readBefore(before, paired) || column || isAnswer(before, behind);
    return found ? std::optional(paired) : std::nullopt;
}

} // namespace

bool goTogether(std::string_view type, int status) {
    if (type == "api_error" || type == "server_error" || type == "timeout_error" ||
        type == "overloaded_error")
        return status >= 500 || (type == "timeout_error" && status == 408);
    if (type == "invalid_request_error")
        return status < 500;
    return statusOfErrorType(type) == status || (type == "insufficient_quota" && status == 429);
}

std::optional<PairedStatus> pairedStatus(std::string_view line) {
    std::optional<PairedStatus> found;
    for (std::size_t at = line.find_first_of("45"); at != line.npos; at = line.find_first_of("45", at + 1)) {
        const auto paired = pairedAt(line, at);
        if (paired && found && found->status != paired->status)
            return std::nullopt;
        if (paired && !found)
            found = paired;
    }
    const auto before = line.substr(0, found ? found->begin : 0);
    return found && !isInsideQuotation(before) && !isProse(before) && !tellsOfSuccess(line) ? found
                                                                                            : std::nullopt;
}

/// What DeRouter's errors and lost calls are called, and what is done then.
static bool namesTrouble(std::string_view words) {
    static constexpr WordSet known({"rate limit",       "ate-limit",   "atelimit",    "xceeded",
                                    "nsufficient",      "nvalid",      "nauthorized", "orbidden",
                                    "o providers",      "timeout",     "imed out",    "nterrupted",
                                    "etrying",          "ll retry",    "iving up",    "acking off",
                                    "oo many requests", "isconnected", "losed early", "alling back"});
    return known.isIn(words);
}

/// Whether a number that may be one of the usual statuses stands somewhere, where `isRight` likes what is
/// before and behind it.
template <typename Predicate> static bool hasUsualStatus(std::string_view words, Predicate isRight) {
    constexpr int usual[] = {400, 401, 402, 403, 404, 408, 413, 422, 429,
                             500, 502, 503, 504, 520, 522, 524, 529};
    for (std::size_t at = words.find_first_of("45"); at != words.npos; at = words.find_first_of("45", at + 1))
        if (const auto status = failingStatusAt(words.substr(at));
            status && std::ranges::find(usual, *status) != std::end(usual) &&
            (isWordOfItsOwn(words, at) || isBehindName(words.substr(0, at), words.substr(at + 3))) &&
            !isQuantity(words.substr(at + 3)) && isRight(words.substr(0, at), words.substr(at + 3)))
            return true;
    return false;
}

bool namesFailure(std::string_view words) {
    const bool named = namesTrouble(words) || hasUsualStatus(words, [](auto, auto) { return true; });
    return named && !tellsOfSuccess(words);
}

/// `page 1 of 529`, `content-length: 529`, `reply for 529: `, `room 500`: what leads to a number that is no
/// status, but counts or names something.
static bool leadsToCount(std::string_view before) {
    constexpr std::string_view ends[] = {
        " of",      "remaining", "limit",   "limits", "token", "tokens",  "count",  "size",  "length",
        "bytes",    "chars",     " for",    " user",  " room", "channel", " chat",  "group", "thread",
        " topic",   " job",      " task",   "ticket", "issue", " order",  " item",  " page", " line",
        " row",     " port",     " worker", " shard", " step", " batch",  " chunk", " part", " guild",
        " session", "customer",  " tenant", " pid",   "#"};
    before = trimmed(before, " \t:=");
    return std::ranges::any_of(ends, [before](std::string_view end) { return before.ends_with(end); });
}

/// Whether a number fills a cell of its own between bars, tabs, commas, semicolons or dashes.
static bool fillsCell(std::string_view before, std::string_view behind) {
    constexpr std::string_view marks = "|\t,;";
    const bool dashes = before.ends_with(" - ") && (behind.empty() || behind.starts_with(" - "));
    before = trimmed(before, " ");
    behind = trimmed(behind, " ");
    const bool begins = before.empty() || marks.find(before.back()) != marks.npos;
    const bool ends = behind.empty() || marks.find(behind.front()) != marks.npos;
    return dashes || (begins && ends && !(before.empty() && behind.empty()));
}

/// Whether a number stands right beside a request's id, before a duration or a model's name, at the end of
/// what is said, or in a cell of its own.
static bool standsAsStatus(std::string_view before, std::string_view behind) {
    constexpr std::string_view marks = " \t:,;()[]|\"'";
    if (isBehindName(before, behind) || fillsCell(before, behind))
        return true;
    if (leadsToCount(before))
        return false;
    before = trimmed(before, marks);
    behind = trimmed(behind, marks);
    const auto last = before.substr(before.find_last_of(" \t=([") + 1);
    const auto next = behind.substr(0, behind.find_first_of(" \t,;)]|"));
    return behind.empty() || isRequestId(last) || isRequestId(next.substr(next.find('=') + 1)) ||
           isDuration(next) || isModelName(next);
}

/// `timeout after 30s`, `request timeout`: a word of its own with no value, as settings have: `timeout=30s`,
/// `timeout: 30`, `a timeout of 30s`.
static bool tellsOfTimeout(std::string_view words) {
    constexpr std::string_view word = "imeout";
    for (std::size_t at = words.find(word); at != words.npos; at = words.find(word, at + 1)) {
        const auto before = words.substr(0, at == 0 ? 0 : at - 1);
        auto behind = words.substr(at + word.size());
        if (at == 0 || (words[at - 1] | 0x20) != 't' || (!before.empty() && isClassNameChar(before.back())) ||
            (!behind.empty() &&
             (isClassNameChar(behind[0]) || std::string_view("=.").find(behind[0]) != behind.npos)))
            continue;
        behind = trimmed(behind, " :(\"'");
        behind.remove_prefix(behind.starts_with("of ") && behind.find("xceeded") == behind.npos ? 3 : 0);
        const auto last = trimmed(before).substr(trimmed(before).find_last_of(' ') + 1);
        if ((behind.empty() || !isDigit(behind[0])) && last != "no" && last != "without")
            return true;
    }
    return false;
}

bool hintsAtTrouble(std::string_view words) {
    static constexpr WordSet known({"ate limited", "nsufficient balance", "udget exceeded", "imit exceeded",
                                    "o providers available", "oo many requests", " retrying", "ll retry",
                                    "iving up", "acking off", "ancelled", "anceled", "ot ok", "ropped", " KO",
                                    "\u2717", "\u2718", "\u274c", "\u2716"});
    const bool logged = contains(words, " HTTP/"); // by a server, where the status has a place of its own
    return !logged && !tellsOfSuccess(words) &&
           (hasUsualStatus(words, standsAsStatus) || tellsOfTimeout(words) ||
            (known.isIn(words) && !tellsOfRecovery(words)));
}

bool warnsOfFailure(std::string_view line) {
    constexpr std::size_t furthestLevel = 48;
    const auto head = line.substr(0, furthestLevel);
    return (head.find("WARN") != head.npos || head.find("warn") != head.npos ||
            head.find("WRN") != head.npos) &&
           namesFailure(line);
}

} // namespace derouter
