// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "report/report.h"

#include <QObject>

#include <future>
#include <thread>

namespace derouter {

/// One report on its way into a file, written on a thread of its own: the window goes on, and so do the logs.
/// The file appears whole, or nothing is left of it.
///
/// No other language may be spoken until it has ended.
class ReportSaving final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReportSaving)

public:
    /// Begins at once.
    ReportSaving(ReportScope scope, ReportFormat format, QString path, QObject* parent = nullptr);
    /// Cancels it, and waits for the thread.
    ~ReportSaving() override;

    const QString& path() const { return m_path; }
    std::size_t failures() const { return m_scope.size(); }
    /// 0 to 1.
    double share() const { return writtenShare(m_format, m_scope); }

    /// What stood there before stays. Too late when the file is just taking its place: then it is saved.
    void cancel();
    bool isCancelled() const { return m_scope.isCancelled(); }

Q_SIGNALS:
    /// It is saved, was cancelled, or failed. The last that is heard of it.
    void ended(const derouter::Result<derouter::Done>& result);

private:
    Result<Done> write();
    void decide(bool mayTakePlace);

    const ReportScope m_scope;
    const ReportFormat m_format;
    const QString m_path;
    bool m_isDecided = false;
    std::promise<bool> m_mayTakePlace; ///< asked for when all is written: cancelling is the window's word
    std::thread m_thread;              ///< last: it uses everything above
};

} // namespace derouter
