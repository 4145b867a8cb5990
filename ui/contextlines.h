// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/eventstore.h"
#include "monitor/recordplace.h"

#include <QFutureWatcher>
#include <QTimer>
#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QPlainTextEdit;
class QToolButton;
QT_END_NAMESPACE

namespace derouter {

class Monitor;

/// The lines of a log around a failure's record, the record itself set off, all without secrets; or why they
/// cannot be had.
///
/// They are read from the log as it is now, on another thread, when the widget is seen.
class ContextLines final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ContextLines)

public:
    explicit ContextLines(const Monitor& monitor, QWidget* parent = nullptr);

    void show(EventStore::Row row);
    /// What is shown; a line of the record begins with `▸`.
    QString text() const;
    QString noteText() const;
    QToolButton* moreButton() const { return m_more; }

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Request {
        std::optional<RecordPlace> place; ///< nothing: it came as a stream
        std::string record;
        bool isKept = false;
        bool isInFile = false;
        int lines = 0; ///< on either side
        friend bool operator==(const Request&, const Request&) = default;
    };
    /// What was read, without secrets.
    struct Found {
        QStringList before;
        QStringList record;
        QStringList after;
    };

    static std::optional<Found> read(const Request& request);
    void begin();
    void showFound();
    void showSentence(const QString& sentence);
    void fill(const Found& found);
    void fitHeight();
    void restyle();

    const Monitor& m_monitor;
    Request m_request;
    QTimer m_delay; ///< who steps through failures does not want them all
    QFutureWatcher<std::optional<Found>> m_reading;
    QLabel* m_note;
    QLabel* m_sentence;
    QPlainTextEdit* m_text;
    QToolButton* m_more;
};

} // namespace derouter
