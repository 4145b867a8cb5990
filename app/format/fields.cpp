// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/fields.h"

#include "format/fieldaliases.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <unordered_map>

namespace derouter {

namespace {

std::span<const Alias> aliasesOf(Place place) {
    switch (place) {
    case Place::Root:
        return rootAliases;
    case Place::Error:
        return errorAliases;
    case Place::ErrorRequest:
        return errorRequestAliases;
    case Place::Instant:
        return instantAliases;
    case Place::MessageObject:
        return messageObjectAliases;
    case Place::Request:
        return requestAliases;
    case Place::RequestBody:
        return requestBodyAliases;
    case Place::Response:
        return responseAliases;
    case Place::Headers:
        return headersAliases;
    case Place::Content:
        return contentAliases;
    case Place::PostData:
        return postDataAliases;
    case Place::LogBody:
        return logBodyAliases;
    case Place::KeyValueList:
        return keyValueListAliases;
    case Place::Labels:
        return labelAliases;
    case Place::Span:
        return spanAliases;
    case Place::Event:
        return eventAliases;
    case Place::Http:
        return httpAliases;
    case Place::Url:
        return urlAliases;
    case Place::GenAi:
        return genAiAliases;
    case Place::ModelName:
        return modelNameAliases;
    case Place::Unknown:
        return unknownAliases;
    }
    return {};
}

using Index = std::unordered_map<std::string_view, Step>;

void addAll(Index& index, std::span<const Alias> aliases) {
    for (const Alias& alias : aliases) {
        std::string_view rest = alias.names;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            index.emplace(rest.substr(0, end), alias.step);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
}

const Index& indexOf(Place place) {
    static const auto all = [] {
        std::array<Index, static_cast<std::size_t>(Place::Unknown) + 1> built;
        for (std::size_t i = 0; i < built.size(); ++i)
            addAll(built[i], aliasesOf(static_cast<Place>(i)));
        return built;
    }();
    return all[static_cast<std::size_t>(place)];
}

/// Lower case without `-`, `_`, `@`, the `:` of HTTP/2's pseudo-headers, and spaces; empty when the name is
/// longer than any alias.
class Normalized {
public:
    explicit Normalized(std::string_view name) {
        for (const char c : name) {
            if (c == '-' || c == '_' || c == '@' || c == ':' || c == ' ')
                continue;
            if (m_size == sizeof m_text) {
                m_size = 0;
                return;
            }
            m_text[m_size++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        }
    }
    std::string_view view() const { return {m_text, m_size}; }

private:
    char m_text[48];
    std::size_t m_size = 0;
};

/// Whether a member's name says that it carries what was sent or generated, or settings.
bool isRequestContent(std::string_view name) {
    constexpr std::string_view parts[] = {"prompt", "messages", "input",    "content", "system",
                                          "tool",   "body",     "postdata", "kwargs",  "choices",
                                          "output", "config",   "param",    "option",  "completion",
                                          "arg",    "settings", "env",      "answer",  "query"};
    return std::ranges::any_of(parts, [name](std::string_view part) { return name.find(part) != name.npos; });
}

/// Whether a member of ECS' `event` has this name: none of them says anything of the request.
bool isOfEcsEvent(std::string_view name) {
    constexpr std::string_view names[] = {
        "action",   "category", "code",   "created",  "dataset", "end",      "hash",   "id",
        "ingested", "kind",     "module", "original", "outcome", "provider", "reason", "reference",
        "sequence", "severity", "start",  "timezone", "type",    "url"};
    return std::ranges::find(names, name) != std::end(names);
}

/// "timestamp [UTC]" of Azure's portal: the stamps below it carry no zone.
constexpr std::string_view utcMark = " [UTC]";

Step simpleStep(Place place, std::string_view key) {
    const Normalized name(key);
    const Index& index = indexOf(place);
    const auto found = index.find(name.view());
    if (found != index.end())
        return found->second;
    // What Splunk's collector was sent as an event is a record; ECS has its own names there.
    if (place == Place::Event && !isOfEcsEvent(name.view()))
        return simpleStep(Place::Root, key);
    // An object of another name may hold some of the record's fields, but only names that can mean one thing
    // count there.
    return place == Place::Root && !isRequestContent(name.view()) ? enter(Place::Unknown) : Step{};
}

} // namespace

Step stepFor(Place place, std::string_view key) {
    if (key == "@x") // Serilog's exception
        return take(Field::ErrorText);
    if (key == "sequence_number" && place == Place::Root) // logback's is spelt in another way
        return take(Field::SequenceNumber);
    if (key == "_raw") // Splunk's event as it came, and its time
        return take(Field::CarriedLine);
    if (key == "_time")
        return take(Field::Time);
    if (key == "_index") // of Elasticsearch's hits
        return take(Field::Collector);
    if (key.ends_with(utcMark)) {
        const Step step = stepFor(place, key.substr(0, key.size() - utcMark.size()));
        return step.field == Field::Time ? take(Field::TimeUtc) : step;
    }
    const std::size_t dot = key.find('.');
    if (dot == std::string_view::npos || dot == 0 || dot + 1 == key.size())
        return simpleStep(place, key);
    const Step first = simpleStep(place, key.substr(0, dot));
    const Step nested = first.enter ? stepFor(first.place, key.substr(dot + 1)) : Step{};
    if (!nested.isNothing())
        return nested;
    std::string joined(key);
    std::erase(joined, '.');
    return simpleStep(place, joined);
}

Field fieldForVariable(std::string_view name) {
    static const Index extra = [] {
        Index built;
        addAll(built, variableAliases);
        return built;
    }();
    const Normalized normalized(name);
    const Step step = simpleStep(Place::Root, normalized.view());
    if (step.field != Field::None)
        return step.field;
    const auto found = extra.find(normalized.view());
    return found == extra.end() ? Field::None : found->second.field;
}

} // namespace derouter
