// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/signals.h"

#ifdef Q_OS_UNIX

#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace derouter {

namespace {

int writeEnd = -1; ///< a signal handler may only use what is global

void onSignal(int number) {
    const char byte = 0;
    [[maybe_unused]] const auto written = write(writeEnd, &byte, 1);
    std::signal(number, SIG_DFL);
}

} // namespace

struct InterruptWatch::Private {
    int ends[2] = {-1, -1};
    std::unique_ptr<QSocketNotifier> notifier;
};

InterruptWatch::InterruptWatch(std::function<void()> interrupted)
    : d(std::make_unique<Private>()) {
    std::signal(SIGPIPE, SIG_IGN);
    if (pipe(d->ends) != 0)
        return;
    for (const int end : d->ends)
        fcntl(end, F_SETFD, FD_CLOEXEC);
    writeEnd = d->ends[1];
    d->notifier = std::make_unique<QSocketNotifier>(d->ends[0], QSocketNotifier::Read);
    QObject::connect(d->notifier.get(), &QSocketNotifier::activated, d->notifier.get(),
                     [this, interrupted = std::move(interrupted)] {
                         char byte = 0;
                         if (read(d->ends[0], &byte, 1) == 1)
                             interrupted();
                     });
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

InterruptWatch::~InterruptWatch() {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    writeEnd = -1;
    for (const int end : d->ends)
        if (end >= 0)
            close(end);
}

} // namespace derouter

#else

namespace derouter {

// Where there are no signals, the console ends the program.
struct InterruptWatch::Private {};

InterruptWatch::InterruptWatch(std::function<void()>)
    : d(std::make_unique<Private>()) {}
InterruptWatch::~InterruptWatch() = default;

} // namespace derouter

#endif
