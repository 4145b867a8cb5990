// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace derouter {

/// What stands in the place of failures when there are none to see: one sentence, and one thing to do.
class EmptyState final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyState)

public:
    enum class Kind {
        NothingOpen, ///< offers Open, to explain an error, the sample and the recent files
        Reading,
        NoFailures,    ///< offers to look at the lines that were not understood, if any
        NotUnderstood, ///< nothing shows that there are none; offers to choose the format, too
        AllHidden,     ///< by the filter; offers to clear it
        Failed,        ///< no source could be read
    };

    explicit EmptyState(QWidget* parent = nullptr);

    /// `hasRejected`: some lines were not understood.
    void show(Kind kind, const QString& sentence = {}, bool hasRejected = false);
    void setRecentFiles(const QStringList& paths);
    Kind kind() const { return m_kind; }
    QString text() const;
    QPushButton* mainButton() const { return m_main; }
    QPushButton* formatButton() const { return m_format; }
    QPushButton* explainButton() const { return m_explain; }
    QPushButton* sampleButton() const { return m_sample; }

Q_SIGNALS:
    void openRequested();
    void explainRequested();
    void sampleRequested();
    void fileRequested(const QString& path);
    void clearFilterRequested();
    void rejectedLinesRequested();
    void formatRequested();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void restyle();

    Kind m_kind = Kind::NothingOpen;
    QLabel* m_title;
    QLabel* m_sentence;
    QPushButton* m_main;
    QPushButton* m_format;
    QPushButton* m_explain;
    QPushButton* m_sample;
    QWidget* m_recent;
    QVBoxLayout* m_recentList;
};

} // namespace derouter
