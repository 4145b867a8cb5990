// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timerange.h"
#include "source/archivehandle.h"
#include "source/bytestream.h"
#include "source/unpacking.h"

#include <optional>

struct archive_entry;

namespace derouter {

/// The members of a zip or tar archive, one after another, by libarchive. Names are only ever shown; nothing
/// is written anywhere.
///
/// A member that cannot be read does not end the archive where its others can be reached.
class Container {
    Q_DISABLE_COPY_MOVE(Container)

public:
    struct Member {
        enum class Kind : std::uint8_t { File, Folder, Link, Device };

        QString name; ///< as it may be shown
        Kind kind = Kind::File;
        bool isEncrypted = false;
        std::optional<Microseconds> modified = {};
    };

    /// Of an archive that is a file: members can be passed over by seeking. The file must outlive it.
    Container(FileBytes& file, ContentKind::Kind kind, QString name, const UnpackLimits& limits);
    /// Of one that comes as a stream, which must outlive it.
    Container(ByteStream& stream, ContentKind::Kind kind, QString name, const UnpackLimits& limits);

    /// The next member; nothing at the end. After an error what follows is given by further calls, until the
    /// end.
    Result<std::optional<Member>> next();
    /// Bytes of the member written to `buffer`, 0 at its end. An error ends the member.
    Result<std::size_t> read(std::span<char> buffer);
    /// Whether `next()` has to wait until the member was read to its end, as its end can be found in no other
    /// way.
    bool mustBeReadOn() const { return m_inMember && !m_canSkip; }
    /// Gives the member up as one that cannot be read.
    void leave() { m_inMember = false; }

    std::uint64_t position() const { return m_stream.position(); }

private:
    void begin();
    bool beginAgain();
    bool hasModestDirectory();
    std::uint64_t taken() const;
    Member describe(archive_entry* entry);
    Error failure() const;
    Result<std::size_t> endMember(const Error& error);

    ByteStream& m_stream;
    FileBytes* m_file = nullptr;
    ContentKind::Kind m_kind;
    QString m_name;
    UnpackLimits m_limits;
    std::unique_ptr<ArchiveInput> m_input;
    ArchiveHandle m_handle; ///< behind the input that it uses
    ArchiveData m_data;
    QString m_member;        ///< its label in sentences
    int m_members = 0;       ///< that `next()` came to
    int m_restarts = 0;      ///< left
    bool m_isBroken = false; ///< the handle gives nothing more
    bool m_isOver = false;   ///< neither does the archive
    bool m_inMember = false;
    bool m_canSkip = false;
    std::uint64_t m_memberBegin = 0; ///< in the archive
    std::uint64_t m_memberGiven = 0;
    std::uint64_t m_given = 0;
};

} // namespace derouter
