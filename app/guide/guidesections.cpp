// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide/guidetable.h"

namespace derouter::guide {

Text sectionTitle(Section section) {
    switch (section) {
    case Section::None:
        return ours(QT_TRANSLATE_NOOP("Guide", "Not in the guide"));
    case Section::CannotConnect:
        return said(QT_TRANSLATE_NOOP("Guide", "Can't Connect"));
    case Section::OutOfCredits:
        return said(QT_TRANSLATE_NOOP("Guide", "Out of Credits"));
    case Section::TooManyRequests:
        return said(QT_TRANSLATE_NOOP("Guide", "Too Many Requests"));
    case Section::InvalidRequest:
        return said(QT_TRANSLATE_NOOP("Guide", "Invalid Request"));
    case Section::NoProvidersAvailable:
        return said(QT_TRANSLATE_NOOP("Guide", "No Providers Available"));
    case Section::UpstreamIssues:
        return said(QT_TRANSLATE_NOOP("Guide", "Upstream Issues"));
    case Section::ReadingErrorResponses:
        return said(QT_TRANSLATE_NOOP("Guide", "Reading Error Responses"));
    }
    return {};
}

Text sectionText(Section section) {
    switch (section) {
    case Section::None:
        return ours(QT_TRANSLATE_NOOP("Guide",
                                      "The guide does not speak of these. They are shown as they came, with "
                                      "the original message."));
    case Section::CannotConnect:
        return said(QT_TRANSLATE_NOOP("Guide", "There is a problem with the API key or the login session."));
    case Section::OutOfCredits:
        return said(QT_TRANSLATE_NOOP("Guide", "The account or a specific key has run out of funds."));
    case Section::TooManyRequests:
        return said(QT_TRANSLATE_NOOP("Guide", "Requests come faster than the key's limits allow."));
    case Section::InvalidRequest:
        return said(QT_TRANSLATE_NOOP("Guide",
                                      "Something is wrong with how the request is formatted. Other request "
                                      "errors, such as a prompt that is too long or an invalid tool format, "
                                      "are passed through from the upstream API with the original message."));
    case Section::NoProvidersAvailable:
        return said(QT_TRANSLATE_NOOP(
            "Guide", "DeRouter cannot find a provider right now. It is temporary: one should "
                     "become available shortly. A 503 means that DeRouter's providers are "
                     "temporarily unavailable; a 529, that the AI provider is overloaded."));
    case Section::UpstreamIssues:
        return said(QT_TRANSLATE_NOOP("Guide",
                                      "These come from the AI provider (Anthropic or OpenAI), after DeRouter "
                                      "has already tried several providers automatically."));
    case Section::ReadingErrorResponses:
        return said(QT_TRANSLATE_NOOP("Guide",
                                      "Errors come in the format of the AI provider you call. error.type "
                                      "gives the category. Every response carries a request-id header: share "
                                      "it with support."));
    }
    return {};
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
