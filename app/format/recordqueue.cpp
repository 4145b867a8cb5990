// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a RecordReader keeps records back until it is known which number of an access line is its status.
#include "format/recordreader.h"

#include <utility>

namespace derouter {

void RecordReader::emit(const LogRecord& record, const Origin& origin) {
    m_dated = m_dated || record.time;
    if (m_held.empty()) {
        m_sink.take(record, origin);
        return;
    }
    hold(origin.raw, {.origin = origin, .stamp = {}, .stream = {}}).record.emplace(record);
    boundHeld();
}

void RecordReader::reject(const Origin& origin, Rejection why) {
    if (m_held.empty()) {
        m_sink.reject(origin, why);
        return;
    }
    hold(origin.raw, {.origin = origin, .stamp = {}, .stream = {}}).why = why;
    boundHeld();
}

void RecordReader::boundHeld() {
    if (m_held.size() < maxHeld)
        return;
    m_layouts.settle();
    releaseHeld();
}

RecordReader::Held& RecordReader::hold(std::string_view text, const Layer& layer) {
    return m_held.emplace_back(Held{std::string(text), layer, std::nullopt, std::nullopt});
}

void RecordReader::releaseHeld() {
    for (Held& held : std::exchange(m_held, {})) {
        held.layer.origin.raw = held.text;
        if (held.record) {
            m_sink.take(held.record->record(), held.layer.origin);
        } else if (held.why) {
            m_sink.reject(held.layer.origin, *held.why);
        } else if (m_layouts.readAgain(held.text, m_builder)) {
            take(m_builder.finish(), held.layer.origin, stampAround(held.text, held.layer));
        } else {
            Stream& stream = streamOf(held.layer.stream);
            endOpen(stream);
            addText(held.text, held.layer);
            readAssembled(stream);
        }
    }
}

} // namespace derouter
