// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace derouter {

/// What a pasted text says, for people: code, cause, whose move, what to do and the request-id. Redacted;
/// empty when no error is recognised in it.
QString explanation(const QByteArray& pasted);

} // namespace derouter
