// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "format/fieldcolumns.h"
#include "format/formatcatalog.h"
#include "format/statuscolumn.h"
#include "format/texts.h"

#include <QString>

#include <cstdint>
#include <string_view>

namespace derouter {

class RecordBuilder;

/// Reads the access-log lines of one source: by the layout or expression the user chose, or, detecting, by
/// their structure and by the catalogue's layouts.
///
/// A layout that tells more than the structure is preferred as soon as it has matched a line. For lines
/// without the usual structure all layouts are tried; when many lines had none, for few lines only. A syslog
/// head before a line is passed over. A line is refused whose inside, behind collectors' wrappers, is of a
/// layout that tells more than the line's structure: it is to be unwrapped first.
class LayoutSelector {
public:
    explicit LayoutSelector(const ChosenFormat& chosen);

    /// False, with nothing of use in the builder, when the line is no access-log line.
    bool read(std::string_view line, RecordBuilder& builder);

    /// Takes a directive that names the columns of the lines below it; see W3cLog.
    bool takeDirective(std::string_view line) { return m_w3c.takeDirective(line); }

    /// Whether the status of the line read last is a guess that later lines may prove wrong; it may be read
    /// once more then.
    bool isGuess() const { return m_guessed; }
    /// Whether guesses are settled: enough lines were seen.
    bool isSettled() const { return (!m_column.isGuess() || !m_column.isUsed()) && m_fields.isSettled(); }
    /// Settles what is to be guessed by the lines seen so far.
    void settle() {
        m_column.settle();
        m_fields.settle();
    }
    /// Reads a line again whose status was guessed.
    bool readAgain(std::string_view line, RecordBuilder& builder);

    /// Whether lines are read by their structure, with the status behind the request and the bytes behind
    /// that.
    bool readsCommonLayout() const;
    /// Such lines, which were read elsewhere.
    void noteCommonLines(std::uint64_t lines);
    /// Whether a line that fits no layout leaves nothing behind here.
    bool forgetsTexts() const { return m_linesToTry <= 0; }

    /// Whether the last line had a request in quotation marks: read or not, it tells where statuses stand.
    bool sawRequest() const { return m_sawRequest; }

    /// Of the layout that read the last line; "access-log" when it was read by its structure.
    QString name() const;

private:
    static bool scan(const NamedLayout& layout, std::string_view line, RecordBuilder& builder);
    bool readDetecting(std::string_view line, RecordBuilder& builder);
    bool isWorthTrying(std::string_view line);
    bool takeLabels(std::string_view line);
    bool readPrinted(std::string_view line, RecordBuilder& builder);
    bool readByFields(std::string_view line, RecordBuilder& builder);
    bool readByStructure(std::string_view line, RecordBuilder& builder);
    void nameLayout(std::string_view line, RecordBuilder& builder);
    bool isWrapped(std::string_view line, RecordBuilder& builder) const;
    const NamedLayout* firstMatch(std::string_view line, RecordBuilder& builder) const;
    const NamedLayout* firstInside(std::string_view line, RecordBuilder& builder, int layers) const;

    ChosenFormat m_chosen;
    std::shared_ptr<const FormatCatalog> m_catalog = FormatCatalog::current();
    const NamedLayout* m_settled = nullptr; ///< matched last, and is worth being asked first
    const NamedLayout* m_last = nullptr;    ///< read or named the last line
    StatusColumn m_column;
    bool m_guessed = false;
    bool m_sawRequest = false;
    bool m_wrapped = false; ///< lines of m_settled stand inside wrappers
    W3cLog m_w3c;
    FieldColumns m_fields;
    PaddedText m_plainFields;  ///< the last line, where labels stood before its fields
    bool m_byFields = false;   ///< the last line was read by the columns of m_fields
    bool m_ltsv = false;       ///< the last line was
    bool m_printed = false;    ///< the last line was a request without quotation marks
    bool m_columns = false;    ///< the last line was read by the columns of m_w3c
    int m_linesToName = 16;    ///< lines of the usual structure for which all layouts are still tried
    int m_failuresToName = 64; ///< the same of those that failed: who gave their answers matters
    static constexpr int maxWrappers = 3;
    static constexpr int linesToTry = 200;
    int m_linesToTry = linesToTry; ///< the same for other lines; a hit starts anew
};

} // namespace derouter
