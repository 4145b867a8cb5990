// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace derouter {

struct KeyShape;

/// What the name of a member, a header or a query item says about its value.
enum class NameKind {
    Harmless,
    Secret,     ///< a key, password or token: the value, one word of it where it is not quoted
    Credential, ///< an Authorization header: scheme and token, or the whole line
    Cookie,     ///< the whole line where it is not quoted
    Weak,       ///< `key`, `token` …: in a query always, elsewhere when the value looks like one
    Grant,      ///< `code`: in a query always, elsewhere when the value looks random
    Prompt,     ///< a prompt, also where a person wrote it without quotes
    Content,    ///< what carries prompts and answers: strings, lists and objects
};

/// Letter case, `-` and `_` do not count: `X-Api-Key`, `x_api_key` and `xApiKey` are one name.
NameKind nameKind(QStringView name);

/// Whether a word says that a key, token or password is near: `key`, `Token`, `passphrase`.
bool namesSecret(QStringView word);

/// Whether a value is none that must be hidden, whatever its name: a request-id or the name of a model.
bool isPublicValue(QStringView value);

/// The shape whose prefix `text` begins with, null when none does. Only the prefix is compared.
const KeyShape* keyShape(QStringView text);

} // namespace derouter
