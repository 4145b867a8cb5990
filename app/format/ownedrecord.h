// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logrecord.h"

#include <memory>
#include <string>

namespace derouter {

/// A record with texts of its own, for one that must wait while the reader goes on.
class OwnedRecord {
public:
    explicit OwnedRecord(const LogRecord& record);

    const LogRecord& record() const { return m_record; }

private:
    LogRecord m_record;
    std::unique_ptr<std::string> m_texts; ///< stays where it is when the record is moved
};

} // namespace derouter
