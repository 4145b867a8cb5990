// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/secretnames.h"

#include <QStringView>

namespace derouter {

// What the look of a value says, where its name alone does not decide.

/// What API errors say behind `prompt:`: their words, not the user's.
bool isComplaint(QStringView text);

/// A value behind `key`, `token` … or `code` that is no word: long, and with digits. Behind the former there
/// is no floor of entropy, but names in several words are told from letters at random.
bool looksSecret(NameKind kind, QStringView value);

/// A word in a sentence about a key that is the key: long, of letters and digits, and no name, path or time.
bool looksQuoted(QStringView word);

/// What stands behind `Bearer` or `Basic`, told from a sentence that goes on.
bool looksLikeCredentials(QStringView value);

/// A number alone, of which no secret is made.
bool isNumber(QStringView value);

/// Whether a piece at the beginning of a line is the rest of a token that the line before ends with; `after`
/// is the character behind it.
bool continuesToken(QStringView piece, char16_t after);

} // namespace derouter
