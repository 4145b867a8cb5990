// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/eventfilter.h"
#include "monitor/eventstore.h"
#include "timedisplay.h"

#include <QScrollArea>
#include <QTimer>

#include <map>
#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QGridLayout;
class QLabel;
class QMenu;
class QPlainTextEdit;
class QPushButton;
QT_END_NAMESPACE

namespace derouter {

class AttemptsPart;
class ContextLines;
class LimitPart;
class MarkPart;
class Monitor;
class OverviewPart;
class SideBySide;
class SpendingPart;
struct ErrorEvent;

namespace guide {
struct Cause;
struct Text;
} // namespace guide

/// One failure explained: what it is, whose move, what to do, on what evidence, its request-id, and its raw
/// record without secrets; or all that are shown, while none is chosen.
class DetailPane final : public QScrollArea {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailPane)

public:
    explicit DetailPane(const Monitor& monitor, QWidget* parent = nullptr);

    void show(std::optional<EventStore::Row> row);
    void setTimeDisplay(const TimeDisplay& display);
    /// Two columns, for a pane that is wide and low.
    void setWide(bool on);

    QString requestId() const;
    QPushButton* copyButton() const { return m_copy; }
    QPushButton* ticketButton() const { return m_ticket; }
    /// Of what the failure can be filtered by; filled by whoever listens to its aboutToShow().
    QMenu* filterMenu() const { return m_filterMenu; }
    /// What is shown, to be copied one by one.
    QMenu* copyMenu() const { return m_copyMenu; }
    /// Whether the record is set out, or as it stands in the log.
    QPushButton* formattedButton() const { return m_formatted; }
    std::optional<EventStore::Row> row() const { return m_row; }
    /// In the place of a failure while none is chosen.
    OverviewPart* overview() const { return m_overview; }
    bool isOverviewShown() const;
    /// The label that shows this; null when none does.
    QLabel* valueLabel(FilterField field) const;
    /// The record as it stands in the log, without its secrets.
    QString rawText() const;
    ContextLines* contextLines() const { return m_context; }
    LimitPart* limitPart() const { return m_limit; }
    SpendingPart* spendingPart() const { return m_spending; }
    MarkPart* markPart() const { return m_mark; }
    /// Everything the pane says, for tests and screen readers.
    QString spokenText() const;

    /// So wide that nothing is cut off.
    int neededWidth() const;

Q_SIGNALS:
    void copyRequestIdRequested();
    /// One value without secrets, and what it is called.
    void copyRequested(const QString& name, const QString& text);
    void ticketRequested();
    /// The context menu of a value.
    void valueMenuRequested(derouter::FilterField field, QPoint at);

public Q_SLOTS:
    /// Lets the button say "Copied" for a moment.
    void confirmCopied();

protected:
    void changeEvent(QEvent* event) override;

private:
    /// A heading with a word on whose words follow, and the text.
    struct Paragraph {
        QWidget* box;
        QLabel* heading;
        QLabel* origin;
        QLabel* body;
    };

    QWidget* buildHead();
    QWidget* buildIdRow();
    QWidget* buildFacts();
    QWidget* buildRaw();
    Paragraph makeParagraph(const QString& heading);
    void set(const Paragraph& paragraph, const QString& body, const QString& origin = {});
    void set(const Paragraph& paragraph, const guide::Text& text);
    void refresh();
    void showHead(const ErrorEvent& event, const guide::Cause& cause);
    void showParagraphs(const ErrorEvent& event);
    void showFacts(const ErrorEvent& event, EventStore::Row row);
    void showRaw(EventStore::Row row);
    void showRecord();
    void fillCopyMenu();
    void offerFilter(QLabel* label, FilterField field);
    void restyle();

    const Monitor& m_monitor;
    TimeDisplay m_times;
    std::optional<EventStore::Row> m_row;
    QTimer m_copiedTimer;
    OverviewPart* m_overview;
    QWidget* m_content;
    QBoxLayout* m_columns;
    QLabel* m_marker = nullptr;
    QLabel* m_code = nullptr;
    QLabel* m_meaning = nullptr;
    QLabel* m_verdict = nullptr;
    QLabel* m_notInGuide = nullptr;
    QLabel* m_requestId = nullptr;
    QLabel* m_idAdvice = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_ticket = nullptr;
    QMenu* m_filterMenu = nullptr;
    QMenu* m_copyMenu = nullptr;
    std::map<FilterField, QLabel*> m_valueLabels;
    Paragraph m_what{};
    Paragraph m_do{};
    Paragraph m_retry{};
    Paragraph m_repeated{};
    Paragraph m_note{};
    SideBySide* m_sides;
    Paragraph m_readings{};
    Paragraph m_evidence{};
    Paragraph m_chapter{};
    Paragraph m_key{};
    LimitPart* m_limit = nullptr;
    SpendingPart* m_spending = nullptr;
    AttemptsPart* m_attempts;
    Paragraph m_message{};
    std::vector<std::pair<QLabel*, QLabel*>> m_facts;
    Paragraph m_headers{};
    MarkPart* m_mark = nullptr;
    QLabel* m_rawNote = nullptr;
    QPushButton* m_formatted = nullptr;
    QPlainTextEdit* m_raw = nullptr;
    QString m_record; ///< as it stands in the log, without its secrets
    ContextLines* m_context = nullptr;
    std::vector<QLabel*> m_quiet; ///< labels of less weight
};

} // namespace derouter
