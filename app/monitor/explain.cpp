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

void fill(std::string& mine, std::string& theirs) {
    if (mine.empty())
        mine = std::move(theirs);
}

/// Whether two facts can be one failure's: one of them may be unknown.
bool agree(const std::string& one, const std::string& other) {
    return one.empty() || other.empty() || one == other;
}

/// Keeps the failures, each with what further records say of it.
class FailureCollector final : public RecordSink {
public:
    void take(const LogRecord& record, const Origin& origin) override {
        const bool isRequest = record.reportsFailure() || record.status > 0 || !record.requestId.empty();
        m_found.records += isRequest ? 1 : 0;
        if (record.reportsFailure()) {
            add(sightingOf(record));
            return;
        }
        keepNote(record, origin.raw);
        if (m_found.requestId.empty())
            m_found.requestId = record.requestId;
        if (!m_found.time)
            m_found.time = record.time;
        if (m_found.status == 0)
            m_found.status = record.status;
    }
    void reject(const Origin&, Rejection) override {}

    /// What was found; a proxy's note only where there is nothing better.
    Explanation concluded() && {
        if (m_found.failures.empty() && m_noted)
            m_found.failures.push_back(std::move(*m_noted));
        return std::move(m_found);
    }

private:
    void add(Sighting&& next) {
        const auto same = [&next](const Sighting& known) {
            return known.code == next.code && agree(known.requestId, next.requestId) &&
                   agree(known.type, next.type);
        };
        const auto known = std::ranges::find_if(m_found.failures, same);
        if (known != m_found.failures.end()) {
            fill(known->type, next.type);
            fill(known->message, next.message);
            fill(known->requestId, next.requestId);
            if (!known->time)
                known->time = next.time;
        } else if (m_found.failures.size() < Explanation::most) {
            m_found.failures.push_back(std::move(next));
        } else {
            ++m_found.more;
        }
    }

    /// It does not show the answer, but it says that none of DeRouter's came.
    void keepNote(const LogRecord& record, std::string_view line) {
        const auto note = m_noted ? std::nullopt : findProxyNote(line);
        if (!note)
            return;
        LogRecord failure = record;
        failure.outcome = Outcome::NoResponse;
        const bool left = note->kind == ProxyNote::Kind::ClientLeft;
        failure.answeredBy = left ? AnsweredBy::Nobody : AnsweredBy::LocalProxy;
        failure.message = note->what;
        if (failure.path.empty())
            failure.path = note->path;
        m_noted = sightingOf(failure);
    }

    Explanation m_found;
    std::optional<Sighting> m_noted; ///< by the first line of a proxy's own error log
};

/// Reads the text as a log of its own, line by line, or as one JSON value.
///
/// `trusted`: a status in words counts, whoever may have given it.
Explanation readAsLog(std::string_view text, bool trusted) {
    FailureCollector sink;
    RecordReader reader({}, QTimeZone::systemTimeZone(), sink);
    if (trusted)
        reader.trust();
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
    return std::move(sink).concluded();
}

/// Reads the text as what some error said.
std::optional<Sighting> readAsError(std::string_view text) {
    TimeParser times(QTimeZone::systemTimeZone());
    RecordBuilder builder(times);
    builder.trust();
    builder.begin();
    text = withReadableBody(text, builder);
    mineErrorText(text, builder, 1);
    mineClientLine(text, builder);
    const LogRecord& record = builder.finish();
    return record.reportsFailure() ? std::optional(sightingOf(record)) : std::nullopt;
}

/// What stands behind `request id: ` and the like, when no request-id of DeRouter's does: a relay's id, a
/// ray of Cloudflare's.
std::string otherIdIn(std::string_view text) {
    constexpr std::string_view names[] = {"request id", "request-id", "request_id", "requestid", "cf-ray"};
    constexpr std::string_view idChars = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
    const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
    for (const std::string_view name : names) {
        for (auto rest = text; !rest.empty();) {
            const auto found = std::ranges::search(rest, name, same);
            rest = rest.substr(static_cast<std::size_t>(found.end() - rest.begin()));
            const std::size_t begin = rest.find_first_not_of("\"': =");
            if (found.empty() || begin == 0 || begin == rest.npos)
                continue;
            const auto value = rest.substr(begin);
            const auto id = value.substr(0, value.find_first_not_of(idChars));
            if (id.size() >= 8 && id.find_first_of("0123456789") != id.npos && !id.starts_with("req_"))
                return std::string(id);
        }
    }
    return {};
}

} // namespace

Explanation explain(std::string_view text) {
    text = trimmed(text);
    if (text.empty())
        return {};
    Explanation found = readAsLog(text, false);
    if (found.failures.empty())
        found.failures = readAsLog(text, true).failures;
    if (found.failures.empty())
        if (auto failure = readAsError(text))
            found.failures.push_back(std::move(*failure));
    const bool identified = std::ranges::any_of(
        found.failures, [](const Sighting& failure) { return !failure.requestId.empty(); });
    if (!identified && found.requestId.empty())
        found.otherId = otherIdIn(text);
    return found;
}

} // namespace derouter
