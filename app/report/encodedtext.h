// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/hiddenspan.h"

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace derouter {

/// A text without its escapes, and where each of its characters came from.
struct Unescaped {
    struct Origin {
        qsizetype begin;
        qsizetype end;
    };
    QString text;
    std::vector<Origin> origins; ///< one a character
};

/// Takes one layer of escapes off (`%2D`, `\u002d`, `\x2d`, `\"`, `\n`, `&#45;`, `&quot;`), and drops colour
/// codes and characters that cannot be seen. Each of the opaque spans, which are sorted, becomes one U+FFFC.
/// Nothing when there is no escape.
std::optional<Unescaped> unescaped(QStringView text, const HiddenSpans& opaque);

/// Behind the letters, digits and signs of base64 that begin at `begin`.
qsizetype base64End(QStringView text, qsizetype begin);

/// The text that a run of base64 stands for, as far as it is visible ASCII; empty when it begins with
/// anything else.
QString textOfBase64(QStringView run);

} // namespace derouter
