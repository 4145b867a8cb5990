// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/relabelling.h"

#include "format/bodylead.h"
#include "format/recordbuilder.h"
#include "format/spellings.h"
#include "format/texts.h"

#include <algorithm>

namespace derouter {

namespace {

constexpr std::string_view providersMark = "Exception -";

} // namespace

bool leadsToProvidersWords(std::string_view before) {
    return withoutOpeningQuotes(before).ends_with(providersMark);
}

void takeRelabelling(std::string_view before, RecordBuilder& builder) {
    builder.noteRelabelled();
    if (const std::size_t end = before.find("Error: "); end != before.npos)
        builder.takeErrorName(classNameBefore(before, end + 5));
}

bool mineProvidersWords(std::string_view line, RecordBuilder& builder, int depth) {
    const std::size_t at = line.find(providersMark);
    if (at == line.npos || at == 0 || line.find(' ') < at)
        return false;
    auto said = trimmed(line.substr(at + providersMark.size()));
    for (const std::string_view remark :
         {". Handle with `litellm.", ". Received Model Group=", "Received Model Group="})
        said = said.substr(0, said.find(remark));
    if (said.empty())
        return false;
    builder.takeErrorMessage(said, depth);
    if (trimmed(said, " .") == "Overloaded") // which it makes a 500 of; what else it does keeps its status
        builder.noteRelabelled(529);
    return true;
}

std::size_t lastWrappedBody(std::string_view line) {
    constexpr std::string_view beginnings[] = {R"("{\"error\":)", R"("{\"type\":\"error\")",
                                               R"("{\"type\": \"error\")"};
    std::size_t last = 0;
    for (const std::string_view begin : beginnings)
        if (const std::size_t at = line.rfind(begin); at != line.npos)
            last = std::max(last, at);
    return last;
}

} // namespace derouter
