// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/listenersource.h"

#include "source/sentences.h"

#include <utility>

namespace derouter {

Result<Done> ListenerSource::open() {
    auto address = readAddress(m_spec.address);
    if (!address)
        return address.error();
    m_address = std::move(address).value();
    if (!m_spec.follow)
        return Error{
            sourceSentence(
                QT_TRANSLATE_NOOP("Source", "%1 has no end that could be read to; it has to be followed."))
                .arg(m_address.place())};
    m_faults.emplace(m_address.place(), m_tellEvery);
    return Done{};
}

bool ListenerSource::conclude() {
    m_isConcluded = true;
    m_faults->tellAtOnce();
    return true;
}

QHostAddress ListenerSource::host() const {
    const QHostAddress written(m_address.host);
    return written.isNull() ? QHostAddress(QHostAddress::LocalHost) : written;
}

std::optional<ReadResult> ListenerSource::nextFault() {
    const auto gap = m_faults->take(position());
    return gap ? std::optional(ReadResult{.status = ReadResult::Status::Skipped, .gap = gap}) : std::nullopt;
}

ReadResult ListenerSource::notListening(QAbstractSocket::SocketError error, const QString& reason) const {
    if (error == QAbstractSocket::AddressInUseError)
        return {.status = ReadResult::Status::Unreadable,
                .error = {sourceSentence(QT_TRANSLATE_NOOP("Source", "Another program listens at %1."))
                              .arg(m_address.place())}};
    return {.status = ReadResult::Status::Failed,
            .error = {sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 cannot be listened at: %2."))
                          .arg(m_address.place(), reason)}};
}

} // namespace derouter
