// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reportdata.h"

#include "guide/errorguide.h"
#include "report/characters.h"
#include "report/keyshapes.h"
#include "report/redactor.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>

namespace derouter {

namespace {

struct Clock {
    int year;
    unsigned month, day;
    int hour, minute, second, millisecond;
};

Clock clockOf(Microseconds time) {
    using namespace std::chrono;
    const std::int64_t milliseconds = floorDivide(time, 1000);
    const std::int64_t days = floorDivide(milliseconds, 86'400'000);
    const year_month_day date{sys_days(std::chrono::days(days))};
    const auto rest = static_cast<int>(milliseconds - days * 86'400'000);
    return {int(date.year()),   unsigned(date.month()), unsigned(date.day()), rest / 3'600'000,
            rest / 60'000 % 60, rest / 1000 % 60,       rest % 1000};
}

constexpr bool isTokenByte(char c) {
    return isWord(static_cast<unsigned char>(c)) || c == '-' || c == '.' || c == '+' || c == '/' || c == '~';
}

/// Whether a run of letters, digits and signs is so short, or so much like words, that there is no key in it:
/// neither one that a sentence quotes nor one in base64.
bool isHarmlessRun(std::string_view run) {
    constexpr std::size_t leastSecret = 12;
    constexpr std::size_t leastBase64 = 20;
    constexpr std::size_t longPath = 32;
    if (run.size() < leastSecret)
        return true;
    const auto isOf = [](char first, char last) { return [=](char c) { return c >= first && c <= last; }; };
    const bool hasDigit = std::ranges::any_of(run, isOf('0', '9'));
    const bool mixed = std::ranges::any_of(run, isOf('A', 'Z')) && std::ranges::any_of(run, isOf('a', 'z'));
    const bool isKnown = run.starts_with("claude-") || run.starts_with("gpt-") ||
                         (run.starts_with('/') && run.size() < longPath);
    return isKnown || (!hasDigit && (run.size() < leastBase64 || !mixed));
}

/// Whether one look at its bytes shows that the Redactor would leave `text` as it is: visible ASCII without
/// any sign that a secret, its name or an address needs. So are most messages, methods and paths.
bool isInert(std::string_view text) {
    std::size_t run = 0; ///< where the present one begins
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        if (c < 0x20 || c > 0x7e || c == ':' || c == '=' || c == '@' || c == '%' || c == '&' || c == '\\')
            return false;
        const char lower = static_cast<char>(c | 0x20);
        const bool scheme = (lower == 'r' || lower == 'c') && (next == ' ' || next == '+');
        const bool pair = (c == '\'' || c == '"' || c == '`') && (next == ',' || next == ' ');
        const bool webToken = c == 'e' && next == 'y';
        const bool dashes = c == '-' && next == '-';
        if (scheme || pair || webToken || dashes ||
            mayBeginKey(static_cast<unsigned char>(c), static_cast<unsigned char>(next)))
            return false;
        if (!isTokenByte(c))
            run = i + 1;
        else if (!isTokenByte(next) && !isHarmlessRun(text.substr(run, i + 1 - run)))
            return false;
    }
    return true;
}

} // namespace

std::string isoTime(Microseconds time) {
    const Clock clock = clockOf(time);
    std::string text = "0000-00-00T00:00:00.000Z";
    const auto put = [digits = text.data()](std::size_t at, unsigned number) { // of two digits
        digits[at] = static_cast<char>('0' + number / 10);
        digits[at + 1] = static_cast<char>('0' + number % 10);
    };
    const auto year = static_cast<unsigned>(clock.year) % 10'000;
    const auto millisecond = static_cast<unsigned>(clock.millisecond);
    put(0, year / 100);
    put(2, year % 100);
    put(5, clock.month);
    put(8, clock.day);
    put(11, static_cast<unsigned>(clock.hour));
    put(14, static_cast<unsigned>(clock.minute));
    put(17, static_cast<unsigned>(clock.second));
    put(20, millisecond / 10);
    text[22] = static_cast<char>('0' + millisecond % 10);
    return text;
}

std::string isoMinute(Microseconds time) {
    return isoTime(time).substr(0, 16) + 'Z';
}

std::string_view key(TimeQuality quality) {
    constexpr std::string_view keys[] = {"none", "exact", "zone assumed", "date assumed", "inherited"};
    return keys[static_cast<int>(quality)];
}

std::string_view key(SourceState state) {
    constexpr std::string_view keys[] = {"waiting",    "reading", "following", "paused",
                                         "unreadable", "ended",   "cancelled", "failed"};
    return keys[static_cast<int>(state)];
}

std::vector<const SourceInfo*> reportedSources(const ReportScope& scope) {
    std::vector<const SourceInfo*> sources;
    for (const SourceInfo& info : scope.sources())
        if (info.spec.kind != SourceSpec::Kind::Folder || !info.error.isEmpty())
            sources.push_back(&info);
    return sources;
}

std::vector<std::string_view> requestIds(const ReportScope& scope) {
    std::vector<std::string_view> ids;
    scope.visitIds([&](std::string_view id) {
        if (!id.empty())
            ids.emplace_back(id);
    });
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    return ids;
}

std::string redacted(std::string_view text) {
    // The same few paths, messages and names come again and again.
    struct Known {
        std::string text;
        std::string redacted;
    };
    thread_local std::array<Known, 64> memo;
    Known& known = memo[std::hash<std::string_view>()(text) % memo.size()];
    if (known.text != text)
        known = {std::string(text),
                 isInert(text) ? std::string(text) : Redactor().redact(text).utf8().toStdString()};
    return known.redacted;
}

QString causeName(std::string_view id) {
    const guide::Cause* const cause = guide::causeById(id);
    return cause ? cause->name.translated() : QString();
}

} // namespace derouter
