// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source/filewatch.h"
#include "source/logsource.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QFile>
#include <QStringDecoder>
#include <QStringEncoder>

#include <memory>

namespace derouter {

class ArchiveReader;

/// A log file, plain or compressed, of UTF-8 or of UTF-16 with its mark; given as UTF-8.
///
/// Followed, it goes by its name: through renaming and re-creation (what is still written to the old file is
/// read first), deletion, truncation, a re-targeted link, and rewriting in place, which shows when the bytes
/// before the place it has come to have changed. A compressed file is read once.
class FileSource final : public LogSource {
public:
    explicit FileSource(const SourceSpec& spec);
    ~FileSource() override;

    Result<Done> open() override;
    ReadResult read(std::span<char> buffer) override;
    void wait(std::chrono::milliseconds timeout) override;
    void wake() override { m_watch.wake(); }
    std::uint64_t position() const override;
    std::uint64_t size() const override;
    std::optional<Microseconds> lastModified() const override;

private:
    /// Which file a name stands for.
    struct Identity {
        std::uint64_t device = 0;
        std::uint64_t number = 0;
        friend bool operator==(const Identity&, const Identity&) = default;
    };

    Result<Done> openFile();
    Result<Done> prepare();
    ReadResult readArchive(std::span<char> buffer);
    ReadResult readUtf16(std::span<char> buffer);
    ReadResult readPlain(std::span<char> buffer);
    ReadResult atEnd();
    ReadResult beginAnew();
    bool wasRewritten();
    void remember(std::span<const char> bytes);
    std::optional<Identity> identityOfName() const;
    std::optional<Identity> identityOfFile() const;

    QString m_path;
    bool m_follow = false;
    FileWatch m_watch;
    QFile m_file;
    std::unique_ptr<ArchiveReader> m_archive;
    std::optional<QStringDecoder> m_utf16;
    QStringEncoder m_utf8{QStringEncoder::Utf8};
    QByteArray m_anchor; ///< the last bytes read, to notice a rewriting
    qint64 m_offset = 0;
    bool m_wasAtEnd = false;
    QElapsedTimer m_replaced; ///< since when the name stands for another file
};

} // namespace derouter
