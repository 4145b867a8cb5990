// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "guide/errorguide.h"

/// What only the guide's own sources share: how a text is written down, and the causes that the lookup knows
/// by name.
namespace derouter::guide {

/// What the guide says.
constexpr Text said(const char* source) {
    return {source, Origin::Guide};
}

/// What we say where the guide says nothing.
constexpr Text ours(const char* source) {
    return {source, Origin::Ours};
}

/// The causes that the rules of the lookup choose by what a record states rather than by a row's own fields.
struct NamedCauses {
    const Cause* invalidRequest;
    const Cause* passedThrough;
    const Cause* apiErrorWithoutCode;
    const Cause* unknownInStream;
    const Cause* noResponse;
    const Cause* notInGuide;
    const Cause* localProxy;
    const Cause* network;
    const Cause* clientClosed;
};

extern const NamedCauses namedCauses;

/// What stands in the tables that are in use, to be changed.
struct UsedTables {
    std::span<Cause> causes;
    std::span<CodeRow> codeRows;
    std::span<TypeRow> typeRows;
};

UsedTables usedTables();
/// A chapter's title and text, to be changed.
Text& usedTitle(Section section);
Text& usedText(Section section);

} // namespace derouter::guide
