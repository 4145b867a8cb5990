// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/container.h"

#include "source/sentences.h"
#include "source/shownname.h"

#include <QtEndian>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace derouter {

namespace {

/// So many members that cannot be read are passed over by opening the archive again.
constexpr int mostRestarts = 100;
/// libarchive keeps the whole directory of a zip archive in memory.
constexpr std::uint32_t largestDirectory = 16 * 1024 * 1024;

Container::Member::Kind kindOf(archive_entry* entry) {
    using Kind = Container::Member::Kind;
    if (archive_entry_hardlink(entry))
        return Kind::Link;
    switch (archive_entry_filetype(entry)) {
    case 0:
    case AE_IFREG:
        return Kind::File;
    case AE_IFDIR:
        return Kind::Folder;
    case AE_IFLNK:
        return Kind::Link;
    default:
        return Kind::Device;
    }
}

/// As UTF-8 where the archive says how names are to be read, else as if they were.
QString nameOf(archive_entry* entry, int number) {
    const char* name = archive_entry_pathname_utf8(entry);
    if (!name)
        name = archive_entry_pathname(entry);
    return name && *name ? shownName(QString::fromUtf8(name)) : QString::number(number);
}

} // namespace

Container::Container(FileBytes& file, ContentKind::Kind kind, QString name, const UnpackLimits& limits)
    : m_stream(file)
    , m_file(&file)
    , m_kind(kind)
    , m_name(std::move(name))
    , m_limits(limits)
    , m_restarts(kind == ContentKind::Kind::Zip ? mostRestarts : 0) {
    begin();
}

Container::Container(ByteStream& stream, ContentKind::Kind kind, QString name, const UnpackLimits& limits)
    : m_stream(stream)
    , m_kind(kind)
    , m_name(std::move(name))
    , m_limits(limits) {
    begin();
}

void Container::begin() {
    const bool byDirectory = m_file && m_kind == ContentKind::Kind::Zip && hasModestDirectory();
    m_handle.reset(archive_read_new());
    m_input = m_file ? std::make_unique<ArchiveInput>(*m_file) : std::make_unique<ArchiveInput>(m_stream);
    archive* const handle = m_handle.get();
    if (m_kind == ContentKind::Kind::Tar)
        archive_read_support_format_tar(handle);
    else
        archive_read_support_format_zip_streamable(handle);
    if (byDirectory)
        archive_read_support_format_zip_seekable(handle);
    m_isBroken = !m_input->open(handle);
}

/// Whether the directory at a zip archive's end is there and of a size that may be kept in memory. Without it
/// the members are found one behind another.
bool Container::hasModestDirectory() {
    constexpr std::int64_t searched = 64 * 1024;
    constexpr qsizetype endSize = 22;
    m_file->seek(std::max<std::int64_t>(0, m_file->size() - searched));
    PeekedBytes tail(*m_file);
    const QByteArrayView bytes = tail.peek(searched);
    const qsizetype end = bytes.lastIndexOf(QByteArrayView("PK\x05\x06"));
    return end >= 0 && bytes.size() - end >= endSize &&
           qFromLittleEndian<std::uint32_t>(bytes.data() + end + 12) <= largestDirectory;
}

/// Behind a member at which the archive broke: opens it again and goes to the member behind.
bool Container::beginAgain() {
    if (m_restarts-- <= 0)
        return false;
    begin();
    archive_entry* entry = nullptr;
    for (int passed = 0; passed < m_members && !m_isBroken; ++passed)
        m_isBroken = !isGood(archive_read_next_header(m_handle.get(), &entry));
    return !m_isBroken;
}

Result<std::optional<Container::Member>> Container::next() {
    m_inMember = false;
    if (m_isBroken && !m_isOver && !beginAgain()) {
        m_isOver = true;
        return Error{
            sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 could not be read to its end.")).arg(m_name)};
    }
    if (m_isOver)
        return std::optional<Member>();
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(m_handle.get(), &entry);
    m_isOver = status == ARCHIVE_EOF || status == ARCHIVE_FATAL;
    if (status == ARCHIVE_EOF)
        return std::optional<Member>();
    ++m_members;
    m_memberGiven = 0;
    m_memberBegin = taken();
    if (!isGood(status)) {
        m_member = m_name;
        return failure();
    }
    m_inMember = true;
    m_data.begin();
    return std::optional(describe(entry));
}

Container::Member Container::describe(archive_entry* entry) {
    m_canSkip = m_file && (m_kind == ContentKind::Kind::Tar || archive_entry_size_is_set(entry) != 0);
    Member member{.name = nameOf(entry, m_members),
                  .kind = kindOf(entry),
                  .isEncrypted = archive_entry_is_encrypted(entry) != 0};
    if (archive_entry_mtime_is_set(entry))
        member.modified = archive_entry_mtime(entry) * microsecondsPerSecond;
    m_member = m_name + QLatin1String(": ") + member.name;
    return member;
}

Result<std::size_t> Container::read(std::span<char> buffer) {
    if (!m_inMember)
        return std::size_t(0);
    const auto count = m_data.read(m_handle.get(), buffer);
    if (count < 0) {
        m_isBroken = count == ARCHIVE_FATAL;
        return endMember(failure());
    }
    m_inMember = count > 0;
    m_memberGiven += static_cast<std::uint64_t>(count);
    m_given += static_cast<std::uint64_t>(count);
    if (const auto bomb = beyondLimits(m_limits, m_member, m_memberGiven,
                                       std::max(taken(), m_memberBegin) - m_memberBegin)) {
        m_isBroken = !m_canSkip;
        return endMember(*bomb);
    }
    if (const auto bomb = beyondLimits(m_limits, m_name, m_given, m_given)) {
        m_isBroken = true;
        m_restarts = 0;
        return endMember(*bomb);
    }
    return static_cast<std::size_t>(count);
}

Result<std::size_t> Container::endMember(const Error& error) {
    m_inMember = false;
    return error;
}

/// Bytes of the archive that libarchive has used.
std::uint64_t Container::taken() const {
    return static_cast<std::uint64_t>(std::max<std::int64_t>(0, archive_filter_bytes(m_handle.get(), -1)));
}

Error Container::failure() const {
    return m_input->error().message.isEmpty()
               ? unpackingError(m_member, m_memberGiven, m_input->reason(m_handle.get()))
               : m_input->error();
}

} // namespace derouter
