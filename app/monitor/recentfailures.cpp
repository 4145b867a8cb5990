// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/recentfailures.h"

#include <algorithm>
#include <cstdlib>
#include <ranges>
#include <set>
#include <utility>

namespace derouter {

namespace {

constexpr std::size_t kept = 256; ///< a source's failures that are remembered
constexpr Microseconds window = 10 * microsecondsPerSecond;
constexpr Microseconds briefWindow = microsecondsPerSecond - 1;
constexpr Microseconds catchWindow = 2 * microsecondsPerSecond; ///< from the program to the framework
constexpr std::size_t mostOfMessage = 400;                      ///< of an exception's text
/// Within which an error that is told again was not met again: no request is that fast.
constexpr Microseconds repeatWindow = 20 * 1000;
constexpr std::uint64_t repeatLines = 2; ///< the same where records name no times
constexpr std::size_t mostForms = 4;
/// How long after its first try a second one may fail: the SDKs' own limit on a request, and a wait.
constexpr Microseconds retryWindow = 11 * microsecondsPerMinute;

unsigned bit(Reporter reporter) {
    return 1U << static_cast<unsigned>(reporter);
}

template <typename Text> bool agree(const Text& one, const Text& other) {
    return one.empty() || other.empty() || one == other;
}

/// Of a connection that failed the server alone may be known.
bool isServerAlone(std::string_view url) {
    const std::size_t scheme = url.find("://");
    return scheme != url.npos && url.find('/', scheme + 3) == url.npos;
}

/// A URL and its path are one: the SDK logs the one, its error the other.
bool samePath(std::string_view one, std::string_view other) {
    const bool servers =
        (isServerAlone(one) && other.starts_with('/')) || (isServerAlone(other) && one.starts_with('/'));
    return agree(one, other) || servers || one.ends_with(other) || other.ends_with(one);
}

/// A gateway relabels what it passes on: its own answer has the one code, the error it logs names both.
bool sameCode(FailureCode one, std::uint16_t reportedOfOne, FailureCode other,
              std::uint16_t reportedOfOther) {
    return one == other || (reportedOfOne > 0 && reportedOfOne == other.value) ||
           (reportedOfOther > 0 && reportedOfOther == one.value);
}

/// Two models of one family: what a gateway's name for a model stands for is another thing.
bool haveOtherModels(std::string_view one, std::string_view other) {
    constexpr std::size_t family = 3; // `cla`, `gpt`
    return one.size() > family && other.size() > family && one.substr(0, family) == other.substr(0, family) &&
           one.find(other) == one.npos && other.find(one) == other.npos;
}

} // namespace

/// The voices of one failure follow each other; of others that are under way at the same time few come in
/// between. `alike`: those in between that tell of the same code.
bool RecentFailures::isFar(const Entry& entry, const Sighting& sighting, std::uint64_t alike) {
    constexpr std::uint64_t between = 4;
    return sighting.order > entry.order + alike + between + 1;
}

/// Whether failures of one kind were told side by side, voice by voice.
bool RecentFailures::isSideBySide(const Source& told, const Entry& entry, const Sighting& sighting) {
    if (entry.stated && sighting.where.time && std::abs(*entry.stated - *sighting.where.time) <= briefWindow)
        return true;
    const auto count = told.byCode.find(sighting.code);
    const bool known = count != told.byCode.end() && entry.code == sighting.code;
    return !isFar(entry, sighting, known ? count->second - entry.told : 0);
}

/// The error's message; where it has none what stands behind the status in the record's first line.
static std::string_view saidBy(const Sighting& sighting) {
    const std::string_view message = sighting.message;
    if (!message.empty() || sighting.code.status() == 0)
        return message.substr(0, mostOfMessage);
    const std::string_view line = std::string_view(sighting.raw).substr(0, sighting.raw.find('\n'));
    const std::size_t at = line.find(std::to_string(sighting.code.status()) + ' ');
    return at == line.npos ? std::string_view() : line.substr(at, mostOfMessage);
}

/// Whether one of two texts is the other, or ends in it: an address or a name may stand around a message.
static bool holds(std::string_view one, std::string_view other) {
    constexpr std::size_t shortest = 8;
    if (one.size() < other.size())
        std::swap(one, other);
    return one == other || (other.size() >= shortest && one.find(other) != one.npos);
}

bool RecentFailures::within(Microseconds span, const Entry& entry, const Sighting& sighting) {
    return !entry.time || !sighting.time || std::abs(*entry.time - *sighting.time) <= span;
}

/// Whether a request ended in between, and later than two records of one error follow each other.
bool RecentFailures::isApart(const Entry& entry, const Sighting& sighting) {
    const bool next = sighting.order <= entry.order + 1;
    if (next || !entry.stated || !sighting.where.time)
        return false;
    return std::abs(*entry.stated - *sighting.where.time) > repeatWindow;
}

bool RecentFailures::mayBe(const Source& told, const Entry& entry, const Sighting& sighting, Reach reach) {
    const bool bothIdentified = entry.hasRequestId && !sighting.requestId.empty();
    // The SDK draws the name of a try from 24 bits: in a long log they come again.
    if (!sighting.attemptId.empty() && !entry.attemptId.empty())
        return sighting.attemptId == entry.attemptId && !bothIdentified &&
               within(retryWindow, entry, sighting);
    if (sighting.reporter == Reporter::Framework)
        return !bothIdentified && isUncaught(entry, sighting);
    // What a framework caught it answers: the access log tells of that, nobody else comes behind it.
    const bool served = sighting.reporter == Reporter::Request;
    const unsigned last = served ? 0 : bit(Reporter::Framework);
    const bool otherVoice = (entry.reporters & (bit(sighting.reporter) | last)) == 0;
    const bool reached =
        reach == Reach::Near ? !isFar(entry, sighting, 0) : isSideBySide(told, entry, sighting);
    if (!otherVoice || !reached || haveOtherModels(entry.model, sighting.model) ||
        std::ranges::count(entry.wordings, sighting.wording) > 0)
        return false;
    // What a library says of an error and what the program says of it are printed together.
    const unsigned library = bit(Reporter::HttpError);
    const bool atOnce = ((entry.reporters | bit(sighting.reporter)) & library) != 0;
    if (atOnce && isApart(entry, sighting))
        return false;
    return !bothIdentified && within(atOnce ? briefWindow : window, entry, sighting) &&
           sameCode(entry.code, entry.reportedStatus, sighting.code, sighting.reportedStatus) &&
           samePath(entry.path, sighting.path) && agree(entry.type, sighting.type);
}

/// Whether the exception that a framework tells of is the one that was told: it is the last that is said of a
/// failure, and says the same.
bool RecentFailures::isUncaught(const Entry& entry, const Sighting& sighting) {
    return (entry.reporters & bit(Reporter::Framework)) == 0 && within(catchWindow, entry, sighting) &&
           sameCode(entry.code, entry.reportedStatus, sighting.code, sighting.reportedStatus) &&
           samePath(entry.path, sighting.path) && agree(entry.type, sighting.type) &&
           agree(entry.message, sighting.message.substr(0, mostOfMessage));
}

std::optional<RecentFailures::Row> RecentFailures::find(int source, const Sighting& sighting) const {
    const auto found = m_sources.find(source);
    if (found == m_sources.end())
        return std::nullopt;
    const std::deque<Entry>& entries = found->second.entries;
    if (sighting.goesOn && !entries.empty() && goesOn(entries.back(), sighting))
        return entries.back().row;
    if (const auto row = partOf(entries, sighting))
        return row;
    if (const auto row = repeated(entries, sighting))
        return row;
    // One voice alone tells nothing twice, but where it names its tries.
    if (found->second.voices == bit(sighting.reporter) && sighting.attemptId.empty())
        return std::nullopt;
    if (sighting.reporter == Reporter::Summary)
        return lastOf(found->second, sighting);
    const auto near = toldBefore(found->second, sighting, Reach::Near);
    return near ? near : toldBefore(found->second, sighting, Reach::SideBySide);
}

/// A program speaks of the last try; the voices of one request follow each other in its order.
std::optional<RecentFailures::Row> RecentFailures::toldBefore(const Source& told, const Sighting& sighting,
                                                              Reach reach) {
    const std::deque<Entry>& entries = told.entries;
    const auto matches = [&](const Entry& entry) { return mayBe(told, entry, sighting, reach); };
    if (sighting.reporter == Reporter::Program || sighting.reporter == Reporter::Framework ||
        sighting.reporter == Reporter::HttpError) {
        const auto newest = std::ranges::find_if(entries | std::views::reverse, matches);
        return newest == entries.rend() ? std::nullopt : std::optional(newest->row);
    }
    const auto oldest = std::ranges::find_if(entries, matches);
    return oldest == entries.end() ? std::nullopt : std::optional(oldest->row);
}

/// Whether a body is that of the failure told last, whose status alone was told.
bool RecentFailures::goesOn(const Entry& last, const Sighting& sighting) {
    return last.type.empty() && last.code == sighting.code && within(window, last, sighting) &&
           samePath(last.path, sighting.path);
}

/// The last failed part of the whole that the sighting is of.
std::optional<RecentFailures::Row> RecentFailures::partOf(const std::deque<Entry>& entries,
                                                          const Sighting& sighting) {
    if (sighting.whole == 0)
        return std::nullopt;
    const auto isPart = [&](const Entry& entry) {
        return std::ranges::count(entry.parts, sighting.whole) > 0 &&
               !(entry.hasRequestId && !sighting.requestId.empty());
    };
    const auto newest = std::ranges::find_if(entries | std::views::reverse, isPart);
    return newest == entries.rend() ? std::nullopt : std::optional(newest->row);
}

/// By the times that the records name, else by their places.
bool RecentFailures::isRightBehind(const Entry& entry, const Sighting& sighting) {
    const std::uint64_t line = sighting.where.line;
    const bool below = line >= entry.endLine && line - entry.endLine < repeatLines;
    if (!entry.stated || !sighting.where.time || sighting.toldOften)
        return below;
    const Microseconds apart = std::abs(*entry.stated - *sighting.where.time);
    const bool wholeSeconds = apart == 0 && *entry.stated % microsecondsPerSecond == 0;
    return apart <= repeatWindow && (!wholeSeconds || below);
}

/// Whether both are told as the same error, as far as their words go. One that names its request is another
/// than one that does not.
bool RecentFailures::isRepeated(const Entry& entry, const Sighting& sighting) {
    if (entry.hasRequestId || entry.code != sighting.code || !isRightBehind(entry, sighting))
        return false;
    const std::string_view said = saidBy(sighting);
    const bool worded = !said.empty() || (sighting.toldOften && entry.said.empty());
    return worded && holds(entry.said, said) && samePath(entry.path, sighting.path) &&
           agree(entry.type, sighting.type) && agree(entry.model, sighting.model) &&
           agree(entry.attemptId, sighting.attemptId) &&
           (sighting.attempt == 0 || entry.call.attempt == 0 || entry.call.attempt == sighting.attempt);
}

/// Whether a type and a message alone are those of the failure that was told right before with its status.
bool RecentFailures::isSummed(const Entry& entry, const Sighting& sighting) {
    const bool bare = !sighting.statesStatus && sighting.code.isInStream() && !entry.code.isInStream();
    return bare && !sighting.type.empty() && !sighting.message.empty() && entry.type == sighting.type &&
           entry.message == std::string_view(sighting.message).substr(0, mostOfMessage) &&
           samePath(entry.path, sighting.path) && isRightBehind(entry, sighting);
}

/// Of several that were told in the same words the first that was not told in this form.
std::optional<RecentFailures::Row> RecentFailures::repeated(const std::deque<Entry>& entries,
                                                            const Sighting& sighting) {
    std::optional<Row> row;
    if (sighting.form == 0)
        return row;
    if (!entries.empty() && isSummed(entries.back(), sighting))
        return entries.back().row;
    for (const Entry& entry : entries | std::views::reverse) {
        if (!isRepeated(entry, sighting))
            break;
        if (!entry.forms.empty() &&
            (sighting.toldOften || std::ranges::count(entry.forms, sighting.form) == 0))
            row = entry.row;
    }
    return row;
}

/// A summary speaks of the last try of its kind, and of none before it.
std::optional<RecentFailures::Row> RecentFailures::lastOf(const Source& told, const Sighting& sighting) {
    for (const Entry& entry : told.entries | std::views::reverse)
        if (entry.code == sighting.code)
            return mayBe(told, entry, sighting, Reach::Near) ? std::optional(entry.row) : std::nullopt;
    return std::nullopt;
}

RecentFailures::Call RecentFailures::note(int source, Row row, const Sighting& sighting, const Call& known) {
    auto& [entries, voices, byCode, newest] = m_sources[source];
    voices |= bit(sighting.reporter);
    const std::uint64_t told = ++byCode[sighting.code];
    auto entry = newest && row <= *newest ? std::ranges::find(entries, row, &Entry::row) : entries.end();
    const bool isNew = entry == entries.end();
    Call call = !isNew && entry->call.number != 0 ? entry->call : known;
    if (call.number == 0)
        call = callOf(entries, row, sighting);
    if (isNew) {
        if (entries.size() >= kept)
            entries.pop_front();
        entry = entries.emplace(entries.end());
        newest = std::max(newest.value_or(row), row);
        entry->row = row;
        entry->code = sighting.code;
        entry->reportedStatus = sighting.reportedStatus;
    }
    entry->call = {call.number, call.attempt};
    const auto fill = [](std::string& mine, std::string_view theirs) {
        if (mine.empty())
            mine = theirs;
    };
    fill(entry->attemptId, sighting.attemptId);
    fill(entry->retryOf, sighting.retryOf);
    fill(entry->path, sighting.path);
    fill(entry->type, sighting.type);
    fill(entry->model, sighting.model);
    fill(entry->message, std::string_view(sighting.message).substr(0, mostOfMessage));
    if (sighting.form != 0 && entry->said.empty())
        entry->said = saidBy(sighting);
    if (!entry->time)
        entry->time = sighting.time;
    entry->order = sighting.order;
    entry->told = told;
    if (sighting.partOf != 0 && std::ranges::count(entry->parts, sighting.partOf) == 0)
        entry->parts.push_back(sighting.partOf);
    if (sighting.form != 0 && entry->forms.size() < mostForms)
        entry->forms.push_back(sighting.form);
    if (sighting.wording != 0 && entry->wordings.size() < mostForms)
        entry->wordings.push_back(sighting.wording);
    if (sighting.where.time)
        entry->stated = sighting.where.time;
    entry->endLine = sighting.where.line + sighting.lines;
    entry->reporters |= bit(sighting.reporter);
    entry->hasRequestId = entry->hasRequestId || !sighting.requestId.empty();
    return call;
}

/// By the first try's name, or by a number that follows the last try's.
RecentFailures::Call RecentFailures::callOf(std::deque<Entry>& entries, Row row, const Sighting& sighting) {
    const std::uint16_t number = sighting.attempt;
    if (number == 0 && sighting.retryOf.empty())
        return {};
    std::set<std::uint32_t> wentOn; // calls that have this try already: of several at a time each has its own
    for (Entry& entry : entries | std::views::reverse) {
        if (entry.row == row)
            continue;
        if (number > 1 && entry.call.attempt >= number)
            wentOn.insert(entry.call.number);
        const bool named = !sighting.retryOf.empty() &&
                           (entry.attemptId == sighting.retryOf || entry.retryOf == sighting.retryOf);
        const bool next = number > 1 && entry.call.attempt + 1 == number &&
                          !wentOn.contains(entry.call.number) && agree(entry.path, sighting.path);
        if (!named && !next)
            continue;
        const Call call = begin(entry);
        return {call.number, static_cast<std::uint16_t>(number > 0 ? number : call.attempt + 1), call.began};
    }
    if (Entry* first = unnumberedFirst(entries, row, sighting)) {
        const Call call = begin(*first);
        return {call.number, number, call.began};
    }
    return {.number = number > 0 ? ++m_calls : 0, .attempt = number};
}

/// The call of the entry; of an entry without one a new call, that it began.
RecentFailures::Call RecentFailures::begin(Entry& entry) {
    if (entry.call.number != 0)
        return entry.call;
    entry.call = {.number = ++m_calls, .attempt = 1};
    return {entry.call.number, entry.call.attempt, entry.row};
}

/// Some programs number only what they try again: the first try of a second one is then the last failure of
/// its kind that says nothing. What is retried differs seldom from its retry; where it does they stay apart.
RecentFailures::Entry* RecentFailures::unnumberedFirst(std::deque<Entry>& entries, Row row,
                                                       const Sighting& sighting) {
    if (sighting.attempt != 2)
        return nullptr;
    const auto isFirst = [&](const Entry& entry) {
        return entry.row != row && entry.call.number == 0 && within(retryWindow, entry, sighting) &&
               entry.code == sighting.code && agree(entry.path, sighting.path) &&
               agree(entry.model, sighting.model);
    };
    const auto newest = std::ranges::find_if(entries | std::views::reverse, isFirst);
    return newest == entries.rend() ? nullptr : &*newest;
}

} // namespace derouter
