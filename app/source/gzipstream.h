// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source/bytestream.h"

#include <QStringList>
#include <QtGlobal>

#include <memory>

namespace derouter {

/// Unpacks gzip, by zlib: all members of the stream one after another, and of one that is cut every byte that
/// can be had. Zeros behind the last member are padding. A wrong checksum and what is no gzip behind a member
/// are damage; the bytes are given all the same.
class GzipStream final : public UnpackingStream {
    Q_DISABLE_COPY_MOVE(GzipStream)

public:
    /// `name` is what sentences call it. `packed` must outlive it.
    GzipStream(ByteStream& packed, QString name);
    ~GzipStream() override;

    std::uint64_t taken() const override;
    Result<std::size_t> read(std::span<char> buffer) override;
    std::uint64_t position() const override { return m_packed.position(); }
    QString takeDamage() override;

private:
    struct Inflation;
    enum class Next { Member, End, Failed };

    bool fill();
    Next beginMember();
    void endMember(bool checksumHolds);
    std::size_t inflateSome(std::span<char> buffer);
    void fail(const QString& reason);

    ByteStream& m_packed;
    QString m_name;
    std::unique_ptr<Inflation> d;
    std::uint64_t m_fetched = 0; ///< of the packed bytes
    std::uint64_t m_given = 0;
    std::uint64_t m_memberBegin = 0; ///< of m_given
    bool m_isFirst = true;           ///< no member was read yet
    bool m_inMember = false;
    bool m_ended = false;
    Error m_error;        ///< once there was one
    QStringList m_damage; ///< to be told
};

} // namespace derouter
