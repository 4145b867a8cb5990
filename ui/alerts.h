// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerttray.h"
#include "alertwatch.h"
#include "notifier.h"
#include "preferences.h"

#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <vector>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace derouter {

class AlertBanner;
class FilterState;
class Workspace;

/// All that tells of alerts: the banner in the window, notices on the desktop while the window is not in
/// front, and the icon in the tray. Off until the preferences say otherwise.
class Alerts final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Alerts)

public:
    /// `window` is what a chosen notice brings to the front; all must outlive this.
    Alerts(Monitor& monitor, Workspace& workspace, FilterState& filter, QWidget& window);
    ~Alerts() override;

    void apply(const AlertPreferences& preferences);
    /// In the place of the desktop's own, which is asked for first.
    void setNotifier(std::unique_ptr<Notifier> notifier);
    AlertTray& tray() { return m_tray; }
    /// Whether the program goes on without its window: the user wants so, and the icon brings it back.
    bool goesOnInTray() const { return m_preferences.on && m_preferences.inTray && m_tray.isShown(); }
    /// Goes on where those of a window that is to go stand: with what is told, snoozed, not seen and marked.
    void takeOver(Alerts& former);

    AlertWatch& watch() { return m_watch; }
    /// How many began while the window was not in front.
    int unseen() const { return static_cast<int>(m_unseen.size()); }
    /// What the tray says: each alert with its count.
    QString summary() const;

Q_SIGNALS:
    /// By the icon's menu.
    void quitRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectParts();
    void showAlerts();
    void showBanner(const std::vector<Alert>& alerts);
    /// An alert's beginning or end, as it was told.
    struct Told {
        Alert alert;
        Microseconds time = 0; ///< its place on the chart
    };

    void markOnChart(const Told& told);
    Microseconds placeOf(const Alert& alert) const;
    void note(const Alert& alert);
    void choose(std::uint32_t alert);
    void showFailures(const Alert& alert);
    QString sourceName(const Alert& alert) const;
    Notice noticeOf(const Alert& alert) const;
    void raiseWindow();

    Monitor& m_monitor;
    Workspace& m_workspace;
    FilterState& m_filter;
    QWidget& m_window;
    AlertBanner& m_banner;
    AlertWatch m_watch;
    AlertTray m_tray;
    std::unique_ptr<Notifier> m_notifier;
    AlertPreferences m_preferences;
    std::set<std::uint32_t> m_unseen;
    std::optional<std::uint32_t> m_askedFor; ///< the banner shows this one while there is one
    std::deque<Told> m_told;                 ///< the latest ones
};

} // namespace derouter
