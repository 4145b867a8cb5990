// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/wrappers.h"

#include "format/columnwrappers.h"
#include "format/textfront.h"
#include "format/texts.h"

#include <algorithm>

namespace derouter {

namespace {

/// `app[123]:`, `app:`, `heroku[router]:`.
bool takeTag(Front& text, std::string_view& tag, bool needsProcess) {
    Front tried = text;
    const std::size_t end = tried.rest.find_first_of(" :[");
    if (end == 0 || end == tried.rest.npos || tried.rest[end] == ' ')
        return false;
    tried.rest.remove_prefix(end);
    const bool hasProcess = tried.skip("[");
    if (hasProcess) {
        const std::size_t close = tried.rest.find(']');
        if (close == tried.rest.npos || close > 40)
            return false;
        tried.rest.remove_prefix(close + 1);
    }
    tag = text.rest.substr(0, text.rest.size() - tried.rest.size());
    if (!tried.skip(":") || (!hasProcess && (needsProcess || tag.front() == '/')))
        return false;
    if (tried.rest.starts_with("//")) // a request's address
        return false;
    tried.skip(" ");
    text = tried;
    return true;
}

/// `[id key="value" …]`, several of them, or `-`.
bool skipStructuredData(Front& text) {
    if (text.skip("- ") || text.rest == "-")
        return true;
    while (text.skip("[")) {
        bool quoted = false;
        std::size_t at = 0;
        for (; at < text.rest.size() && (quoted || text.rest[at] != ']'); ++at) {
            if (text.rest[at] == '\\')
                ++at;
            else if (text.rest[at] == '"')
                quoted = !quoted;
        }
        if (at >= text.rest.size())
            return false;
        text.rest.remove_prefix(at + 1);
        if (text.rest.empty() || text.skip(" "))
            return true;
    }
    return false;
}

/// RFC 5424, 6: `1 TIMESTAMP HOST APP PROCID MSGID SD MSG` behind the priority.
std::optional<Peeled> peelSyslog5424(Front text, TimeParser& times) {
    if (!text.skip("1 "))
        return std::nullopt;
    Peeled peeled;
    const auto stamp = text.word();
    peeled.stamp = times.parse(stamp);
    if (!peeled.stamp && stamp != "-")
        return std::nullopt;
    text.word(); // host
    peeled.stream = text.word();
    text.word(); // process
    text.word(); // kind of message
    if (!skipStructuredData(text))
        return std::nullopt;
    text.skip("\xEF\xBB\xBF");
    peeled.line = text.rest;
    return peeled;
}

/// The priority `<11>` of syslog on the wire.
bool skipPriority(Front& text) {
    const std::size_t close = text.rest.starts_with('<') ? text.rest.find('>') : text.rest.npos;
    if (close == text.rest.npos || close < 2 || close > 4 ||
        !std::ranges::all_of(text.rest.substr(1, close - 1), isDigit))
        return false;
    text.rest.remove_prefix(close + 1);
    return true;
}

/// `Nov  3 09:14:07 host app[123]: …` and journalctl's forms with a longer stamp. Where the stamp could be a
/// program's own, the tag must name a process.
std::optional<Peeled> peelTagged(const Stamp& stamp, Front text, bool certain) {
    Peeled peeled{.line = {}, .stamp = stamp, .stream = {}};
    Front direct = text;
    if (takeTag(direct, peeled.stream, true)) {
        peeled.line = direct.rest;
        return peeled;
    }
    const auto host = text.word();
    if (host.empty() || !std::ranges::all_of(host, [](char c) { return isNameChar(c) || c == ':'; }) ||
        !takeTag(text, peeled.stream, !certain))
        return std::nullopt;
    peeled.line = text.rest;
    return peeled;
}

/// `stdout F …`
std::optional<Peeled> peelCri(const Stamp& stamp, Front text) {
    Peeled peeled{.line = {}, .stamp = stamp, .stream = text.word()};
    if (peeled.stream != "stdout" && peeled.stream != "stderr")
        return std::nullopt;
    const auto flags = text.word();
    if (!flags.starts_with('P') && !flags.starts_with('F'))
        return std::nullopt;
    peeled.partial = flags.front() == 'P';
    peeled.line = text.rest;
    return peeled;
}

/// Loki's `{app="api", pod="x"} …`, behind its stamp.
std::optional<Peeled> peelLabels(const Stamp& stamp, Front text) {
    const std::size_t value = text.rest.find("=\"");
    const std::size_t close = text.rest.find("\"}");
    if (!text.rest.starts_with('{') || value == text.rest.npos || close == text.rest.npos ||
        !std::ranges::all_of(text.rest.substr(1, value - 1), isNameChar))
        return std::nullopt;
    Peeled peeled{.line = {}, .stamp = stamp, .stream = text.rest.substr(0, close + 2)};
    text.rest.remove_prefix(close + 2);
    text.skip("\t");
    text.skipBlanks();
    peeled.line = text.rest;
    return peeled;
}

/// Marks of GitHub's and Azure's pipelines: `##[error]…`.
std::string_view withoutMark(std::string_view line) {
    const std::size_t close = line.starts_with("##[") ? line.find(']') : line.npos;
    return close == line.npos ? line : line.substr(close + 1);
}

/// `01O …`, `01E …` of GitLab's runner: the number of the stream in hexadecimal, standard output or error.
std::optional<Peeled> peelGitLab(const Stamp& stamp, Front text) {
    const auto isHex = [](char c) { return isDigit(c) || (c >= 'a' && c <= 'f'); };
    const auto head = text.rest.substr(0, 4);
    if (head.size() < 3 || !isHex(head[0]) || !isHex(head[1]) || (head[2] != 'O' && head[2] != 'E') ||
        (head.size() == 4 && head[3] != ' ' && head[3] != '+'))
        return std::nullopt;
    return Peeled{.line = text.rest.substr(head.size()), .stamp = stamp, .stream = head.substr(0, 3)};
}

/// `1793693647.532114 host app[123]: …` of `journalctl -o short-unix`.
std::optional<Peeled> peelEpoch(std::string_view line) {
    const bool epoch = line.size() > 17 && line[10] == '.' && line[17] == ' ';
    const auto stamp = epoch && isDigit(line[0]) ? TimeParser::fromEpoch(line) : std::nullopt;
    return stamp ? peelTagged(*stamp, Front{line.substr(18)}, false) : std::nullopt;
}

/// `[ 1234.532114] host app[123]: …` of `journalctl -o short-monotonic`: no clock, but a head.
std::optional<Peeled> peelMonotonic(std::string_view line) {
    const std::size_t close = line.find("] ");
    if (close > 24 || line.substr(1, close - 1).find_first_not_of(" .0123456789") != line.npos ||
        line.substr(0, close).find('.') == line.npos)
        return std::nullopt;
    auto peeled = peelTagged({}, Front{line.substr(close + 2)}, false);
    if (peeled)
        peeled->stamp.reset();
    return peeled;
}

/// `job<TAB>step<TAB>2026-11-03T08:14:07.5321145Z …` of `gh run view --log`.
std::optional<Peeled> peelColumns(std::string_view line, TimeParser& times) {
    const std::size_t job = line.find('\t');
    const std::size_t step = job == line.npos ? job : line.find('\t', job + 1);
    if (step == line.npos)
        return std::nullopt;
    Front text{line.substr(step + 1)};
    text.skip("\xEF\xBB\xBF");
    const auto stamp = times.parse(text.rest);
    if (!stamp || stamp->fractionDigits < 7)
        return std::nullopt;
    text.rest.remove_prefix(stamp->length);
    if (!text.skip(" "))
        return std::nullopt;
    return Peeled{.line = withoutMark(text.rest), .stamp = stamp, .stream = line.substr(0, step)};
}

/// `kube.var.log.api<TAB>{…}` behind its stamp and a tab: Fluentd's files.
std::optional<Peeled> peelFluentd(const Stamp& stamp, Front text) {
    const std::size_t tab = text.rest.find('\t');
    const auto tag = text.rest.substr(0, tab);
    text.rest.remove_prefix(std::min(tab, text.rest.size()));
    if (tag.empty() || !text.skip("\t") || !text.rest.starts_with('{') ||
        tag.find_first_of(" \"{=") != tag.npos)
        return std::nullopt;
    return Peeled{.line = text.rest, .stamp = stamp, .stream = tag};
}

/// `[0] app.web: [[1793693647.532114000, {}], {"log"=>"…"}]` of Fluent Bit's standard output, and
/// `app.web: [1793693647.532114, {"log": "…"}]` of its files.
std::optional<Peeled> peelFluentBit(std::string_view line) {
    Front text{line.substr(0, line.size() - 1)};
    if (text.skip("[")) { // the number of the record in its chunk
        const std::size_t digits = text.rest.find_first_not_of("0123456789");
        text.rest.remove_prefix(std::min(digits, text.rest.size()));
        if (digits == 0 || !text.skip("] "))
            return std::nullopt;
    }
    const auto tag = text.name();
    if (tag.empty() || !text.skip(": ["))
        return std::nullopt;
    const bool withMetadata = text.skip("[");
    const auto stamp = TimeParser::fromEpoch(text.rest);
    const std::size_t end = text.rest.find(withMetadata ? "}], {" : ", {");
    if (!stamp || end == text.rest.npos)
        return std::nullopt;
    text.rest.remove_prefix(text.rest.find('{', end + 1));
    return Peeled{.line = text.rest, .stamp = stamp, .stream = tag};
}

std::optional<Peeled> peelStamped(std::string_view line, TimeParser& times, bool continues, bool tried) {
    const auto stamp = times.parse(line);
    if (!stamp)
        return peelEpoch(line);
    Front text{line.substr(stamp->length)};
    if (text.skip(": ")) // PM2's files
        return Peeled{.line = text.rest, .stamp = stamp, .stream = {}};
    const bool tab = text.skip("\t");
    if (!tab && !text.skip(" "))
        return std::nullopt;
    if (auto tagged = tab ? peelFluentd(*stamp, text) : std::nullopt)
        return tagged;
    if (auto job = peelGitLab(*stamp, text))
        return job;
    if (auto cri = peelCri(*stamp, text))
        return cri;
    if (auto labelled = peelLabels(*stamp, text))
        return labelled;
    const bool monthFirst = isLetter(line[0]) && isLetter(line[1]); // not klog's `E1103`
    if (auto tagged = peelTagged(*stamp, text, monthFirst || tried))
        return tagged;
    // Seven digits and more are a collector's: no logger writes them before its own line without a level.
    const bool fine = stamp->fractionDigits >= 7 && stamp->quality == TimeQuality::Exact;
    const bool own = continues || beginsRecord(text.rest, times) || text.rest.starts_with("##[");
    if (fine || own || tried)
        return Peeled{.line = withoutMark(text.rest), .stamp = stamp, .stream = {}};
    Front named = text;
    const auto name = named.word();                         // a stream's name before the program's own line
    const bool number = std::ranges::all_of(name, isDigit); // a status before its body
    if (!number && std::ranges::all_of(name, [](char c) { return isNameChar(c) || c == '/'; }) &&
        named.rest.starts_with('{'))
        return Peeled{.line = named.rest, .stamp = stamp, .stream = name};
    return std::nullopt;
}

/// `web-1  | …`, `0|api  | …`, `09:14:07 web.1 | …`, `9:14:07 AM web.1 |  …` of Node's foreman with two
/// blanks.
std::optional<Peeled> peelBar(std::string_view line, TimeParser& times) {
    Front text{line};
    Peeled peeled;
    bool wide = false;
    if (const auto stamp = times.parse(line); stamp && line.size() > stamp->length && isDigit(line.front())) {
        wide = line[stamp->length - 1] == 'M';
        text.rest.remove_prefix(stamp->length);
        if (!text.skip(" "))
            return std::nullopt;
        peeled.stamp = stamp;
    }
    const auto begin = text.rest;
    auto name = text.name();
    if (!name.empty() && text.skip("@")) // `docker service logs`: the task's node
        name = text.name();
    if (!name.empty() && std::ranges::all_of(name, isDigit) && text.skip("|")) // PM2's number of the process
        name = text.name();
    if (name.empty() || std::ranges::all_of(name, isDigit))
        return std::nullopt;
    peeled.stream = begin.substr(0, begin.size() - text.rest.size());
    text.skipBlanks();
    if (!text.skip("|"))
        return std::nullopt;
    if (!wide || !text.skip("  "))
        text.skip(" ");
    if (!peeled.stamp && isDigit(begin.front())) {
        // PM2 puts its own stamp behind the bar: "2026-11-03 09:14:07: …".
        const auto stamp = times.parse(text.rest);
        if (stamp && text.rest.substr(stamp->length).starts_with(": ")) {
            peeled.stamp = stamp;
            text.rest.remove_prefix(stamp->length + 2);
        }
    }
    peeled.line = text.rest;
    return peeled;
}

bool isLevel(std::string_view word) {
    constexpr std::string_view levels[] = {"error", "err",   "warn",   "warning", "info",    "debug",
                                           "trace", "fatal", "notice", "crit",    "critical"};
    return std::ranges::find(levels, word) != std::end(levels);
}

/// `[pod/api-7f/api] …`, `[api] …`: a name in small letters that is no level.
std::optional<Peeled> peelBracket(std::string_view line) {
    const std::size_t close = line.find("] ");
    if (close == line.npos || close < 2 || close > 120)
        return std::nullopt;
    const auto name = line.substr(1, close - 1);
    const bool plain = std::ranges::all_of(
        name, [](char c) { return (isNameChar(c) && !(c >= 'A' && c <= 'Z')) || c == '/' || c == ':'; });
    const bool request = name.size() == 36 && name[8] == '-' && name[13] == '-' && name[18] == '-'; // Rails'
    constexpr std::string_view speakers[] = {"user",        "assistant",   "human",  "prompt", "tool",
                                             "tool_result", "tool-result", "example"}; // whom no log is of
    if (!plain || request || !isLower(name.front()) || name.starts_with("log_") || isLevel(name) ||
        isOneOf(name, speakers))
        return std::nullopt;
    return Peeled{.line = line.substr(close + 2), .stamp = {}, .stream = name};
}

/// `haproxy.log:…`, `/var/log/nginx/access.log.1:…`: the name of the file, as grep writes it.
std::optional<Peeled> peelFileName(std::string_view line) {
    const std::size_t colon = line.substr(0, 120).find(':');
    if (colon == line.npos || line.substr(colon + 1).starts_with(' '))
        return std::nullopt;
    const auto name = line.substr(0, colon);
    const std::size_t end = name.rfind(".log");
    const auto number = end == name.npos ? name : name.substr(end + 4);
    const bool rotated = number.empty() || (number.size() > 1 && number.front() == '.' &&
                                            std::ranges::all_of(number.substr(1), isDigit));
    if (end == name.npos || end == 0 || !rotated ||
        !std::ranges::all_of(name, [](char c) { return isNameChar(c) || c == '/'; }))
        return std::nullopt;
    return Peeled{.line = line.substr(colon + 1), .stamp = {}, .stream = name};
}

} // namespace

std::optional<Peeled> peel(std::string_view line, TimeParser& times, bool continues, bool tried) {
    if (line.size() < 4)
        return std::nullopt;
    Front text{line};
    if (skipPriority(text)) {
        if (auto peeled = peelSyslog5424(text, times))
            return peeled;
        line = text.rest;
    }
    if (line.ends_with("}]"))
        if (auto record = peelFluentBit(line))
            return record;
    if (line.starts_with('['))
        return line[1] == ' ' || isDigit(line[1]) ? peelMonotonic(line) : peelBracket(line);
    if (const std::size_t digits = line.find_first_not_of("0123456789");
        digits > 0 && digits != line.npos && line[digits] == '\t')
        if (auto exported = peelNumbered(line, times))
            return exported;
    if (auto stamped = peelStamped(line, times, continues, tried))
        return stamped;
    const auto begin = line.substr(0, 120);
    if (begin.find(".log") != begin.npos)
        if (auto found = peelFileName(line))
            return found;
    if (begin.find('|') < 80)
        if (auto bar = peelBar(line, times))
            return bar;
    return begin.find('\t') == begin.npos ? std::nullopt : peelColumns(line, times);
}

std::string_view behindSyslogHead(std::string_view line, TimeParser& times) {
    Front text{line};
    skipPriority(text);
    // The traditional stamp has fixed columns, and no year by which it could be read without knowing the
    // log's time.
    const auto& rest = text.rest;
    if (rest.size() > 16 && rest[3] == ' ' && rest[6] == ' ' && rest[15] == ' ')
        text.rest.remove_prefix(16);
    else if (!times.parse(text.word()))
        return {};
    text.word(); // the host
    return text.word().ends_with(':') ? text.rest : std::string_view();
}

} // namespace derouter
