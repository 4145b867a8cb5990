// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a RecordReader does with tables, and with records that an export holds as arrays.

#include "format/recordreader.h"

namespace derouter {

using namespace Qt::StringLiterals;

/// A table of Grafana's panels, which holds its columns one after the other.
bool RecordReader::readFrame(std::string_view text, const Layer& layer) {
    const std::size_t key = text.find_first_not_of(" \t\r\n", 1);
    if (key == text.npos || !text.substr(key).starts_with("\"schema\""))
        return false;
    return m_json[static_cast<std::size_t>(layer.depth)].readFrame(text, m_builder, [&] {
        if (!m_builder.carries() || !readCarried(layer))
            take(m_builder.finish(), layer.origin, layer.stamp);
    });
}

/// A row of a table; `["time", "line"]` of Loki; `[{"field": "@message", "value": "line"}, …]` of CloudWatch.
bool RecordReader::readArray(std::string_view text, const Layer& layer) {
    JsonReader& json = m_json[static_cast<std::size_t>(layer.depth)];
    if (json.readColumns(text))
        return true;
    if (json.readRow(text, m_builder)) {
        if (m_jsonLines++ < linesThatVote && m_format.name.isEmpty())
            voteFor(u"json"_s);
    } else {
        if (readPair(text, layer))
            return true;
        if (!json.readFields(text, m_builder))
            return false;
    }
    if (!m_builder.carries() || !readCarried(layer))
        take(m_builder.finish(), layer.origin, layer.stamp);
    return true;
}

/// By the line below what may be a header, which is read as a line like others where it is none.
void RecordReader::decideOnTable(std::string_view row) {
    if (m_csv.isShownBy(row)) {
        voteFor(u"csv"_s);
        return;
    }
    m_csv.reset();
    const PaddedText padded(m_header.text);
    m_header.layer.origin.raw = padded.view();
    read(padded.view(), m_header.layer);
}

void RecordReader::readRow(std::string_view line, const Layer& layer) {
    if (!m_csv.addLine(line))
        return;
    if (!m_builder.carries() || !readCarried(layer))
        take(m_builder.finish(), layer.origin, layer.stamp);
}

} // namespace derouter
