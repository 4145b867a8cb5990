// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace derouter::guide {

/// Texts in place of the guide's built-in ones, such as a later edition's, as JSON:
///
///     {"edition": "2027-03",
///      "codes": {"529": {"meaning": "…", "quickFix": "…"}},
///      "types": {"api_error 500/502/504": {"meaning": "…", "action": "…"}},
///      "causes": {"upstream.overloaded": {"name": "…", "when": "…", "fix": "…", "retry": "…",
///                                         "retryAfterSeconds": [5, 10], "note": "…"}},
///      "chapters": {"upstream-issues": {"title": "…", "text": "…"}}}
///
/// What is left out stays as it is built in. Texts are shown as they are, in every language. They change what
/// is said of a failure and how long is waited, never what a failure is taken for.
class GuideFile {
public:
    /// The error is one sentence: what is wrong, and where.
    static Result<GuideFile> parse(const QByteArray& json);
    /// As parse(), of a file of at most 1 MiB; the error names it.
    static Result<GuideFile> read(const QString& path);

    /// The built-in texts.
    GuideFile() = default;

    /// What the file calls its edition; may be empty.
    QString edition() const { return m_texts[QLatin1String("edition")].toString(); }
    /// Members that this version of the program has no place for, such as causes/rate.tokens.
    const QStringList& unknown() const { return m_unknown; }

    /// Shows these texts, and the built-in ones where there are none, from now on. Only while no other thread
    /// runs: the tables are read without a lock.
    void use() const;

private:
    QJsonObject m_texts;
    QStringList m_unknown;
};

QString builtInEdition();
/// What the texts in use call their edition.
QString edition();

/// The texts in use as a file of them, in English where they are built in.
QByteArray textsInUse();

} // namespace derouter::guide
