// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "format/layoutdirectives.h"

#include <string>
#include <string_view>

namespace derouter {

/// A log layout freed from the configuration around it.
struct LayoutText {
    LayoutSyntax syntax = LayoutSyntax::Apache;
    std::string format;
};

/// Finds the layout in a line of configuration: nginx's `log_format`, Apache's `LogFormat`, HAProxy's
/// `log-format`, Squid's `logformat`, gunicorn's `access_log_format`, Envoy's `text_format:`, a call of
/// `morgan()`; text that is none of them is the layout itself. An error when a quotation mark is left open.
Result<LayoutText> layoutText(std::string_view configuration);

} // namespace derouter
