// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/failurejoiner.h"
#include "monitor/pipeline.h"

#include <QByteArray>
#include <QList>

#include <cstring>

namespace derouter {

/// Feeds bytes to a pipeline, cut where `cuts` says, and joins what it gives.
class PipelineRun {
public:
    explicit PipelineRun(PipelineOptions options = {})
        : m_pipeline(withDefaults(std::move(options))) {}

    PipelineRun& write(QByteArrayView bytes) {
        while (!bytes.isEmpty()) {
            const auto room = m_pipeline.writable();
            const auto count = std::min(bytes.size(), static_cast<qsizetype>(room.size()));
            std::memcpy(room.data(), bytes.data(), static_cast<std::size_t>(count));
            m_pipeline.commit(static_cast<std::size_t>(count));
            bytes = bytes.sliced(count);
        }
        return *this;
    }

    /// Ends the stream and joins everything.
    PipelineRun& finish() {
        m_pipeline.finish();
        m_batch = m_pipeline.take();
        m_rejected = m_batch.rejected;
        m_format = m_batch.format;
        m_lines = m_batch.lines;
        m_notUnderstood = m_batch.linesNotUnderstood;
        m_ledger = m_batch.ledger;
        m_joiner.take(0, std::move(m_batch));
        return *this;
    }

    Pipeline& pipeline() { return m_pipeline; }
    const Totals& totals() const { return m_joiner.totals(); }
    const EventStore& events() const { return m_joiner.events(); }
    const RateSeries& rates() const { return m_joiner.rates(); }
    const QString& format() const { return m_format; }
    std::uint64_t lines() const { return m_lines; }
    std::uint64_t notUnderstood() const { return m_notUnderstood; }
    const std::vector<Batch::RejectedLine>& rejected() const { return m_rejected; }
    const Ledger& ledger() const { return m_ledger; }

private:
    static PipelineOptions withDefaults(PipelineOptions options) {
        options.source = 0;
        if (!options.zone.isValid())
            options.zone = QTimeZone::utc();
        return options;
    }

    Pipeline m_pipeline;
    FailureJoiner m_joiner;
    Batch m_batch;
    std::vector<Batch::RejectedLine> m_rejected;
    QString m_format;
    std::uint64_t m_lines = 0;
    std::uint64_t m_notUnderstood = 0;
    Ledger m_ledger;
};

} // namespace derouter
