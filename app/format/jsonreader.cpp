// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/jsonreader.h"

#include "format/jsonwalk.h"
#include "format/looseobject.h"

namespace derouter {

namespace ondemand = simdjson::ondemand;

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
    m_rest = {};
    ondemand::document document;
    ondemand::object root;
    auto error = m_parser->parser.iterate(line.data(), line.size(), line.size() + padding).get(document);
    if (!error)
        error = document.get_object().get(root);
    if (!error) {
        Walk walk{m_parser->known, builder, m_parser->sawList};
        error = walk.object(root, Place::Root, 0, 0);
    }
    const char* rest = nullptr;
    if (!error && !document.current_location().get(rest))
        m_rest = line.substr(static_cast<std::size_t>(rest - line.data()));
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

bool JsonReader::readColumns(std::string_view text) {
    ondemand::document document;
    ondemand::array array;
    if (text.find('{') > text.find('"') ||
        m_parser->parser.iterate(text.data(), text.size(), text.size() + padding).get(document) ||
        document.get_array().get(array))
        return false;
    std::vector<Step> columns;
    for (auto element : array) {
        ondemand::object column;
        std::string_view name;
        ondemand::value value;
        if (element.get_object().get(column) || column["name"].get_string().get(name))
            return false;
        columns.push_back(columnStep(name));
        if (!column["value"].get(value)) // of a field, not of a column
            return false;
    }
    m_parser->columns = std::move(columns);
    return !m_parser->columns.empty();
}

bool JsonReader::readRow(std::string_view text, RecordBuilder& builder) {
    ondemand::document document;
    ondemand::array array;
    if (m_parser->columns.empty() ||
        m_parser->parser.iterate(text.data(), text.size(), text.size() + padding).get(document) ||
        document.get_array().get(array))
        return false;
    builder.begin();
    builder.noteCarrier();
    Walk walk{m_parser->known, builder, m_parser->sawList};
    auto column = m_parser->columns.begin();
    for (auto element : array) {
        ondemand::value cell;
        if (column == m_parser->columns.end() || std::move(element).get(cell) || walk.cell(cell, *column++))
            break;
    }
    return true;
}

bool JsonReader::readFields(std::string_view text, RecordBuilder& builder) {
    builder.begin();
    ondemand::document document;
    ondemand::value array;
    if (m_parser->parser.iterate(text.data(), text.size(), text.size() + padding).get(document) ||
        document.get_value().get(array))
        return false;
    Walk walk{m_parser->known, builder, m_parser->sawList};
    builder.noteCarrier();
    return walk.value(array, {.enter = true, .place = Place::Root}, 0, 0) == simdjson::SUCCESS;
}

/// The cells of a frame's column, as text.
static std::vector<std::pair<Scalar::Kind, std::string>> cellsOf(ondemand::array column) {
    std::vector<std::pair<Scalar::Kind, std::string>> cells;
    for (auto element : column) {
        ondemand::value value;
        ondemand::json_type type;
        std::string_view text;
        if (std::move(element).get(value) || value.type().get(type))
            break;
        const bool string = type == ondemand::json_type::string;
        if (string && value.get_string().get(text))
            break;
        if (type == ondemand::json_type::number)
            text = value.raw_json_token();
        const auto kind = string                                ? Scalar::Kind::String
                          : type == ondemand::json_type::number ? Scalar::Kind::Number
                                                                : Scalar::Kind::Null;
        cells.emplace_back(kind, trimmed(text));
    }
    return cells;
}

bool JsonReader::readFrame(std::string_view text, RecordBuilder& builder,
                           const std::function<void()>& taken) {
    ondemand::document document;
    ondemand::array fields;
    ondemand::array values;
    if (m_parser->parser.iterate(text.data(), text.size(), text.size() + padding).get(document) ||
        document["schema"]["fields"].get_array().get(fields))
        return false;
    std::vector<Step> steps;
    for (auto field : fields) {
        std::string_view name;
        if (field["name"].get_string().get(name))
            return false;
        steps.push_back(columnStep(name));
    }
    if (document["data"]["values"].get_array().get(values))
        return false;
    std::vector<std::vector<std::pair<Scalar::Kind, std::string>>> columns;
    for (auto each : values) {
        ondemand::array column;
        if (each.get_array().get(column))
            return false;
        columns.push_back(cellsOf(column));
    }
    for (std::size_t row = 0; !columns.empty() && row < columns.front().size(); ++row) {
        builder.begin();
        builder.noteCarrier();
        for (std::size_t at = 0; at < std::min(columns.size(), steps.size()); ++at)
            if (row < columns[at].size())
                takeCell(steps[at], {columns[at][row].first, columns[at][row].second}, builder);
        taken();
    }
    return !columns.empty();
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
