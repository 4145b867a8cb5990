// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/sdkerrors.h"

#include "format/errortext.h"
#include "format/quotation.h"
#include "format/recordbuilder.h"
#include "format/spellings.h"
#include "format/texts.h"

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

} // namespace

bool mineSdkError(std::string_view line, RecordBuilder& builder) {
    return mineDotNet(line, builder) || mineGoOpenAi(line, builder) || minePydanticAi(line, builder);
}

} // namespace derouter
