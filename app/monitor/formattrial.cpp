// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/formattrial.h"

#include "format/recordreader.h"
#include "format/texts.h"

namespace derouter {

namespace {

QString textOf(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Notes what is found under the number of the line.
class Trial final : public RecordSink {
public:
    explicit Trial(std::size_t lines)
        : tried(lines) {}

    void take(const LogRecord& record, const Origin& origin) override {
        TriedLine& line = tried[origin.line - 1];
        line.fits = true;
        line.time = record.time;
        line.status = record.status;
        line.method = textOf(record.method);
        line.path = textOf(record.path);
        line.requestId = textOf(record.requestId);
        line.durationMicros = record.durationMicros;
    }
    void reject(const Origin& origin, Rejection why) override { tried[origin.line - 1].why = why; }

    std::vector<TriedLine> tried;
};

} // namespace

Result<std::vector<TriedLine>> tryFormat(const QString& format, const QStringList& lines,
                                         const QTimeZone& zone) {
    auto chosen = FormatCatalog::current()->choose(format);
    if (!chosen)
        return chosen.error();
    Trial trial(static_cast<std::size_t>(lines.size()));
    RecordReader reader(std::move(chosen).value(), zone, trial);
    std::uint64_t number = 0;
    for (const QString& line : lines) {
        const QByteArray bytes = line.toUtf8();
        const PaddedText text({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        reader.readLine({.text = text.view(),
                         .number = ++number,
                         .offset = number, // a byte order mark was taken off before
                         .bytes = text.view().size() + 1});
        reader.flush();
    }
    return std::move(trial.tried);
}

} // namespace derouter
