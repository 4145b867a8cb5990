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
};

/// One pass over one line.
struct JsonReader::Walk {
    std::vector<KnownMember>& known;
    RecordBuilder& builder;
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
            return firstOf(value, step, depth, nesting);
        default:
            return step.field == Field::None ? simdjson::SUCCESS : scalar(value, type, step.field, depth);
        }
    }

    /// An array counts as its first element when that is a scalar.
    simdjson::error_code firstOf(ondemand::value value, const Step& step, int depth, int nesting) {
        if (step.field == Field::None)
            return simdjson::SUCCESS;
        ondemand::array array;
        if (auto error = value.get_array().get(array))
            return error;
        for (auto element : array) {
            ondemand::value first;
            if (auto error = std::move(element).get(first))
                return error;
            return this->value(first, Step{.field = step.field}, depth, nesting + 1);
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

bool JsonReader::read(std::string_view line, RecordBuilder& builder) {
    builder.begin();
    ondemand::document document;
    ondemand::object root;
    auto error = m_parser->parser.iterate(line.data(), line.size(), line.size() + padding).get(document);
    if (!error)
        error = document.get_object().get(root);
    if (!error) {
        Walk walk{m_parser->known, builder};
        error = walk.object(root, Place::Root, 0, 0);
    }
    if (!error)
        return true;
    builder.begin();
    const std::size_t end = readLooseObject(line, Place::Root, builder, 0);
    return end > 2 && line.find(':') != line.npos;
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
