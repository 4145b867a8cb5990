// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/line.h"
#include "core/rejection.h"
#include "format/csvreader.h"
#include "format/eventstream.h"
#include "format/formatcatalog.h"
#include "format/journalexport.h"
#include "format/jsonreader.h"
#include "format/lastanswer.h"
#include "format/layoutselector.h"
#include "format/lineorder.h"
#include "format/openrequests.h"
#include "format/ownedrecord.h"
#include "format/quotedblock.h"
#include "format/recordassembler.h"
#include "format/recordbuilder.h"
#include "format/severalerrors.h"
#include "format/texts.h"
#include "format/timeparser.h"
#include "format/transcript.h"
#include "format/wirelog.h"
#include "format/wrappers.h"
#include "format/writeout.h"
#include "format/xmlrecord.h"

#include <array>
#include <deque>
#include <map>
#include <string>
#include <vector>

namespace derouter {

/// Where a record stands in its source, and its bytes.
struct Origin {
    std::uint64_t line = 0;   ///< its first, counted from 1
    std::uint64_t offset = 0; ///< of its first byte
    std::uint64_t bytes = 0;
    std::uint64_t lines = 1;
    std::string_view raw;
};

/// What a RecordReader hands its findings to.
class RecordSink {
public:
    virtual ~RecordSink() = default;
    /// `record` and `origin.raw` are good during the call.
    virtual void take(const LogRecord& record, const Origin& origin) = 0;
    virtual void reject(const Origin& origin, Rejection why) = 0;
};

/// Turns the lines of one source, whatever wrote them, into records: takes collectors' wrappers off, nested
/// as they come, joins the lines of one record, and chooses the reader by what stands there, line by line.
///
/// How the source is cut into calls makes no difference. One thread.
class RecordReader {
public:
    RecordReader(ChosenFormat format, QTimeZone zone, RecordSink& sink);

    /// When the log was last written, for stamps without a date.
    /// A status in words counts although nothing shows whose it is.
    void trust() { m_builder.trust(); }
    void setReference(std::optional<Microseconds> time) { m_times.setReference(time); }

    /// At least `JsonReader::padding` bytes behind the line must be readable.
    void readLine(const Line& line);
    /// An element of a JSON document, padded alike.
    void readElement(std::string_view text, const Origin& origin);
    /// Ends the records that wait for more lines.
    void flush();
    /// The stream ends here or another one begins.
    void finish();

    /// By what the first lines showed.
    QString formatName() const;

    // For a caller that knows by itself what some lines tell.

    /// Whether the record that is being handed over is one line as a whole: an object, an access line of the
    /// common layout, or a text with a stamp of its own.
    bool wasPlain() const { return m_plain; }
    /// Whether lines of this kind may be left out now: nothing waits for the next line, and enough of them
    /// were read to name the format.
    bool mayLeaveOutObjects() const { return m_jsonLines >= linesThatVote && isIdle(); }
    bool mayLeaveOutAccessLines() const {
        return m_accessLines >= linesThatVote && m_layouts.readsCommonLayout() && isIdle();
    }
    /// The same of texts with stamps, but for the one before, which may be open.
    bool mayLeaveOutTexts() const {
        return m_textLines >= linesThatVote && m_layouts.forgetsTexts() && waitsForTextsOnly();
    }
    /// Whether a text like the last line may be: it leaves nothing behind here.
    bool mayLearnText() const { return !m_layouts.sawRequest(); }
    /// Ends the text before one that may be left out. False where `line` goes on that text, or where it may
    /// not be left out now that the text was read.
    bool endsBefore(std::string_view line);
    /// `ofRequest`: it tells of one.
    void leaveOutText(bool ofRequest);
    /// Such lines, all of this time, were left out.
    void leaveOutObjects(Microseconds time, std::uint64_t lines);
    void leaveOutAccessLines(Microseconds time, std::uint64_t lines);
    /// Such a line is of a failed request, and would be read as this record.
    void takeObject(const LogRecord& record, const Line& line);
    void takeAccessLine(const LogRecord& record, const Line& line);

private:
    /// One layer of wrapping around the text at hand.
    struct Layer {
        Origin origin;
        std::optional<Stamp> stamp;
        std::string stream;
        int depth = 0;
    };

    /// A line that comes before the head of its record.
    struct Waiting {
        std::string text;
        Layer layer;
    };

    /// The lines of one stream: the source itself, or one container of several in a file.
    struct Stream {
        std::string name;
        RecordAssembler assembler;
        std::optional<Stamp> stamp; ///< the wrapper's, of the open record
        int depth = 0;              ///< of the layer in which the open record stands
        std::size_t indent = 0;     ///< before each of its lines
        std::string part;           ///< the beginning of a line that its wrapper split
        Origin partOrigin;
        LineOrder order;
        std::vector<Waiting> waiting;
    };

    /// What waits, in its order, until it is known where the source's access lines have their status: such a
    /// line, or what else was found meanwhile.
    struct Held {
        std::string text; ///< what the views of the layer's origin stand in
        Layer layer;
        std::optional<OwnedRecord> record;
        std::optional<Rejection> why;
    };

    /// A message of several lines whose length stands before it.
    struct Frame {
        std::string text;
        Origin origin;
        std::size_t missing = 0; ///< bytes of it that are to come
    };

    /// What journalctl and its kin indent the further lines of one message by.
    struct Margin {
        std::size_t width = 0; ///< 0: the line before ended no such message
        std::string stream;
        std::optional<Stamp> stamp;
    };

    /// In which container and how deep in its wrappers a document stands whose lines are being collected.
    struct OpenDocument {
        int depth = 0;
        std::string stream;
        std::optional<Stamp> stamp; ///< the wrapper's, of its first line

        /// Other containers' lines, and wrappers that are not taken off yet, say nothing about it.
        bool isElsewhere(const Layer& layer) const { return depth != layer.depth || stream != layer.stream; }
    };

    /// What goes over one connection of a client that logs it; its lines stand among those of others.
    struct WireConnection {
        std::string name;
        OpenDocument place;
        TranscriptReader exchange;
    };

    static bool isWhole(std::string_view text, const Layer& layer);
    bool isIdle() const;
    bool waitsForTextsOnly() const;
    void noteLeftOut(Microseconds time);
    void takeKnown(const LogRecord& record, const Line& line);
    void decideOnTable(std::string_view row);
    bool readFrames(std::string_view text, const Layer& layer);
    std::string_view continueFrame(std::string_view text, const Layer& layer);
    void endFrame();
    void read(std::string_view text, const Layer& layer);
    bool readQuoted(std::string_view text, bool json, const Layer& layer);
    bool readExchange(std::string_view text, const Layer& layer);
    void addToExchange(std::string_view text, const Layer& layer);
    bool readBelowMargin(std::string_view text, const Layer& layer);
    void readChosen(std::string_view text, const Layer& layer);
    bool continueOpen(std::string_view text, bool json, const Layer& layer);
    static bool mayBeRaisedIn(const Stream& stream, const Layer& layer);
    void endOpen(Stream& stream);
    void readRow(std::string_view line, const Layer& layer);
    void readJson(std::string_view text, const Layer& layer);
    void noteAgent(std::string_view record);
    std::string_view readObject(std::string_view text, const Layer& layer);
    bool readCarrier(std::string_view text, const Layer& layer);
    bool readCarrierBehindWords(std::string_view text, const Layer& layer);
    bool readList(std::string_view text, const Layer& layer);
    bool readFrame(std::string_view text, const Layer& layer);
    bool readArray(std::string_view text, const Layer& layer);
    bool readPair(std::string_view text, const Layer& layer);
    bool readCarried(const Layer& layer);
    void readOne(std::string_view element, const Layer& layer);
    std::optional<Stamp> stampAround(std::string_view text, const Layer& layer);
    bool readAccess(std::string_view text, const Layer& layer);
    bool isRecord(const Peeled& peeled);
    bool readPeeled(std::string_view text, const Layer& layer);
    void readInner(std::string_view text, bool partial, Layer layer);
    void readInOrder(std::string_view text, Stream& stream, const Layer& layer);
    void readWaiting(std::vector<Waiting>& lines);
    void addText(std::string_view text, const Layer& layer);
    void readAssembled(Stream& stream);
    bool readDocument(std::string_view text, const Layer& layer);
    void readTranscript(TranscriptReader& transcript, const OpenDocument& place, bool next = false);
    bool readWire(std::string_view text, const Layer& layer);
    WireConnection& connectionOf(const WireLine& line, bool gateway, const Layer& layer);
    void readWireExchange(WireConnection& connection);
    void readAnsweredWires();
    bool readEvents(std::string_view text, const Layer& layer);
    void readFailedEvent();
    bool goesOnWithBody(std::string_view text);
    bool readPrintedBody(std::string_view text, const Layer& layer);
    void readWrittenOut(const WriteOut& writeOut);
    void releasePrintedBody();
    void readJournalEntry();
    void readXmlRecord();
    bool takeText(std::string_view text, const Origin& origin, const std::optional<Stamp>& stamp);
    void takeAll(const Origin& origin, const std::optional<Stamp>& stamp);
    bool takeSeveral(const SeveralErrors& errors, const Origin& origin, const std::optional<Stamp>& stamp);
    void takeUnprinted(int count, LogRecord last, const Origin& origin, const std::optional<Stamp>& stamp);
    const LogRecord& readPart(const std::string& error);
    void take(const LogRecord& record, const Origin& origin, const std::optional<Stamp>& stamp);
    void turnTo(const std::string& stream);
    void takeDated(const LogRecord& record, const Origin& origin);
    std::optional<Microseconds> zonedTime(const LogRecord& record, const Stamp& stamp) const;
    void emit(const LogRecord& record, const Origin& origin);
    void reject(const Origin& origin, Rejection why);
    Held& hold(std::string_view text, const Layer& layer);
    void boundHeld();
    void releaseHeld();
    Stream& streamOf(const std::string& name);
    void voteFor(const QString& format) { ++m_votes[format]; }

    static constexpr int maxDepth = 6;
    static constexpr std::size_t maxHeld = 256;
    static constexpr std::size_t maxWaiting = 1000;
    static constexpr std::size_t maxConnections = 256;
    static constexpr std::uint64_t linesThatVote = 16; ///< on a source's dialect or layout

    ChosenFormat m_format;
    RecordSink& m_sink;
    TimeParser m_times;
    RecordBuilder m_builder;
    RecordBuilder m_partBuilder; ///< of one of several errors in a record
    RecordBuilder m_wireBuilder; ///< of what goes over a wire
    LayoutSelector m_layouts;
    std::array<JsonReader, maxDepth> m_json;  ///< one a layer, so that each keeps its order of members
    std::array<PaddedText, maxDepth> m_inner; ///< the text of each layer
    std::deque<Stream> m_streams;
    std::vector<Held> m_held;
    Frame m_frame;
    Margin m_margin;
    TranscriptReader m_transcript;
    OpenDocument m_exchange;            ///< of m_transcript
    std::deque<WireConnection> m_wires; ///< in the order of their first lines
    EventStreamReader m_events;
    OpenDocument m_stream; ///< of m_events
    PrintedBody m_printedBody;
    QuotedBlock m_quoted;
    OpenDocument m_quotedIn; ///< of m_quoted
    OpenRequests m_requests;
    LastAnswer m_lastAnswer;
    std::string m_agentsModel[2]; ///< that answered last in an agent's talk, and in one aside from it
    std::string m_answeredIn;     ///< the container of m_lastAnswer
    JournalExport m_journal;
    XmlRecord m_xml;
    CsvReader m_csv;
    Waiting m_header;              ///< of m_csv, while it is doubtful
    bool m_dated = false;          ///< the source has shown records with a time
    bool m_errorEventTold = false; ///< the last object was a Responses API's event that another one repeats
    bool m_plain = false;
    std::uint64_t m_linesSeen = 0;
    std::uint64_t m_jsonLines = 0;
    std::uint64_t m_accessLines = 0;
    std::uint64_t m_textLines = 0;
    std::map<QString, int> m_votes; ///< for dialects and layouts, by the first lines
};

} // namespace derouter
