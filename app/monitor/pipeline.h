// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "classify/classifier.h"
#include "format/formatcatalog.h"
#include "format/jsonreader.h"
#include "format/lineframer.h"
#include "format/recordassembler.h"
#include "format/recordbuilder.h"
#include "format/timeparser.h"
#include "monitor/batch.h"

#include <map>
#include <span>

namespace derouter {

struct PipelineOptions {
    int source = -1; ///< SourceId the sightings carry
    ChosenFormat format;
    QTimeZone zone; ///< of stamps that name none
    ApiRequests requests;
    TimeRange range; ///< dated records outside are not counted
    bool keepRaw = true;
};

/// Bytes of one source in, failures and counts out: framing, assembling, reading and classifying behind one
/// call.
///
/// Pure: no thread, no QObject, no clock. How the bytes are cut into calls makes no difference to what comes
/// out.
class Pipeline {
public:
    explicit Pipeline(PipelineOptions options);

    /// When the log was last written, for stamps without a date.
    void setReference(std::optional<Microseconds> time) { m_times.setReference(time); }

    /// Where the next bytes go, and how many were written there.
    std::span<char> writable() { return m_framer.writable(); }
    void commit(std::size_t bytes);

    /// Ends the record that waits for more lines; for when a followed log is quiet.
    void flush();
    /// The stream ends here: its unfinished line is a line.
    void finish();
    /// What follows is another stream, such as the new file after a rotation. `gap`: what was lost between,
    /// if anything.
    void restart(const std::optional<Gap>& gap);

    std::size_t waitingFailures() const { return m_batch.failures.size(); }
    /// What was found since the last call.
    Batch take();

private:
    struct Origin {
        std::uint64_t line = 0;
        std::uint64_t offset = 0;
        std::uint64_t bytes = 0;
        std::string_view raw;
    };

    void readLine(const Line& line);
    void readJson(const Line& line);
    bool readAccess(const Line& line);
    void readAssembled();
    void emit(const LogRecord& record, const Origin& origin);
    void emitFailure(const LogRecord& record, const Origin& origin, std::optional<Microseconds> time,
                     TimeQuality quality);
    void emitSuccess(const LogRecord& record, std::optional<Microseconds> time);
    void reject(std::uint64_t number, std::string_view text, std::uint64_t lines);
    void voteFor(const QString& format);
    QString formatName() const;

    PipelineOptions m_options;
    Classifier m_classifier;
    TimeParser m_times;
    RecordBuilder m_builder;
    LineFramer m_framer;
    JsonReader m_json;
    RecordAssembler m_assembler;
    Batch m_batch;

    std::optional<Microseconds> m_lastTime;
    std::uint64_t m_rejectedKept = 0;
    std::uint64_t m_jsonLines = 0;
    std::uint64_t m_accessLines = 0;
    std::uint64_t m_textLines = 0;
    std::map<QString, int> m_votes; ///< for dialects and layouts, by the first lines
};

} // namespace derouter
