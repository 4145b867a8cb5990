// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errorevent.h"

#include <QString>

#include <string_view>

namespace derouter {

/// "529", "in stream" or "no response"; digits never follow the locale.
QString codeText(FailureCode code);

/// What the guide calls the code: "Upstream overloaded".
QString codeMeaning(FailureCode code);

/// A text from a log for one line of the screen: control and direction characters become visible marks, and
/// what is longer than a cell can show is cut.
QString oneLine(std::string_view utf8);

/// The same without its secrets, for cells that can be copied or read aloud.
QString redactedLine(std::string_view utf8);

/// As `oneLine()` for several lines: line breaks and tabs stay.
QString inert(const QString& text);

/// For a menu or a button, which take an ampersand for the mark of a key.
QString labelText(QString text);
/// The beginning of a text that is longer than that, and an ellipsis.
QString shortened(const QString& text, qsizetype longest);

/// Plain text for a tooltip, which would otherwise take markup for markup.
QString tooltip(const QString& plain);

} // namespace derouter
