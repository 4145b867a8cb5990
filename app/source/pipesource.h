// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source/filewatch.h"
#include "source/livesource.h"

namespace derouter {

/// Standard input or a named pipe: read as it comes, never sought in. A pipe that is followed goes on with
/// its next writer.
class PipeSource final : public LiveSource {
    Q_DISABLE_COPY_MOVE(PipeSource)

public:
    explicit PipeSource(const SourceSpec& spec);
    ~PipeSource() override;

    Result<Done> open() override;
    ReadResult read(std::span<char> buffer) override;
    void wait(std::chrono::milliseconds timeout) override;
    void wake() override { m_watch.wake(); }

private:
    QString m_path; ///< empty for standard input
    bool m_follow = false;
    bool m_inLine = false; ///< the last byte ended none
    int m_descriptor = 0;
    FileWatch m_watch;
};

} // namespace derouter
