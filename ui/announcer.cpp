// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "announcer.h"

#include "core/prose.h"
#include "guide/errorguide.h"
#include "logtext.h"

#include <QAccessibleWidget>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr auto name = "announcement"_L1;

/// What is announced, for no eyes.
class Announcement final : public QWidget {
public:
    explicit Announcement(QWidget* window)
        : QWidget(window) {
        setObjectName(name);
        setFixedSize(1, 1);
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_NoSystemBackground);
        lower();
        show();
    }
};

QAccessibleInterface* makeAlert(const QString&, QObject* object) {
    auto* const announcement = dynamic_cast<Announcement*>(object);
    return announcement ? new QAccessibleWidget(announcement, QAccessible::AlertMessage) : nullptr;
}

} // namespace

void announce(QWidget& of, const QString& sentence) {
    [[maybe_unused]] static const bool isInstalled = (QAccessible::installFactory(makeAlert), true);
    QWidget* const window = of.window();
    auto* said = window->findChild<QWidget*>(name, Qt::FindDirectChildrenOnly);
    if (!said)
        said = new Announcement(window);
    said->setAccessibleName(sentence);
    // Over AT-SPI an alert that appears is read, on Windows an event of its own; Qt 6.4 sends none for both.
    for (const auto what : {QAccessible::ObjectShow, QAccessible::Alert}) {
        QAccessibleEvent event(said, what);
        QAccessible::updateAccessibility(&event);
    }
}

FailureAnnouncer::FailureAnnouncer(const Monitor& monitor, QWidget& window)
    : QObject(&window)
    , m_monitor(monitor)
    , m_window(window) {
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &FailureAnnouncer::say);
    connect(&monitor, &Monitor::eventsAdded, this, &FailureAnnouncer::note);
    connect(&monitor, &Monitor::eventsReset, this, [this] { m_count = 0; }); // rows have other numbers
}

/// What a log held before it was read to its end is no news.
void FailureAnnouncer::note(qsizetype first, qsizetype count) {
    const EventStore& store = m_monitor.events();
    for (qsizetype row = first; row < first + count; ++row) {
        const SourceInfo* const source = m_monitor.source(store.source(static_cast<EventStore::Row>(row)));
        if (!source || !source->isLive() || !source->isCaughtUp)
            continue;
        ++m_count;
        m_last = static_cast<EventStore::Row>(row);
    }
    if (m_count > 0 && !m_wait.isActive())
        m_wait.start(soon);
}

void FailureAnnouncer::say() {
    const EventStore& store = m_monitor.events();
    if (m_count == 0 || !store.isKept(m_last))
        return;
    const guide::Cause& cause = store.cause(m_last);
    announce(m_window,
             joinedSentences({tr("%n new failure(s).", nullptr, m_count),
                              tr("The last: %1, %2.", "a code and a cause")
                                  .arg(codeText(store.code(m_last)), cause.name.translated()),
                              tr("Whose move: %1.").arg(guide::moveName(store.move(m_last)).translated()),
                              cause.retry.words.translated()}));
    m_count = 0;
    m_wait.start(pause);
}

} // namespace derouter
