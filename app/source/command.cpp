// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/command.h"

#include "source/sentences.h"

#include <QDir>
#include <QStandardPaths>

#include <algorithm>

namespace derouter {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLine = 1024 * 1024;

/// As it is called without folder and ending.
QString programName(const QString& program) {
    const QString name = baseName(program);
    return name.endsWith(".exe"_L1, Qt::CaseInsensitive) ? name.chopped(4) : name;
}

QStringList absoluteFoldersOfPath() {
    QStringList folders;
    for (const QString& folder :
         qEnvironmentVariable("PATH").split(QDir::listSeparator(), Qt::SkipEmptyParts))
        if (QDir::isAbsolutePath(folder))
            folders << QDir::cleanPath(folder);
    return folders;
}

/// A batch file is read by cmd.exe, which takes arguments for commands.
bool isBatchFile([[maybe_unused]] const QString& path) {
#ifdef Q_OS_WIN
    return path.endsWith(".bat"_L1, Qt::CaseInsensitive) || path.endsWith(".cmd"_L1, Qt::CaseInsensitive);
#else
    return false;
#endif
}

/// Where docker, podman or one of their kin stands in a command, also behind sudo or ssh, and its word
/// "logs".
struct LogsWord {
    qsizetype relay = -1;
    qsizetype logs = -1; ///< -1 when it is asked for something else
};

LogsWord logsWord(const QStringList& command) {
    const QStringList relays{u"docker"_s, u"podman"_s, u"nerdctl"_s, u"kubectl"_s, u"oc"_s};
    const QStringList others{u"exec"_s, u"run"_s, u"attach"_s};
    LogsWord found;
    for (qsizetype at = 0; at < command.size(); ++at) {
        if (found.relay < 0 && relays.contains(programName(command[at])))
            found.relay = at;
        else if (found.relay >= 0 && others.contains(command[at]))
            return {};
        else if (found.relay >= 0 && command[at] == "logs"_L1)
            return {found.relay, at};
    }
    return {};
}

/// Whether the word behind this one is not for other eyes: -H, --token, --password.
bool takesSecret(const QString& option) {
    const QStringList secrets{u"token"_s, u"password"_s, u"secret"_s, u"key"_s, u"header"_s};
    return option == "-H"_L1 ||
           (option.startsWith(u'-') && !option.contains(u'=') &&
            std::ranges::any_of(secrets, [&](const QString& word) { return option.contains(word); }));
}

/// An option with its value, in one word or two.
struct ValueOption {
    QLatin1StringView name;
    /// How many words it takes here; 0 when `word` is another one.
    int wordsAt(const QString& word) const {
        if (word == name)
            return 2;
        const bool isLong = name.startsWith("--"_L1);
        return word.startsWith(name) && (!isLong || word[name.size()] == u'=') ? 1 : 0;
    }
};

} // namespace

QString commandName(const QStringList& command) {
    QStringList words{programName(command.value(0))};
    bool isSecret = false;
    for (const QString& word : command.mid(1)) {
        if (!word.startsWith(u'-') && !isSecret)
            words << word;
        isSecret = takesSecret(word);
    }
    return words.join(u' ');
}

Result<QString> findProgram(const QStringList& command) {
    const QString program = command.value(0);
    const bool isPlainName = !program.contains(u'/') && !program.contains(QDir::separator());
    if (program.isEmpty() || program.startsWith(u'-'))
        return Error{
            sourceSentence(QT_TRANSLATE_NOOP("Source", "A command begins with a program, not with “%1”."))
                .arg(program)};
    if (!isPlainName && !QDir::isAbsolutePath(program))
        return Error{
            sourceSentence(
                QT_TRANSLATE_NOOP("Source", "%1 is not run: name a program in PATH, or its whole path."))
                .arg(program)};
    const QString path = QStandardPaths::findExecutable(program, absoluteFoldersOfPath());
    if (path.isEmpty() && isPlainName)
        return Error{
            sourceSentence(QT_TRANSLATE_NOOP("Source", "There is no program %1 in PATH.")).arg(program)};
    if (path.isEmpty())
        return Error{
            sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 is no program that can be run.")).arg(program)};
    if (isBatchFile(path))
        return Error{
            sourceSentence(
                QT_TRANSLATE_NOOP("Source", "%1 is a batch file, which a shell would read; it is not run."))
                .arg(program)};
    return path;
}

QString shellNote(const QStringList& command) {
    const QStringList shells{u"sh"_s,   u"bash"_s, u"dash"_s, u"zsh"_s,        u"ksh"_s,
                             u"fish"_s, u"ssh"_s,  u"cmd"_s,  u"powershell"_s, u"pwsh"_s};
    const QStringList operators{u"|"_s, u"||"_s, u";"_s, u"&"_s,  u"&&"_s,
                                u">"_s, u">>"_s, u"<"_s, u"2>"_s, u"2>&1"_s};
    if (std::ranges::any_of(command, [&](const QString& word) { return shells.contains(programName(word)); }))
        return {};
    const auto meant = std::ranges::find_if(command, [&](const QString& word) {
        return operators.contains(word) || word.endsWith(u';') || word.contains("$("_L1) ||
               word.contains(u'`');
    });
    return meant == command.end()
               ? QString()
               : sourceSentence(
                     QT_TRANSLATE_NOOP("Source", "No shell is used: “%1” is given to %2 as it stands."))
                     .arg(*meant, programName(command.first()));
}

LogRelay LogRelay::of(const QStringList& command) {
    const LogsWord found = logsWord(command);
    if (found.logs < 0)
        return {};
    // The lines of several containers come in another order each time.
    const QStringList several{u"compose"_s, u"service"_s, u"-l"_s, u"--selector"_s, u"--all-containers"_s};
    const bool isOne = std::ranges::none_of(
        command, [&](const QString& word) { return several.contains(word.section(u'=', 0, 0)); });
    const QString relay = programName(command[found.relay]);
    return {.mixesErrors = relay != "kubectl"_L1 && relay != "oc"_L1, .stalls = isOne};
}

QStringList withLastLines(const QStringList& command) {
    QStringList shorter = command;
    if (const LogsWord found = logsWord(command); found.logs >= 0)
        shorter.insert(found.logs + 1, u"--tail=10000"_s);
    return shorter;
}

bool hasCursors(const QStringList& command) {
    const bool isUnderSudo = programName(command.value(0)) == "sudo"_L1;
    return std::ranges::any_of(isUnderSudo ? command : command.mid(0, 1),
                               [](const QString& word) { return programName(word) == "journalctl"_L1; });
}

QStringList behindCursor(const QStringList& command, const QByteArray& cursor) {
    // journalctl takes one beginning only.
    constexpr ValueOption beginnings[] = {
        {"--since"_L1}, {"-S"_L1}, {"--cursor"_L1}, {"-c"_L1}, {"--after-cursor"_L1}, {"--cursor-file"_L1}};
    QStringList words;
    for (qsizetype at = 0; at < command.size();) {
        int taken = 0;
        for (const ValueOption& option : beginnings)
            taken = std::max(taken, option.wordsAt(command[at]));
        if (taken == 0)
            words << command[at];
        at += std::max(taken, 1);
    }
    return words << u"--after-cursor="_s + QString::fromLatin1(cursor);
}

void JournalCursor::take(QByteArrayView bytes) {
    for (qsizetype from = 0; from < bytes.size();) {
        const qsizetype feed = bytes.indexOf('\n', from);
        const QByteArrayView part = bytes.sliced(from, (feed < 0 ? bytes.size() : feed) - from);
        if (m_line.size() < longestLine)
            m_line.append(part);
        if (feed < 0)
            return;
        takeLine();
        m_line.clear();
        from = feed + 1;
    }
}

namespace {

/// Of a field in JSON or in the export format. In a JSON string the quotes would be escaped.
QByteArray cursorIn(const QByteArray& line) {
    const QByteArray quoted("\"__CURSOR\"");
    const QByteArray bare("__CURSOR=");
    const qsizetype json = line.indexOf(quoted);
    if (json < 0 && !line.startsWith(bare))
        return {};
    const auto isValue = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == ';' || c == '=';
    };
    const char* const from =
        std::find_if(line.cbegin() + (json < 0 ? bare.size() : json + quoted.size()), line.cend(), isValue);
    const QByteArray value(from, std::find_if_not(from, line.cend(), isValue) - from);
    return value.startsWith("s=") ? value : QByteArray();
}

} // namespace

/// In JSON an entry is a line, or ends with a brace in a line of its own; in the export format with an empty
/// line. The cursor comes before what was logged.
void JournalCursor::takeLine() {
    if (m_open.isEmpty())
        m_open = cursorIn(m_line);
    const QByteArray line = m_line.trimmed();
    if (!line.isEmpty() && line != "}" && line != "}," && !(line.startsWith('{') && line.endsWith('}')))
        return;
    if (!m_open.isEmpty())
        m_last = m_open;
    m_open.clear();
}

} // namespace derouter
