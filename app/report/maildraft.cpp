// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/maildraft.h"

#include "guide/errorguide.h"

#include <QCoreApplication>
#include <QUrl>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLoss = 80; ///< characters that are given up for whole lines

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Ticket)
};

QByteArray encoded(QString text) {
    return QUrl::toPercentEncoding(text.replace(u"\n"_s, u"\r\n"_s));
}

QByteArray linkOf(const QString& subject, const QString& body) {
    return QByteArray("mailto:") + guide::supportAddress +
           "?subject=" + QUrl::toPercentEncoding(QString(subject).replace(u'\n', u' ').replace(u'\r', u' ')) +
           "&body=" + encoded(body);
}

/// As much of the body as the link can hold with the note, in whole lines but for a long one.
QString beginning(const QString& subject, const RedactedText& body, const QString& note) {
    qsizetype fits = 0;
    for (qsizetype tooLong = body.size() + 1; tooLong - fits > 1;) {
        const qsizetype length = fits + (tooLong - fits) / 2;
        const QString part = body.first(length).text() + note;
        (linkOf(subject, part).size() <= MailDraft::longestLink ? fits : tooLong) = length;
    }
    const QString part = body.first(fits).text();
    const qsizetype lineEnd = part.lastIndexOf(u'\n');
    return lineEnd > 0 && part.size() - lineEnd < longestLoss ? part.first(lineEnd) : part;
}

} // namespace

MailDraft mailDraft(const RedactedText& subject, const RedactedText& body) {
    MailDraft draft{.subject = subject, .body = body, .link = linkOf(subject.text(), body.text())};
    draft.isCut = draft.link.size() > MailDraft::longestLink;
    if (draft.isCut) {
        const QString note =
            u"\n\n"_s + Text::tr("[Cut here: a mail link cannot hold more. The whole ticket is on "
                                 "the clipboard: paste it here.]");
        draft.link = linkOf(subject.text(), beginning(subject.text(), body, note) + note);
    }
    return draft;
}

} // namespace derouter
