// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/accesslayout.h"
#include "format/layoutmatch.h"
#include "format/recordbuilder.h"
#include "format/texts.h"

#include <algorithm>

namespace derouter {

namespace {

/// One `label:value` of a line, which it is taken off of.
struct Labelled {
    std::string_view label;
    std::string_view value;

    bool takeFrom(std::string_view& line) {
        const std::size_t end = std::min(line.find('\t'), line.size());
        const auto text = line.substr(0, end);
        line.remove_prefix(std::min(end + 1, line.size()));
        const std::size_t colon = text.find(':');
        if (colon == text.npos || colon == 0)
            return false;
        label = text.substr(0, colon);
        value = text.substr(colon + 1);
        return std::ranges::all_of(
            label, [](char c) { return isLetter(c) || isDigit(c) || c == '_' || c == '.' || c == '-'; });
    }
};

/// The labels that http://ltsv.org proposes for access logs, where they mean other things than elsewhere.
Field fieldForLabel(std::string_view label) {
    if (label == "host" || label == "user" || label == "cache") // of the client, the server
        return Field::None;
    if (label == "apptime")
        return Field::UpstreamDuration;
    if (label == "vhost")
        return Field::Host;
    if (label == "req")
        return Field::RequestLine;
    if (label == "reqtime")
        return Field::DurationSeconds;
    if (label == "reqtime_microsec")
        return Field::DurationMicroseconds;
    return fieldForVariable(label);
}

/// Whether all of the line is labelled, and what makes a request is there.
bool isAccessLine(std::string_view line) {
    bool status = false;
    bool request = false;
    for (Labelled each; !line.empty();) {
        if (!each.takeFrom(line))
            return false;
        const Field field = fieldForLabel(each.label);
        status = status || (field == Field::Status && isStatusValue(each.value));
        request = request || field == Field::RequestLine || field == Field::Path;
    }
    return status && request;
}

} // namespace

bool readLtsvLine(std::string_view line, RecordBuilder& builder) {
    const std::size_t tab = line.find('\t');
    if (tab == line.npos || line.find(':') > tab || !isAccessLine(line))
        return false;
    builder.begin();
    for (Labelled each; !line.empty();) {
        each.takeFrom(line);
        const Field field = fieldForLabel(each.label);
        if (field == Field::Status)
            giveStatus(each.value, builder);
        else if (field != Field::None)
            builder.take(field, {Scalar::Kind::String, each.value});
    }
    return true;
}

} // namespace derouter
