// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source/logsource.h"

#include <QByteArray>

namespace derouter {

/// A text in memory, as UTF-8: what was pasted.
class TextSource final : public LogSource {
public:
    explicit TextSource(QByteArray text);

    bool ends() const override { return true; }
    Result<Done> open() override { return Done{}; }
    ReadResult read(std::span<char> buffer) override;
    void wait(std::chrono::milliseconds) override {}
    void wake() override {}
    std::uint64_t position() const override { return static_cast<std::uint64_t>(m_given); }
    std::uint64_t size() const override { return static_cast<std::uint64_t>(m_text.size()); }
    /// As good as one: the text is kept.
    bool isFile() const override { return true; }
    /// It was made now, as far as anybody knows.
    std::optional<Microseconds> lastModified() const override { return m_made; }

private:
    QByteArray m_text;
    qsizetype m_given = 0;
    Microseconds m_made;
};

} // namespace derouter
