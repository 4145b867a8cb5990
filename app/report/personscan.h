// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/hiddenspan.h"

#include <QStringView>

namespace derouter {

/// What tells of a person or a machine without being a secret: addresses of the network but those of this
/// computer itself, the owners of home folders, and the values of `user` and its kin. By rising begin.
HiddenSpans personSpans(QStringView text);

} // namespace derouter
