// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/shared.h"
#include "monitor/eventpage.h"

#include <deque>
#include <optional>

namespace derouter {

/// The failures that an EventStore keeps, as they are at one moment: what changes there later, or is let go,
/// stays here as it was. Costs next to nothing to make; what the store changes meanwhile is there twice.
///
/// Made and let go on the store's thread, read on any.
class EventSnapshot {
public:
    using Row = std::size_t;
    using Pages = std::deque<Shared<EventPage>>;

    EventSnapshot(Pages pages, Row first)
        : m_pages(std::move(pages))
        , m_first(first) {}

    /// As EventStore::event() of the same row; the views are good as long as this lives.
    ErrorEvent event(Row row) const { return pageOf(row).event(row % EventPage::rows); }
    std::optional<Microseconds> time(Row row) const { return pageOf(row).time(row % EventPage::rows); }
    std::string_view requestId(Row row) const { return pageOf(row).requestId(row % EventPage::rows); }
    /// The first sighting.
    Sighted where(Row row) const { return pageOf(row).where(row % EventPage::rows); }

private:
    const EventPage& pageOf(Row row) const {
        return *m_pages[row / EventPage::rows - m_first / EventPage::rows];
    }

    Pages m_pages;
    Row m_first; ///< begins a page
};

} // namespace derouter
