// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/explain.h"

#include "classify/classifier.h"
#include "format/accesslayout.h"
#include "format/errortext.h"
#include "format/looseobject.h"
#include "format/recordbuilder.h"
#include "format/textreader.h"
#include "format/timeparser.h"

#include <algorithm>
#include <string>

namespace derouter {

namespace {

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == text.npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

/// `HTTP/2 529 `, also as curl -v shows it.
int statusLine(std::string_view line) {
    if (line.starts_with("< "))
        line.remove_prefix(2);
    const std::size_t space = line.find(' ');
    if (!line.starts_with("HTTP/") || space == line.npos || space + 4 > line.size())
        return 0;
    int status = 0;
    for (const char c : line.substr(space + 1, 3)) {
        if (c < '0' || c > '9')
            return 0;
        status = status * 10 + (c - '0');
    }
    return status;
}

/// The output of curl: the last status line counts, then the headers, then the body.
bool readTranscript(std::string_view text, RecordBuilder& builder) {
    bool found = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view line = trimmed(text.substr(at, end - at));
        if (const int status = statusLine(line)) {
            builder.begin();
            builder.takeStatus(status, 1);
            found = true;
        } else if (found && line.starts_with('{')) {
            builder.mine(text.substr(at), 1);
            return true;
        } else if (found) {
            if (line.starts_with("< "))
                line.remove_prefix(2);
            const std::size_t colon = line.find(": ");
            if (colon != line.npos)
                builder.take(stepFor(Place::Headers, line.substr(0, colon)).field,
                             {Scalar::Kind::String, trimmed(line.substr(colon + 2))});
        }
        at = end + 1;
    }
    return found;
}

void readPasted(std::string_view text, RecordBuilder& builder, TimeParser& times) {
    if (text.starts_with('{')) {
        readLooseObject(text, Place::Root, builder, 0);
        return;
    }
    if (readTranscript(text, builder) || readAccessLine(text.substr(0, text.find('\n')), builder, times))
        return;
    readText(text, builder, times);
    if (!builder.hasError() && builder.record().status == 0)
        mineErrorText(text, builder, 1);
}

} // namespace

std::optional<Sighting> explain(std::string_view text) {
    TimeParser times(QTimeZone::systemTimeZone());
    RecordBuilder builder(times);
    builder.begin();
    readPasted(trimmed(text), builder, times);
    const LogRecord& record = builder.finish();
    if (record.status < 400 && record.outcome == Outcome::Unstated)
        return std::nullopt;
    // A pasted text is the user's own claim that it is DeRouter's.
    Sighting sighting = Classifier().sighting(record);
    sighting.time = record.time;
    sighting.timeQuality = record.timeQuality;
    return sighting;
}

} // namespace derouter
