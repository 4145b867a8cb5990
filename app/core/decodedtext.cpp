// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decodedtext.h"

#include <QStringDecoder>

#include <algorithm>

namespace derouter {

namespace {

/// What Windows-1252 has from 0x80 to 0x9F, where Latin-1 has controls.
constexpr char16_t windowsCharacters[] = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                          0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                          0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                          0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

QChar windowsCharacter(unsigned char byte) {
    return QChar(byte >= 0x80 && byte < 0xA0 ? windowsCharacters[byte - 0x80] : char16_t(byte));
}

/// How long the character should be that begins with this byte; 1 for a byte that begins none.
std::size_t lengthOf(unsigned char first) {
    return first >= 0xF0 && first < 0xF5   ? 4
           : first >= 0xE0 && first < 0xF0 ? 3
           : first >= 0xC2 && first < 0xE0 ? 2
                                           : 1;
}

bool isContinuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

QString utf8Text(std::string_view bytes, bool& valid) {
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder.decode(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    valid = !decoder.hasError();
    return text;
}

/// The character that `bytes` begins with, which are moved behind it.
QString takeCharacter(std::string_view& bytes) {
    const auto first = static_cast<unsigned char>(bytes.front());
    const std::size_t length = lengthOf(first);
    bool valid = false;
    const QString text = utf8Text(bytes.substr(0, length), valid);
    const bool cut =
        length > bytes.size() && bytes.size() > 1 && std::ranges::all_of(bytes.substr(1), isContinuation);
    const bool whole = valid && length <= bytes.size();
    bytes.remove_prefix(whole ? length : cut ? bytes.size() : 1);
    return whole ? text
           : cut ? QString(QChar(QChar::ReplacementCharacter))
                 : QString(windowsCharacter(first));
}

} // namespace

QString decodedText(std::string_view bytes) {
    bool valid = false;
    QString text = utf8Text(bytes, valid);
    if (valid)
        return text;
    text.clear();
    while (!bytes.empty())
        text += takeCharacter(bytes);
    return text;
}

} // namespace derouter
