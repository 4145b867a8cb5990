// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/savedformats.h"

#include "format/formatcatalog.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSettings>

#include <algorithm>

namespace derouter::savedformats {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Format)
};

constexpr auto group = "formats"_L1;

} // namespace

void load() {
    FormatCatalog::setSaved(all());
}

std::vector<SavedFormat> all() {
    QSettings settings;
    settings.beginGroup(group);
    std::vector<SavedFormat> formats;
    for (const QString& name : settings.childKeys())
        formats.push_back({name, settings.value(name).toString()});
    std::ranges::sort(formats, {}, &SavedFormat::name);
    return formats;
}

std::optional<Error> save(const SavedFormat& format) {
    static const QRegularExpression wellFormed(u"^[\\w][\\w.-]{0,63}$"_s,
                                               QRegularExpression::UseUnicodePropertiesOption);
    if (!wellFormed.match(format.name).hasMatch())
        return Error{Text::tr("A format's name consists of letters, digits, “-”, “_” and “.”; “%1” does not.")
                         .arg(format.name)};
    const FormatCatalog& builtIn = FormatCatalog::builtIn();
    if (builtIn.choose(format.name))
        return Error{Text::tr("The program itself has a format called “%1”.").arg(format.name)};
    const auto chosen = builtIn.choose(format.format);
    if (!chosen)
        return chosen.error();
    if (!chosen.value().layout)
        return Error{Text::tr("“%1” has a name already.").arg(format.format)};
    QSettings settings;
    settings.beginGroup(group);
    settings.setValue(format.name, format.format);
    settings.sync();
    if (settings.status() != QSettings::NoError)
        return Error{Text::tr("The settings file %1 cannot be written.").arg(settings.fileName())};
    load();
    return std::nullopt;
}

void remove(const QString& name) {
    QSettings settings;
    settings.beginGroup(group);
    settings.remove(name);
    settings.sync();
    load();
}

} // namespace derouter::savedformats
