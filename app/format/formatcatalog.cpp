// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/formatcatalog.h"

#include "format/layouttext.h"
#include "format/texts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <mutex>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Format)
};

/// Guards what `current()` gives.
std::mutex currentMutex;
std::shared_ptr<const FormatCatalog> currentCatalog;

/// The lines of a JSON layout are read by the members it names, and by the names of all others.
Result<ChosenFormat> asJson(const LayoutText& layout) {
    MemberFields members = membersOf(layout);
    if (std::ranges::find(members, Field::Status, &MemberFields::value_type::second) == members.end())
        return Error{Text::tr("The log layout has no status ($status or %>s).")};
    return ChosenFormat{.family = FormatFamily::Json, .name = u"custom"_s, .members = std::move(members)};
}

/// The directives of a W3C log as they stand at its beginning.
Result<ChosenFormat> fromDirectives(std::string_view text) {
    W3cLog columns;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        columns.takeDirective(trimmed(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (!columns.isOpen())
        return Error{Text::tr("The log layout has no status ($status or %>s).")};
    return ChosenFormat{.family = FormatFamily::Layout, .name = u"custom"_s, .columns = std::move(columns)};
}

/// All layouts that have a status; otherwise what is wrong with the first.
Result<ChosenFormat> fromConfiguration(std::string_view configuration) {
    const auto texts = layoutTexts(configuration);
    if (!texts)
        return texts.error();
    NamedLayout named{u"custom"_s, std::nullopt};
    std::optional<Error> wrong;
    for (const LayoutText& text : texts.value()) {
        if (text.json)
            return asJson(text);
        auto layout = AccessLayout::compile(text);
        if (!layout)
            wrong = wrong ? wrong : layout.error();
        else if (!named.layout)
            named.layout = std::move(layout).value();
        else
            named.further.push_back(std::move(layout).value());
    }
    if (!named.layout)
        return *wrong;
    return ChosenFormat{.family = FormatFamily::Layout, .name = named.name, .layout = std::move(named)};
}

} // namespace

FormatCatalog::FormatCatalog() {
    const QDir folder(u":/formats"_s);
    for (const QString& name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name))
        load(folder.filePath(name));
    m_descriptions.push_back({u"json"_s, u"JSON lines of any program"_s});
    m_descriptions.push_back(
        {u"access-log"_s, u"Access-log lines of any layout with a quoted request and a status"_s});
    m_descriptions.push_back({u"ltsv"_s, u"Access-log lines of labelled values between tabs"_s});
    m_descriptions.push_back(
        {u"w3c"_s, u"W3C extended log of IIS and others, by the columns that its #Fields line names"_s});
    m_descriptions.push_back({u"text"_s, u"Free text with errors of the Anthropic and OpenAI SDKs"_s});
    std::ranges::sort(m_descriptions, {}, &FormatDescription::name);
    std::ranges::stable_sort(m_dialects, std::ranges::greater(),
                             [](const JsonDialect& dialect) { return dialect.members.size(); });
}

const FormatCatalog& FormatCatalog::builtIn() {
    static const FormatCatalog catalog;
    return catalog;
}

std::shared_ptr<const FormatCatalog> FormatCatalog::current() {
    const std::lock_guard lock(currentMutex);
    if (!currentCatalog)
        currentCatalog = std::shared_ptr<const FormatCatalog>(&builtIn(), [](const FormatCatalog*) {});
    return currentCatalog;
}

void FormatCatalog::setSaved(const std::vector<SavedFormat>& formats) {
    const auto catalog = std::make_shared<FormatCatalog>(builtIn());
    for (const SavedFormat& format : formats)
        catalog->add(format);
    std::ranges::stable_sort(catalog->m_descriptions, {}, &FormatDescription::name);
    const std::lock_guard lock(currentMutex);
    currentCatalog = catalog;
}

void FormatCatalog::add(const SavedFormat& format) {
    auto chosen = builtIn().choose(format.format);
    if (!chosen)
        return; // the settings were edited by hand
    m_descriptions.push_back({format.name, format.format});
    if (!chosen.value().layout) {
        m_dialects.push_back({format.name, {}}); // a JSON layout: read by the names of its members
        return;
    }
    chosen.value().layout->name = format.name;
    m_layouts.insert(m_layouts.begin(), std::move(*chosen.value().layout));
}

void FormatCatalog::load(const QString& file) {
    QFile resource(file);
    if (!resource.open(QIODevice::ReadOnly))
        return;
    const QJsonArray formats = QJsonDocument::fromJson(resource.readAll()).object()["formats"_L1].toArray();
    for (const QJsonValue& entry : formats) {
        const QString name = entry["name"_L1].toString();
        m_descriptions.push_back({name, entry["description"_L1].toString()});
        if (const QString layout = entry["layout"_L1].toString(); !layout.isEmpty()) {
            const bool hasStatus = !entry["without_status"_L1].toBool();
            auto texts = layoutTexts(layout.toStdString());
            if (!texts)
                continue;
            auto compiled = AccessLayout::compile(texts.value().front(), hasStatus);
            if (compiled)
                m_layouts.push_back({.name = name, .layout = std::move(compiled).value()});
            continue;
        }
        JsonDialect dialect{name, {}};
        for (const QJsonValue& member : entry["members"_L1].toArray())
            dialect.members.push_back(member.toString().toStdString());
        m_dialects.push_back(std::move(dialect));
    }
}

QString FormatCatalog::dialectOf(std::span<const std::string> members) const {
    for (const JsonDialect& dialect : m_dialects)
        if (!dialect.members.empty() && std::ranges::all_of(dialect.members, [&](const std::string& member) {
                return std::ranges::find(members, member) != members.end();
            }))
            return dialect.name;
    return u"json"_s;
}

Result<ChosenFormat> FormatCatalog::choose(const QString& format) const {
    if (format.isEmpty())
        return ChosenFormat{};
    if (const auto named = std::ranges::find(m_layouts, format, &NamedLayout::name); named != m_layouts.end())
        return ChosenFormat{.family = FormatFamily::Layout, .name = format, .layout = *named};
    if (format == "json"_L1 || std::ranges::find(m_dialects, format, &JsonDialect::name) != m_dialects.end())
        return ChosenFormat{.family = FormatFamily::Json, .name = format};
    if (format == "text"_L1)
        return ChosenFormat{.family = FormatFamily::Text, .name = format};
    if (format == "access-log"_L1 || format == "ltsv"_L1 || format == "w3c"_L1)
        return ChosenFormat{.family = FormatFamily::Layout, .name = format};
    if (format.startsWith(u'#') && format.contains("#Fields:"_L1))
        return fromDirectives(format.toStdString());
    if (RegexLayout::isExpression(format)) {
        auto expression = RegexLayout::compile(format);
        if (!expression)
            return expression.error();
        return ChosenFormat{.family = FormatFamily::Layout,
                            .name = u"custom"_s,
                            .layout = NamedLayout{u"custom"_s, std::nullopt, std::move(expression).value()}};
    }
    // Each notation of variables has one of these, no name has.
    if (!format.contains(u'$') && !format.contains(u'%') && !format.contains(u':'))
        return Error{Text::tr("There is no log format called “%1”; --list-formats names those there are.")
                         .arg(format)};
    return fromConfiguration(format.toStdString());
}

std::vector<FormatDescription> knownFormats() {
    return FormatCatalog::current()->descriptions();
}

QString checkFormat(const QString& format) {
    const auto chosen = FormatCatalog::current()->choose(format);
    return chosen ? QString() : chosen.error().message;
}

} // namespace derouter
