// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reportsaving.h"

#include "report/outputfile.h"

#include <utility>

namespace derouter {

ReportSaving::ReportSaving(ReportScope scope, ReportFormat format, QString path, QObject* parent)
    : QObject(parent)
    , m_scope(std::move(scope))
    , m_format(format)
    , m_path(std::move(path))
    , m_thread([this] {
        auto result = write();
        QMetaObject::invokeMethod(
            this, [this, result = std::move(result)] { Q_EMIT ended(result); }, Qt::QueuedConnection);
    }) {}

ReportSaving::~ReportSaving() {
    cancel();
    decide(false);
    m_thread.join();
}

void ReportSaving::cancel() {
    if (!m_isDecided)
        m_scope.cancel();
}

void ReportSaving::decide(bool mayTakePlace) {
    if (!std::exchange(m_isDecided, true))
        m_mayTakePlace.set_value(mayTakePlace);
}

/// On its thread.
Result<Done> ReportSaving::write() {
    auto file = OutputFile::open(m_path);
    if (!file)
        return file.error();
    writeReport(m_format, m_scope, file.value()->device()); // what the device could not take, commit() tells
    QMetaObject::invokeMethod(
        this, [this] { decide(!m_scope.isCancelled()); }, Qt::QueuedConnection);
    if (m_mayTakePlace.get_future().get())
        return file.value()->commit();
    return Done{};
}

} // namespace derouter
