// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rotatedoffer.h"

#include "logtext.h"
#include "source/rotatedset.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

/// The rotated files of the logs in one folder, listed once: many logs may stand there.
class RotatedIn {
public:
    explicit RotatedIn(const QString& folder) {
        QStringList paths;
        for (const QString& name : QDir(folder).entryList(QDir::Files, QDir::Name))
            paths << QDir(folder).filePath(name);
        for (QStringList& log : groupedByLog(paths)) {
            const QString path = log.takeLast();
            m_older[path] = log;
        }
    }

    QStringList of(const QString& path) const { return m_older.value(path); }

private:
    QHash<QString, QStringList> m_older;
};

QString absolute(const QString& path) {
    return QDir::cleanPath(QFileInfo(path).absoluteFilePath());
}

bool mayHaveRotatedFiles(const SourceInfo& info) {
    return info.spec.kind == SourceSpec::Kind::File && !info.spec.resume &&
           !info.spec.path.startsWith(u':') && !logOfRotated(info.spec.path);
}

} // namespace

RotatedOffer::RotatedOffer(Monitor& monitor, QWidget* parent)
    : QWidget(parent)
    , m_monitor(monitor)
    , m_text(new QLabel(this))
    , m_accept(new QToolButton(this))
    , m_decline(new QToolButton(this)) {
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_accept->setText(tr("Read Them Too"));
    m_decline->setText(tr("No"));
    m_decline->setToolTip(tr("Leave the rotated files alone"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_accept);
    row->addWidget(m_decline);
    m_timer.setSingleShot(true);
    m_timer.setInterval(std::chrono::milliseconds(0));
    connect(&m_timer, &QTimer::timeout, this, &RotatedOffer::look);
    connect(&monitor, &Monitor::sourceAdded, this, &RotatedOffer::note);
    connect(&monitor, &Monitor::sourceRemoved, this, &RotatedOffer::withdraw);
    connect(m_accept, &QToolButton::clicked, this, &RotatedOffer::accept);
    connect(m_decline, &QToolButton::clicked, this, &RotatedOffer::decline);
    hide();
}

QString RotatedOffer::text() const {
    return m_text->text();
}

void RotatedOffer::note(SourceId id) {
    m_new.push_back(id);
    m_timer.start();
}

void RotatedOffer::look() {
    QHash<QString, RotatedIn> folders;
    for (const SourceId id : std::exchange(m_new, {})) {
        const SourceInfo* const info = m_monitor.source(id);
        if (!info || !mayHaveRotatedFiles(*info))
            continue;
        const QString path = absolute(info->spec.path);
        const QString folder = QFileInfo(path).path();
        if (!folders.contains(folder))
            folders.insert(folder, RotatedIn(folder));
        const QStringList rotated = folders.constFind(folder)->of(path);
        const auto unread =
            std::ranges::count_if(rotated, [&](const QString& file) { return !readBy(file); });
        if (unread > 0)
            m_offers.emplace(id, static_cast<int>(unread));
    }
    showOffer();
}

std::optional<SourceId> RotatedOffer::readBy(const QString& file) const {
    return m_monitor.find({.path = file, .format = {}, .timeZone = {}});
}

void RotatedOffer::withdraw(SourceId id) {
    m_offers.erase(id);
    showOffer();
}

/// Names may have moved on since the offer was made.
void RotatedOffer::accept() {
    const auto offers = std::exchange(m_offers, {});
    showOffer();
    for (const auto& [id, unread] : offers) {
        QStringList older = rotatedFiles(m_monitor.source(id)->spec.path);
        older.removeIf([&](const QString& file) { return readBy(file).value_or(id) != id; });
        m_monitor.setOlder(id, older);
    }
}

void RotatedOffer::decline() {
    m_offers.clear();
    showOffer();
}

void RotatedOffer::showOffer() {
    setVisible(!m_offers.empty());
    if (m_offers.empty())
        return;
    int unread = 0;
    for (const auto& offer : m_offers)
        unread += offer.second;
    const SourceInfo* const first = m_monitor.source(m_offers.begin()->first);
    m_text->setText(m_offers.size() > 1
                        ? tr("The open logs have %n rotated file(s) that are not read.", nullptr, unread)
                        : tr("%1 has %n rotated file(s) that are not read.", nullptr, unread)
                              .arg(oneLine(first->name.toStdString())));
}

} // namespace derouter
