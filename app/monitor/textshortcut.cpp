// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/textshortcut.h"

#include "format/spellings.h"
#include "format/texts.h"

#include <algorithm>

namespace derouter {

namespace {

/// What stands for a number. No line that is told holds such a byte.
enum Mark : char { Clock = 1, Hexadecimal, Id, ThreeDigits, Decimal, Number };

constexpr std::string_view idPrefix = "req_";
constexpr std::size_t furthestClock = 48; ///< where a line's stamp ends

enum class Byte : std::uint8_t { Other, Letter, Special, Digit, Refused };

constexpr auto bytes = [] {
    std::array<Byte, 256> kinds{};
    for (int c = 0; c < 128; ++c) {
        const char byte = static_cast<char>(c);
        const bool refused = (c < ' ' && c != '\t') || byte == '{' || byte == '<';
        const bool special = (byte >= 'a' && byte <= 'f') || byte == 'r';
        kinds[static_cast<std::size_t>(c)] = refused                         ? Byte::Refused
                                             : isDigit(byte)                 ? Byte::Digit
                                             : special                       ? Byte::Special
                                             : isLetter(byte) || byte == '_' ? Byte::Letter
                                                                             : Byte::Other;
    }
    return kinds;
}();

constexpr Byte kindOf(char c) {
    return bytes[static_cast<unsigned char>(c)];
}

constexpr bool isWordByte(char c) {
    return kindOf(c) != Byte::Other && kindOf(c) != Byte::Refused;
}

constexpr bool isHexadecimal(char c) {
    return kindOf(c) == Byte::Digit || (c >= 'a' && c <= 'f');
}

constexpr int twoDigits(std::string_view text, std::size_t at) {
    return (text[at] - '0') * 10 + text[at + 1] - '0';
}

template <typename Predicate> std::size_t endOf(std::string_view text, std::size_t at, Predicate isPart) {
    while (at < text.size() && isPart(text[at]))
        ++at;
    return at;
}

/// `0f6a8f2e-8a1e-4d5c-9e2f-1a2b3c4d5e6f`, or one word of eight digits and more of which some are letters;
/// its end, or `at` where no such word begins.
std::size_t endOfHexadecimal(std::string_view line, std::size_t at) {
    constexpr std::size_t shortest = 8;
    std::size_t end = endOf(line, at, isHexadecimal);
    if (end - at < shortest)
        return at;
    const bool letters = !std::ranges::all_of(line.substr(at, end - at), isDigit);
    bool grouped = end - at == shortest;
    for (std::size_t group = 4; grouped && group > 0; --group) {
        const std::size_t next =
            end < line.size() && line[end] == '-' ? endOf(line, end + 1, isHexadecimal) : end;
        grouped = next == end + 1 + (group > 1 ? 4 : 12);
        end = grouped ? next : end;
    }
    const bool ends = end == line.size() || !isWordByte(line[end]);
    return ends && (letters || grouped) ? end : at;
}

/// `09:14:07`, with nothing that makes it a part of something longer.
bool isClock(std::string_view line, std::size_t at) {
    const auto text = line.substr(at, 9);
    return text.size() >= 8 && text[2] == ':' && isDigit(text[3]) && isDigit(text[4]) && text[5] == ':' &&
           isDigit(text[6]) && isDigit(text[7]) && text[3] < '6' && text[6] < '6' &&
           (text.size() == 8 || (!isDigit(text[8]) && text[8] != ':'));
}

/// Whether a number is a part of a name, a path, an address, an escape sequence or a word.
bool isInside(std::string_view line, std::size_t at) {
    return at > 0 && (isWordByte(line[at - 1]) ||
                      std::string_view("/.-:%\\").find(line[at - 1]) != std::string_view::npos);
}

/// Whether a number has a name as a status has, `statusCode: 0`: one of any length matters then.
bool isNamedStatus(std::string_view line, std::size_t at) {
    const std::size_t last = line.substr(0, at).find_last_not_of("=: \"'(");
    const auto name = line.substr(0, last == line.npos ? 0 : last + 1);
    return name.ends_with("tatus") || name.ends_with("ode");
}

/// Of `412.5`, which is no address; `end` where it has none.
std::size_t endOfFraction(std::string_view line, std::size_t end) {
    const std::size_t fraction = line.substr(end).starts_with('.') ? endOf(line, end + 1, isDigit) : end;
    return fraction > end + 1 && !line.substr(fraction).starts_with('.') ? fraction : end;
}

/// Behind a number that so is a duration.
bool isUnit(std::string_view rest) {
    return rest.starts_with("ms") && (rest.size() == 2 || !isWordByte(rest[2]));
}

/// Words of lines that belong to others, and of notes that a proxy's failures are explained by.
constexpr WordSet ofSeveralLines({"[log_", "[proxy", "request_id: ", "_base_client", "HTTP Response: "});

/// Whether a number of three digits in such words can be a status.
bool maySpeakOfStatus(std::string_view line) {
    static constexpr WordSet words({"rror", "HTTP", "http", "tatus", "ode", "onse", "xception", "ail"});
    const auto isSign = [](char c) {
        return c == '/' || c == '"' || c == '\'' || c == '=' || c == '[' || c == '|';
    };
    return std::ranges::any_of(line, isSign) || words.isIn(line);
}

} // namespace

/// Takes the numbers out of a line.
class TextShortcut::Reader {
public:
    Reader(std::string_view line, Words& words)
        : m_line(line)
        , m_words(words) {
        m_words.size = m_words.digits = 0;
        m_words.inHour = m_words.clocks = 0;
        m_words.id = {};
    }

    /// False where the line is none of those that are told.
    bool read() {
        if (m_line.size() > Words::longest)
            return false;
        for (copyWords(); m_at < m_line.size(); copyWords())
            if (!readNext())
                return false;
        return m_words.clocks > 0;
    }

private:
    /// Up to where something else may begin.
    void copyWords() {
        const std::string_view line = m_line;
        std::size_t at = m_at;
        char* out = m_words.bytes.data() + m_words.size;
        for (; at < line.size(); ++at) {
            const Byte kind = kindOf(line[at]);
            const bool copied = kind <= Byte::Letter || (kind == Byte::Special && !beginsSpecial(line, at));
            if (!copied)
                break;
            *out++ = line[at];
        }
        m_words.size += at - m_at;
        m_at = at;
    }

    /// Whether a letter may begin a hexadecimal word or an id.
    static bool beginsSpecial(std::string_view line, std::size_t at) {
        const char next = at + 1 < line.size() ? line[at + 1] : ' ';
        return (at == 0 || !isWordByte(line[at - 1])) &&
               (line[at] == 'r' ? next == 'e' : isHexadecimal(next));
    }

    bool readNext() {
        const bool begins = m_at == 0 || !isWordByte(m_line[m_at - 1]);
        if (begins && m_words.clocks > 0)
            if (const std::size_t end = endOfHexadecimal(m_line, m_at); end > m_at)
                return put(Hexadecimal, end);
        if (kindOf(m_line[m_at]) == Byte::Digit)
            return readNumber();
        if (m_line.substr(m_at).starts_with(idPrefix))
            return readId();
        return kindOf(m_line[m_at]) != Byte::Refused && put(m_line[m_at], m_at + 1);
    }

    bool readNumber() {
        const std::size_t end = endOf(m_line, m_at, isDigit);
        if (end - m_at == 2 && isClock(m_line, m_at))
            return readClock();
        if (m_words.clocks == 0) // the date
            return putAll(end) && m_at < furthestClock;
        const bool inside = isInside(m_line, m_at);
        if (const std::size_t fraction = inside ? end : endOfFraction(m_line, end); fraction > end)
            return put(Decimal, fraction);
        const bool status = end - m_at == 3 && !isUnit(m_line.substr(end));
        if (!inside && !status && !isNamedStatus(m_line, m_at))
            return put(Number, end);
        if (m_words.digits + end - m_at >= m_words.exact.size())
            return false;
        const bool failure = status && (m_line[m_at] == '4' || m_line[m_at] == '5');
        for (std::size_t at = m_at; at < end; ++at)
            m_words.exact[m_words.digits++] = m_line[at];
        m_words.exact[m_words.digits++] = ' ';
        return failure ? putAll(end) : put(status ? ThreeDigits : Number, end);
    }

    /// The hour stays, and what is written of numbers right behind the clock: a zone, a year.
    bool readClock() {
        const std::size_t at = m_at;
        Microseconds inHour =
            (twoDigits(m_line, at + 3) * 60 + twoDigits(m_line, at + 6)) * microsecondsPerSecond;
        putAll(at + 2);
        put(Clock, at + 8);
        const bool fraction = m_line.substr(m_at).starts_with('.') || m_line.substr(m_at).starts_with(',');
        const std::size_t end = fraction ? endOf(m_line, m_at + 1, isDigit) : m_at;
        if (end > m_at + 1) {
            put(m_line[m_at], m_at + 1);
            for (Microseconds unit = 100'000; m_at < end; unit /= 10) {
                inHour += (m_line[m_at] - '0') * unit;
                put(Clock, m_at + 1);
            }
        }
        if (m_words.clocks++ == 0)
            m_words.inHour = inHour;
        return putAll(endOf(m_line, m_at, [](char c) {
            return isDigit(c) || std::string_view(" +-:/.").find(c) != std::string_view::npos;
        }));
    }

    /// Of the same length as another. What is no whole id is the full reading's.
    bool readId() {
        const std::size_t before = m_at > 0 ? 1 : 0;
        const auto id = findRequestId(m_line.substr(m_at - before));
        const std::size_t end = endOf(m_line, m_at, isWordByte);
        if (!m_words.id.empty() || id.size() != end - m_at || id.data() != m_line.data() + m_at)
            return false;
        m_words.id = id;
        while (m_at < end)
            put(Id, m_at + 1);
        return true;
    }

    /// As it stands.
    bool putAll(std::size_t end) {
        while (m_at < end) // few bytes, mostly
            m_words.bytes[m_words.size++] = m_line[m_at++];
        return true;
    }

    bool put(char byte, std::size_t next) {
        m_words.bytes[m_words.size++] = byte;
        m_at = next;
        return true;
    }

    std::string_view m_line;
    std::size_t m_at = 0;
    Words& m_words;
};

void TextShortcut::learn(std::string_view line, const LogRecord& record, RecordKind kind) {
    constexpr Microseconds zoneStep = 15 * 60 * microsecondsPerSecond;
    if (!record.time || record.timeQuality == TimeQuality::DateAssumed || ofSeveralLines.isIn(line) ||
        !Reader(line, m_words).read() || record.requestId != m_words.id)
        return;
    const Microseconds hourBegins = *record.time - m_words.inHour;
    const bool nothing = kind == RecordKind::NoRequest;
    const bool ofRequest = !record.method.empty() || record.status > 0 || record.openStatus > 0 ||
                           record.outcome != Outcome::Unstated;
    if ((nothing && ofRequest) || (!nothing && m_words.clocks > 1) || hourBegins % zoneStep != 0)
        return;
    if (goesBack() || m_known.size() == mostKnown)
        m_known.clear();
    m_last = m_words.inHour;
    m_known.insert_or_assign(std::string(m_words.text()),
                             Known{.numbers = std::string(m_words.numbers()),
                                   .anyNumbers = nothing && !maySpeakOfStatus(line),
                                   .kind = kind,
                                   .isAnswer = record.reporter == Reporter::HttpClient,
                                   .isAddressed = record.isAddressed(),
                                   .hourBegins = hourBegins});
}

std::optional<KnownLine> TextShortcut::read(std::string_view line) {
    if (m_known.empty() || !Reader(line, m_words).read() || goesBack())
        return std::nullopt;
    const auto at = m_known.find(m_words.text());
    if (at == m_known.end() || (!at->second.anyNumbers && at->second.numbers != m_words.numbers()))
        return std::nullopt;
    m_last = m_words.inHour;
    const Known& known = at->second;
    return KnownLine{.kind = known.kind,
                     .time = known.hourBegins + m_words.inHour,
                     .isAnswer = known.isAnswer,
                     .isAddressed = known.isAddressed,
                     .requestId = m_words.id};
}

} // namespace derouter
