// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/sdkerrors.h"

#include "format/bodylead.h"
#include "format/errortext.h"
#include "format/loggedobject.h"
#include "format/quotation.h"
#include "format/recordbuilder.h"
#include "format/spellings.h"
#include "format/statuswords.h"
#include "format/texts.h"

#include <algorithm>
#include <string>
#include <utility>

namespace derouter {

namespace {

/// `ClientResultException: HTTP 402 (billing_error: insufficient_funds)` of OpenAI's .NET SDK: the type, and
/// its code.
bool mineDotNet(std::string_view line, RecordBuilder& builder) {
    constexpr std::string_view words = "ClientResultException: HTTP ";
    const std::size_t at = line.find(words);
    if (at == line.npos)
        return false;
    const auto rest = line.substr(at + words.size());
    const auto status = failingStatusAt(rest);
    if (!status)
        return false;
    builder.takeStatus(*status, 2);
    builder.noteErrorBody();
    if (rest.substr(3).starts_with(" ("))
        builder.take(Field::ErrorType, {Scalar::Kind::String, rest.substr(5, rest.find_first_of(":)") - 5)},
                     2);
    return true;
}

/// go-openai: `error, status code: 401, status: 401 Unauthorized, message: …`.
bool mineGoOpenAi(std::string_view line, RecordBuilder& builder) {
    constexpr std::string_view words = "error, status code: ";
    constexpr std::string_view saying = ", message: ";
    const std::size_t at = line.find(words);
    const std::size_t said = at == line.npos ? at : line.find(saying, at);
    if (said == line.npos || quotesSomething(line.substr(0, at)))
        return false;
    const auto status = failingStatusAt(line.substr(at + words.size()));
    if (!status)
        return false;
    builder.takeStatus(*status, 2);
    builder.noteErrorBody();
    const auto text = line.substr(said + saying.size());
    constexpr std::string_view answering = ", body: ";
    const std::size_t body = text.find(answering);
    builder.takeErrorMessage(trimmed(text.substr(0, body)), 1);
    if (body != text.npos && isErrorBody(text.substr(body + answering.size())))
        mineErrorText(text.substr(body + answering.size()), builder, 1);
    return true;
}

/// pydantic-ai: `status_code: 529, model_name: claude-sonnet-5, body: {…}`.
bool minePydanticAi(std::string_view line, RecordBuilder& builder) {
    constexpr std::string_view words = "status_code: ";
    constexpr std::string_view naming = ", model_name: ";
    constexpr std::string_view answering = ", body: ";
    const std::size_t at = line.find(words);
    const std::size_t name = at == line.npos ? at : line.find(naming, at);
    const std::size_t body = name == line.npos ? name : line.find(answering, name);
    if (body == line.npos || quotesSomething(line.substr(0, at)))
        return false;
    const auto status = failingStatusAt(line.substr(at + words.size()));
    if (!status || name != at + words.size() + 3)
        return false;
    builder.takeStatus(*status, 2);
    builder.noteErrorBody();
    const std::size_t model = name + naming.size();
    builder.take(Field::Model, {Scalar::Kind::String, line.substr(model, body - model)});
    const auto said = trimmed(line.substr(body + answering.size()));
    if (said.starts_with('{'))
        mineErrorText(said, builder, 1);
    else
        builder.takeErrorMessage(present(said), 1);
    return true;
}

/// The member of a Ruby hash of symbols, as Ruby printed it before 3.4 and since: `:status=>429`, `status:
/// 429`.
std::string_view memberOfHash(std::string_view hash, std::string_view name) {
    for (const auto& [before, behind] : {std::pair(":", "=>"), std::pair(" ", ": ")}) {
        const auto mark = std::string(before).append(name).append(behind);
        if (const std::size_t at = hash.find(mark); at != hash.npos)
            return hash.substr(at + mark.size());
    }
    return {};
}

/// What stands before what Ruby raised: nothing, `app.rb:12:in `ask':`, `Anthropic::Errors::RateLimitError
/// (`, or words of a failure that lead to it.
bool mayPrecedeRuby(std::string_view before) {
    before = trimmed(before);
    const bool place = before.ends_with("':") && before.find(":in ") != before.npos;
    if (before.empty() || place)
        return true;
    const bool raised = before.ends_with("Error (") || before.ends_with("Error:");
    const bool led = before.ends_with(':') && introducesFailure(before);
    return (raised || led) && !quotesSomething(before);
}

/// Anthropic's and OpenAI's SDKs for Ruby: `{:url=>#<URI::HTTPS https://…>, :status=>429, :body=>{…}}`.
bool mineRuby(std::string_view line, RecordBuilder& builder) {
    std::size_t at = line.find("{:url=>");
    at = at == line.npos ? line.find("{url: ") : at;
    if (at == line.npos || !mayPrecedeRuby(line.substr(0, at)))
        return false;
    const auto hash = line.substr(at);
    const auto status = failingStatusAt(memberOfHash(hash, "status"));
    const auto body = memberOfHash(hash, "body");
    if (!status || body.empty())
        return false;
    builder.takeStatus(*status, 2);
    builder.noteErrorBody();
    builder.suggestReporter(Reporter::Program);
    if (body.starts_with('{'))
        readErrorBody(body, builder, 1);
    return true;
}

} // namespace

bool mineSdkError(std::string_view line, RecordBuilder& builder) {
    return mineRuby(line, builder) || mineDotNet(line, builder) || mineGoOpenAi(line, builder) ||
           minePydanticAi(line, builder);
}

/// The members of an error in a row, as tslog prints them: `402 Insufficient balance, 402, {}, req_…,
/// {"message":…,"type":…}, null, null, billing_error`.
static bool mineMembersInARow(std::string_view members, RecordBuilder& builder) {
    constexpr std::string_view bare = "{\"message\":";
    const std::size_t body = findErrorBody(members);
    const std::size_t at = body == members.npos ? members.find(bare) : body;
    const auto object = members.substr(std::min(at, members.size()));
    const std::size_t size = endOfObject(object);
    const auto status = leadingStatus(members);
    const auto words = members.substr(0, members.find(", ,"));
    if (object.empty()) {
        if (!status)
            mineErrorText(words, builder, 1);
        return builder.hasLostConnection();
    }
    std::string text = status ? std::to_string(*status) + ' ' : std::string();
    text += body == members.npos ? "{\"error\":" : "";
    text += object.substr(0, size);
    text += body == members.npos ? "}" : "";
    builder.noteErrorBody();
    mineErrorText(builder.keep(std::move(text)), builder, 1);
    builder.takeRequestId(findRequestId(members), RecordBuilder::IdRank::Words);
    return true;
}

bool isTslogsError(std::string_view line) {
    const std::size_t end = line.find("  ");
    return end != line.npos && end > 5 && line.starts_with(' ') && line.substr(0, end).ends_with("Error") &&
           line.substr(1, end - 1).find(' ') == line.npos;
}

bool mineTslog(std::string_view record, RecordBuilder& builder) {
    std::size_t feed = record.find('\n');
    if (record.substr(std::min(feed, record.size())).starts_with("\n\n"))
        ++feed;
    const auto line = record.substr(std::min(feed, record.size() - 1) + 1);
    const auto error = line.substr(0, line.find('\n'));
    return isTslogsError(error) && mineMembersInARow(trimmed(error.substr(error.find("  "))), builder);
}

} // namespace derouter
