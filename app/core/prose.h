// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QStringList>

namespace derouter {

/// Sentences one behind the other, without the empty ones: languages that write no blanks between words have
/// none between sentences either.
inline QString joinedSentences(QStringList sentences) {
    sentences.removeAll(QString());
    const auto language = QLocale().language();
    const bool blanks = language != QLocale::Chinese && language != QLocale::Japanese;
    return sentences.join(blanks ? QStringLiteral(" ") : QString());
}

} // namespace derouter
