// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "savedfilters.h"

#include "core/privatefiles.h"
#include "filtertext.h"
#include "report/redactor.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace derouter::savedfilters {

namespace {

constexpr auto settingsKey = "filters/saved"_L1;
constexpr auto lastKey = "filters/last"_L1;

/// As text, since QSettings would build objects of any type from what stands in its file.
void write(QLatin1String key, const QJsonDocument& document) {
    QSettings settings;
    settings.setValue(key, QString::fromUtf8(document.toJson(QJsonDocument::Compact)));
    settings.sync();
    QFile::setPermissions(settings.fileName(), ownerOnly);
}

QJsonDocument read(QLatin1String key) {
    return QJsonDocument::fromJson(QSettings().value(key).toString().toUtf8());
}

QJsonArray toJson(const std::vector<FilterTerm>& terms) {
    QJsonArray array;
    for (const FilterTerm& term : terms)
        array.append(QJsonObject{{u"filter"_s, filtertext::written(term)}, {u"on"_s, term.on}});
    return array;
}

bool holdsSecret(const QString& text) {
    return Redactor().redact(QStringView(text)).replaced() > 0;
}

/// A key that is typed to look for it is kept nowhere.
std::vector<FilterTerm> withoutSecrets(const std::vector<FilterTerm>& terms) {
    std::vector<FilterTerm> kept;
    std::ranges::copy_if(terms, std::back_inserter(kept), [](const FilterTerm& term) {
        return term.field == FilterField::Key || !holdsSecret(term.value);
    });
    return kept;
}

void write(const QList<Set>& sets) {
    QJsonArray all;
    for (const Set& set : sets)
        all.append(QJsonObject{{u"name"_s, set.name}, {u"filters"_s, toJson(set.terms)}});
    write(settingsKey, QJsonDocument(all));
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
    QList<Set> sets;
    for (const QJsonValue& entry : read(settingsKey).array())
        if (Set set{entry[u"name"_s].toString(), termsFrom(entry[u"filters"_s].toArray())};
            !set.name.isEmpty() && !set.terms.empty())
            sets.append(set);
    std::ranges::sort(
        sets, [](const Set& a, const Set& b) { return QString::localeAwareCompare(a.name, b.name) < 0; });
    return sets;
}

std::size_t save(const QString& name, const std::vector<FilterTerm>& terms) {
    const std::vector<FilterTerm> kept = withoutSecrets(terms);
    if (!kept.empty()) {
        QList<Set> sets = load();
        sets.removeIf([&](const Set& set) { return set.name == name; });
        sets.append({name, kept});
        write(sets);
    }
    return kept.size();
}

void remove(const QString& name) {
    QList<Set> sets = load();
    sets.removeIf([&](const Set& set) { return set.name == name; });
    write(sets);
}

void keepLast(const ViewState& view) {
    write(lastKey, QJsonDocument(QJsonObject{{u"filters"_s, toJson(withoutSecrets(view.terms))},
                                             {u"typed"_s, holdsSecret(view.typed) ? QString() : view.typed},
                                             {u"off"_s, view.off}}));
}

ViewState last() {
    const QJsonObject kept = read(lastKey).object();
    ViewState view{.terms = termsFrom(kept[u"filters"_s].toArray()), .off = kept[u"off"_s].toBool()};
    if (const QString typed = kept[u"typed"_s].toString(); filtertext::isPlain(typed))
        view.typed = typed.simplified();
    return view;
}

} // namespace derouter::savedfilters
