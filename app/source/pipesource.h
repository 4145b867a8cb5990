// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source/filewatch.h"
#include "source/logsource.h"

namespace derouter {

/// Standard input: read to its end as it comes.
class PipeSource final : public LogSource {
public:
    Result<Done> open() override { return Done{}; }
    ReadResult read(std::span<char> buffer) override;
    void wait(std::chrono::milliseconds timeout) override;
    void wake() override { m_watch.wake(); }
    std::uint64_t position() const override { return m_position; }
    std::uint64_t size() const override { return 0; }
    std::optional<Microseconds> lastModified() const override;

private:
    FileWatch m_watch;
    std::uint64_t m_position = 0;
};

} // namespace derouter
