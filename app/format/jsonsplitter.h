// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/texts.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace derouter {

/// A record cut out of a JSON document.
struct JsonElement {
    std::string_view text;    ///< begins with `{`, or with `[` where a list holds its records as arrays
    std::uint64_t line = 0;   ///< of its first byte, counted from 1 in the document
    std::uint64_t offset = 0; ///< of its first byte in the document
    bool cut = false;         ///< longer than `maxElement`; `text` is its beginning
};

/// Cuts a stream of JSON values into records while it arrives: the objects of a root array, objects one after
/// another however they are broken over lines, and the members of the lists in which exports wrap their
/// records (HAR's `log.entries`, CloudWatch's `events`, OTLP's `resourceLogs…logRecords`, Loki's
/// `data.result…values`, Elasticsearch's `hits.hits`, Datadog's `data`). Of Azure's tables the columns' names
/// come as an element of their own before the rows.
///
/// Reads structure only, byte by byte: what an element holds is not checked. Memory is bounded by one
/// element.
class JsonSplitter {
public:
    static constexpr std::size_t maxElement = 16 * 1024 * 1024;
    static constexpr std::size_t padding = PaddedText::padding; ///< readable bytes behind an element's text
    using Sink = std::function<void(const JsonElement&)>;

    enum class State : std::uint8_t {
        Reading,
        Refused, ///< the bytes from `consumed` on are no JSON; what was open stands in `openText()`
    };

    /// Gives every element that is complete to `sink`; its text is good during the call.
    State feed(std::string_view bytes, const Sink& sink);
    /// Begins anew, as at the beginning of a document.
    void reset();

    /// Bytes of the last `feed()` that were read before it refused.
    std::size_t consumed() const { return m_consumed; }
    /// The element that has begun and not ended, with where it began.
    const std::string& openText() const { return m_element; }
    std::uint64_t openLine() const { return m_elementLine; }
    std::uint64_t openOffset() const { return m_elementOffset; }
    bool isInside() const { return !m_levels.empty(); }
    bool isAtBegin() const { return m_offset == 0; }
    /// Counts bytes that are none of the document's, such as a byte order mark.
    void skip(std::size_t bytes) { m_offset += bytes; }
    /// Whether the last byte read does not end a line.
    bool endsInLine() const { return m_endsInLine; }
    /// Whether a list of records was met: the document is an export.
    bool sawList() const { return m_sawList; }
    /// Whether the elements given stood in such a list: one that is empty may be a record's own.
    bool sawListed() const { return m_sawListed; }

private:
    struct Level {
        bool array = false;
        bool expectsKey = false; ///< of an object: the next string is a key
        int path = -1;           ///< node of the tree of lists, -1 when no list can lie below
    };

    bool structural(char c, const Sink& sink);
    bool open(bool array);
    bool close(bool array, const Sink& sink);
    void beginElement();
    void endString();
    int pathOfValue() const;

    std::vector<Level> m_levels;
    std::string m_element;
    std::string m_string;           ///< the beginning of the string being read
    std::string m_key;              ///< the member whose value comes next
    std::size_t m_elementLevel = 0; ///< levels inside the element; 0: none is open
    std::uint64_t m_elementLine = 0;
    std::uint64_t m_elementOffset = 0;
    std::uint64_t m_line = 1;
    std::uint64_t m_offset = 0;
    std::size_t m_consumed = 0;
    bool m_inString = false;
    bool m_escaped = false;
    bool m_cut = false;
    bool m_isRecord = false; ///< the element has a member that only a log record has
    bool m_sawList = false;
    bool m_sawListed = false;
    bool m_endsInLine = false;
};

} // namespace derouter
