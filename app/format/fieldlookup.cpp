// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a name means in its place.
#include "format/fieldaliases.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace derouter {

namespace {

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

/// Whether a member's name says that it carries what was sent or generated, settings, or sums of many.
bool isRequestContent(std::string_view name) {
    constexpr std::string_view parts[] = {
        "prompt",   "messages", "input",  "content",   "system",  "tool",   "body",       "postdata",
        "kwargs",   "choices",  "output", "config",    "param",   "option", "completion", "arg",
        "settings", "env",      "answer", "query",     "example", "sample", "fixture",    "mock",
        "expected", "template", "stats",  "statistic", "rule",    "policy", "histogram"};
    return std::ranges::any_of(parts, [name](std::string_view part) { return name.find(part) != name.npos; });
}

/// Without the words with which a name says that its stamps are UTC's, whose own text then has no zone:
/// "timestamp [UTC]" of Azure's portal, "Timestamp UTC", "time_utc"; empty where it does not say so.
std::string_view withoutUtcMark(std::string_view name) {
    for (const std::string_view mark : {" [UTC]", " (UTC)", " UTC", "_utc", "_UTC"})
        if (name.ends_with(mark))
            return name.substr(0, name.size() - mark.size());
    return {};
}

/// Azure's tables of custom logs end the names of columns with the type of what stands there: `Log_s`.
std::string_view withoutTypeMark(std::string_view name) {
    constexpr std::string_view types = "sdt";
    const bool marked =
        name.size() > 2 && name[name.size() - 2] == '_' && types.find(name.back()) != types.npos;
    return marked ? name.substr(0, name.size() - 2) : std::string_view();
}

/// Whether a member of ECS' `event` has this name: none of them says anything of the request.
bool isOfEcsEvent(std::string_view name) {
    constexpr std::string_view names[] = {
        "action",   "category", "code",   "created",  "dataset", "end",      "hash",   "id",
        "ingested", "kind",     "module", "original", "outcome", "provider", "reason", "reference",
        "sequence", "severity", "start",  "timezone", "type",    "url"};
    return std::ranges::find(names, name) != std::end(names);
}

const Step* listed(Place place, std::string_view key) {
    const Index& index = indexOf(place);
    const auto found = index.find(Normalized(key).view());
    return found == index.end() ? nullptr : &found->second;
}

constexpr bool isLower(char c) {
    return c >= 'a' && c <= 'z';
}

constexpr bool isUpper(char c) {
    return c >= 'A' && c <= 'Z';
}

/// Where the next word of a name begins behind `at`: behind `_`, `-` or a blank, at a hump of camel case;
/// npos in the last one.
std::size_t nextWord(std::string_view name, std::size_t at) {
    while (++at < name.size()) {
        const bool separated = std::string_view("_- ").find(name[at - 1]) != std::string_view::npos;
        const bool acronymEnds = at + 1 < name.size() && isUpper(name[at - 1]) && isLower(name[at + 1]);
        if (separated || (isUpper(name[at]) && (isLower(name[at - 1]) || acronymEnds)))
            return at;
    }
    return name.npos;
}

/// Whether a container of a record's fields, `data`, `context`, makes a name of its own with the word behind
/// it: `data_status` is the data's. Collectors that flatten objects write names of several words.
bool namesAnotherThing(std::string_view container, std::string_view member) {
    return nextWord(container, 0) == container.npos && nextWord(member, 0) == member.npos;
}

constexpr bool isTime(Field field) {
    return field == Field::Time || field == Field::TimeUtc || field == Field::TimeFallback ||
           field == Field::HeaderDate || field == Field::DurationNanoseconds; // of ECS' `event` alone
}

/// A name that is a path of members without its dots, as collectors flatten objects:
/// `http_response_status_code`, `resHeadersRequestId`. Stamps are never read so, for `record_created_at` may
/// be any record's.
Step flattenedStep(Place place, std::string_view key) {
    for (std::size_t word = nextWord(key, 0); word != key.npos; word = nextWord(key, word)) {
        const auto first = key.substr(0, word);
        const auto rest = key.substr(word);
        const Step* const container = listed(place, first);
        const bool known = container && container->enter && container->place != Place::Unknown;
        if (!known || (container->place == Place::Root && namesAnotherThing(first, rest)))
            continue;
        const Step* const member = listed(container->place, rest);
        const Step step = member ? *member : flattenedStep(container->place, rest);
        if (!step.isNothing() && !isTime(step.field))
            return step;
    }
    return {};
}

/// What a column of such a table means, unless its whole name means something, as `duration_s` does.
const Step* typedColumn(std::string_view key) {
    const auto name = withoutTypeMark(key);
    const Step* const whole = name.empty() ? nullptr : listed(Place::Root, key);
    if (name.empty() || (whole && whole->field != Field::None))
        return nullptr;
    const Step* const step = listed(Place::Root, name);
    const bool plain = step && (step->field == Field::CarriedLine || step->field == Field::Message ||
                                step->field == Field::Time || step->field == Field::Status ||
                                step->field == Field::Path || step->field == Field::Method);
    return plain ? step : nullptr;
}

/// `payment_status`, `provider_response_code`: of what is not known, perhaps of the request.
bool isSomeStatus(std::string_view name) {
    return name.ends_with("status") || name.ends_with("code") || name.ends_with("statusclass");
}

Step simpleStep(Place place, std::string_view key) {
    if (const Step* const step = listed(place, key))
        return *step;
    // What Splunk's collector was sent as an event is a record; ECS has its own names there.
    if (place == Place::Event && !isOfEcsEvent(Normalized(key).view()))
        return simpleStep(Place::Root, key);
    constexpr std::size_t longest = 96; // of names; what is longer is somebody's text
    const bool mayBePath = place != Place::Unknown && key.size() <= longest;
    if (const Step step = mayBePath ? flattenedStep(place, key) : Step{}; !step.isNothing())
        return step;
    // An object of another name may hold some of the record's fields, but only names that can mean one thing
    // count there.
    const Normalized name(key);
    const bool mayHoldFields = place == Place::Root && !isRequestContent(name.view());
    return mayHoldFields
               ? enter(Place::Unknown, isSomeStatus(name.view()) ? Field::NestedStatus : Field::None)
               : Step{};
}

} // namespace

Step stepFor(Place place, std::string_view key) {
    if (key == "@x" || key == "@X") // Serilog's exception
        return take(Field::ErrorText);
    if (place == Place::Root && key.starts_with('%') && key.size() == 2) // Apache's directives
        return key == "%D"   ? take(Field::DurationMicroseconds)
               : key == "%T" ? take(Field::DurationSeconds)
               : key == "%r" ? take(Field::RequestLine)
                             : Step{};
    if (key == "sequence_number" && place == Place::Root) // logback's is spelt in another way
        return take(Field::SequenceNumber);
    if (key == "_raw") // Splunk's event as it came, and its time
        return take(Field::CarriedLine);
    if (key == "_time")
        return take(Field::Time);
    if (key == "_index") // of Elasticsearch's hits
        return take(Field::Collector);
    if (const auto name = withoutUtcMark(key); !name.empty()) {
        const Step step = stepFor(place, name);
        return step.field == Field::Time ? take(Field::TimeUtc) : step;
    }
    if (const Step* const typed = place == Place::Root ? typedColumn(key) : nullptr)
        return *typed;
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
        addAll(built, aliasesOfVariables());
        return built;
    }();
    const Normalized normalized(name);
    const auto found = extra.find(normalized.view());
    return found == extra.end() ? simpleStep(Place::Root, normalized.view()).field : found->second.field;
}

} // namespace derouter
