// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "savedfilters.h"

#include "filtertext.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace derouter::savedfilters {

namespace {

constexpr auto settingsKey = "filters/saved"_L1;

/// As text, since QSettings would build objects of any type from what stands in its file.
void write(const QList<Set>& sets) {
    QJsonArray all;
    for (const Set& set : sets) {
        QJsonArray terms;
        for (const FilterTerm& term : set.terms)
            terms.append(QJsonObject{{u"filter"_s, filtertext::written(term)}, {u"on"_s, term.on}});
        all.append(QJsonObject{{u"name"_s, set.name}, {u"filters"_s, terms}});
    }
    QSettings settings;
    settings.setValue(settingsKey, QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact)));
    settings.sync();
    QFile::setPermissions(settings.fileName(), QFile::ReadOwner | QFile::WriteOwner);
}

std::vector<FilterTerm> termsFrom(const QJsonArray& array) {
    std::vector<FilterTerm> terms;
    for (const QJsonValue& entry : array) {
        auto parsed = filtertext::parse(entry[u"filter"_s].toString(), {});
        if (!parsed)
            continue;
        for (FilterTerm term : parsed.value()) {
            term.on = entry[u"on"_s].toBool(true);
            terms.push_back(term);
        }
    }
    return terms;
}

} // namespace

QList<Set> load() {
    const QByteArray text = QSettings().value(settingsKey).toString().toUtf8();
    QList<Set> sets;
    for (const QJsonValue& entry : QJsonDocument::fromJson(text).array())
        if (Set set{entry[u"name"_s].toString(), termsFrom(entry[u"filters"_s].toArray())};
            !set.name.isEmpty() && !set.terms.empty())
            sets.append(set);
    std::ranges::sort(
        sets, [](const Set& a, const Set& b) { return QString::localeAwareCompare(a.name, b.name) < 0; });
    return sets;
}

void save(const QString& name, const std::vector<FilterTerm>& terms) {
    QList<Set> sets = load();
    sets.removeIf([&](const Set& set) { return set.name == name; });
    sets.append({name, terms});
    write(sets);
}

void remove(const QString& name) {
    QList<Set> sets = load();
    sets.removeIf([&](const Set& set) { return set.name == name; });
    write(sets);
}

} // namespace derouter::savedfilters
