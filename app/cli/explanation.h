// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace derouter {

/// What a pasted text says, for people. Redacted.
struct Explained {
    QString
        failures;  ///< of each: code, cause, whose move, what to do, the request-id; empty without an error
    QString facts; ///< in that case a sentence on what the text states instead; empty for nothing
};

Explained explainText(const QByteArray& pasted);

} // namespace derouter
