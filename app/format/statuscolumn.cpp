// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/statuscolumn.h"

#include "format/texts.h"

namespace derouter {

namespace {

bool isAbsentNumber(std::string_view word) {
    return word == "-" || word == "NULL" || word == "0" || word == "000" || word == "-1";
}

bool mayBeStatus(int number) {
    const auto within = [number](int first, int last) { return number >= first && number <= last; };
    return within(200, 208) || within(400, 599) || within(300, 308) || within(100, 103) || number == 226;
}

} // namespace

bool isUsualStatus(int status) {
    constexpr int usual[] = {200, 201, 202, 204, 206, 301, 302, 304, 307, 308, 400, 401, 402, 403, 404, 405,
                             406, 408, 409, 410, 413, 415, 422, 424, 425, 426, 429, 451, 460, 495, 496, 497,
                             498, 499, 500, 501, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 529, 530};
    return std::ranges::find(usual, status) != std::end(usual);
}

AccessNumber AccessNumber::of(std::string_view word) {
    constexpr std::size_t pair = 7;
    if (word.size() == pair && word[3] == '/' && of(word.substr(0, 3)).kind == Kind::Status)
        return of(word.substr(4)); // httpd's `%s/%>s`: before a redirect within the server, and the answer's
    const int number = word.size() == 3 ? threeDigits(word).value_or(0) : 0;
    if (mayBeStatus(number))
        return {Kind::Status, number};
    if (isAbsentNumber(word))
        return {Kind::Absent, 0};
    return {word.empty() ? Kind::Word : Kind::Other, 0};
}

void StatusColumn::Column::count(const AccessNumber& number) {
    if (number.kind == AccessNumber::Kind::Status)
        countStatus();
    else if (number.kind != AccessNumber::Kind::Absent)
        countOther();
}

void StatusColumn::see(const AccessRequest& request) {
    m_behind[request.bytesFollow].count(request.behind);
    m_before[request.bytesFollow].count(request.before);
    if (m_linesToSee > 0)
        --m_linesToSee;
}

void StatusColumn::confirm(const AccessRequest& request) {
    constexpr int weight = 4;
    for (int i = 0; i < weight; ++i)
        see(request);
}

bool StatusColumn::holdsStatuses(const AccessRequest& request) const {
    const bool before = place(request) == StatusPlace::Before;
    return (before ? m_before : m_behind)[request.bytesFollow].fits();
}

StatusPlace StatusColumn::place(const AccessRequest& request) const {
    const Column& behind = m_behind[request.bytesFollow];
    const bool isBehind = behind.fits() || behind.others == 0;
    const bool isBefore = m_before[request.bytesFollow].fits();
    // Where both could be: a count of bytes follows the status in most layouts.
    if (isBehind && (!isBefore || request.bytesFollow))
        return StatusPlace::Behind;
    return isBefore ? StatusPlace::Before : StatusPlace::Nowhere;
}

} // namespace derouter
