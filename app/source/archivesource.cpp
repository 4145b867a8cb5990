// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/archivesource.h"

#include "core/listed.h"
#include "core/shownnumber.h"
#include "source/rotatedset.h"
#include "source/sentences.h"
#include "source/shownname.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace derouter {

namespace {

constexpr qsizetype sniffedBytes = 64 * 1024;
constexpr int deepest = 2;
constexpr int mostNamed = 20;
constexpr int mostToldFailures = 100;

/// The member at which a container stands.
class MemberBytes final : public ByteStream {
public:
    explicit MemberBytes(Container& members)
        : m_members(members) {}
    Result<std::size_t> read(std::span<char> buffer) override { return m_members.read(buffer); }
    std::uint64_t position() const override { return m_members.position(); }

private:
    Container& m_members;
};

QString kindText(Container::Member::Kind kind) {
    switch (kind) {
    case Container::Member::Kind::Folder:
        return sourceSentence(QT_TRANSLATE_NOOP("Source", "a folder"));
    case Container::Member::Kind::Link:
        return sourceSentence(QT_TRANSLATE_NOOP("Source", "a link"));
    default:
        return sourceSentence(QT_TRANSLATE_NOOP("Source", "a device"));
    }
}

} // namespace

ArchiveSource::ArchiveSource(const SourceSpec& spec, const UnpackLimits& limits)
    : m_path(spec.path)
    , m_limits(limits)
    , m_file(spec.path)
    , m_bytes(m_file)
    , m_block(RepeatedLines::blockSize) {}

ArchiveSource::~ArchiveSource() {
    while (!m_layers.empty())
        m_layers.pop_back();
}

bool ArchiveSource::isFor(const QString& path) {
    RawFile file(path);
    if (path.startsWith(u':') || !file.open())
        return false;
    FileBytes bytes(file);
    PeekedBytes beginning(bytes);
    const ContentKind content = contentKind(beginning.peek(512));
    if (content.kind != ContentKind::Kind::Packed)
        return content.isArchive();
    const auto inside = unpacked(beginning, content.packing, path);
    PeekedBytes unpackedBeginning(*inside);
    const ContentKind packed = contentKind(unpackedBeginning.peek(512));
    return packed.isArchive() || packed.kind == ContentKind::Kind::Packed;
}

Result<Done> ArchiveSource::open() {
    if (auto opened = m_file.open(); !opened)
        return opened;
    push(shownName(baseName(m_path)), nullptr, 0, false);
    return Done{};
}

void ArchiveSource::push(QString label, std::unique_ptr<ByteStream> stream, int depth, bool isUnpacked) {
    Layer& layer = m_layers.emplace_back();
    layer.label = std::move(label);
    layer.stream = std::move(stream);
    layer.bytes = std::make_unique<PeekedBytes>(layer.stream ? *layer.stream : m_bytes);
    layer.depth = depth;
    layer.isUnpacked = isUnpacked;
}

void ArchiveSource::pop() {
    for (QString damage = m_layers.back().bytes->takeDamage(); !damage.isEmpty();
         damage = m_layers.back().bytes->takeDamage())
        fail(damage);
    m_layers.pop_back();
}

ReadResult ArchiveSource::read(std::span<char> buffer) {
    if (!m_notes.empty()) {
        ReadResult note{.status = ReadResult::Status::Skipped, .gap = std::move(m_notes.front())};
        m_notes.pop_front();
        return note;
    }
    return m_inLog ? readLog(buffer) : goOn();
}

/// One step to the next log. Most steps give nothing.
ReadResult ArchiveSource::goOn() {
    if (m_layers.empty())
        return finish();
    if (!std::exchange(m_begun, true))
        return lookAtTop();
    Layer& layer = m_layers.back();
    if (!layer.members) {
        pop();
    } else if (layer.members->mustBeReadOn()) {
        readOn(layer);
    } else {
        auto next = layer.members->next();
        if (next && !next.value()) {
            pop();
        } else if (++m_members > m_limits.members) {
            fail(sourceSentence(
                     QT_TRANSLATE_NOOP("Source", "%1 has more than %2 files; reading stopped there."))
                     .arg(m_layers.front().label, QString::number(m_limits.members)));
            while (!m_layers.empty())
                pop();
        } else if (next) {
            return enter(*next.value());
        } else {
            fail(next.error().message);
        }
    }
    return {.status = ReadResult::Status::Skipped};
}

/// To the end of a member that is not read, block by block.
void ArchiveSource::readOn(Layer& layer) {
    if (const auto read = layer.members->read(m_block); !read)
        fail(read.error().message);
}

ReadResult ArchiveSource::enter(const Container::Member& member) {
    Layer& archive = m_layers.back();
    const QString label = archive.label + QLatin1String(": ") + member.name;
    if (member.kind != Container::Member::Kind::File) {
        passOver(label, kindText(member.kind));
    } else if (member.isEncrypted) {
        fail(sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 is encrypted and cannot be read.")).arg(label));
        archive.members->leave();
    } else {
        m_modified = member.modified;
        push(label, std::make_unique<MemberBytes>(*archive.members), archive.depth, false);
        return lookAtTop();
    }
    return {.status = ReadResult::Status::Skipped};
}

/// Finds out what the innermost layer holds. A tar archive and what compresses it are one layer.
ReadResult ArchiveSource::lookAtTop() {
    Layer& layer = m_layers.back();
    const ContentKind content = contentKind(layer.bytes->peek(sniffedBytes));
    const bool isPacked = content.kind == ContentKind::Kind::Packed;
    const bool isOneWithItsPacking = content.kind == ContentKind::Kind::Tar && layer.isUnpacked;
    const int depth = layer.depth + ((isPacked || content.isArchive()) && !isOneWithItsPacking ? 1 : 0);
    if (depth > deepest) {
        tooDeep(layer.label);
        pop();
    } else if (isPacked) {
        push(layer.label, unpacked(*layer.bytes, content.packing, layer.label, m_limits), depth, true);
        return lookAtTop();
    } else if (content.isArchive()) {
        layer.depth = depth;
        openArchive(content.kind);
    } else if (content.kind == ContentKind::Kind::Binary) {
        passOver(layer.label, content.what);
        pop();
    } else {
        return beginLog(content.kind);
    }
    return {.status = ReadResult::Status::Skipped};
}

void ArchiveSource::openArchive(ContentKind::Kind kind) {
    Layer& layer = m_layers.back();
    layer.members = layer.stream ? std::make_unique<Container>(*layer.bytes, kind, layer.label, m_limits)
                                 : std::make_unique<Container>(m_bytes, kind, layer.label, m_limits);
}

ReadResult ArchiveSource::beginLog(ContentKind::Kind kind) {
    const QString label = m_layers.back().label;
    m_inLog = true;
    m_stage = Stage::Blocks;
    m_utf16 = Utf16Text::decoderFor(kind);
    m_endsLinesInReturns = kind == ContentKind::Kind::TextOfReturns;
    m_repeated.begin(logOfRotated(label).value_or(label));
    m_files << label;
    return {.status = ReadResult::Status::Turn,
            .file = static_cast<int>(m_files.size() - 1),
            .over = true,
            .isOtherLog = true};
}

ReadResult ArchiveSource::readLog(std::span<char> buffer) {
    if (!m_text.isEmpty())
        return give(buffer);
    RepeatedLines::Part part;
    switch (m_stage) {
    case Stage::Blocks:
        part = readBlock();
        break;
    case Stage::Rest:
        part = m_repeated.end();
        m_stage = Stage::Over;
        break;
    case Stage::Over:
        m_inLog = false;
        pop();
        break;
    }
    m_text = part.text;
    return {.status = ReadResult::Status::Skipped, .bytes = part.bytes, .duplicates = part.duplicates};
}

RepeatedLines::Part ArchiveSource::readBlock() {
    std::size_t count = 0;
    while (count < m_block.size() && m_stage == Stage::Blocks) {
        const auto read = m_layers.back().bytes->read(std::span(m_block).subspan(count));
        if (!read)
            fail(read.error().message);
        if (!read || read.value() == 0)
            m_stage = Stage::Rest;
        else
            count += read.value();
    }
    const std::span block = std::span(m_block).first(count);
    if (m_endsLinesInReturns)
        std::ranges::replace(block, '\r', '\n');
    if (!m_utf16)
        return count == 0 ? RepeatedLines::Part() : m_repeated.take(block);
    m_decoded.resize(m_block.size() * 2);
    return {.text =
                QByteArrayView(m_decoded).first(static_cast<qsizetype>(m_utf16->decode(block, m_decoded)))};
}

ReadResult ArchiveSource::give(std::span<char> buffer) {
    const qsizetype count = std::min(m_text.size(), static_cast<qsizetype>(buffer.size()));
    std::memcpy(buffer.data(), m_text.data(), static_cast<std::size_t>(count));
    m_text = m_text.sliced(count);
    return {.status = ReadResult::Status::Data, .bytes = static_cast<std::uint64_t>(count)};
}

void ArchiveSource::passOver(const QString& label, const QString& what) {
    const QString name = label.mid(m_layers.front().label.size() + 2); // the archive's own is known
    if (m_passedOver.size() < mostNamed)
        m_passedOver << sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 (%2)")).arg(name, what);
    else
        ++m_morePassedOver;
}

void ArchiveSource::tooDeep(const QString& label) {
    m_notes.push_back(
        {.cause = sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 is packed in more than two layers and was "
                                                             "not read: unpack it and open it by itself."))
                      .arg(label)});
}

void ArchiveSource::fail(const QString& sentence) {
    if (m_failures++ == 0)
        m_firstFailure = sentence;
    if (m_failures <= mostToldFailures)
        m_notes.push_back({.cause = sentence});
}

/// What was passed over is named once; then how it ended.
ReadResult ArchiveSource::finish() {
    if (!m_passedOver.isEmpty()) {
        if (m_morePassedOver > 0)
            m_passedOver << sourceSentence(QT_TRANSLATE_NOOP("Source", "and %1 more"))
                                .arg(shownNumber(m_morePassedOver));
        const QString sentence = sourceSentence(QT_TRANSLATE_NOOP("Source", "Passed over as no logs: %1."));
        return {.status = ReadResult::Status::Skipped,
                .gap = Gap{.cause = sentence.arg(listed(std::exchange(m_passedOver, {}))),
                           .isLoss = false}};
    }
    if (m_failures > 1)
        return {
            .status = ReadResult::Status::Failed,
            .error = {sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 It is one of %2 faults of the archive."))
                          .arg(m_firstFailure, shownNumber(m_failures))}};
    if (m_failures == 1)
        return {.status = ReadResult::Status::Failed, .error = {m_firstFailure}};
    if (m_files.isEmpty())
        return {.status = ReadResult::Status::Failed,
                .error = {sourceSentence(QT_TRANSLATE_NOOP("Source", "%1 is an archive without logs in it."))
                              .arg(m_path)}};
    return {.status = ReadResult::Status::Ended};
}

std::optional<Microseconds> ArchiveSource::lastModified() const {
    return m_modified ? m_modified : m_file.lastModified();
}

} // namespace derouter
