// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/unpacking.h"

#include "core/shownnumber.h"
#include "source/filterstream.h"
#include "source/gzipstream.h"
#include "source/sentences.h"

#include <QLocale>

#include <algorithm>

namespace derouter {

namespace {

std::unique_ptr<UnpackingStream> unlimited(ByteStream& packed, Packing packing, const QString& name) {
    if (packing == Packing::Gzip)
        return std::make_unique<GzipStream>(packed, name);
    return std::make_unique<FilterStream>(packed, packing, name);
}

/// Ends with an error where the limits are passed.
class LimitedBytes final : public ByteStream {
public:
    LimitedBytes(ByteStream& packed, Packing packing, const QString& name, const UnpackLimits& limits)
        : m_packed(packed)
        , m_unpacked(unlimited(packed, packing, name))
        , m_name(name)
        , m_limits(limits) {}

    Result<std::size_t> read(std::span<char> buffer) override {
        if (const auto beyond = beyondLimits(m_limits, m_name, m_given, m_unpacked->taken()))
            return *beyond;
        auto count = m_unpacked->read(buffer);
        if (count)
            m_given += count.value();
        return count;
    }
    std::uint64_t position() const override { return m_packed.position(); }
    QString takeDamage() override { return m_unpacked->takeDamage(); }

private:
    ByteStream& m_packed;
    std::unique_ptr<UnpackingStream> m_unpacked;
    QString m_name;
    UnpackLimits m_limits;
    std::uint64_t m_given = 0;
};

} // namespace

std::optional<Error> beyondLimits(const UnpackLimits& limits, const QString& name, std::uint64_t produced,
                                  std::uint64_t packed) {
    if (produced > limits.bytes)
        return Error{
            sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 unpacks to more than %2; reading stopped there."))
                .arg(name, QLocale().formattedDataSize(static_cast<qint64>(limits.bytes), 0))};
    if (produced > limits.ratioFrom && produced / std::max<std::uint64_t>(packed, 1) > limits.ratio)
        return Error{
            sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 unpacks to more than %2 times its size, as no log "
                                                       "does; reading stopped at byte %3."))
                .arg(name, shownNumber(limits.ratio), shownNumber(produced))};
    return std::nullopt;
}

Error unpackingError(const QString& name, std::uint64_t given, const QString& reason) {
    return {
        sourceSentence(QT_TRANSLATE_NOOP(
                           "Source", "%1 cannot be unpacked beyond byte %2: %3. What came before was read."))
            .arg(name, shownNumber(given), reason)};
}

std::unique_ptr<ByteStream> unpacked(ByteStream& packed, Packing packing, const QString& name,
                                     const UnpackLimits& limits) {
    return std::make_unique<LimitedBytes>(packed, packing, name, limits);
}

} // namespace derouter
