// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codegroup.h"

#include "guide/errorguide.h"
#include "logtext.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>
#include <vector>

namespace derouter::codegroups {

namespace {

constexpr int clientClosedRequest = 499;

std::set<int> statusesOfGuide() {
    std::set<int> statuses;
    for (const guide::CodeRow& row : guide::codeRows())
        statuses.insert(row.status);
    for (const guide::TypeRow& row : guide::typeRows())
        statuses.insert(row.statuses.begin(), row.statuses.end());
    return statuses;
}

Group groupOf(FailureCode code) {
    return {.code = code, .move = guide::read(code, {}, {}).move};
}

std::vector<Group> makeGroups() {
    std::vector<Group> groups;
    for (const int status : statusesOfGuide())
        groups.push_back(groupOf(FailureCode::http(status)));
    std::ranges::stable_sort(groups, {}, &Group::move);
    groups.push_back(groupOf(FailureCode::inStream()));
    groups.push_back(groupOf(FailureCode::noResponse()));
    groups.push_back(groupOf(FailureCode::http(clientClosedRequest)));
    groups.push_back({.code = {}, .pooled = true});
    return groups;
}

} // namespace

std::span<const Group> all() {
    static const std::vector<Group> groups = makeGroups();
    return groups;
}

int indexOf(FailureCode code) {
    const auto groups = all();
    const auto known = std::ranges::find_if(
        groups, [code](const Group& group) { return group.code == code && !group.pooled; });
    return static_cast<int>(known == groups.end() ? groups.size() - 1
                                                  : static_cast<std::size_t>(known - groups.begin()));
}

QString key(int group) {
    const Group& row = all()[static_cast<std::size_t>(group)];
    return row.pooled ? QStringLiteral("other") : QString::fromStdString(row.code.key());
}

QString label(int group) {
    const Group& row = all()[static_cast<std::size_t>(group)];
    return row.pooled ? QCoreApplication::translate("CodeGroup", "other") : codeText(row.code);
}

QString meaning(int group) {
    const Group& row = all()[static_cast<std::size_t>(group)];
    return row.pooled ? QCoreApplication::translate("CodeGroup", "Codes that are not in the guide")
                      : codeMeaning(row.code);
}

QString title(int group) {
    const QString own = meaning(group);
    if (own.compare(label(group), Qt::CaseInsensitive) == 0)
        return own;
    return QCoreApplication::translate("CodeGroup", "%1  %2", "a code and its meaning")
        .arg(label(group), own);
}

} // namespace derouter::codegroups
