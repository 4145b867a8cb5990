// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/listening.h"

#include "source/sentences.h"

namespace derouter {

using namespace Qt::StringLiterals;

Result<Address> listenerAddress(const SourceSpec& spec) {
    auto address = readAddress(spec.address);
    if (address && !spec.follow)
        return Error{
            sourceSentence(
                QT_TRANSLATE_NOOP("Source", "%1 has no end that could be read to; it has to be followed."))
                .arg(address.value().place())};
    return address;
}

QHostAddress hostAddress(const Address& address) {
    const QHostAddress written(address.host);
    return written.isNull() ? QHostAddress(QHostAddress::LocalHost) : written;
}

ReadResult notListening(const Address& address, QAbstractSocket::SocketError error, const QString& reason) {
    if (error == QAbstractSocket::AddressInUseError)
        return {.status = ReadResult::Status::Unreadable,
                .error = {sourceSentence(QT_TRANSLATE_NOOP("Source", "Another program listens at %1."))
                              .arg(address.place())}};
    return {.status = ReadResult::Status::Failed,
            .error = {sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 cannot be listened at: %2."))
                          .arg(address.place(), reason)}};
}

} // namespace derouter
