// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/redactor.h"

#include "core/decodedtext.h"
#include "core/visiblemark.h"
#include "report/encodedtext.h"
#include "report/hiddenspan.h"
#include "report/personscan.h"
#include "report/secretscan.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <algorithm>
#include <iterator>
#include <utility>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLayers = 6; ///< of escapes, one in another

/// The places in the text as it stands of what was found behind its escapes.
void addMapped(HiddenSpans& all, HiddenSpans found, const std::vector<Unescaped::Origin>& origins) {
    for (HiddenSpan& span : found) {
        span.begin = origins[static_cast<std::size_t>(span.begin)].begin;
        span.end = origins[static_cast<std::size_t>(span.end - 1)].end;
        all.push_back(std::move(span));
    }
}

/// One span for what overlaps: as the longest of them.
HiddenSpans united(HiddenSpans spans) {
    std::ranges::sort(spans, [](const HiddenSpan& a, const HiddenSpan& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    HiddenSpans result;
    qsizetype longest = 0;
    for (HiddenSpan& span : spans) {
        if (result.empty() || span.begin >= result.back().end) {
            longest = span.end - span.begin;
            result.push_back(std::move(span));
            continue;
        }
        HiddenSpan& last = result.back();
        last.end = std::max(last.end, span.end);
        if (span.end - span.begin > longest) {
            longest = span.end - span.begin;
            last.kind = span.kind;
            last.value = std::move(span.value);
        }
    }
    return result;
}

HiddenSpans spansIn(QStringView text, bool persons, bool isUnescaped) {
    HiddenSpans spans = secretSpans(text, isUnescaped);
    if (persons)
        for (HiddenSpan& span : personSpans(text))
            spans.push_back(std::move(span));
    return spans;
}

/// The prompts: whole as they are found, and so long and free that nothing in them is to be read again.
HiddenSpans promptsOf(const HiddenSpans& spans) {
    HiddenSpans prompts;
    std::ranges::copy_if(spans, std::back_inserter(prompts),
                         [](const HiddenSpan& span) { return span.kind == Hidden::Prompt; });
    return prompts;
}

/// What is to be hidden in the text as it stands and behind each layer of its escapes.
HiddenSpans allSpans(QStringView text, bool persons) {
    HiddenSpans spans = spansIn(text, persons, false);
    auto layer = unescaped(text, promptsOf(spans));
    for (int depth = 0; layer && depth < mostLayers; ++depth) {
        const HiddenSpans found = spansIn(layer->text, persons, true);
        addMapped(spans, found, layer->origins);
        auto next = unescaped(layer->text, promptsOf(found));
        if (next)
            for (Unescaped::Origin& origin : next->origins)
                origin = {layer->origins[static_cast<std::size_t>(origin.begin)].begin,
                          layer->origins[static_cast<std::size_t>(origin.end - 1)].end};
        layer = std::move(next);
    }
    return united(std::move(spans));
}

QString nameOf(Hidden kind) {
    constexpr const char16_t* names[] = {u"API key", u"token",       u"credentials", u"secret", u"prompt",
                                         u"e-mail",  u"private key", u"address",     u"user"};
    return QString::fromUtf16(names[static_cast<int>(kind)]);
}

/// The secret without the scheme before it.
QStringView bare(QStringView value) {
    for (const QStringView scheme : {u"bearer ", u"basic ", u"token "})
        if (value.startsWith(scheme, Qt::CaseInsensitive))
            return value.sliced(scheme.size());
    return value;
}

/// Four digits that are the same for the same value until the program ends, and tell nothing of it.
QString tagOf(QStringView value) {
    static const quint64 salt = QRandomGenerator::system()->generate64();
    const QByteArray salted = QByteArray::number(salt) + bare(value).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(salted, QCryptographicHash::Sha256).first(2).toHex());
}

QString placeholderOf(const HiddenSpan& span, bool tagged) {
    const QString name = nameOf(span.kind);
    if (!tagged)
        return u"[%1 hidden]"_s.arg(name);
    return span.kind == Hidden::Prompt ? u"[%1, %2 characters hidden]"_s.arg(name).arg(span.end - span.begin)
                                       : u"[%1 #%2 hidden]"_s.arg(name, tagOf(span.value));
}

void appendVisible(QString& out, QStringView text) {
    qsizetype copied = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t mark = visibleMark(text[i].unicode());
        if (!mark)
            continue;
        out += text.sliced(copied, i - copied);
        out += QChar(mark);
        copied = i + 1;
    }
    out += text.sliced(copied);
}

} // namespace

RedactedText Redactor::redact(QStringView text) const {
    return redactParts({text.toString()}).front();
}

QList<RedactedText> Redactor::redactParts(const QStringList& parts) const {
    const QString text = parts.join(QString());
    const HiddenSpans spans = allSpans(text, m_options.persons);
    QList<RedactedText> redacted;
    qsizetype copied = 0;
    for (const QString& part : parts) {
        const qsizetype begin = copied;
        const qsizetype end = begin + part.size();
        RedactedText clean;
        for (const HiddenSpan& span : spans) {
            if (span.end <= begin || span.begin >= end)
                continue;
            if (span.begin > copied)
                appendVisible(clean.m_text, QStringView(text).sliced(copied, span.begin - copied));
            const QString placeholder = placeholderOf(span, m_options.tags);
            clean.m_placeholders.append({clean.m_text.size(), placeholder.size()});
            clean.m_text += placeholder;
            copied = std::min(span.end, end);
        }
        appendVisible(clean.m_text, QStringView(text).sliced(copied, end - copied));
        copied = end;
        redacted << clean;
    }
    return redacted;
}

RedactedText Redactor::redact(std::string_view utf8) const {
    return redact(decodedText(utf8));
}

} // namespace derouter
