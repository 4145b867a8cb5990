// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sourcespec.h"

#include <QStringList>

#include <vector>

namespace derouter {

/// The sources that the words of a command line name, each read as `pattern` says: files, folders, patterns
/// of names, addresses, and "-" for standard input. A log and its rotated files are one source. Where
/// `pattern` follows, folders and patterns of names are watched and so are sources themselves; else they
/// stand for the files that are there now. What is not there stays as it is: its source says so.
std::vector<SourceSpec> sourcesFor(const QStringList& words, const SourceSpec& pattern);

/// With the files that are there now in the place of each folder. A log that is named already is left out.
std::vector<SourceSpec> withoutFolders(std::vector<SourceSpec> sources);

} // namespace derouter
