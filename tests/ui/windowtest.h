// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions.h"
#include "logfixture.h"
#include "mainwindow.h"
#include "workspace.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QSettings>

#include <memory>

namespace derouter {

inline constexpr int patience = 20'000; ///< milliseconds; machines that test are slow

/// The sheet of shortcuts: "Ctrl+O – Open", a line each.
inline QString shortcutText(const Actions& actions) {
    QStringList lines;
    for (const auto& [keys, text] : actions.shortcutLines())
        lines << keys + u" – "_s + text;
    return lines.join(u'\n');
}

/// The window on the real engine, with settings and a folder of its own; what tests of the window derive
/// from.
class WindowTest : public QObject {
protected:
    /// For initTestCase(): the settings of the tester stay as they are.
    void nameProgram(const QString& test) {
        QCoreApplication::setOrganizationName(u"derouter-test"_s);
        QCoreApplication::setApplicationName(test);
        QSettings::setDefaultFormat(QSettings::IniFormat);
    }

    /// For init(): all but the window.
    void prepare() {
        m_settings = std::make_unique<QTemporaryDir>();
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings->path());
        m_folder = std::make_unique<LogFolder>();
        m_monitor = std::make_unique<Monitor>();
        QApplication::clipboard()->clear();
    }

    /// For init().
    void openWindow() {
        prepare();
        showWindow();
    }

    /// A window on what is open, such as after the next start.
    void showWindow() {
        m_window = std::make_unique<MainWindow>(*m_monitor);
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    /// For cleanup().
    void closeWindow() {
        m_window.reset();
        m_monitor.reset();
        m_folder.reset();
    }

    Workspace& space() { return m_window->workspace(); }
    EventModel& model() { return space().model(); }

    /// Opens the requests as a log and waits until the window shows them.
    void openLog(const QList<Logged>& requests) {
        m_window->openFiles({m_folder->write(u"app.log"_s, requests)}, false);
        QTRY_VERIFY_WITH_TIMEOUT(!m_monitor->events().isEmpty() && !m_monitor->isBusy(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!space().isEmptyStateShown(), patience);
    }

    void activateWindow() {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    template <typename Dialog> Dialog* dialog() const { return m_window->findChild<Dialog*>(); }

    /// The button with these words, in a dialog or in the window; null without it.
    static QPushButton* button(const QWidget* within, const QString& words) {
        for (QPushButton* each : within->findChildren<QPushButton*>())
            if (each->text().remove(u'&') == words)
                return each;
        return nullptr;
    }

    /// The visible labels, one a line.
    static QString spoken(const QWidget* within) {
        QStringList texts;
        for (const QLabel* label : within->findChildren<QLabel*>())
            if (label->isVisible() && !label->text().isEmpty())
                texts << label->text();
        return texts.join(u'\n');
    }

    std::unique_ptr<QTemporaryDir> m_settings;
    std::unique_ptr<LogFolder> m_folder;
    std::unique_ptr<Monitor> m_monitor;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace derouter
