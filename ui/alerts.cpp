// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts.h"

#include "alertbanner.h"
#include "alerttexts.h"
#include "chartpanel.h"
#include "core/shownnumber.h"
#include "filterstate.h"
#include "headline.h"
#include "logtext.h"
#include "report/redactor.h"
#include "workspace.h"
#ifdef DEROUTER_DBUS
#include "busnotifier.h"
#endif

#include <QEvent>
#include <QWidget>

#include <algorithm>
#include <ranges>
#include <utility>

namespace derouter {

Alerts::Alerts(Monitor& monitor, Workspace& workspace, FilterState& filter, QWidget& window)
    : m_monitor(monitor)
    , m_workspace(workspace)
    , m_filter(filter)
    , m_window(window)
    , m_banner(*workspace.alertBanner())
    , m_watch(monitor) {
    connectParts();
    window.installEventFilter(this);
}

Alerts::~Alerts() = default;

void Alerts::connectParts() {
    connect(&m_watch, &AlertWatch::changed, this, &Alerts::showAlerts);
    connect(&m_watch, &AlertWatch::noticed, this, &Alerts::note);
    connect(&m_banner, &AlertBanner::showRequested, this, &Alerts::showFailures);
    connect(&m_banner, &AlertBanner::askedFor, this, [this](std::uint32_t alert) {
        m_askedFor = alert;
        showAlerts();
    });
    connect(&m_banner, &AlertBanner::snoozed, &m_watch, &AlertWatch::snooze);
    connect(&m_banner, &AlertBanner::dismissed, &m_watch, &AlertWatch::dismiss);
    connect(&m_tray, &AlertTray::windowRequested, this, &Alerts::raiseWindow);
    connect(&m_tray, &AlertTray::quitRequested, this, &Alerts::quitRequested);
    connect(&m_tray, &Notifier::chosen, this, &Alerts::choose);
}

void Alerts::apply(const AlertPreferences& preferences) {
    m_preferences = preferences;
    if (preferences.on)
        m_watch.start({.failuresPerMinute = preferences.failuresPerMinute,
                       .silence = preferences.silentMinutes * microsecondsPerMinute,
                       .repeats = preferences.repeats});
    else
        m_watch.stop();
    const bool onDesktop = preferences.on && preferences.desktop;
#ifdef DEROUTER_DBUS
    if (onDesktop && !m_notifier)
        setNotifier(std::make_unique<BusNotifier>());
#endif
    m_tray.setWanted(onDesktop || (preferences.on && preferences.inTray));
    showAlerts();
}

/// What it refuses the tray may still show.
void Alerts::setNotifier(std::unique_ptr<Notifier> notifier) {
    m_notifier = std::move(notifier);
    connect(m_notifier.get(), &Notifier::chosen, this, &Alerts::choose);
    connect(m_notifier.get(), &Notifier::refused, &m_tray, &AlertTray::show);
}

void Alerts::showAlerts() {
    const std::vector<Alert> alerts = m_watch.shown();
    std::erase_if(m_unseen, [&](std::uint32_t id) { return !std::ranges::count(alerts, id, &Alert::id); });
    if (alerts.empty())
        m_banner.clear();
    else
        showBanner(alerts);
    if (m_tray.isShown())
        m_tray.tell(unseen(), summary());
}

/// The most pressing one, or the one that was asked for.
void Alerts::showBanner(const std::vector<Alert>& alerts) {
    const auto sentence = [this](const Alert& alert) {
        return alerttexts::sentence(alert, redactedLine(sourceName(alert).toStdString()),
                                    m_workspace.timeDisplay());
    };
    const auto asked =
        std::ranges::find_if(alerts, [this](const Alert& alert) { return m_askedFor == alert.id; });
    const Alert& shown = asked == alerts.end() ? alerts.front() : *asked;
    std::vector<AlertBanner::Further> further;
    for (const Alert& alert : alerts)
        if (alert.id != shown.id)
            further.push_back({alert.id, sentence(alert)});
    m_banner.show(shown, sentence(shown), further);
}

QString Alerts::summary() const {
    constexpr std::size_t mostLines = 5;
    const std::vector<Alert> alerts = m_watch.shown();
    QStringList lines{tr("DeRouter Error Monitor")};
    for (const Alert& alert : alerts | std::views::take(mostLines))
        lines << tr("%1 · %2", "alert and count").arg(alerttexts::title(alert), alerttexts::facts(alert));
    if (alerts.size() > mostLines)
        lines << tr("and %n more", nullptr, static_cast<int>(alerts.size() - mostLines));
    return lines.join(u'\n');
}

/// By the log, whose times the chart shows; of what has none by the clock.
Microseconds Alerts::placeOf(const Alert& alert) const {
    const Microseconds now = m_workspace.headline()->clock().wall();
    if (alert.state == Alert::State::Recovered)
        return alert.recovered.value_or(now);
    return alert.since ? *alert.since + alert.lasted : now;
}

void Alerts::markOnChart(const Told& told) {
    if (m_told.size() == ChartPanel::mostAlertMarks)
        m_told.pop_front();
    m_told.push_back(told);
    const Alert& alert = told.alert;
    m_workspace.chartPanel()->addAlertMark(
        {told.time, ChartMark::Kind::Alert,
         tr("Alert: %1, %2.", "title, facts").arg(alerttexts::title(alert), alerttexts::facts(alert))});
}

void Alerts::takeOver(Alerts& former) {
    for (const Told& told : std::exchange(former.m_told, {}))
        markOnChart(told);
    m_unseen = std::move(former.m_unseen);
    if (former.m_notifier)
        setNotifier(std::move(former.m_notifier));
    m_watch.takeOver(former.m_watch);
}

/// Who looks at the window sees the banner.
void Alerts::note(const Alert& alert) {
    markOnChart({alert, placeOf(alert)});
    if (m_window.isActiveWindow())
        return;
    if (alert.state != Alert::State::Recovered)
        m_unseen.insert(alert.id);
    if (!m_preferences.desktop)
        return;
    Notifier& notifier = m_notifier ? *m_notifier : m_tray;
    notifier.show(noticeOf(alert));
}

QString Alerts::sourceName(const Alert& alert) const {
    const SourceInfo* const source = alert.oneSource ? m_monitor.source(alert.source) : nullptr;
    return source ? oneLine(source->name.toStdString()) : QString();
}

/// A name in which there is a secret is left out.
Notice Alerts::noticeOf(const Alert& alert) const {
    QStringList lines{alerttexts::facts(alert), alerttexts::advice(alert)};
    lines.removeAll(QString());
    Notice notice{.alert = alert.id,
                  .title = Redactor::ownWords(alerttexts::title(alert)),
                  .body = Redactor::ownWords(lines.join(u'\n'))};
    const RedactedText name = Redactor({.persons = true}).redact(sourceName(alert));
    if (!name.isEmpty() && name.replaced() == 0)
        notice.body += Redactor::ownWords(QStringLiteral("\n")) + name;
    return notice;
}

void Alerts::choose(std::uint32_t alert) {
    raiseWindow();
    const std::vector<Alert> alerts = m_watch.shown();
    if (const auto shown = std::ranges::find(alerts, alert, &Alert::id); shown != alerts.end())
        showFailures(*shown);
}

/// By cause and time, and by source where it is about one.
void Alerts::showFailures(const Alert& alert) {
    const SourceInfo* const source = alert.oneSource ? m_monitor.source(alert.source) : nullptr;
    if (alert.rule == Alert::Rule::Silence)
        return;
    m_filter.edit([&](ViewState& view) {
        view = {.calls = view.calls};
        if (alert.cause)
            view.add({.field = FilterField::Cause, .value = QString::fromUtf8(alert.cause->id)});
        if (source)
            view.add({.field = FilterField::Source, .value = source->name});
        if (alert.since)
            view.setRange({floorDivide(*alert.since, microsecondsPerSecond) * microsecondsPerSecond, {}});
    });
}

void Alerts::raiseWindow() {
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

bool Alerts::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::WindowActivate && !m_unseen.empty()) {
        m_unseen.clear();
        showAlerts();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace derouter
