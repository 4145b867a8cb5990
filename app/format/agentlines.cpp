// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/agentlines.h"
#include "format/quotation.h"

#include "format/errortext.h"
#include "format/escapesequences.h"
#include "format/recordbuilder.h"
#include "format/texts.h"

#include <algorithm>
#include <array>
#include <optional>

namespace derouter {

namespace {

/// ⎿ ● ⏺ ✻
constexpr std::array<std::string_view, 4> glyphs{"\xE2\x8E\xBF", "\xE2\x97\x8F", "\xE2\x8F\xBA",
                                                 "\xE2\x9C\xBB"};

/// A line without its indentation and the glyph that may stand before it.
std::string_view behindGlyph(std::string_view line, bool& glyph) {
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    const auto found = std::ranges::find_if(glyphs, [line](auto each) { return line.starts_with(each); });
    glyph = found != glyphs.end();
    if (glyph)
        line.remove_prefix(found->size());
    // A no-break space stands behind some.
    while (line.starts_with(' ') || line.starts_with("\xC2\xA0"))
        line.remove_prefix(line.front() == ' ' ? 1 : 2);
    return line;
}

std::string_view attemptIn(std::string_view line) {
    constexpr std::string_view mark = "(attempt ";
    const std::size_t at = line.rfind(mark);
    if (at == line.npos)
        return {};
    const auto rest = line.substr(at + mark.size());
    return rest.substr(0, rest.find(')'));
}

/// Glyphs of a terminal, a level or a logger's name, or another notice of the program; no sentence.
bool mayPrecedeNotice(std::string_view before) {
    before = trimmed(before, " ");
    const auto last = before.empty() ? ']' : before.back();
    const bool glyph = static_cast<unsigned char>(last) >= 0x80;
    const bool logger = last == ':' && before.find(' ') == before.npos;
    return !quotesSomething(before) && (last == ']' || last == '|' || glyph || logger);
}

/// `Request rejected (429) · …`, `Repeated 529 Overloaded errors`.
std::optional<int> statusInWords(std::string_view said, RecordBuilder& builder) {
    for (const std::string_view words : {"rejected (", "Repeated "}) {
        const std::size_t at = said.find(words);
        const auto status = at == said.npos ? std::nullopt : leadingStatus(said.substr(at + words.size(), 3));
        if (!status)
            continue;
        if (words == "Repeated ")
            builder.setReporter(Reporter::Summary);
        return status;
    }
    return std::nullopt;
}

/// What stands behind `API Error`: a status and what was answered, or why nothing was.
bool mineNotice(std::string_view said, RecordBuilder& builder) {
    const bool bracketed = said.starts_with('(');
    said.remove_prefix(std::min(said.find_first_not_of(":( "), said.size()));
    if (bracketed)
        said = said.substr(0, said.rfind(") \xC2\xB7")); // the retry is told behind it
    if (said.starts_with("undefined "))                  // the debug log's status
        said.remove_prefix(10);
    if (const auto status = statusInWords(said, builder)) {
        builder.takeStatus(*status, 2);
        builder.noteErrorBody();
        return true;
    }
    const auto status = leadingStatus(said);
    if (!status) {
        mineErrorText(said, builder, 1);
        return builder.hasError();
    }
    builder.takeStatus(*status, 2);
    builder.noteErrorBody();
    while (leadingStatus(said) && said.size() > 4) // the SDK's text begins with the status too
        said.remove_prefix(4);
    if (!leadingStatus(said))
        mineErrorText(said.substr(0, said.starts_with('{') ? said.npos : said.find(". ")), builder, 1);
    return true;
}

bool mineClaude(std::string_view line, RecordBuilder& builder) {
    std::size_t at = line.find("API Error");
    if (at == line.npos)
        at = line.find("API error");
    if (at == line.npos || !mayPrecedeNotice(line.substr(0, at)))
        return false;
    auto said = line.substr(at + 9);
    if (const auto attempt = attemptIn(line); !attempt.empty())
        builder.take(Field::AttemptNumber, {Scalar::Kind::String, attempt});
    if (said.starts_with(
            " (attempt ")) { // the debug log tells of each try, the program of the last once more
        builder.setReporter(Reporter::SdkLog);
        said.remove_prefix(std::min(said.find(')') + 1, said.size()));
    }
    said.remove_prefix(std::min(said.find_first_not_of(' '), said.size()));
    if (!mineNotice(said, builder))
        return false;
    builder.suggestReporter(Reporter::Program);
    return true;
}

/// What is shown in place of `API Error: …`; other programs say such things too.
bool mineShown(std::string_view said, RecordBuilder& builder) {
    constexpr std::string_view words[] = {"Request timed out", "Connection error", "Unable to connect to API",
                                          "Credit balance is too low"};
    const auto begins = [said](std::string_view each) { return said.starts_with(each); };
    const auto* const found = std::ranges::find_if(words, begins);
    if (found == std::end(words))
        return false;
    if (*found == words[3])
        builder.noteErrorBody();
    else
        builder.noteNoResponse();
    builder.takeErrorMessage(said, 2); // its category says less
    return true;
}

bool mineCodex(std::string_view line, RecordBuilder& builder) {
    constexpr std::string_view limit = "exceeded retry limit, last status: ";
    constexpr std::string_view unexpected = "unexpected status ";
    // How a turn ended is said when it does, and once more when the run is over.
    builder.record().toldOften =
        contains(line, limit) || (contains(line, unexpected) && contains(line, ", url: http"));
    constexpr std::string_view reading = "Error while reading the server response: ";
    constexpr std::string_view broken = "stream disconnected before completion: ";
    constexpr std::string_view retrying = "stream disconnected - retrying ";
    if (const std::size_t at = line.find(limit); at != line.npos) {
        const auto said = line.substr(at + limit.size());
        const auto status = leadingStatus(said);
        if (!status || quotesSomething(line.substr(0, at)))
            return false;
        builder.takeStatus(*status, 2);
        builder.noteErrorBody();
        builder.setReporter(Reporter::Summary);
        return true;
    }
    if (const std::size_t at = line.find(reading); at != line.npos) { // of an answer that had begun
        if (quotesSomething(line.substr(0, at)))
            return false;
        builder.noteErrorBody();
        builder.takeErrorMessage(line.substr(at, line.find(", request id: ") - at), 1);
        return true;
    }
    if (const std::size_t at = line.find(retrying); at != line.npos) {
        if (quotesSomething(line.substr(0, at)))
            return false;
        // The number is of the retry, and so of the try that failed.
        const auto number = line.substr(std::min(line.find('(', at), line.size() - 1) + 1);
        builder.take(Field::AttemptNumber, {Scalar::Kind::String, number.substr(0, number.find(' '))});
        builder.noteNoResponse();
        builder.takeErrorMessage(line.substr(at, retrying.find(" - ")), 0);
        return true;
    }
    const bool lost = line.find(broken) != line.npos || line.find("Unable to connect to API") != line.npos;
    if (lost) {
        builder.noteNoResponse();
        builder.takeErrorMessage(line, 0);
    }
    return lost;
}

} // namespace

bool mineAgentLine(std::string_view line, RecordBuilder& builder) {
    if (mineClaude(line, builder) || mineCodex(line, builder))
        return true;
    bool glyph = false;
    const auto said = behindGlyph(line, glyph);
    return (glyph || builder.isTrusted()) && mineShown(said, builder);
}

/// The string that a member of the record is, as it stands there.
static std::string_view stringOf(std::string_view record, std::string_view member) {
    const std::size_t at = record.find(member);
    const std::size_t open = at == record.npos ? at : record.find('"', at + member.size());
    const std::size_t close = open == record.npos ? open : closingQuote(record, open + 1);
    return close == record.npos ? std::string_view() : record.substr(open + 1, close - open - 1);
}

/// What was shown in place of an answer: no model said it.
static bool isShownByAgent(std::string_view record) {
    return record.find("\"<synthetic>\"") != record.npos;
}

/// Of `Failed to authenticate. API Error: 403 …` the error; other texts as they stand.
static std::string_view behindSentence(std::string_view text) {
    constexpr std::string_view mark = ". API Error: ";
    constexpr std::size_t longest = 80;
    const std::size_t at = text.substr(0, longest).find(mark);
    return at == text.npos ? text : text.substr(at + 2);
}

void mineAgentRecord(std::string_view record, RecordBuilder& builder) {
    const bool known = builder.isWordsOfAgent();
    const bool result = !known && builder.isFailedRun();
    if (!known && !result && !isShownByAgent(record))
        return;
    const auto text = behindSentence(stringOf(record, result ? "\"result\":" : "\"text\":"));
    if (text.empty() || (!known && !text.starts_with("API Error")))
        return;
    const auto said = builder.keep(withoutEscapeSequences(text));
    builder.noteWordsOfAgent();
    if (result) { // tells once more of what was shown, and how long the whole run took
        builder.setReporter(Reporter::Summary);
        builder.record().durationMicros = -1;
    }
    if (!mineAgentLine(said, builder) && !mineShown(said, builder))
        builder.takeErrorMessage(said, 2);
}

std::string_view modelOfAgent(std::string_view record) {
    const auto model = stringOf(record, "\"model\":");
    return model.starts_with('<') ? std::string_view() : model;
}

bool beginsAgentNotice(std::string_view line) {
    bool glyph = false;
    const auto said = behindGlyph(line, glyph);
    return glyph || said.starts_with("API Error");
}

} // namespace derouter
