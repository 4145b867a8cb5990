// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/javaanswers.h"

#include "format/errortext.h"
#include "format/quotation.h"
#include "format/recordbuilder.h"
#include "format/spellings.h"
#include "format/texts.h"

#include <algorithm>

namespace derouter {

namespace {

struct Answer {
    std::string_view request; ///< `POST https://…`, or the address alone
    std::string_view behind;  ///< what stands behind it
    std::size_t begin = 0;
    int status = 0;
};

bool isRequest(std::string_view words) {
    const std::size_t blank = words.find(' ');
    return blank != words.npos && isCapitals(words.substr(0, blank)) &&
           words.substr(blank + 1).starts_with("http");
}

/// `(POST https://…) 529`: how the JDK's HttpResponse prints itself, and its log each answer.
Answer answerOfJdk(std::string_view line) {
    for (std::size_t at = line.find('('); at != line.npos; at = line.find('(', at + 1)) {
        const std::size_t close = line.find(") ", at);
        if (close == line.npos)
            break;
        const auto request = line.substr(at + 1, close - at - 1);
        const auto behind = line.substr(close + 2);
        const auto status = threeDigits(behind);
        const bool ends = behind.size() == 3 || (behind.size() > 3 && behind[3] == ' ');
        if (status && ends && *status >= 100 && *status < 600 && isRequest(request))
            return {request, behind.substr(3), at, *status};
    }
    return {};
}

/// The value of `name=` up to one of `ends`.
std::string_view memberOf(std::string_view text, std::string_view name, std::string_view ends) {
    const std::size_t at = text.find(name);
    const auto value = at == text.npos ? std::string_view() : text.substr(at + name.size());
    return value.substr(0, value.find_first_of(ends));
}

/// `Response{protocol=h2, code=529, message=, url=https://…}` of OkHttp, which Retrofit prints too.
Answer answerOfOkHttp(std::string_view line) {
    constexpr std::string_view mark = "Response{protocol=";
    const std::size_t at = line.find(mark);
    if (at == line.npos)
        return {};
    const auto rest = line.substr(at);
    const auto url = memberOf(rest, ", url=", " }");
    const auto code = memberOf(rest, ", code=", ",");
    const auto status = code.size() == 3 ? threeDigits(code) : std::nullopt;
    if (!status || !url.starts_with("http"))
        return {};
    const auto behind =
        std::min(static_cast<std::size_t>(url.data() - rest.data()) + url.size() + 1, rest.size());
    return {url, rest.substr(behind), at, *status};
}

bool takeAnswer(const Answer& answer, std::string_view line, RecordBuilder& builder) {
    if (answer.status == 0 || quotesSomething(line.substr(0, answer.begin)))
        return false;
    if (isRequest(answer.request))
        builder.takeRequestLine(answer.request);
    else
        builder.takeToldUrl(answer.request);
    builder.takeStatus(answer.status, 2);
    // `headers={request-id=[req_…]}`, or the answer's body with its id
    builder.takeRequestId(findRequestId(answer.behind), RecordBuilder::IdRank::Words);
    const bool ofClient = line.substr(0, answer.begin).ends_with("RESPONSE: ");
    if (ofClient)
        builder.noteEnded();
    if (answer.status >= 400 && !ofClient)
        mineBodyOf(answer.behind, answer.status, builder);
    builder.setReporter(ofClient ? Reporter::HttpClient : Reporter::HttpError);
    return true;
}

/// `REQUEST: https://… POST` of the JDK's log, `Sending request https://… on …` of OkHttp's recipe.
bool takeSent(std::string_view line, RecordBuilder& builder) {
    constexpr std::string_view jdk = "REQUEST: http";
    constexpr std::string_view okHttp = "Sending request http";
    if (const std::size_t at = line.find(jdk); at != line.npos) {
        const auto request = line.substr(at + jdk.size() - 4);
        const auto url = request.substr(0, request.find(' '));
        const auto method = request.substr(std::min(url.size() + 1, request.size()));
        builder.noteSent(builder.keep(std::string(method).append(" ").append(url)));
        return true;
    }
    const std::size_t at = line.find(okHttp);
    const std::size_t on = at == line.npos ? at : line.find(" on ", at);
    if (on == line.npos)
        return false;
    const std::size_t url = at + okHttp.size() - 4;
    builder.noteSent(line.substr(url, on - url));
    return true;
}

constexpr std::string_view headersOfJdk = "HEADERS: RESPONSE HEADERS:";
constexpr std::string_view receivedByOkHttp = "Received response for http";

/// An answer's headers, whose status another record tells.
bool takeHead(std::string_view line, RecordBuilder& builder) {
    if (line.ends_with(headersOfJdk)) {
        builder.noteHeadOfAnswer(false);
        return true;
    }
    const std::size_t at = line.find(receivedByOkHttp);
    const std::size_t in = at == line.npos ? at : line.find(" in ", at);
    if (in == line.npos || !line.ends_with("ms"))
        return false;
    const std::size_t url = at + receivedByOkHttp.size() - 4;
    builder.takeToldUrl(line.substr(url, in - url));
    builder.take(Field::Duration, {Scalar::Kind::String, line.substr(in + 4)});
    builder.noteHeadOfAnswer(true);
    builder.noteEnded();
    return true;
}

} // namespace

bool mineJavaAnswer(std::string_view line, RecordBuilder& builder) {
    if (takeSent(line, builder) || takeHead(line, builder))
        return false;
    return takeAnswer(answerOfOkHttp(line), line, builder) || takeAnswer(answerOfJdk(line), line, builder);
}

bool leadsToAnswersHeaders(std::string_view line) {
    return line.ends_with(headersOfJdk) || (line.ends_with("ms") && line.find(receivedByOkHttp) != line.npos);
}

} // namespace derouter
