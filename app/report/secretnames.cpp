// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/secretnames.h"

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
    {"code", NameKind::Weak},
    {"auth", NameKind::Weak},
    {"pass", NameKind::Weak},
    {"pwd", NameKind::Secret},
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
    {"signature", NameKind::Secret},
    {"credential", NameKind::Secret},
    {"credentials", NameKind::Secret},
    {"authorization", NameKind::Credential},
    {"cookie", NameKind::Cookie},
    {"token", NameKind::Weak},
};

// A key in base64 looks different by its place in the group of three bytes: the last three rows.
constexpr KeyShape shapes[] = {
    {u"sk-ant-", 1, false},   {u"sk-proj-", 8, false}, {u"sk-svcacct-", 8, false}, {u"sk-admin-", 8, false},
    {u"sk-or-", 8, false},    {u"sk-", 8, true},       {u"sk_live_", 8, true},     {u"rk_live_", 8, true},
    {u"AKIA", 16, true},      {u"ASIA", 16, true},     {u"AIza", 30, true},        {u"ghp_", 20, true},
    {u"gho_", 20, true},      {u"ghs_", 20, true},     {u"ghu_", 20, true},        {u"github_pat_", 20, true},
    {u"glpat-", 12, true},    {u"xoxb-", 10, true},    {u"xoxp-", 10, true},       {u"xoxa-", 10, true},
    {u"xoxs-", 10, true},     {u"hf_", 20, true},      {u"gsk_", 20, true},        {u"xai-", 20, true},
    {u"c2stYW50L", 8, false}, {u"NrLWFudC", 8, false}, {u"zay1hbnQt", 8, false},
};

} // namespace

NameKind nameKind(QStringView name) {
    char text[48];
    std::size_t size = 0;
    for (const QChar c : name) {
        if (c == u'-' || c == u'_')
            continue;
        if (size == sizeof text || c.unicode() > 0x7f)
            return NameKind::Harmless;
        const char letter = static_cast<char>(c.unicode());
        text[size++] = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    }
    const std::string_view normal(text, size);
    const auto* const whole = std::ranges::find(names, normal, &Name::name);
    if (whole != std::end(names))
        return whole->kind;
    const auto* const ending = std::ranges::find_if(
        endings, [normal](const Name& candidate) { return normal.ends_with(candidate.name); });
    return ending != std::end(endings) ? ending->kind : NameKind::Harmless;
}

const KeyShape* keyShape(QStringView text) {
    const auto* const shape = std::ranges::find_if(
        shapes, [text](const KeyShape& candidate) { return text.startsWith(QStringView(candidate.prefix)); });
    return shape != std::end(shapes) ? shape : nullptr;
}

} // namespace derouter
