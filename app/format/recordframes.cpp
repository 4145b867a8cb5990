// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a RecordReader takes apart syslog on a stream (RFC 6587, 3.4.1): `131 <11>1 …`, the number of bytes
// before each message, which may hold line feeds.
#include "format/recordreader.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace derouter {

namespace {

struct FrameHead {
    std::size_t length = 0; ///< of the head itself, with its blank
    std::size_t size = 0;   ///< of the message behind it
};

std::optional<FrameHead> frameHead(std::string_view text) {
    constexpr std::size_t maxDigits = 5;
    const std::size_t blank =
        text.empty() || !isDigit(text.front()) ? text.npos : text.substr(0, maxDigits + 2).find(" <");
    FrameHead head;
    if (blank == text.npos ||
        std::from_chars(text.data(), text.data() + blank, head.size).ptr != text.data() + blank)
        return std::nullopt;
    const auto message = text.substr(blank + 1, head.size);
    const std::size_t close = message.find('>');
    if (close > 4 || close < 2 || !std::ranges::all_of(message.substr(1, close - 1), isDigit))
        return std::nullopt;
    head.length = blank + 1;
    return head;
}

} // namespace

bool RecordReader::readFrames(std::string_view text, const Layer& layer) {
    const bool open = m_frame.missing > 0;
    if (open)
        text = continueFrame(text, layer);
    bool any = open;
    for (auto head = frameHead(text); head && m_frame.missing == 0; head = frameHead(text)) {
        const auto message = text.substr(head->length, head->size);
        Layer framed = layer;
        framed.origin.offset += static_cast<std::uint64_t>(message.data() - layer.origin.raw.data());
        framed.origin.bytes = message.size();
        framed.origin.raw = message;
        text.remove_prefix(head->length + message.size());
        // The line feed that the framer took counts too; one more only ends the message.
        if (head->size > message.size() + 1)
            m_frame = {std::string(message), framed.origin, head->size - message.size() - 1};
        else
            read(message, framed);
        any = true;
    }
    if (any && !text.empty() && m_frame.missing == 0)
        read(text, layer);
    return any;
}

/// Adds the line to the open message; gives what stands behind that one.
std::string_view RecordReader::continueFrame(std::string_view text, const Layer& layer) {
    const auto part = text.substr(0, m_frame.missing);
    m_frame.text.append("\n").append(part);
    m_frame.origin.bytes += part.size() + 1;
    ++m_frame.origin.lines;
    m_frame.missing -= part.size();
    if (part.size() == text.size() && m_frame.missing > 0) {
        m_frame.missing -= 1; // the line feed behind it
        if (m_frame.missing > 0)
            return {};
    }
    endFrame();
    return layer.origin.raw.substr(static_cast<std::size_t>(part.data() - layer.origin.raw.data()) +
                                   part.size());
}

void RecordReader::endFrame() {
    if (m_frame.text.empty())
        return;
    const Frame frame = std::exchange(m_frame, {});
    const PaddedText message(frame.text);
    Origin origin = frame.origin;
    origin.raw = message.view();
    read(message.view(), {.origin = origin, .stamp = {}, .stream = {}});
}

} // namespace derouter
