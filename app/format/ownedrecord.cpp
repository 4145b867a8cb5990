// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/ownedrecord.h"

#include <array>

namespace derouter {

OwnedRecord::OwnedRecord(const LogRecord& record)
    : m_record(record)
    , m_texts(std::make_unique<std::string>()) {
    const std::array texts{
        &m_record.errorType,  &m_record.errorCode,       &m_record.message, &m_record.requestId,
        &m_record.model,      &m_record.method,          &m_record.path,    &m_record.host,
        &m_record.attempt.id, &m_record.attempt.retryOf, &m_record.callUrl};
    std::size_t size = 0;
    for (const std::string_view* text : texts)
        size += text->size();
    m_texts->reserve(size);
    for (std::string_view* text : texts) {
        const std::size_t at = m_texts->size();
        *m_texts += *text;
        *text = std::string_view(*m_texts).substr(at);
    }
}

} // namespace derouter
