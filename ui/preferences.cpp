// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences.h"

#include "language.h"
#include "logtext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSettings>

#include <algorithm>
#include <iterator>
#include <optional>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Preferences)
};

constexpr qsizetype mostQuoted = 60; // characters of a line that is wrong

constexpr QLatin1StringView looks[] = {"system"_L1, "light"_L1, "dark"_L1,
                                       "high-contrast"_L1}; // by theme::Scheme
static_assert(std::size(looks) == theme::schemeCount);

/// The system's for a name that is not known.
theme::Scheme lookNamed(const QString& name) {
    const auto known = std::ranges::find(looks, name);
    return static_cast<theme::Scheme>(known == std::end(looks) ? 0 : known - std::begin(looks));
}

/// Empty for one that is not spoken.
QString languageNamed(const QString& name) {
    return isSpoken(name) ? name : QString();
}

QStringList filledLines(const QString& text) {
    QStringList lines;
    for (const QString& line : text.split(u'\n'))
        if (const QString trimmed = line.trimmed(); !trimmed.isEmpty())
            lines << trimmed;
    lines.removeDuplicates();
    return lines;
}

/// What somebody has written into the file by hand may be wrong.
QStringList right(const Result<QStringList>& list) {
    return list ? list.value() : QStringList();
}

/// The standard value for what is none.
int numberOf(const QVariant& kept, int most, int standard) {
    bool isNumber = false;
    const int number = kept.toInt(&isNumber);
    return isNumber && number >= 0 && number <= most ? number : standard;
}

AlertPreferences loadAlerts(const QSettings& settings) {
    const AlertPreferences standard;
    return {
        .on = settings.value(u"alerts/on"_s, standard.on).toBool(),
        .desktop = settings.value(u"alerts/desktop"_s, standard.desktop).toBool(),
        .inTray = settings.value(u"alerts/inTray"_s, standard.inTray).toBool(),
        .failuresPerMinute = numberOf(settings.value(u"alerts/failuresPerMinute"_s), mostFailuresPerMinute,
                                      standard.failuresPerMinute),
        .silentMinutes =
            numberOf(settings.value(u"alerts/silentMinutes"_s), mostSilentMinutes, standard.silentMinutes),
        .repeats = std::max(1, numberOf(settings.value(u"alerts/repeats"_s), mostRepeats, standard.repeats))};
}

/// What somebody wrote without quotes comes as a list: of keys, or of one key with a comma in it.
std::optional<KeyList> readChoice(const QVariant& value) {
    if (value.typeId() == QMetaType::QString)
        return readKeys(value.toString());
    if (value.typeId() != QMetaType::QStringList)
        return std::nullopt;
    const QStringList written = value.toStringList();
    return readKeys(written.join(written.contains(QString()) ? u","_s : u"; "_s));
}

KeyChoices loadKeys(QSettings& settings) {
    KeyChoices keys;
    settings.beginGroup(u"keys"_s);
    for (const QString& id : settings.childKeys())
        if (const auto choice = readChoice(settings.value(id)))
            keys[id] = *choice;
    settings.endGroup();
    return keys;
}

void saveKeys(QSettings& settings, const KeyChoices& keys) {
    settings.remove(u"keys"_s);
    for (auto choice = keys.begin(); choice != keys.end(); ++choice)
        settings.setValue(u"keys/"_s + choice.key(), writtenKeys(*choice));
}

theme::CodeColors loadColors(QSettings& settings) {
    theme::CodeColors colors;
    settings.beginGroup(u"colors"_s);
    for (const QString& code : settings.childKeys())
        if (const QString name = settings.value(code).toString(); QColor::isValidColor(name))
            colors[code] = QColor(name);
    settings.endGroup();
    return colors;
}

void saveColors(QSettings& settings, const theme::CodeColors& colors) {
    settings.remove(u"colors"_s);
    for (const auto& [code, color] : colors)
        settings.setValue(u"colors/"_s + code, color.name());
}

} // namespace

Preferences Preferences::load() {
    QSettings settings;
    return {.look = lookNamed(settings.value(u"window/look"_s).toString()),
            .language = languageNamed(settings.value(u"window/language"_s).toString()),
            .utc = settings.value(u"window/utc"_s, false).toBool(),
            .failuresMiB = eventBudget(),
            .hosts = right(parseHosts(settings.value(u"requests/hosts"_s).toStringList().join(u'\n'))),
            .paths = right(parsePaths(settings.value(u"requests/paths"_s).toStringList().join(u'\n'))),
            .guideFile = settings.value(u"guide/file"_s).toString(),
            .colors = loadColors(settings),
            .alerts = loadAlerts(settings),
            .keys = loadKeys(settings)};
}

void Preferences::saveLook(theme::Scheme look) {
    QSettings().setValue(u"window/look"_s, QString(looks[static_cast<int>(look)]));
}

void Preferences::save() const {
    saveLook(look);
    QSettings settings;
    settings.setValue(u"window/language"_s, language);
    settings.setValue(u"window/utc"_s, utc);
    settings.setValue(u"requests/hosts"_s, hosts);
    settings.setValue(u"requests/paths"_s, paths);
    settings.setValue(u"alerts/on"_s, alerts.on);
    settings.setValue(u"alerts/desktop"_s, alerts.desktop);
    settings.setValue(u"alerts/inTray"_s, alerts.inTray);
    settings.setValue(u"alerts/failuresPerMinute"_s, alerts.failuresPerMinute);
    settings.setValue(u"alerts/silentMinutes"_s, alerts.silentMinutes);
    settings.setValue(u"alerts/repeats"_s, alerts.repeats);
    settings.setValue(u"guide/file"_s, guideFile);
    saveColors(settings, colors);
    saveKeys(settings, keys);
    setEventBudget(failuresMiB);
}

Result<QStringList> parseHosts(const QString& lines) {
    static const QRegularExpression host(
        u"^(?:[a-z0-9](?:[a-z0-9._-]{0,251}[a-z0-9])?|\\[[0-9a-f:.]{2,45}\\])$"_s);
    QStringList hosts = filledLines(lines.toLower());
    for (const QString& line : hosts)
        if (!host.match(line).hasMatch())
            return Error{Text::tr("“%1” is no host: write it without https://, port and path, such as "
                                  "llm.example.com.")
                             .arg(shortened(line, mostQuoted))};
    return hosts;
}

Result<QStringList> parsePaths(const QString& lines) {
    static const QRegularExpression path(u"^(?:/[^\\s/?#]+)+/?$"_s);
    QStringList paths = filledLines(lines);
    for (QString& line : paths) {
        if (!path.match(line).hasMatch())
            return Error{Text::tr("“%1” is no path: it begins with / and has no ? or # in it, such as "
                                  "/llm/v1/messages.")
                             .arg(shortened(line, mostQuoted))};
        if (line.endsWith(u'/'))
            line.chop(1);
    }
    return paths;
}

} // namespace derouter
