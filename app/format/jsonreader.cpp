// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/jsonreader.h"

#include "format/looseobject.h"
#include "format/recordbuilder.h"

#include <simdjson.h>

namespace derouter {

namespace ondemand = simdjson::ondemand;

static_assert(JsonReader::padding >= simdjson::SIMDJSON_PADDING);

namespace {

constexpr int maxNesting = 32;

/// The key as written: simdjson knows its beginning, its end is the next quote that is not escaped.
std::string_view textOf(ondemand::raw_json_string key) {
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

} // namespace

struct JsonReader::Parser {
    ondemand::parser parser;
    std::vector<KnownMember> known; ///< the members in the order of the last lines
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
        KnownMember member{std::string(key), place, stepFor(place, key)};
        if (next < known.size())
            known[next] = std::move(member);
        else
            known.push_back(std::move(member));
        return known[next++].step;
    }

    simdjson::error_code object(ondemand::object object, Place place, int depth, int nesting) {
        for (auto member : object) {
            ondemand::field field;
            if (auto error = std::move(member).get(field))
                return error;
            const Step step = stepOf(field.key(), place);
            if (step.isNothing())
                continue;
            if (auto error = value(field.value(), step, depth, nesting))
                return error;
        }
        return simdjson::SUCCESS;
    }

    simdjson::error_code value(ondemand::value value, const Step& step, int depth, int nesting) {
        ondemand::json_type type;
        if (auto error = value.type().get(type))
            return error;
        switch (type) {
        case ondemand::json_type::object: {
            if (!step.enter || nesting >= maxNesting)
                return simdjson::SUCCESS;
            if (step.place == Place::Headers && depth == 0)
                builder.noteResponseHeaders();
            ondemand::object inner;
            if (auto error = value.get_object().get(inner))
                return error;
            return object(inner, step.place, depth + (step.place == Place::Error ? 1 : 0), nesting + 1);
        }
        case ondemand::json_type::array:
            sawList = sawList || step.list;
            return elements(value, step, depth, nesting);
        default:
            return step.field == Field::None ? simdjson::SUCCESS : scalar(value, type, step.field, depth);
        }
    }

    /// An array counts as its first element when that is a scalar; objects in it as pairs of name and value,
    /// or as errors one of which was the last.
    simdjson::error_code elements(ondemand::value value, const Step& step, int depth, int nesting) {
        if ((step.field == Field::None && !step.enter) || nesting >= maxNesting)
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
            if (type == ondemand::json_type::object && step.enter) {
                ondemand::object inner;
                if (auto error = one.get_object().get(inner))
                    return error;
                if (auto error = step.errors ? noteListed(inner) : simdjson::SUCCESS)
                    return error;
                if (auto error = step.place == Place::Error
                                     ? object(inner, step.place, depth + 1, nesting + 1)
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

    /// `{"name": "request-id", "value": "req_…"}` of HAR, `{"key": "…", "value": {"stringValue": "…"}}` of
    /// OTLP.
    simdjson::error_code pair(ondemand::object& object, Place place, int depth, int nesting) {
        std::string_view name;
        if (object.find_field_unordered("name").get_string().get(name) &&
            object.find_field_unordered("key").get_string().get(name))
            return simdjson::SUCCESS;
        if (place == Place::Headers && depth == 0)
            builder.noteResponseHeaders();
        const Step step = stepFor(place, name);
        ondemand::value value;
        if (step.isNothing() || object.find_field_unordered("value").get(value))
            return simdjson::SUCCESS;
        ondemand::json_type type;
        if (auto error = value.type().get(type))
            return error;
        if (type != ondemand::json_type::object)
            return this->value(value, step, depth, nesting);
        ondemand::object typed;
        if (auto error = value.get_object().get(typed))
            return error;
        for (auto member : typed) {
            ondemand::field field;
            if (auto error = std::move(member).get(field))
                return error;
            return this->value(field.value(), step, depth, nesting);
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

    simdjson::error_code scalar(ondemand::value value, ondemand::json_type type, Field field, int depth) {
        Scalar scalar;
        if (type == ondemand::json_type::string) {
            scalar.kind = Scalar::Kind::String;
            if (auto error = value.get_string().get(scalar.text))
                return error;
        } else {
            scalar.text = value.raw_json_token();
            while (!scalar.text.empty() && (scalar.text.back() == ' ' || scalar.text.back() == '\t'))
                scalar.text.remove_suffix(1);
            scalar.kind = type == ondemand::json_type::number    ? Scalar::Kind::Number
                          : type == ondemand::json_type::boolean ? Scalar::Kind::Boolean
                                                                 : Scalar::Kind::Null;
        }
        builder.take(field, scalar, depth);
        return simdjson::SUCCESS;
    }
};

JsonReader::JsonReader()
    : m_parser(std::make_unique<Parser>()) {}
JsonReader::~JsonReader() = default;

/// Whether a text ends inside an object, outside its strings.
static bool endsOpen(std::string_view text) {
    int depth = 0;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\\' && quoted)
            ++at;
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted)
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
    }
    return depth > 0 && !quoted;
}

JsonReader::Outcome JsonReader::read(std::string_view line, RecordBuilder& builder) {
    builder.begin();
    m_parser->sawList = false;
    ondemand::document document;
    ondemand::object root;
    auto error = m_parser->parser.iterate(line.data(), line.size(), line.size() + padding).get(document);
    if (!error)
        error = document.get_object().get(root);
    if (!error) {
        Walk walk{m_parser->known, builder, m_parser->sawList};
        error = walk.object(root, Place::Root, 0, 0);
    }
    if (!error)
        return Outcome::Read;
    if (endsOpen(line))
        return Outcome::Open;
    builder.begin();
    const std::size_t end = readLooseObject(line, Place::Root, builder, 0);
    return end > 2 && line.find(':') != line.npos ? Outcome::Read : Outcome::NoObject;
}

bool JsonReader::sawList() const {
    return m_parser->sawList;
}

bool JsonReader::readPair(std::string_view text, std::string_view& time, std::string_view& line) {
    ondemand::document document;
    ondemand::array array;
    if (m_parser->parser.iterate(text.data(), text.size(), text.size() + padding).get(document) ||
        document.get_array().get(array))
        return false;
    int count = 0;
    for (auto element : array) {
        std::string_view& to = count == 0 ? time : line;
        if (count++ == 2)
            break; // Loki's structured metadata
        if (element.get_string().get(to))
            return false;
    }
    return count >= 2;
}

std::vector<std::string> JsonReader::describe(std::string_view line) {
    std::vector<std::string> members;
    ondemand::document document;
    ondemand::object root;
    if (m_parser->parser.iterate(line.data(), line.size(), line.size() + padding).get(document) ||
        document.get_object().get(root))
        return members;
    for (auto member : root) {
        ondemand::field field;
        if (std::move(member).get(field))
            break;
        const std::string name(textOf(field.key()));
        ondemand::json_type type;
        if (field.value().type().get(type))
            break;
        members.push_back(name);
        if (type == ondemand::json_type::number)
            members.push_back(name + ":number");
        else if (type == ondemand::json_type::object)
            members.push_back(name + ":object");
        else if (type == ondemand::json_type::string)
            members.push_back(name + ":string");
    }
    return members;
}

} // namespace derouter
