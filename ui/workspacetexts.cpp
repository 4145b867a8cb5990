// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What Workspace says where there are no failures to be shown.
#include "core/prose.h"
#include "core/shownnumber.h"
#include "filterstate.h"
#include "logtext.h"
#include "workspace.h"

#include <algorithm>

namespace derouter {

/// Whether nothing speaks for there being no failure: no request was seen, and lines say something else.
bool Workspace::isNothingUnderstood() const {
    return m_monitor.totals().apiRequests == 0 &&
           std::ranges::any_of(m_monitor.sources(),
                               [](const SourceInfo& source) { return source.linesNotUnderstood > 0; });
}

QString Workspace::noFailuresText() const {
    QStringList waiting; // folders without logs, files that are not there
    for (const SourceInfo& source : m_monitor.sources())
        if ((source.spec.kind == SourceSpec::Kind::Folder || source.state == SourceState::Waiting) &&
            !source.error.isEmpty())
            waiting << inert(source.error);
    std::uint64_t lines = 0;
    std::uint64_t notUnderstood = 0;
    for (const SourceInfo& source : m_monitor.sources()) {
        lines += source.lines;
        notUnderstood += source.linesNotUnderstood;
    }
    if (!waiting.isEmpty() && lines == 0)
        return waiting.join(u'\n');
    const auto isOpen = [](const SourceInfo& source) { return source.state == SourceState::Following; };
    if (lines == 0 && std::ranges::any_of(m_monitor.sources(), isOpen))
        return tr("Nothing was written yet. New failures appear here as they happen.");
    const QString understood =
        notUnderstood == 0 ? tr("all understood") : tr("%1 not understood").arg(shownNumber(notUnderstood));
    const QString read =
        tr("Lines read: %1, %2. DeRouter requests: %3, failures: 0.")
            .arg(shownNumber(lines), understood, shownNumber(m_monitor.totals().apiRequests));
    const QString advice =
        isNothingUnderstood()
            ? tr("The list of sources shows which lines were not understood and why, and a log’s format can "
                 "be chosen there.")
            : QString();
    return joinedSentences(
        {read, advice, hasFollowedSource() ? tr("New failures appear here as they happen.") : QString()});
}

QString Workspace::allHiddenText() const {
    const auto hidden = static_cast<int>(m_model.hidden());
    return m_state.filter().calls
               ? tr("%n call(s) do not match it. Of each the last failed attempt counts.", nullptr, hidden)
               : tr("%n failure(s) do not match it.", nullptr, hidden);
}

QString Workspace::failedText() const {
    QStringList reasons;
    for (const SourceInfo& source : m_monitor.sources())
        reasons << (source.error.isEmpty() ? source.name : source.error);
    return reasons.join(u'\n');
}

} // namespace derouter
