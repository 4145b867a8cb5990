// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/logpart.h"

#include "format/lineframer.h"
#include "monitor/pipeline.h"

#include <cstring>

namespace derouter {

void readPart(const LogPart& part, const PipelineOptions& reading, Microseconds reference, RecordSink& sink) {
    RecordReader reader(reading.format, reading.zone, sink);
    reader.setReference(reference);
    LineFramer framer;
    for (std::string_view rest = part.lines; !rest.empty();) {
        const auto space = framer.writable();
        const auto piece = rest.substr(0, space.size());
        std::memcpy(space.data(), piece.data(), piece.size());
        framer.commit(piece.size());
        rest.remove_prefix(piece.size());
        while (const auto line = framer.next())
            reader.readLine(*line);
    }
    if (const auto line = framer.finish())
        reader.readLine(*line);
    reader.finish();
}

} // namespace derouter
