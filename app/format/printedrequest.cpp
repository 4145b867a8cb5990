// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/printedrequest.h"

#include "format/bodylead.h"
#include "format/keyvalues.h"
#include "format/loggershead.h"
#include "format/quotation.h"
#include "format/recordbuilder.h"
#include "format/requesttail.h"
#include "format/spellings.h"
#include "format/statuscolumn.h"
#include "format/statuswords.h"
#include "format/textfront.h"
#include "format/textreader.h"

#include <algorithm>
#include <string>

namespace derouter {

namespace {

/// Where the word begins whose first `/` stands at `slash`: there, or at the scheme of an address.
std::size_t wordOfSlash(std::string_view line, std::size_t slash) {
    for (const std::string_view scheme : {"http:", "https:"})
        if (line.substr(0, slash).ends_with(scheme))
            return slash - scheme.size();
    return slash;
}

/// Where the blanks end before the target of a request, right behind its method; npos where there is none.
std::size_t targetIn(std::string_view line) {
    for (std::size_t at = line.find('/'); at != line.npos; at = line.find('/', at + 1)) {
        const std::size_t begin = wordOfSlash(line, at);
        if (begin == 0 || (line[begin - 1] != ' ' && line[begin - 1] != '|'))
            continue;
        const std::size_t last = line.find_last_not_of(separators, begin - 1);
        if (last != line.npos && isCapital(line[last]))
            return begin;
    }
    return line.npos;
}

/// `HTTP/1.1` behind a target.
void skipProtocol(Front& text) {
    skipSeparators(text);
    if (text.rest.starts_with("HTTP/"))
        nextWord(text);
    skipSeparators(text);
}

/// `-`, `->`, `=>`, `→`, `|`, a colon: what programs put between a target and its status.
void skipMark(Front& text) {
    for (const std::string_view mark : {"->", "=>", "-", "\xE2\x86\x92", "|", ":"})
        if (Front tried = text; tried.skip(mark) && tried.rest.starts_with(' ')) {
            tried.skipBlanks();
            text = tried;
            return;
        }
}

/// `412.3 ms` as `412.3ms`, `1,412ms` as `1412ms`.
std::string_view inOneWord(std::string_view duration, RecordBuilder& builder) {
    if (duration.find_first_of(" ,") == duration.npos)
        return duration;
    std::string joined(duration);
    std::erase_if(joined, [](char c) { return c == ' ' || c == ','; });
    return builder.keep(std::move(joined));
}

/// Of a runner of tests, TAP's and those with marks.
bool isResultOfTest(std::string_view before) {
    constexpr std::string_view marks[] = {"\xE2\x9C", "\xC3\x97", "\xE2\x88\x9A"};
    const auto first = before.substr(0, before.find(' '));
    return first == "ok" || first == "not" || first == "PASS" || first == "FAIL" ||
           std::ranges::any_of(marks, [before](auto mark) { return before.find(mark) != before.npos; });
}

/// Whether words may stand before a request: a stamp and up to three names or levels; no sentence, no list's
/// mark.
bool mayPrecede(std::string_view before) {
    constexpr int most = 3;
    const auto words = trimmed(before);
    if (words == "-" || words == "*" || words.starts_with('|') || isResultOfTest(words) ||
        quotesSomething(before))
        return false;
    int count = 0;
    for (Front rest{words}; !rest.rest.empty();) {
        const auto word = rest.word();
        if (word.empty() || !isLetter(word.front()))
            continue;
        if (isWordOfSentence(word) || word.find("etry") != word.npos)
            return false;
        count += word.ends_with(':') || word.ends_with(']') ? 0 : 1;
    }
    return count <= most;
}

/// The only status among the columns of a line that bars part; 0 where there is none or several.
int statusOfColumns(std::string_view before) {
    int found = 0;
    for (std::size_t at = 0; at < before.size();) {
        const std::size_t end = std::min(before.find('|', at), before.size());
        const auto cell = trimmed(before.substr(at, end - at));
        const int status = cell.size() == 3 ? threeDigits(cell).value_or(0) : 0;
        if (isUsualStatus(status) && found > 0)
            return 0;
        found = isUsualStatus(status) ? status : found;
        at = end + 1;
    }
    return found;
}

/// The status right before a method, `529 `, `[529] `; 0 where none stands there. `certain`: behind nothing
/// but a stamp and addresses, or between bars.
int statusBeforeMethod(std::string_view before, bool& certain) {
    auto words = trimmed(before);
    if (words.find('|') != words.npos) {
        certain = true;
        return statusOfColumns(words);
    }
    const bool bracketed = words.ends_with(']');
    words.remove_suffix(bracketed ? 1 : 0);
    const auto word = words.substr(words.find_last_of(" [") + 1);
    const int status = word.size() == 3 ? threeDigits(word).value_or(0) : 0;
    words.remove_suffix(word.size());
    if (!isUsualStatus(status) || bracketed != words.ends_with('['))
        return 0;
    words.remove_suffix(bracketed ? 1 : 0);
    bool dated = false;
    bool bare = true;
    for (Front rest{trimmed(words)}; !rest.rest.empty();) {
        const auto each = trimmed(rest.word(), "[]");
        const bool number = !each.empty() && isDigit(each.front());
        bare = bare && (number || each.empty() || each.front() == '-' || each.front() == '+');
        dated = dated || each.size() >= 8;
    }
    certain = dated && bare;
    return status;
}

bool hasObject(const PrintedRequest& request) {
    return request.behind.find('{') != request.behind.npos;
}

void take(const PrintedRequest& request, RecordBuilder& builder) {
    builder.take(Field::Method, {Scalar::Kind::String, request.method});
    builder.take(Field::Path, {Scalar::Kind::String, request.target});
    builder.takeStatus(request.status, 2);
    if (!request.duration.empty())
        builder.take(Field::Duration, {Scalar::Kind::String, inOneWord(request.duration, builder)});
}

/// `[402 Payment Required, 529B, 412ms]` of Newman: status and reason, size, duration.
bool readBox(std::string_view box, PrintedRequest& request) {
    const auto status = threeDigits(box.substr(1));
    const std::size_t last = box.rfind(", ");
    const std::size_t size = last == box.npos ? last : box.rfind(", ", last - 1);
    if (!status || *status < 100 || *status > 599 || size == box.npos || !box.ends_with(']') ||
        box[4] != ' ' || box[last - 1] != 'B' || !isUsualMethod(request.method) ||
        !mayPrecede(request.before))
        return false;
    request.status = *status;
    request.duration = box.substr(last + 2, box.size() - last - 3);
    request.behind = box.substr(box.size());
    return isDuration(request.duration);
}

/// What stands before the target of a request.
struct Beginning {
    std::string_view before; ///< the method
    std::string_view method;
    std::string_view between; ///< the method and the target
};

std::optional<Beginning> beginningOf(std::string_view line) {
    const std::size_t target = targetIn(line);
    if (target == line.npos)
        return std::nullopt;
    const auto words = line.substr(0, line.find_last_not_of(separators, target - 1) + 1);
    const auto before = words.substr(0, words.find_last_of(" \t>:]|") + 1);
    return Beginning{before, words.substr(before.size()), line.substr(words.size(), target - words.size())};
}

/// `529:unknown`, `200:OK` of axios-logger.
bool isReasonBehindColon(std::string_view text) {
    return text.size() > 1 && text[0] == ':' && (isCapital(text[1]) || plainReasonAt(text.substr(1)) > 0);
}

int statusAtFront(std::string_view text) {
    constexpr int port = 443; // HTTPS', in IIS' columns; no server answers so
    const int status = threeDigits(text).value_or(0);
    const bool ends =
        text.size() == 3 || (text.size() > 3 && (std::string_view(" ,|").find(text[3]) != text.npos ||
                                                 isReasonBehindColon(text.substr(3))));
    return ends && status >= 100 && status <= 599 && status != port ? status : 0;
}

/// `failed with 529`, `returned HTTP 200`: a verb in the place of a mark, in a line of a logger's about a
/// request to an API; sentences have them too.
void skipVerb(Front& text, std::string_view before, std::string_view target) {
    constexpr std::string_view verbs[] = {"failed with ", "failed: ",        "failed ",
                                          "returned ",    "responded with ", "responded ",
                                          "answered ",    "answered with ",  "got "};
    const bool dated = std::ranges::any_of(before, isDigit);
    if (target.find("/v1/") == target.npos || !isHeadOfRecord(before, dated))
        return;
    for (const std::string_view verb : verbs) {
        Front tried = text;
        if (!tried.skip(verb))
            continue;
        for (const std::string_view name : {"status code ", "status ", "HTTP "})
            tried.skip(name);
        const int status = statusAtFront(tried.rest);
        if (status >= (verb.starts_with("failed") ? 400 : 200)) {
            text = tried;
            return;
        }
    }
}

} // namespace

std::optional<PrintedRequest> printedRequest(std::string_view line) {
    const auto beginning = beginningOf(line);
    if (!beginning)
        return std::nullopt;
    const auto [before, method, between] = *beginning;
    PrintedRequest request;
    request.before = before;
    request.method = method;
    const bool columns = between.find('|') != between.npos;
    if (columns && request.before.find_first_of("0123456789") == line.npos)
        return std::nullopt; // neither a stamp nor an address: a text's table
    Front text{line.substr(before.size() + method.size() + between.size())};
    request.target = nextWord(text);
    skipProtocol(text);
    if (text.rest.starts_with('[')) // Newman's, or no status
        return readBox(trimmed(text.rest), request) ? std::optional(request) : std::nullopt;
    skipMark(text);
    skipVerb(text, before, request.target);
    if (!isUsualMethod(request.method) || !mayPrecede(request.before))
        return std::nullopt;
    bool certain = false;
    const int statusBefore = statusBeforeMethod(before, certain);
    const int behind = statusAtFront(text.rest);
    const bool differs = behind > 0 && behind != statusBefore;
    const bool doubtful = statusBefore > 0 && differs && (!certain || isUsualStatus(behind));
    request.status = certain && statusBefore > 0 ? statusBefore : behind;
    if (request.status == 0 || doubtful)
        return std::nullopt;
    request.behind = text.rest.substr(behind > 0 ? 3 : 0);
    if (request.target.ends_with(':'))
        request.target.remove_suffix(1);
    const bool marked = request.behind.starts_with(',') || request.behind.starts_with(':');
    RequestTail tail(request.behind.substr(marked ? 1 : 0), request.status);
    if (!tail.read())
        return std::nullopt;
    request.duration = tail.duration();
    return request;
}

bool mayPrintFailure(std::string_view line) {
    if (line.find("/v1/") == line.npos)
        return false;
    if (const auto beginning = beginningOf(line);
        beginning && (!isUsualMethod(beginning->method) || !mayPrecede(beginning->before)))
        return false;
    bool method = false;
    bool status = false;
    constexpr std::string_view delimiters = " |\t;,\"'[](){}";
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = std::min(line.find_first_of(delimiters, at), line.size());
        const auto word = line.substr(at, end - at);
        method = method || isUsualMethod(word);
        status = status || (word.size() == 3 && statusAtFront(word) >= 400);
        at = end + 1;
    }
    return method && status;
}

bool isIncomingRequest(std::string_view line) {
    Front text{trimmed(line)};
    if (!text.skip("<-- "))
        return false;
    return isUsualMethod(text.word()) && text.rest.starts_with('/');
}

bool readPrintedRequest(std::string_view line, RecordBuilder& builder) {
    const auto request = printedRequest(line);
    if (!request || hasObject(*request))
        return false;
    builder.begin();
    take(*request, builder);
    if (const auto stamp = stampOf(request->before, builder.times()))
        builder.takeStamp(*stamp);
    readAccessTail(request->behind, builder);
    return true;
}

void readRequestBeforeObject(std::string_view line, RecordBuilder& builder) {
    const auto request = line.ends_with('}') ? printedRequest(line) : std::nullopt;
    if (request && hasObject(*request))
        take(*request, builder);
}

} // namespace derouter
