// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace derouter {

/// What is hidden, as its placeholder names it.
enum class Hidden { ApiKey, Token, Credentials, Secret, Prompt, Mail, PrivateKey, Address, User };

/// A part of a text that may not leave.
struct HiddenSpan {
    qsizetype begin = 0;
    qsizetype end = 0;
    Hidden kind = Hidden::Secret;
    QString value{}; ///< what stands there without escapes, by which the same secret is known again
};

using HiddenSpans = std::vector<HiddenSpan>;

} // namespace derouter
