// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>

namespace derouter {

class RawFile;

/// Bytes one after another: of a file, or of what is packed in one.
class ByteStream {
public:
    virtual ~ByteStream() = default;

    /// Bytes written to the beginning of `buffer`; 0 at the end. An error comes after all bytes that could be
    /// had before it, and ends the stream.
    virtual Result<std::size_t> read(std::span<char> buffer) = 0;
    /// Bytes of the file at the bottom that were taken for what was given.
    virtual std::uint64_t position() const = 0;
    /// What turned out to be wrong with bytes that were given all the same, as a sentence, each once.
    virtual QString takeDamage() { return {}; }
};

/// A stream that is unpacked from another one.
class UnpackingStream : public ByteStream {
public:
    /// Bytes of the packed stream that went into what was given.
    virtual std::uint64_t taken() const = 0;
};

/// The bytes of an open file, from any place.
class FileBytes final : public ByteStream {
public:
    /// The file must outlive it.
    explicit FileBytes(RawFile& file)
        : m_file(file) {}

    Result<std::size_t> read(std::span<char> buffer) override;
    std::uint64_t position() const override { return static_cast<std::uint64_t>(m_offset); }
    void seek(std::int64_t offset) { m_offset = offset; }
    std::int64_t size() const;

private:
    RawFile& m_file;
    std::int64_t m_offset = 0;
};

/// Another stream whose beginning can be looked at before it is read.
class PeekedBytes final : public ByteStream {
public:
    explicit PeekedBytes(ByteStream& stream)
        : m_stream(stream) {}

    /// The next bytes, fewer than `bytes` only before the end or an error.
    QByteArrayView peek(qsizetype bytes);
    Result<std::size_t> read(std::span<char> buffer) override;
    std::uint64_t position() const override { return m_stream.position(); }
    QString takeDamage() override { return m_stream.takeDamage(); }

private:
    ByteStream& m_stream;
    QByteArray m_ahead;
    std::optional<Error> m_error; ///< behind them
};

} // namespace derouter
