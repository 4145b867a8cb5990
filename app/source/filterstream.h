// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source/archivehandle.h"
#include "source/bytestream.h"
#include "source/contentkind.h"

namespace derouter {

/// Unpacks Zstandard, xz, bzip2 and LZ4, by libarchive: all frames of the stream one after another. Exactly
/// one layer is taken off.
class FilterStream final : public UnpackingStream {
public:
    /// `name` is what sentences call it. `packed` must outlive it.
    FilterStream(ByteStream& packed, Packing packing, QString name);

    std::uint64_t taken() const override;
    Result<std::size_t> read(std::span<char> buffer) override;
    std::uint64_t position() const override { return m_packed.position(); }
    QString takeDamage() override { return m_packed.takeDamage(); }

private:
    bool begin();

    ByteStream& m_packed;
    int m_filter;
    QString m_name;
    ArchiveInput m_input;
    ArchiveHandle m_handle;
    ArchiveData m_data;
    std::uint64_t m_given = 0;
    bool m_begun = false;
    bool m_ended = false;
    Error m_error; ///< once there was one
};

} // namespace derouter
