// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/sourcespec.h"
#include "filterstate.h"
#include "monitor/eventstore.h"
#include "theme.h"

#include <QMainWindow>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QMessageBox;
QT_END_NAMESPACE

namespace derouter {

class Actions;
class Alerts;
class ChartPicture;
class Monitor;
class ReportSaving;
class ReportScope;
struct Preferences;
struct RateChartData;
class SearchField;
class SettingsDialog;
class StatusLine;
class TimeDisplay;
class Workspace;

/// The window on a Monitor: menus, tool bar, the workspace and the status line.
///
/// Reads and keeps its look, place and columns in QSettings(): the application's names must be set before.
/// The Monitor must outlive it.
class MainWindow final : public QMainWindow {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    explicit MainWindow(Monitor& monitor, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens each path; one that is open already is not opened again. The logs of a folder are opened as they
    /// come.
    void openFiles(const QStringList& paths, bool follow);
    void openSpec(const SourceSpec& spec);
    /// Opens what a later start of the program asked for, and comes to the front.
    void takeOver(const std::vector<SourceSpec>& sources);
    void openSample();
    /// The text of the clipboard as a log.
    void openClipboard();
    void openText(const QByteArray& text);
    /// Asks for an error, or begins with this one, and explains it.
    void explainError(const QString& pasted);

    /// A window that shows what this one does, in the language that is spoken now. This one is to go.
    std::unique_ptr<MainWindow> successor();

    /// Goes on with the filters of the last run, and says so, and with the failure that was chosen: where its
    /// logs are open again.
    void resumeView();

    /// Shows a sentence in the status bar for a while; none when it is empty.
    void showNote(const QString& sentence);

    FilterState& filterState() { return m_filter; }
    Actions& actions() { return *m_actions; }
    Workspace& workspace() { return *m_workspace; }
    SearchField& searchField();
    StatusLine& statusLine() { return *m_status; }
    Alerts& alerts() { return *m_alerts; }

Q_SIGNALS:
    /// The user wants another language, which is kept. Not while a report is written.
    void languageChosen();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void buildToolBar();
    void connectCodes();
    void tieKeyTips();
    void connectFilters();
    Microseconds lastMoment() const;
    void saveFilters();
    void showOnly(const std::vector<FilterTerm>& terms);
    void compare();
    void fillSavedFilters();
    void connectActions();
    void connectLooks();
    void connectTextSize();
    void setTextSize(int percent);
    void connectMarks();
    void toggleMarks(std::vector<EventStore::Row> rows);
    void tellMarked(std::size_t marked, std::size_t wanted);
    void writeNote(const std::vector<EventStore::Row>& rows);
    void goToMark(int step);
    void connectParts();
    void paste();
    QString clipboardText();
    void chooseFiles();
    void chooseFolder();
    void chooseCommand();
    void chooseAddress();
    void chooseFormat(SourceId id);
    void chooseZone(SourceId id);
    bool isOpen(SourceId id);
    void fillRecent();
    void copyRequestIds();
    using Copying = std::function<int(const std::vector<EventStore::Row>&)>; ///< says how many of the rows
    void copyChosen(const Copying& copying);
    void copyRecords();
    void quit();
    void makeTicket();
    void connectExports();
    void saveReport(bool onEverything);
    void saveSlice();
    void writeSlice(const QString& path);
    void beginSaving(ReportSaving* saving);
    void endSaving(const Result<Done>& result);
    void askBeforeClosing();
    enum class ChartForm { Png, Svg, Figures };
    ChartPicture pictureOf(const RateChartData& shown) const;
    void copyChart(ChartForm form);
    void saveChart();
    std::optional<RateChartData> shownChart();
    std::vector<EventStore::Row> shownRows() const;
    QString filterSentence(const TimeDisplay& times) const;
    ReportScope reportScope(bool onEverything) const;
    bool isFiltered() const;
    void tellSaved(const Result<Done>& saved, const QString& sentence);
    void stepBack();
    void toggleFollow();
    void rememberFollow(SourceId id);
    void showFollow();
    void setUtc(bool on);
    void showState();
    void showShortcuts();
    void showAbout();
    SettingsDialog* openSettings();
    void showLook(theme::Scheme scheme);
    void apply(const Preferences& chosen);
    void save() const;
    void restore();
    void keepChosen() const;
    void chooseAgain();

    static constexpr int messageTime = 3000; ///< milliseconds

    Monitor& m_monitor;
    FilterState m_filter;
    Actions* m_actions;
    Workspace* m_workspace;
    StatusLine* m_status;
    std::unique_ptr<Alerts> m_alerts;
    ReportSaving* m_saving = nullptr; ///< while a report is written
    bool m_quitting = false;
    int m_textSize = 100;            ///< percent of the system's
    QPointer<QMessageBox> m_closing; ///< asks whether to close all the same
};

} // namespace derouter
