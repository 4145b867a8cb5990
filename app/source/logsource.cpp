// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/filesource.h"
#include "source/pipesource.h"

namespace derouter {

std::unique_ptr<LogSource> makeSource(const SourceSpec& spec) {
    switch (spec.kind) {
    case SourceSpec::Kind::File:
        return std::make_unique<FileSource>(spec);
    case SourceSpec::Kind::StandardInput:
        return std::make_unique<PipeSource>();
    }
    return nullptr;
}

} // namespace derouter
