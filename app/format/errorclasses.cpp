// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/errorclasses.h"

#include "format/errortext.h"
#include "format/quotation.h"
#include "format/recordbuilder.h"
#include "format/spellings.h"
#include "format/texts.h"

#include <algorithm>

namespace derouter {

namespace {

/// Whether what is said behind a class name is an API's error.
bool saysError(std::string_view said) {
    return leadingStatus(said) || said.starts_with("{:url=>") || said.starts_with("{url: ") ||
           isErrorBody(said) || said.find("Error code: ") != said.npos;
}

/// Where the class begins that a colon at `end` follows, and its name: of `APICallError [AI_APICallError]: …`
/// the one in brackets.
std::size_t classBefore(std::string_view line, std::size_t end, std::string_view& name) {
    if (end > 0 && line[end - 1] == ']') {
        const std::size_t open = line.rfind(" [", end);
        if (open == line.npos)
            return end;
        name = line.substr(open + 2, end - open - 3);
        return open - classNameBefore(line, open).size();
    }
    name = classNameBefore(line, end);
    return end - name.size();
}

} // namespace

std::size_t classPrefix(std::string_view text, std::string_view& name) {
    if (text.starts_with("API Error: ")) {
        name = {};
        return 11;
    }
    std::size_t end = 0;
    while (end < text.size() && isClassNameChar(text[end]))
        ++end;
    name = text.substr(0, end);
    const bool isClass = name.ends_with("Error") || name.ends_with("Exception") || name == "litellm.Timeout";
    // Node prints the name behind the class where they differ: `APICallError [AI_APICallError]: …`.
    if (isClass && text.substr(end).starts_with(" [")) {
        const auto printed = text.substr(end + 2, text.substr(end + 2, 64).find(']'));
        name = printed.ends_with("Error") ? printed : name;
        end = std::min(end + printed.size() + 3, text.size());
    }
    return isClass && text.substr(end).starts_with(": ") ? end + 2 : 0;
}

std::string_view withoutMonologFrame(std::string_view text, std::string_view& name) {
    constexpr std::string_view begin = "[object] (";
    const std::size_t code = text.starts_with(begin) ? text.find("(code: ") : text.npos;
    const std::size_t says = code == text.npos ? code : text.find("): ", code);
    if (says == text.npos)
        return text;
    name = text.substr(begin.size(), code - begin.size());
    name.remove_prefix(name.rfind('\\') + 1);
    const auto said = text.substr(says + 3);
    return said.substr(0, said.rfind(" at /"));
}

bool mineClass(std::string_view line, RecordBuilder& builder, int depth) {
    for (std::size_t at = line.find(": "); at != line.npos; at = line.find(": ", at + 2)) {
        std::string_view name;
        const std::size_t begin = classBefore(line, at, name);
        if (!name.ends_with("Error") && !name.ends_with("Exception") && !name.ends_with("litellm.Timeout"))
            continue;
        const auto said = line.substr(at + 2);
        if (quotesSomething(line.substr(0, begin)))
            return false;
        if (!isSdkErrorName(name) && !isNoResponseName(name) &&
            !(statusOfErrorName(name) > 0 && saysError(said)))
            continue;
        builder.takeErrorName(name);
        mineErrorText(said, builder, depth);
        return true;
    }
    return false;
}

bool isThrownBySdk(std::string_view text) {
    constexpr std::string_view marks[] = {".makeStatusError (",    "APIError.generate (",
                                          "/node_modules/openai/", "/node_modules/@anthropic-ai/",
                                          "/openai/core/error.",   "/@anthropic-ai/sdk/"};
    std::size_t at = text.find("\n    at ");
    for (int frame = 0; frame < 2 && at != text.npos; ++frame) {
        const auto line = text.substr(at + 1, text.find('\n', at + 1) - at - 1);
        if (!line.starts_with("    at "))
            return false;
        if (std::ranges::any_of(marks, [line](auto mark) { return line.find(mark) != line.npos; }))
            return true;
        at = text.find('\n', at + 1);
    }
    return false;
}

bool mineThrown(std::string_view head, RecordBuilder& builder) {
    constexpr std::string_view name = "Error: ";
    const std::size_t at = head.rfind(name);
    if (at == head.npos || !leadingStatus(head.substr(at + name.size())) ||
        quotesSomething(head.substr(0, at)))
        return false;
    builder.noteErrorBody();
    mineErrorText(head.substr(at), builder, 1);
    return true;
}

} // namespace derouter
