// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>
#include <memory>

namespace derouter {

/// Calls back on the event loop when the program is asked to end (SIGINT, SIGTERM), instead of ending at
/// once. A second request ends it. Also keeps a reader that went away (SIGPIPE) from killing the program. One
/// at a time.
class InterruptWatch {
    Q_DISABLE_COPY_MOVE(InterruptWatch)

public:
    explicit InterruptWatch(std::function<void()> interrupted);
    ~InterruptWatch();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace derouter
