// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source/container.h"
#include "source/logsource.h"
#include "source/rawfile.h"
#include "source/repeatedlines.h"
#include "source/utf16text.h"

#include <deque>
#include <memory>
#include <vector>

namespace derouter {

/// The files of a zip or tar archive, compressed or not, each as a log of its own: one pass, nothing written
/// anywhere. What is packed in a member is read too, down to two layers.
///
/// Members that are no logs are passed over and named at the end. Those that cannot be read are gaps, and
/// failures of the source once the others were read. Lines that two files of one log tell are given once.
class ArchiveSource final : public LogSource {
public:
    explicit ArchiveSource(const SourceSpec& spec, const UnpackLimits& limits = {});
    ~ArchiveSource() override;

    /// Whether the file of this name is one for this class: an archive, or something compressed twice.
    static bool isFor(const QString& path);

    bool ends() const override { return true; }
    Result<Done> open() override;
    ReadResult read(std::span<char> buffer) override;
    void wait(std::chrono::milliseconds) override {}
    void wake() override {}
    std::uint64_t position() const override { return m_bytes.position(); }
    std::uint64_t size() const override { return static_cast<std::uint64_t>(m_file.size()); }
    std::optional<Microseconds> lastModified() const override;
    /// "bundle.zip: logs/app.log".
    QStringList files() const override { return m_files; }

private:
    /// A member, or what is packed in one.
    struct Layer {
        QString label;
        std::unique_ptr<ByteStream> stream; ///< null: the file itself
        std::unique_ptr<PeekedBytes> bytes;
        std::unique_ptr<Container> members; ///< when it is an archive
        int depth = 0;                      ///< layers of packing that were taken off to get at its bytes
        bool isUnpacked = false;            ///< it comes out of a compressed stream
    };

    /// How far a log was read: whole blocks, what is left when they are over, everything.
    enum class Stage : std::uint8_t { Blocks, Rest, Over };

    void push(QString label, std::unique_ptr<ByteStream> stream, int depth, bool isUnpacked);
    void pop();
    ReadResult goOn();
    void readOn(Layer& layer);
    ReadResult enter(const Container::Member& member);
    ReadResult lookAtTop();
    void openArchive(ContentKind::Kind kind);
    ReadResult beginLog(ContentKind::Kind kind);
    ReadResult readLog(std::span<char> buffer);
    RepeatedLines::Part readBlock();
    ReadResult give(std::span<char> buffer);
    void passOver(const QString& label, const QString& what);
    void tooDeep(const QString& label);
    void fail(const QString& sentence);
    ReadResult finish();

    QString m_path;
    UnpackLimits m_limits;
    RawFile m_file;
    FileBytes m_bytes;
    std::vector<Layer> m_layers; ///< the file, and what is open in it; each one uses those before
    QStringList m_files;
    int m_members = 0;
    std::optional<Microseconds> m_modified; ///< of the member
    std::deque<Gap> m_notes;                ///< to be told
    QStringList m_passedOver;
    int m_morePassedOver = 0; ///< than are named
    int m_failures = 0;
    QString m_firstFailure;
    bool m_begun = false;

    // The member that is read.
    bool m_inLog = false;
    std::optional<Utf16Text> m_utf16;
    bool m_endsLinesInReturns = false;
    RepeatedLines m_repeated;
    std::vector<char> m_block;
    std::vector<char> m_decoded;
    QByteArrayView m_text; ///< to be given
    Stage m_stage = Stage::Blocks;
};

} // namespace derouter
