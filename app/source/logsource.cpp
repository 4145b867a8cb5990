// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/address.h"
#include "source/archivesource.h"
#include "source/commandsource.h"
#include "source/filesource.h"
#include "source/lokisource.h"
#include "source/pipesource.h"
#include "source/tcpsource.h"
#include "source/textsource.h"
#include "source/udpsource.h"

#ifdef Q_OS_UNIX
#include <QFile>

#include <sys/stat.h>
#endif

namespace derouter {

namespace {

/// Standard input, or a file that is a named pipe.
bool isPipe(const SourceSpec& spec) {
#ifdef Q_OS_UNIX
    struct stat found = {};
    if (spec.kind == SourceSpec::Kind::File)
        return stat(QFile::encodeName(spec.path).constData(), &found) == 0 && S_ISFIFO(found.st_mode);
#endif
    return spec.kind == SourceSpec::Kind::StandardInput;
}

/// Also for an address that is none: opening it tells why.
std::unique_ptr<LogSource> sourceAt(const SourceSpec& spec, const TimeRange& range) {
    const auto address = readAddress(spec.address);
    switch (address ? address.value().kind : Address::Kind::Loki) {
    case Address::Kind::Tcp:
        return std::make_unique<TcpSource>(spec);
    case Address::Kind::Udp:
        return std::make_unique<UdpSource>(spec);
    case Address::Kind::Loki:
        break;
    }
    return std::make_unique<LokiSource>(spec, range);
}

} // namespace

std::unique_ptr<LogSource> makeSource(const SourceSpec& spec, const TimeRange& range) {
    if (isPipe(spec))
        return std::make_unique<PipeSource>(spec);
    switch (spec.kind) {
    case SourceSpec::Kind::File:
        if (spec.older.isEmpty() && ArchiveSource::isFor(spec.path))
            return std::make_unique<ArchiveSource>(spec);
        return std::make_unique<FileSource>(spec);
    case SourceSpec::Kind::Command:
        return std::make_unique<CommandSource>(spec);
    case SourceSpec::Kind::Text:
        return std::make_unique<TextSource>(spec.text);
    case SourceSpec::Kind::Address:
        return sourceAt(spec, range);
    case SourceSpec::Kind::StandardInput: // see above
    case SourceSpec::Kind::Folder:        // is no bytes, but sources of its own
        break;
    }
    return nullptr;
}

bool canReadAgain(const SourceSpec& spec) {
    if (spec.kind == SourceSpec::Kind::Address) {
        const auto address = readAddress(spec.address);
        return !address || address.value().kind == Address::Kind::Loki;
    }
    return !isPipe(spec);
}

bool mayPause(const SourceSpec& spec) {
    return spec.kind == SourceSpec::Kind::Command || spec.kind == SourceSpec::Kind::Address || isPipe(spec);
}

} // namespace derouter
