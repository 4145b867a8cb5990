// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/gzipstream.h"

#include "core/shownnumber.h"
#include "source/sentences.h"
#include "source/unpacking.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace derouter {

namespace {

constexpr int gzipOnly = 16 + MAX_WBITS;
/// What a member ends with: four bytes of checksum, and then of its length.
constexpr uInt lengthBytes = 4;
constexpr std::string_view wrongChecksum = "incorrect data check";
constexpr std::string_view wrongLength = "incorrect length check";

} // namespace

struct GzipStream::Inflation {
    z_stream stream = {};
    std::array<Bytef, 64 * 1024> input;

    Inflation() { inflateInit2(&stream, gzipOnly); }
    ~Inflation() { inflateEnd(&stream); }

    /// The trailer does not fit what was unpacked, which is all there.
    bool onlyTrailerIsWrong() const {
        const std::string_view reason = stream.msg ? stream.msg : "";
        return reason == wrongChecksum || reason == wrongLength;
    }
    bool has(std::size_t at, Bytef byte) const { return stream.avail_in > at && stream.next_in[at] == byte; }
    void pass(uInt bytes) {
        bytes = std::min(bytes, stream.avail_in);
        stream.next_in += bytes;
        stream.avail_in -= bytes;
    }
};

GzipStream::GzipStream(ByteStream& packed, QString name)
    : m_packed(packed)
    , m_name(std::move(name))
    , d(std::make_unique<Inflation>()) {}

GzipStream::~GzipStream() = default;

std::uint64_t GzipStream::taken() const {
    return m_fetched - d->stream.avail_in;
}

/// More packed bytes behind those that were not used yet; false at their end or after an error.
bool GzipStream::fill() {
    z_stream& stream = d->stream;
    std::copy_n(stream.next_in, stream.avail_in, d->input.data());
    stream.next_in = d->input.data();
    const auto room = std::as_writable_bytes(std::span(d->input).subspan(stream.avail_in));
    const auto read = m_packed.read({reinterpret_cast<char*>(room.data()), room.size()});
    if (!read) {
        m_error = read.error();
        return false;
    }
    stream.avail_in += static_cast<uInt>(read.value());
    m_fetched += read.value();
    return read.value() > 0;
}

/// Looks for the next member, behind zeros.
GzipStream::Next GzipStream::beginMember() {
    while (d->has(0, 0) || d->stream.avail_in == 0) {
        while (d->has(0, 0))
            d->pass(1);
        if (d->stream.avail_in == 0 && !fill())
            return m_error.message.isEmpty() ? Next::End : Next::Failed;
    }
    while (d->stream.avail_in < 2 && fill()) {
    }
    const bool marked = d->has(0, 0x1f) && (d->stream.avail_in < 2 || d->has(1, 0x8b));
    if (!std::exchange(m_isFirst, false) && !marked) {
        m_damage << sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 has something behind its end that cannot "
                                                               "be unpacked; it was passed over."))
                        .arg(m_name);
        return Next::End;
    }
    inflateReset(&d->stream);
    m_memberBegin = m_given;
    return Next::Member;
}

void GzipStream::endMember(bool checksumHolds) {
    m_inMember = false;
    if (checksumHolds)
        return;
    m_damage << sourceSentence(QT_TRANSLATE_NOOP("Source",
                                                 "%1 is damaged: the checksum of the unpacked bytes "
                                                 "%2 to %3 is wrong. They were read all the same."))
                    .arg(m_name, shownNumber(m_memberBegin), shownNumber(m_given));
    if (std::string_view(d->stream.msg) == wrongChecksum) { // the length behind it was not read
        while (d->stream.avail_in < lengthBytes && fill()) {
        }
        d->pass(lengthBytes);
    }
}

Result<std::size_t> GzipStream::read(std::span<char> buffer) {
    while (!m_ended && m_error.message.isEmpty()) {
        if (m_inMember) {
            if (const std::size_t count = inflateSome(buffer); count > 0)
                return count;
        } else {
            const Next next = beginMember();
            m_inMember = next == Next::Member;
            m_ended = next == Next::End;
        }
    }
    return m_ended ? Result<std::size_t>(0) : m_error;
}

/// Bytes unpacked; 0 at the end of the member, when it cannot go on, or when it is to be called again.
std::size_t GzipStream::inflateSome(std::span<char> buffer) {
    z_stream& stream = d->stream;
    const auto room = static_cast<uInt>(std::min<std::size_t>(buffer.size(), 1U << 30));
    stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream.avail_out = room;
    const int status = inflate(&stream, Z_SYNC_FLUSH);
    const std::size_t count = room - stream.avail_out;
    m_given += count;
    if (status == Z_STREAM_END || (status == Z_DATA_ERROR && d->onlyTrailerIsWrong()))
        endMember(status == Z_STREAM_END);
    else if (status != Z_OK && status != Z_BUF_ERROR)
        fail(sourceSentence(QT_TRANSLATE_NOOP("Source", "the data is damaged")));
    else if (count == 0 && stream.avail_in == 0 && !fill())
        fail(sourceSentence(QT_TRANSLATE_NOOP("Source", "it is truncated")));
    return count;
}

void GzipStream::fail(const QString& reason) {
    if (m_error.message.isEmpty())
        m_error = unpackingError(m_name, m_given, reason);
}

QString GzipStream::takeDamage() {
    if (m_damage.isEmpty())
        return m_packed.takeDamage();
    return m_damage.takeFirst();
}

} // namespace derouter
