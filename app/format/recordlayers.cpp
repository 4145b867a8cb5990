// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a RecordReader does with lines and records inside wrappers.
#include "format/bodylead.h"
#include "format/jsonsplitter.h"
#include "format/loggedobject.h"
#include "format/recordreader.h"
#include "format/terminalescapes.h"
#include "format/textreader.h"

#include <algorithm>
#include <utility>

namespace derouter {

namespace {

constexpr std::size_t maxStreams = 64;
constexpr std::size_t maxPart = 1024 * 1024;

/// rsyslog writes control characters as `#012`.
std::string withLineFeeds(std::string_view text) {
    std::string restored;
    for (std::size_t at = 0; at < text.size();) {
        const bool feed = text.substr(at).starts_with("#012");
        restored += feed ? '\n' : text[at];
        at += feed ? 4 : 1;
    }
    return restored;
}

} // namespace

/// An element of a list.
void RecordReader::readOne(std::string_view element, const Layer& layer) {
    const bool json = m_format.family == FormatFamily::Detected || m_format.family == FormatFamily::Json;
    const bool array = element.starts_with('[');
    if (json && !array)
        readJson(element, layer);
    else if (!(array ? readArray(element, layer) : readCarrier(element, layer)))
        reject(layer.origin, Rejection::NotJson);
}

/// An object only as what carries another program's line, or a list of such.
bool RecordReader::readCarrier(std::string_view text, const Layer& layer) {
    JsonReader& json = m_json[static_cast<std::size_t>(layer.depth)];
    if (json.read(text, m_builder) != JsonReader::Outcome::Read)
        return false;
    if (json.sawList() && readList(text, layer))
        return true;
    const bool carries = m_format.family == FormatFamily::Layout
                             ? m_builder.record().status == 0 && !m_builder.carriedLine().empty()
                             : m_builder.carries();
    return carries && readCarried(layer);
}

/// An object behind words whose message is another object: what a collector wrote behind a prefix of its own.
bool RecordReader::readCarrierBehindWords(std::string_view text, const Layer& layer) {
    constexpr std::string_view objectInText = R"("{\")";
    if (!text.ends_with('}') || text.find(objectInText) == text.npos || layer.depth + 1 >= maxDepth)
        return false;
    const LoggedObject logged = loggedObject(text);
    if (!logged || !leadsToRecord(logged.words))
        return false;
    Layer inner = layer;
    if (const auto stamp = stampOf(logged.words, m_times))
        inner.stamp = stamp;
    return readCarrier(logged.object, inner);
}

/// A line that wraps a list of records.
bool RecordReader::readList(std::string_view text, const Layer& layer) {
    if (layer.depth + 1 >= maxDepth)
        return false;
    JsonSplitter splitter;
    const std::string copy(text); // the elements' reading ends what is decoded of the line
    splitter.feed(copy, [&](const JsonElement& element) {
        if (!splitter.sawListed())
            return;
        Layer inner = layer;
        inner.depth = layer.depth + 1;
        readOne(element.text, inner);
    });
    return splitter.sawListed();
}

/// `["1793693647532114000", "line"]` of Loki.
bool RecordReader::readPair(std::string_view text, const Layer& layer) {
    std::string_view time;
    std::string_view line;
    if (layer.depth + 1 >= maxDepth ||
        !m_json[static_cast<std::size_t>(layer.depth)].readPair(text, time, line))
        return false;
    Layer inner = layer;
    inner.stamp = TimeParser::fromEpoch(time);
    readInner(line, false, std::move(inner));
    return true;
}

/// The program's own line inside a collector's JSON object. False when it is no record of another kind.
bool RecordReader::readCarried(const Layer& layer) {
    if (layer.depth + 1 >= maxDepth)
        return false;
    Layer inner = layer;
    if (const auto stamp = m_builder.stamp())
        inner.stamp = stamp;
    if (const auto name = m_builder.streamName(); !name.empty())
        inner.stream = std::string(name);
    if (const auto process = m_builder.processId(); !process.empty()) // journald's: several may write at once
        inner.stream.append("/").append(process);
    std::string_view text = m_builder.carriedLine();
    // Docker ends each line it was given with its line feed; one that lacks it goes on in the next entry.
    const bool partial = m_builder.carriesParts() && !text.ends_with('\n');
    readInner(text, partial, std::move(inner));
    return true;
}

/// Whether what follows a prefix shows that it is a wrapper.
bool RecordReader::isRecord(const Peeled& peeled) {
    const bool known = !peeled.stream.empty() &&
                       std::ranges::find(m_streams, peeled.stream, &Stream::name) != m_streams.end();
    const bool detected = m_format.family != FormatFamily::Layout;
    if (known || (detected && beginsRecord(peeled.line, m_times)))
        return true;
    constexpr std::string_view targets[] = {" /", "\"/", " http", " CONNECT "};
    const bool namesTarget = std::ranges::any_of(
        targets, [&peeled](auto target) { return peeled.line.find(target) != peeled.line.npos; });
    return namesTarget && m_layouts.read(peeled.line, m_builder);
}

bool RecordReader::readPeeled(std::string_view text, const Layer& layer) {
    if (layer.depth + 1 >= maxDepth)
        return false;
    const bool tried = m_format.family == FormatFamily::Layout;
    const Stream& around = streamOf(layer.stream);
    const bool continues = around.assembler.isOpen() && around.depth > layer.depth;
    auto peeled = peel(text, m_times, continues, tried);
    if (!peeled)
        for (const Peeled& likely : likelyWrappers(text, m_times))
            if ((continues && likely.stamp) || isRecord(likely)) {
                peeled = likely;
                break;
            }
    if (!peeled)
        return false;
    Layer inner = layer;
    if (peeled->stamp)
        inner.stamp = peeled->stamp;
    if (!peeled->stream.empty())
        inner.stream = std::string(peeled->stream);
    if (layer.depth == 0 && peeled->stamp && !peeled->stream.empty())
        m_margin = {.width = text.size() - peeled->line.size(), .stream = inner.stream, .stamp = inner.stamp};
    readInner(peeled->line, peeled->partial, std::move(inner));
    return true;
}

/// Reads the text inside a wrapper, once all its parts are there.
void RecordReader::readInner(std::string_view text, bool partial, Layer layer) {
    while (text.ends_with('\n') || text.ends_with('\r'))
        text.remove_suffix(1);
    PaddedText& kept = m_inner[static_cast<std::size_t>(layer.depth)];
    Stream& stream = streamOf(layer.stream);
    if (partial || !stream.part.empty()) {
        if (stream.part.empty())
            stream.partOrigin = layer.origin;
        else
            stream.partOrigin.bytes += layer.origin.bytes;
        stream.part += text;
        if (partial && stream.part.size() < maxPart)
            return;
        kept.assign(std::exchange(stream.part, {}));
        layer.origin = stream.partOrigin;
    } else if (text.find("#012") != text.npos) {
        kept.assign(withLineFeeds(text));
    } else {
        kept.assign(text);
    }
    const auto inner = kept.view();
    layer.origin.raw = inner;
    ++layer.depth;
    if (inner.find('\n') == inner.npos || inner.starts_with('{')) {
        readInOrder(inner, stream, layer);
        return;
    }
    // A record of several lines in one piece.
    Stream& named = streamOf(layer.stream);
    endOpen(named);
    addText(inner.find('\x1b') == inner.npos ? inner : m_builder.keep(withoutEscapes(inner)), layer);
    readAssembled(named);
}

/// Where the newest line comes first, those of one record are read once its head is there, from that on.
void RecordReader::readInOrder(std::string_view text, Stream& stream, const Layer& layer) {
    const auto time = layer.stamp ? std::optional(layer.stamp->time) : std::nullopt;
    if (stream.order.waits(text, time, stream.assembler.isOpen()) && stream.waiting.size() < maxWaiting) {
        endOpen(stream);
        stream.waiting.push_back({std::string(text), layer});
        return;
    }
    if (stream.waiting.empty()) {
        read(text, layer);
        return;
    }
    auto waiting = std::exchange(stream.waiting, {});
    const Waiting& last = waiting.back();
    const bool head = stream.order.isHead(time, waiting.front().text, last.text, last.layer.stamp->time);
    if (!head) { // they had none
        readWaiting(waiting);
        read(text, layer);
        return;
    }
    read(text, layer);
    std::ranges::reverse(waiting);
    readWaiting(waiting);
    endOpen(streamOf(layer.stream));
}

void RecordReader::readWaiting(std::vector<Waiting>& lines) {
    for (Waiting& line : lines) {
        const PaddedText padded(line.text);
        line.layer.origin.raw = padded.view();
        read(padded.view(), line.layer);
    }
    lines.clear();
}

RecordReader::Stream& RecordReader::streamOf(const std::string& name) {
    if (name.empty())
        return m_streams.front();
    const auto known = std::ranges::find(m_streams, name, &Stream::name);
    if (known != m_streams.end())
        return *known;
    if (m_streams.size() >= maxStreams) {
        // The oldest container has long ended: pods come and go.
        endOpen(m_streams[1]);
        m_streams.erase(m_streams.begin() + 1);
    }
    Stream& added = m_streams.emplace_back();
    added.name = name;
    return added;
}

} // namespace derouter
