// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/batch.h"
#include "monitor/renumbering.h"

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace derouter {

/// Brings what proxies' error logs say of their requests together with the failures that access logs show, so
/// that a proxy's own answers are known. The two may come in any order and from different sources.
///
/// A remark is of a failure with the same client and path, whose request began or ended in the same second,
/// give or take one. Each stands for one request. Bounded: of very many the oldest are forgotten.
class ProxyNotes {
public:
    using Row = std::size_t;

    /// Whether a remark that is known already tells of this failure, of which none told yet.
    bool addFailure(Row row, const Sighting& failure);
    /// The failure that the remark tells of, if it is known already. `mayBe`: whether a row may still turn
    /// out to be the proxy's own answer.
    std::optional<Row> addRemark(int source, const Batch::ProxyRemark& said,
                                 const std::function<bool(Row)>& mayBe);
    /// Forgets what the source said; `moved` are the new numbers of the rows that are left. Gives the rows
    /// nothing is said of any more.
    std::vector<Row> removeSource(int source, const Renumbering& moved);
    /// Rows before this one are not kept any more.
    void forgetBefore(Row first);

private:
    struct Failure {
        Row row = 0;
        std::string addresses;
        std::size_t path = 0; ///< the hash of it without its query
        Microseconds time = 0;
        Microseconds otherTime = 0; ///< `time` is that of the request's begin or of its end
        bool zoned = false;
        int status = 0;
    };
    struct Remark {
        int source = -1;
        Batch::ProxyRemark said;
        std::optional<Row> row; ///< of the failure it explains
    };

    /// Keeps entries by their second in the quarter of an hour, by which zones differ.
    template <typename Entry> class Entries {
    public:
        void add(Microseconds time, Entry entry);
        /// Calls `visit` for the entries of about that second, the oldest first.
        void visitNear(Microseconds time, auto&& visit);
        void visitAll(auto&& visit);
        void removeIf(auto&& isGone);

    private:
        static constexpr std::size_t seconds = 15 * 60;
        static constexpr std::size_t most = 32 * 1024;
        using Table = std::vector<std::vector<Entry>>;

        Table m_older; ///< of two generations
        Table m_newer;
        std::size_t m_count = 0; ///< in the newer one
    };

    static std::optional<Microseconds> distance(const Failure& failure, const Batch::ProxyRemark& remark);
    static bool fits(const Failure& failure, const Batch::ProxyRemark& remark);

    Entries<Failure> m_failures;
    Entries<Remark> m_remarks;
    std::unordered_map<Row, int> m_explained; ///< by a remark of which source
};

} // namespace derouter
