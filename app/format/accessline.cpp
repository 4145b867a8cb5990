// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/accesslayout.h"
#include "format/keyvalues.h"
#include "format/recordbuilder.h"
#include "format/statuscolumn.h"
#include "format/texts.h"
#include "format/timeparser.h"

#include <algorithm>
#include <optional>

namespace derouter {

namespace {

using Kind = AccessNumber::Kind;

/// The number, or the mark for none, that stands as a word at `at`; empty when another word does.
std::string_view numberAt(std::string_view line, std::size_t at) {
    if (at > line.size())
        return {};
    constexpr std::string_view none = "NULL"; // Guzzle's
    std::size_t end = at;
    if (line.substr(at).starts_with(none))
        end += none.size();
    else if (line.substr(at).starts_with('-'))
        ++end;
    while (end < line.size() && isDigit(line[end]))
        ++end;
    if (line.substr(end, 1) == "/" && AccessNumber::of(line.substr(at, end + 4 - at)).kind == Kind::Status)
        end += 4;
    const bool ends = end == line.size() || (line[end] == ' ' && end > at);
    return ends ? line.substr(at, end - at) : std::string_view();
}

/// The same in quotation marks.
std::string_view quotedNumberAt(std::string_view line, std::size_t at) {
    if (at >= line.size() || line[at] != '"')
        return {};
    const std::size_t close = closingQuote(line, at + 1);
    return close == line.npos ? std::string_view() : numberAt(line.substr(at + 1, close - at - 1), 0);
}

/// `0.412`: how long it took, or a part of that.
bool isFraction(std::string_view word) {
    const std::size_t point = word.find('.');
    return point != word.npos && point > 0 && point + 1 < word.size() &&
           word.find_first_not_of("0123456789", point + 1) == word.npos &&
           word.substr(0, point).find_first_not_of("0123456789") == word.npos;
}

constexpr int mostSkipped = 4; ///< words between a request and its status

/// Behind what no status can be: fractions of seconds and headers in quotation marks.
std::size_t skipBehind(std::string_view line, std::size_t at) {
    for (int skipped = 0; skipped < mostSkipped && at < line.size(); ++skipped) {
        const bool quoted = line[at] == '"';
        const std::size_t close = quoted ? closingQuote(line, at + 1) : line.npos;
        const std::size_t end = quoted ? (close == line.npos ? close : close + 1) : line.find(' ', at);
        const auto word = line.substr(at, end == line.npos ? end : end - at);
        const bool passes = quoted ? quotedNumberAt(line, at).empty() : isFraction(word);
        if (!passes || end == line.npos || end + 1 >= line.size() || line[end] != ' ')
            return at;
        at = end + 1;
    }
    return at;
}

/// Where the words end before a request, without such fractions.
std::size_t skipBefore(std::string_view line, std::size_t quote) {
    for (int skipped = 0; skipped < mostSkipped && quote > 1 && line[quote - 1] == ' '; ++skipped) {
        const std::size_t blank = line.rfind(' ', quote - 2);
        if (blank == line.npos || !isFraction(line.substr(blank + 1, quote - blank - 2)))
            break;
        quote = blank + 1;
    }
    return quote;
}

std::string_view numberBefore(std::string_view line, std::size_t quote) {
    if (quote < 2 || line[quote - 1] != ' ' || (!isDigit(line[quote - 2]) && line[quote - 2] != '-'))
        return {};
    const std::size_t blank = line.rfind(' ', quote - 2);
    const std::size_t begin = blank == line.npos ? 0 : blank + 1;
    return numberAt(line.substr(0, quote - 1), begin);
}

/// What stands beside a request whose closing quotation mark is at `close`.
void findNumbers(std::string_view line, std::size_t close, AccessRequest& request) {
    request.before = AccessNumber::of(numberBefore(line, skipBefore(line, request.quote)));
    const std::size_t at = skipBehind(line, close + 2);
    auto behind = numberAt(line, at);
    request.behindEnd = at + behind.size();
    if (behind.empty()) {
        behind = quotedNumberAt(line, at);
        request.behindEnd += behind.empty() ? 0 : behind.size() + 2;
    }
    request.behind = AccessNumber::of(behind);
    request.bytesFollow = !numberAt(line, request.behindEnd + 1).empty();
}

/// The first number of a text that can be a status; 0 when there is none.
int firstStatus(std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (const auto number = AccessNumber::of(text.substr(0, end)); number.kind == Kind::Status)
            return number.status;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return 0;
}

/// The stamp that begins a word; rather one that is complete.
std::optional<Stamp> findStamp(std::string_view text, TimeParser& times) {
    std::optional<Stamp> found;
    const auto isExact = [&found](std::optional<Stamp> stamp) {
        if (stamp && (!found || stamp->quality == TimeQuality::Exact))
            found = stamp;
        return found && found->quality == TimeQuality::Exact;
    };
    // Nearly every layout puts it into brackets; an address that looks like a time of day is tried only after
    // that.
    for (std::size_t at = text.find('['); at != text.npos; at = text.find('[', at + 1))
        if (isExact(times.parse(text.substr(at + 1))))
            return found;
    if (found)
        return found;
    for (std::size_t at = 0; at < text.size();) {
        if (isExact(times.parse(text.substr(at))) || isExact(TimeParser::fromEpoch(text.substr(at))))
            return found;
        const std::size_t space = text.find_first_of(" =", at);
        at = space == text.npos ? text.size() : space + 1;
    }
    return found;
}

/// urllib3's log names the server before the request: `https://api.derouter.ai:443 "POST /v1/…`.
void takeServer(std::string_view before, RecordBuilder& builder) {
    before = trimmed(before, " ");
    const auto word = before.substr(before.rfind(' ') + 1);
    const std::size_t scheme = word.find("://");
    if (scheme == word.npos || word.find("http") == word.npos)
        return;
    builder.setReporter(Reporter::HttpClient);
    builder.take(Field::Host, {Scalar::Kind::String, word.substr(scheme + 3)});
}

} // namespace

bool isRequest(std::string_view text) {
    std::size_t method = 0;
    while (method < text.size() && text[method] >= 'A' && text[method] <= 'Z')
        ++method;
    if (method < 3 || method > 12 || method + 1 >= text.size() || text[method] != ' ')
        return false;
    const auto target = text.substr(method + 1);
    return target.find(" HTTP/") != target.npos || target.front() == '/' || target.starts_with("http");
}

std::optional<AccessRequest> findAccessRequest(std::string_view line) {
    for (std::size_t open = line.find('"'); open != line.npos;) {
        const std::size_t close = closingQuote(line, open + 1);
        if (close == line.npos)
            return std::nullopt;
        const auto text = line.substr(open + 1, close - open - 1);
        const bool ends = close + 1 == line.size();
        if ((ends || line[close + 1] == ' ') && isRequest(text)) {
            AccessRequest request{.quote = open, .text = text, .before = {}, .behind = {}};
            findNumbers(line, close, request);
            if (request.behind.kind != Kind::Word || (ends && request.before.kind == Kind::Status))
                return request;
        }
        open = line.find('"', close + 1);
    }
    return std::nullopt;
}

bool mayStateFailure(std::string_view line) {
    const std::size_t open = line.find('"');
    const std::size_t close = open == line.npos ? open : closingQuote(line, open + 1);
    if (close == line.npos || !isRequest(line.substr(open + 1, close - open - 1)))
        return false;
    const int before = firstStatus(line.substr(0, open));
    return (before > 0 ? before : firstStatus(line.substr(close + 1))) >= 400;
}

bool readAccessLine(std::string_view line, const AccessRequest& request, const StatusColumn& column,
                    RecordBuilder& builder) {
    const StatusPlace place = column.place(request);
    const AccessNumber& number = place == StatusPlace::Before ? request.before : request.behind;
    const bool absent = number.kind == Kind::Absent;
    // A text may quote a request; what it goes on to say is for the reader of texts.
    if (place == StatusPlace::Nowhere
            ? line.find('{') != line.npos
            : number.kind != Kind::Status && !(absent && column.holdsStatuses(request)))
        return false;
    builder.begin();
    builder.takeRequestLine(request.text);
    if (place != StatusPlace::Nowhere && absent)
        builder.noteUnanswered();
    else if (place != StatusPlace::Nowhere)
        builder.takeStatus(number.status, 2);
    if (builder.record().served && line.find("HIER_") != line.npos) // of Squid, which went there for others
        builder.record().served = false;
    takeServer(line.substr(0, request.quote), builder);
    if (const auto stamp = findStamp(line.substr(0, request.quote), builder.times()))
        builder.takeStamp(*stamp);
    const std::size_t tail =
        place == StatusPlace::Behind ? request.behindEnd : request.quote + request.text.size() + 2;
    readAccessTail(line.substr(std::min(tail, line.size())), builder);
    return true;
}

} // namespace derouter
