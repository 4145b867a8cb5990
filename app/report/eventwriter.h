// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errorevent.h"
#include "core/sourcespec.h"
#include "report/jsonwriter.h"

#include <array>
#include <string>

namespace derouter {

/// A text or null.
void writeText(JsonWriter& json, std::string_view name, std::string_view text);

/// Writes failures as the JSON report and JSON lines have them.
///
/// Most differ from others in their time, their id and their place alone: what else they say is redacted and
/// escaped once and then written as it was. Sources must stay where they are meanwhile.
class EventWriter {
public:
    explicit EventWriter(JsonWriter& json)
        : m_json(json) {}

    void write(const SourceInfo* source, const ErrorEvent& event);

private:
    /// Members as they were written, and what they are of.
    struct Reading {
        bool isOf(const ErrorEvent& event) const;
        void take(const ErrorEvent& event);

        TimeQuality quality = TimeQuality::None;
        FailureCode code{};
        std::string_view cause; ///< static storage
        WhoseMove move = WhoseMove::Unknown;
        Evidence evidence;
        std::string type;
        std::string message;
        std::string members; ///< none: nothing is remembered
    };
    struct Call {
        bool isOf(const ErrorEvent& event) const;
        void take(const ErrorEvent& event);

        std::string model;
        std::string method;
        std::string path;
        std::string members;
    };
    struct Name {
        const SourceInfo* source = nullptr;
        int file = -1;
        std::string members;
    };

    template <typename Known> void writeOnce(Known& known, const ErrorEvent& event);
    void writeMembers(const Reading&, const ErrorEvent& event);
    void writeMembers(const Call&, const ErrorEvent& event);
    void writeName(const SourceInfo* source, int file);

    JsonWriter& m_json;
    std::array<Reading, 61> m_readings; ///< by what their texts look like; the common codes share no place
    std::array<Call, 16> m_calls;
    Name m_name;
};

} // namespace derouter
