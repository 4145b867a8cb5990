// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "format/accesslayout.h"
#include "format/formatnames.h"
#include "format/regexlayout.h"
#include "format/savedformats.h"
#include "format/w3clog.h"

#include <QString>

#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace derouter {

/// A program's way to write JSON lines, known by members no other program writes together.
struct JsonDialect {
    QString name;
    std::vector<std::string> members; ///< all of them: "resp_headers", "level:number"
};

/// An access-log layout, or an expression in its place, that has a name.
struct NamedLayout {
    QString name;
    std::optional<AccessLayout> layout;
    std::optional<RegexLayout> expression{};
    std::vector<AccessLayout> further{}; ///< where the user pasted several

    /// Gives the line's fields to `builder`. False, with nothing of use in it, when the line has another
    /// shape.
    bool scan(std::string_view line, RecordBuilder& builder) const {
        if (!layout)
            return expression->scan(line, builder);
        const auto fits = [&](const AccessLayout& each) { return each.scan(line, builder); };
        return fits(*layout) || std::ranges::any_of(further, fits);
    }
    /// Whether it tells more than a request, its status and its time.
    bool tellsMore() const { return !layout || layout->tellsMore(); }
};

/// How a source's lines are read when the user or the detection settled it.
enum class FormatFamily : std::uint8_t { Detected, Json, Layout, Text };

struct ChosenFormat {
    FormatFamily family = FormatFamily::Detected;
    QString name;
    std::optional<NamedLayout> layout{}; ///< the user's own, or one by name
    std::optional<W3cLog> columns{};     ///< by their directive
    MemberFields members{};              ///< of a JSON layout
};

/// The formats that are data: those of `resources/formats/*.json`, read once, and those the user saved.
/// Immutable; any thread.
class FormatCatalog {
public:
    static const FormatCatalog& builtIn();
    /// With the formats that are saved now, which are looked at first.
    static std::shared_ptr<const FormatCatalog> current();
    static void setSaved(const std::vector<SavedFormat>& formats);

    const std::vector<JsonDialect>& dialects() const { return m_dialects; }
    const std::vector<NamedLayout>& layouts() const { return m_layouts; }
    const std::vector<FormatDescription>& descriptions() const { return m_descriptions; }

    /// The dialect whose members are all there, the one with most members first; "json" when there is none.
    QString dialectOf(std::span<const std::string> members) const;

    /// A format by name, a layout as it stands in a server's configuration, or a regular expression. Empty
    /// text: detected.
    Result<ChosenFormat> choose(const QString& format) const;

private:
    FormatCatalog();
    void load(const QString& file);
    void add(const SavedFormat& format);

    std::vector<JsonDialect> m_dialects;
    std::vector<NamedLayout> m_layouts;
    std::vector<FormatDescription> m_descriptions;
};

} // namespace derouter
