// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/quotation.h"

#include "format/bodylead.h"
#include "format/errortext.h"
#include "format/quotedtexts.h"
#include "format/spellings.h"
#include "format/texts.h"

#include <algorithm>

namespace derouter {

/// Whether a mark opened behind a word is still open: those of prose, for a value's follow a colon or an
/// equals sign.
static bool opensQuotation(std::string_view prefix) {
    for (const char mark : {'"', '\''}) {
        const std::size_t at = prefix.rfind(mark);
        if (at != prefix.npos && at >= 2 && prefix[at - 1] == ' ' && isLetter(prefix[at - 2]))
            return true;
    }
    return false;
}

static bool same(char a, char b) {
    return (a | 0x20) == (b | 0x20);
}

/// Whether the word that goes on here ends as the name of a class of errors does.
static bool isClass(std::string_view text) {
    const auto end = std::ranges::find_if_not(text, isLetter);
    const auto name = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    return name.ends_with("Error") || name.ends_with("Exception");
}

/// Whether the word of this length is a part of a package's name: `com.example.shop`.
static bool isOfPackage(std::string_view text, std::size_t at, std::size_t length) {
    return at > 0 && text[at - 1] == '.' && text.substr(at + length).starts_with('.');
}

/// `for user 42`, `of user amy:`: whom it concerned, who says nothing there.
static bool isConcerned(std::string_view text, std::size_t at, std::string_view word) {
    const auto before = text.substr(0, at);
    const auto behind = text.substr(at + word.size());
    if (word != "user" || behind.size() < 2 || std::string_view(" =#").find(behind[0]) == behind.npos)
        return false;
    const auto name = behind.substr(1);
    const auto token = name.substr(0, name.find_first_of(" :,;)]"));
    const bool number = !token.empty() && std::ranges::all_of(token, isDigit);
    const bool named = before.ends_with("for ") || before.ends_with("of ");
    return number || (named && !token.empty() && token.size() < name.size() && name[token.size()] != ' ');
}

/// Whether a word of the text, perhaps inside a camel-cased name, begins with `word`, in any case.
static bool hasWord(std::string_view text, std::string_view word) {
    for (std::size_t at = 0; at + word.size() <= text.size(); ++at) {
        const bool begins = at == 0 || !isLetter(text[at - 1]) || (text[at] >= 'A' && text[at] <= 'Z');
        if (begins && std::ranges::equal(text.substr(at, word.size()), word, same) &&
            !isClass(text.substr(at)) && !isOfPackage(text, at, word.size()) && !isConcerned(text, at, word))
            return true;
    }
    return false;
}

/// A line that was taken away or added, without the hunk's head: code is indented behind its mark.
static bool isOfDifference(std::string_view line) {
    return line.starts_with('+') || line.starts_with("-  ") || line.starts_with("-\t");
}

/// The words before the name of a class of errors.
static std::string_view beforeClass(std::string_view words) {
    for (std::size_t at = 0; at < words.size(); at = std::min(words.find(' ', at), words.size() - 1) + 1) {
        const auto word = words.substr(at, words.find_first_of(" :", at) - at);
        if (word.ends_with("Error") || word.ends_with("Exception"))
            return words.substr(0, at);
    }
    return words;
}

/// Whether words are a sentence's beginning: `The log shows`, `I see`.
static bool beginsSentence(std::string_view words) {
    const std::size_t blank = words.find(' ');
    return blank != words.npos && words[0] >= 'A' && words[0] <= 'Z' &&
           std::ranges::all_of(words.substr(1, blank - 1), [](char c) { return c >= 'a' && c <= 'z'; });
}

static bool endsInSpeaker(std::string_view words) {
    constexpr std::string_view speakers[] = {"assistant", "human", "chatgpt"};
    return std::ranges::any_of(speakers, [words](std::string_view speaker) {
        const std::size_t before = words.size() - std::min(words.size(), speaker.size());
        return std::ranges::equal(words.substr(before), speaker, same) &&
               (before == 0 || !isLetter(words[before - 1]));
    });
}

/// `assistant: The log shows …`: who speaks, and behind a colon a sentence that tells of no failure.
static bool isSpeech(std::string_view prefix) {
    for (std::size_t at = prefix.find(": "); at != prefix.npos; at = prefix.find(": ", at + 1)) {
        const auto said = beforeClass(trimmed(prefix.substr(at + 2)));
        if (beginsSentence(said) && endsInSpeaker(prefix.substr(0, at)) && !introducesFailure(said))
            return true;
    }
    return false;
}

/// `assistant> `, `claude> ` before what is said, as chats print it.
static bool endsSpeakersMark(std::string_view prefix) {
    constexpr std::string_view speakers[] = {"assistant", "claude", "chatgpt", "gpt", "model", "llm",
                                             "bot",       "agent",  "human",   "you", "ai",    "me"};
    for (std::size_t at = prefix.find("> "); at != prefix.npos; at = prefix.find("> ", at + 1)) {
        std::size_t begin = at;
        while (begin > 0 && isLetter(prefix[begin - 1]))
            --begin;
        const auto speaker = prefix.substr(begin, at - begin);
        if (std::ranges::any_of(speakers, [speaker](std::string_view known) {
                return speaker.size() == known.size() && hasWord(speaker, known);
            }))
            return true;
    }
    return false;
}

/// `docs search: "`, `q="`: what somebody looked for.
static bool isSearched(std::string_view prefix) {
    const std::size_t quote = prefix.rfind('"');
    if (quote == prefix.npos || quote == 0)
        return false;
    constexpr std::string_view names[] = {"search", "searching", "searched", "query",  "q",
                                          "term",   "terms",     "keyword",  "lookup", "grep"};
    const auto before = trimmed(prefix.substr(0, quote), " :=");
    const auto word = before.substr(before.find_last_of(" ?&[(,") + 1);
    return before.size() < quote && std::ranges::any_of(names, [word](std::string_view name) {
               return std::ranges::equal(word, name, same);
           });
}

/// As lines of Markdown, of source and of HTML do, and those behind a shell's or an agent's prompt.
static bool beginsAsQuotation(std::string_view line) {
    constexpr std::string_view marks[] = {"raise ", "throw new ", "> ", "# ",  "## ",    "### ",        "// ",
                                          "| ",     "* ",         "$ ", "<p>", "<code>", "\xE2\x9D\xAF"};
    return std::ranges::any_of(marks, [line](std::string_view mark) { return line.starts_with(mark); });
}

/// The dotted name that `words` begin with: of `responses.add(…` the length of `responses.add`.
static std::size_t dottedName(std::string_view words) {
    const auto end = std::ranges::find_if_not(words, [](char c) { return isClassNameChar(c) || c == '@'; });
    return static_cast<std::size_t>(end - words.begin());
}

/// Without what stands before a call in a statement: `await `, `const answer = `.
static std::string_view withoutAssignment(std::string_view words) {
    for (const std::string_view keyword : {"const ", "let ", "var ", "return ", "await ", "with "})
        if (words.starts_with(keyword))
            words = trimmed(words.substr(keyword.size()));
    const std::size_t name = dottedName(words);
    if (name > 0 && words.substr(name).starts_with(" = "))
        words = trimmed(words.substr(name + 3));
    return words.starts_with("await ") ? words.substr(6) : words;
}

/// Whether words are the beginning of a program's statement, a call that is given texts or calls the next:
/// `responses.add(responses.POST, "https://…", status=`, `nock('https://…').post('/v1/messages').reply(`.
/// Logs name a function, too, but close what they say of it.
static bool isStatement(std::string_view words) {
    const auto call = withoutAssignment(trimmed(words));
    const bool assigned = call.size() < trimmed(words).size();
    const auto name = call.substr(0, dottedName(call));
    if (name.empty() || !call.substr(name.size()).starts_with('('))
        return false;
    int open = 0;
    bool chained = false;
    for (std::size_t at = name.size(); at < call.size(); ++at) {
        open += call[at] == '(' ? 1 : call[at] == ')' ? -1 : 0;
        if (open > 0)
            continue;
        const auto next = call.substr(at + 1, dottedName(call.substr(at + 1)));
        if (!next.starts_with('.') || !call.substr(at + 1 + next.size()).starts_with('('))
            return false;
        chained = true;
    }
    const auto last = name.substr(name.rfind('.') + 1);
    const bool method = name.size() > last.size() && !last.empty() && last[0] >= 'a' && last[0] <= 'z';
    return open > 0 && (chained || assigned || method) &&
           call.find_first_of("\"'`", name.size()) != call.npos;
}

/// Behind the file and the line that `grep -n` puts before what it found: `docs/errors.md:12:`; the text as
/// it is where no such stand. A logger's place has a blank behind it.
static std::string_view behindFoundPlace(std::string_view line) {
    const std::size_t name = std::min(line.find_first_of(" \t:"), line.size());
    const std::size_t digits = std::min(name + 1, line.size());
    const std::size_t end = std::min(line.find_first_not_of("0123456789", digits), line.size());
    const bool numbered =
        name < line.size() && line[name] == ':' && end > digits && end < line.size() && line[end] == ':';
    return numbered && line.substr(0, name).find('.') != line.npos ? line.substr(end + 1) : line;
}

/// Whether `grep` found a line in a text about programs, into which no program logs: `docs/errors.md:12:`,
/// beside what it found `docs/errors.md-13-`.
static bool isOfDocumentation(std::string_view line) {
    constexpr std::string_view kinds[] = {".md",   ".mdx",  ".markdown", ".rst",
                                          ".adoc", ".html", ".htm",      ".tex"};
    const auto name = line.substr(0, line.find_first_of(" \t:{\"'"));
    return std::ranges::any_of(kinds, [name, line](std::string_view kind) {
        const std::size_t at = name.find(kind);
        const auto place = at == name.npos ? std::string_view() : line.substr(at + kind.size());
        const std::size_t end = std::min(place.find_first_not_of("0123456789", 1), place.size());
        return end > 1 && end < place.size() && (place[0] == ':' || place[0] == '-') &&
               place[end] == place[0];
    });
}

/// Whether `grep -n` found a line that is no program's output: a comment, a statement.
static bool isFoundQuotation(std::string_view prefix) {
    const auto found = behindFoundPlace(prefix);
    return found.size() < prefix.size() && beginsAsQuotation(found.substr(firstNonBlank(found)));
}

/// Whether a word is one of those, in any case.
template <std::size_t N> static bool isAnyOf(std::string_view word, const std::string_view (&words)[N]) {
    return std::ranges::any_of(
        words, [word](std::string_view known) { return std::ranges::equal(word, known, same); });
}

bool tellsOfMadeUp(std::string_view prefix) {
    constexpr std::string_view anywhere[] = {"wiremock",   "stub",      "stubs",   "stubbed",  "stubbing",
                                             "mock",       "mocks",     "mocked",  "mocking",  "chaos",
                                             "simulating", "simulated", "dry-run", "example:", "sample:",
                                             "rule:",      "rules:",    "stub:",   "mock:",    "chaos:"};
    constexpr std::string_view ofRule[] = {"alert", "alerts", "alerting", "retry", "recording", "match"};
    constexpr std::string_view alert[] = {"alert"};
    constexpr std::string_view rule[] = {"rule", "rules"};
    constexpr std::string_view told[] = {"firing", "fired", "resolved", "pending"};
    constexpr std::string_view last[] = {"if", "unless", "expected", "expects", "expecting"};
    std::string_view before;
    for (auto rest = trimmed(prefix); !rest.empty();) {
        const auto token = rest.substr(0, rest.find_first_of(" \t"));
        rest = trimmed(rest.substr(token.size()));
        const auto word = trimmed(token, "[]()<>\"'|,");
        const bool ofAlert = isAnyOf(before, alert) && isAnyOf(trimmed(word, ":"), told);
        if (isAnyOf(word, anywhere) || ofAlert ||
            (isAnyOf(before, ofRule) && isAnyOf(trimmed(word, ":"), rule)) ||
            (rest.empty() && isAnyOf(word, last)))
            return true;
        before = word;
    }
    return false;
}

bool quotesSomething(std::string_view prefix) {
    if (isOfDocumentation(prefix) || isFoundQuotation(prefix) || isStatement(behindFoundPlace(prefix)) ||
        isChat(prefix) || isSearched(prefix) || isPieceOfText(prefix) || isStatementOfSql(prefix))
        return true;
    if (beginsAsQuotation(prefix) || isOfDifference(prefix) || opensQuotation(prefix) ||
        endsSpeakersMark(prefix) || isSpeech(prefix) || tellsOfMadeUp(prefix))
        return true;
    constexpr std::string_view words[] = {"prompt",         "input",
                                          "question",       "user",
                                          "asked",          "explain",
                                          "content",        "example",
                                          "answer",         "completion text",
                                          "said",           "quote",
                                          "mean",           "what is",
                                          "expect",         "assert",
                                          "throws ",        "says",
                                          "document",       "mock",
                                          "fixture",        "actual:",
                                          "subject",        "title",
                                          "tests/",         "docs say",
                                          "claude say",     "log shows",
                                          "logs show",      "looks like",
                                          "look like",      "such as",
                                          "issue resolved", "incident resolved",
                                          "we get",         "we got",
                                          "we see",         "i get"};
    return std::ranges::any_of(words, [prefix](std::string_view word) { return hasWord(prefix, word); });
}

/// `messages.1.content: …`, `tools.0.input_schema…`: an API's word about a part of the request.
static bool namesPartOfRequest(std::string_view line) {
    line = trimmed(line);
    const std::size_t dot = std::min(line.find_first_not_of("abcdefghijklmnopqrstuvwxyz_"), line.size());
    const std::size_t end = line.find_first_not_of("0123456789", std::min(dot + 1, line.size()));
    return dot > 0 && end != line.npos && end > dot + 1 && line[dot] == '.' &&
           (line[end] == '.' || line[end] == ':');
}

bool leadsToQuotation(std::string_view line) {
    if (namesPartOfRequest(line))
        return false;
    static constexpr WordSet asking({"asked", " asks ", "xplain", "hat does", "uestion", "Sending request",
                                     "essages:", "ystem:", "ompletion:", "enerated",
                                     "user:", "User:", "ssistant:"});
    return beginsAsQuotation(line) || asking.isIn(line) || trimmed(line).ends_with('?') ||
           (quotesSomething(line) && !introducesFailure(line) && !statusBefore(trimmed(line)));
}

namespace {

/// What a line names as a prompt: `user_prompt='…'`, `question: "…"`, Go's `prompt "…"`.
struct NamedPrompt {
    std::size_t begin = 0; ///< of the name
    std::size_t value = 0;
    char parted = ' '; ///< from its name by this
};

std::optional<NamedPrompt> promptFrom(std::string_view line, std::size_t at) {
    constexpr std::string_view names[] = {"rompt", "uestion", "essages", "nput", "ompletion", "ser_message"};
    for (; at < line.size(); ++at)
        for (const std::string_view name : names) {
            if (line[at] != name.front() || !line.substr(at).starts_with(name))
                continue;
            const std::size_t end = at + name.size();
            const char parted = end < line.size() ? line[end] : '.';
            const bool byBlank = parted == ' ' && (name == names[0] || name == names[1]);
            if (!byBlank && parted != '=' && parted != ':')
                continue;
            std::size_t begin = at;
            while (begin > 0 &&
                   (isLetter(line[begin - 1]) || line[begin - 1] == '_' || line[begin - 1] == '.'))
                --begin;
            const bool blank = !byBlank && line.substr(end + 1, 1) == " ";
            return NamedPrompt{begin, end + (blank ? 2 : 1), parted};
        }
    return std::nullopt;
}

bool isPair(std::string_view word) {
    const std::size_t equals = word.find('=');
    return equals != word.npos && equals > 0 && equals + 1 < word.size() && isLetter(word.front());
}

/// Where an unquoted text ends that begins at `begin`: at the end of the line, but for pairs that stand last.
std::size_t endOfWords(std::string_view line, std::size_t begin) {
    const auto text = line.substr(begin);
    if (isPair(text.substr(0, text.find(' '))))
        return line.size(); // itself pairs
    std::size_t end = line.size();
    for (std::size_t blank = line.rfind(' '); blank != line.npos && blank > begin;
         blank = line.rfind(' ', blank - 1)) {
        if (!isPair(line.substr(blank + 1, end - blank - 1)))
            break;
        end = blank;
    }
    return end;
}

/// Where the text in quotation marks ends that opens at `open`: a mark within a word, as in `It's`, is none
/// of its own.
std::size_t endOfQuotation(std::string_view line, std::size_t open) {
    const char mark = line[open];
    for (std::size_t at = open + 1; at < line.size(); ++at) {
        if (line[at] == '\\')
            ++at;
        else if (line[at] == mark &&
                 (at + 1 == line.size() || (!isLetter(line[at + 1]) && !isDigit(line[at + 1]))))
            return at + 1;
    }
    return line.npos;
}

} // namespace

std::optional<std::string> withoutPrompts(std::string_view line) {
    std::optional<std::string> rest;
    std::size_t kept = 0;
    for (auto prompt = promptFrom(line, 0); prompt;) {
        const char first = prompt->value < line.size() ? line[prompt->value] : ' ';
        const bool quoted = first == '\'' || first == '"';
        const bool bare = prompt->parted == '=' && (isLetter(first) || isDigit(first));
        const std::size_t end = quoted ? endOfQuotation(line, prompt->value)
                                : bare ? endOfWords(line, prompt->value)
                                       : line.npos;
        if (end != line.npos) {
            if (!rest)
                rest.emplace();
            rest->append(line.substr(kept, prompt->begin - kept));
            kept = end;
        }
        prompt = promptFrom(line, end != line.npos ? end : prompt->value);
    }
    if (rest)
        rest->append(line.substr(kept));
    return rest;
}

} // namespace derouter
