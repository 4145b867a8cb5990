// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/readahead.h"

#include <QTest>

#include <algorithm>
#include <cstring>

using namespace derouter;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mebibyte = 1024 * 1024;

/// Gives so many bytes, a few fewer than asked for; damage with the bytes of some places; then an error or
/// the end.
class Script final : public ByteStream {
public:
    Script(std::size_t bytes, std::vector<std::size_t> damaged, bool fails, std::vector<bool>* gone = nullptr)
        : m_bytes(bytes)
        , m_damaged(std::move(damaged))
        , m_fails(fails)
        , m_gone(gone) {}
    ~Script() override {
        if (m_gone)
            m_gone->push_back(true);
    }

    static char byteAt(std::size_t at) { return static_cast<char>(at * 131 >> 7); }

    Result<std::size_t> read(std::span<char> buffer) override {
        const std::size_t wanted = buffer.size() - std::min<std::size_t>(buffer.size() - 1, 7);
        const std::size_t count = std::min(wanted, m_bytes - m_at);
        if (count == 0 && m_fails)
            return Error{u"broken at %1"_s.arg(m_at)};
        for (std::size_t i = 0; i < count; ++i)
            buffer[i] = byteAt(m_at + i);
        m_at += count;
        return count;
    }
    std::uint64_t position() const override { return m_at / 10; }
    QString takeDamage() override {
        if (m_damaged.empty() || m_damaged.front() >= m_at)
            return {};
        const QString damage = QString::number(m_damaged.front());
        m_damaged.erase(m_damaged.begin());
        return damage;
    }

private:
    std::size_t m_bytes;
    std::size_t m_at = 0;
    std::vector<std::size_t> m_damaged;
    bool m_fails;
    std::vector<bool>* m_gone;
};

} // namespace

class ReadAheadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesWhatTheStreamGives_data();
    void givesWhatTheStreamGives();
    void mayBeLeftEarly();
};

void ReadAheadTest::givesWhatTheStreamGives_data() {
    QTest::addColumn<qsizetype>("bytes");
    QTest::addColumn<qsizetype>("room");
    QTest::addColumn<bool>("fails");
    for (const qsizetype bytes :
         {qsizetype(0), qsizetype(1000), qsizetype(mebibyte), qsizetype(9 * mebibyte + 5)})
        for (const qsizetype room : {qsizetype(1009), qsizetype(64 * 1024), qsizetype(mebibyte)})
            for (const bool fails : {false, true})
                QTest::addRow("%lld by %lld%s", static_cast<long long>(bytes), static_cast<long long>(room),
                              fails ? ", then an error" : "")
                    << bytes << room << fails;
}

void ReadAheadTest::givesWhatTheStreamGives() {
    QFETCH(qsizetype, bytes);
    QFETCH(qsizetype, room);
    QFETCH(bool, fails);
    const auto size = static_cast<std::size_t>(bytes);
    const std::vector<std::size_t> damaged{0, 500, 501, 2 * mebibyte, 3 * mebibyte + 1, 9 * mebibyte};
    ReadAhead stream(std::make_unique<Script>(size, damaged, fails));
    std::vector<char> buffer(static_cast<std::size_t>(room));
    std::size_t at = 0;
    std::vector<std::size_t> told;
    QString error;
    for (bool ended = false; !ended;) {
        const auto read = stream.read(buffer);
        if (!read)
            error = read.error().message;
        ended = !read || read.value() == 0;
        for (std::size_t i = 0; read && i < read.value(); ++i)
            QVERIFY(buffer[i] == Script::byteAt(at + i));
        at += read ? read.value() : 0;
        QVERIFY(stream.position() >= at / 10);
        QVERIFY(stream.position() <= (at + mebibyte) / 10); // not that of what was read ahead
        for (QString damage = stream.takeDamage(); !damage.isEmpty(); damage = stream.takeDamage()) {
            told.push_back(damage.toULongLong());
            QVERIFY(told.back() < at);
        }
    }
    QCOMPARE(at, size);
    QCOMPARE(error, fails ? u"broken at %1"_s.arg(bytes) : QString());
    std::vector<std::size_t> expected = damaged;
    std::erase_if(expected, [size](std::size_t place) { return place >= size; });
    QVERIFY(told == expected);
    const auto again = stream.read(buffer);
    QCOMPARE(bool(again), !fails);
}

void ReadAheadTest::mayBeLeftEarly() {
    std::vector<bool> gone;
    for (const std::size_t until : {std::size_t(0), mebibyte, 2 * mebibyte}) {
        ReadAhead stream(std::make_unique<Script>(100 * mebibyte, std::vector<std::size_t>{}, false, &gone));
        std::vector<char> buffer(64 * 1024);
        for (std::size_t at = 0; at < until;) {
            const auto read = stream.read(buffer);
            QVERIFY(read && read.value() > 0);
            at += read.value();
        }
    }
    QCOMPARE(gone.size(), 3U);
}

QTEST_GUILESS_MAIN(ReadAheadTest)
#include "tst_readahead.moc"
