// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Of jsonreader.cpp alone: simdjson's types stay out of the other headers.

#include "format/jsonreader.h"

#include "format/errorclasses.h"
#include "format/httperrors.h"
#include "format/looseobject.h"
#include "format/recordbuilder.h"
#include "format/tablecell.h"

#include <simdjson.h>

#include <algorithm>
#include <utility>

namespace derouter {

namespace ondemand = simdjson::ondemand;

static_assert(JsonReader::padding >= simdjson::SIMDJSON_PADDING);

inline constexpr int maxJsonNesting = 32;

/// The key as written: simdjson knows its beginning, its end is the next quote that is not escaped.
inline std::string_view textOf(ondemand::raw_json_string key) {
    const char* const begin = key.raw();
    const char* end = begin;
    while (*end != '"')
        end += *end == '\\' ? 2 : 1;
    return {begin, static_cast<std::size_t>(end - begin)};
}

struct KnownMember {
    std::string key; ///< as written, without quotes
    Place place = Place::Unknown;
    Step step;
};

struct JsonReader::Parser {
    ondemand::parser parser;
    std::vector<KnownMember> known; ///< the members in the order of the last lines
    std::vector<Step> columns;      ///< of the table that is being read
    bool sawList = false;
};

/// One pass over one line.
struct JsonReader::Walk {
    std::vector<KnownMember>& known;
    RecordBuilder& builder;
    bool& sawList;
    std::size_t next = 0; ///< the known member expected now

    const Step& stepOf(ondemand::raw_json_string key, Place place) {
        if (next < known.size() && known[next].place == place && key.unsafe_is_equal(known[next].key))
            return known[next++].step;
        return lookUp(textOf(key), place);
    }

    const Step& lookUp(std::string_view key, Place place) {
        // The expected member may stand a little further on: some lines lack one.
        for (std::size_t at = next; at < std::min(next + 4, known.size()); ++at)
            if (known[at].place == place && known[at].key == key) {
                next = at + 1;
                return known[at].step;
            }
        KnownMember member{std::string(key), place, builder.stepOf(place, key)};
        if (next < known.size())
            known[next] = std::move(member);
        else
            known.push_back(std::move(member));
        return known[next++].step;
    }

    simdjson::error_code object(ondemand::object object, Place place, int depth, int nesting) {
        bool listed = false;
        for (auto member : object) {
            ondemand::field field;
            if (auto error = std::move(member).get(field))
                return error;
            const Step step = stepOf(field.key(), place);
            const bool quotes = place == Place::Unknown && step.place == Place::Error && builder.mayQuote();
            if (step.isNothing() || quotes || (step.errors && repeatsList(field.value(), listed)))
                continue;
            if (step.answer)
                builder.setInAnswer(true);
            if (auto error = value(field.value(), step, depth, nesting))
                return error;
            if (step.answer)
                builder.setInAnswer(false);
        }
        return simdjson::SUCCESS;
    }

    /// pino writes an error's list of errors twice, as `aggregateErrors` and as the member that it is.
    static bool repeatsList(ondemand::value& value, bool& listed) {
        ondemand::json_type type;
        const bool list = !value.type().get(type) && type == ondemand::json_type::array;
        return list && std::exchange(listed, true);
    }

    simdjson::error_code value(ondemand::value value, const Step& step, int depth, int nesting) {
        ondemand::json_type type;
        if (auto error = value.type().get(type))
            return error;
        switch (type) {
        case ondemand::json_type::object: {
            if (!step.enter && step.field == Field::ErrorText) {
                ondemand::object stack;
                if (auto error = value.get_object().get(stack))
                    return error;
                return frames(stack.raw_json());
            }
            if (!step.enter || nesting >= maxJsonNesting)
                return simdjson::SUCCESS;
            if (step.place == Place::Headers && depth == 0)
                builder.noteResponseHeaders();
            ondemand::object inner;
            if (auto error = value.get_object().get(inner))
                return error;
            const Place place = mayHoldFailure(step.place) ? placeOf(inner, step.place) : step.place;
            return object(inner, place, depth + (place == Place::Error ? 1 : 0), nesting + 1);
        }
        case ondemand::json_type::array:
            sawList = sawList || step.list;
            return elements(value, step, depth, nesting);
        case ondemand::json_type::string:
            if (step.field == Field::None)
                return step.enter ? objectInText(value, step, depth) : simdjson::SUCCESS;
            [[fallthrough]];
        default:
            return step.field == Field::None ? simdjson::SUCCESS : scalar(value, type, step.field, depth);
        }
    }

    /// Whether an object of any name is to be looked at: one that went well has no failed part.
    bool mayHoldFailure(Place place) const {
        const int told = builder.record().status;
        const bool any = (place == Place::Unknown || place == Place::GenAi) && !builder.mayQuote();
        return (any || place == Place::Event) && (told == 0 || told >= 400);
    }

    /// Such an object is a failed request to an AI API, where it has a failing status, and an API's address
    /// or an API's error; or an event that told in a stream that it failed.
    static Place placeOf(ondemand::object& object, Place place) {
        std::string_view text;
        if (object.raw_json().get(text))
            return place;
        const bool event = isFailedEvent(text);
        const bool call = !event && place != Place::Event && statesFailedCall(text);
        if (object.reset().error())
            return place;
        return event ? Place::Root : call ? Place::Error : place;
    }

    /// Azure's `customDimensions`, and what others export that cannot hold objects.
    simdjson::error_code objectInText(ondemand::value& value, const Step& step, int depth) {
        std::string_view text;
        if (!value.raw_json_token().starts_with("\"{"))
            return simdjson::SUCCESS;
        if (auto error = value.get_string().get(text))
            return error;
        if (step.place == Place::Unknown)
            builder.noteLikelyLine(text);
        else
            readLooseObject(text, step.place, builder, depth + (step.place == Place::Error ? 1 : 0));
        return simdjson::SUCCESS;
    }

    /// An array counts as its first element when that is a scalar; objects in it as pairs of name and value,
    /// or as errors one of which was the last.
    simdjson::error_code elements(ondemand::value value, const Step& step, int depth, int nesting) {
        if (step.isNothing() || nesting >= maxJsonNesting)
            return simdjson::SUCCESS;
        ondemand::array array;
        if (auto error = value.get_array().get(array))
            return error;
        for (auto element : array) {
            ondemand::value one;
            ondemand::json_type type;
            if (auto error = std::move(element).get(one))
                return error;
            if (auto error = one.type().get(type))
                return error;
            if (type == ondemand::json_type::number && step.field == Field::Message)
                return text(array, step.field);
            if (type == ondemand::json_type::string && step.field == Field::ErrorText)
                return lines(array, depth);
            if (type == ondemand::json_type::object && step.field == Field::ErrorText && !step.enter) {
                if (auto error = array.reset().error())
                    return error;
                return frames(array.raw_json());
            }
            if (type == ondemand::json_type::string && step.field == Field::Message)
                return words(array, depth);
            if (type == ondemand::json_type::object && (step.enter || step.errors)) {
                ondemand::object inner;
                if (auto error = one.get_object().get(inner))
                    return error;
                if (auto error = step.errors ? noteListed(inner) : simdjson::SUCCESS)
                    return error;
                if (!step.enter)
                    continue;
                if (step.place == Place::EventEntries) {
                    if (auto error = entry(inner, depth, nesting + 1))
                        return error;
                    continue;
                }
                const bool whole = step.place == Place::Error || step.place == Place::Span;
                if (auto error = whole ? object(inner, step.place, depth + 1, nesting + 1)
                                       : pair(inner, step.place, depth, nesting + 1))
                    return error;
            } else if (type == ondemand::json_type::array && step.enter) {
                if (auto error = pairInArray(one, step.place, depth))
                    return error;
            } else {
                return this->value(one, Step{.field = step.field}, depth, nesting + 1);
            }
        }
        return simdjson::SUCCESS;
    }

    simdjson::error_code noteListed(ondemand::object& object) {
        std::string_view text;
        if (auto error = object.raw_json().get(text))
            return error;
        builder.noteListedError(text);
        return object.reset().error();
    }

    /// A stack as objects: Sentry's `{"frames": […]}`, tslog's list.
    simdjson::error_code frames(simdjson::simdjson_result<std::string_view> stack) {
        std::string_view text;
        if (auto error = std::move(stack).get(text))
            return error;
        if (hasSdkFrames(text))
            builder.noteThrown();
        return simdjson::SUCCESS;
    }

    /// The lines of a traceback or a stack.
    simdjson::error_code lines(ondemand::array& array, int depth) {
        if (auto error = array.reset().error())
            return error;
        std::string joined;
        for (auto element : array) {
            std::string_view line;
            if (element.get_string().get(line))
                break;
            joined.append(joined.empty() ? "" : "\n").append(line);
        }
        builder.take(Field::ErrorText, {Scalar::Kind::String, builder.keep(std::move(joined))}, depth);
        return simdjson::SUCCESS;
    }

    /// What a program gave to its console as several values: Cloudflare's workers keep each.
    simdjson::error_code words(ondemand::array& array, int depth) {
        if (auto error = array.reset().error())
            return error;
        std::string joined;
        for (auto element : array) {
            ondemand::value value;
            ondemand::object object;
            std::string_view word;
            if (std::move(element).get(value))
                break;
            if (value.get_string().get(word) &&
                (value.get_object().get(object) || object.raw_json().get(word)))
                continue;
            joined.append(joined.empty() ? "" : " ").append(word);
        }
        builder.take(Field::Message, {Scalar::Kind::String, builder.keep(std::move(joined))}, depth);
        return simdjson::SUCCESS;
    }

    /// `{"type": "exception", "data": {"values": […]}}`, `{"type": "message", "data": {"formatted": …}}`;
    /// other entries tell what was before it.
    simdjson::error_code entry(ondemand::object& object, int depth, int nesting) {
        std::string_view type;
        ondemand::value data;
        if (object.find_field_unordered("type").get_string().get(type) ||
            (type != "exception" && type != "message") || object.find_field_unordered("data").get(data))
            return simdjson::SUCCESS;
        const bool message = type == "message";
        return value(data, {.enter = true, .place = message ? Place::LogBody : Place::Error},
                     message ? depth : depth - 1, nesting);
    }

    /// journald writes a text with control characters as the array of its bytes.
    simdjson::error_code text(ondemand::array& array, Field field) {
        if (auto error = array.reset().error())
            return error;
        std::string bytes;
        for (auto element : array) {
            std::uint64_t byte = 0;
            if (auto error = element.get_uint64().get(byte))
                return error;
            bytes += static_cast<char>(byte);
        }
        builder.take(field, {Scalar::Kind::String, builder.keep(std::move(bytes))}, 0);
        return simdjson::SUCCESS;
    }

    /// Whether simdjson gave up on the text, and must not be asked again.
    static bool isBroken(simdjson::error_code error) {
        return error && error != simdjson::NO_SUCH_FIELD && error != simdjson::INCORRECT_TYPE;
    }

    /// `{"name": "request-id", "value": "req_…"}` of HAR, `{"field": …, "value": …}` of CloudWatch, `{"key":
    /// "…", "value": {"stringValue": "…"}}` of OTLP.
    simdjson::error_code pair(ondemand::object& object, Place place, int depth, int nesting) {
        std::string_view name;
        bool cloudWatch = false;
        simdjson::error_code missing = simdjson::NO_SUCH_FIELD;
        for (const std::string_view key : {"name", "key", "field"}) {
            missing = object.find_field_unordered(key).get_string().get(name);
            cloudWatch = key == "field";
            if (!missing || isBroken(missing))
                break;
        }
        if (missing)
            return isBroken(missing) ? missing : simdjson::SUCCESS;
        if (place == Place::Headers && depth == 0)
            builder.noteResponseHeaders();
        Step step = stepFor(place, name);
        if (cloudWatch && step.field == Field::Time) // whose stamps are UTC and do not say so
            step.field = Field::TimeUtc;
        ondemand::value value;
        if (step.isNothing())
            return simdjson::SUCCESS;
        if (const auto error = object.find_field_unordered("value").get(value))
            return isBroken(error) ? error : simdjson::SUCCESS;
        return typedValue(value, step, depth, nesting);
    }

    /// `{"stringValue": "…"}` of OTLP, where objects are `{"kvlistValue": {"values": […]}}` and arrays alike;
    /// any other value as it stands.
    simdjson::error_code typedValue(ondemand::value value, const Step& step, int depth, int nesting) {
        ondemand::json_type type;
        if (auto error = value.type().get(type))
            return error;
        if (type != ondemand::json_type::object || nesting >= maxJsonNesting)
            return this->value(value, step, depth, nesting);
        ondemand::object typed;
        if (auto error = value.get_object().get(typed))
            return error;
        for (auto member : typed) {
            ondemand::field field;
            if (auto error = std::move(member).get(field))
                return error;
            if (field.key() == "kvlistValue" || field.key() == "arrayValue")
                return typedList(field.value(), step, depth, nesting + 1);
            return this->value(field.value(), step, depth, nesting);
        }
        return simdjson::SUCCESS;
    }

    simdjson::error_code typedList(ondemand::value list, const Step& step, int depth, int nesting) {
        ondemand::object object;
        ondemand::value values;
        if (list.get_object().get(object) || object.find_field_unordered("values").get(values))
            return simdjson::SUCCESS;
        ondemand::array array;
        if (auto error = values.get_array().get(array))
            return error;
        for (auto element : array) {
            ondemand::value first;
            if (auto error = std::move(element).get(first))
                return error;
            if (step.enter) {
                ondemand::object member;
                if (first.get_object().get(member))
                    return simdjson::SUCCESS;
                if (auto error =
                        pair(member, step.place, depth + (step.place == Place::Error ? 1 : 0), nesting))
                    return error;
                continue;
            }
            return typedValue(first, step, depth, nesting);
        }
        return simdjson::SUCCESS;
    }

    /// `["request_id", "req_…"]` of Sentry's tags.
    simdjson::error_code pairInArray(ondemand::value& value, Place place, int depth) {
        ondemand::array array;
        if (auto error = value.get_array().get(array))
            return error;
        std::string_view name;
        for (auto element : array) {
            std::string_view text;
            if (element.get_string().get(text))
                return simdjson::SUCCESS;
            if (!name.empty()) {
                builder.take(stepFor(place, name).field, {Scalar::Kind::String, text}, depth);
                return simdjson::SUCCESS;
            }
            name = text;
        }
        return simdjson::SUCCESS;
    }

    /// A cell of a table, which may hold an object as a string.
    simdjson::error_code cell(ondemand::value value, const Step& column) {
        ondemand::json_type type;
        if (auto error = value.type().get(type))
            return error;
        std::string_view text;
        if (type != ondemand::json_type::string)
            return this->value(value, column, 0, 0);
        if (auto error = value.get_string().get(text))
            return error;
        takeCell(column, {Scalar::Kind::String, text}, builder);
        return simdjson::SUCCESS;
    }

    simdjson::error_code scalar(ondemand::value value, ondemand::json_type type, Field field, int depth) {
        Scalar scalar;
        if (type == ondemand::json_type::string) {
            scalar.kind = Scalar::Kind::String;
            if (auto error = value.get_string().get(scalar.text))
                return error;
        } else {
            scalar.text = value.raw_json_token(); // up to the next brace, bracket or comma
            while (!scalar.text.empty() && isBlank(scalar.text.back()))
                scalar.text.remove_suffix(1);
            scalar.kind = type == ondemand::json_type::number    ? Scalar::Kind::Number
                          : type == ondemand::json_type::boolean ? Scalar::Kind::Boolean
                                                                 : Scalar::Kind::Null;
        }
        builder.take(field, scalar, depth);
        return simdjson::SUCCESS;
    }
};

} // namespace derouter
