// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/explain.h"

#include "classify/classifier.h"
#include "format/clientlines.h"
#include "format/errortext.h"
#include "format/proxynote.h"
#include "format/quotedblock.h"
#include "format/recordreader.h"
#include "format/texts.h"

#include <QDateTime>

#include <algorithm>
#include <string>

namespace derouter {

namespace {

/// A pasted text is the user's own claim that it is DeRouter's: hosts and paths do not matter.
Sighting sightingOf(const LogRecord& record) {
    Sighting sighting = Classifier().sighting(record);
    sighting.time = record.time;
    sighting.timeQuality = record.timeQuality;
    return sighting;
}

/// Keeps the first failure, with what later records say of it.
class FirstFailure final : public RecordSink {
public:
    void take(const LogRecord& record, const Origin& origin) override {
        if (!record.reportsFailure()) {
            keepNote(record, origin.raw);
            return;
        }
        Sighting next = sightingOf(record);
        if (!found) {
            found = std::move(next);
        } else if (next.code == found->code) {
            const auto fill = [](std::string& mine, std::string& theirs) {
                if (mine.empty())
                    mine = std::move(theirs);
            };
            fill(found->type, next.type);
            fill(found->message, next.message);
            fill(found->requestId, next.requestId);
        }
    }
    void reject(const Origin&, Rejection) override {}

    std::optional<Sighting> found;
    std::optional<Sighting> noted; ///< by the first line of a proxy's own error log

private:
    /// It does not show the answer, but it says that none of DeRouter's came.
    void keepNote(const LogRecord& record, std::string_view line) {
        const auto note = noted ? std::nullopt : findProxyNote(line);
        if (!note)
            return;
        LogRecord failure = record;
        failure.outcome = Outcome::NoResponse;
        const bool left = note->kind == ProxyNote::Kind::ClientLeft;
        failure.answeredBy = left ? AnsweredBy::Nobody : AnsweredBy::LocalProxy;
        failure.message = note->what;
        if (failure.path.empty())
            failure.path = note->path;
        noted = sightingOf(failure);
    }
};

/// Reads the text as a log of its own, line by line, or as one JSON value.
std::optional<Sighting> readAsLog(std::string_view text) {
    FirstFailure sink;
    RecordReader reader({}, QTimeZone::systemTimeZone(), sink);
    reader.setReference(QDateTime::currentMSecsSinceEpoch() * 1000); // it was written not long ago
    const PaddedText padded(text);
    const auto whole = padded.view();
    if (whole.starts_with('{')) {
        reader.readElement(whole, {.line = 1, .offset = 0, .bytes = whole.size(), .lines = 2, .raw = whole});
    } else {
        std::uint64_t number = 0;
        for (std::size_t at = 0; at <= whole.size();) {
            const std::size_t end = std::min(whole.find('\n', at), whole.size());
            auto line = whole.substr(at, end - at);
            if (line.ends_with('\r'))
                line.remove_suffix(1);
            ++number;
            if (!isFence(line)) // what stands in it is what is asked about
                reader.readLine({.text = line, .number = number, .offset = at, .bytes = end - at + 1});
            at = end + 1;
        }
    }
    reader.finish();
    return sink.found ? sink.found : sink.noted;
}

/// Reads the text as what some error said.
std::optional<Sighting> readAsError(std::string_view text) {
    TimeParser times(QTimeZone::systemTimeZone());
    RecordBuilder builder(times);
    builder.trust();
    builder.begin();
    mineErrorText(text, builder, 1);
    mineClientLine(text, builder);
    const LogRecord& record = builder.finish();
    return record.reportsFailure() ? std::optional(sightingOf(record)) : std::nullopt;
}

} // namespace

std::optional<Sighting> explain(std::string_view text) {
    text = trimmed(text);
    if (text.empty())
        return std::nullopt;
    auto found = readAsLog(text);
    return found ? found : readAsError(text);
}

} // namespace derouter
