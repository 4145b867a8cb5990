// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "attemptspart.h"

#include "codegroup.h"
#include "core/listed.h"
#include "dialogparts.h"
#include "theme.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

using Verdict = AuditedAttempt::Verdict;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(AttemptsPart)
};

constexpr std::size_t mostListed = 8; ///< the last ones

QString secondsText(Microseconds span) {
    const double seconds = static_cast<double>(span) / microsecondsPerSecond;
    // lupdate would take the class for the context of the first text behind it.
    return QCoreApplication::translate("AttemptsPart", "%1 s")
        .arg(QLocale().toString(seconds, 'f', seconds < 10 ? 1 : 0));
}

QString waitText(const AuditedAttempt& attempt) {
    const Microseconds doubt = *attempt.mostWait - *attempt.leastWait;
    return doubt < microsecondsPerSecond / 10
               ? Text::tr("then waited %1").arg(secondsText(*attempt.mostWait))
               : Text::tr("then waited at most %1").arg(secondsText(*attempt.mostWait));
}

QString adviceText(const AuditedAttempt& attempt) {
    if (attempt.asked)
        return Text::tr("the answer asked for %1").arg(secondsText(attempt.advisedFrom));
    const QLocale locale;
    return Text::tr("the guide advises %1–%2 s")
        .arg(locale.toString(static_cast<qlonglong>(attempt.advisedFrom / microsecondsPerSecond)),
             locale.toString(static_cast<qlonglong>(attempt.advisedTo / microsecondsPerSecond)));
}

QString attemptLine(const AuditedAttempt& attempt, const TimeDisplay& times, bool isChosen) {
    QStringList words;
    if (attempt.time)
        words << times.cell(*attempt.time);
    words << codegroups::label(codegroups::indexOf(attempt.code));
    if (attempt.mostWait)
        words << waitText(attempt);
    if (attempt.mostWait && attempt.advisedTo > 0)
        words << adviceText(attempt);
    if (attempt.verdict == Verdict::TooEarly)
        words << Text::tr("too early");
    const QString line =
        Text::tr("%1: %2", "number of an attempt and what is known of it")
            .arg(attempt.number == 0 ? u"–"_s : QString::number(attempt.number), listed(words));
    return (isChosen ? u"▸ "_s : u"   "_s) + line;
}

QString verdictText(const std::vector<AuditedAttempt>& attempts) {
    const auto count = [&attempts](Verdict verdict) {
        return static_cast<int>(std::ranges::count(attempts, verdict, &AuditedAttempt::verdict));
    };
    QStringList sentences;
    if (const int unfixed = count(Verdict::Unfixed); unfixed > 0)
        sentences << Text::tr("Tried again %n time(s) although only a change helps.", nullptr, unfixed);
    if (const int early = count(Verdict::TooEarly); early > 0)
        sentences << Text::tr("%n retry(ies) came sooner than advised.", nullptr, early);
    return sentences.join(u'\n');
}

} // namespace

/// From the first attempt to the last, or to the end of what was advised after it.
class AttemptsPart::Line final : public QWidget {
public:
    using QWidget::QWidget;

    void show(std::vector<AuditedAttempt> attempts, EventStore::Row chosen) {
        std::erase_if(attempts, [](const AuditedAttempt& each) { return !each.time; });
        std::ranges::stable_sort(attempts, {}, &AuditedAttempt::time);
        m_attempts = std::move(attempts);
        m_chosen = chosen;
        setVisible(m_attempts.size() > 1);
        update();
    }

    QSize sizeHint() const override { return {200, 2 * radius + 8}; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const int middle = height() / 2;
        painter.setPen(QPen(theme::quietText(palette()), 1));
        painter.drawLine(placeOf(*m_attempts.front().time), middle, placeOf(end()), middle);
        for (const AuditedAttempt& attempt : m_attempts)
            if (attempt.advisedTo > 0)
                paintAdvice(painter, attempt);
        for (const AuditedAttempt& attempt : m_attempts)
            paintAttempt(painter, attempt);
    }

private:
    static constexpr int radius = 6;

    Microseconds end() const {
        const AuditedAttempt& last = m_attempts.back();
        return *last.time + last.advisedTo;
    }

    int placeOf(Microseconds time) const {
        const Microseconds first = *m_attempts.front().time;
        const double span = static_cast<double>(std::max<Microseconds>(1, end() - first));
        const int room = width() - 2 * radius - 2;
        const int at = radius + 1 + static_cast<int>(room * (static_cast<double>(time - first) / span));
        return layoutDirection() == Qt::RightToLeft ? width() - at : at;
    }

    /// A bar where a retry was advised; from its left edge on it was not too early.
    void paintAdvice(QPainter& painter, const AuditedAttempt& attempt) {
        QColor color = palette().color(QPalette::Highlight);
        color.setAlphaF(0.35F);
        const int from = placeOf(*attempt.time + attempt.advisedFrom);
        const int to = placeOf(*attempt.time + attempt.advisedTo);
        painter.fillRect(QRect(std::min(from, to), height() / 2 - 3, std::max(2, std::abs(to - from)), 7),
                         color);
    }

    void paintAttempt(QPainter& painter, const AuditedAttempt& attempt) {
        const int group = codegroups::indexOf(attempt.code);
        const QRectF box(placeOf(*attempt.time) - radius + 1, height() / 2.0 - radius + 1, 2 * radius - 2,
                         2 * radius - 2);
        if (attempt.row == m_chosen)
            theme::paintMarker(painter, box.adjusted(-2, -2, 2, 2),
                               codegroups::all()[std::size_t(group)].move, palette().color(QPalette::Text));
        theme::paintMarker(painter, box, codegroups::all()[std::size_t(group)].move,
                           theme::groupColor(group, palette()));
    }

    std::vector<AuditedAttempt> m_attempts;
    EventStore::Row m_chosen = 0;
};

AttemptsPart::AttemptsPart(QWidget* parent)
    : QWidget(parent)
    , m_line(new Line(this))
    , m_verdict(selectableLabel({}, this))
    , m_list(selectableLabel({}, this)) {
    auto* heading = headingLabel(tr("Attempts of the call"), this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    for (QWidget* part : std::initializer_list<QWidget*>{heading, m_line, m_verdict, m_list})
        column->addWidget(part);
    restyle();
}

void AttemptsPart::show(const std::vector<AuditedAttempt>& attempts, EventStore::Row chosen,
                        const TimeDisplay& times) {
    setVisible(attempts.size() > 1);
    if (attempts.size() < 2)
        return;
    m_line->show(attempts, chosen);
    m_verdict->setText(verdictText(attempts));
    m_verdict->setVisible(!m_verdict->text().isEmpty());
    TimeDisplay shown = times;
    shown.setWithDate(false);
    QStringList lines;
    const std::size_t left = attempts.size() > mostListed ? attempts.size() - mostListed : 0;
    if (left > 0)
        lines << tr("%n earlier attempt(s)", nullptr, static_cast<int>(left));
    for (std::size_t at = left; at < attempts.size(); ++at)
        lines << attemptLine(attempts[at], shown, attempts[at].row == chosen);
    m_list->setText(lines.join(u'\n'));
    m_line->setAccessibleName(tr("Attempts of the call"));
    m_line->setAccessibleDescription(text());
}

QString AttemptsPart::text() const {
    return isHidden() ? QString() : m_verdict->text() + u'\n' + m_list->text();
}

void AttemptsPart::restyle() {
    theme::setTextColor(*m_verdict, theme::warningText(palette()));
}

void AttemptsPart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        restyle();
}

} // namespace derouter
