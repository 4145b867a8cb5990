// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/ticket.h"

#include "guide/errorguide.h"
#include "report/redactor.h"
#include "report/ticketfacts.h"

#include <QCoreApplication>

#include <algorithm>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Ticket)
};

RedactedText own(const QString& text) {
    return Redactor::ownWords(text);
}

/// The longest run of backticks in a text.
qsizetype longestRun(const QString& text) {
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

/// A text as Markdown that is nothing but itself.
RedactedText codeSpan(const RedactedText& text) {
    const QString ticks(longestRun(text.text()) + 1, u'`');
    const bool apart = text.text().startsWith(u'`') || text.text().endsWith(u'`');
    const QString blank = apart ? u" "_s : QString();
    return own(ticks + blank) + text + own(blank + ticks);
}

RedactedText codeBlock(const RedactedText& text) {
    const QString fence(std::max<qsizetype>(3, longestRun(text.text()) + 1), u'`');
    return own(fence + u"text\n"_s) + text + own(u'\n' + fence + u'\n');
}

/// Puts the parts of a ticket together, as plain text or as Markdown.
class Composition {
public:
    explicit Composition(bool isMarkdown)
        : m_isMarkdown(isMarkdown) {}

    const RedactedText& text() const { return m_text; }

    void paragraph(const QString& ours) { m_text += own(ours + u"\n\n"_s); }

    void heading(const QString& ours, int level) {
        paragraph(m_isMarkdown ? QString(level, u'#') + u' ' + ours : ours);
    }

    void numbered(const QList<RedactedText>& lines) {
        for (qsizetype i = 0; i < lines.size(); ++i)
            m_text +=
                own(u"%1. "_s.arg(i + 1)) + (m_isMarkdown ? codeSpan(lines[i]) : lines[i]) + own(u"\n"_s);
        m_text += own(u"\n"_s);
    }

    void facts(const QList<TicketFact>& facts) {
        for (const TicketFact& fact : facts)
            m_isMarkdown ? markdownFact(fact, &fact == &facts.last()) : plainFact(fact);
        m_text += own(u"\n"_s);
    }

private:
    /// A value in several lines stands below its name, so that none of them can be taken for a fact.
    void plainFact(const TicketFact& fact) {
        m_text += own(fact.name + u':');
        const QList<RedactedText> value = fact.value.isEmpty() ? QList<RedactedText>() : fact.value.lines();
        if (value.size() == 1)
            m_text += own(u" "_s) + value.first();
        for (const RedactedText& line : value.size() == 1 ? fact.lines : value + fact.lines)
            m_text += own(u"\n  "_s) + line;
        m_text += own(u"\n"_s);
    }

    void markdownFact(const TicketFact& fact, bool isMessage) {
        if (isMessage && fact.isLogged) {
            m_text += own(u"\n**%1:**\n\n"_s.arg(fact.name)) + codeBlock(fact.value);
            return;
        }
        m_text += own(u"- **%1:**"_s.arg(fact.name));
        if (!fact.value.isEmpty())
            m_text += own(u" "_s) + (fact.isLogged ? codeSpan(fact.value) : fact.value);
        for (const RedactedText& line : fact.lines)
            m_text += own(u"\n  - "_s) + (fact.value.isEmpty() ? codeSpan(line) : line);
        m_text += own(u"\n"_s);
    }

    RedactedText m_text;
    bool m_isMarkdown;
};

int count(const std::vector<TicketFailure>& failures) {
    return static_cast<int>(failures.size());
}

/// One ticket; the same secret has the same tag in all of it.
class Ticket {
public:
    Ticket(const std::vector<TicketFailure>& failures, const TicketOptions& options)
        : m_failures(failures)
        , m_withNotes(options.withNotes)
        , m_zone(options.zone.isValid() ? options.zone : QTimeZone::utc())
        , m_redactor({.persons = options.hidePersons, .tags = true}) {}

    RedactedText subject() const {
        if (m_failures.size() != 1)
            return own(Text::tr("DeRouter API: %n failed request(s)", nullptr, count(m_failures)));
        const TicketFailure& failure = m_failures.front();
        const RedactedText what =
            own(Text::tr("DeRouter API error:") + u' ') + codeAndType(failure, m_redactor);
        return failure.requestId.empty() ? what : what + own(u", "_s) + m_redactor.redact(failure.requestId);
    }

    RedactedText document(bool isMarkdown) const {
        Composition out(isMarkdown);
        out.heading(Text::tr("DeRouter support ticket"), 3);
        write(out);
        return out.text() + footer();
    }

    RedactedText letter() const {
        Composition out(false);
        out.paragraph(Text::tr("Hello DeRouter support,"));
        out.paragraph(Text::tr("please look into %n failed request(s):", nullptr, count(m_failures)));
        write(out);
        return out.text() + footer();
    }

private:
    void write(Composition& out) const {
        if (m_failures.size() == 1)
            return out.facts(ticketFacts(m_failures.front(), m_redactor, m_zone, m_withNotes));
        QList<RedactedText> lines;
        for (const TicketFailure& failure : m_failures)
            lines << inShort(failure, m_redactor);
        out.numbered(lines);
        const std::size_t inFull = std::min(m_failures.size(), mostInFull);
        if (inFull < m_failures.size())
            out.paragraph(Text::tr("The first %1 in full:").arg(inFull));
        for (std::size_t i = 0; i < inFull; ++i) {
            out.heading(Text::tr("Failure %1 of %2").arg(i + 1).arg(m_failures.size()), 4);
            out.facts(ticketFacts(m_failures[i], m_redactor, m_zone, m_withNotes));
        }
    }

    static RedactedText footer() {
        return own(Text::tr("Program: %1").arg(u"DeRouter Error Monitor " DEROUTER_VERSION ""_s) + u'\n');
    }

    const std::vector<TicketFailure>& m_failures;
    bool m_withNotes;
    QTimeZone m_zone;
    Redactor m_redactor;
};

} // namespace

RedactedText ticketText(const std::vector<TicketFailure>& failures, const TicketOptions& options) {
    const Ticket ticket(failures, options);
    if (options.format != TicketFormat::Mail)
        return ticket.document(options.format == TicketFormat::Markdown);
    return own(Text::tr("To: %1").arg(QLatin1StringView(guide::supportAddress)) + u'\n' +
               Text::tr("Subject:") + u' ') +
           ticket.subject() + own(u"\n\n"_s) + ticket.letter();
}

MailDraft ticketMail(const std::vector<TicketFailure>& failures, const TicketOptions& options) {
    const Ticket ticket(failures, options);
    return mailDraft(ticket.subject(), ticket.letter());
}

} // namespace derouter
