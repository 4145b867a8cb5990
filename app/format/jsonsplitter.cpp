// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/jsonsplitter.h"

#include "format/texts.h"

#include <algorithm>
#include <iterator>

namespace derouter {

namespace {

/// The tree of lists: a node is reached from its parent by a member's name.
struct ListNode {
    int parent;
    std::string_view name;
    bool isList;         ///< the elements of an array here are records
    bool distinct;       ///< no single log record has such a member
    bool header = false; ///< an array here names the columns of the lists that follow
    bool record = false; ///< an object here, a member of a list's element, is the record
};

constexpr int root = 0;

constexpr ListNode nodes[] = {
    {-1, "", true, true},                           // 0: a root array
    {0, "log", false, false},                       // 1
    {1, "entries", true, true},                     // 2: HAR
    {0, "events", true, false},                     // 3: CloudWatch
    {0, "logEvents", true, true},                   // 4: CloudWatch subscriptions
    {0, "resourceLogs", false, true},               // 5: OTLP
    {5, "scopeLogs", false, true},                  // 6
    {6, "logRecords", true, true},                  // 7
    {0, "data", true, false},                       // 8: Datadog
    {8, "result", false, true},                     // 9: Loki
    {9, "values", true, true},                      // 10
    {0, "hits", false, true},                       // 11: Elasticsearch
    {11, "hits", true, true},                       // 12
    {0, "entries", true, false},                    // 13: Google Cloud
    {0, "records", true, false},                    // 14: Azure
    {0, "items", true, false},                      // 15
    {0, "results", true, false},                    // 16
    {0, "logs", true, false},                       // 17
    {0, "rows", true, false},                       // 18
    {5, "instrumentationLibraryLogs", false, true}, // 19: OTLP before 0.15
    {19, "logRecords", true, true},                 // 20
    {0, "tables", false, true},                     // 21: Azure's queries
    {21, "columns", false, true, true},             // 22
    {21, "rows", true, true},                       // 23
    {0, "resourceSpans", false, true},              // 24: OTLP's traces
    {24, "scopeSpans", false, true},                // 25
    {25, "spans", true, true},                      // 26
    {16, "events", true, false},                    // 27: New Relic's queries
    {0, "streams", false, true},                    // 28: what is pushed to Loki
    {28, "values", true, true},                     // 29
    {0, "exceptions", true, false},                 // 30: Cloudflare's workers
    {17, "content", false, false, false, true},     // 31: Datadog's first API
};

int childOf(int parent, std::string_view name) {
    const auto found = std::ranges::find_if(
        nodes, [&](const ListNode& node) { return node.parent == parent && node.name == name; });
    return found == std::end(nodes) ? -1 : static_cast<int>(found - std::begin(nodes));
}

/// Members that say of an object at the root that it is a record itself, whatever lists it holds.
bool isRecordMember(std::string_view name) {
    constexpr std::string_view names[] = {"level", "severity",  "msg",        "message", "time",
                                          "ts",    "timestamp", "@timestamp", "@t",      "error",
                                          "err",   "levelname", "MESSAGE",    "eventID"};
    return std::ranges::find(names, name) != std::end(names);
}

constexpr bool isScalarByte(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           c == '+' || c == '.';
}

constexpr std::size_t maxKey = 64;

} // namespace

void JsonSplitter::reset() {
    *this = JsonSplitter();
}

JsonSplitter::State JsonSplitter::feed(std::string_view bytes, const Sink& sink) {
    m_consumed = 0;
    for (const char c : bytes) {
        if (m_inString) {
            if (m_escaped)
                m_escaped = false;
            else if (c == '\\')
                m_escaped = true;
            else if (c == '"')
                endString();
            else if (c == '\n')
                return State::Refused; // a string does not go over lines: the value was torn
            if (m_inString && m_string.size() < maxKey)
                m_string += c;
        } else if (!isBlank(c) && !structural(c, sink)) {
            return State::Refused;
        }
        if (m_elementLevel > 0) {
            m_cut = m_cut || m_element.size() >= maxElement;
            if (!m_cut)
                m_element += c;
        }
        m_endsInLine = c != '\n';
        m_line += m_endsInLine ? 0 : 1;
        ++m_offset;
        ++m_consumed;
    }
    return State::Reading;
}

bool JsonSplitter::structural(char c, const Sink& sink) {
    Level* const level = m_levels.empty() ? nullptr : &m_levels.back();
    switch (c) {
    case '{':
    case '[':
        return (!level || level->array || !level->expectsKey) && open(c == '[');
    case '}':
    case ']':
        return level && close(c == ']', sink);
    case '"':
        m_inString = true;
        m_string.clear();
        return level != nullptr;
    case ':':
        return level && !level->array;
    case ',':
        if (level && !level->array)
            level->expectsKey = true;
        return true; // between root values some exports write one too
    default:
        return level && isScalarByte(c);
    }
}

void JsonSplitter::endString() {
    m_inString = false;
    if (m_levels.empty() || m_levels.back().array || !m_levels.back().expectsKey)
        return;
    m_levels.back().expectsKey = false;
    m_key = m_string;
    m_isRecord = m_isRecord || (m_elementLevel == m_levels.size() && isRecordMember(m_key));
}

/// The node of the value that begins now.
int JsonSplitter::pathOfValue() const {
    if (m_levels.empty())
        return root;
    const Level& level = m_levels.back();
    if (level.path < 0)
        return -1;
    return level.array ? level.path : childOf(level.path, m_key);
}

bool JsonSplitter::open(bool array) {
    const bool inArray = !m_levels.empty() && m_levels.back().array;
    int path = pathOfValue();
    const bool list = path > root && array && !inArray;
    const bool header = list && nodes[path].header;
    const bool record = path > root && !array && !inArray && nodes[path].record;
    const bool element =
        header || record || (path >= 0 && ((inArray && nodes[path].isList) || (m_levels.empty() && !array)));
    if (record)
        m_elementLevel = 0;
    const bool begins = list && (nodes[path].isList || header) && (nodes[path].distinct || !m_isRecord);
    m_sawList = m_sawList || begins;
    const bool listed = inArray && path > root && nodes[path].isList && m_elementLevel < m_levels.size();
    if (listed || (begins && nodes[path].distinct)) {
        // The element that seemed to be a record only wraps this list; an empty one may be any record's.
        m_sawListed = true;
        m_elementLevel = 0;
        m_element.clear();
    } else if (!begins && path > root && m_elementLevel > 0 && m_isRecord && !nodes[path].distinct) {
        path = -1;
    }
    m_levels.push_back({.array = array, .expectsKey = !array, .path = path});
    if (element && m_elementLevel == 0)
        beginElement();
    return true;
}

void JsonSplitter::beginElement() {
    m_element.clear();
    m_elementLevel = m_levels.size();
    m_elementLine = m_line;
    m_elementOffset = m_offset;
    m_cut = m_isRecord = false;
}

bool JsonSplitter::close(bool array, const Sink& sink) {
    if (m_levels.back().array != array)
        return false;
    if (m_elementLevel == m_levels.size()) {
        if (!m_cut)
            m_element += array ? ']' : '}';
        m_element.reserve(m_element.size() + padding);
        sink({m_element, m_elementLine, m_elementOffset, m_cut});
        m_element.clear();
        m_elementLevel = 0;
    }
    m_levels.pop_back();
    return true;
}

} // namespace derouter
