// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace derouter {

/// The text of a log for people to read: UTF-8, and what is none as the Windows-1252 (with Latin-1 in it)
/// that older programs write. A character that the text's end cuts, and a byte that is nothing there either,
/// become U+FFFD.
QString decodedText(std::string_view bytes);

} // namespace derouter
