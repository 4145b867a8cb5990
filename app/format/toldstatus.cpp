// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/toldstatus.h"

#include "format/bodylead.h"
#include "format/errortext.h"
#include "format/httperrors.h"
#include "format/modelcall.h"
#include "format/pairedstatus.h"
#include "format/quotation.h"
#include "format/recordbuilder.h"
#include "format/spellings.h"
#include "format/statuswords.h"
#include "format/texts.h"

#include <algorithm>

namespace derouter {

namespace {

bool sameWord(std::string_view one, std::string_view other) {
    return std::ranges::equal(one, other, [](char a, char b) { return (a | 0x20) == (b | 0x20); });
}

/// `https://10.96.0.1:`, `to https://api.derouter.ai:`: what follows is the server's port.
bool leadsToPort(std::string_view before) {
    const std::size_t scheme = before.ends_with(':') ? before.rfind("://") : before.npos;
    return scheme != before.npos && before.find_first_of("/ \"'", scheme + 3) == before.npos;
}

/// `status was`, `status code of`: the name of a status alone.
std::string_view withoutCopula(std::string_view before) {
    for (const std::string_view word : {" was", " is", " of"}) {
        const auto name = before.substr(0, before.size() - std::min(before.size(), word.size()));
        if (before.ends_with(word) && (name.ends_with("tatus") || name.ends_with("tatus code")))
            return name;
    }
    return before;
}

constexpr std::string_view wideColon = "\xEF\xBC\x9A"; ///< of Chinese and Japanese texts
constexpr std::string_view wideMarks = "\xEF\xBC";     ///< how it, the comma and the bracket begin

/// Whether words in front of a number say that it is a status: what they end in, in any case.
bool leadsToStatus(std::string_view before) {
    if (leadsToPort(before))
        return false;
    before = trimmed(before, " \t\"'`(");
    for (const std::string_view arrow : {"->", "=>", "<-", "<=", "\xE2\x86\x92"})
        if (before.ends_with(arrow))
            return true;
    if (before.ends_with(wideColon))
        before.remove_suffix(wideColon.size());
    if (before.ends_with("\u72B6\u6001\u7801") || before.ends_with("\u72B6\u6001")) // `状态码`
        return true;
    const bool pointed = before.ends_with(':') || before.ends_with('=');
    before = withoutCopula(trimmed(before, " :="));
    auto word = before.substr(before.find_last_of(" \t\"'`([{=:|,") + 1);
    if (word.ends_with(".status_code")) // OpenTelemetry's
        word.remove_prefix(word.rfind('.') + 1);
    if (pointed && before.substr(before.rfind(' ') + 1).find("://") != before.npos)
        return true; // `https://…/v1/messages: 429`
    constexpr std::string_view pointing[] = {"failed",  "failure",  "error", "rejected",
                                             "refused", "response", "result"};
    constexpr std::string_view leading[] = {"http",       "http/1.1", "http/2", "http/2.0",    "http/3",
                                            "statuscode", "status",   "error",  "status_code", "failed"};
    const auto is = [word](std::string_view each) { return sameWord(word, each); };
    if (sameWord(word, "code")) // not a process's
        return !before.ends_with("exit code") && !before.ends_with("line code");
    if (std::ranges::any_of(leading, is) || (pointed && std::ranges::any_of(pointing, is)))
        return true;
    constexpr std::string_view with = " with";
    return leadTo(before.ends_with(with) ? before.substr(0, before.size() - with.size()) : before).named;
}

/// Whether what stands behind a number lets it be a status: the end, a mark, its reason, how long it took; no
/// unit and nothing counted.
bool mayFollowStatus(std::string_view behind) {
    if (behind.empty() || std::string_view(",;:)]'\"`").find(behind.front()) != std::string_view::npos)
        return behind.size() < 2 || !isDigit(behind[1]);
    if (behind.starts_with(wideMarks))
        return true;
    if (behind.front() != ' ')
        return false;
    behind = trimmed(behind);
    if (behind.starts_with("--- [")) // Spring's number of the process, before the thread
        return false;
    if (behind.empty() || (behind.front() >= 'A' && behind.front() <= 'Z'))
        return !behind.starts_with("MB") && !behind.starts_with("KB") && !behind.starts_with("GB");
    if (std::string_view("(-[<|\xC2\"'").find(behind.front()) != std::string_view::npos)
        return true;
    constexpr std::string_view words[] = {"request", "returned", "req_",  "in ",
                                          "after ",  "for ",     "from ", "on "};
    return plainReasonAt(behind) > 0 ||
           std::ranges::any_of(words, [behind](std::string_view word) { return behind.starts_with(word); });
}

/// Behind the last address in the words before the status; npos where none stands there.
std::size_t addressEnd(std::string_view before) {
    const std::size_t at = before.rfind("://");
    return at == before.npos ? at : std::min(before.find_first_of(" ,'\")>`]", at), before.size());
}

bool isMethod(std::string_view word) {
    constexpr std::string_view methods[] = {"GET", "POST", "PUT", "PATCH", "DELETE"};
    return std::ranges::find(methods, word) != std::end(methods);
}

/// `POST https://… -> 200`: the method right before the address, the status right behind it.
bool tellsWholeRequest(std::string_view before) {
    const std::size_t scheme = before.rfind(" http");
    const std::size_t end = addressEnd(before);
    if (scheme == before.npos || end == before.npos || scheme > end)
        return false;
    const auto words = before.substr(0, scheme);
    return isMethod(words.substr(words.find_last_of(" \t\"'") + 1)) && before.size() - end < 24;
}

/// The reason or the message behind a status.
std::string_view saidBehind(std::string_view behind) {
    const std::size_t end =
        std::min({behind.find(" ("), behind.find(", "), behind.find(" req"), behind.find('{'),
                  behind.find(" in "), behind.find(" for http"), behind.find(" after "), behind.size()});
    return trimmed(behind.substr(0, end), " \t:-\"'`)");
}

/// `(412ms)`, `(412ms, 2 kB)`, `in 412ms`.
std::string_view durationBehind(std::string_view behind) {
    for (const std::string_view mark : {"(", " in "}) {
        const std::size_t at = behind.find(mark);
        const auto text = at == behind.npos ? std::string_view() : behind.substr(at + mark.size());
        const auto duration = text.substr(0, text.find_first_of(" ,)"));
        if (!duration.empty() && isDigit(duration.front()) && duration.ends_with('s'))
            return duration;
    }
    return {};
}

void takeAttempt(std::string_view before, RecordBuilder& builder) {
    constexpr std::string_view mark = "attempt ";
    const std::size_t at = before.find(mark);
    const auto number = at == before.npos ? std::string_view() : before.substr(at + mark.size());
    if (!number.empty() && isDigit(number.front()))
        builder.take(Field::AttemptNumber, {Scalar::Kind::String, number.substr(0, number.find(' '))});
}

/// `529 <unknown status code>: overloaded_error: Overloaded`: the type and the message of what was answered.
void takeType(std::string_view behind, RecordBuilder& builder) {
    for (std::size_t at = behind.find(": "); at != behind.npos; at = behind.find(": ", at + 1)) {
        const auto rest = behind.substr(at + 2);
        const std::size_t end = rest.find(": ");
        const auto type = rest.substr(0, end);
        if (end == rest.npos || (!isTypeOfGuide(type) && statusOfErrorType(type) == 0))
            continue;
        builder.take(Field::ErrorType, {Scalar::Kind::String, type}, 2);
        builder.takeErrorMessage(trimmed(rest.substr(end + 2)), 1);
        return;
    }
}

} // namespace

/// `429, 503 and 529`: which there may be, not which there was.
static bool isListed(std::string_view behind) {
    constexpr std::string_view marks[] = {", ", "/", " and ", " or ", ","};
    return std::ranges::any_of(marks, [behind](std::string_view mark) {
        return behind.starts_with(mark) && threeDigits(behind.substr(mark.size()));
    });
}

/// Whether a number is the value of a status among values with labels: `status: 529 id: req_…`.
static bool isLabelledStatus(std::string_view before, std::string_view behind) {
    before = trimmed(before, " ");
    const char mark = before.empty() ? ' ' : before.back();
    if ((mark != ':' && mark != '=') || !behind.starts_with(' '))
        return false;
    const auto name = trimmed(before.substr(0, before.size() - 1));
    const bool status = name.ends_with("tatus") || name.ends_with("tatus code") ||
                        name.ends_with("tatus_code") || name.ends_with("tatusCode");
    behind = trimmed(behind);
    const auto label = behind.substr(0, behind.find_first_of(" :="));
    return status && !label.empty() && label.size() < behind.size() && behind[label.size()] == mark &&
           std::ranges::all_of(label, isClassNameChar) && !isDigit(label[0]);
}

std::optional<ToldStatus> toldStatus(std::string_view line) {
    for (std::size_t at = 4; at + 3 <= line.size(); ++at) {
        if (!isDigit(line[at]) || line[at] == '0' || line[at] > '5' ||
            (std::string_view(" =:(\"'`").find(line[at - 1]) == std::string_view::npos &&
             !line.substr(0, at).ends_with(wideColon)))
            continue;
        const auto status = threeDigits(line.substr(at));
        const auto behind = line.substr(std::min(at + 3, line.size()));
        const auto before = line.substr(0, at);
        if (status &&
            ((mayFollowStatus(behind) && leadsToStatus(before)) || isLabelledStatus(before, behind)))
            return isListed(behind) ? std::nullopt : std::optional(ToldStatus{*status, at});
    }
    return std::nullopt;
}

std::optional<int> statusBeforeBody(std::string_view before) {
    auto status = statusBefore(before);
    if (!status)
        status = statusBefore(trimmed(leadTo(before).words, " \t,;:"));
    const auto told = status ? std::nullopt : toldStatus(before);
    return told && told->status >= 400 ? std::optional(told->status) : status;
}

/// `3 of 100 requests to …`, and what went well in the end.
static bool tellsOfMany(std::string_view before) {
    return before.find(" requests ") != before.npos || before.find("ecovered ") != before.npos;
}

/// An object's members are for its own reader.
static bool isInsideObject(std::string_view before) {
    return std::ranges::count(before, '{') > std::ranges::count(before, '}');
}

/// The words before an error's body, whose own reader decides whether a status right before it is its.
static std::string_view beforeBody(std::string_view line) {
    return line.substr(0, findErrorBody(line));
}

bool tellsEndOfTries(std::string_view words) {
    constexpr std::string_view nouns[] = {"attempts", "retries", "tries"};
    for (const std::string_view noun : nouns)
        for (std::size_t at = words.find(noun); at != words.npos; at = words.find(noun, at + 1)) {
            auto before = trimmed(words.substr(0, at));
            const std::size_t digits = before.find_last_not_of("0123456789");
            const bool counted = digits != before.npos && digits + 1 < before.size();
            before = counted ? trimmed(before.substr(0, digits + 1)) : before;
            const auto behind = trimmed(words.substr(at + noun.size()));
            const bool ended = behind.starts_with("exhausted") || behind.starts_with("failed") ||
                               behind.starts_with("exceeded");
            if ((counted && before.ends_with("after")) || ended)
                return true;
        }
    return false;
}

/// Whoever answers with a status and an id is no model: `was answered with HTTP 529`.
static std::string_view withoutAnswersVerb(std::string_view before) {
    constexpr std::string_view verb = "answered";
    const std::size_t at = before.rfind(verb);
    if (at == before.npos)
        return before;
    constexpr std::string_view fillers[] = {"",    "with", "with status", "with HTTP", "with status code",
                                            "HTTP"};
    return isOneOf(trimmed(before.substr(at + verb.size())), fillers) ? before.substr(0, at) : before;
}

/// Reads the status in words that are known to be of a request.
static bool mineStatusOf(std::string_view line, bool identified, RecordBuilder& builder) {
    const auto paired = identified ? pairedStatus(line) : std::nullopt;
    const auto told = paired ? std::optional(ToldStatus{paired->status, paired->begin}) : toldStatus(line);
    if (!told || (told->status < 400 && told->status >= 300))
        return false;
    const auto before = line.substr(0, told->begin);
    const auto behind = line.substr(told->begin + 3);
    if (quotesSomething(withoutAnswersVerb(before)) || tellsOfMany(before) || isInsideObject(before))
        return false;
    if (told->status < 400 && (told->status < 200 || !tellsWholeRequest(before) || speaksOfFailure(line)))
        return false;
    builder.takeWeakStatus(told->status);
    const bool retries =
        line.find("etry") != line.npos || tellsEndOfTries(line); // the failure was told of before, maybe
    if (retries)
        builder.setReporter(Reporter::Summary);
    if (const auto duration = durationBehind(behind); !duration.empty() && !retries)
        builder.take(Field::Duration, {Scalar::Kind::String, duration});
    if (paired && !paired->type.empty())
        builder.take(Field::ErrorType, {Scalar::Kind::String, paired->type}, 2);
    if (const auto page = trimmed(behind, " :-"); isPage(page)) {
        mineErrorText(page, builder, 1);
    } else if (told->status >= 400) {
        builder.takeErrorMessage(paired                             ? paired->said
                                 : isLabelledStatus(before, behind) ? std::string_view()
                                                                    : saidBehind(behind),
                                 0);
        takeType(behind, builder);
        takeAttempt(before, builder);
    }
    return true;
}

bool mineToldStatus(std::string_view line, RecordBuilder& builder) {
    line = beforeBody(line);
    const bool identified = line.find("req_") != line.npos || !builder.record().requestId.empty();
    if (!identified && line.find("://") == line.npos && !builder.isTrusted())
        return false;
    return mineStatusOf(line, identified || isApiAddress(requestUrlIn(line)), builder);
}

bool mineStatusOfModelCall(std::string_view line, RecordBuilder& builder) {
    const bool told = tellsOfFailedModelCall(line.substr(0, line.find(" <")));
    return told && mineStatusOf(beforeBody(line), false, builder);
}

} // namespace derouter
