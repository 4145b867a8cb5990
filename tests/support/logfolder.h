// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QTemporaryDir>

namespace derouter {

/// A folder for one test's logs, gone with the test.
class LogFolder {
public:
    QString path(const QString& name) const { return m_folder.filePath(name); }

    QString write(const QString& name, const QByteArray& bytes,
                  QIODevice::OpenMode mode = QIODevice::Truncate) const {
        QFile file(path(name));
        const bool written = file.open(QIODevice::WriteOnly | mode) && file.write(bytes) == bytes.size();
        return written ? path(name) : QString();
    }

    QString append(const QString& name, const QByteArray& bytes) const {
        return write(name, bytes, QIODevice::Append);
    }

private:
    QTemporaryDir m_folder;
};

/// A failed and a successful request as nginx writes them, `second` seconds after 09:00 UTC on 3 November
/// 2026.
inline QByteArray accessLine(int second, int status, const QByteArray& id = {}) {
    const QByteArray clock = QByteArray::number(second / 60 % 60).rightJustified(2, '0') + ':' +
                             QByteArray::number(second % 60).rightJustified(2, '0');
    return "192.0.2.7 - - [03/Nov/2026:09:" + clock + " +0000] \"POST /v1/messages HTTP/1.1\" " +
           QByteArray::number(status) + " 142 \"-\" \"x\"" + (id.isEmpty() ? QByteArray() : " rid=" + id) +
           '\n';
}

} // namespace derouter
