// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/fieldaliases.h"

#include <array>

namespace derouter {

namespace {

constexpr std::array rootAliases{
    Alias{"timestamp time ts t date datetime asctime created createdat eventtime loggedat when starttime "
          "startedat startutc starteddatetime timelocal timeiso8601 msec edgestarttimestamp "
          "sourcerealtimetimestamp timeunixnano endtimeunixnano timestampns tsns timestampinms timemillis "
          "timegenerated datecreated dateandtime instant eventtimestamp requesttimeepoch messagetime",
          enter(Place::Instant, Field::Time)},
    Alias{"requestcreatedat", take(Field::RequestCreated)},
    Alias{"endtime", take(Field::EndTime)},
    Alias{"starttimeunixnano", take(Field::SpanStart)},
    Alias{"ingestiontime receivetimestamp observedtimeunixnano startlocal "
          "realtimetimestamp edgeendtimestamp receivedat",
          take(Field::TimeFallback)},
    Alias{"status statuscode httpstatus httpstatuscode httpcode responsecode responsestatus scstatus "
          "edgeresponsestatus elbstatuscode apierrorstatus s $aihttpstatus",
          enter(Place::Unknown, Field::Status)},
    Alias{"downstreamstatus", take(Field::TraefikStatus)},
    Alias{"resultcode", take(Field::ResultCode)},
    Alias{"code errorcode errcode", take(Field::StatusCode)},
    Alias{"rc ret retcode returncode respcode st sc", take(Field::StatusLabel)},
    Alias{"errortype apierrortype errtype exceptiontype exctype errorname", take(Field::ErrorType)},
    Alias{"detail details description errordescription reason category stderr statustext",
          enter(Place::Root, Field::Remark)},
    Alias{"type", take(Field::Envelope)},
    Alias{"object", take(Field::ObjectKind)},
    Alias{"param", take(Field::ErrorParam)},
    Alias{"subtype isapierrormessage", take(Field::ApiErrorMark)},
    Alias{"iserror haserror failed errored", take(Field::AgentErrorMark)},
    Alias{"success ok succeeded issuccess isok outcome state finishreason stopreason",
          enter(Place::Unknown, Field::Success)},
    Alias{"errorclass throwableclass", take(Field::ErrorName)},
    // Of an error that is the record itself, as `JSON.stringify` writes it.
    Alias{"name logger loggername", take(Field::Name)},
    Alias{"config", enter(Place::ErrorRequest)},
    Alias{"cause failure failurereason lasterror errorinformation", enter(Place::Error, Field::ErrorText)},
    Alias{"errors", errorsIn({})},
    Alias{
        "excinfo exctext excvalue stacktrace stack traceback errorverbose errorstack errormessage errmessage "
        "errmsg exceptionmessage exceptionstacktrace fullmessage errorstr statusmessage $aierror",
        take(Field::ErrorText)},
    Alias{"responsebody respbody", ofAnswer(enter(Place::Error, Field::ErrorText))},
    Alias{"calltype", take(Field::CallType)},
    Alias{"message msg", enter(Place::MessageObject, Field::Message)},
    Alias{"m textpayload shortmessage", take(Field::Message)},
    Alias{"text", take(Field::Text)},
    Alias{"event", enter(Place::Event, Field::Message)},
    Alias{"level lvl severity severitytext levelname loglevel l", take(Field::Level)},
    Alias{"severitynumber", take(Field::SeverityNumber)},
    Alias{"priority", take(Field::SyslogPriority)},
    Alias{"mt messagetemplate", take(Field::Template)},
    Alias{"controller apisixlatency", take(Field::MillisecondsMark)},
    Alias{"body", enter(Place::LogBody, Field::Message)},
    Alias{"line logmessage eventmessage raw rawlog rawdata rawmessage", take(Field::CarriedLine)},
    Alias{"logentry", enter(Place::LogBody, Field::CarriedLine)},
    Alias{"log", list(enter(Place::Root, Field::CarriedLine))},
    Alias{"data chunk", list(enter(Place::Root, Field::LikelyBody))},
    Alias{"hits", list(enter(Place::Root))},
    Alias{"upstream upstreamhost", enter(Place::Unknown, Field::UpstreamHost)},
    Alias{"upstreamresponsetime urt", take(Field::UpstreamDuration)},
    Alias{"result resourcelogs resourcespans", list(enter(Place::Unknown, Field::Success))},
    Alias{"entries", list(enter(Place::EventEntries))},
    Alias{"events logevents records items results logs rows tables", list({})},
    Alias{"syslogidentifier containername podname appname processid", take(Field::StreamName)},
    Alias{"logstreamname logstream", take(Field::LogStream)},
    Alias{"insertid", take(Field::Collector)},
    Alias{"containerpartialmessage partialmessage logtag", take(Field::PartMark)}, // Docker's, Fluent Bit's
    Alias{"partiallast", take(Field::LastPart)},
    Alias{"scriptname", take(Field::ServerMark)}, // of Cloudflare's workers
    Alias{"labels resource kubernetes", enter(Place::Labels)},
    Alias{"failuretext networkerror", take(Field::Failure)},
    Alias{"postdata", enter(Place::PostData)},
    Alias{"pid", take(Field::ProcessId)},
    Alias{"requestid reqid rid apirequestid responserequestid derouterrequestid anthropicrequestid "
          "openairequestid clauderequestid llmrequestid airequestid modelrequestid",
          take(Field::RequestId)},
    Alias{"xrequestid", take(Field::ProxyRequestId)},
    Alias{"senthttprequestid upstreamhttprequestid downstreamrequestid originrequestid upstreamrequestid "
          "providerrequestid respheaderrequestid responseheaderrequestid",
          take(Field::ResponseRequestId)},
    Alias{"retryafter senthttpretryafter upstreamhttpretryafter", take(Field::RetryAfter)},
    Alias{"retryafterms", take(Field::RetryAfterMilliseconds)},
    Alias{
        "upstreamstatus originstatus originresponsestatus targetstatuscode providerstatus providerstatuscode "
        "derouterstatus llmstatus llmstatuscode anthropicstatus openaistatus upstreamcode providercode "
        "integrationstatus",
        take(Field::UpstreamStatus)},
    Alias{"upstreamconnecttime uct", take(Field::UpstreamConnectTime)},
    Alias{"upstreamheadertime uht", take(Field::UpstreamHeadTime)},
    Alias{"upstreamresponselength", take(Field::UpstreamLength)},
    Alias{"upstreambytesreceived", take(Field::UpstreamBytes)},
    Alias{"upstreamaddr", take(Field::UpstreamAddress)},
    Alias{"errid errtrace", take(Field::ProxyError)},
    Alias{"responseflags responseflagslong", take(Field::ResponseFlags)},
    Alias{"responsecodedetails", take(Field::ResponseDetails)},
    Alias{"statusdetails", take(Field::BalancerDetails)},
    Alias{"server srv backend backendserver", enter(Place::Unknown, Field::ServerName)},
    Alias{"terminationstate", take(Field::TerminationState)},
    Alias{"attempt retryattempt attemptnumber", take(Field::AttemptNumber)},
    Alias{"model modelname modelid modelgroup requestedmodel upstreammodel actualmodel genairequestmodel "
          "$aimodel",
          take(Field::Model)},
    Alias{"deployment engine", take(Field::Deployment)},
    Alias{"params kwargs requestbodyvalues", enter(Place::RequestBody)},
    Alias{"genai llm ai", enter(Place::GenAi)},
    Alias{"method httpmethod requestmethod verb csmethod clientrequestmethod", take(Field::Method)},
    Alias{"path uri requesturi requestpath httptarget httproute endpoint route clientrequesturi "
          "requesturl httpurl resourcepath csuristem urlpath urlfull xenvoyoriginpath xenvoyoriginalpath",
          take(Field::Path)},
    Alias{"target", take(Field::Target)},
    Alias{"baseurl apibase $aibaseurl", take(Field::BaseUrl)},
    Alias{"serviceurl originurl", take(Field::UpstreamUrl)},
    Alias{"host httphost authority requesthost servername clientrequesthost", take(Field::Host)},
    Alias{"duration elapsed latency took originduration", take(Field::Duration)},
    Alias{"cost", take(Field::DurationWithUnit)},
    Alias{"delayms", take(Field::Delay)},
    Alias{"ta tt durationms elapsedms elapsedmilliseconds latencyms responsetime responsetimems "
          "executiontimems latencytotal timetakenms latency(ms) duration(ms) responselatency",
          take(Field::DurationMilliseconds)},
    Alias{"latencies", enter(Place::Latencies)},
    Alias{"requesttime durations durationseconds elapsedseconds rt elapseds usetime $ailatency",
          take(Field::DurationSeconds)},
    Alias{"durationus elapsedus latencyus durationmicros", take(Field::DurationMicroseconds)},
    Alias{"durationns durationnano durationnanos elapsedns latencyns", take(Field::DurationNanoseconds)},
    Alias{"stream streamed streaming", take(Field::Streamed)},
    Alias{"err error exception exceptions thrown throwable errordetail",
          enter(Place::Error, Field::ErrorText)},
    Alias{"req request httprequest", enter(Place::Request, Field::RequestLine)},
    Alias{"res response resp httpresponse", ofAnswer(enter(Place::Response, Field::LikelyBody))},
    Alias{"net", ofAnswer(enter(Place::Response))},
    Alias{"requestline firstline routekey", take(Field::RequestLine)},
    Alias{"headers respheaders responseheaders", enter(Place::Headers)},
    Alias{"http proxy", enter(Place::Http, Field::StatusLabel)}, // Vercel's name of it
    Alias{"span spans", enter(Place::Span)},
    Alias{"spanid", take(Field::SpanId)},
    Alias{"parentspanid parentid parentspancontext", enter(Place::ParentSpan, Field::ParentSpanId)},
    Alias{"traceid", take(Field::TraceId)},
    Alias{"id", take(Field::RecordId)},
    Alias{"url", enter(Place::Url, Field::Path)},
    Alias{"flow l7 fields attributes jsonpayload extra context ctx source record payload properties "
          "metadata meta customdimensions nginx access",
          enter(Place::Root)},
};

constexpr std::array errorAliases{
    Alias{"status statuscode httpstatus httpstatuscode httpcode", take(Field::Status)},
    Alias{"code errorcode", take(Field::StatusCode)},
    Alias{"type kind errortype", take(Field::ErrorType)},
    Alias{"param", take(Field::ErrorParam)},
    Alias{"docurl requestlogurl", take(Field::ErrorManual)},
    Alias{"responsetype", take(Field::ResponseDetails)}, // which of API Gateway's own answers it was
    Alias{"content", take(Field::LikelyBody)},           // ECS's, in an answer's body
    Alias{"details", enter(Place::Error)},
    Alias{"metadata", enter(Place::Content)}, // OpenRouter's, of what a provider answered
    Alias{"name class classname errorclass exctype", take(Field::ErrorName)},
    Alias{"message msg detail description value errormessage excvalue stack stacktrace "
          "extendedstacktrace traceback",
          take(Field::ErrorText)},
    Alias{"requestid", take(Field::RequestId)},
    Alias{"xrequestid", take(Field::ProxyRequestId)},
    Alias{"retryafter", take(Field::RetryAfter)},
    Alias{"retryafterms", take(Field::RetryAfterMilliseconds)},
    Alias{"headers responseheaders", enter(Place::Headers)},
    Alias{"error err body data responsebody", enter(Place::Error, Field::ErrorText)},
    Alias{"values cause inner innererror innerexception innerexceptions previous lasterror",
          enter(Place::Error, Field::ErrorText)},
    Alias{"errors aggregateerrors", errorsIn(enter(Place::Error, Field::ErrorText))},
    Alias{"response", enter(Place::Response, Field::ErrorAnswer)},
    Alias{"url path", take(Field::ErrorUrl)},
    Alias{"hostname", take(Field::ErrorHost)},
    Alias{"requestbodyvalues", enter(Place::RequestBody)},
    Alias{"config", enter(Place::ErrorRequest)},
    Alias{"model", take(Field::Model)}, // of a failed call
};

/// log4j's instant, protobuf's, loguru's, MongoDB's.
constexpr std::array instantAliases{
    Alias{"epochsecond seconds", take(Field::EpochSecond)},
    Alias{"nanoofsecond nanos nanoseconds", take(Field::NanoOfSecond)},
    Alias{"timestamp $numberlong", take(Field::Time)},
    Alias{"$date", enter(Place::Instant, Field::Time)},
};

/// A logged error in a message's place, as the runtime of AWS Lambda writes it. Agents' transcripts keep what
/// was said in objects of this name.
constexpr std::array messageObjectAliases{
    Alias{"errortype", take(Field::ErrorType)},
    Alias{"errormessage", take(Field::ErrorText)},
    Alias{"status statuscode", take(Field::Status)},
    Alias{"requestid derouterrequestid anthropicrequestid openairequestid llmrequestid apirequestid",
          take(Field::RequestId)},
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
    Alias{"url uri path target originalurl", take(Field::Path)},
    Alias{"requesturl", take(Field::ServedUrl)},
    Alias{"host authority", take(Field::Host)},
    Alias{"model", take(Field::Model)},
    Alias{"status", take(Field::Status)},
    Alias{"latency", take(Field::Duration)},
    Alias{"id", take(Field::LocalId)},
    Alias{"body", enter(Place::RequestBody, Field::RequestBody)},
    Alias{"postdata", enter(Place::PostData)},
};

constexpr std::array logBodyAliases{
    Alias{"stringvalue message msg", take(Field::Message)},
    Alias{"type", take(Field::Envelope)}, // of an answer's body, beside its status
    Alias{"error", ofAnswer(enter(Place::Error, Field::ErrorText))},
    Alias{"formatted", take(Field::Remark)}, // Sentry's, where the message is a template
    Alias{"model", take(Field::Model)},
    Alias{"requestid", take(Field::RequestId)},
    Alias{"kvlistvalue", enter(Place::KeyValueList)},
};

constexpr std::array keyValueListAliases{Alias{"values", enter(Place::Root)}};

constexpr std::array labelAliases{
    Alias{"labels", enter(Place::Labels)},
    Alias{"requestid", take(Field::RequestId)}, // ECS's own fields of a program
    Alias{"pod podname container containername instanceid revisionname", take(Field::StreamName)},
};

/// A span's target is the request that the program serves, not the one it makes.
constexpr std::array spanAliases{
    Alias{"model modelname modelid", take(Field::Model)},
    Alias{"requestid", take(Field::RequestId)},
};

constexpr std::array parentSpanAliases{Alias{"spanid", take(Field::ParentSpanId)}};

constexpr std::array eventAliases{Alias{"duration", take(Field::DurationNanoseconds)},
                                  Alias{"outcome", take(Field::Success)}};

constexpr std::array postDataAliases{Alias{"text", take(Field::RequestBody)}};

constexpr std::array contentAliases{
    Alias{"text", take(Field::Body)},
    Alias{"raw", take(Field::ErrorText)},
    Alias{"encoding", take(Field::BodyEncoding)},
};

constexpr std::array requestBodyAliases{
    Alias{"model", take(Field::Model)},
    Alias{"stream", take(Field::Streamed)},
};

constexpr std::array responseAliases{
    Alias{"status statuscode code", take(Field::Status)},
    Alias{"requestid", take(Field::RequestId)},
    Alias{"xrequestid", take(Field::ProxyRequestId)},
    Alias{"retryafter", take(Field::RetryAfter)},
    Alias{"headers", enter(Place::Headers)},
    Alias{"body data", enter(Place::Error, Field::Body)},
    Alias{"error", enter(Place::Error, Field::ErrorText)},
    Alias{"text", take(Field::LikelyBody)}, // superagent's; of an answer that went well anything
    Alias{"content", enter(Place::Content)},
    Alias{"failuretext", take(Field::Failure)},
    Alias{"url", take(Field::Path)},
    Alias{"durationms", take(Field::DurationMilliseconds)},
    Alias{"model", take(Field::Model)},
};

constexpr std::array headersAliases{
    Alias{"date", take(Field::HeaderDate)},       Alias{"server", take(Field::HeaderServer)},
    Alias{"retryafter", take(Field::RetryAfter)}, Alias{"retryafterms", take(Field::RetryAfterMilliseconds)},
    Alias{"requestid", take(Field::RequestId)},   Alias{"xrequestid", take(Field::ProxyRequestId)},
};

constexpr std::array httpAliases{
    Alias{"statuscode status responsestatuscode code", take(Field::Status)},
    Alias{"method requestmethod", take(Field::Method)},
    Alias{"target route path", take(Field::Path)},
    Alias{"url", enter(Place::Url, Field::Path)},
    Alias{"urldetails", enter(Place::Url)},
    Alias{"host", take(Field::Host)},
    Alias{"request", enter(Place::Request)},
    Alias{"response", ofAnswer(enter(Place::Response))},
};

constexpr std::array urlAliases{
    Alias{"path full original", take(Field::Path)},
    Alias{"domain host", take(Field::Host)},
};

constexpr std::array unknownAliases{
    Alias{"statuscode httpstatus httpstatuscode", take(Field::Status)},
    Alias{"status code http", take(Field::NestedStatus)},
    Alias{"requestid", take(Field::RequestId)},
    Alias{"error err", enter(Place::Error)},
};

constexpr std::array genAiAliases{
    Alias{"model", enter(Place::ModelName, Field::Model)},
    Alias{"modelname modelid", take(Field::Model)},
    Alias{"requestid", take(Field::RequestId)},
    Alias{"error err", enter(Place::Error)},
    Alias{"status statuscode httpstatus httpstatuscode", take(Field::NestedStatus)},
    Alias{"request response", enter(Place::RequestBody)},
};

constexpr std::array latenciesAliases{Alias{"request", take(Field::DurationMilliseconds)}};

constexpr std::array modelNameAliases{Alias{"id name", take(Field::Model)}};

/// Names that access-log variables and key=value tails use beside those of a JSON root.
constexpr std::array variableAliases{
    Alias{"id", take(Field::RequestId)},
    Alias{"r", take(Field::RequestLine)},
    Alias{"servedrequest", take(Field::ServedRequestLine)},
    Alias{"dur", take(Field::Duration)},
    Alias{"st", take(Field::Status)},
    Alias{"upstreamhost serverurl", take(Field::BackendServer)},
    Alias{"requestprocessingtime targetprocessingtime backendprocessingtime responseprocessingtime",
          take(Field::DurationPart)},
};

} // namespace

std::span<const Alias> aliasesOf(Place place) {
    switch (place) {
    case Place::Root:
        return rootAliases;
    case Place::Error:
        return errorAliases;
    case Place::ErrorRequest:
        return errorRequestAliases;
    case Place::Instant:
        return instantAliases;
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
    case Place::EventEntries:
        return {}; // by their types
    case Place::LogBody:
        return logBodyAliases;
    case Place::KeyValueList:
        return keyValueListAliases;
    case Place::Labels:
        return labelAliases;
    case Place::Span:
        return spanAliases;
    case Place::ParentSpan:
        return parentSpanAliases;
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
    case Place::Latencies:
        return latenciesAliases;
    case Place::Unknown:
        return unknownAliases;
    }
    return {};
}

std::span<const Alias> aliasesOfVariables() {
    return variableAliases;
}

} // namespace derouter
