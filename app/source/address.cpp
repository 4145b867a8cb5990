// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/address.h"

#include "core/timespan.h"
#include "source/sentences.h"
#include "source/shownname.h"

#include <QHostAddress>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

struct Scheme {
    QLatin1StringView name;
    Address::Kind kind;
    bool isEncrypted;
    int port; ///< when none is written; -1: one has to be
};

constexpr Scheme schemes[] = {
    {"tcp"_L1, Address::Kind::Tcp, false, -1},
    {"udp"_L1, Address::Kind::Udp, false, -1},
    {"loki+http"_L1, Address::Kind::Loki, false, 3100},
    {"loki+https"_L1, Address::Kind::Loki, true, 443},
};

constexpr auto separator = "://"_L1;

const Scheme* schemeOf(const QString& word) {
    const auto named = std::ranges::find_if(schemes, [&](const Scheme& scheme) {
        return word.startsWith(scheme.name, Qt::CaseInsensitive) &&
               QStringView(word).sliced(scheme.name.size()).startsWith(separator);
    });
    return named == std::end(schemes) ? nullptr : named;
}

bool isLoopback(const QString& host) {
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

Error malformed(Address::Kind kind) {
    return {
        kind == Address::Kind::Loki
            ? sourceSentence(QT_TRANSLATE_NOOP(
                  "Source", "Write the address of a Loki as loki+http://host:3100/?query={app=\"api\"}."))
            : sourceSentence(QT_TRANSLATE_NOOP(
                  "Source", "Write an address to listen at as tcp://127.0.0.1:5140 or udp://[::1]:5140."))};
}

QString decoded(QStringView text) {
    return QUrl::fromPercentEncoding(text.toUtf8());
}

/// `query=…&since=…`. LogQL is full of characters that an address would have to escape; only & needs to be.
std::optional<Error> takeParameters(const QString& text, Address& address) {
    for (const QString& parameter : text.split(u'&', Qt::SkipEmptyParts)) {
        const QString name = parameter.section(u'=', 0, 0);
        const QString value = decoded(parameter.section(u'=', 1));
        if (name == "query"_L1)
            address.query = value.trimmed();
        else if (name == "since"_L1 && timeSpan(value))
            address.since = timeSpan(value);
        else if (name == "since"_L1)
            return Error{sourceSentence(
                QT_TRANSLATE_NOOP("Source", "The address's “since” is a span such as 15m, 2h or 1d."))};
        else
            return Error{sourceSentence(QT_TRANSLATE_NOOP(
                "Source", "The address of a Loki takes “query” and “since”; an & in the query is written "
                          "%26."))};
    }
    if (address.query.isEmpty())
        return Error{sourceSentence(QT_TRANSLATE_NOOP(
            "Source", "The address says no query: add ?query={app=\"api\"}, with labels of your own."))};
    return std::nullopt;
}

/// Anybody in the network could send lines to a port that is open to it, and read on the way what is sent.
std::optional<Error> checkListener(const Address& address) {
    if (isLoopback(address.host))
        return std::nullopt;
    return Error{
        sourceSentence(QT_TRANSLATE_NOOP("Source",
                                         "%1 is not listened at: only programs on this computer may send, "
                                         "to 127.0.0.1 or [::1], as syslog does not tell who sends."))
            .arg(address.place())};
}

/// Where a word's user and password stand: behind the scheme, up to the last @ before a query. Both ends are
/// 0 when there are none.
std::pair<qsizetype, qsizetype> userInfo(const QString& word) {
    const qsizetype begin = word.indexOf(separator) + separator.size();
    const qsizetype question = word.indexOf(u'?', begin);
    const qsizetype end = word.lastIndexOf(u'@', question < 0 ? -1 : question - word.size());
    return end > begin ? std::pair(begin, end) : std::pair(qsizetype(0), qsizetype(0));
}

} // namespace

bool Address::isHere() const {
    return isLoopback(host);
}

QString Address::place() const {
    const auto scheme = std::ranges::find_if(
        schemes, [this](const Scheme& each) { return each.kind == kind && each.isEncrypted == isEncrypted; });
    const QString shown = shownName(host);
    return scheme->name + separator + (shown.contains(u':') ? u'[' + shown + u']' : shown) + u':' +
           QString::number(port);
}

QString Address::name() const {
    return query.isEmpty() ? place() : place() + u' ' + shownName(query);
}

bool isAddress(const QString& word) {
    return schemeOf(word) != nullptr;
}

Result<Address> readAddress(const QString& text) {
    const Scheme* const scheme = schemeOf(text);
    if (!scheme)
        return Error{sourceSentence(QT_TRANSLATE_NOOP(
            "Source", "An address begins with tcp://, udp://, loki+http:// or loki+https://."))};
    const QUrl url(text.section(u'?', 0, 0), QUrl::StrictMode);
    const int port = url.port(scheme->port);
    Address address{.kind = scheme->kind,
                    .host = url.host(),
                    .port = static_cast<std::uint16_t>(port),
                    .isEncrypted = scheme->isEncrypted,
                    .folder = url.path(QUrl::FullyEncoded),
                    .query = {},
                    .since = {}};
    while (address.folder.endsWith(u'/'))
        address.folder.chop(1);
    const bool isListener = address.kind != Address::Kind::Loki;
    const bool hasRest = !address.folder.isEmpty() || text.contains(u'?');
    if (!url.isValid() || address.host.isEmpty() || port < 1 || !url.userInfo().isEmpty() ||
        url.hasFragment() || (isListener && hasRest))
        return malformed(address.kind);
    const auto wrong = isListener ? checkListener(address) : takeParameters(text.section(u'?', 1), address);
    return wrong ? Result<Address>(*wrong) : Result<Address>(std::move(address));
}

SourceSpec addressSource(const QString& word, SourceSpec pattern) {
    const auto [begin, end] = userInfo(word);
    pattern.kind = SourceSpec::Kind::Address;
    pattern.address = word;
    if (end > 0) {
        pattern.credentials = word.sliced(begin, end - begin);
        pattern.address.remove(begin, end + 1 - begin);
    }
    return pattern;
}

QString addressName(const QString& address) {
    const auto read = readAddress(address);
    return read ? read.value().name() : shownName(address.section(separator, 0, 0) + separator) + u'…';
}

} // namespace derouter
