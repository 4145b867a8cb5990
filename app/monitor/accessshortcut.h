// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/ownedrecord.h"
#include "monitor/knownline.h"

#include <array>
#include <cstring>
#include <optional>
#include <string>

namespace derouter {

/// Tells access lines of the common layout, `client - user [stamp] "request" status bytes …`, from one that
/// was read in full: the same request and status, in the same minute and zone.
///
/// Invariant: a line that `read` answers would be read in full as a record of the same kind and time, without
/// a request-id, and one of a failed request as the same record but for its time. Whatever could make a
/// difference, a pair, an id, a colour, a quotation mark inside the request, another bracket, is left to the
/// full reading.
class AccessShortcut {
public:
    /// Learns from a line that was read in full as `record` of this kind. Does nothing where the line is of
    /// another layout, or its time not exact.
    void learn(std::string_view line, const LogRecord& record, RecordKind kind);
    std::optional<KnownLine> read(std::string_view line);

    /// Gives what `read` answers of the text's first line, where that is of the request that went well last
    /// and names no user: such a line need not be cut before it is read. How many bytes it has with its end;
    /// 0 for others, and near the end of the text.
    std::size_t readFirst(std::string_view text, KnownLine& known) const;

private:
    struct Request {
        /// Whether the line goes on with it. Its end is compared first: that differs where beginnings do not.
        bool begins(std::string_view rest) const {
            return rest.size() > text.size() && text.size() >= sizeof end &&
                   std::memcmp(rest.data() + text.size() - sizeof end, &end, sizeof end) == 0 &&
                   std::memcmp(rest.data(), text.data(), text.size()) == 0;
        }

        std::string text;      ///< `"POST /v1/messages HTTP/1.1" 200`
        std::uint64_t end = 0; ///< its last bytes
        RecordKind kind = RecordKind::Success;
        std::string tail; ///< behind the bytes, as it was found plain last
        std::optional<OwnedRecord> failure;
    };

    /// Of stamps such as "[20/Nov/2026:09:14:07 +0000]": all but the seconds.
    class Minute {
    public:
        void learn(const char* stamp) { std::memcpy(m_stamp.data(), stamp, m_stamp.size()); }
        bool isOf(const char* stamp) const {
            const auto differs = [&](std::size_t at, auto word) {
                auto mine = word;
                std::memcpy(&mine, m_stamp.data() + at, sizeof mine);
                std::memcpy(&word, stamp + at, sizeof word);
                return static_cast<std::uint64_t>(mine ^ word);
            };
            return (differs(0, std::uint64_t()) | differs(8, std::uint64_t()) |
                    differs(seconds - 8, std::uint64_t()) | differs(zone, std::uint32_t()) |
                    differs(size - 4, std::uint32_t())) == 0;
        }

    private:
        static constexpr std::size_t seconds = 19;
        static constexpr std::size_t zone = 21;
        static constexpr std::size_t size = 28;
        std::array<char, size> m_stamp{};
    };

    bool isPlainTail(Request& request, std::string_view tail) const;

    Minute m_minute;
    Microseconds m_minuteBegins = 0;
    std::array<Request, 16> m_requests;
    std::size_t m_last = 0; ///< that fitted; it is asked first
    std::size_t m_well = 0; ///< the last of them that did not fail
    std::size_t m_next = 0; ///< to be replaced
};

} // namespace derouter
