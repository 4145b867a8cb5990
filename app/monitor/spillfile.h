// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

QT_BEGIN_NAMESPACE
class QTemporaryFile;
QT_END_NAMESPACE

namespace derouter {

/// Records that memory has no room for and that stand nowhere else, on the disk: the newest ones, as many as
/// its size holds. Who reads one has to know its hash, as a newer one may stand in its place.
///
/// Nobody else can read it. It has no name where that is possible and goes with the process however that
/// ends; elsewhere it goes with this object, and what a killed process left goes with the next start. It
/// comes to be with the first record. Where the disk takes none, nothing is kept.
class SpillFile {
public:
    /// In this folder; empty: in the user's folder for what can be lost.
    explicit SpillFile(std::size_t size, QString folder = {});
    ~SpillFile();
    SpillFile(SpillFile&& other) noexcept;
    SpillFile& operator=(SpillFile&& other) noexcept;

    /// Where it was put, counted from 1; nothing when it was not.
    std::optional<std::uint64_t> put(std::string_view record);
    /// What stands there now; empty when it cannot be read.
    std::string read(std::uint64_t place, std::size_t bytes) const;

    bool isOpen() const { return m_file != nullptr; }
    int descriptor() const;
    std::size_t size() const { return m_size; }

private:
    bool open();

    std::size_t m_size;
    QString m_folder;
    std::unique_ptr<QTemporaryFile> m_file;
    std::uint64_t m_next = 0; ///< where the next record goes
    bool m_failed = false;
};

/// The hash by which a record is known again; never 0.
std::uint32_t recordHash(std::string_view record);

} // namespace derouter
