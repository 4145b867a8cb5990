// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/eventstore.h"

#include <QtGlobal>

#include <vector>

QT_BEGIN_NAMESPACE
class QByteArray;
class QImage;
QT_END_NAMESPACE

namespace derouter {

class EventModel;
class Monitor;
class RedactedText;

/// What goes from the table to the clipboard, always through the Redactor.
namespace clipboard {

/// Plain text, and nothing else.
void put(const RedactedText& text);

/// A picture, and nothing else.
void putPicture(const QImage& picture);
/// A drawing, as its text too.
void putSvg(const QByteArray& svg);

/// More rows than this are not copied at once.
inline constexpr std::size_t mostRows = 10'000;

/// The request-ids of these rows of the store, each once, one a line. Returns how many; the clipboard stays
/// as it is when there is none.
int copyRequestIds(const EventModel& model, const std::vector<EventStore::Row>& rows);

/// These rows of the store with a line of column names, separated by tabs; times with their offset. Returns
/// how many rows.
int copyRows(const EventModel& model, const std::vector<EventStore::Row>& rows);

/// The same as a table in Markdown.
int copyMarkdown(const EventModel& model, const std::vector<EventStore::Row>& rows);

/// These rows of the store as the JSON lines of a report.
int copyJson(const Monitor& monitor, const std::vector<EventStore::Row>& rows);

/// The log's records that reported these rows of the store, as they stand there but for secrets. Returns how
/// many are still available; the clipboard stays as it is when none is.
int copyRecords(const Monitor& monitor, const std::vector<EventStore::Row>& rows);

} // namespace clipboard

} // namespace derouter
