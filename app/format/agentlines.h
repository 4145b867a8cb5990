// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace derouter {

class RecordBuilder;

/// Reads a notice of an agent about a request of its own: Claude Code's `API Error: 529 {…}`, `API Error
/// (Connection error.) · Retrying in 1 seconds… (attempt 1/10)`, `API error (attempt 1/11): 529 529 {…}`;
/// Codex' `exceeded retry limit, last status: 429`, `Error while reading the server response: …`. Agents
/// speak to nothing but AI APIs, so that no address is asked for. True when the line is one.
bool mineAgentLine(std::string_view line, RecordBuilder& builder);

/// What Claude Code showed of an API error, as its transcript keeps it: the words of `API Error: …`, or
/// others such as `Credit balance is too low`. `record`: the whole JSON record.
void mineAgentRecord(std::string_view record, RecordBuilder& builder);

/// The model that said what such a record of an assistant holds; empty where none did.
std::string_view modelOfAgent(std::string_view record);

/// Whether a line, however indented, begins with the glyph of an agent's notice or is one.
bool beginsAgentNotice(std::string_view line);

} // namespace derouter
