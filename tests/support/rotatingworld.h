// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logfolder.h"
#include "packing.h"

#include <QFile>
#include <QFileInfo>
#include <QString>

#include <algorithm>
#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace derouter {

/// A log and everything that can happen to its files, on disk and in memory alike: what the reader should
/// have got can be told at any time. Every line is unique.
class RotatingWorld {
public:
    static constexpr int kept = 3; ///< rotated files

    /// Files that are made begin with `header`, a line, if it is not empty.
    explicit RotatingWorld(std::string header = {})
        : m_header(std::move(header)) {
        create();
    }
    ~RotatingWorld() { close(); }
    RotatingWorld(const RotatingWorld&) = delete;
    RotatingWorld& operator=(const RotatingWorld&) = delete;

    QString path() const { return m_folder.path(name()); }

    void append(int count) {
        for (int i = 0; i < count; ++i) {
            put(rest() + "\n");
            m_writer->lines.push_back(std::exchange(m_writer->partial, {}));
            written.insert(m_writer->lines.back());
            if (m_writer->retired || (!m_writer->opened && !isLinked(*m_writer)))
                unseen.insert(m_writer->lines.back());
        }
    }

    /// The beginning of the next line.
    void appendHalf() {
        if (m_writer->partial.empty())
            put(rest().substr(0, 9));
    }

    /// The name goes to `app.log.1`; the writer keeps its file until `create()`.
    void rename() {
        if (!m_names.contains(name()))
            return;
        shift();
        move(name(), rotated(1));
    }

    /// The writer opens the file of the name, which is made if it is not there.
    void create() {
        close();
        auto& file = m_names[name()];
        const bool isNew = !file;
        if (isNew)
            file = std::make_shared<File>();
        open(name(), file, isNew);
    }

    /// The name becomes a link to a new file, all at once, and the writer goes on there.
    void retarget() {
        close();
        const QString target = QStringLiteral("target-%1").arg(m_targets++);
        const auto old = m_names.find(name());
        const auto file = old == m_names.end() ? nullptr : old->second;
        QFile::link(m_folder.path(target), m_folder.path(QStringLiteral("new.link")));
        const auto next = std::make_shared<File>();
        open(target, next, true);
        ::rename(native(QStringLiteral("new.link")).constData(), native(name()).constData());
        m_names[name()] = next;
        if (file)
            lose(*file); // it has no name that is known
    }

    /// As if it were written anew: the file stays, with other lines and more of them.
    void rewrite() {
        const auto at = m_names.find(name());
        if (at == m_names.end() || at->second != m_writer)
            return;
        const auto before = at->second->lines.size();
        truncate();
        begin();
        append(static_cast<int>(before) + 2);
    }

    void copyTruncate() {
        if (!m_names.contains(name()))
            return;
        shift();
        auto copy = copyOf(*m_names[name()]);
        QFile::copy(m_folder.path(name()), m_folder.path(rotated(1)));
        m_names[rotated(1)] = copy;
        truncate();
    }

    void truncate() {
        const auto at = m_names.find(name());
        if (at == m_names.end())
            return;
        ::truncate(native(name()).constData(), 0);
        lose(*at->second);
        if (!at->second->partial.empty())
            ++m_next; // that line is never finished
        *at->second = File();
    }

    void remove() {
        if (!m_names.contains(name()))
            return;
        QFile::remove(m_folder.path(name()));
        const auto file = m_names[name()];
        m_names.erase(name());
        lose(*file);
    }

    /// A longer copy takes the name, as rsync and editors write. Not that of a link: its target stays, and the
    /// copy is another file.
    void replaceByGrownCopy(int count) {
        if (!m_names.contains(name()) || m_names[name()] != m_writer || !m_writer->partial.empty() ||
            QFileInfo(path()).isSymLink())
            return;
        QFile::copy(m_folder.path(name()), m_folder.path(QStringLiteral("app.log.tmp")));
        ::rename(native(QStringLiteral("app.log.tmp")).constData(), native(name()).constData());
        m_names[name()] = copyOf(*m_names[name()]);
        create();
        append(count);
    }

    /// Not a link: gzip refuses them.
    void compress() {
        const QString plain = rotated(1);
        const auto at = m_names.find(plain);
        if (at == m_names.end() || at->second == m_writer || QFileInfo(m_folder.path(plain)).isSymLink())
            return;
        QFile file(m_folder.path(plain));
        if (!file.open(QIODevice::ReadOnly))
            return;
        m_folder.write(plain + QStringLiteral(".gz"), packed(file.readAll()));
        QFile::remove(m_folder.path(plain));
        m_names[plain + QStringLiteral(".gz")] = at->second;
        m_names.erase(plain);
    }

    /// The reader has looked: what stands in a file now has been seen.
    void noteLook() {
        for (auto& [name, file] : m_names) {
            file->opened = true;
            file->seen = !file->lines.empty();
        }
    }

    /// The reader has ended: it holds no file any more.
    void noteNobodyLooks() {
        for (auto& [name, file] : m_names)
            file->opened = file->seen = false;
        m_writer->opened = m_writer->seen = false;
        m_writer->retired = m_writer->retired || !isLinked(*m_writer);
    }

    /// Lines that stand in no file with a name.
    std::set<std::string> unreachable() const {
        std::set<std::string> lines(written.begin(), written.end());
        for (const auto& [name, file] : m_names)
            for (const std::string& line : file->lines)
                lines.erase(line);
        return lines;
    }

    /// Time has passed in which the reader gave up files that lost their name.
    void noteRetirement() {
        const auto live = m_names.find(name());
        if (live == m_names.end() || live->second != m_writer)
            m_writer->retired = true;
    }

    /// Unfinished lines, as they stand now or stood when they were cut off.
    std::set<std::string> halves() const {
        std::set<std::string> all = m_cutHalves;
        for (const auto& [name, file] : m_names)
            all.insert(file->partial);
        all.insert(m_writer->partial);
        return all;
    }

    std::multiset<std::string> written;
    std::set<std::string> destroyed; ///< may have been nowhere when the reader looked
    std::set<std::string> unseen;    ///< of these: in files that were empty or not there at the last look

private:
    struct File {
        std::vector<std::string> lines;
        std::string partial;
        bool opened = false;  ///< it had a name at some look
        bool seen = false;    ///< and lines at the last one
        bool retired = false; ///< without the log's name for so long that nobody looks at it any more
    };

    static std::shared_ptr<File> copyOf(const File& file) {
        return std::make_shared<File>(File{.lines = file.lines, .partial = file.partial});
    }

    bool isLinked(const File& file) const {
        return std::ranges::any_of(m_names, [&](const auto& name) { return name.second.get() == &file; });
    }

    static QString name() { return QStringLiteral("app.log"); }
    static QString rotated(int number) { return QStringLiteral("app.log.%1").arg(number); }
    QByteArray native(const QString& name) const { return QFile::encodeName(m_folder.path(name)); }

    /// What the line under way still lacks; begins one where there is none.
    std::string rest() {
        const std::string line = "line " + std::to_string(m_next) + " of the log that is written\n";
        const std::string whole = line.substr(0, line.size() - 1);
        return whole.substr(m_writer->partial.size());
    }

    void open(const QString& name, const std::shared_ptr<File>& file, bool isNew) {
        m_writer = file;
        m_descriptor = ::open(native(name).constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
        if (isNew)
            begin();
    }

    void begin() {
        if (m_header.empty())
            return;
        const std::string line = m_header + '\n';
        [[maybe_unused]] const auto done = ::write(m_descriptor, line.data(), line.size());
    }

    void put(const std::string& text) {
        [[maybe_unused]] const auto done = ::write(m_descriptor, text.data(), text.size());
        const bool ends = text.back() == '\n';
        m_writer->partial += ends ? text.substr(0, text.size() - 1) : text;
        m_next += ends ? 1 : 0;
    }

    void close() {
        if (m_writer && !m_writer->partial.empty()) {
            m_cutHalves.insert(m_writer->partial);
            ++m_next; // that line is never finished
        }
        if (m_descriptor >= 0)
            ::close(m_descriptor);
        m_descriptor = -1;
    }

    void move(const QString& from, const QString& to) {
        ::rename(native(from).constData(), native(to).constData());
        m_names[to] = m_names[from];
        m_names.erase(from);
    }

    void shift() {
        for (const QString& suffix : {QString(), QStringLiteral(".gz")}) {
            if (const auto oldest = m_names.find(rotated(kept) + suffix); oldest != m_names.end()) {
                QFile::remove(m_folder.path(oldest->first));
                const auto file = oldest->second;
                m_names.erase(oldest);
                lose(*file);
            }
            for (int number = kept - 1; number > 0; --number)
                if (m_names.contains(rotated(number) + suffix))
                    move(rotated(number) + suffix, rotated(number + 1) + suffix);
        }
    }

    /// The lines of this file that stand in no other.
    void lose(const File& file) {
        m_cutHalves.insert(file.partial);
        for (const std::string& line : file.lines) {
            bool elsewhere = false;
            for (const auto& [name, other] : m_names)
                elsewhere = elsewhere || (other.get() != &file &&
                                          std::ranges::find(other->lines, line) != other->lines.end());
            if (elsewhere)
                continue;
            destroyed.insert(line);
            if (!file.seen)
                unseen.insert(line);
        }
    }

    LogFolder m_folder;
    std::string m_header;
    int m_targets = 0;
    std::map<QString, std::shared_ptr<File>> m_names;
    std::shared_ptr<File> m_writer;
    std::set<std::string> m_cutHalves;
    int m_descriptor = -1;
    int m_next = 0;
};

} // namespace derouter
