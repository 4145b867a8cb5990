// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace derouter {

/// How PowerShell shows that Invoke-RestMethod or Invoke-WebRequest failed, by itself or in a transcript. The
/// cmdlet's name and a colon begin it. Windows PowerShell tells the place below the message, `At line:1
/// char:1`, version 7 above it, behind a margin:
///
///     Invoke-RestMethod: C:\ask.ps1:7
///     Line |
///        7 |  $r = Invoke-RestMethod -Uri $uri -Body $body
///          |       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
///          | {"type":"error",…}

/// Whether a line goes on with such a record.
bool goesOnCmdletError(std::string_view record, std::string_view line);

struct CmdletError {
    std::string line;         ///< the name, the message, and where that is no answer's body the address
    std::string_view address; ///< in the code that failed; else empty
};

/// Such a record in one line. Nothing where it is none.
std::optional<CmdletError> cmdletErrorIn(std::string_view record);

} // namespace derouter
