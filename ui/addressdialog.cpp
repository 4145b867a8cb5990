// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "addressdialog.h"

#include "logtext.h"
#include "monitor/monitor.h"
#include "source/address.h"

namespace derouter {

AddressDialog::AddressDialog(Monitor& monitor, QWidget* parent)
    : FollowDialog(monitor, parent) {
    resize(560, 220);
    build({.title = tr("Open an Address"),
           .note = tr("Listen for syslog of programs on this computer at tcp://127.0.0.1:5140 or "
                      "udp://127.0.0.1:5140, or ask a Grafana Loki by its address and a query. A password "
                      "in the address is not kept."),
           .example = tr("such as loki+https://logs.example.com/?query={app=\"api\"}&since=2h"),
           .name = tr("Address")});
}

FollowDialog::Verdict AddressDialog::judge(const QString& line) {
    if (line.isEmpty())
        return {};
    const auto address = readAddress(addressSource(line, {}).address);
    if (!address)
        return {.text = inert(address.error().message), .warns = true};
    const QString place = inert(address.value().place());
    const bool isAsked = address.value().kind == Address::Kind::Loki;
    return {.text = isAsked ? tr("%1 will be asked.").arg(place) : tr("%1 will be listened at.").arg(place),
            .mayFollow = true};
}

void AddressDialog::follow(Monitor& monitor, const QString& line) {
    SourceSpec spec;
    spec.follow = true;
    const SourceSpec source = addressSource(line, spec);
    if (const auto open = monitor.find(source); open && !source.credentials.isEmpty())
        monitor.removeSource(*open); // it was opened without them, or with others
    monitor.addSource(source);
}

} // namespace derouter
