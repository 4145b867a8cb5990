// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sidebyside.h"

#include "dialogparts.h"
#include "guide/errorguide.h"
#include "theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace derouter {

namespace {

struct Side {
    int status;
    const char* type;
};
constexpr std::array<Side, 2> sides{Side{503, "api_error"}, Side{529, "overloaded_error"}};

} // namespace

SideBySide::SideBySide(QWidget* parent)
    : QWidget(parent) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(2);
    grid->addWidget(headingLabel(tr("503 and 529 are not the same")), 0, 0, 1, 2);
    for (int column = 0; column < 2; ++column) {
        const auto& [status, type] = sides[static_cast<std::size_t>(column)];
        const guide::Reading reading = guide::read(FailureCode::http(status), type, {});
        grid->setColumnStretch(column, 1);
        for (const QString& text : {QString::number(status), reading.typeRow->meaning.translated(),
                                    tr("Whose move: %1").arg(guide::moveName(reading.move).translated()),
                                    reading.typeRow->action.translated()}) {
            QLabel* const label = selectableLabel(text);
            m_columns[static_cast<std::size_t>(column)].push_back(label);
            grid->addWidget(label, static_cast<int>(m_columns[static_cast<std::size_t>(column)].size()),
                            column, Qt::AlignTop);
        }
    }
    restyle();
}

void SideBySide::show(int status) {
    m_status = status;
    setVisible(status == sides[0].status || status == sides[1].status);
    restyle();
}

void SideBySide::restyle() {
    for (std::size_t column = 0; column < sides.size(); ++column)
        for (QLabel* label : m_columns[column]) {
            const bool isIt = sides[column].status == m_status;
            QFont weight = font();
            weight.setWeight(isIt && label == m_columns[column].front() ? QFont::DemiBold : QFont::Normal);
            label->setFont(weight);
            theme::setTextColor(*label,
                                isIt ? palette().color(QPalette::WindowText) : theme::quietText(palette()));
        }
}

void SideBySide::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

} // namespace derouter
