// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/secretnames.h"

#include "report/keyshapes.h"

#include <algorithm>
#include <string_view>

namespace derouter {

namespace {

struct Name {
    std::string_view name; ///< lower case, without - and _
    NameKind kind;
};

constexpr Name names[] = {
    {"key", NameKind::Weak},
    {"sig", NameKind::Weak},
    {"code", NameKind::Grant},
    {"auth", NameKind::Weak},
    {"pass", NameKind::Weak},
    {"pwd", NameKind::Secret},
    {"dbpass", NameKind::Secret},
    {"userpass", NameKind::Secret},
    {"authkey", NameKind::Secret},
    {"privatetoken", NameKind::Secret},
    {"bearertoken", NameKind::Secret},
    {"connectionstring", NameKind::Secret},
    {"idempotencykey", NameKind::Harmless},
    {"publickey", NameKind::Harmless},
    {"cachekey", NameKind::Harmless},
    {"primarykey", NameKind::Harmless},
    {"routingkey", NameKind::Harmless},
    {"prompt", NameKind::Prompt},
    {"systemprompt", NameKind::Prompt},
    {"userprompt", NameKind::Prompt},
    {"messages", NameKind::Content},
    {"input", NameKind::Content},
    {"inputvalue", NameKind::Content},
    {"inputtext", NameKind::Content},
    {"content", NameKind::Content},
    {"system", NameKind::Content},
    {"tools", NameKind::Content},
    {"instructions", NameKind::Content},
    {"arguments", NameKind::Content},
    {"toolinput", NameKind::Content},
    {"partialjson", NameKind::Content},
    {"thinking", NameKind::Content},
    {"completion", NameKind::Content},
    {"completions", NameKind::Content},
    {"choices", NameKind::Content},
    {"outputtext", NameKind::Content},
    {"output", NameKind::Content},
    {"reasoning", NameKind::Content},
    {"reasoningcontent", NameKind::Content},
    {"question", NameKind::Content},
    {"usermessage", NameKind::Content},
    {"userinput", NameKind::Content},
    {"postdata", NameKind::Content},
    {"requestbody", NameKind::Content},
    {"requestbodyvalues", NameKind::Content},
    {"jsondata", NameKind::Content},
};

/// By how a name ends: `ANTHROPIC_API_KEY`, `x-amz-security-token`.
constexpr Name endings[] = {
    {"apikey", NameKind::Secret},
    {"secret", NameKind::Secret},
    {"secretkey", NameKind::Secret},
    {"password", NameKind::Secret},
    {"passwd", NameKind::Secret},
    {"passphrase", NameKind::Secret},
    {"privatekey", NameKind::Secret},
    {"accesskey", NameKind::Secret},
    {"accesstoken", NameKind::Secret},
    {"refreshtoken", NameKind::Secret},
    {"idtoken", NameKind::Secret},
    {"sessiontoken", NameKind::Secret},
    {"authtoken", NameKind::Secret},
    {"apitoken", NameKind::Secret},
    {"securitytoken", NameKind::Secret},
    {"oauthtoken", NameKind::Secret},
    {"csrftoken", NameKind::Secret},
    {"masterkey", NameKind::Secret},
    {"signingkey", NameKind::Secret},
    {"encryptionkey", NameKind::Secret},
    {"accountkey", NameKind::Secret},
    {"subscriptionkey", NameKind::Secret},
    {"functionskey", NameKind::Secret},
    {"signature", NameKind::Secret},
    {"credential", NameKind::Secret},
    {"credentials", NameKind::Secret},
    {"authorization", NameKind::Credential},
    {"cookie", NameKind::Cookie},
    {"token", NameKind::Weak},
    {"key", NameKind::Weak},
    {"prompt", NameKind::Content},
};

/// Names of models begin so.
constexpr const char16_t* models[] = {u"claude-", u"gpt-",    u"chatgpt-", u"o1-",      u"o3-",
                                      u"o4-",     u"gemini-", u"llama-",   u"mistral-", u"deepseek",
                                      u"qwen",    u"glm-",    u"kimi",     u"grok-"};

constexpr std::string_view secretWords[] = {
    "key",        "apikey",     "api_key",     "api-key",    "token",  "secret",     "password",
    "passphrase", "credential", "credentials", "access_key", "passwd", "auth_token", "access_token"};

constexpr char lower(char16_t c) {
    return static_cast<char>(c >= u'A' && c <= u'Z' ? c + 32 : c);
}

} // namespace

NameKind nameKind(QStringView name) {
    char text[48];
    std::size_t size = 0;
    for (const QChar c : name) {
        if (c == u'-' || c == u'_')
            continue;
        if (size == sizeof text || c.unicode() > 0x7f)
            return NameKind::Harmless;
        text[size++] = lower(c.unicode());
    }
    const std::string_view normal(text, size);
    const auto* const whole = std::ranges::find(names, normal, &Name::name);
    if (whole != std::end(names))
        return whole->kind;
    const auto* const ending = std::ranges::find_if(
        endings, [normal](const Name& candidate) { return normal.ends_with(candidate.name); });
    return ending != std::end(endings) ? ending->kind : NameKind::Harmless;
}

bool namesSecret(QStringView word) {
    constexpr qsizetype shortest = 3;
    constexpr qsizetype longest = 12;
    return word.size() >= shortest && word.size() <= longest &&
           std::ranges::any_of(secretWords, [word](std::string_view known) {
               return std::ranges::equal(word, known, {}, [](QChar c) { return lower(c.unicode()); });
           });
}

bool isPublicValue(QStringView value) {
    return value.startsWith(u"req_") || std::ranges::any_of(models, [value](const char16_t* model) {
               return value.startsWith(QStringView(model));
           });
}

const KeyShape* keyShape(QStringView text) {
    if (text.size() < 2 || !mayBeginKey(text[0].unicode(), text[1].unicode()))
        return nullptr;
    const std::u16string_view view(text.utf16(), static_cast<std::size_t>(text.size()));
    const auto* const shape = std::ranges::find_if(
        keyShapes, [view](const KeyShape& candidate) { return view.starts_with(candidate.prefix); });
    return shape != std::end(keyShapes) ? shape : nullptr;
}

} // namespace derouter
