// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Random lives of a log, read by a follower and compared with a model of them: no line may be lost, doubled
// or torn unless a gap says so. DEROUTER_SEQUENCES says how many, DEROUTER_SEED where to begin.

#include "linereading.h"
#include "rotatingworld.h"
#include "source/filesource.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace derouter;
using namespace std::chrono_literals;

namespace {

enum class Action {
    Append,
    Half,
    Rename,
    Create,
    CopyTruncate,
    Truncate,
    Rewrite,
    Remove,
    GrownCopy,
    Compress,
    Retarget,
    Look,
    Pause,
    LongPause,
    Stop,
    Kill,
    Start,
    count
};

constexpr const char* names[] = {"append",        "half",    "rename", "create",     "copytruncate",
                                 "truncate",      "rewrite", "remove", "grown copy", "compress",
                                 "symbolic link", "look",    "pause",  "long pause", "stop",
                                 "kill",          "start"};

/// Likelihoods in the order of Action.
constexpr double weights[] = {10, 3, 3, 4, 2, 1, 0.5, 0.7, 1, 2, 0.7, 8, 2, 0.5, 0.4, 0.6, 1};

struct Sequence {
    std::string header; ///< with which every new file begins
    std::vector<Action> actions;
};

Sequence randomSequence(unsigned seed) {
    std::mt19937 random(seed);
    std::discrete_distribution<int> next(std::begin(weights), std::end(weights));
    Sequence sequence{.header = {}, .actions = std::vector<Action>(6 + random() % 20)};
    for (Action& action : sequence.actions)
        action = static_cast<Action>(next(random));
    if (seed % 4 == 0)
        sequence.header = std::string(seed % 8 == 0 ? 2000 : 20, '#');
    return sequence;
}

QByteArray text(const Sequence& sequence) {
    QByteArrayList words;
    if (!sequence.header.empty())
        words << QByteArray::number(qsizetype(sequence.header.size())) +
                     " bytes at the beginning of each file";
    for (const Action action : sequence.actions)
        words << names[static_cast<int>(action)];
    return words.join(", ");
}

/// One life of a log with its reader.
class Life {
public:
    explicit Life(const Sequence& sequence)
        : m_header(sequence.header)
        , m_world(sequence.header) {
        start();
    }

    void live(const Sequence& sequence) {
        for (const Action action : sequence.actions)
            take(action);
        start();
        // A quiet end: what waits for the rest of a line is given, what was rotated is drained.
        look();
        m_now += 5s;
        look();
        m_reading->finish();
    }

    /// Empty when all is well.
    QByteArray complaint() const {
        std::map<std::string, int> got;
        for (const std::string& line : m_reading->lines)
            if (m_header.empty() || line != m_header)
                ++got[line];
        for (const std::string& line : m_world.written) {
            const auto count = got.contains(line) ? got.at(line) : 0;
            if (count > 1)
                return "doubled: " + QByteArray::fromStdString(line);
            if (count == 0 && !isExcused(line))
                return "lost: " + QByteArray::fromStdString(line);
        }
        const auto halves = m_world.halves();
        for (const auto& [line, count] : got)
            if (!m_world.written.contains(line) && !isHalf(line, halves))
                return "torn: " + QByteArray::fromStdString(line);
        return {};
    }

private:
    void take(Action action) {
        m_now += 20ms;
        switch (action) {
        case Action::Append:
            return m_world.append(3);
        case Action::Half:
            return m_world.appendHalf();
        case Action::Rename:
            return m_world.rename();
        case Action::Create:
            return m_world.create();
        case Action::CopyTruncate:
            return m_world.copyTruncate();
        case Action::Truncate:
            return m_world.truncate();
        case Action::Rewrite:
            return m_world.rewrite();
        case Action::Remove:
            return m_world.remove();
        case Action::GrownCopy:
            return m_world.replaceByGrownCopy(3);
        case Action::Compress:
            return m_world.compress();
        case Action::Retarget:
            return m_world.retarget();
        case Action::Look:
            return look();
        case Action::Pause:
            m_now += 1s;
            return;
        case Action::LongPause:
            look();
            m_now += 61s;
            look();
            return m_world.noteRetirement();
        case Action::Stop:
            if (m_source)
                m_checkpoint = m_source->checkpoint();
            return end();
        case Action::Kill:
            return end();
        case Action::Start:
            return start();
        case Action::count:
            break;
        }
    }

    /// The program begins, or begins again where its last checkpoint says.
    void start() {
        if (m_source)
            return;
        const SourceSpec spec{.path = m_world.path(),
                              .older = {},
                              .follow = true,
                              .format = {},
                              .timeZone = {},
                              .resume = m_checkpoint};
        m_source = std::make_unique<FileSource>(spec, [this] { return m_now; });
        m_reading = std::make_unique<LineReading>(*m_source);
        m_gone = m_world.unreachable();
        [[maybe_unused]] const auto opened = m_source->open();
        look();
        m_checkpoint = m_source->checkpoint();
    }

    void end() {
        m_reading.reset();
        m_source.reset();
        m_world.noteNobodyLooks();
    }

    void look() {
        if (!m_source)
            return;
        m_now += 20ms;
        for (int quiet = 0; quiet < 2;) {
            const auto status = m_reading->step();
            const bool moved = status == ReadResult::Status::Data || status == ReadResult::Status::Turn ||
                               status == ReadResult::Status::Skipped;
            quiet = moved ? 0 : quiet + 1;
        }
        m_world.noteLook();
    }

    bool isExcused(const std::string& line) const {
        return m_gone.contains(line) || m_world.unseen.contains(line) ||
               (m_world.destroyed.contains(line) && !m_reading->gaps.empty());
    }

    /// A line whose end was cut off, or came only after its file had been quiet for long.
    bool isHalf(const std::string& line, const std::set<std::string>& halves) const {
        if (halves.contains(line))
            return true;
        const auto& early = m_reading->unterminated;
        return std::ranges::any_of(early, [&](const std::string& half) {
            return half == line || m_world.written.contains(half + line);
        });
    }

    std::string m_header;
    RotatingWorld m_world;
    std::chrono::milliseconds m_now = 100s;
    std::unique_ptr<FileSource> m_source;
    std::unique_ptr<LineReading> m_reading;
    std::optional<Checkpoint> m_checkpoint; ///< as it was when the reader was asked last
    std::set<std::string> m_gone;           ///< when the reader was started: in no file with a name
};

QByteArray complaintOf(const Sequence& sequence) {
    Life life(sequence);
    life.live(sequence);
    return life.complaint();
}

/// The shortest sequence that still goes wrong.
Sequence shrunk(Sequence sequence) {
    for (std::size_t at = 0; at < sequence.actions.size();) {
        Sequence shorter = sequence;
        shorter.actions.erase(shorter.actions.begin() + static_cast<std::ptrdiff_t>(at));
        if (complaintOf(shorter).isEmpty()) {
            ++at;
        } else {
            sequence = std::move(shorter);
            at = 0;
        }
    }
    return sequence;
}

} // namespace

class FollowModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLost();
};

void FollowModelTest::nothingIsLost() {
    const int count = qEnvironmentVariableIntValue("DEROUTER_SEQUENCES") > 0
                          ? qEnvironmentVariableIntValue("DEROUTER_SEQUENCES")
                          : 20'000;
    const auto first = static_cast<unsigned>(qEnvironmentVariableIntValue("DEROUTER_SEED"));
    for (unsigned seed = first; seed < first + static_cast<unsigned>(count); ++seed) {
        const Sequence sequence = randomSequence(seed);
        if (complaintOf(sequence).isEmpty())
            continue;
        const Sequence shortest = shrunk(sequence);
        QFAIL("seed " + QByteArray::number(seed) + ": " + complaintOf(shortest) + " after " + text(shortest));
    }
}

QTEST_GUILESS_MAIN(FollowModelTest)
#include "tst_followmodel.moc"
