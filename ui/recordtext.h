// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

/// A log's record as people read it. What is given is without secrets already, and so is what comes out.
namespace derouter::recordtext {

/// The record with each member of its objects and lists on a line of its own: JSON, a Python repr or Node's
/// dump, wherever in the record it stands, and JSON inside of strings, up to four deep. Nothing is left out
/// but blanks; a structure that is cut is shown as far as it goes. The record as it is where it has none.
QString formatted(const QString& record);

struct Header {
    QString name;
    QString value;

    friend bool operator==(const Header&, const Header&) = default;
};

/// The headers of the answer that a record lists: members of what is called headers and is not a request's,
/// lists of names and values as HAR has them, and the lines of a transcript behind the status line of its
/// last answer. Empty where it lists none.
QList<Header> responseHeaders(const QString& record);

} // namespace derouter::recordtext
