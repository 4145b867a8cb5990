<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AttemptsPart</name>
    <message numerus="yes">
        <source>Tried again %n time(s) although only a change helps.</source>
        <translation>
            <numerusform>Tried again although only a change helps.</numerusform>
            <numerusform>Tried again %n times although only a change helps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n retry(ies) came sooner than advised.</source>
        <translation>
            <numerusform>One retry came sooner than advised.</numerusform>
            <numerusform>%n retries came sooner than advised.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartMarks</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>%n more failures are in this text.</source>
        <translation>
            <numerusform>%n more failure is in this text.</numerusform>
            <numerusform>%n more failures are in this text.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailTexts</name>
    <message numerus="yes">
        <source>%n call(s) failed with %1 in the ten minutes up to this one: contact support.</source>
        <translation>
            <numerusform>%n call failed with %1 in the ten minutes up to this one: contact support.</numerusform>
            <numerusform>%n calls failed with %1 in the ten minutes up to this one: contact support.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was refused %n time(s) with %2.</source>
        <comment>a key, a code</comment>
        <translation>
            <numerusform>%1 was refused once with %2.</numerusform>
            <numerusform>%1 was refused %n times with %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was refused %n time(s) with %2: %3.</source>
        <comment>a key, a code, a span of time</comment>
        <translation>
            <numerusform>%1 was refused once with %2: %3.</numerusform>
            <numerusform>%1 was refused %n times with %2: %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was taken %n time(s) when something else failed.</source>
        <translation>
            <numerusform>It was taken once when something else failed.</numerusform>
            <numerusform>It was taken %n times when something else failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other key(s) were refused with this code, too.</source>
        <translation>
            <numerusform>1 other key was refused with this code, too.</numerusform>
            <numerusform>%n other keys were refused with this code, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other key(s) were taken.</source>
        <translation>
            <numerusform>1 other key was taken.</numerusform>
            <numerusform>%n other keys were taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RateChart</name>
    <message numerus="yes">
        <source>%n without a time are not on the chart</source>
        <translation>
            <numerusform>%n without a time is not on the chart</numerusform>
            <numerusform>%n without a time are not on the chart</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of an unlikely time are not on the chart</source>
        <translation>
            <numerusform>%n of an unlikely time is not on the chart</numerusform>
            <numerusform>%n of an unlikely time are not on the chart</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more mark(s) stand in the table.</source>
        <translation>
            <numerusform>%n more mark stands in the table.</numerusform>
            <numerusform>%n more marks stand in the table.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message numerus="yes">
        <source>%n failure(s)</source>
        <translation>
            <numerusform>%n failure</numerusform>
            <numerusform>%n failures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other request(s) in the log are not DeRouter&apos;s.</source>
        <translation>
            <numerusform>%n other request in the log is not DeRouter&apos;s.</numerusform>
            <numerusform>%n other requests in the log are not DeRouter&apos;s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ticket</name>
    <message numerus="yes">
        <source>DeRouter API: %n failed request(s)</source>
        <translation>
            <numerusform>DeRouter API: %n failed request</numerusform>
            <numerusform>DeRouter API: %n failed requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>please look into %n failed request(s):</source>
        <translation>
            <numerusform>please look into %n failed request:</numerusform>
            <numerusform>please look into %n failed requests:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n more character(s))</source>
        <translation>
            <numerusform>(%n more character)</numerusform>
            <numerusform>(%n more characters)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) without a request-id: support can hardly trace them.</source>
        <translation>
            <numerusform>%n failure without a request-id: support can hardly trace it.</numerusform>
            <numerusform>%n failures without a request-id: support can hardly trace them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) were not answered by DeRouter but on the way to it: there is no request-id, and DeRouter may know nothing of them.</source>
        <translation>
            <numerusform>%n failure was not answered by DeRouter but on the way to it: there is no request-id, and DeRouter may know nothing of it.</numerusform>
            <numerusform>%n failures were not answered by DeRouter but on the way to it: there is no request-id, and DeRouter may know nothing of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) got no answer at all, so there is no request-id: give the time as exactly as you can.</source>
        <translation>
            <numerusform>%n failure got no answer at all, so there is no request-id: give the time as exactly as you can.</numerusform>
            <numerusform>%n failures got no answer at all, so there is no request-id: give the time as exactly as you can.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>derouter::AlertBanner</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>derouter::Alerts</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s)</source>
        <translation>
            <numerusform>%n failure</numerusform>
            <numerusform>%n failures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n log(s) used to write regularly and no longer do</source>
        <translation>
            <numerusform>%n log used to write regularly and no longer does</numerusform>
            <numerusform>%n logs used to write regularly and no longer do</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>derouter::AttemptsPart</name>
    <message numerus="yes">
        <source>%n earlier attempt(s)</source>
        <translation>
            <numerusform>%n earlier attempt</numerusform>
            <numerusform>%n earlier attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>derouter::ChartPicture</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>derouter::ComparisonDialog</name>
    <message numerus="yes">
        <source>%n failure(s)</source>
        <translation>
            <numerusform>%n failure</numerusform>
            <numerusform>%n failures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older failure(s) are no longer kept, and not compared.</source>
        <translation>
            <numerusform>One older failure is no longer kept, and not compared.</numerusform>
            <numerusform>%n older failures are no longer kept, and not compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n line(s) are shown.</source>
        <translation>
            <numerusform>The first line is shown.</numerusform>
            <numerusform>The first %n lines are shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>derouter::DetailPane</name>
    <message numerus="yes">
        <source>%n secret(s) hidden</source>
        <translation>
            <numerusform>%n secret hidden</numerusform>
            <numerusform>%n secrets hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>derouter::EventModel</name>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) of one cause whose messages differ in numbers and ids at most</source>
        <translation>
            <numerusform>%n failure of one cause whose message differs in numbers and ids at most</numerusform>
            <numerusform>%n failures of one cause whose messages differ in numbers and ids at most</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) alike</source>
        <translation>
            <numerusform>%n failure alike</numerusform>
            <numerusform>%n failures alike</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked</source>
        <translation>
            <numerusform>%n marked</numerusform>
            <numerusform>%n marked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>derouter::FailureAnnouncer</name>
    <message numerus="yes">
        <source>%n new failure(s).</source>
        <translation>
            <numerusform>1 new failure.</numerusform>
            <numerusform>%n new failures.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>derouter::FilterBar</name>
    <message numerus="yes">
        <source>%n failure(s)</source>
        <translation>
            <numerusform>%n failure</numerusform>
            <numerusform>%n failures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused – %n new below</source>
        <translation>
            <numerusform>Paused – %n new below</numerusform>
            <numerusform>Paused – %n new below</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The expression takes too long: it was given up for %n text(s), which are hidden.</source>
        <translation>
            <numerusform>The expression takes too long: it was given up for %n text, which is hidden.</numerusform>
            <numerusform>The expression takes too long: it was given up for %n texts, which are hidden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused – %n new above</source>
        <translation>
            <numerusform>Paused – %n new above</numerusform>
            <numerusform>Paused – %n new above</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused – %n new</source>
        <translation>
            <numerusform>Paused – 1 new</numerusform>
            <numerusform>Paused – %n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>derouter::FormatDialog</name>
    <message numerus="yes">
        <source>%1 of the first %n line(s) fit.</source>
        <translation>
            <numerusform>%1 of %n line fits.</numerusform>
            <numerusform>%1 of the first %n lines fit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>derouter::Headline</name>
    <message numerus="yes">
        <source>%n failure(s)</source>
        <translation>
            <numerusform>%n failure</numerusform>
            <numerusform>%n failures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed attempt(s)</source>
        <translation>
            <numerusform>%n failed attempt</numerusform>
            <numerusform>%n failed attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>derouter::MainWindow</name>
    <message numerus="yes">
        <source>Copied %n request-id(s)</source>
        <translation>
            <numerusform>Copied %n request-id</numerusform>
            <numerusform>Copied %n request-ids</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied only the first %n row(s)</source>
        <translation>
            <numerusform>Copied only the first row</numerusform>
            <numerusform>Copied only the first %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n row(s)</source>
        <translation>
            <numerusform>Copied %n row</numerusform>
            <numerusform>Copied %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n record(s); others are no longer available</source>
        <translation>
            <numerusform>Copied %n record; others are no longer available</numerusform>
            <numerusform>Copied %n records; others are no longer available</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n record(s)</source>
        <translation>
            <numerusform>Copied %n record</numerusform>
            <numerusform>Copied %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save a Report on the %n Failure(s) Shown</source>
        <translation>
            <numerusform>Save a Report on the %n Failure Shown</numerusform>
            <numerusform>Save a Report on the %n Failures Shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save a Report on Everything: %n Failure(s)</source>
        <translation>
            <numerusform>Save a Report on Everything: %n Failure</numerusform>
            <numerusform>Save a Report on Everything: %n Failures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) written to %1</source>
        <translation>
            <numerusform>%n failure written to %1</numerusform>
            <numerusform>%n failures written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) no longer marked</source>
        <translation>
            <numerusform>%n failure no longer marked</numerusform>
            <numerusform>%n failures no longer marked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) marked</source>
        <translation>
            <numerusform>%n failure marked</numerusform>
            <numerusform>%n failures marked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your note on %n failure(s). Without words it is removed.</source>
        <translation>
            <numerusform>Your note on %n failure. Without words it is removed.</numerusform>
            <numerusform>Your note on %n failures. Without words it is removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) hidden by the filter</source>
        <translation>
            <numerusform>%n mark hidden by the filter</numerusform>
            <numerusform>%n marks hidden by the filter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filter(s) saved</source>
        <translation>
            <numerusform>%n filter saved</numerusform>
            <numerusform>%n filters saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filter(s) saved; one that holds a secret is not kept</source>
        <translation>
            <numerusform>%n filter saved; one that holds a secret is not kept</numerusform>
            <numerusform>%n filters saved; one that holds a secret is not kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) written to %1.</source>
        <translation>
            <numerusform>%n line written to %1.</numerusform>
            <numerusform>%n lines written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>derouter::OverviewPart</name>
    <message numerus="yes">
        <source>%n failure(s)</source>
        <translation>
            <numerusform>%n failure</numerusform>
            <numerusform>%n failures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The key %1 was refused %n time(s): %2.</source>
        <translation>
            <numerusform>The key %1 was refused once: %2.</numerusform>
            <numerusform>The key %1 was refused %n times: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more cause(s)</source>
        <translation>
            <numerusform>and one more cause</numerusform>
            <numerusform>and %n more causes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n retry(ies) of what only a change helps against.</source>
        <translation>
            <numerusform>One retry of what only a change helps against.</numerusform>
            <numerusform>%n retries of what only a change helps against.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n retry(ies) came sooner than advised.</source>
        <translation>
            <numerusform>One retry came sooner than advised.</numerusform>
            <numerusform>%n retries came sooner than advised.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) were lost.</source>
        <translation>
            <numerusform>1 call was lost.</numerusform>
            <numerusform>%n calls were lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was taken %n time(s) when something else failed.</source>
        <translation>
            <numerusform>It was taken once when something else failed.</numerusform>
            <numerusform>It was taken %n times when something else failed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>derouter::RotatedOffer</name>
    <message numerus="yes">
        <source>The open logs have %n rotated file(s) that are not read.</source>
        <translation>
            <numerusform>The open logs have %n rotated file that is not read.</numerusform>
            <numerusform>The open logs have %n rotated files that are not read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n rotated file(s) that are not read.</source>
        <translation>
            <numerusform>%1 has %n rotated file that is not read.</numerusform>
            <numerusform>%1 has %n rotated files that are not read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>derouter::SpendingPart</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The log around it tells of costs in %n record(s): %1 in all.</source>
        <translation>
            <numerusform>The log around it tells of costs in %n record: %1 in all.</numerusform>
            <numerusform>The log around it tells of costs in %n records: %1 in all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>derouter::TicketDialog</name>
    <message numerus="yes">
        <source>%n part(s) hidden and marked; F3 goes to the next.</source>
        <translation>
            <numerusform>%n part hidden and marked; F3 goes there.</numerusform>
            <numerusform>%n parts hidden and marked; F3 goes to the next.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>derouter::Workspace</name>
    <message numerus="yes">
        <source>%n failure(s) do not match it.</source>
        <translation>
            <numerusform>%n failure does not match it.</numerusform>
            <numerusform>%n failures do not match it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) do not match it. Of each the last failed attempt counts.</source>
        <translation>
            <numerusform>%n call does not match it. Its last failed attempt counts.</numerusform>
            <numerusform>%n calls do not match it. Of each the last failed attempt counts.</numerusform>
        </translation>
    </message>
</context>
</TS>
