// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/summary.h"

#include "core/prose.h"
#include "core/shownnumber.h"
#include "guide/errorguide.h"
#include "report/ourreading.h"
#include "report/redactor.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <map>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

QString codeText(FailureCode code) {
    if (code.isNoResponse())
        return Text::tr("no response");
    return code.isInStream() ? Text::tr("in a stream") : QString::number(code.status());
}

QString utc(Microseconds time) {
    return QDateTime::fromMSecsSinceEpoch(floorDivide(time, 1000), Qt::UTC)
        .toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

CauseSummary describe(FailureCode code, std::string_view id, WhoseMove move) {
    CauseSummary summary{.code = code,
                         .codeText = codeText(code),
                         .name = {},
                         .move = {},
                         .what = {},
                         .advice = {},
                         .retry = {},
                         .last = {},
                         .lastRequestId = {}};
    if (const guide::Cause* const cause = guide::causeById(id)) {
        summary.name = cause->name.translated();
        summary.move = guide::moveName(move).translated();
        summary.what = markedWords(cause->when);
        summary.advice = markedWords(cause->fix);
        summary.retry = markedWords(cause->retry.words);
        // A request error passed through is the guide's; the statuses it may carry mostly are not.
        summary.inGuide =
            cause->inGuide && (code.status() == 0 || guide::codeRow(code.status()) || code.status() == 500);
    }
    return summary;
}

} // namespace

std::vector<CauseSummary> summarize(const ReportScope& scope) {
    std::map<std::pair<FailureCode, std::string_view>, CauseSummary> causes;
    scope.visit([&](EventStore::Row, const ErrorEvent& event) {
        const auto [at, isNew] = causes.try_emplace({event.code, event.cause});
        CauseSummary& summary = at->second;
        if (isNew)
            summary = describe(event.code, event.cause, event.move);
        ++summary.failures;
        const bool latest = !summary.last || (event.time && *event.time >= *summary.last);
        if (latest && !event.requestId.empty())
            summary.lastRequestId = Redactor().redact(event.requestId).text();
        if (latest && event.time)
            summary.last = event.time;
    });
    std::vector<CauseSummary> sorted;
    for (auto& [key, summary] : causes)
        sorted.push_back(std::move(summary));
    std::ranges::stable_sort(sorted, std::ranges::greater(), &CauseSummary::failures);
    return sorted;
}

QString conditionSentence(const ReportScope& scope) {
    return scope.isPart() ? Text::tr("Only failures that the filter shows: %1.").arg(scope.condition())
                          : QString();
}

QString headline(const Totals& totals) {
    QString text = Text::tr("%n failure(s)", nullptr, static_cast<int>(totals.failures));
    if (totals.apiSuccesses > 0)
        text += Text::tr(" in %1 requests (%2 %)")
                    .arg(shownNumber(totals.apiRequests),
                         QLocale().toString(100.0 * static_cast<double>(totals.failures) /
                                                static_cast<double>(totals.apiRequests),
                                            'f', 1));
    if (totals.firstTime && totals.lastTime)
        text += Text::tr(", from %1 to %2 UTC").arg(utc(*totals.firstTime), utc(*totals.lastTime));
    return Text::tr("%1.", "a sentence").arg(text);
}

QString sourceSentence(const SourceInfo& info) {
    const QString name = Redactor().redact(info.name).text();
    const QString error = Redactor().redact(info.error).text();
    const bool isFolder = info.spec.kind == SourceSpec::Kind::Folder;
    if (isFolder || (info.state == SourceState::Failed && info.lines == 0))
        return u"%1: %2"_s.arg(name, error);
    QString text = Text::tr("%1: %2, %3 lines")
                       .arg(name, info.format.isEmpty() ? Text::tr("format not known") : info.format,
                            shownNumber(info.lines));
    if (info.linesNotUnderstood > 0)
        text += Text::tr(", %1 not understood").arg(shownNumber(info.linesNotUnderstood));
    if (info.linesCut > 0)
        text += Text::tr(", %1 too long and cut").arg(shownNumber(info.linesCut));
    if (!error.isEmpty())
        return joinedSentences({Text::tr("%1.", "a sentence").arg(text), error});
    return text;
}

QString movesSentence(const Totals& totals) {
    QStringList parts;
    for (const WhoseMove move :
         {WhoseMove::You, WhoseMove::DeRouter, WhoseMove::Provider, WhoseMove::Unknown})
        parts << u"%1 %2"_s.arg(guide::moveName(move).translated(),
                                shownNumber(totals.failuresByMove[static_cast<int>(move)]));
    return parts.join(u" · "_s);
}

} // namespace derouter
