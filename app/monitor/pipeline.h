// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "classify/classifier.h"
#include "format/jsonsplitter.h"
#include "format/lineframer.h"
#include "format/ownedrecord.h"
#include "format/recordreader.h"
#include "monitor/accessshortcut.h"
#include "monitor/batch.h"
#include "monitor/jsonshortcut.h"
#include "monitor/otherfailures.h"
#include "monitor/successpairs.h"
#include "monitor/textshortcut.h"
#include "monitor/toldparts.h"
#include "monitor/wrappederrors.h"

#include <QStringList>

#include <deque>
#include <optional>
#include <span>

namespace derouter {

struct PipelineOptions {
    int source = -1; ///< SourceId the sightings carry
    ChosenFormat format;
    QTimeZone zone; ///< of stamps that name none
    ApiRequests requests;
    TimeRange range; ///< dated records outside are not counted
    bool keepRaw = true;
    bool shortcuts = true; ///< lines that differ from known ones in nothing that matters are not read in
                           ///< full; what comes out is the same
};

/// Bytes of one source in, failures and counts out: framing, assembling, reading and classifying behind one
/// call.
///
/// Pure: no thread, no QObject, no clock. How the bytes are cut into calls makes no difference to what comes
/// out.
class Pipeline final : RecordSink {
public:
    explicit Pipeline(PipelineOptions options);

    /// When the log was last written, for stamps without a date.
    void setReference(std::optional<Microseconds> time) { m_log->reader.setReference(time); }

    /// Whether the bytes that follow can be read again where they stand: Sighting::isInFile.
    void setIsFile(bool on) { m_isFile = on; }

    /// Where the next bytes go, and how many were written there.
    std::span<char> writable() { return m_framer.writable(); }
    void commit(std::size_t bytes);
    /// Room for what comes behind that, which another thread may write while this one commits; empty where it
    /// cannot be had.
    std::span<char> spare();
    /// So many bytes were written there: the next commit works on them.
    void takeSpare(std::size_t bytes) { m_framer.takeSpare(bytes); }

    /// Ends the record that waits for more lines; for when a followed log is quiet.
    void flush();
    /// The stream ends here: its unfinished line is a line.
    void finish();
    /// Where one of several files stands whose bytes come in turn.
    using Place = LineFramer::Place;
    /// What follows is of another file. The unfinished line and record are given up: they will come again.
    Place suspend();
    /// Goes on with the file that has this number, at its place; with an empty one it begins. Call `finish()`
    /// or `suspend()` before.
    void resume(int file, Place place);
    /// The file of this number begins, a log of its own: nothing goes over to it from those before but their
    /// counts. Call `finish()` before, and take what was found.
    void beginLog(int file);
    /// Bytes of the stream that were passed over, `duplicates` lines among them, or never there.
    void skip(std::uint64_t bytes, std::uint64_t duplicates);
    /// At the time of the record before it, by the log.
    void noteGap(const Gap& gap);
    void noteTurnover(Turnover::Kind kind, std::chrono::seconds length = {});
    /// The first bytes of the line whose end has not come yet.
    std::string_view waitingLine() const;

    std::size_t waitingFailures() const { return m_batch.failures.size(); }
    /// What was found since the last call.
    Batch take();

private:
    /// How the stream is cut into records.
    enum class Shape : std::uint8_t { Undecided, Lines, Document };

    static constexpr std::uint64_t firstLinesKept = 50;

    void take(const LogRecord& record, const Origin& origin) override;
    void reject(const Origin& origin, Rejection why) override;

    void readPending(bool atEnd);
    Shape shapeOf(std::string_view beginning, bool atEnd) const;
    /// What is known of the next line before it is cut.
    struct Ahead {
        bool isRead = false;
        std::optional<KnownLine> known;
    };

    void readLine(const Line& line, const Ahead& ahead);
    Ahead passOverKnown();
    std::optional<KnownLine> findKnown(std::string_view line);
    void takeKnown(const KnownLine& known, const Line& line);
    void leaveOut(const KnownLine& known, bool object, std::uint64_t lines);
    bool leaveOutText(const Line& line);
    void readLeftOut();
    void countKnown(const KnownLine& known, std::uint64_t lines);
    void readInFull(const Line& line);
    void learn(const LogRecord& record, const Origin& origin, RecordKind kind);
    void learnObject(std::string_view line, const LogRecord& record, RecordKind kind);
    bool isWorthLearning();
    void readDocument();
    void readTornElement();
    bool heldBack(const LogRecord& record, RecordKind kind, std::optional<Microseconds> time);
    void releaseHeld(std::optional<Microseconds> until);
    void keepNote(const LogRecord& record, const Origin& origin);
    void emitFailure(const LogRecord& record, const Origin& origin, std::optional<Microseconds> time,
                     TimeQuality quality);
    void noteTime(Microseconds time);
    void dateTurns();
    void noteAnswer(std::string_view requestId, std::optional<Microseconds> time);
    void takeSuccess(std::string_view requestId, std::optional<Microseconds> time, bool addressed,
                     bool isAnswer, std::uint64_t count = 1);
    void emitSingle();
    void emitSuccess(std::string_view requestId, std::optional<Microseconds> time, std::uint64_t count = 1);

    /// A text that is known. Until the next line shows that it stands alone it may have to be read in full
    /// yet.
    struct LeftOut {
        bool is = false;
        PaddedText text;
        Line line;
        KnownLine known;
    };

    /// What one log taught about itself.
    struct Log {
        Log(const ChosenFormat& format, const QTimeZone& zone, RecordSink& sink)
            : reader(format, zone, sink) {}

        RecordReader reader;
        std::optional<Microseconds> lastTime;
        bool sdkLogs = false; ///< it has lines of an SDK's own log
        AccessShortcut access;
        JsonShortcut objects;
        TextShortcut texts;
        bool mayKnowAccess = false;
        bool mayKnowObjects = false;
        bool mayKnowTexts = false;
        PaddedText fullText; ///< the text that was read in full last
        LeftOut leftOut;
        ToldParts parts;
        WrappedErrors layers;
        OtherFailures otherFailures;
        SuccessPairs pairs;
        std::uint64_t known = 0;
        std::uint64_t learned = 0;
        std::deque<std::optional<Microseconds>>
            held; ///< an HTTP library's successes that the SDK may tell again
    };

    QString formatName() const;

    PipelineOptions m_options;
    Classifier m_classifier;
    LineFramer m_framer;
    std::optional<Log> m_log;
    JsonSplitter m_splitter;
    Shape m_shape = Shape::Undecided;
    int m_file = 0;
    bool m_isFile = false;
    Batch m_batch;
    QStringList m_formats; ///< of the logs before
    std::uint64_t m_rejectedKept = 0;
    std::uint64_t m_requestsTold = 0; ///< by records, each for itself
    std::string_view m_lineText;      ///< of the line that is being read in full
    int m_recordsOfLine = 0;
    std::optional<OwnedRecord> m_failedObject; ///< what that line is, if it tells of nothing else
};

} // namespace derouter
