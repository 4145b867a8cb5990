// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/xmlrecord.h"

#include "format/recordbuilder.h"
#include "format/texts.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace derouter {

namespace {

constexpr std::uint64_t maxLines = 5000; ///< of a record; what is longer is none
constexpr std::string_view javas = "<record>";
constexpr std::string_view log4js = "<log4j:event ";

/// Without entities, and without the marks of a text that has none.
std::string plain(std::string_view text) {
    constexpr std::string_view open = "<![CDATA[";
    if (text = trimmed(text); text.starts_with(open)) {
        text.remove_prefix(open.size());
        return std::string(text.substr(0, text.rfind("]]>")));
    }
    constexpr std::pair<std::string_view, char> entities[] = {
        {"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''}, {"&#39;", '\''}};
    std::string plain;
    while (!text.empty()) {
        const auto entity =
            std::ranges::find_if(entities, [text](const auto& each) { return text.starts_with(each.first); });
        const bool known = text.front() == '&' && entity != std::end(entities);
        plain += known ? entity->second : text.front();
        text.remove_prefix(known ? entity->first.size() : 1);
    }
    return plain;
}

std::string_view attribute(std::string_view line, std::string_view name) {
    const std::size_t at = line.find(name);
    const auto value = at == line.npos ? std::string_view() : line.substr(at + name.size());
    return value.substr(0, value.find('"'));
}

/// The elements whose texts are read.
bool isRead(std::string_view name) {
    constexpr std::string_view names[] = {"date",    "millis",        "level",
                                          "message", "log4j:message", "log4j:throwable"};
    return isOneOf(name, names);
}

} // namespace

bool XmlRecord::takes(std::string_view line) const {
    if (isOpen())
        return m_lines < maxLines;
    line = trimmed(line);
    return line == javas || line.starts_with(log4js);
}

bool XmlRecord::add(std::string_view line, std::uint64_t number, std::uint64_t offset, std::uint64_t bytes) {
    const auto words = trimmed(line);
    if (words == javas || words.starts_with(log4js)) {
        *this = {}; // the one before was torn
        m_firstLine = number;
        m_offset = offset;
        open(words);
    } else {
        read(line);
    }
    m_bytes += bytes;
    ++m_lines;
    return m_ended;
}

void XmlRecord::open(std::string_view line) {
    m_time = attribute(line, " timestamp=\"");
    m_level = attribute(line, " level=\"");
}

void XmlRecord::read(std::string_view line) {
    if (m_name.empty()) {
        const auto words = trimmed(line);
        const std::size_t end = words.find('>');
        const auto name = words.starts_with('<') && end != words.npos ? words.substr(1, end - 1) : "";
        m_inException = m_inException || name == "exception";
        m_ended = name == "/record" || name == "/log4j:event";
        if (!isRead(name))
            return;
        m_name = name;
        line = words.substr(end + 1);
    } else {
        m_value += '\n';
    }
    const std::size_t close = line.find("</" + m_name + '>');
    m_value += line.substr(0, close);
    if (close == line.npos)
        return;
    take(std::exchange(m_name, {}), std::exchange(m_value, {}));
}

void XmlRecord::take(std::string_view name, std::string_view value) {
    if (name == "date" || (name == "millis" && m_time.empty()))
        m_time = trimmed(value);
    else if (name == "level")
        m_level = trimmed(value);
    else if (name == "log4j:throwable" || (name == "message" && m_inException))
        m_thrown = plain(value);
    else if (name.ends_with("message"))
        m_message = plain(value);
}

std::string XmlRecord::text() const {
    std::string text = m_level.empty() ? std::string() : m_level + ": ";
    text += m_message;
    return m_thrown.empty() ? text : text + '\n' + m_thrown;
}

bool mineElements(std::string_view line, RecordBuilder& builder) {
    constexpr std::string_view open = "<request id=\"";
    constexpr std::string_view close = "</request>";
    line = trimmed(line);
    if (!line.starts_with(open) || !line.ends_with(close))
        return false;
    for (std::size_t at = line.find('<', 1); at != line.npos; at = line.find('<', at + 1)) {
        const std::size_t end = line.find('>', at);
        const auto name = line.substr(at + 1, end == line.npos ? 0 : end - at - 1);
        const std::size_t last = name.empty() || name[0] == '/' ? line.npos : line.find('<', end);
        const Field field = last == line.npos ? Field::None : builder.stepOf(Place::Root, name).field;
        if (field != Field::None)
            builder.take(field,
                         {Scalar::Kind::String, builder.keep(plain(line.substr(end + 1, last - end - 1)))});
    }
    return true;
}

} // namespace derouter
