// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include "cli/sourcewords.h"
#include "core/timespan.h"
#include "format/formatnames.h"
#include "source/address.h"
#include "source/command.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <utility>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

struct Options {
    QCommandLineOption report{
        u"report"_s,
        Text::tr(
            "Read the sources to their end and write a report: text, json, jsonl, csv, html or markdown."),
        Text::tr("format")};
    QCommandLineOption output{{u"o"_s, u"output"_s},
                              Text::tr("Write the report to this file, readable by you alone."),
                              Text::tr("file")};
    QCommandLineOption explain{
        u"explain"_s,
        Text::tr(
            "Explain one pasted error, log line, body or curl -i text: the argument, or standard input.")};
    QCommandLineOption command{
        u"command"_s,
        Text::tr(
            "Read what a program writes, such as docker logs -f api. Everything behind this option is the "
            "program and its arguments, as they stand: no shell reads them."),
        Text::tr("program argument …")};
    QCommandLineOption follow{u"follow"_s,
                              Text::tr("Go on after the end of the sources (the window does so by itself).")};
    QCommandLineOption noFollow{u"no-follow"_s, Text::tr("Stop at the end of the sources.")};
    QCommandLineOption seconds{u"for"_s, Text::tr("With --report --follow: report after so many seconds."),
                               Text::tr("seconds")};
    QCommandLineOption session{
        u"session"_s,
        Text::tr("Keep in this file what is read, and go on where the last run with it ended: with its "
                 "sources, when none are named, and with what was rotated since."),
        Text::tr("file")};
    QCommandLineOption since{
        u"since"_s, Text::tr("Only from this time on: ISO 8601, or a span before now such as 15m, 2h or 1d."),
        Text::tr("time")};
    QCommandLineOption until{u"until"_s, Text::tr("Only before this time."), Text::tr("time")};
    QCommandLineOption format{u"format"_s,
                              Text::tr("Read the sources as this format: a name of --list-formats, a log "
                                       "layout as it stands in a server's configuration, or a /regular "
                                       "expression/ with named groups."),
                              Text::tr("name")};
    QCommandLineOption saveFormat{
        u"save-format"_s,
        Text::tr("Keep the layout or expression of --format under this name, for later and for the window."),
        Text::tr("name")};
    QCommandLineOption listFormats{u"list-formats"_s, Text::tr("List the formats known by name.")};
    QCommandLineOption timeZone{
        u"time-zone"_s,
        Text::tr("Zone of time stamps that name none, such as Europe/Berlin (default: the system's)."),
        Text::tr("zone")};
    QCommandLineOption host{u"host"_s,
                            Text::tr("Requests to this host count as DeRouter's, too. May be repeated."),
                            Text::tr("host")};
    QCommandLineOption path{u"path"_s,
                            Text::tr("Requests to this path count as DeRouter's, too. May be repeated."),
                            Text::tr("path")};
    QCommandLineOption newWindow{
        u"new-window"_s,
        Text::tr("Open a window of its own; else files and folders are opened in the window that is open "
                 "already.")};
    QCommandLineOption newSession{u"new-session"_s,
                                  Text::tr("Open a window of its own, without what was open the last time.")};
    QCommandLineOption failOn{u"fail-on"_s,
                              Text::tr("Exit with status 3 if one of these occurred: codes "
                                       "(402,529,none,stream), you, derouter, provider, unknown or any."),
                              Text::tr("list")};
    QCommandLineOption quiet{{u"q"_s, u"quiet"_s}, Text::tr("No progress and no notes.")};
    QCommandLineOption verbose{u"verbose"_s, Text::tr("Say what is read and in which format.")};
    QCommandLineOption help{{u"h"_s, u"help"_s}, Text::tr("Show this text.")};
    QCommandLineOption version{{u"v"_s, u"version"_s}, Text::tr("Show the version.")};
};

QList<QCommandLineOption> allOf(const Options& options) {
    return {options.report,   options.output,     options.explain,     options.command,  options.follow,
            options.noFollow, options.seconds,    options.session,     options.since,    options.until,
            options.format,   options.saveFormat, options.listFormats, options.timeZone, options.host,
            options.path,     options.newWindow,  options.newSession,  options.failOn,   options.quiet,
            options.verbose,  options.help,       options.version};
}

/// A text behind --explain may begin with a dash: what is no option of ours is pasted. Before it, `--` ends
/// the options.
QStringList withPastedText(QStringList arguments, const Options& options) {
    QStringList names;
    for (const QCommandLineOption& option : allOf(options))
        for (const QString& name : option.names())
            names << (name.size() == 1 ? u"-"_s : u"--"_s) + name;
    const auto isText = [&names](const QString& argument) {
        return argument.startsWith(u'-') && argument != "-"_L1 &&
               !names.contains(argument.section(u'=', 0, 0));
    };
    const qsizetype explain = arguments.indexOf(u"--explain"_s);
    for (qsizetype at = explain + 1; explain >= 0 && at < arguments.size(); ++at) {
        if (arguments[at] == "--"_L1)
            break;
        if (!isText(arguments[at]))
            continue;
        arguments.insert(at, u"--"_s);
        break;
    }
    return arguments;
}

void describe(QCommandLineParser& parser, const Options& options) {
    parser.setApplicationDescription(Text::tr(
        "Reads logs live, finds DeRouter's API errors in them, and says what each means and whose move it "
        "is.\n"
        "Without --report or --explain it opens a window on the sources.\n\n"
        "Exit status: 0 done, 1 a source could not be read, 2 wrong usage, 3 --fail-on matched (before 1)."));
    parser.addOptions(allOf(options));
    parser.addPositionalArgument(
        u"sources"_s,
        Text::tr("Log files, plain or compressed; folders; patterns; - is standard input; "
                 "tcp://127.0.0.1:5140 or udp://127.0.0.1:5140, to listen for syslog; "
                 "loki+https://host/?query={app=\"api\"}, with loki+http://host:3100 too, to ask a Grafana "
                 "Loki: from --since on, or for the last hour."),
        u"[FILE | DIRECTORY | GLOB | ADDRESS | -]…"_s);
}

Result<Microseconds> parseTime(const QString& text, const QTimeZone& zone, Microseconds now) {
    if (const auto span = timeSpan(text))
        return now - *span;
    QString iso = text;
    iso.replace(u' ', u'T');
    QDateTime time = QDateTime::fromString(iso, Qt::ISODateWithMs);
    if (!time.isValid())
        return Error{Text::tr("“%1” is no time: write it as 2026-11-03T09:14:07Z, or as a span before now "
                              "such as 15m, 2h or 1d.")
                         .arg(text)};
    if (time.timeSpec() == Qt::LocalTime)
        time = QDateTime(time.date(), time.time(), zone);
    return time.toMSecsSinceEpoch() * 1000;
}

/// The entries of --fail-on, as reports write them. An empty list is wrong: a gate with nothing in it would
/// never close.
Result<QStringList> parseFailOn(const QString& list) {
    const QStringList words{u"you"_s, u"derouter"_s, u"provider"_s, u"unknown"_s,
                            u"any"_s, u"none"_s,     u"stream"_s};
    QStringList entries;
    for (const QString& item : list.split(u',')) {
        const QString entry = item.trimmed().toLower();
        bool isNumber = false;
        const int code = entry.toInt(&isNumber);
        const bool isCode = isNumber && code >= 400 && code <= 999;
        if (!isCode && !words.contains(entry))
            return Error{Text::tr("--fail-on does not know “%1”: it takes codes such as 402, none or stream, "
                                  "and you, derouter, provider, unknown or any.")
                             .arg(entry)};
        entries << (isCode ? QString::number(code) : entry);
    }
    return entries;
}

/// The words of the command line up to --command, and those behind it, which are the command's whatever they
/// look like.
struct Words {
    QStringList ours;
    std::optional<QStringList> command;
};

Words split(const QStringList& arguments) {
    const qsizetype at = arguments.indexOf(u"--command"_s);
    const qsizetype endOfOptions = arguments.indexOf(u"--"_s);
    if (at < 0 || (endOfOptions >= 0 && endOfOptions < at))
        return {arguments, std::nullopt};
    return {arguments.first(at), arguments.sliced(at + 1)};
}

SourceSpec commandSource(const QStringList& command, SourceSpec pattern) {
    pattern.kind = SourceSpec::Kind::Command;
    pattern.command = command;
    return pattern;
}

/// Takes what may be right or wrong in itself; the sentence when it is wrong.
std::optional<Error> takeValues(const QCommandLineParser& parser, const Options& options, Microseconds now,
                                CommandLine& line, SourceSpec& pattern) {
    if (parser.isSet(options.timeZone)) {
        const QByteArray name = parser.value(options.timeZone).toUtf8();
        if (!QTimeZone::isTimeZoneIdAvailable(name))
            return Error{Text::tr("There is no time zone “%1”; they are called such as Europe/Berlin or UTC.")
                             .arg(parser.value(options.timeZone))};
        pattern.timeZone = QTimeZone(name);
    }
    if (parser.isSet(options.format)) {
        pattern.format = parser.value(options.format);
        if (pattern.format.trimmed().isEmpty())
            return Error{Text::tr(
                "--format needs a name, a layout or an expression; --list-formats gives the names.")};
        if (const QString wrong = checkFormat(pattern.format); !wrong.isEmpty())
            return Error{wrong};
    }
    for (const auto& [option, end] :
         {std::pair(&options.since, &line.range.from), std::pair(&options.until, &line.range.to)}) {
        if (!parser.isSet(*option))
            continue;
        const auto time =
            parseTime(parser.value(*option), pattern.timeZone.value_or(QTimeZone::systemTimeZone()), now);
        if (!time)
            return time.error();
        *end = time.value();
    }
    if (line.range.from && line.range.to && *line.range.from >= *line.range.to)
        return Error{Text::tr("--since has to be before --until.")};
    if (parser.isSet(options.failOn)) {
        const auto entries = parseFailOn(parser.value(options.failOn));
        if (!entries)
            return entries.error();
        line.failOn = entries.value();
    }
    if (parser.isSet(options.seconds)) {
        bool isNumber = false;
        line.seconds = parser.value(options.seconds).toDouble(&isNumber);
        if (!isNumber || !std::isfinite(*line.seconds) || *line.seconds < 0)
            return Error{
                Text::tr("--for takes a number of seconds, not “%1”.").arg(parser.value(options.seconds))};
    }
    return std::nullopt;
}

/// Options that only mean something together with others.
std::optional<Error> checkTogether(const QCommandLineParser& parser, const Options& options,
                                   const std::optional<QStringList>& command) {
    const bool reports = parser.isSet(options.report);
    if (parser.isSet(options.command) || (command && command->isEmpty()))
        return Error{
            Text::tr("--command needs a program and its arguments behind it, each a word of its own.")};
    if (command && parser.isSet(options.explain))
        return Error{Text::tr("--command and --explain exclude one another.")};
    if (parser.isSet(options.follow) && parser.isSet(options.noFollow))
        return Error{Text::tr("--follow and --no-follow exclude one another.")};
    if (parser.isSet(options.seconds) && !(reports && parser.isSet(options.follow)))
        return Error{Text::tr("--for needs --report and --follow.")};
    if (parser.isSet(options.session) && parser.value(options.session).isEmpty())
        return Error{Text::tr("--session needs the name of a file.")};
    if (parser.isSet(options.output) && !reports)
        return Error{Text::tr("--output needs --report.")};
    if (parser.isSet(options.saveFormat) && !parser.isSet(options.format))
        return Error{Text::tr("--save-format needs --format.")};
    if (parser.isSet(options.failOn) && !reports)
        return Error{Text::tr("--fail-on needs --report.")};
    if (reports && parser.isSet(options.explain))
        return Error{Text::tr("--report and --explain exclude one another.")};
    return std::nullopt;
}

/// What is wrong with the sources themselves, before anything is read or written.
std::optional<Error> checkSources(const CommandLine& line) {
    for (const SourceSpec& source : line.sources) {
        if (source.kind == SourceSpec::Kind::Address)
            if (const auto address = readAddress(source.address); !address)
                return address.error();
        if (source.kind != SourceSpec::Kind::File)
            continue;
        if (source.path.isEmpty())
            return Error{Text::tr("A file name is empty.")};
        const QFileInfo file(source.path);
        for (const QString& written : {line.output, line.session})
            if (!written.isEmpty() && file.exists() && file == QFileInfo(written))
                return Error{Text::tr("%1 is a source; what is written would take its place.").arg(written)};
    }
    return std::nullopt;
}

CommandLine::Mode modeOf(const QCommandLineParser& parser, const Options& options) {
    if (parser.isSet(options.help))
        return CommandLine::Mode::Help;
    if (parser.isSet(options.version))
        return CommandLine::Mode::Version;
    if (parser.isSet(options.listFormats))
        return CommandLine::Mode::ListFormats;
    if (parser.isSet(options.explain))
        return CommandLine::Mode::Explain;
    return parser.isSet(options.report) ? CommandLine::Mode::Report : CommandLine::Mode::Window;
}

} // namespace

Result<CommandLine> parseCommandLine(const QStringList& arguments, Microseconds now) {
    const Options options;
    const Words words = split(arguments);
    QCommandLineParser parser;
    describe(parser, options);
    if (!parser.parse(QStringList{QCoreApplication::applicationName()} + withPastedText(words.ours, options)))
        return Error{parser.errorText() + u" "_s + Text::tr("See --help.")};
    CommandLine line;
    line.mode = modeOf(parser, options);
    line.newSession = parser.isSet(options.newSession);
    line.newWindow = line.newSession || parser.isSet(options.newWindow);
    line.quiet = parser.isSet(options.quiet);
    line.verbose = parser.isSet(options.verbose);
    if (line.mode == CommandLine::Mode::Help)
        line.helpText = parser.helpText();
    if (line.mode == CommandLine::Mode::Help || line.mode == CommandLine::Mode::Version)
        return line;
    if (auto wrong = checkTogether(parser, options, words.command))
        return *wrong;
    SourceSpec pattern;
    if (auto wrong = takeValues(parser, options, now, line, pattern))
        return *wrong;
    if (line.mode == CommandLine::Mode::Explain) {
        line.explainText = parser.positionalArguments().join(u' ');
        return line;
    }
    if (line.mode == CommandLine::Mode::Report) {
        const auto format = reportFormat(parser.value(options.report));
        if (!format)
            return Error{
                Text::tr("--report does not know “%1”: it writes text, json, jsonl, csv, html or markdown.")
                    .arg(parser.value(options.report))};
        line.report = *format;
    }
    if (parser.isSet(options.saveFormat))
        line.formatToSave = {parser.value(options.saveFormat), pattern.format};
    line.output = parser.value(options.output);
    line.session = parser.value(options.session);
    line.hosts = parser.values(options.host);
    line.paths = parser.values(options.path);
    line.follow = line.mode == CommandLine::Mode::Window ? !parser.isSet(options.noFollow)
                                                         : parser.isSet(options.follow);
    pattern.follow = line.follow;
    line.sources = sourcesFor(parser.positionalArguments(), pattern);
    if (words.command) {
        line.sources.push_back(commandSource(*words.command, pattern));
        line.note = shellNote(*words.command);
    }
    if (auto wrong = checkSources(line))
        return *wrong;
    return line;
}

} // namespace derouter
