// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "guide/guidetable.h"

/// The causes that the guide does not list. Every text here is ours.
namespace derouter::guide {

inline constexpr Cause unlistedCauses[] = {
    {.id = "upstream.quota",
     .status = 429,
     .type = {},
     .message = {},
     .move = WhoseMove::You,
     .section = Section::None,
     .inGuide = false,
     .name = ours(QT_TRANSLATE_NOOP("Guide", "Provider quota used up")),
     .when =
         ours(QT_TRANSLATE_NOOP("Guide", "The AI provider's own billing limit is reached, and its error was "
                                         "passed through with status 429.")),
     .fix = ours(QT_TRANSLATE_NOOP("Guide",
                                   "Do not wait for it. Send the request-id to support, and use another "
                                   "model meanwhile.")),
     .retry = {.words = ours(QT_TRANSLATE_NOOP("Guide", "No. Waiting does not help."))},
     .note = ours(QT_TRANSLATE_NOOP(
         "Guide", "It is neither your DeRouter balance nor a speed limit. By the guide a 429 "
                  "is yours to act on, but its advice to wait a few seconds does not fit "
                  "this one."))},
    {.id = "api-error.code-unknown",
     .status = 0,
     .type = "api_error",
     .message = {},
     .move = WhoseMove::Unknown,
     .section = Section::None,
     .inGuide = false,
     .name = ours(QT_TRANSLATE_NOOP("Guide", "api_error, code unknown")),
     .when = ours(QT_TRANSLATE_NOOP(
         "Guide", "The record gives the type api_error without a status. By the guide it is "
                  "either 503, DeRouter has no available providers, or one of 500, 502 "
                  "and 504, an error at the AI provider.")),
     .fix = ours(QT_TRANSLATE_NOOP("Guide",
                                   "Retry in 2–5 seconds: that suits both readings. To know which it was, "
                                   "look for the request-id in a log that shows the status.")),
     .retry = {true, 2, 5, ours(QT_TRANSLATE_NOOP("Guide", "Yes, after 2–5 seconds."))},
     .note = ours(QT_TRANSLATE_NOOP("Guide", "Whose move it is cannot be told from this record."))},
    {.id = "client.closed",
     .status = 499,
     .type = {},
     .message = {},
     .move = WhoseMove::Unknown,
     .section = Section::None,
     .inGuide = false,
     .name = ours(QT_TRANSLATE_NOOP("Guide", "Closed by the client")),
     .when =
         ours(QT_TRANSLATE_NOOP("Guide", "The program that asked ended the connection before the answer was "
                                         "complete: it gave up waiting, or it was stopped.")),
     .fix = ours(QT_TRANSLATE_NOOP("Guide", "If nobody stopped it, raise the program's time limit, or let it "
                                            "stream the answer.")),
     .retry = {.words = ours(QT_TRANSLATE_NOOP("Guide", "Only if the answer is still needed."))},
     .note = ours(QT_TRANSLATE_NOOP("Guide",
                                    "A proxy writes this status into its own log; it is not an answer of "
                                    "DeRouter. A slow AI provider is often behind it."))},
    {.id = "proxy.local",
     .status = 0,
     .type = {},
     .message = {},
     .move = WhoseMove::You,
     .section = Section::None,
     .inGuide = false,
     .name = ours(QT_TRANSLATE_NOOP("Guide", "Your own proxy")),
     .when =
         ours(QT_TRANSLATE_NOOP("Guide", "A proxy between your program and DeRouter answered by itself: it "
                                         "could not connect, got no answer in time, or refused the "
                                         "request. The answer did not come from DeRouter.")),
     .fix =
         ours(QT_TRANSLATE_NOOP("Guide", "Look into the proxy's error log, and check the address it passes "
                                         "requests to, its name lookup and its time limits.")),
     .retry = {.retry = true, .words = ours(QT_TRANSLATE_NOOP("Guide", "Yes, once the proxy works."))},
     .note =
         ours(QT_TRANSLATE_NOOP("Guide", "Such an answer has no request-id. It is not the guide's code of "
                                         "the same number."))},
    {.id = "cdn.error",
     .status = 0,
     .type = {},
     .message = {},
     .move = WhoseMove::Unknown,
     .section = Section::None,
     .inGuide = false,
     .name = ours(QT_TRANSLATE_NOOP("Guide", "CDN error")),
     .when = ours(QT_TRANSLATE_NOOP(
         "Guide", "The delivery network (CDN) in front of DeRouter answered in its place.")),
     .fix = ours(QT_TRANSLATE_NOOP(
         "Guide", "Retry shortly. If it is a 524, stream the answer or ask for less at once: "
                  "the network waits 100 seconds at most.")),
     .retry = {.retry = true, .words = ours(QT_TRANSLATE_NOOP("Guide", "Yes, shortly."))},
     .note = ours(QT_TRANSLATE_NOOP("Guide", "Such an answer has no error.type, and a cf-ray in place of the "
                                             "request-id: give that one to support."))},
    {.id = "no-response",
     .status = 0,
     .type = {},
     .message = {},
     .move = WhoseMove::Unknown,
     .section = Section::None,
     .inGuide = false,
     .name = ours(QT_TRANSLATE_NOOP("Guide", "No response")),
     .when = ours(QT_TRANSLATE_NOOP("Guide",
                                    "The request got no answer: the connection was refused or broke, or the "
                                    "program's own time limit was reached.")),
     .fix =
         ours(QT_TRANSLATE_NOOP("Guide", "Check the network, the address and the program's time limit, then "
                                         "retry.")),
     .retry = {.retry = true, .words = ours(QT_TRANSLATE_NOOP("Guide", "Yes, once the connection works."))},
     .note = ours(QT_TRANSLATE_NOOP("Guide",
                                    "Without an answer there is no status and no request-id. This is not the "
                                    "guide's 504, where the AI provider timed out."))},
    {.id = "stream.unknown",
     .status = 0,
     .type = {},
     .message = {},
     .move = WhoseMove::Unknown,
     .section = Section::None,
     .inGuide = false,
     .name = ours(QT_TRANSLATE_NOOP("Guide", "Error inside a stream")),
     .when = ours(QT_TRANSLATE_NOOP("Guide",
                                    "The answer began with status 200 and then failed. The error states no "
                                    "type, or one that the guide does not list.")),
     .fix = ours(QT_TRANSLATE_NOOP("Guide",
                                   "Follow the original message. If it does not help, send the request-id to "
                                   "support.")),
     .retry = {.words = ours(QT_TRANSLATE_NOOP("Guide", "Not known: the guide says nothing about it."))},
     .note = ours(QT_TRANSLATE_NOOP("Guide", "An access log shows this request as a success."))},
    {.id = "not-in-guide",
     .status = 0,
     .type = {},
     .message = {},
     .move = WhoseMove::Unknown,
     .section = Section::None,
     .inGuide = false,
     .name = ours(QT_TRANSLATE_NOOP("Guide", "Not in the guide")),
     .when = ours(QT_TRANSLATE_NOOP("Guide", "The guide does not list this status.")),
     .fix = ours(QT_TRANSLATE_NOOP("Guide",
                                   "Follow the original message. If it does not help, send the request-id to "
                                   "support.")),
     .retry = {.words = ours(QT_TRANSLATE_NOOP("Guide", "Not known: the guide says nothing about it."))},
     .note = ours(QT_TRANSLATE_NOOP("Guide",
                                    "It may come from a proxy between you and DeRouter: then there is no "
                                    "request-id."))},
};

} // namespace derouter::guide
