// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source/filewatch.h"
#include "source/logsource.h"

namespace derouter {

/// Standard input or a named pipe: read as it comes, never sought in. A pipe that is followed goes on with
/// its next writer.
class PipeSource final : public LogSource {
    Q_DISABLE_COPY_MOVE(PipeSource)

public:
    explicit PipeSource(const SourceSpec& spec);
    ~PipeSource() override;

    bool ends() const override { return false; }
    Result<Done> open() override;
    ReadResult read(std::span<char> buffer) override;
    void wait(std::chrono::milliseconds timeout) override;
    void wake() override { m_watch.wake(); }
    std::uint64_t position() const override { return m_position; }
    std::uint64_t size() const override { return 0; }
    std::optional<Microseconds> lastModified() const override;

private:
    QString m_path; ///< empty for standard input
    bool m_follow = false;
    int m_descriptor = 0;
    FileWatch m_watch;
    std::uint64_t m_position = 0;
};

} // namespace derouter
