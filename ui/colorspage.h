// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme.h"

#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace derouter {

/// The colours of the codes, each to be changed and to be had as it was.
class ColorsPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ColorsPage)

public:
    explicit ColorsPage(QWidget* parent = nullptr);

    void show(const theme::CodeColors& chosen);
    const theme::CodeColors& chosen() const { return m_chosen; }

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        QLabel* marker;
        QPushButton* change;
        QPushButton* standard;
    };

    Row makeRow(int group);
    QColor colorOf(int group) const;
    void choose(int group);
    void showRows();

    theme::CodeColors m_chosen;
    std::vector<Row> m_rows; ///< by group of codes
    QLabel* m_note;
};

} // namespace derouter
