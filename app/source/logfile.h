// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source/bytestream.h"
#include "source/rawfile.h"
#include "source/utf16text.h"

#include <QByteArray>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>

namespace derouter {

/// How far a file was read, and enough of its bytes to find the same content again under another name, copied
/// or compressed. Offsets count unpacked bytes.
struct ReadMark {
    FileNumber number;
    QByteArray head;   ///< the first bytes, as many as were read, at most 1 KiB
    QByteArray anchor; ///< the bytes before `offset`, at most 512: an append never changes them
    std::int64_t offset = 0;
    std::int64_t lineStart = 0; ///< behind the last line feed before `offset`
    bool isWhole = false;       ///< the file ends there: no copy of it goes further
    bool isClosed = false;      ///< nobody reads it any more: it may have grown since, all the same
};

/// One file of a log, plain or compressed, held open: renaming and deleting it does not end the reading.
///
/// Bytes come as UTF-8. Everything that was read is compared with what stands there now whenever more is
/// read, so that a file which was rewritten in place is not taken for one that grew.
class LogFile {
    Q_DISABLE_COPY_MOVE(LogFile)

public:
    static constexpr qsizetype headBytes = 1024;  ///< of marks
    static constexpr qsizetype anchorBytes = 512; ///< the same

    struct Read {
        enum class Status {
            Data,
            AtEnd,
            Hole,      ///< `bytes` zeros were passed over
            Damaged,   ///< something is wrong with bytes that were given: `error` says what. Reading goes on
            Rewritten, ///< shorter than what was read, or other bytes in its place
            Failed,    ///< `error` says why; the place is kept and reading can be tried again
        };
        Status status = Status::AtEnd;
        std::uint64_t bytes = 0;
        Error error;
    };

    /// `mayGrow`: a file whose first bytes show nothing yet is not read before there are more.
    explicit LogFile(QString path, bool mayGrow = false);
    ~LogFile();

    /// Opens it under its name. Devices, sockets, folders, archives and what is no text are refused in one
    /// sentence.
    Result<Done> open();
    /// After `open()` failed: whether that may change, as with a file that is not there yet.
    bool mayBeReadLater() const { return m_file.mayBeReadLater() || m_unreadable; }
    Read read(std::span<char> buffer);
    /// What it begins with is all there will be. Whether bytes waited for that.
    bool settle();

    const QString& path() const { return m_path; }
    FileNumber number() const { return m_file.number(); }
    bool isCompressed() const { return m_unpacked != nullptr; }
    /// Whether its bytes are given as they stand in it.
    bool isGivenAsItIs() const { return !m_unpacked && !m_utf16 && m_lineEnd == '\n'; }
    /// Ends for good where it ends now: a snapshot of the kernel's, or a stream's end.
    bool isSnapshot() const { return m_file.isSnapshot(); }
    /// Whether no name is left for it.
    bool isUnlinked() const { return m_file.isUnlinked(); }
    /// Whether what was read of it still stands there.
    bool isIntact() { return m_unpacked || anchorNow() != Anchor::Gone; }
    /// Unpacked bytes given so far.
    std::int64_t offset() const { return m_offset; }
    /// Bytes of the file itself consumed, and its size.
    std::uint64_t position() const;
    std::uint64_t size() const;
    std::optional<Microseconds> lastModified() const { return m_file.lastModified(); }
    ReadMark mark() const { return {m_file.number(), m_head, m_anchor, m_offset, m_lineStart}; }

    /// As `mark()` would be at the end of a plain file; of a compressed one the number only.
    ReadMark endMark();
    /// Bytes given behind the last line feed.
    std::int64_t partial() const { return m_offset - m_lineStart; }
    /// Goes back to behind the last line feed: the unfinished line will be given again.
    void backToLineStart();
    /// The unfinished line was taken for a line.
    void endLine() { m_lineStart = m_offset; }
    /// Goes to the mark's place when everything up to there is the mark's content; else stays at the
    /// beginning. Only right after `open()`.
    bool seekBehind(const ReadMark& mark);
    /// Whether a plain file holds the mark's content, and perhaps more.
    bool holds(const ReadMark& mark);
    /// The last bytes given, at most 256 KiB.
    QByteArray tail();
    /// The first bytes of a file of which nothing was given yet.
    QByteArray beginning(qsizetype bytes);
    /// Reads so many bytes without giving them; the lines that end in them.
    std::uint64_t passOver(std::int64_t bytes);
    /// Begins at the beginning again: what was given stands there no more.
    void forget();
    /// Goes to the mark's place, of a file whose content up to there is known to be the mark's.
    void goTo(const ReadMark& mark);
    /// Whether a compressed file has bytes that could not be unpacked when it was read last.
    bool isIncomplete() const { return m_incomplete; }
    /// Whether a compressed file may give more when it is read now.
    bool mayGiveMore() const { return m_incomplete ? size() != m_failedSize : !m_ended; }

private:
    /// Of what was read last: whether it still stands there.
    enum class Anchor { Stands, Gone, Unreadable };

    Result<Done> openPacked(Packing packing);
    Result<Done> prepare();
    Result<Done> take(const ContentKind& content);
    void beginPacked();
    Read readBytes(std::span<char> buffer);
    Read readPlain(std::span<char> buffer);
    Read readUtf16(std::span<char> buffer);
    Read readPacked(std::span<char> buffer);
    void keepTail(std::span<const char> bytes);
    Read reopenPacked();
    Read passOverZeros(std::span<const char> bytes);
    std::int64_t endOfZeros();
    Anchor compared(std::int64_t offset, const QByteArray& bytes);
    Anchor anchorNow();
    void take(std::span<const char> bytes);
    std::size_t behindLastLineFeed(std::span<const char> bytes) const;

    QString m_path;
    RawFile m_file;
    FileBytes m_bytes{m_file};
    Packing m_packing = Packing::Gzip;
    std::unique_ptr<ByteStream> m_unpacked; ///< of a compressed file
    std::optional<Utf16Text> m_utf16;
    char m_lineEnd = '\n'; ///< given as a line feed, whatever it is
    QByteArray m_head;
    QByteArray m_anchor;
    QByteArray m_tail; ///< of a compressed file
    std::int64_t m_offset = 0;
    std::int64_t m_lineStart = 0;
    std::uint64_t m_failedSize = 0;
    bool m_mayGrow = false;
    bool m_sniffed = false;    ///< its kind is known
    bool m_unreadable = false; ///< its beginning could not be read just now
    bool m_incomplete = false; ///< the end of what is packed is missing so far
    bool m_ended = false;      ///< all that is packed was given
    bool m_stale = false;      ///< the unpacking stands elsewhere than m_offset
};

} // namespace derouter
