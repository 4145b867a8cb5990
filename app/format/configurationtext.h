// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace derouter {

/// Reads the values of a server's configuration, from a place in it on, as the server itself would split
/// them. Comments are passed over.
class ConfigurationText {
public:
    ConfigurationText(std::string_view text, std::size_t at)
        : m_text(text)
        , m_at(at) {}

    std::size_t position() const { return m_at; }

    /// Where the words of a directive end.
    enum class Ending {
        Semicolon, ///< nginx
        Line,      ///< Apache and HAProxy: a backslash before the line's end joins the next one
    };
    /// Words: quotation marks join, a backslash takes a mark, a blank or itself as it is. Nothing when a
    /// quotation mark stays open.
    std::optional<std::vector<std::string>> words(Ending ending);

    /// Python's strings one after another, which are one; nothing when a quotation mark stays open.
    std::optional<std::string> strings();

    /// The value of a YAML key at `keyAt`: plain, in quotation marks, or a block that is indented more than
    /// its key; a block's lines are joined. Nothing when a quotation mark stays open.
    std::optional<std::string> yamlValue(std::size_t keyAt);

    /// Passes over the rest of the line and the lines below that are indented more than a YAML key at
    /// `keyAt`; gives these.
    std::string_view skipBlock(std::size_t keyAt);

    /// Where the next statement may begin: behind a line's end, a semicolon or a brace.
    void skipToStatement();

private:
    bool atComment() const;
    void skipLine();
    std::optional<std::string> quoted();

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace derouter
