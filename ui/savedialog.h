// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QFileDialog>
#include <QList>

#include <functional>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace derouter {

/// Asks where to save what can be written in several forms. The name's suffix says in which, else what is
/// chosen beside it. Begins with the folder and the form of the last time, and a name with the time in UTC.
class SaveDialog final : public QFileDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SaveDialog)

public:
    struct Form {
        QString name;   ///< "Web page", to be shown
        QString suffix; ///< "html"
    };

    /// `what` is part of the suggested name and of the settings' keys, such as "report".
    SaveDialog(const QString& title, const QString& what, const QList<Form>& forms, QWidget* parent);

Q_SIGNALS:
    void chosen(const QString& path, int form);

private:
    int formOf(const QString& path) const;
    void remember(const QString& path);
    QString suggestedName() const;

    QString m_what;
    QString m_begun; ///< suggested name without suffix
    QList<Form> m_forms;
};

/// Writes a file for its owner alone, beside its place until it is complete: OutputFile.
Result<Done> saveFile(const QString& path, const std::function<void(QIODevice&)>& write);

} // namespace derouter
