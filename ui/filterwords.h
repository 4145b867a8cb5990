// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/eventfilter.h"

#include <QString>

#include <optional>
#include <vector>

namespace derouter::filtertext {

/// A word of the text with what stands before it.
struct Word {
    QString text;
    std::optional<FilterField> field;
    bool exclude = false;
    bool quoted = false;
};

/// What a filter is written of: words between blanks, values in quotation marks, and expressions between
/// slashes.
std::vector<Word> wordsOf(const QString& text);

} // namespace derouter::filtertext
