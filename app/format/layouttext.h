// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "format/layoutdirectives.h"

#include <string>
#include <string_view>
#include <vector>

namespace derouter {

/// A log layout freed from the configuration around it.
struct LayoutText {
    LayoutSyntax syntax = LayoutSyntax::Apache;
    std::string format;
    bool json = false; ///< its lines are JSON objects, whose members it names
};

/// Finds the layouts in a piece of a configuration: nginx's `log_format`, also as ingress-nginx's
/// `log-format-upstream:`, Apache's `LogFormat` and `CustomLog`, HAProxy's `log-format`, Squid's `logformat`,
/// gunicorn's `access_log_format`, Envoy's `text_format:`, `inline_string:` and `json_format:`, Istio's
/// `accessLogFormat:`, a call of `morgan()`. Comments and other directives around them make no difference;
/// text without any of them is the layout itself. An error when a quotation mark is left open.
Result<std::vector<LayoutText>> layoutTexts(std::string_view configuration);

/// The members of a JSON layout whose values are what a variable gives.
MemberFields membersOf(const LayoutText& layout);

} // namespace derouter
