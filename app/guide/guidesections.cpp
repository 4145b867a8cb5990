// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide/guidetable.h"

#include <array>

namespace derouter::guide {

namespace {

struct Chapter {
    Text title;
    Text text;
};

constinit std::array chapters{
    // by Section
    Chapter{ours(QT_TRANSLATE_NOOP("Guide", "Not in the guide")),
            ours(QT_TRANSLATE_NOOP("Guide",
                                   "The guide does not speak of these. They are shown as they came, with "
                                   "the original message."))},
    Chapter{said(QT_TRANSLATE_NOOP("Guide", "Can't Connect")),
            said(QT_TRANSLATE_NOOP("Guide", "There is a problem with the API key or the login session."))},
    Chapter{said(QT_TRANSLATE_NOOP("Guide", "Out of Credits")),
            said(QT_TRANSLATE_NOOP("Guide", "The account or a specific key has run out of funds."))},
    Chapter{said(QT_TRANSLATE_NOOP("Guide", "Too Many Requests")),
            said(QT_TRANSLATE_NOOP("Guide", "Requests come faster than the key's limits allow."))},
    Chapter{said(QT_TRANSLATE_NOOP("Guide", "Invalid Request")),
            said(QT_TRANSLATE_NOOP("Guide",
                                   "Something is wrong with how the request is formatted. Other request "
                                   "errors, such as a prompt that is too long or an invalid tool format, "
                                   "are passed through from the upstream API with the original message."))},
    Chapter{said(QT_TRANSLATE_NOOP("Guide", "No Providers Available")),
            said(QT_TRANSLATE_NOOP("Guide",
                                   "DeRouter cannot find a provider right now. It is temporary: one should "
                                   "become available shortly. A 503 means that DeRouter's providers are "
                                   "temporarily unavailable; a 529, that the AI provider is overloaded."))},
    Chapter{said(QT_TRANSLATE_NOOP("Guide", "Upstream Issues")),
            said(QT_TRANSLATE_NOOP("Guide",
                                   "These come from the AI provider (Anthropic or OpenAI), after DeRouter "
                                   "has already tried several providers automatically."))},
    Chapter{said(QT_TRANSLATE_NOOP("Guide", "Reading Error Responses")),
            said(QT_TRANSLATE_NOOP("Guide",
                                   "Errors come in the format of the AI provider you call. error.type "
                                   "gives the category. Every response carries a request-id header: share "
                                   "it with support."))},
};
static_assert(chapters.size() == static_cast<std::size_t>(Section::ReadingErrorResponses) + 1);

} // namespace

Text& usedTitle(Section section) {
    return chapters[static_cast<std::size_t>(section)].title;
}

Text& usedText(Section section) {
    return chapters[static_cast<std::size_t>(section)].text;
}

Text sectionTitle(Section section) {
    return usedTitle(section);
}

Text sectionText(Section section) {
    return usedText(section);
}

Text moveName(WhoseMove move) {
    switch (move) {
    case WhoseMove::You:
        return ours(QT_TRANSLATE_NOOP("Guide", "You"));
    case WhoseMove::DeRouter:
        return ours(QT_TRANSLATE_NOOP("Guide", "DeRouter"));
    case WhoseMove::Provider:
        return ours(QT_TRANSLATE_NOOP("Guide", "AI provider"));
    case WhoseMove::Unknown:
        return ours(QT_TRANSLATE_NOOP("Guide", "Not known"));
    }
    return {};
}

} // namespace derouter::guide
