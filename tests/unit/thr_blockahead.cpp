// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A block that is read while the one before it is worked on must come out as if it had been read behind it.
#include "monitor/ingestworker.h"

#include <QByteArray>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cstring>
#include <vector>

using namespace derouter;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class BlockAheadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesOutAsReadInTurn_data();
    void comesOutAsReadInTurn();
    void isStoppedAtAnyTime();
    void leavesPermitsToOthers();
};

namespace {

/// What a source gives in one read.
struct Piece {
    ReadResult result;
    QByteArray bytes = {};
};

QByteArray line(quint32 number, bool failed) {
    return "203.0.113." + QByteArray::number(number % 250) +
           " - - [20/Nov/2026:09:" + QByteArray::number(10 + number / 6000 % 50) + ':' +
           QByteArray::number(10 + number / 600 % 50) + " +0000] \"POST /v1/messages HTTP/1.1\" " +
           (failed ? "529 " : "200 ") + QByteArray::number(number) + " \"-\" \"Anthropic/Python 0.70.0\"\n";
}

/// Some files of one log, with places that were passed over; its lines are cut anywhere.
std::vector<Piece> makePieces(quint32 seed, std::uint64_t least) {
    QRandomGenerator random(seed);
    std::vector<Piece> pieces;
    std::uint64_t size = 0;
    int file = 0;
    QByteArray waiting;
    for (quint32 number = 0; size < least; ++number) {
        waiting += line(number, random.bounded(40) == 0);
        if (random.bounded(20'000) == 0)
            waiting +=
                QByteArray(static_cast<qsizetype>(LineFramer::maxLine) + random.bounded(5000), 'x') + '\n';
        const qsizetype count = 1 + random.bounded(1'500'000);
        if (waiting.size() < count)
            continue;
        pieces.push_back({{.bytes = static_cast<std::uint64_t>(count)}, waiting.first(count)});
        waiting.remove(0, count);
        size += static_cast<std::uint64_t>(count);
        const quint32 what = random.bounded(12);
        if (what == 0)
            pieces.push_back({{.status = ReadResult::Status::Turn, .file = ++file, .over = true}});
        else if (what == 1)
            pieces.push_back({{.status = ReadResult::Status::Skipped, .bytes = 4711}});
    }
    pieces.push_back(
        {{.status = random.bounded(2) == 0 ? ReadResult::Status::Ended : ReadResult::Status::Failed,
          .error = {u"the disk is gone"_s}}});
    return pieces;
}

class PiecewiseSource final : public LogSource {
public:
    explicit PiecewiseSource(std::vector<Piece> pieces)
        : m_pieces(std::move(pieces)) {}

    bool ends() const override { return true; }
    Result<Done> open() override { return Done(); }
    ReadResult read(std::span<char> buffer) override {
        Piece& piece = m_pieces[m_at];
        if (piece.result.status != ReadResult::Status::Data) {
            m_at += m_at + 1 < m_pieces.size() ? 1 : 0;
            return piece.result;
        }
        const auto left = static_cast<std::size_t>(piece.bytes.size());
        const std::size_t count = std::min(left, buffer.size());
        std::memcpy(buffer.data(), piece.bytes.constData(), count);
        m_position += count;
        piece.bytes.remove(0, static_cast<qsizetype>(count));
        m_at += piece.bytes.isEmpty() ? 1 : 0;
        return {.status = ReadResult::Status::Data, .bytes = count};
    }
    void wait(std::chrono::milliseconds) override {}
    void wake() override {}
    std::uint64_t position() const override { return m_position; }
    std::uint64_t size() const override { return 0; }
    std::optional<Microseconds> lastModified() const override { return std::nullopt; }
    bool isFile() const override { return true; }

private:
    std::vector<Piece> m_pieces;
    std::size_t m_at = 0;
    std::uint64_t m_position = 0;
};

/// Everything that a worker with so many permits hands over.
QByteArray told(std::vector<Piece> pieces, int permitted) {
    WorkPermits permits(permitted);
    IngestWorker worker(std::make_unique<PiecewiseSource>(std::move(pieces)),
                        {.source = 0, .format = {}, .zone = QTimeZone::utc(), .requests = {}, .range = {}},
                        permits, [] {});
    QByteArray said;
    std::map<std::int64_t, std::uint64_t> successes;
    Delivery last;
    for (bool over = false; !over || last.state == SourceState::Reading;) {
        over = worker.isOver();
        auto delivery = worker.take();
        if (!delivery) {
            std::this_thread::sleep_for(1ms);
            continue;
        }
        for (const Sighting& failure : delivery->batch.failures)
            said += QByteArray::number(failure.where.file) + ':' + QByteArray::number(failure.where.line) +
                    '@' + QByteArray::number(failure.where.offset) + ' ' +
                    QByteArray::fromStdString(failure.raw) + (failure.isInFile ? "\n" : "!\n");
        for (const auto& second : delivery->batch.successes)
            successes[second.second] += second.count;
        last = std::move(*delivery);
    }
    for (const auto& [second, count] : successes)
        said += QByteArray::number(second) + '=' + QByteArray::number(count) + '\n';
    for (const std::uint64_t number :
         {last.batch.lines, last.batch.linesCut, last.batch.linesNotUnderstood,
          last.batch.ledger.bytesInLines, last.batch.ledger.bytesOfZeros, last.batch.ledger.linesUnterminated,
          last.position, static_cast<std::uint64_t>(last.state)})
        said += QByteArray::number(number) + ' ';
    permits.acquire(); // all of them are free again
    for (int i = 1; i < permitted; ++i)
        permits.acquire();
    return said + last.error.toUtf8();
}

} // namespace

void BlockAheadTest::comesOutAsReadInTurn_data() {
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 4; ++seed)
        QTest::newRow(QByteArray::number(seed).constData()) << seed;
}

void BlockAheadTest::comesOutAsReadInTurn() {
    QFETCH(quint32, seed);
    const auto pieces = makePieces(seed, 9'000'000);
    const QByteArray inTurn = told(pieces, 1);
    QVERIFY(inTurn.count('\n') > 1000);
    QVERIFY(told(pieces, 2) == inTurn);
}

void BlockAheadTest::isStoppedAtAnyTime() {
    const auto pieces = makePieces(1, 12'000'000);
    QRandomGenerator random(1);
    for (int i = 0; i < 20; ++i) {
        WorkPermits permits(2);
        {
            IngestWorker worker(std::make_unique<PiecewiseSource>(pieces), PipelineOptions{}, permits, [] {});
            const auto until =
                std::chrono::steady_clock::now() + std::chrono::microseconds(random.bounded(60'000));
            while (std::chrono::steady_clock::now() < until)
                if (!worker.take())
                    std::this_thread::sleep_for(100us);
        }
        permits.acquire();
        permits.acquire();
    }
}

/// A source that waits for its turn comes before what would only be read sooner.
void BlockAheadTest::leavesPermitsToOthers() {
    WorkPermits permits(1);
    QVERIFY(permits.acquireSpare());
    std::thread other([&permits] { QVERIFY(permits.acquireWithin(20s)); });
    QTRY_VERIFY_WITH_TIMEOUT(permits.isWaitedFor(), 20'000);
    permits.release();
    other.join();
    QVERIFY(!permits.acquireSpare());
    permits.release();
    QVERIFY(permits.acquireSpare());
}

QTEST_GUILESS_MAIN(BlockAheadTest)
#include "thr_blockahead.moc"
