// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/fields.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <unordered_map>

namespace derouter {

namespace {

struct Alias {
    std::string_view names; ///< normalized spellings, separated by a space
    Step step;
};

constexpr Step take(Field field) {
    return {.field = field};
}

constexpr Step enter(Place place, Field scalar = Field::None) {
    return {.field = scalar, .enter = true, .place = place};
}

constexpr Step list(Step step) {
    step.list = true;
    return step;
}

constexpr Step errorsIn(Step step) {
    step.errors = true;
    return step;
}

constexpr std::array rootAliases{
    Alias{"timestamp time ts t date datetime asctime created createdat eventtime loggedat when starttime "
          "startutc "
          "starteddatetime timelocal timeiso8601 msec edgestarttimestamp sourcerealtimetimestamp "
          "timeunixnano timestampns tsns timestampinms timegenerated",
          take(Field::Time)},
    Alias{"ingestiontime receivetimestamp observedtimeunixnano startlocal realtimetimestamp edgeendtimestamp",
          take(Field::TimeFallback)},
    Alias{"status statuscode httpstatus httpstatuscode responsecode responsestatus scstatus "
          "edgeresponsestatus elbstatuscode apierrorstatus s",
          take(Field::Status)},
    Alias{"downstreamstatus", take(Field::TraefikStatus)},
    Alias{"resultcode", take(Field::ResultCode)},
    Alias{"code", take(Field::StatusCode)},
    Alias{"errortype apierrortype errtype", take(Field::ErrorType)},
    Alias{"errorcode errcode", take(Field::ErrorCode)},
    Alias{"detail details description errordescription reason category stderr statustext",
          enter(Place::Root, Field::Remark)},
    Alias{"type", take(Field::Envelope)},
    Alias{"object", take(Field::ObjectKind)},
    Alias{"subtype isapierrormessage", take(Field::ApiErrorMark)},
    Alias{"exceptiontype exctype errorname errorclass throwableclass", take(Field::ErrorName)},
    Alias{"excinfo exctext excvalue stacktrace stack traceback errorverbose errorstack errormessage errmessage "
          "errmsg exceptionmessage exceptionstacktrace responsebody statusmessage",
          take(Field::ErrorText)},
    Alias{"message msg", enter(Place::MessageObject, Field::Message)},
    Alias{"m text textpayload", take(Field::Message)},
    Alias{"event", enter(Place::Event, Field::Message)},
    Alias{"mt messagetemplate", take(Field::Template)},
    Alias{"body", enter(Place::LogBody, Field::Message)},
    Alias{"line", take(Field::CarriedLine)},
    Alias{"log", list(enter(Place::Root, Field::CarriedLine))},
    Alias{"data hits", list(enter(Place::Root))},
    Alias{"entries events logevents resourcelogs result records items results logs rows tables", list({})},
    Alias{"syslogidentifier logstreamname containername podname appname processid", take(Field::StreamName)},
    Alias{"failuretext networkerror", take(Field::Failure)},
    Alias{"postdata", enter(Place::PostData)},
    Alias{"requestid reqid xrequestid apirequestid responserequestid derouterrequestid",
          take(Field::RequestId)},
    Alias{"senthttprequestid upstreamhttprequestid downstreamrequestid originrequestid upstreamrequestid",
          take(Field::ResponseRequestId)},
    Alias{"upstreamstatus originstatus originresponsestatus targetstatuscode", take(Field::UpstreamStatus)},
    Alias{"errid errtrace", take(Field::ProxyError)},
    Alias{"responseflags", take(Field::ResponseFlags)},
    Alias{"responsecodedetails", take(Field::ResponseDetails)},
    Alias{"server srv backend backendserver", enter(Place::Unknown, Field::ServerName)},
    Alias{"terminationstate", take(Field::TerminationState)},
    Alias{"attempt retryattempt attemptnumber", take(Field::AttemptNumber)},
    Alias{"model modelname modelid modelgroup requestedmodel upstreammodel actualmodel genairequestmodel",
          take(Field::Model)},
    Alias{"deployment engine", take(Field::Deployment)},
    Alias{"params kwargs requestbodyvalues", enter(Place::RequestBody)},
    Alias{"genai llm ai", enter(Place::GenAi)},
    Alias{"method httpmethod requestmethod verb csmethod clientrequestmethod", take(Field::Method)},
    Alias{"path uri requesturi requestpath httptarget httproute endpoint target route clientrequesturi "
          "requesturl "
          "httpurl csuristem urlpath urlfull xenvoyoriginpath xenvoyoriginalpath",
          take(Field::Path)},
    Alias{"baseurl serviceurl", take(Field::BaseUrl)},
    Alias{"host httphost authority requesthost servername clientrequesthost", take(Field::Host)},
    Alias{"duration elapsed latency took originduration", take(Field::Duration)},
    Alias{"cost", take(Field::DurationWithUnit)},
    Alias{"durationms elapsedms elapsedmilliseconds latencyms responsetime responsetimems executiontimems",
          take(Field::DurationMilliseconds)},
    Alias{"requesttime durations rt elapseds usetime", take(Field::DurationSeconds)},
    Alias{"stream streamed streaming", take(Field::Streamed)},
    Alias{"err error exception exceptions thrown throwable", enter(Place::Error, Field::ErrorText)},
    Alias{"req request httprequest", enter(Place::Request, Field::RequestLine)},
    Alias{"res response resp httpresponse proxy net", enter(Place::Response)},
    Alias{"headers respheaders responseheaders", enter(Place::Headers)},
    Alias{"http", enter(Place::Http)},
    Alias{"span spans", enter(Place::Span)},
    Alias{"url", enter(Place::Url, Field::Path)},
    Alias{"fields attributes jsonpayload extra context ctx source record payload properties "
          "metadata meta customdimensions",
          enter(Place::Root)},
};

constexpr std::array errorAliases{
    Alias{"status statuscode httpstatus httpstatuscode", take(Field::Status)},
    Alias{"code errorcode", take(Field::StatusCode)},
    Alias{"type kind", take(Field::ErrorType)},
    Alias{"param", take(Field::ErrorParam)},
    Alias{"details", enter(Place::Error)},
    Alias{"errortype", take(Field::ErrorType)},
    Alias{"name class classname exctype", take(Field::ErrorName)},
    Alias{"message msg detail description responsebody value errormessage excvalue stack stacktrace "
          "extendedstacktrace traceback",
          take(Field::ErrorText)},
    Alias{"requestid xrequestid", take(Field::RequestId)},
    Alias{"headers responseheaders", enter(Place::Headers)},
    Alias{"error err body data", enter(Place::Error, Field::ErrorText)},
    Alias{"values cause inner innererror innerexception innerexceptions previous lasterror", enter(Place::Error, Field::ErrorText)},
    Alias{"errors aggregateerrors", errorsIn(enter(Place::Error, Field::ErrorText))},
    Alias{"response", enter(Place::Response)},
    Alias{"url path", take(Field::ErrorUrl)},
    Alias{"hostname", take(Field::ErrorHost)},
    Alias{"requestbodyvalues", enter(Place::RequestBody)},
    Alias{"config", enter(Place::ErrorRequest)},
};

/// A logged error in a message's place, as the runtime of AWS Lambda writes it. Agents' transcripts keep what
/// was said in objects of this name.
constexpr std::array messageObjectAliases{
    Alias{"errortype", take(Field::ErrorType)},
    Alias{"errormessage", take(Field::ErrorText)},
    Alias{"status statuscode", take(Field::Status)},
    Alias{"requestid", take(Field::RequestId)},
    Alias{"headers", enter(Place::Headers)},
    Alias{"err error exception", enter(Place::Error, Field::ErrorText)},
    Alias{"message msg", take(Field::Message)},
};

constexpr std::array errorRequestAliases{
    Alias{"method", take(Field::Method)},
    Alias{"url", take(Field::ErrorUrl)},
    Alias{"baseurl", take(Field::BaseUrl)},
    Alias{"data", take(Field::RequestBody)},
};

constexpr std::array requestAliases{
    Alias{"method requestmethod", take(Field::Method)},
    Alias{"url uri path target requesturl originalurl", take(Field::Path)},
    Alias{"host authority", take(Field::Host)},
    Alias{"model", take(Field::Model)},
    Alias{"status", take(Field::Status)},
    Alias{"latency", take(Field::Duration)},
    Alias{"body", enter(Place::RequestBody, Field::RequestBody)},
    Alias{"postdata", enter(Place::PostData)},
};

constexpr std::array logBodyAliases{
    Alias{"stringvalue message msg", take(Field::Message)},
    Alias{"model", take(Field::Model)},
    Alias{"kvlistvalue", enter(Place::KeyValueList)},
};

constexpr std::array keyValueListAliases{
    Alias{"values", enter(Place::Root)},
};

/// A span's target is the request that the program serves, not the one it makes.
constexpr std::array spanAliases{
    Alias{"model modelname modelid", take(Field::Model)},
    Alias{"requestid", take(Field::RequestId)},
};

constexpr std::array eventAliases{
    Alias{"duration", take(Field::DurationNanoseconds)},
};

constexpr std::array postDataAliases{
    Alias{"text", take(Field::RequestBody)},
};

constexpr std::array contentAliases{
    Alias{"text", take(Field::Body)},
    Alias{"encoding", take(Field::BodyEncoding)},
};

constexpr std::array requestBodyAliases{
    Alias{"model", take(Field::Model)},
    Alias{"stream", take(Field::Streamed)},
};

constexpr std::array responseAliases{
    Alias{"status statuscode code", take(Field::Status)},
    Alias{"requestid xrequestid", take(Field::RequestId)},
    Alias{"headers", enter(Place::Headers)},
    Alias{"body data", enter(Place::Error, Field::Body)},
    Alias{"error", enter(Place::Error, Field::ErrorText)},
    Alias{"content", enter(Place::Content)},
    Alias{"failuretext", take(Field::Failure)},
    Alias{"url", take(Field::Path)},
    Alias{"durationms", take(Field::DurationMilliseconds)},
    Alias{"model", take(Field::Model)},
};

constexpr std::array headersAliases{
    Alias{"date", take(Field::HeaderDate)},
    Alias{"requestid xrequestid", take(Field::RequestId)},
};

constexpr std::array httpAliases{
    Alias{"statuscode status responsestatuscode", take(Field::Status)},
    Alias{"method requestmethod", take(Field::Method)},
    Alias{"target route path", take(Field::Path)},
    Alias{"url", enter(Place::Url, Field::Path)},
    Alias{"urldetails", enter(Place::Url)},
    Alias{"host", take(Field::Host)},
    Alias{"request", enter(Place::Request)},
    Alias{"response", enter(Place::Response)},
};

constexpr std::array urlAliases{
    Alias{"path full original", take(Field::Path)},
    Alias{"domain host", take(Field::Host)},
};

constexpr std::array unknownAliases{
    Alias{"statuscode httpstatus httpstatuscode", take(Field::Status)},
    Alias{"requestid", take(Field::RequestId)},
    Alias{"error err", enter(Place::Error)},
};

constexpr std::array genAiAliases{
    Alias{"model", enter(Place::ModelName, Field::Model)},
    Alias{"modelname modelid", take(Field::Model)},
    Alias{"request response", enter(Place::RequestBody)},
};

constexpr std::array modelNameAliases{
    Alias{"id name", take(Field::Model)},
};

/// Names that access-log variables and key=value tails use beside those of a JSON root.
constexpr std::array variableAliases{
    Alias{"reqid rid id", take(Field::RequestId)},
    Alias{"r", take(Field::RequestLine)},
    Alias{"dur", take(Field::Duration)},
    Alias{"st", take(Field::Status)},
    Alias{"upstreamaddr upstreamhost serverurl", take(Field::BackendServer)},
};

std::span<const Alias> aliasesOf(Place place) {
    switch (place) {
    case Place::Root:
        return rootAliases;
    case Place::Error:
        return errorAliases;
    case Place::ErrorRequest:
        return errorRequestAliases;
    case Place::MessageObject:
        return messageObjectAliases;
    case Place::Request:
        return requestAliases;
    case Place::RequestBody:
        return requestBodyAliases;
    case Place::Response:
        return responseAliases;
    case Place::Headers:
        return headersAliases;
    case Place::Content:
        return contentAliases;
    case Place::PostData:
        return postDataAliases;
    case Place::LogBody:
        return logBodyAliases;
    case Place::KeyValueList:
        return keyValueListAliases;
    case Place::Span:
        return spanAliases;
    case Place::Event:
        return eventAliases;
    case Place::Http:
        return httpAliases;
    case Place::Url:
        return urlAliases;
    case Place::GenAi:
        return genAiAliases;
    case Place::ModelName:
        return modelNameAliases;
    case Place::Unknown:
        return unknownAliases;
    }
    return {};
}

using Index = std::unordered_map<std::string_view, Step>;

void addAll(Index& index, std::span<const Alias> aliases) {
    for (const Alias& alias : aliases) {
        std::string_view rest = alias.names;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            index.emplace(rest.substr(0, end), alias.step);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
}

const Index& indexOf(Place place) {
    static const auto all = [] {
        std::array<Index, static_cast<std::size_t>(Place::Unknown) + 1> built;
        for (std::size_t i = 0; i < built.size(); ++i)
            addAll(built[i], aliasesOf(static_cast<Place>(i)));
        return built;
    }();
    return all[static_cast<std::size_t>(place)];
}

/// Lower case without `-`, `_`, `@`, the `:` of HTTP/2's pseudo-headers, and spaces; empty when the name is
/// longer than any alias.
class Normalized {
public:
    explicit Normalized(std::string_view name) {
        for (const char c : name) {
            if (c == '-' || c == '_' || c == '@' || c == ':' || c == ' ')
                continue;
            if (m_size == sizeof m_text) {
                m_size = 0;
                return;
            }
            m_text[m_size++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        }
    }
    std::string_view view() const { return {m_text, m_size}; }

private:
    char m_text[48];
    std::size_t m_size = 0;
};

/// Whether a member's name says that it carries what was sent or generated, or settings.
bool isRequestContent(std::string_view name) {
    constexpr std::string_view parts[] = {"prompt", "messages", "input",    "content", "system",
                                          "tool",   "body",     "postdata", "kwargs",  "choices",
                                          "output", "config",   "param",    "option",  "completion",
                                          "arg",    "settings", "env",      "answer",  "query"};
    return std::ranges::any_of(parts, [name](std::string_view part) { return name.find(part) != name.npos; });
}

/// "timestamp [UTC]" of Azure's portal: the stamps below it carry no zone.
constexpr std::string_view utcMark = " [UTC]";

Step simpleStep(Place place, std::string_view key) {
    const Normalized name(key);
    const Index& index = indexOf(place);
    const auto found = index.find(name.view());
    if (found != index.end())
        return found->second;
    // An object of another name may hold some of the record's fields, but only names that can mean one thing
    // count there.
    return place == Place::Root && !isRequestContent(name.view()) ? enter(Place::Unknown) : Step{};
}

} // namespace

Step stepFor(Place place, std::string_view key) {
    if (key == "@x") // Serilog's exception
        return take(Field::ErrorText);
    if (key.ends_with(utcMark)) {
        const Step step = stepFor(place, key.substr(0, key.size() - utcMark.size()));
        return step.field == Field::Time ? take(Field::TimeUtc) : step;
    }
    const std::size_t dot = key.find('.');
    if (dot == std::string_view::npos || dot == 0 || dot + 1 == key.size())
        return simpleStep(place, key);
    const Step first = simpleStep(place, key.substr(0, dot));
    const Step nested = first.enter ? stepFor(first.place, key.substr(dot + 1)) : Step{};
    if (!nested.isNothing())
        return nested;
    std::string joined(key);
    std::erase(joined, '.');
    return simpleStep(place, joined);
}

Field fieldForVariable(std::string_view name) {
    static const Index extra = [] {
        Index built;
        addAll(built, variableAliases);
        return built;
    }();
    const Normalized normalized(name);
    const Step step = simpleStep(Place::Root, normalized.view());
    if (step.field != Field::None)
        return step.field;
    const auto found = extra.find(normalized.view());
    return found == extra.end() ? Field::None : found->second.field;
}

} // namespace derouter
