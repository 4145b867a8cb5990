// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace derouter {

/// The one API key that a text names, so that it is of no use: "sk-ant-…x7Qf". A key that the log masks keeps
/// the characters which the log shows; of a whole one the last four are left. Empty where the text names
/// none, or several, or one of which the log shows too much for a mask and too little for a key.
std::string maskedKey(std::string_view text);

} // namespace derouter
