// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "source/contentkind.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>

namespace derouter {

class ByteStream;

/// What no log is worth: something that unpacks to more is a bomb. Bytes that were really produced count,
/// whatever an archive says of itself.
struct UnpackLimits {
    std::uint64_t bytes = std::uint64_t(20) << 30;
    std::uint64_t ratio = 1000; ///< produced to packed bytes, once `ratioFrom` bytes were produced
    std::uint64_t ratioFrom = std::uint64_t(64) << 20;
    int members = 10'000; ///< of an archive, with those of the archives in it
};

/// The sentence when `produced` bytes out of `packed` ones go beyond the limits. `name`: of what is unpacked.
std::optional<Error> beyondLimits(const UnpackLimits& limits, const QString& name, std::uint64_t produced,
                                  std::uint64_t packed);

/// The sentence when what is called `name` cannot be unpacked further than `given` bytes, for this reason.
Error unpackingError(const QString& name, std::uint64_t given, const QString& reason);

/// What is packed in `packed`, which must outlive it: gzip by zlib, everything else by libarchive. What goes
/// beyond the limits is an error.
std::unique_ptr<ByteStream> unpacked(ByteStream& packed, Packing packing, const QString& name,
                                     const UnpackLimits& limits = {});

} // namespace derouter
