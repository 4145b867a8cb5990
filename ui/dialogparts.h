// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QFont;
class QHeaderView;
class QLabel;
class QLineEdit;
class QPushButton;
class QWidget;
QT_END_NAMESPACE

namespace derouter {

/// A text that goes over several lines where it has to, and is taken as it stands: `<` begins no markup.
QLabel* plainLabel(const QString& text = {}, QWidget* parent = nullptr);
/// The same where there is something to be copied from it.
QLabel* selectableLabel(const QString& text = {}, QWidget* parent = nullptr);

/// The same, bold: what stands below it is about this.
QLabel* headingLabel(const QString& text, QWidget* parent = nullptr);

/// What a label or a command is called: without the mark of its key, a colon and dots behind it.
QString plainName(QString text);

/// A button at the end of a dialog's row. For rows that a QDialogButtonBox would not do for: with three
/// buttons and more it leaves some out of the tab order (Qt 6.4).
QPushButton* addButton(QBoxLayout& row, const QString& text);

/// Makes the columns wider or narrower as the letters of this font are than those of `letter` pixels on
/// average that they were made for; `letter` is theirs then.
void fitColumns(QHeaderView& header, const QFont& font, double& letter);

/// The cross that empties a field, with a name, which Qt's own lacks (6.4).
void addClearButton(QLineEdit& field);

} // namespace derouter
