// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which error a RecordBuilder's record tells of.

#include "format/recordbuilder.h"
#include "format/spellings.h"

#include <utility>

namespace derouter {

void RecordBuilder::takeRemark(const Scalar& scalar, int depth) {
    if (isApiErrorType(scalar.text))
        takeErrorType(scalar.text, depth);
    else if (scalar.kind == Scalar::Kind::String && m_remark.empty())
        m_remark = scalar.text;
}

void RecordBuilder::takeErrorType(std::string_view type, int depth) {
    if (type == "error" || type == "message") // of a body: an error's, an answer's
        return;
    // Of a logged exception `type` is a class name or a loader's word; only inside a body is every word the
    // API's.
    if (isApiErrorType(type) || (depth >= 2 && isLowerCaseWord(type))) {
        m_record.errorType = type;
        m_errorBody = true;
    } else if (depth <= 1) {
        takeErrorName(type);
    }
}

void RecordBuilder::notePage() {
    m_page = true;
    m_proxy.noteNoRequestId();
}

void RecordBuilder::takeErrorName(std::string_view name) {
    if (m_errorName.empty() || isNoResponseName(name))
        m_errorName = name;
    m_connectionFailed = m_connectionFailed || isConnectionClass(name);
}

void RecordBuilder::takeErrorText(std::string_view text, int depth) {
    if (depth == 0 && isLowerCaseWord(text))
        m_errorWord = text;
    else
        addErrorText(text, depth);
}

void RecordBuilder::addErrorText(std::string_view text, int depth) {
    if (m_errorTextCount < static_cast<int>(std::size(m_errorTexts))) {
        m_errorTexts[m_errorTextCount] = text;
        m_errorTextDepths[m_errorTextCount++] = depth;
    }
}

void RecordBuilder::noteListedError(std::string_view object) {
    constexpr std::size_t most = 100;
    if (m_otherErrors.texts.size() < most)
        m_otherErrors.texts.emplace_back(object);
}

SeveralErrors RecordBuilder::takeOtherErrors() {
    m_otherErrors.triesOfOneCall = m_otherErrors.triesOfOneCall || m_errorName.ends_with("RetryError");
    return std::exchange(m_otherErrors, {});
}

void RecordBuilder::takeErrorMessage(std::string_view text, int rank) {
    if (text.empty() || rank < m_messageRank)
        return;
    m_record.message = text;
    m_messageRank = rank;
}

} // namespace derouter
