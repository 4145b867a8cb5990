// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/secretnames.h"

#include <algorithm>
#include <array>
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

// A key in base64 looks different by its place in the group of three bytes: the last three rows.
constexpr KeyShape shapes[] = {
    {u"sk-ant-", 1, false},
    {u"sk-proj-", 8, false},
    {u"sk-svcacct-", 8, false},
    {u"sk-admin-", 8, false},
    {u"sk-or-", 8, false},
    {u"sk-", 8, true},
    {u"sk_live_", 8, true},
    {u"sk_test_", 8, true},
    {u"rk_live_", 8, true},
    {u"rk_test_", 8, true},
    {u"whsec_", 16, true},
    {u"AKIA", 16, true},
    {u"ASIA", 16, true},
    {u"AIza", 30, true},
    {u"ya29.", 16, true},
    {u"GOCSPX-", 16, true},
    {u"ghp_", 20, true},
    {u"gho_", 20, true},
    {u"ghs_", 20, true},
    {u"ghu_", 20, true},
    {u"ghr_", 20, true},
    {u"github_pat_", 20, true},
    {u"glpat-", 12, true},
    {u"xoxb-", 10, true},
    {u"xoxp-", 10, true},
    {u"xoxa-", 10, true},
    {u"xoxs-", 10, true},
    {u"xoxe-", 10, true},
    {u"xoxe.", 10, true},
    {u"xapp-", 10, true},
    {u"hooks.slack.com/services/", 8, true},
    {u"hf_", 20, true},
    {u"gsk_", 20, true},
    {u"xai-", 20, true},
    {u"pplx-", 20, true},
    {u"nvapi-", 20, true},
    {u"r8_", 30, true},
    {u"npm_", 30, true},
    {u"pypi-", 30, true},
    {u"dckr_pat_", 16, true},
    {u"hvs.", 20, true},
    {u"SG.", 20, true},
    {u"AGE-SECRET-KEY-1", 16, true},
    {u"c2stYW50L", 8, false},
    {u"NrLWFudC", 8, false},
    {u"zay1hbnQt", 8, false},
};

constexpr std::size_t ascii = 128;

/// Of each pair of characters, whether a shape begins with it.
constexpr auto beginnings = [] {
    std::array<std::array<bool, ascii>, ascii> pairs{};
    for (const KeyShape& shape : shapes)
        pairs[shape.prefix[0]][shape.prefix[1]] = true;
    return pairs;
}();

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
    return std::ranges::any_of(secretWords, [word](std::string_view known) {
        return std::ranges::equal(word, known, {}, [](QChar c) { return lower(c.unicode()); });
    });
}

bool isPublicValue(QStringView value) {
    return value.startsWith(u"req_") || std::ranges::any_of(models, [value](const char16_t* model) {
               return value.startsWith(QStringView(model));
           });
}

const KeyShape* keyShape(QStringView text) {
    const auto* const shape = std::ranges::find_if(
        shapes, [text](const KeyShape& candidate) { return text.startsWith(QStringView(candidate.prefix)); });
    return shape != std::end(shapes) ? shape : nullptr;
}

bool mayBeginKey(char16_t first, char16_t second) {
    return first < ascii && second < ascii && beginnings[first][second];
}

} // namespace derouter
