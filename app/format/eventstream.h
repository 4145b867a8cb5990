// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace derouter {

class RecordBuilder;

/// An event of a stream of server-sent events (HTML Living Standard, 9.2).
struct StreamEvent {
    std::string_view name; ///< empty where the stream does not say
    std::string_view data; ///< its `data:` lines joined by LF
};

/// Puts an event together from its lines. Tolerant of streams whose empty lines were lost.
class EventLines {
public:
    bool isEmpty() const { return m_data.empty() && m_name.empty(); }
    /// Whether the event at hand has ended before `line`, which may be empty.
    bool endsBefore(std::string_view line) const;
    void add(std::string_view line);
    StreamEvent event() const { return {m_name, m_data}; }
    void clear();

private:
    std::string m_name;
    std::string m_data;
    int m_openBraces = 0; ///< in the data
};

/// What the events of a stream tell of the request it answers. Begins anew with the first event of another
/// stream.
class StreamedAnswer {
public:
    /// True when the event is an error in the stream that was not told before: the Responses API tells each
    /// twice.
    bool fails(const StreamEvent& event);
    /// Gives what is known to `builder`: the error of an event that `fails()`, and the model.
    void read(const StreamEvent& error, RecordBuilder& builder) const;

private:
    std::string m_model;
    bool m_willBeToldAgain = false;
};

/// Reads the events of a stream as a log holds them, line by line, mixed with other lines.
class EventStreamReader {
public:
    /// Whether the line belongs to a stream: the open one, or one that begins here.
    bool takes(std::string_view line) const;
    /// Whether the event at hand is an error that ends before `line`: to be read, and then `drop()`ped.
    bool failsBefore(std::string_view line);
    void add(std::string_view line, std::uint64_t number, std::uint64_t offset, std::uint64_t bytes);
    void read(RecordBuilder& builder) const;
    void drop();
    /// No line of the stream follows. Like `failsBefore()`.
    bool failsAtEnd();

    bool isOpen() const { return m_open; }
    void close();

    std::uint64_t firstLine() const { return m_firstLine; }
    std::uint64_t offset() const { return m_offset; }
    std::uint64_t bytes() const { return m_bytes; }
    std::uint64_t lines() const { return m_lines; }
    std::string_view text() const { return m_text; }

private:
    EventLines m_event;
    StreamedAnswer m_answer;
    std::string m_text; ///< the lines of the event
    bool m_open = false;
    std::uint64_t m_firstLine = 0;
    std::uint64_t m_offset = 0;
    std::uint64_t m_bytes = 0;
    std::uint64_t m_lines = 0;
};

/// Whether a text is a stream of events.
bool isEventStream(std::string_view text);
/// Reads the first error that a stream tells.
void mineEventStream(std::string_view stream, RecordBuilder& builder);

} // namespace derouter
