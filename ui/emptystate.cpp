// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "emptystate.h"

#include "keytip.h"
#include "logtext.h"
#include "theme.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr qsizetype mostRecent = 5;

QString titleOf(EmptyState::Kind kind) {
    switch (kind) {
    case EmptyState::Kind::NothingOpen:
        return EmptyState::tr("Drop a log here");
    case EmptyState::Kind::Reading:
        return EmptyState::tr("Reading…");
    case EmptyState::Kind::NoFailures:
        return EmptyState::tr("No failures");
    case EmptyState::Kind::NotUnderstood:
        return EmptyState::tr("No request of DeRouter’s was recognised");
    case EmptyState::Kind::AllHidden:
        return EmptyState::tr("The filter hides every failure");
    case EmptyState::Kind::Failed:
        return EmptyState::tr("Nothing could be read");
    }
    return {};
}

} // namespace

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_main(new QPushButton(this))
    , m_format(new QPushButton(tr("Choose the Format…"), this))
    , m_explain(new QPushButton(tr("Explain an error…"), this))
    , m_sample(new QPushButton(tr("Try the sample log"), this))
    , m_recent(new QWidget(this))
    , m_recentList(new QVBoxLayout(m_recent)) {
    for (QLabel* label : {m_title, m_sentence}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    m_recentList->setContentsMargins(0, 8, 0, 0);
    m_recentList->setSpacing(0);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_main);
    buttons->addWidget(m_format);
    buttons->addWidget(m_explain);
    buttons->addWidget(m_sample);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(32, 16, 32, 16);
    column->setSpacing(12);
    column->addStretch(1);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addLayout(buttons);
    column->addWidget(m_recent, 0, Qt::AlignHCenter);
    column->addStretch(1);
    connect(m_main, &QPushButton::clicked, this, [this] {
        if (m_kind == Kind::AllHidden)
            Q_EMIT clearFilterRequested();
        else if (m_kind == Kind::NotUnderstood || m_kind == Kind::NoFailures)
            Q_EMIT rejectedLinesRequested();
        else
            Q_EMIT openRequested();
    });
    connect(m_format, &QPushButton::clicked, this, &EmptyState::formatRequested);
    KeyTip::of(*m_explain).setText(tr("Paste an error body, a log line or what curl -i printed"));
    connect(m_explain, &QPushButton::clicked, this, &EmptyState::explainRequested);
    connect(m_sample, &QPushButton::clicked, this, &EmptyState::sampleRequested);
    restyle();
    show(Kind::NothingOpen);
}

void EmptyState::show(Kind kind, const QString& sentence, bool hasRejected) {
    m_kind = kind;
    const bool nothing = kind == Kind::NothingOpen;
    m_title->setText(titleOf(kind));
    m_sentence->setText(nothing ? tr("Access logs, application logs and SDK output, plain or compressed. "
                                     "Nothing leaves this computer.")
                                : inert(sentence));
    m_main->setText(kind == Kind::AllHidden ? tr("Back to all") : tr("Open a log…"));
    const bool isEmpty = kind == Kind::NotUnderstood || kind == Kind::NoFailures;
    if (isEmpty)
        m_main->setText(tr("Show the Lines Not Understood…"));
    m_main->setVisible(nothing || kind == Kind::AllHidden || kind == Kind::Failed ||
                       (isEmpty && hasRejected));
    m_format->setVisible(kind == Kind::NotUnderstood);
    m_explain->setVisible(nothing);
    m_sample->setVisible(nothing);
    m_recent->setVisible(nothing && m_recentList->count() > 0);
    setAccessibleName(m_title->text());
    setAccessibleDescription(m_sentence->text());
    update();
}

void EmptyState::setRecentFiles(const QStringList& paths) {
    while (QLayoutItem* item = m_recentList->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString& path : paths.first(std::min(mostRecent, paths.size()))) {
        auto* link = new QPushButton(labelText(inert(QFileInfo(path).fileName())), m_recent);
        link->setFlat(true);
        link->setToolTip(tooltip(inert(path)));
        link->setAccessibleDescription(inert(path));
        link->setCursor(Qt::PointingHandCursor);
        connect(link, &QPushButton::clicked, this, [this, path] { Q_EMIT fileRequested(path); });
        m_recentList->addWidget(link);
    }
    m_recent->setVisible(m_kind == Kind::NothingOpen && !paths.isEmpty());
}

QString EmptyState::text() const {
    return m_title->text() + u'\n' + m_sentence->text();
}

void EmptyState::restyle() {
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    theme::setTextColor(*m_sentence, theme::quietText(palette()));
}

void EmptyState::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

/// The dashed frame says that something can be dropped here.
void EmptyState::paintEvent(QPaintEvent*) {
    if (m_kind != Kind::NothingOpen)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme::quietText(palette()), 1.5, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(24, 24, -24, -24), 12, 12);
}

} // namespace derouter
