<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AttemptsPart</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>then waited %1</source>
        <translation>dann %1 gewartet</translation>
    </message>
    <message>
        <source>then waited at most %1</source>
        <translation>dann höchstens %1 gewartet</translation>
    </message>
    <message>
        <source>the answer asked for %1</source>
        <translation>die Antwort verlangte %1</translation>
    </message>
    <message>
        <source>the guide advises %1–%2 s</source>
        <translation>der Leitfaden rät zu %1–%2 s</translation>
    </message>
    <message>
        <source>too early</source>
        <translation>zu früh</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>number of an attempt and what is known of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Tried again %n time(s) although only a change helps.</source>
        <translation>
            <numerusform>Noch einmal versucht, obwohl nur eine Änderung hilft.</numerusform>
            <numerusform>%n-mal neu versucht, obwohl nur eine Änderung hilft.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n retry(ies) came sooner than advised.</source>
        <translation>
            <numerusform>Ein neuer Versuch kam früher als angeraten.</numerusform>
            <numerusform>%n neue Versuche kamen früher als angeraten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartGroups</name>
    <message>
        <source>Whose move: %1</source>
        <translation>Am Zug: %1</translation>
    </message>
    <message>
        <source>other causes</source>
        <translation>andere Ursachen</translation>
    </message>
    <message>
        <source>All other causes together</source>
        <translation>Alle anderen Ursachen zusammen</translation>
    </message>
</context>
<context>
    <name>ChartMarks</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was rotated.</source>
        <translation>%1 wurde rotiert.</translation>
    </message>
    <message>
        <source>%1 was started again.</source>
        <translation>%1 wurde neu gestartet.</translation>
    </message>
    <message>
        <source>%1: resumed after %2 s in which the computer or the program was halted.</source>
        <translation>%1: fortgesetzt nach %2 s, in denen der Rechner oder das Programm angehalten war.</translation>
    </message>
    <message>
        <source>Gap of %1 bytes: %2</source>
        <translation>Lücke von %1 Byte: %2</translation>
    </message>
    <message>
        <source>Gap: %1</source>
        <translation>Lücke: %1</translation>
    </message>
</context>
<context>
    <name>Code</name>
    <message>
        <source>no response</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>in stream</source>
        <translation>im Stream</translation>
    </message>
    <message>
        <source>Error inside a stream that began with HTTP 200</source>
        <translation>Fehler in einem Stream, der mit HTTP 200 begann</translation>
    </message>
</context>
<context>
    <name>CodeGroup</name>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>Codes that are not in the guide</source>
        <translation>Codes, die nicht im Leitfaden stehen</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>a code and its meaning</comment>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Read the sources to their end and write a report: text, json, jsonl, csv, html or markdown.</source>
        <translation>Die Quellen bis zum Ende lesen und einen Bericht schreiben: text, json, jsonl, csv, html oder markdown.</translation>
    </message>
    <message>
        <source>format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Write the report to this file, readable by you alone.</source>
        <translation>Den Bericht in diese Datei schreiben, lesbar nur für Sie.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Explain one pasted error, log line, body or curl -i text: the argument, or standard input.</source>
        <translation>Einen eingefügten Fehler, eine Logzeile, einen Body oder eine Ausgabe von curl -i erklären: das Argument oder die Standardeingabe.</translation>
    </message>
    <message>
        <source>Go on after the end of the sources (the window does so by itself).</source>
        <translation>Nach dem Ende der Quellen weiterlesen (das Fenster tut das von selbst).</translation>
    </message>
    <message>
        <source>Stop at the end of the sources.</source>
        <translation>Am Ende der Quellen aufhören.</translation>
    </message>
    <message>
        <source>With --report --follow: report after so many seconds.</source>
        <translation>Mit --report --follow: nach so vielen Sekunden berichten.</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Only from this time on: ISO 8601, or a span before now such as 15m, 2h or 1d.</source>
        <translation>Nur ab diesem Zeitpunkt: ISO 8601 oder eine Spanne vor jetzt wie 15m, 2h oder 1d.</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Only before this time.</source>
        <translation>Nur vor diesem Zeitpunkt.</translation>
    </message>
    <message>
        <source>Read the sources as this format: a name of --list-formats, a log layout as it stands in a server&apos;s configuration, or a /regular expression/ with named groups.</source>
        <translation>Die Quellen in diesem Format lesen: ein Name aus --list-formats, ein Log-Layout aus der Konfiguration eines Servers oder ein /regulärer Ausdruck/ mit benannten Gruppen.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>List the formats known by name.</source>
        <translation>Die bekannten Formate auflisten.</translation>
    </message>
    <message>
        <source>Zone of time stamps that name none, such as Europe/Berlin (default: the system&apos;s).</source>
        <translation>Zeitzone für Zeitstempel ohne Zone, etwa Europe/Berlin (Vorgabe: die des Systems).</translation>
    </message>
    <message>
        <source>zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Requests to this host count as DeRouter&apos;s, too. May be repeated.</source>
        <translation>Anfragen an diesen Host zählen auch als Anfragen an DeRouter. Mehrfach möglich.</translation>
    </message>
    <message>
        <source>host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Requests to this path count as DeRouter&apos;s, too. May be repeated.</source>
        <translation>Anfragen an diesen Pfad zählen auch als Anfragen an DeRouter. Mehrfach möglich.</translation>
    </message>
    <message>
        <source>path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Exit with status 3 if one of these occurred: codes (402,529,none,stream), you, derouter, provider, unknown or any.</source>
        <translation>Mit Status 3 enden, wenn eines davon vorkam: Codes (402,529,none,stream), you, derouter, provider, unknown oder any.</translation>
    </message>
    <message>
        <source>list</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>No progress and no notes.</source>
        <translation>Kein Fortschritt und keine Hinweise.</translation>
    </message>
    <message>
        <source>Say what is read and in which format.</source>
        <translation>Sagen, was in welchem Format gelesen wird.</translation>
    </message>
    <message>
        <source>Show this text.</source>
        <translation>Diesen Text zeigen.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Die Version zeigen.</translation>
    </message>
    <message>
        <source>Reads logs live, finds DeRouter&apos;s API errors in them, and says what each means and whose move it is.
Without --report or --explain it opens a window on the sources.

Exit status: 0 done, 1 a source could not be read, 2 wrong usage, 3 --fail-on matched (before 1).</source>
        <translation>Liest Logs live, findet darin die API-Fehler von DeRouter und sagt, was jeder bedeutet und wer am Zug ist.
Ohne --report oder --explain öffnet es ein Fenster mit den Quellen.

Exit-Status: 0 fertig, 1 eine Quelle war nicht lesbar, 2 falscher Aufruf, 3 --fail-on traf zu (vor 1).</translation>
    </message>
    <message>
        <source>“%1” is no time: write it as 2026-11-03T09:14:07Z, or as a span before now such as 15m, 2h or 1d.</source>
        <translation>„%1“ ist keine Zeit: Schreibweise 2026-11-03T09:14:07Z oder eine Spanne vor jetzt wie 15m, 2h oder 1d.</translation>
    </message>
    <message>
        <source>--fail-on does not know “%1”: it takes codes such as 402, none or stream, and you, derouter, provider, unknown or any.</source>
        <translation>--fail-on kennt „%1“ nicht: möglich sind Codes wie 402, none oder stream sowie you, derouter, provider, unknown oder any.</translation>
    </message>
    <message>
        <source>There is no time zone “%1”; they are called such as Europe/Berlin or UTC.</source>
        <translation>Eine Zeitzone „%1“ gibt es nicht; sie heißen zum Beispiel Europe/Berlin oder UTC.</translation>
    </message>
    <message>
        <source>--since has to be before --until.</source>
        <translation>--since muss vor --until liegen.</translation>
    </message>
    <message>
        <source>--for takes a number of seconds, not “%1”.</source>
        <translation>--for erwartet eine Anzahl Sekunden, nicht „%1“.</translation>
    </message>
    <message>
        <source>--follow and --no-follow exclude one another.</source>
        <translation>--follow und --no-follow schließen einander aus.</translation>
    </message>
    <message>
        <source>--for needs --report and --follow.</source>
        <translation>--for braucht --report und --follow.</translation>
    </message>
    <message>
        <source>--output needs --report.</source>
        <translation>--output braucht --report.</translation>
    </message>
    <message>
        <source>--fail-on needs --report.</source>
        <translation>--fail-on braucht --report.</translation>
    </message>
    <message>
        <source>--report and --explain exclude one another.</source>
        <translation>--report und --explain schließen einander aus.</translation>
    </message>
    <message>
        <source>A file name is empty.</source>
        <translation>Ein Dateiname ist leer.</translation>
    </message>
    <message>
        <source>See --help.</source>
        <translation>Siehe --help.</translation>
    </message>
    <message>
        <source>--report does not know “%1”: it writes text, json, jsonl, csv, html or markdown.</source>
        <translation>--report kennt „%1“ nicht: möglich sind text, json, jsonl, csv, html und markdown.</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>error.type</source>
        <translation>error.type</translation>
    </message>
    <message>
        <source>message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>none that decides</source>
        <translation>keiner, der entscheidet</translation>
    </message>
    <message>
        <source> (the guide does not pair this status with this error.type)</source>
        <translation> (der Leitfaden kennt diesen Status nicht zusammen mit diesem error.type)</translation>
    </message>
    <message>
        <source>no response</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>not stated (an error inside a stream, or a body alone)</source>
        <translation>nicht angegeben (ein Fehler in einem Stream oder nur ein Body)</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Leitfaden</translation>
    </message>
    <message>
        <source>not in the guide</source>
        <translation>nicht im Leitfaden</translation>
    </message>
    <message>
        <source>Whose move</source>
        <translation>Wer ist am Zug</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Request-id</source>
        <translation>Request-ID</translation>
    </message>
    <message>
        <source>Standard output cannot be written.</source>
        <translation>In die Standardausgabe lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>No API error is recognised in this text. Paste a whole error body, an SDK&apos;s error, a log line or the output of curl -i.</source>
        <translation>In diesem Text ist kein API-Fehler zu erkennen. Bitte einen ganzen Fehler-Body, den Fehler eines SDK, eine Logzeile oder die Ausgabe von curl -i einfügen.</translation>
    </message>
    <message>
        <source>%1: %2, %3 lines</source>
        <translation>%1: %2, %3 Zeilen</translation>
    </message>
    <message>
        <source>There is nothing to read: name a log file, or - for standard input. See --help.</source>
        <translation>Es gibt nichts zu lesen: bitte eine Logdatei angeben oder - für die Standardeingabe. Siehe --help.</translation>
    </message>
    <message>
        <source>request-id</source>
        <translation>Request-ID</translation>
    </message>
    <message>
        <source>Not in the text</source>
        <translation>Nicht im Text</translation>
    </message>
    <message>
        <source>Keep the layout or expression of --format under this name, for later and for the window.</source>
        <translation>Das Layout oder den Ausdruck von --format unter diesem Namen behalten, für später und für das Fenster.</translation>
    </message>
    <message>
        <source>--save-format needs --format.</source>
        <translation>--save-format braucht --format.</translation>
    </message>
    <message>
        <source>--format needs a name, a layout or an expression; --list-formats gives the names.</source>
        <translation>--format braucht einen Namen, ein Layout oder einen Ausdruck; die Namen nennt --list-formats.</translation>
    </message>
    <message>
        <source>Read what a program writes, such as docker logs -f api. Everything behind this option is the program and its arguments, as they stand: no shell reads them.</source>
        <translation>Lesen, was ein Programm schreibt, etwa docker logs -f api. Alles hinter dieser Option sind das Programm und seine Argumente, wie sie dastehen: keine Shell liest sie.</translation>
    </message>
    <message>
        <source>program argument …</source>
        <translation>Programm Argument …</translation>
    </message>
    <message>
        <source>Keep in this file what is read, and go on where the last run with it ended: with its sources, when none are named, and with what was rotated since.</source>
        <translation>In dieser Datei festhalten, was gelesen wird, und dort fortfahren, wo der letzte Lauf mit ihr endete: mit dessen Quellen, wenn keine genannt sind, und mit dem, was seither rotiert wurde.</translation>
    </message>
    <message>
        <source>--command needs a program and its arguments behind it, each a word of its own.</source>
        <translation>--command braucht dahinter ein Programm und dessen Argumente, jedes ein Wort für sich.</translation>
    </message>
    <message>
        <source>--command and --explain exclude one another.</source>
        <translation>--command und --explain schließen einander aus.</translation>
    </message>
    <message>
        <source>--session needs the name of a file.</source>
        <translation>--session braucht den Namen einer Datei.</translation>
    </message>
    <message>
        <source>%1 is a source; what is written would take its place.</source>
        <translation>%1 ist eine Quelle; was geschrieben wird, träte an ihre Stelle.</translation>
    </message>
    <message>
        <source>%1 is kept by another run of the program.</source>
        <translation>%1 wird von einem anderen Lauf des Programms geführt.</translation>
    </message>
    <message>
        <source>%1 by a program in between</source>
        <translation>%1 von einem Programm dazwischen</translation>
    </message>
    <message>
        <source>Reported as</source>
        <translation>Gemeldet als</translation>
    </message>
    <message>
        <source>Other id</source>
        <translation>Andere Kennung</translation>
    </message>
    <message>
        <source> (none of DeRouter&apos;s)</source>
        <translation> (keine von DeRouter)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>the request-id %1</source>
        <translation>die Request-ID %1</translation>
    </message>
    <message>
        <source>the id %1, none of DeRouter&apos;s</source>
        <translation>die Kennung %1, keine von DeRouter</translation>
    </message>
    <message>
        <source>the status %1</source>
        <translation>den Status %1</translation>
    </message>
    <message>
        <source>the time %1</source>
        <translation>die Zeit %1</translation>
    </message>
    <message>
        <source>It states %1, but no failed request.</source>
        <translation>Er nennt %1, aber keine fehlgeschlagene Anfrage.</translation>
    </message>
    <message numerus="yes">
        <source>%n more failures are in this text.</source>
        <translation>
            <numerusform>%n weiterer Fehlschlag steht in diesem Text.</numerusform>
            <numerusform>%n weitere Fehlschläge stehen in diesem Text.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a window of its own; else files and folders are opened in the window that is open already.</source>
        <translation>Ein eigenes Fenster öffnen; sonst werden Dateien und Ordner im schon offenen Fenster geöffnet.</translation>
    </message>
    <message>
        <source>Log files, plain or compressed; folders; patterns; - is standard input; tcp://127.0.0.1:5140 or udp://127.0.0.1:5140, to listen for syslog; loki+https://host/?query={app=&quot;api&quot;}, with loki+http://host:3100 too, to ask a Grafana Loki: from --since on, or for the last hour.</source>
        <translation>Logdateien, einfach oder komprimiert; Ordner; Muster; - ist die Standardeingabe; tcp://127.0.0.1:5140 oder udp://127.0.0.1:5140, um auf Syslog zu lauschen; loki+https://host/?query={app=&quot;api&quot;}, auch mit loki+http://host:3100, um ein Grafana Loki zu fragen: ab --since, sonst die letzte Stunde.</translation>
    </message>
    <message>
        <source>Yes, at %1, as the answer asks.</source>
        <translation>Ja, um %1, wie es die Antwort verlangt.</translation>
    </message>
    <message>
        <source>Yes, after %1 s, as the answer asks.</source>
        <translation>Ja, nach %1 s, wie es die Antwort verlangt.</translation>
    </message>
    <message>
        <source>The answer says itself how long to wait, and that comes first.</source>
        <translation>Die Antwort sagt selbst, wie lange zu warten ist; das geht vor.</translation>
    </message>
    <message>
        <source>Open a window of its own, without what was open the last time.</source>
        <translation>Ein eigenes Fenster öffnen, ohne das, was beim letzten Mal offen war.</translation>
    </message>
</context>
<context>
    <name>DetailTexts</name>
    <message>
        <source>≈ %1 – %2</source>
        <comment>time and why it is not exact</comment>
        <translation>≈ %1 – %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>%1:%2</source>
        <comment>source and line</comment>
        <translation>%1:%2</translation>
    </message>
    <message>
        <source>a closed source</source>
        <translation>eine geschlossene Quelle</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>Whose move: %1</source>
        <translation>Am Zug: %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>whose move and a word on retrying</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>wiederholen</translation>
    </message>
    <message>
        <source>fix it first</source>
        <translation>erst beheben</translation>
    </message>
    <message>
        <source>the status</source>
        <translation>dem Status</translation>
    </message>
    <message>
        <source>the error type</source>
        <translation>dem Fehlertyp</translation>
    </message>
    <message>
        <source>the message</source>
        <translation>der Meldung</translation>
    </message>
    <message>
        <source>Cannot tell more: neither status, type nor message decides.</source>
        <translation>Mehr lässt sich nicht sagen: Weder Status noch Typ noch Meldung entscheiden.</translation>
    </message>
    <message>
        <source>Concluded from %1.</source>
        <translation>Geschlossen aus %1.</translation>
    </message>
    <message>
        <source>They contradict each other: the guide does not pair %1 with %2.</source>
        <translation>Sie widersprechen sich: Der Leitfaden kennt %1 nicht zusammen mit %2.</translation>
    </message>
    <message>
        <source>this message</source>
        <translation>dieser Meldung</translation>
    </message>
    <message>
        <source>By its code: %1. %2.
By its type: %3. %4.</source>
        <translation>Nach dem Code: %1. %2.
Nach dem Typ: %3. %4.</translation>
    </message>
    <message>
        <source>by the guide</source>
        <translation>aus dem Leitfaden</translation>
    </message>
    <message>
        <source>our reading</source>
        <translation>unsere Lesart</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Streamed</source>
        <translation>Gestreamt</translation>
    </message>
    <message>
        <source>Seen in</source>
        <translation>Gesehen in</translation>
    </message>
    <message>
        <source>(%1 s later)</source>
        <translation>(%1 s später)</translation>
    </message>
    <message>
        <source>(%1 s earlier)</source>
        <translation>(%1 s früher)</translation>
    </message>
    <message>
        <source>number %1 of its call</source>
        <translation>Nummer %1 seines Aufrufs</translation>
    </message>
    <message>
        <source>%1 by a program in between</source>
        <translation>%1 von einem Programm dazwischen</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Reported as</source>
        <translation>Gemeldet als</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>which attempt, and of how many</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 – exact</source>
        <comment>a time</comment>
        <translation>%1 – genau</translation>
    </message>
    <message>
        <source>Retry-After</source>
        <translation>Retry-After</translation>
    </message>
    <message>
        <source>To have it next time, add %1 to nginx’s log_format.</source>
        <translation>Damit sie nächstes Mal dasteht: %1 in nginx’ log_format aufnehmen.</translation>
    </message>
    <message>
        <source>To have it next time, add %1 to Apache’s LogFormat.</source>
        <translation>Damit sie nächstes Mal dasteht: %1 in Apaches LogFormat aufnehmen.</translation>
    </message>
    <message>
        <source>To have it next time, add “%1” to HAProxy’s frontend.</source>
        <translation>Damit sie nächstes Mal dasteht: „%1“ in HAProxys Frontend aufnehmen.</translation>
    </message>
    <message>
        <source>To have it next time, add %1 to Envoy’s access log format.</source>
        <translation>Damit sie nächstes Mal dasteht: %1 in Envoys Format des Zugriffslogs aufnehmen.</translation>
    </message>
    <message>
        <source>To have it next time, add %1 to Squid’s logformat.</source>
        <translation>Damit sie nächstes Mal dasteht: %1 in Squids logformat aufnehmen.</translation>
    </message>
    <message>
        <source>To have it next time, let Traefik’s access log keep the header %1.</source>
        <translation>Damit sie nächstes Mal dasteht: Traefiks Zugriffslog den Header %1 behalten lassen.</translation>
    </message>
    <message>
        <source>To have it next time, log the answer’s header “request-id” with the error: response.headers in Python, error.headers in Node.</source>
        <translation>Damit sie nächstes Mal dasteht: den Header „request-id“ der Antwort mit dem Fehler loggen; in Python response.headers, in Node error.headers.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) failed with %1 in the ten minutes up to this one: contact support.</source>
        <translation>
            <numerusform>%n Aufruf scheiterte in den zehn Minuten bis zu diesem mit %1: Wenden Sie sich an den Support.</numerusform>
            <numerusform>%n Aufrufe scheiterten in den zehn Minuten bis zu diesem mit %1: Wenden Sie sich an den Support.</numerusform>
        </translation>
    </message>
    <message>
        <source>The guide gives no number; from how many on is a setting of this program.</source>
        <translation>Der Leitfaden nennt keine Zahl; ab wie vielen, ist eine Einstellung dieses Programms.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a chapter&apos;s title, and what it says</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>texts of your own</source>
        <translation>eigene Texte</translation>
    </message>
    <message numerus="yes">
        <source>%1 was refused %n time(s) with %2.</source>
        <comment>a key, a code</comment>
        <translation>
            <numerusform>%1 wurde einmal mit %2 abgelehnt.</numerusform>
            <numerusform>%1 wurde %n-mal mit %2 abgelehnt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was refused %n time(s) with %2: %3.</source>
        <comment>a key, a code, a span of time</comment>
        <translation>
            <numerusform>%1 wurde einmal mit %2 abgelehnt: %3.</numerusform>
            <numerusform>%1 wurde %n-mal mit %2 abgelehnt: %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>Whether it ever worked cannot be told: a request that goes well does not name its key.</source>
        <translation>Ob er je funktioniert hat, lässt sich nicht sagen: Eine gelungene Anfrage nennt ihren Schlüssel nicht.</translation>
    </message>
    <message numerus="yes">
        <source>It was taken %n time(s) when something else failed.</source>
        <translation>
            <numerusform>Er wurde einmal angenommen, als etwas anderes scheiterte.</numerusform>
            <numerusform>Er wurde %n-mal angenommen, als etwas anderes scheiterte.</numerusform>
        </translation>
    </message>
    <message>
        <source>It works again: it was taken at %1.</source>
        <translation>Er funktioniert wieder: Um %1 wurde er angenommen.</translation>
    </message>
    <message>
        <source>Meanwhile it was taken, last at %1.</source>
        <translation>Zwischendurch wurde er angenommen, zuletzt um %1.</translation>
    </message>
    <message>
        <source>It worked before: it was last taken at %1.</source>
        <translation>Vorher hat er funktioniert: Um %1 wurde er zuletzt angenommen.</translation>
    </message>
    <message numerus="yes">
        <source>%n other key(s) were refused with this code, too.</source>
        <translation>
            <numerusform>Ein weiterer Schlüssel wurde ebenfalls mit diesem Code abgelehnt.</numerusform>
            <numerusform>%n weitere Schlüssel wurden ebenfalls mit diesem Code abgelehnt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other key(s) were taken.</source>
        <translation>
            <numerusform>Ein anderer Schlüssel wurde angenommen.</numerusform>
            <numerusform>%n andere Schlüssel wurden angenommen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DialogParts</name>
    <message>
        <source>Empty the field</source>
        <translation>Feld leeren</translation>
    </message>
</context>
<context>
    <name>EventFilter</name>
    <message>
        <source>The regular expression is wrong at character %1: %2.</source>
        <translation>Der reguläre Ausdruck ist bei Zeichen %1 falsch: %2.</translation>
    </message>
</context>
<context>
    <name>FilterText</name>
    <message>
        <source>The time ends before it begins.</source>
        <translation>Die Zeit endet, bevor sie beginnt.</translation>
    </message>
    <message>
        <source>A value is missing behind %1:.</source>
        <translation>Hinter %1: fehlt ein Wert.</translation>
    </message>
    <message>
        <source>“%1” is no code: try 529, 5xx, stream, none or other.</source>
        <translation>„%1“ ist kein Code: möglich sind 529, 5xx, stream, none oder other.</translation>
    </message>
    <message>
        <source>“%1” is nobody’s move: try you, derouter, provider or unknown.</source>
        <translation>„%1“ ist niemand, der am Zug sein kann: möglich sind you, derouter, provider oder unknown.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Whose move</source>
        <translation>Wer ist am Zug</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Request-id</source>
        <translation>Request-ID</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field and value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not %1</source>
        <comment>a field and a value</comment>
        <translation>nicht %1</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 ist %2</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>%1 is not %2</source>
        <translation>%1 ist nicht %2</translation>
    </message>
    <message>
        <source>, and </source>
        <translation>, und </translation>
    </message>
    <message>
        <source>“%1” says nothing of marks: try yes or no.</source>
        <translation>„%1“ sagt nichts über Markierungen: yes oder no.</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>set</source>
        <comment>a mark</comment>
        <translation>gesetzt</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>A time is written as in time:12:00..12:15, time:2026-11-23T12:00..2026-11-23T12:15 or time:15m.</source>
        <translation>Eine Zeit wird geschrieben wie in time:12:00..12:15, time:2026-11-23T12:00..2026-11-23T12:15 oder time:15m.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>the last %1</source>
        <comment>a length of time</comment>
        <translation>die letzten %1</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>The log layout has a quotation mark that is not closed.</source>
        <translation>Im Log-Layout ist ein Anführungszeichen nicht geschlossen.</translation>
    </message>
    <message>
        <source>The log layout has a variable that does not end: %1</source>
        <translation>Im Log-Layout endet eine Variable nicht: %1</translation>
    </message>
    <message>
        <source>The log layout has more than %1 variables.</source>
        <translation>Das Log-Layout hat mehr als %1 Variablen.</translation>
    </message>
    <message>
        <source>The regular expression is wrong at character %1: %2.</source>
        <translation>Der reguläre Ausdruck ist bei Zeichen %1 falsch: %2.</translation>
    </message>
    <message>
        <source>The regular expression has no group named status, as in (?&lt;status&gt;[0-9]{3}).</source>
        <translation>Der reguläre Ausdruck hat keine Gruppe namens status, wie in (?&lt;status&gt;[0-9]{3}).</translation>
    </message>
    <message>
        <source>The log layout has two variables with nothing between them, so a line cannot be told apart.</source>
        <translation>Im Log-Layout stehen zwei Variablen ohne etwas dazwischen; so lässt sich eine Zeile nicht zerlegen.</translation>
    </message>
    <message>
        <source>The log layout has no variables such as $status or %&gt;s.</source>
        <translation>Das Log-Layout hat keine Variablen wie $status oder %&gt;s.</translation>
    </message>
    <message>
        <source>The log layout has no status ($status or %&gt;s).</source>
        <translation>Das Log-Layout hat keinen Status ($status oder %&gt;s).</translation>
    </message>
    <message>
        <source>There is no log format called “%1”; --list-formats names those there are.</source>
        <translation>Ein Logformat namens „%1“ gibt es nicht; --list-formats nennt die vorhandenen.</translation>
    </message>
    <message>
        <source>A format&apos;s name consists of letters, digits, “-”, “_” and “.”; “%1” does not.</source>
        <translation>Der Name eines Formats besteht aus Buchstaben, Ziffern, „-“, „_“ und „.“; „%1“ nicht.</translation>
    </message>
    <message>
        <source>The program itself has a format called “%1”.</source>
        <translation>Das Programm selbst hat ein Format namens „%1“.</translation>
    </message>
    <message>
        <source>“%1” has a name already.</source>
        <translation>„%1“ hat schon einen Namen.</translation>
    </message>
    <message>
        <source>The settings file %1 cannot be written.</source>
        <translation>Die Einstellungsdatei %1 lässt sich nicht schreiben.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Not in the guide</source>
        <translation>Nicht im Leitfaden</translation>
    </message>
    <message>
        <source>Can&apos;t Connect</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>Out of Credits</source>
        <translation>Guthaben verbraucht</translation>
    </message>
    <message>
        <source>Too Many Requests</source>
        <translation>Zu viele Anfragen</translation>
    </message>
    <message>
        <source>Invalid Request</source>
        <translation>Ungültige Anfrage</translation>
    </message>
    <message>
        <source>No Providers Available</source>
        <translation>Kein Provider verfügbar</translation>
    </message>
    <message>
        <source>Upstream Issues</source>
        <translation>Probleme beim KI-Anbieter</translation>
    </message>
    <message>
        <source>Reading Error Responses</source>
        <translation>Fehlerantworten lesen</translation>
    </message>
    <message>
        <source>The guide does not speak of these. They are shown as they came, with the original message.</source>
        <translation>Davon spricht der Leitfaden nicht. Sie werden gezeigt, wie sie kamen, mit der ursprünglichen Meldung.</translation>
    </message>
    <message>
        <source>There is a problem with the API key or the login session.</source>
        <translation>Mit dem API-Schlüssel oder der Anmeldung stimmt etwas nicht.</translation>
    </message>
    <message>
        <source>The account or a specific key has run out of funds.</source>
        <translation>Das Konto oder ein bestimmter Schlüssel hat kein Guthaben mehr.</translation>
    </message>
    <message>
        <source>Requests come faster than the key&apos;s limits allow.</source>
        <translation>Die Anfragen kommen schneller, als die Grenzen des Schlüssels erlauben.</translation>
    </message>
    <message>
        <source>Something is wrong with how the request is formatted. Other request errors, such as a prompt that is too long or an invalid tool format, are passed through from the upstream API with the original message.</source>
        <translation>Am Format der Anfrage stimmt etwas nicht. Andere Anfragefehler, etwa ein zu langer Prompt oder ein ungültiges Tool-Format, werden von der Upstream-API mit der ursprünglichen Meldung durchgereicht.</translation>
    </message>
    <message>
        <source>DeRouter cannot find a provider right now. It is temporary: one should become available shortly. A 503 means that DeRouter&apos;s providers are temporarily unavailable; a 529, that the AI provider is overloaded.</source>
        <translation>DeRouter findet gerade keinen Provider. Das ist vorübergehend: Bald sollte einer verfügbar sein. 503 heißt, dass die Provider von DeRouter vorübergehend nicht verfügbar sind; 529, dass der KI-Anbieter überlastet ist.</translation>
    </message>
    <message>
        <source>These come from the AI provider (Anthropic or OpenAI), after DeRouter has already tried several providers automatically.</source>
        <translation>Diese kommen vom KI-Anbieter (Anthropic oder OpenAI), nachdem DeRouter schon mehrere Provider automatisch versucht hat.</translation>
    </message>
    <message>
        <source>Errors come in the format of the AI provider you call. error.type gives the category. Every response carries a request-id header: share it with support.</source>
        <translation>Fehler kommen im Format des angesprochenen KI-Anbieters. error.type nennt die Kategorie. Jede Antwort trägt einen Header request-id: Geben Sie ihn dem Support.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>DeRouter</source>
        <translation>DeRouter</translation>
    </message>
    <message>
        <source>AI provider</source>
        <translation>KI-Anbieter</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Invalid request format</source>
        <translation>Ungültiges Anfrageformat</translation>
    </message>
    <message>
        <source>Check your request body</source>
        <translation>Den Request-Body prüfen</translation>
    </message>
    <message>
        <source>Authentication failed</source>
        <translation>Anmeldung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Check your API key</source>
        <translation>Den API-Schlüssel prüfen</translation>
    </message>
    <message>
        <source>Out of credits / budget</source>
        <translation>Guthaben oder Budget verbraucht</translation>
    </message>
    <message>
        <source>Deposit USDC or raise budget</source>
        <translation>USDC einzahlen oder das Budget erhöhen</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>Zu viele Anfragen</translation>
    </message>
    <message>
        <source>Wait a few seconds, then retry</source>
        <translation>Einige Sekunden warten, dann wiederholen</translation>
    </message>
    <message>
        <source>Provider auth failed</source>
        <translation>Anmeldung beim Provider fehlgeschlagen</translation>
    </message>
    <message>
        <source>Auto-retried; contact support if repeated</source>
        <translation>Automatisch wiederholt; bei Häufung den Support fragen</translation>
    </message>
    <message>
        <source>No providers available</source>
        <translation>Kein Provider verfügbar</translation>
    </message>
    <message>
        <source>Retry in a few seconds</source>
        <translation>In einigen Sekunden wiederholen</translation>
    </message>
    <message>
        <source>Provider timed out</source>
        <translation>Zeitüberschreitung beim Provider</translation>
    </message>
    <message>
        <source>Retry your request</source>
        <translation>Die Anfrage wiederholen</translation>
    </message>
    <message>
        <source>Upstream overloaded</source>
        <translation>Upstream überlastet</translation>
    </message>
    <message>
        <source>Wait 5–10s, then retry</source>
        <translation>5–10 s warten, dann wiederholen</translation>
    </message>
    <message>
        <source>Authentication failed — invalid API key or token</source>
        <translation>Anmeldung fehlgeschlagen – ungültiger API-Schlüssel oder Token</translation>
    </message>
    <message>
        <source>Insufficient balance or key budget exceeded</source>
        <translation>Guthaben reicht nicht oder Schlüsselbudget überschritten</translation>
    </message>
    <message>
        <source>Deposit or raise budget</source>
        <translation>Einzahlen oder das Budget erhöhen</translation>
    </message>
    <message>
        <source>Bad request (missing model, invalid format, etc.)</source>
        <translation>Fehlerhafte Anfrage (Modell fehlt, ungültiges Format usw.)</translation>
    </message>
    <message>
        <source>Check request body</source>
        <translation>Request-Body prüfen</translation>
    </message>
    <message>
        <source>RPM or concurrency limit exceeded</source>
        <translation>Grenze für Anfragen pro Minute oder Parallelität überschritten</translation>
    </message>
    <message>
        <source>Wait a few seconds, retry</source>
        <translation>Einige Sekunden warten, wiederholen</translation>
    </message>
    <message>
        <source>DeRouter has no available providers</source>
        <translation>DeRouter hat keinen verfügbaren Provider</translation>
    </message>
    <message>
        <source>Retry in 2–5 seconds</source>
        <translation>In 2–5 Sekunden wiederholen</translation>
    </message>
    <message>
        <source>Upstream server error</source>
        <translation>Serverfehler beim Upstream</translation>
    </message>
    <message>
        <source>Retry shortly</source>
        <translation>Bald wiederholen</translation>
    </message>
    <message>
        <source>AI provider (Anthropic/OpenAI) is overloaded</source>
        <translation>Der KI-Anbieter (Anthropic/OpenAI) ist überlastet</translation>
    </message>
    <message>
        <source>Wait 5–10 seconds, retry</source>
        <translation>5–10 Sekunden warten, wiederholen</translation>
    </message>
    <message>
        <source>No. Check your API key first.</source>
        <translation>Nein. Erst den API-Schlüssel prüfen.</translation>
    </message>
    <message>
        <source>No. Check your request body first.</source>
        <translation>Nein. Erst den Request-Body prüfen.</translation>
    </message>
    <message>
        <source>Yes, after a few seconds.</source>
        <translation>Ja, nach einigen Sekunden.</translation>
    </message>
    <message>
        <source>Missing API key</source>
        <translation>API-Schlüssel fehlt</translation>
    </message>
    <message>
        <source>The request carried no API key, or no Authorization header.</source>
        <translation>Die Anfrage trug keinen API-Schlüssel oder keinen Authorization-Header.</translation>
    </message>
    <message>
        <source>Send the header “Authorization: Bearer sk-ant-…” or “x-api-key” with every request.</source>
        <translation>Mit jeder Anfrage den Header „Authorization: Bearer sk-ant-…“ oder „x-api-key“ senden.</translation>
    </message>
    <message>
        <source>Check that the program really sees the setting that holds the key: a service does not read your shell&apos;s variables.</source>
        <translation>Prüfen, ob das Programm die Einstellung mit dem Schlüssel wirklich sieht: Ein Dienst liest die Variablen Ihrer Shell nicht.</translation>
    </message>
    <message>
        <source>Invalid API key</source>
        <translation>Ungültiger API-Schlüssel</translation>
    </message>
    <message>
        <source>The key does not exist, was deleted or is disabled.</source>
        <translation>Den Schlüssel gibt es nicht, er wurde gelöscht oder ist deaktiviert.</translation>
    </message>
    <message>
        <source>Check your keys on the API dashboard and make a new one: the old one may be revoked.</source>
        <translation>Die Schlüssel im API-Dashboard prüfen und einen neuen anlegen: Der alte kann widerrufen sein.</translation>
    </message>
    <message>
        <source>DeRouter&apos;s keys begin with sk-ant-, as Anthropic&apos;s own do. Make sure that the program sends the one of DeRouter.</source>
        <translation>Schlüssel von DeRouter beginnen mit sk-ant-, wie die von Anthropic. Sicherstellen, dass das Programm den von DeRouter sendet.</translation>
    </message>
    <message>
        <source>Session expired</source>
        <translation>Sitzung abgelaufen</translation>
    </message>
    <message>
        <source>Your login session on the web dashboard is over; it lasts 24 hours.</source>
        <translation>Die Anmeldung am Web-Dashboard ist abgelaufen; sie gilt 24 Stunden.</translation>
    </message>
    <message>
        <source>Log in again. Your wallet and keys are kept.</source>
        <translation>Neu anmelden. Wallet und Schlüssel bleiben erhalten.</translation>
    </message>
    <message>
        <source>No. Log in again first.</source>
        <translation>Nein. Erst neu anmelden.</translation>
    </message>
    <message>
        <source>This is about the login, not about an API key.</source>
        <translation>Es geht um die Anmeldung, nicht um einen API-Schlüssel.</translation>
    </message>
    <message>
        <source>The key or the login was refused. The record does not say why: no key, an invalid key, or an expired session.</source>
        <translation>Der Schlüssel oder die Anmeldung wurde abgelehnt. Der Eintrag sagt nicht, warum: kein Schlüssel, ein ungültiger oder eine abgelaufene Sitzung.</translation>
    </message>
    <message>
        <source>Check your API key.</source>
        <translation>Den API-Schlüssel prüfen.</translation>
    </message>
    <message>
        <source>The body of the answer tells which of them it is.</source>
        <translation>Der Body der Antwort sagt, was davon es ist.</translation>
    </message>
    <message>
        <source>Insufficient balance</source>
        <translation>Guthaben reicht nicht</translation>
    </message>
    <message>
        <source>The account&apos;s USDC balance is spent.</source>
        <translation>Das USDC-Guthaben des Kontos ist verbraucht.</translation>
    </message>
    <message>
        <source>Deposit USDC. The balance updates once the on-chain transaction confirms.</source>
        <translation>USDC einzahlen. Das Guthaben steigt, sobald die On-Chain-Transaktion bestätigt ist.</translation>
    </message>
    <message>
        <source>No, not until the deposit is confirmed.</source>
        <translation>Nein, erst wenn die Einzahlung bestätigt ist.</translation>
    </message>
    <message>
        <source>The balance is the account&apos;s: another key does not help.</source>
        <translation>Das Guthaben gehört zum Konto: Ein anderer Schlüssel hilft nicht.</translation>
    </message>
    <message>
        <source>Key budget exceeded</source>
        <translation>Schlüsselbudget überschritten</translation>
    </message>
    <message>
        <source>The spending cap set on this key is reached.</source>
        <translation>Die Ausgabengrenze dieses Schlüssels ist erreicht.</translation>
    </message>
    <message>
        <source>Raise the budget in Key Management, or use a key without a cap.</source>
        <translation>Das Budget im Key Management erhöhen oder einen Schlüssel ohne Grenze verwenden.</translation>
    </message>
    <message>
        <source>No, not until the budget is raised.</source>
        <translation>Nein, erst wenn das Budget erhöht ist.</translation>
    </message>
    <message>
        <source>The cap is this key&apos;s: a deposit does not lift it.</source>
        <translation>Die Grenze gehört zu diesem Schlüssel: Eine Einzahlung hebt sie nicht auf.</translation>
    </message>
    <message>
        <source>The account&apos;s balance is spent, or the key&apos;s budget is reached. The record does not say which.</source>
        <translation>Das Guthaben des Kontos ist verbraucht oder das Budget des Schlüssels erreicht. Der Eintrag sagt nicht, welches.</translation>
    </message>
    <message>
        <source>Deposit USDC or raise the budget.</source>
        <translation>USDC einzahlen oder das Budget erhöhen.</translation>
    </message>
    <message>
        <source>No, not until you deposit or raise the budget.</source>
        <translation>Nein, erst nach einer Einzahlung oder mit höherem Budget.</translation>
    </message>
    <message>
        <source>Look at the account&apos;s balance and at the key&apos;s budget; one of them shows it. A 402 that speaks of slots has been seen as well, and the guide does not explain it.</source>
        <translation>Guthaben des Kontos und Budget des Schlüssels ansehen; eines davon zeigt es. Auch ein 402, der von Slots spricht, kam schon vor; der Leitfaden erklärt ihn nicht.</translation>
    </message>
    <message>
        <source>Requests per minute</source>
        <translation>Anfragen pro Minute</translation>
    </message>
    <message>
        <source>More requests came in the last minute than the key&apos;s limit allows, by default 60.</source>
        <translation>In der letzten Minute kamen mehr Anfragen, als die Grenze des Schlüssels erlaubt (Vorgabe 60).</translation>
    </message>
    <message>
        <source>Wait a few seconds, then retry.</source>
        <translation>Einige Sekunden warten, dann wiederholen.</translation>
    </message>
    <message>
        <source>If it keeps coming, spread the requests over the minute.</source>
        <translation>Kommt es immer wieder, die Anfragen über die Minute verteilen.</translation>
    </message>
    <message>
        <source>Requests in parallel</source>
        <translation>Parallele Anfragen</translation>
    </message>
    <message>
        <source>More requests are in flight than the key allows, by default 5.</source>
        <translation>Es laufen mehr Anfragen gleichzeitig, als der Schlüssel erlaubt (Vorgabe 5).</translation>
    </message>
    <message>
        <source>Wait a few seconds, and run fewer requests in parallel.</source>
        <translation>Einige Sekunden warten und weniger Anfragen parallel stellen.</translation>
    </message>
    <message>
        <source>The guide does not give the wording of this message; that it is the concurrency limit is our reading.</source>
        <translation>Den Wortlaut dieser Meldung nennt der Leitfaden nicht; dass es die Grenze der Parallelität ist, ist unsere Lesart.</translation>
    </message>
    <message>
        <source>A limit was exceeded: requests per minute or requests in parallel. The record does not say which.</source>
        <translation>Eine Grenze wurde überschritten: Anfragen pro Minute oder parallele Anfragen. Der Eintrag sagt nicht, welche.</translation>
    </message>
    <message>
        <source>It can also be a limit of the AI provider or of a proxy of your own. The guide gives no number for the wait.</source>
        <translation>Es kann auch eine Grenze des KI-Anbieters oder eines eigenen Proxys sein. Der Leitfaden nennt keine Zahl für die Wartezeit.</translation>
    </message>
    <message>
        <source>Invalid request</source>
        <translation>Ungültige Anfrage</translation>
    </message>
    <message>
        <source>Something is wrong in the request body: no model, an invalid format or the like.</source>
        <translation>Im Request-Body stimmt etwas nicht: kein Modell, ein ungültiges Format oder Ähnliches.</translation>
    </message>
    <message>
        <source>Check your request body.</source>
        <translation>Den Request-Body prüfen.</translation>
    </message>
    <message>
        <source>The original message usually names the field.</source>
        <translation>Die ursprüngliche Meldung nennt meist das Feld.</translation>
    </message>
    <message>
        <source>Passed through</source>
        <translation>Durchgereicht</translation>
    </message>
    <message>
        <source>The upstream API refused the request, for example because the prompt is too long or a tool has an invalid format. Its message is passed through unchanged.</source>
        <translation>Die Upstream-API hat die Anfrage abgelehnt, etwa weil der Prompt zu lang ist oder ein Tool ein ungültiges Format hat. Ihre Meldung wird unverändert durchgereicht.</translation>
    </message>
    <message>
        <source>Follow the original message.</source>
        <translation>Der ursprünglichen Meldung folgen.</translation>
    </message>
    <message>
        <source>No. Follow the original message first.</source>
        <translation>Nein. Erst der ursprünglichen Meldung folgen.</translation>
    </message>
    <message>
        <source>Of these, the guide&apos;s tables list only 400. 403, 404, 408, 409, 413, 415 and 422 are not in the guide: what they mean stands in the original message alone.</source>
        <translation>Davon führen die Tabellen des Leitfadens nur 400. 403, 404, 408, 409, 413, 415 und 422 stehen nicht im Leitfaden: Was sie bedeuten, steht allein in der ursprünglichen Meldung.</translation>
    </message>
    <message>
        <source>Bad request</source>
        <translation>Fehlerhafte Anfrage</translation>
    </message>
    <message>
        <source>The request was refused, and the record does not say why.</source>
        <translation>Die Anfrage wurde abgelehnt; der Eintrag sagt nicht, warum.</translation>
    </message>
    <message>
        <source>The body of the answer names what is wrong: have it logged.</source>
        <translation>Der Body der Antwort nennt den Fehler: Lassen Sie ihn mitloggen.</translation>
    </message>
    <message>
        <source>No provider available</source>
        <translation>Kein Provider verfügbar</translation>
    </message>
    <message>
        <source>DeRouter cannot find a provider right now. This is temporary: one should become available shortly.</source>
        <translation>DeRouter findet gerade keinen Provider. Das ist vorübergehend: Bald sollte einer verfügbar sein.</translation>
    </message>
    <message>
        <source>Retry in 2–5 seconds.</source>
        <translation>In 2–5 Sekunden wiederholen.</translation>
    </message>
    <message>
        <source>Yes, after 2–5 seconds.</source>
        <translation>Ja, nach 2–5 Sekunden.</translation>
    </message>
    <message>
        <source>Not the same as 529, where the AI provider is overloaded. The guide says “a few seconds” in one table and “2–5 seconds” in the other. A 503 without a request-id may come from a proxy of your own.</source>
        <translation>Nicht dasselbe wie 529, wo der KI-Anbieter überlastet ist. Der Leitfaden sagt in einer Tabelle „einige Sekunden“, in der anderen „2–5 Sekunden“. Ein 503 ohne Request-ID kann von einem eigenen Proxy kommen.</translation>
    </message>
    <message>
        <source>The AI provider failed, after DeRouter had already tried several providers.</source>
        <translation>Der KI-Anbieter ist gescheitert, nachdem DeRouter schon mehrere Provider versucht hatte.</translation>
    </message>
    <message>
        <source>Retry shortly.</source>
        <translation>Bald wiederholen.</translation>
    </message>
    <message>
        <source>Yes, shortly.</source>
        <translation>Ja, bald.</translation>
    </message>
    <message>
        <source>500 stands only in the guide&apos;s table of types.</source>
        <translation>500 steht nur in der Typentabelle des Leitfadens.</translation>
    </message>
    <message>
        <source>The provider&apos;s own credentials failed.</source>
        <translation>Die eigenen Zugangsdaten des Providers wurden abgelehnt.</translation>
    </message>
    <message>
        <source>DeRouter retries by itself. Contact support if it repeats.</source>
        <translation>DeRouter wiederholt von selbst. Bei Häufung den Support fragen.</translation>
    </message>
    <message>
        <source>Yes. Contact support if it repeats.</source>
        <translation>Ja. Bei Häufung den Support fragen.</translation>
    </message>
    <message>
        <source>Not your key: these are the credentials between DeRouter and the provider, so leave your own as it is. The guide&apos;s other table calls a 502 an upstream server error. One without a request-id may come from a proxy of your own.</source>
        <translation>Nicht Ihr Schlüssel: Es geht um die Zugangsdaten zwischen DeRouter und dem Provider; lassen Sie Ihren, wie er ist. Die andere Tabelle des Leitfadens nennt 502 einen Serverfehler beim Upstream. Einer ohne Request-ID kann von einem eigenen Proxy kommen.</translation>
    </message>
    <message>
        <source>The AI provider did not answer in time.</source>
        <translation>Der KI-Anbieter hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Retry your request.</source>
        <translation>Die Anfrage wiederholen.</translation>
    </message>
    <message>
        <source>Yes, retry your request.</source>
        <translation>Ja, die Anfrage wiederholen.</translation>
    </message>
    <message>
        <source>A 504 without a request-id may come from a proxy of your own that stopped waiting.</source>
        <translation>Ein 504 ohne Request-ID kann von einem eigenen Proxy kommen, der nicht länger gewartet hat.</translation>
    </message>
    <message>
        <source>AI provider overloaded</source>
        <translation>KI-Anbieter überlastet</translation>
    </message>
    <message>
        <source>The AI provider (Anthropic or OpenAI) is overloaded.</source>
        <translation>Der KI-Anbieter (Anthropic oder OpenAI) ist überlastet.</translation>
    </message>
    <message>
        <source>Wait 5–10 seconds, then retry.</source>
        <translation>5–10 Sekunden warten, dann wiederholen.</translation>
    </message>
    <message>
        <source>Yes, after 5–10 seconds.</source>
        <translation>Ja, nach 5–10 Sekunden.</translation>
    </message>
    <message>
        <source>Not the same as 503, where DeRouter has no provider available.</source>
        <translation>Nicht dasselbe wie 503, wo DeRouter keinen Provider verfügbar hat.</translation>
    </message>
    <message>
        <source>Provider quota used up</source>
        <translation>Kontingent des Anbieters verbraucht</translation>
    </message>
    <message>
        <source>The AI provider&apos;s own billing limit is reached, and its error was passed through with status 429.</source>
        <translation>Die eigene Abrechnungsgrenze des KI-Anbieters ist erreicht; sein Fehler wurde mit Status 429 durchgereicht.</translation>
    </message>
    <message>
        <source>Do not wait for it. Send the request-id to support, and use another model meanwhile.</source>
        <translation>Nicht darauf warten. Die Request-ID an den Support senden und solange ein anderes Modell verwenden.</translation>
    </message>
    <message>
        <source>No. Waiting does not help.</source>
        <translation>Nein. Warten hilft nicht.</translation>
    </message>
    <message>
        <source>It is neither your DeRouter balance nor a speed limit. By the guide a 429 is yours to act on, but its advice to wait a few seconds does not fit this one.</source>
        <translation>Es ist weder Ihr Guthaben bei DeRouter noch ein Tempolimit. Nach dem Leitfaden sind Sie bei 429 am Zug, doch sein Rat, einige Sekunden zu warten, passt hier nicht.</translation>
    </message>
    <message>
        <source>api_error, code unknown</source>
        <translation>api_error, Code unbekannt</translation>
    </message>
    <message>
        <source>The record gives the type api_error without a status. By the guide it is either 503, DeRouter has no available providers, or one of 500, 502 and 504, an error at the AI provider.</source>
        <translation>Der Eintrag nennt den Typ api_error ohne Status. Nach dem Leitfaden ist es entweder 503 (DeRouter hat keinen verfügbaren Provider) oder 500, 502 oder 504 (ein Fehler beim KI-Anbieter).</translation>
    </message>
    <message>
        <source>Retry in 2–5 seconds: that suits both readings. To know which it was, look for the request-id in a log that shows the status.</source>
        <translation>In 2–5 Sekunden wiederholen: Das passt zu beiden Lesarten. Welche es war, zeigt die Request-ID in einem Log mit Status.</translation>
    </message>
    <message>
        <source>Whose move it is cannot be told from this record.</source>
        <translation>Wer am Zug ist, lässt sich aus diesem Eintrag nicht sagen.</translation>
    </message>
    <message>
        <source>Closed by the client</source>
        <translation>Vom Client beendet</translation>
    </message>
    <message>
        <source>The program that asked ended the connection before the answer was complete: it gave up waiting, or it was stopped.</source>
        <translation>Das anfragende Programm hat die Verbindung beendet, bevor die Antwort vollständig war: Es wollte nicht länger warten oder wurde gestoppt.</translation>
    </message>
    <message>
        <source>If nobody stopped it, raise the program&apos;s time limit, or let it stream the answer.</source>
        <translation>Hat es niemand gestoppt: das Zeitlimit des Programms erhöhen oder die Antwort streamen.</translation>
    </message>
    <message>
        <source>Only if the answer is still needed.</source>
        <translation>Nur wenn die Antwort noch gebraucht wird.</translation>
    </message>
    <message>
        <source>A proxy writes this status into its own log; it is not an answer of DeRouter. A slow AI provider is often behind it.</source>
        <translation>Diesen Status schreibt ein Proxy in sein eigenes Log; er ist keine Antwort von DeRouter. Oft steckt ein langsamer KI-Anbieter dahinter.</translation>
    </message>
    <message>
        <source>CDN error</source>
        <translation>CDN-Fehler</translation>
    </message>
    <message>
        <source>The delivery network (CDN) in front of DeRouter answered in its place.</source>
        <translation>Das vorgeschaltete Netz (CDN) hat an Stelle von DeRouter geantwortet.</translation>
    </message>
    <message>
        <source>Retry shortly. If it is a 524, stream the answer or ask for less at once: the network waits 100 seconds at most.</source>
        <translation>Bald wiederholen. Bei 524 die Antwort streamen oder weniger auf einmal verlangen: Das Netz wartet höchstens 100 Sekunden.</translation>
    </message>
    <message>
        <source>Such an answer has no error.type, and a cf-ray in place of the request-id: give that one to support.</source>
        <translation>Eine solche Antwort hat keinen error.type und statt der Request-ID einen cf-ray: Geben Sie diesen dem Support.</translation>
    </message>
    <message>
        <source>No response</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>The request got no answer: the connection was refused or broke, or the program&apos;s own time limit was reached.</source>
        <translation>Die Anfrage bekam keine Antwort: Die Verbindung wurde abgelehnt oder brach ab, oder das eigene Zeitlimit des Programms war erreicht.</translation>
    </message>
    <message>
        <source>Check the network, the address and the program&apos;s time limit, then retry.</source>
        <translation>Netz, Adresse und Zeitlimit des Programms prüfen, dann wiederholen.</translation>
    </message>
    <message>
        <source>Yes, once the connection works.</source>
        <translation>Ja, sobald die Verbindung steht.</translation>
    </message>
    <message>
        <source>Without an answer there is no status and no request-id. This is not the guide&apos;s 504, where the AI provider timed out.</source>
        <translation>Ohne Antwort gibt es weder Status noch Request-ID. Das ist nicht das 504 des Leitfadens, bei dem der KI-Anbieter zu lange brauchte.</translation>
    </message>
    <message>
        <source>Error inside a stream</source>
        <translation>Fehler in einem Stream</translation>
    </message>
    <message>
        <source>The answer began with status 200 and then failed. The error states no type, or one that the guide does not list.</source>
        <translation>Die Antwort begann mit Status 200 und scheiterte dann. Der Fehler nennt keinen Typ oder einen, der nicht im Leitfaden steht.</translation>
    </message>
    <message>
        <source>Follow the original message. If it does not help, send the request-id to support.</source>
        <translation>Der ursprünglichen Meldung folgen. Hilft sie nicht, die Request-ID an den Support senden.</translation>
    </message>
    <message>
        <source>Not known: the guide says nothing about it.</source>
        <translation>Nicht bekannt: Der Leitfaden sagt nichts dazu.</translation>
    </message>
    <message>
        <source>An access log shows this request as a success.</source>
        <translation>Ein Access-Log zeigt diese Anfrage als Erfolg.</translation>
    </message>
    <message>
        <source>The guide does not list this status.</source>
        <translation>Diesen Status führt der Leitfaden nicht.</translation>
    </message>
    <message>
        <source>It may come from a proxy between you and DeRouter: then there is no request-id.</source>
        <translation>Er kann von einem Proxy zwischen Ihnen und DeRouter kommen: Dann gibt es keine Request-ID.</translation>
    </message>
    <message>
        <source>Your own proxy</source>
        <translation>Eigener Proxy</translation>
    </message>
    <message>
        <source>A proxy between your program and DeRouter answered by itself: it could not connect, got no answer in time, or refused the request. The answer did not come from DeRouter.</source>
        <translation>Ein Proxy zwischen Ihrem Programm und DeRouter hat selbst geantwortet: Er konnte keine Verbindung aufbauen, bekam nicht rechtzeitig eine Antwort oder wies die Anfrage ab. Die Antwort kam nicht von DeRouter.</translation>
    </message>
    <message>
        <source>Look into the proxy&apos;s error log, and check the address it passes requests to, its name lookup and its time limits.</source>
        <translation>Sehen Sie ins Fehlerprotokoll des Proxys und prüfen Sie die Adresse, an die er Anfragen weitergibt, seine Namensauflösung und seine Zeitlimits.</translation>
    </message>
    <message>
        <source>Yes, once the proxy works.</source>
        <translation>Ja, sobald der Proxy wieder arbeitet.</translation>
    </message>
    <message>
        <source>Such an answer has no request-id. It is not the guide&apos;s code of the same number.</source>
        <translation>Eine solche Antwort hat keine Request-ID. Sie ist nicht der gleich lautende Code des Leitfadens.</translation>
    </message>
</context>
<context>
    <name>GuideFile</name>
    <message>
        <source>“%1” has to be two whole numbers of seconds up to %2, such as [5, 10].</source>
        <translation>„%1“ muss aus zwei ganzen Zahlen von Sekunden bis %2 bestehen, etwa [5, 10].</translation>
    </message>
    <message>
        <source>“%1” has to be a text of at most %2 letters.</source>
        <translation>„%1“ muss ein Text von höchstens %2 Zeichen sein.</translation>
    </message>
    <message>
        <source>That is no JSON: %1, at byte %2.</source>
        <translation>Das ist kein JSON: %1, bei Byte %2.</translation>
    </message>
    <message>
        <source>That is no guide: its JSON is no object.</source>
        <translation>Das ist kein Leitfaden: Sein JSON ist kein Objekt.</translation>
    </message>
    <message>
        <source>That is no guide: none of its members is a text of one.</source>
        <translation>Das ist kein Leitfaden: Keines seiner Felder ist ein Text eines solchen.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 is too large for a guide.</source>
        <translation>%1 ist zu groß für einen Leitfaden.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a file, and what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The built-in texts of the guide are shown.</source>
        <translation>Die eingebauten Texte des Leitfadens werden gezeigt.</translation>
    </message>
</context>
<context>
    <name>KeyMap</name>
    <message>
        <source>it goes one step back.</source>
        <translation>sie geht einen Schritt zurück.</translation>
    </message>
    <message>
        <source>it moves and chooses in tables and fields.</source>
        <translation>sie bewegt und wählt in Tabellen und Feldern.</translation>
    </message>
    <message>
        <source>it copies what is chosen.</source>
        <translation>sie kopiert, was gewählt ist.</translation>
    </message>
    <message>
        <source>it chooses everything.</source>
        <translation>sie wählt alles.</translation>
    </message>
    <message>
        <source>it belongs to the chart and the filters.</source>
        <translation>sie gehört dem Diagramm und den Filtern.</translation>
    </message>
    <message>
        <source>it sizes the columns of the table.</source>
        <translation>sie ändert die Breite der Tabellenspalten.</translation>
    </message>
    <message>
        <source>it opens the menu of what is chosen.</source>
        <translation>sie öffnet das Menü zu dem, was gewählt ist.</translation>
    </message>
    <message>
        <source>Alt with a letter opens menus and presses buttons.</source>
        <translation>Alt mit einem Buchstaben öffnet Menüs und drückt Knöpfe.</translation>
    </message>
    <message>
        <source>This key has no name and cannot be kept.</source>
        <translation>Diese Taste hat keinen Namen und kann nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>%1 cannot be taken: %2</source>
        <comment>a key, and what it does</comment>
        <translation>%1 ist nicht frei: %2</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>English</source>
        <translation>Deutsch</translation>
    </message>
</context>
<context>
    <name>List</name>
    <message>
        <source>, </source>
        <comment>between the items of an enumeration</comment>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>OurReading</name>
    <message>
        <source>%1 (our reading)</source>
        <translation>%1 (unsere Lesart)</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>“%1” is no host: write it without https://, port and path, such as llm.example.com.</source>
        <translation>„%1“ ist kein Host: ohne https://, Port und Pfad schreiben, etwa llm.example.com.</translation>
    </message>
    <message>
        <source>“%1” is no path: it begins with / and has no ? or # in it, such as /llm/v1/messages.</source>
        <translation>„%1“ ist kein Pfad: Er beginnt mit / und enthält kein ? oder #, etwa /llm/v1/messages.</translation>
    </message>
</context>
<context>
    <name>PrivateFiles</name>
    <message>
        <source>Others could read what the program keeps for you (%1); now only you can.</source>
        <translation>Andere konnten lesen, was das Programm für Sie aufbewahrt (%1); jetzt können nur Sie es.</translation>
    </message>
</context>
<context>
    <name>RateChart</name>
    <message>
        <source>Failures in percent of requests, per %1</source>
        <translation>Fehler in Prozent der Anfragen, je %1</translation>
    </message>
    <message>
        <source>Failures per %1</source>
        <translation>Fehler je %1</translation>
    </message>
    <message>
        <source>No failure has a time.</source>
        <translation>Kein Fehler hat eine Zeit.</translation>
    </message>
    <message>
        <source>%1. %2: failures: %3; the most, %4, at %5.</source>
        <comment>title, range, count, count, range</comment>
        <translation>%1. %2: Fehler: %3; die meisten, %4, um %5.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a code and its count</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Requests: %1</source>
        <translation>Anfragen: %1</translation>
    </message>
    <message>
        <source>Failed attempts per %1</source>
        <translation>Fehlgeschlagene Versuche je %1</translation>
    </message>
    <message>
        <source>Failed attempts in percent of requests, per %1</source>
        <translation>Fehlgeschlagene Versuche in Prozent der Anfragen, je %1</translation>
    </message>
    <message numerus="yes">
        <source>%n without a time are not on the chart</source>
        <translation>
            <numerusform>%n ohne Zeit steht nicht im Diagramm</numerusform>
            <numerusform>%n ohne Zeit stehen nicht im Diagramm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of an unlikely time are not on the chart</source>
        <translation>
            <numerusform>%n mit unwahrscheinlicher Zeit steht nicht im Diagramm</numerusform>
            <numerusform>%n mit unwahrscheinlicher Zeit stehen nicht im Diagramm</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a share</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>grey: requests, up to %1</source>
        <translation>grau: Anfragen, bis %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a time and what happened</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more mark(s) stand in the table.</source>
        <translation>
            <numerusform>%n weitere Marke steht in der Tabelle.</numerusform>
            <numerusform>%n weitere Marken stehen in der Tabelle.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1 % (%2 of %3)</source>
        <comment>a share, a count, all requests</comment>
        <translation>%1 % (%2 von %3)</translation>
    </message>
    <message>
        <source>grey: requests</source>
        <translation>grau: Anfragen</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>DeRouter errors</source>
        <translation>DeRouter-Fehler</translation>
    </message>
    <message>
        <source>Failures over time, by code</source>
        <translation>Fehler über die Zeit, nach Code</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Whose move</source>
        <translation>Wer ist am Zug</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>The latest %1 of %2.</source>
        <translation>Die letzten %1 von %2.</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Request-id</source>
        <translation>Request-ID</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>%1 is a symbolic link; a report is not written through links.</source>
        <translation>%1 ist ein symbolischer Link; durch Links wird kein Bericht geschrieben.</translation>
    </message>
    <message>
        <source>%1 is not a regular file.</source>
        <translation>%1 ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>no response</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>in a stream</source>
        <translation>in einem Stream</translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source> in %1 requests (%2 %)</source>
        <translation> bei %1 Anfragen (%2 %)</translation>
    </message>
    <message>
        <source>, from %1 to %2 UTC</source>
        <translation>, von %1 bis %2 UTC</translation>
    </message>
    <message>
        <source>%1: %2, %3 lines</source>
        <translation>%1: %2, %3 Zeilen</translation>
    </message>
    <message>
        <source>format not known</source>
        <translation>Format nicht bekannt</translation>
    </message>
    <message>
        <source>, %1 not understood</source>
        <translation>, %1 nicht verstanden</translation>
    </message>
    <message>
        <source>, %1 too long and cut</source>
        <translation>, %1 zu lang und gekürzt</translation>
    </message>
    <message numerus="yes">
        <source>%n other request(s) in the log are not DeRouter&apos;s.</source>
        <translation>
            <numerusform>%n andere Anfrage im Log ging nicht an DeRouter.</numerusform>
            <numerusform>%n andere Anfragen im Log gingen nicht an DeRouter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not in the guide.</source>
        <translation>Nicht im Leitfaden.</translation>
    </message>
    <message>
        <source>Retry: %1</source>
        <translation>Wiederholen: %1</translation>
    </message>
    <message>
        <source>Last request-id: %1</source>
        <translation>Letzte Request-ID: %1</translation>
    </message>
    <message>
        <source>Whose move: %1</source>
        <translation>Am Zug: %1</translation>
    </message>
    <message>
        <source>Sources:</source>
        <translation>Quellen:</translation>
    </message>
    <message>
        <source>Last request-id</source>
        <translation>Letzte Request-ID</translation>
    </message>
    <message>
        <source>Only failures that the filter shows: %1.</source>
        <translation>Nur Fehler, die der Filter zeigt: %1.</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Another window keeps the session; what is open in this one is not remembered.</source>
        <translation>Ein anderes Fenster führt die Sitzung; was in diesem offen ist, wird nicht behalten.</translation>
    </message>
    <message>
        <source>The session of the last run cannot be read; it was put aside as %1.</source>
        <translation>Die Sitzung des letzten Laufs ist nicht lesbar; sie wurde als %1 beiseitegelegt.</translation>
    </message>
    <message>
        <source>Others can write %1; the commands in it were not run.</source>
        <translation>%1 kann von anderen geschrieben werden; die Befehle darin wurden nicht ausgeführt.</translation>
    </message>
    <message>
        <source>The session cannot be written to %1: %2.</source>
        <translation>Die Sitzung kann nicht nach %1 geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Others can write %1; the addresses in it were not opened.</source>
        <translation>Andere können %1 schreiben; die Adressen darin wurden nicht geöffnet.</translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>%1 cannot be unpacked beyond byte %2: %3. What came before was read.</source>
        <translation>%1 lässt sich nach Byte %2 nicht weiter entpacken: %3. Was davor stand, wurde gelesen.</translation>
    </message>
    <message>
        <source>the data is damaged</source>
        <translation>die Daten sind beschädigt</translation>
    </message>
    <message>
        <source>a PNG image</source>
        <translation>ein PNG-Bild</translation>
    </message>
    <message>
        <source>a JPEG image</source>
        <translation>ein JPEG-Bild</translation>
    </message>
    <message>
        <source>a GIF image</source>
        <translation>ein GIF-Bild</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>ein Programm</translation>
    </message>
    <message>
        <source>an SQLite database</source>
        <translation>eine SQLite-Datenbank</translation>
    </message>
    <message>
        <source>binary data</source>
        <translation>Binärdaten</translation>
    </message>
    <message>
        <source>%1 cannot be read: permission denied.</source>
        <translation>%1 ist nicht lesbar: keine Berechtigung.</translation>
    </message>
    <message>
        <source>%1 is a folder without log files in it.</source>
        <translation>%1 ist ein Ordner ohne Logdateien.</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>%1 is not a text log: it looks like %2.</source>
        <translation>%1 ist kein Text-Log: Es sieht aus wie %2.</translation>
    </message>
    <message>
        <source>%1 cannot be read further: %2.</source>
        <translation>%1 ist nicht weiter lesbar: %2.</translation>
    </message>
    <message>
        <source>Standard input cannot be read: %1.</source>
        <translation>Die Standardeingabe ist nicht lesbar: %1.</translation>
    </message>
    <message>
        <source>%1 has a hole of %2 zero bytes.</source>
        <translation>%1 hat eine Lücke von %2 Nullbytes.</translation>
    </message>
    <message>
        <source>%1 was rotated more often than it could be looked at; files in between may be gone.</source>
        <translation>%1 wurde öfter rotiert, als danach gesehen werden konnte; Dateien dazwischen können fehlen.</translation>
    </message>
    <message>
        <source>%1 was truncated or rewritten while it was read.</source>
        <translation>%1 wurde gekürzt oder überschrieben, während gelesen wurde.</translation>
    </message>
    <message>
        <source>%1 was copied and truncated; lines written in between exist nowhere.</source>
        <translation>%1 wurde kopiert und gekürzt; was dazwischen geschrieben wurde, steht nirgends.</translation>
    </message>
    <message>
        <source>%1 was truncated or rewritten before all of it was read.</source>
        <translation>%1 wurde gekürzt oder überschrieben, bevor alles gelesen war.</translation>
    </message>
    <message>
        <source>%1 was truncated or rewritten and is read from its beginning.</source>
        <translation>%1 wurde gekürzt oder überschrieben und wird von vorn gelesen.</translation>
    </message>
    <message>
        <source>%1 waits: too many files are open.</source>
        <translation>%1 wartet: Zu viele Dateien sind geöffnet.</translation>
    </message>
    <message>
        <source>%1 is a device, not a log file.</source>
        <translation>%1 ist ein Gerät, keine Protokolldatei.</translation>
    </message>
    <message>
        <source>%1 is a socket, not a log file.</source>
        <translation>%1 ist ein Socket, keine Protokolldatei.</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>ein Ordner</translation>
    </message>
    <message>
        <source>a link</source>
        <translation>ein Verweis</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>ein Gerät</translation>
    </message>
    <message>
        <source>%1 has more than %2 files; reading stopped there.</source>
        <translation>%1 hat mehr als %2 Dateien; dort endete das Lesen.</translation>
    </message>
    <message>
        <source>%1 is encrypted and cannot be read.</source>
        <translation>%1 ist verschlüsselt und nicht lesbar.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 is packed in more than two layers and was not read: unpack it and open it by itself.</source>
        <translation>%1 ist mehr als zweifach verpackt und wurde nicht gelesen: entpacken Sie es und öffnen Sie es für sich.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Passed over as no logs: %1.</source>
        <translation>Als keine Protokolle übergangen: %1.</translation>
    </message>
    <message>
        <source>%1 It is one of %2 faults of the archive.</source>
        <translation>%1 Das ist einer von %2 Fehlern des Archivs.</translation>
    </message>
    <message>
        <source>%1 is an archive without logs in it.</source>
        <translation>%1 ist ein Archiv ohne Protokolle darin.</translation>
    </message>
    <message>
        <source>A command begins with a program, not with “%1”.</source>
        <translation>Ein Befehl beginnt mit einem Programm, nicht mit „%1“.</translation>
    </message>
    <message>
        <source>%1 is not run: name a program in PATH, or its whole path.</source>
        <translation>%1 wird nicht ausgeführt: nennen Sie ein Programm in PATH oder dessen ganzen Pfad.</translation>
    </message>
    <message>
        <source>There is no program %1 in PATH.</source>
        <translation>In PATH gibt es kein Programm %1.</translation>
    </message>
    <message>
        <source>%1 is no program that can be run.</source>
        <translation>%1 ist kein ausführbares Programm.</translation>
    </message>
    <message>
        <source>%1 is a batch file, which a shell would read; it is not run.</source>
        <translation>%1 ist eine Stapeldatei, die eine Shell läse; sie wird nicht ausgeführt.</translation>
    </message>
    <message>
        <source>No shell is used: “%1” is given to %2 as it stands.</source>
        <translation>Es wird keine Shell benutzt: „%1“ wird %2 so übergeben, wie es dasteht.</translation>
    </message>
    <message>
        <source>%1 cannot be started: %2.</source>
        <translation>%1 kann nicht gestartet werden: %2.</translation>
    </message>
    <message>
        <source>%1 was started again; lines may be missing or given twice.</source>
        <translation>%1 wurde neu gestartet; Zeilen können fehlen oder doppelt sein.</translation>
    </message>
    <message>
        <source>%1 ended.</source>
        <translation>%1 endete.</translation>
    </message>
    <message>
        <source>%1 was ended by signal %2.</source>
        <translation>%1 wurde durch Signal %2 beendet.</translation>
    </message>
    <message>
        <source>%1 ended with exit code %2.</source>
        <translation>%1 endete mit Code %2.</translation>
    </message>
    <message>
        <source>%1 was ended by signal %2: %3</source>
        <translation>%1 wurde durch Signal %2 beendet: %3</translation>
    </message>
    <message>
        <source>%1 ended with exit code %2: %3</source>
        <translation>%1 endete mit Code %2: %3</translation>
    </message>
    <message>
        <source>%1 says: %2</source>
        <translation>%1 meldet: %2</translation>
    </message>
    <message>
        <source>%1 could not be read to its end.</source>
        <translation>%1 konnte nicht bis zum Ende gelesen werden.</translation>
    </message>
    <message>
        <source>a 7-Zip archive, which has to be unpacked first</source>
        <translation>ein 7-Zip-Archiv, das zuerst zu entpacken ist</translation>
    </message>
    <message>
        <source>a RAR archive, which has to be unpacked first</source>
        <translation>ein RAR-Archiv, das zuerst zu entpacken ist</translation>
    </message>
    <message>
        <source>%1 has something behind its end that cannot be unpacked; it was passed over.</source>
        <translation>%1 hat hinter seinem Ende etwas, das sich nicht entpacken lässt; es wurde übergangen.</translation>
    </message>
    <message>
        <source>%1 is damaged: the checksum of the unpacked bytes %2 to %3 is wrong. They were read all the same.</source>
        <translation>%1 ist beschädigt: die Prüfsumme der entpackten Bytes %2 bis %3 stimmt nicht. Sie wurden dennoch gelesen.</translation>
    </message>
    <message>
        <source>it is truncated</source>
        <translation>es ist abgeschnitten</translation>
    </message>
    <message>
        <source>%1 is an archive, and not one log: open it by itself.</source>
        <translation>%1 ist ein Archiv und nicht ein Protokoll: öffnen Sie es für sich.</translation>
    </message>
    <message>
        <source>%1 is compressed more than once: open it by itself.</source>
        <translation>%1 ist mehrfach komprimiert: öffnen Sie es für sich.</translation>
    </message>
    <message>
        <source>%1: %2 bytes that were read in an earlier run are gone from the disk.</source>
        <translation>%1: %2 Bytes, die ein früherer Lauf gelesen hatte, sind von der Platte verschwunden.</translation>
    </message>
    <message>
        <source>%1 unpacks to more than %2; reading stopped there.</source>
        <translation>%1 entpackt sich zu mehr als %2; dort endete das Lesen.</translation>
    </message>
    <message>
        <source>%1 unpacks to more than %2 times its size, as no log does; reading stopped at byte %3.</source>
        <translation>%1 entpackt sich zu mehr als dem %2-Fachen seiner Größe, wie kein Protokoll es tut; das Lesen endete bei Byte %3.</translation>
    </message>
    <message>
        <source>Write the address of a Loki as loki+http://host:3100/?query={app=&quot;api&quot;}.</source>
        <translation>Schreiben Sie die Adresse eines Loki als loki+http://host:3100/?query={app=&quot;api&quot;}.</translation>
    </message>
    <message>
        <source>Write an address to listen at as tcp://127.0.0.1:5140 or udp://[::1]:5140.</source>
        <translation>Schreiben Sie eine Adresse zum Lauschen als tcp://127.0.0.1:5140 oder udp://[::1]:5140.</translation>
    </message>
    <message>
        <source>The address&apos;s “since” is a span such as 15m, 2h or 1d.</source>
        <translation>„since“ in der Adresse ist eine Zeitspanne wie 15m, 2h oder 1d.</translation>
    </message>
    <message>
        <source>The address of a Loki takes “query” and “since”; an &amp; in the query is written %26.</source>
        <translation>Die Adresse eines Loki kennt „query“ und „since“; ein &amp; in der Abfrage schreibt man %26.</translation>
    </message>
    <message>
        <source>The address says no query: add ?query={app=&quot;api&quot;}, with labels of your own.</source>
        <translation>Der Adresse fehlt die Abfrage: fügen Sie ?query={app=&quot;api&quot;} mit eigenen Labels an.</translation>
    </message>
    <message>
        <source>%1 is not listened at: only programs on this computer may send, to 127.0.0.1 or [::1], as syslog does not tell who sends.</source>
        <translation>An %1 wird nicht gelauscht: Nur Programme auf diesem Rechner dürfen senden, an 127.0.0.1 oder [::1], da Syslog nicht sagt, wer sendet.</translation>
    </message>
    <message>
        <source>An address begins with tcp://, udp://, loki+http:// or loki+https://.</source>
        <translation>Eine Adresse beginnt mit tcp://, udp://, loki+http:// oder loki+https://.</translation>
    </message>
    <message>
        <source>Messages to %1 that broke off in the middle: %2.</source>
        <translation>Mittendrin abgebrochene Nachrichten an %1: %2.</translation>
    </message>
    <message>
        <source>Messages to %1 that were cut, as they are longer than 1 MiB: %2.</source>
        <translation>Gekürzte Nachrichten an %1, da länger als 1 MiB: %2.</translation>
    </message>
    <message>
        <source>Connections to %1 that were closed, as the length of a message is wrong: %2.</source>
        <translation>Geschlossene Verbindungen zu %1, da die Länge einer Nachricht falsch ist: %2.</translation>
    </message>
    <message>
        <source>Connections to %1 that were closed, as too many are open: %2.</source>
        <translation>Geschlossene Verbindungen zu %1, da zu viele offen sind: %2.</translation>
    </message>
    <message>
        <source>Datagrams to %1 that the system dropped, as they came faster than they were read: %2.</source>
        <translation>Vom System verworfene Datagramme an %1, da sie schneller kamen, als sie gelesen wurden: %2.</translation>
    </message>
    <message>
        <source>Datagrams to %1 that were cut, as they are longer than what is taken of one: %2.</source>
        <translation>Gekürzte Datagramme an %1, da länger, als von einem genommen wird: %2.</translation>
    </message>
    <message>
        <source>%1 has no end that could be read to; it has to be followed.</source>
        <translation>%1 hat kein Ende, bis zu dem gelesen werden könnte; ihm muss gefolgt werden.</translation>
    </message>
    <message>
        <source>Another program listens at %1.</source>
        <translation>Ein anderes Programm lauscht an %1.</translation>
    </message>
    <message>
        <source>%1 cannot be listened at: %2.</source>
        <translation>An %1 kann nicht gelauscht werden: %2.</translation>
    </message>
    <message>
        <source>What is to be sent to a Loki as a token or tenant is no single line.</source>
        <translation>Was einem Loki als Token oder Mandant gesendet werden soll, ist nicht eine einzige Zeile.</translation>
    </message>
    <message>
        <source>A password or token is not sent to %1, where it could be read on the way: use loki+https.</source>
        <translation>An %1 wird kein Passwort oder Token gesendet, da es unterwegs lesbar wäre: verwenden Sie loki+https.</translation>
    </message>
    <message>
        <source>There are no certificates in %1.</source>
        <translation>In %1 sind keine Zertifikate.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>%1 is not trusted: %2.</source>
        <translation>%1 wird nicht vertraut: %2.</translation>
    </message>
    <message>
        <source>%1 answers with more than is read of one answer.</source>
        <translation>%1 antwortet mit mehr, als von einer Antwort gelesen wird.</translation>
    </message>
    <message>
        <source>The query asks %1 for numbers, not for lines.</source>
        <translation>Die Abfrage verlangt von %1 Zahlen, keine Zeilen.</translation>
    </message>
    <message>
        <source>%1 does not answer as a Loki does.</source>
        <translation>%1 antwortet nicht wie ein Loki.</translation>
    </message>
    <message>
        <source>%1 gives no more than %2 lines of one nanosecond; some may be missing.</source>
        <translation>%1 gibt höchstens %2 Zeilen einer Nanosekunde; einige können fehlen.</translation>
    </message>
    <message>
        <source>%1 has labels of more than 64 KiB; they were left out.</source>
        <translation>%1 hat Labels von mehr als 64 KiB; sie wurden weggelassen.</translation>
    </message>
    <message>
        <source>%1 leads to %2, and is not followed there: name the address itself.</source>
        <translation>%1 führt zu %2, wohin nicht gefolgt wird: nennen Sie die Adresse selbst.</translation>
    </message>
    <message>
        <source>%1 answers %2.</source>
        <translation>%1 antwortet %2.</translation>
    </message>
    <message>
        <source>%1 answers %2: %3.</source>
        <translation>%1 antwortet %2: %3.</translation>
    </message>
    <message>
        <source>Write user:password@ before its host, or set LOKI_USERNAME and LOKI_PASSWORD.</source>
        <translation>Schreiben Sie benutzer:passwort@ vor den Host, oder setzen Sie LOKI_USERNAME und LOKI_PASSWORD.</translation>
    </message>
    <message>
        <source>It is asked again after %1 s.</source>
        <translation>Nach %1 s wird wieder gefragt.</translation>
    </message>
    <message>
        <source>%1 could not be read for %2 s; lines that it was given late may be missing.</source>
        <translation>%1 konnte %2 s lang nicht gelesen werden; Zeilen, die es verspätet bekam, können fehlen.</translation>
    </message>
    <message>
        <source>%1 is incomplete: the end of the compressed data is missing.</source>
        <translation>%1 ist unvollständig: Das Ende der komprimierten Daten fehlt.</translation>
    </message>
    <message>
        <source>%1 never appeared.</source>
        <translation>%1 ist nie erschienen.</translation>
    </message>
    <message>
        <source>%1 does not exist; it is read as soon as it does.</source>
        <translation>%1 gibt es nicht; es wird gelesen, sobald es da ist.</translation>
    </message>
</context>
<context>
    <name>SourceState</name>
    <message>
        <source>%1: %2</source>
        <comment>a state and its reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>Folgt</translation>
    </message>
    <message>
        <source>Read to its end</source>
        <translation>Bis zum Ende gelesen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cannot be read now</source>
        <translation>Zurzeit nicht lesbar</translation>
    </message>
    <message>
        <source>Reading %1 %, %2 to go</source>
        <translation>Liest %1 %, noch %2</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Paused, %1 wait</source>
        <translation>Angehalten, %1 warten</translation>
    </message>
</context>
<context>
    <name>Ticket</name>
    <message>
        <source>[Cut here: a mail link cannot hold more. The whole ticket is on the clipboard: paste it here.]</source>
        <translation>[Hier gekürzt: Mehr fasst ein Mail-Link nicht. Das ganze Ticket ist in der Zwischenablage: hier einfügen.]</translation>
    </message>
    <message numerus="yes">
        <source>DeRouter API: %n failed request(s)</source>
        <translation>
            <numerusform>DeRouter-API: %n fehlgeschlagene Anfrage</numerusform>
            <numerusform>DeRouter-API: %n fehlgeschlagene Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>DeRouter API error:</source>
        <translation>DeRouter-API-Fehler:</translation>
    </message>
    <message>
        <source>DeRouter support ticket</source>
        <translation>Support-Ticket für DeRouter</translation>
    </message>
    <message>
        <source>Hello DeRouter support,</source>
        <translation>Hallo DeRouter-Support,</translation>
    </message>
    <message numerus="yes">
        <source>please look into %n failed request(s):</source>
        <translation>
            <numerusform>bitte sehen Sie sich %n fehlgeschlagene Anfrage an:</numerusform>
            <numerusform>bitte sehen Sie sich %n fehlgeschlagene Anfragen an:</numerusform>
        </translation>
    </message>
    <message>
        <source>The first %1 in full:</source>
        <translation>Die ersten %1 im Einzelnen:</translation>
    </message>
    <message>
        <source>Failure %1 of %2</source>
        <translation>Fehler %1 von %2</translation>
    </message>
    <message>
        <source>Program: %1</source>
        <translation>Programm: %1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>An: %1</translation>
    </message>
    <message>
        <source>Subject:</source>
        <translation>Betreff:</translation>
    </message>
    <message>
        <source>not in the log</source>
        <translation>nicht im Log</translation>
    </message>
    <message numerus="yes">
        <source>(%n more character(s))</source>
        <translation>
            <numerusform>(%n weiteres Zeichen)</numerusform>
            <numerusform>(%n weitere Zeichen)</numerusform>
        </translation>
    </message>
    <message>
        <source>time not in the log</source>
        <translation>Zeit nicht im Log</translation>
    </message>
    <message>
        <source>zone assumed, the log names none</source>
        <translation>Zone angenommen, das Log nennt keine</translation>
    </message>
    <message>
        <source>date assumed, the log names none</source>
        <translation>Datum angenommen, das Log nennt keines</translation>
    </message>
    <message>
        <source>that of the line before or after</source>
        <translation>die der Zeile davor oder danach</translation>
    </message>
    <message>
        <source>no response</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>error in a stream</source>
        <translation>Fehler in einem Stream</translation>
    </message>
    <message>
        <source>200, then an error inside the stream</source>
        <translation>200, dann ein Fehler im Stream</translation>
    </message>
    <message>
        <source>%1 (%2 by a program in between)</source>
        <translation>%1 (%2 von einem Programm dazwischen)</translation>
    </message>
    <message>
        <source>a proxy on our side, not DeRouter</source>
        <translation>ein Proxy auf unserer Seite, nicht DeRouter</translation>
    </message>
    <message>
        <source>the delivery network in front of DeRouter</source>
        <translation>das Auslieferungsnetz vor DeRouter</translation>
    </message>
    <message>
        <source>nobody: the client went away first</source>
        <translation>niemand: Der Client ging vorher weg</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>host not in the log</source>
        <translation>Host nicht im Log</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>%1, no other is known</source>
        <translation>%1, kein anderer bekannt</translation>
    </message>
    <message>
        <source>no other is known</source>
        <translation>kein anderer bekannt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>which attempt, and of how many</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>einer von %1</translation>
    </message>
    <message>
        <source>no request-id</source>
        <translation>keine Request-ID</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Request-id</source>
        <translation>Request-ID</translation>
    </message>
    <message>
        <source>none, the log shows none</source>
        <translation>keine, das Log zeigt keine</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Ortszeit</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>Beantwortet von</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Streamed</source>
        <translation>Gestreamt</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Other failed attempts</source>
        <translation>Andere fehlgeschlagene Versuche</translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) without a request-id: support can hardly trace them.</source>
        <translation>
            <numerusform>%n Fehler ohne Request-ID: Der Support kann ihn kaum verfolgen.</numerusform>
            <numerusform>%n Fehler ohne Request-ID: Der Support kann sie kaum verfolgen.</numerusform>
        </translation>
    </message>
    <message>
        <source>For the next time, log the response header “request-id”: in nginx $upstream_http_request_id; in Python error.response.headers[&quot;request-id&quot;]; in Node.js that of error.headers. The request_id of OpenAI&apos;s SDKs stays empty: they read x-request-id.</source>
        <translation>Für das nächste Mal den Antwort-Header „request-id“ mitloggen: in nginx $upstream_http_request_id; in Python error.response.headers[&quot;request-id&quot;]; in Node.js den aus error.headers. Die request_id der OpenAI-SDKs bleibt leer: Sie lesen x-request-id.</translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) were not answered by DeRouter but on the way to it: there is no request-id, and DeRouter may know nothing of them.</source>
        <translation>
            <numerusform>%n Fehler wurde nicht von DeRouter beantwortet, sondern auf dem Weg dorthin: Es gibt keine Request-ID, und DeRouter weiß vielleicht nichts davon.</numerusform>
            <numerusform>%n Fehler wurden nicht von DeRouter beantwortet, sondern auf dem Weg dorthin: Es gibt keine Request-ID, und DeRouter weiß vielleicht nichts davon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) got no answer at all, so there is no request-id: give the time as exactly as you can.</source>
        <translation>
            <numerusform>%n Fehler blieb ganz ohne Antwort, also ohne Request-ID: die Zeit so genau wie möglich angeben.</numerusform>
            <numerusform>%n Fehler blieben ganz ohne Antwort, also ohne Request-ID: die Zeit so genau wie möglich angeben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>TimeAxis</name>
    <message>
        <source>MMM yyyy</source>
        <comment>month of a year, as QLocale writes it</comment>
        <translation>MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day of a month, as QLocale writes it</comment>
        <translation>d. MMM</translation>
    </message>
</context>
<context>
    <name>TimeBuckets</name>
    <message>
        <source>second</source>
        <translation>Sekunde</translation>
    </message>
    <message>
        <source>5 seconds</source>
        <translation>5 Sekunden</translation>
    </message>
    <message>
        <source>10 seconds</source>
        <translation>10 Sekunden</translation>
    </message>
    <message>
        <source>30 seconds</source>
        <translation>30 Sekunden</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>Minute</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 Minuten</translation>
    </message>
    <message>
        <source>10 minutes</source>
        <translation>10 Minuten</translation>
    </message>
    <message>
        <source>30 minutes</source>
        <translation>30 Minuten</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>6 hours</source>
        <translation>6 Stunden</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>365 days</source>
        <translation>365 Tage</translation>
    </message>
    <message>
        <source>3,650 days</source>
        <translation>3.650 Tage</translation>
    </message>
</context>
<context>
    <name>TimeQuality</name>
    <message>
        <source>The record has no time.</source>
        <translation>Der Eintrag hat keine Zeit.</translation>
    </message>
    <message>
        <source>Zone assumed: the stamp names none and was read as of %1.</source>
        <translation>Zone angenommen: Der Zeitstempel nennt keine; gelesen als %1.</translation>
    </message>
    <message>
        <source>Zone assumed: the stamp names none.</source>
        <translation>Zone angenommen: Der Zeitstempel nennt keine.</translation>
    </message>
    <message>
        <source>Date assumed: the stamp names no date or no year; it was completed from the file&apos;s own time.</source>
        <translation>Datum angenommen: Der Zeitstempel nennt kein Datum oder kein Jahr; es wurde aus der Zeit der Datei ergänzt.</translation>
    </message>
    <message>
        <source>Taken from the line before or after: the record has no time of its own.</source>
        <translation>Von der Zeile davor oder danach übernommen: Der Eintrag hat keine eigene Zeit.</translation>
    </message>
    <message>
        <source>%1 (this computer&apos;s)</source>
        <comment>a time zone</comment>
        <translation>%1 (dieser Rechner)</translation>
    </message>
</context>
<context>
    <name>derouter::Actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Try the Sample Log</source>
        <translation>&amp;Beispiel-Log ausprobieren</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>&amp;Neu laden</translation>
    </message>
    <message>
        <source>&amp;Stop Reading</source>
        <translation>Lesen &amp;anhalten</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>Copy Request-&amp;id</source>
        <translation>Request-&amp;ID kopieren</translation>
    </message>
    <message>
        <source>&amp;Copy Rows</source>
        <translation>&amp;Zeilen kopieren</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>&amp;Folgen</translation>
    </message>
    <message>
        <source>&amp;Next Failure</source>
        <translation>&amp;Nächster Fehler</translation>
    </message>
    <message>
        <source>&amp;Previous Failure</source>
        <translation>&amp;Voriger Fehler</translation>
    </message>
    <message>
        <source>One Step &amp;Back</source>
        <translation>Einen Schritt &amp;zurück</translation>
    </message>
    <message>
        <source>Back to &amp;All</source>
        <translation>Zurück zu &amp;allem</translation>
    </message>
    <message>
        <source>Times in &amp;UTC</source>
        <translation>Zeiten in &amp;UTC</translation>
    </message>
    <message>
        <source>&amp;Sources</source>
        <translation>&amp;Quellen</translation>
    </message>
    <message>
        <source>As the S&amp;ystem</source>
        <translation>Wie das S&amp;ystem</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About DeRouter Error Monitor</source>
        <translation>&amp;Über DeRouter Error Monitor</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Darstellung</translation>
    </message>
    <message>
        <source>Fi&amp;lter</source>
        <translation>Fi&amp;lter</translation>
    </message>
    <message>
        <source>&amp;Codes</source>
        <translation>&amp;Codes</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Copy the chosen rows, separated by tabs</source>
        <translation>Die gewählten Zeilen kopieren, durch Tabulatoren getrennt</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Follow again</source>
        <translation>Wieder folgen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Einen Schritt zurück</translation>
    </message>
    <message>
        <source>← → + − Home</source>
        <translation>← → + − Pos1</translation>
    </message>
    <message>
        <source>In the chart: earlier, later, less time, more time, the whole time</source>
        <translation>Im Diagramm: früher, später, weniger Zeit, mehr Zeit, die ganze Zeit</translation>
    </message>
    <message>
        <source>&amp;Log Format…</source>
        <translation>&amp;Log-Format …</translation>
    </message>
    <message>
        <source>One Row per &amp;Call</source>
        <translation>&amp;Eine Zeile je Aufruf</translation>
    </message>
    <message>
        <source>Time &amp;Zone…</source>
        <translation>Zei&amp;tzone …</translation>
    </message>
    <message>
        <source>Follow a Co&amp;mmand…</source>
        <translation>Einem &amp;Befehl folgen …</translation>
    </message>
    <message>
        <source>Support Tic&amp;ket…</source>
        <translation>Su&amp;pport-Ticket …</translation>
    </message>
    <message>
        <source>Open a &amp;Folder…</source>
        <translation>&amp;Ordner öffnen …</translation>
    </message>
    <message>
        <source>One Step &amp;Forward</source>
        <translation>Einen Schritt &amp;vor</translation>
    </message>
    <message>
        <source>Filters &amp;Off for Now</source>
        <translation>Filter vorerst &amp;aus</translation>
    </message>
    <message>
        <source>&amp;Save Filters…</source>
        <translation>Filter &amp;speichern …</translation>
    </message>
    <message>
        <source>Sa&amp;ved Filters</source>
        <translation>&amp;Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Space − Del</source>
        <translation>Leertaste − Entf</translation>
    </message>
    <message>
        <source>On a filter: on or off, the opposite, remove</source>
        <translation>Auf einem Filter: an oder aus, das Gegenteil, entfernen</translation>
    </message>
    <message>
        <source>Open an &amp;Address…</source>
        <translation>&amp;Adresse öffnen…</translation>
    </message>
    <message>
        <source>&amp;Explain an Error…</source>
        <translation>&amp;Fehler erklären…</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Paste as a Lo&amp;g</source>
        <translation>Als Lo&amp;g einfügen</translation>
    </message>
    <message>
        <source>Sa&amp;ve a Report…</source>
        <translation>&amp;Bericht speichern…</translation>
    </message>
    <message>
        <source>Save a Report on Ever&amp;ything…</source>
        <translation>Bericht über &amp;alles speichern…</translation>
    </message>
    <message>
        <source>Copy as a &amp;Picture</source>
        <translation>Als &amp;Bild kopieren</translation>
    </message>
    <message>
        <source>Copy as S&amp;VG</source>
        <translation>Als S&amp;VG kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Figures as CSV</source>
        <translation>&amp;Zahlen als CSV kopieren</translation>
    </message>
    <message>
        <source>&amp;Save the Chart…</source>
        <translation>Diagramm &amp;speichern…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>On the failures that the window shows</source>
        <translation>Über die Fehler, die das Fenster zeigt</translation>
    </message>
    <message>
        <source>On all failures, those that the filter hides too</source>
        <translation>Über alle Fehler, auch die vom Filter verborgenen</translation>
    </message>
    <message>
        <source>A single error is explained, a longer text is read as a log</source>
        <translation>Ein einzelner Fehler wird erklärt, ein längerer Text als Log gelesen</translation>
    </message>
    <message>
        <source>C&amp;hart</source>
        <translation>&amp;Diagramm</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;High Contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>&amp;Group Repeats</source>
        <translation>&amp;Wiederholungen gruppieren</translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation>S&amp;palten</translation>
    </message>
    <message>
        <source>← → Enter</source>
        <translation>← → Eingabe</translation>
    </message>
    <message>
        <source>On a group of repeats: fold, unfold, either</source>
        <translation>Auf einer Gruppe von Wiederholungen: zuklappen, aufklappen, eins von beiden</translation>
    </message>
    <message>
        <source>Ctrl+Shift+← →</source>
        <translation>Strg+Umschalt+← →</translation>
    </message>
    <message>
        <source>In the table: move the column of the chosen cell</source>
        <translation>In der Tabelle: die Spalte der gewählten Zelle verschieben</translation>
    </message>
    <message>
        <source>Alt+Shift+← →</source>
        <translation>Alt+Umschalt+← →</translation>
    </message>
    <message>
        <source>In the table: make it narrower or wider</source>
        <translation>In der Tabelle: sie schmaler oder breiter machen</translation>
    </message>
    <message>
        <source>&amp;Mark or Unmark</source>
        <translation>&amp;Markieren oder nicht mehr</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>&amp;Notiz …</translation>
    </message>
    <message>
        <source>Previous Ma&amp;rk</source>
        <translation>Vorige Ma&amp;rkierung</translation>
    </message>
    <message>
        <source>Next Mar&amp;k</source>
        <translation>Nächste Mar&amp;kierung</translation>
    </message>
    <message>
        <source>Keep the newest failure in view</source>
        <translation>Den neuesten Fehler im Blick behalten</translation>
    </message>
    <message>
        <source>Show each call once, by its last failed attempt</source>
        <translation>Jeden Aufruf einmal zeigen, mit seinem letzten fehlgeschlagenen Versuch</translation>
    </message>
    <message>
        <source>Show failures that differ in numbers and ids at most in one row</source>
        <translation>Fehler, die sich höchstens in Zahlen und Kennungen unterscheiden, in einer Zeile zeigen</translation>
    </message>
    <message>
        <source>Show times in UTC or in the zone of this computer</source>
        <translation>Zeiten in UTC oder in der Zone dieses Rechners zeigen</translation>
    </message>
    <message>
        <source>Remove every filter and show the whole time</source>
        <translation>Alle Filter entfernen und die ganze Zeit zeigen</translation>
    </message>
    <message>
        <source>Following is paused: go to the newest failure and stay there</source>
        <translation>Folgen ist angehalten: zum neuesten Fehler gehen und dort bleiben</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a menu and a command in it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Show or hide a code</source>
        <translation>Einen Code zeigen oder verbergen</translation>
    </message>
    <message>
        <source>&amp;Markdown Table</source>
        <translation>&amp;Markdown-Tabelle</translation>
    </message>
    <message>
        <source>&amp;JSON Lines</source>
        <translation>&amp;JSON-Zeilen</translation>
    </message>
    <message>
        <source>&amp;Log Records</source>
        <translation>&amp;Log-Einträge</translation>
    </message>
    <message>
        <source>Copy &amp;As</source>
        <translation>Kopieren &amp;als</translation>
    </message>
    <message>
        <source>L&amp;arger Text</source>
        <translation>&amp;Größerer Text</translation>
    </message>
    <message>
        <source>S&amp;maller Text</source>
        <translation>Kl&amp;einerer Text</translation>
    </message>
    <message>
        <source>S&amp;tandard Text Size</source>
        <translation>&amp;Normale Textgröße</translation>
    </message>
    <message>
        <source>&amp;What Changed…</source>
        <translation>Was ha&amp;t sich geändert?…</translation>
    </message>
    <message>
        <source>Compare two times or two logs: what is new, more, fewer or gone</source>
        <translation>Zwei Zeiten oder zwei Logs vergleichen: was neu, häufiger, seltener oder weg ist</translation>
    </message>
    <message>
        <source>Save a Log S&amp;lice…</source>
        <translation>Log-Aus&amp;schnitt speichern…</translation>
    </message>
    <message>
        <source>The lines of the logs around the failures that are shown, each secret as a placeholder of its own</source>
        <translation>Die Zeilen der Logs um die gezeigten Fehler, jedes Geheimnis als eigener Platzhalter</translation>
    </message>
    <message>
        <source>Ne&amp;xt Panel</source>
        <translation>Nächster &amp;Bereich</translation>
    </message>
    <message>
        <source>Pre&amp;vious Panel</source>
        <translation>Voriger Berei&amp;ch</translation>
    </message>
    <message>
        <source>Through filters, table, details, chart and sources</source>
        <translation>Durch Filter, Tabelle, Details, Diagramm und Quellen</translation>
    </message>
    <message>
        <source>Last &amp;5 Minutes</source>
        <translation>Letzte &amp;5 Minuten</translation>
    </message>
    <message>
        <source>Last &amp;15 Minutes</source>
        <translation>Letzte &amp;15 Minuten</translation>
    </message>
    <message>
        <source>Last &amp;Hour</source>
        <translation>Letzte &amp;Stunde</translation>
    </message>
    <message>
        <source>Last &amp;6 Hours</source>
        <translation>Letzte &amp;6 Stunden</translation>
    </message>
    <message>
        <source>Last &amp;Day</source>
        <translation>Letzter &amp;Tag</translation>
    </message>
    <message>
        <source>%1, and on with the clock while a log is followed</source>
        <translation>%1, und mit der Uhr weiter, solange ein Log verfolgt wird</translation>
    </message>
    <message>
        <source>&amp;All Times</source>
        <translation>&amp;Alle Zeiten</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Zeit</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>What is followed is not there, and is waited for: the sources say what it is</source>
        <translation>Was verfolgt wird, ist nicht da, und es wird darauf gewartet: Die Quellen sagen, was es ist</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Nothing is followed any more: the sources say why</source>
        <translation>Nichts wird mehr verfolgt: Die Quellen sagen, warum</translation>
    </message>
</context>
<context>
    <name>derouter::AddressDialog</name>
    <message>
        <source>Open an Address</source>
        <translation>Adresse öffnen</translation>
    </message>
    <message>
        <source>Listen for syslog of programs on this computer at tcp://127.0.0.1:5140 or udp://127.0.0.1:5140, or ask a Grafana Loki by its address and a query. A password in the address is not kept.</source>
        <translation>An tcp://127.0.0.1:5140 oder udp://127.0.0.1:5140 auf Syslog von Programmen dieses Rechners lauschen, oder ein Grafana Loki mit Adresse und Abfrage fragen. Ein Passwort in der Adresse wird nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>such as loki+https://logs.example.com/?query={app=&quot;api&quot;}&amp;since=2h</source>
        <translation>etwa loki+https://logs.example.com/?query={app=&quot;api&quot;}&amp;since=2h</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>%1 will be asked.</source>
        <translation>%1 wird gefragt.</translation>
    </message>
    <message>
        <source>%1 will be listened at.</source>
        <translation>An %1 wird gelauscht.</translation>
    </message>
</context>
<context>
    <name>derouter::AlertBanner</name>
    <message>
        <source>Alert</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show only the failures that this is about</source>
        <translation>Nur die Fehler zeigen, um die es geht</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Say nothing of it for a while</source>
        <translation>Eine Weile nichts davon sagen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Hide this; it comes again when there is more to tell</source>
        <translation>Verbergen; kommt wieder, wenn es mehr zu sagen gibt</translation>
    </message>
    <message>
        <source>For 15 Minutes</source>
        <translation>Für 15 Minuten</translation>
    </message>
    <message>
        <source>For 1 Hour</source>
        <translation>Für 1 Stunde</translation>
    </message>
    <message>
        <source>Until It Recovers</source>
        <translation>Bis es vorbei ist</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>The other alerts</source>
        <translation>Die anderen Meldungen</translation>
    </message>
</context>
<context>
    <name>derouter::AlertTray</name>
    <message>
        <source>Show Window</source>
        <translation>Fenster zeigen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>DeRouter Error Monitor</source>
        <translation>DeRouter Error Monitor</translation>
    </message>
</context>
<context>
    <name>derouter::Alerts</name>
    <message>
        <source>DeRouter Error Monitor</source>
        <translation>DeRouter Error Monitor</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>alert and count</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>failures, and in what time</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 failures in one minute</source>
        <translation>%1 Fehler in einer Minute</translation>
    </message>
    <message>
        <source>It used to write regularly and no longer does</source>
        <translation>Es schrieb regelmäßig und schreibt nicht mehr</translation>
    </message>
    <message numerus="yes">
        <source>%n log(s) used to write regularly and no longer do</source>
        <translation>
            <numerusform>%n Log schrieb regelmäßig und schreibt nicht mehr</numerusform>
            <numerusform>%n Logs schrieben regelmäßig und schreiben nicht mehr</numerusform>
        </translation>
    </message>
    <message>
        <source>Many failures</source>
        <translation>Viele Fehler</translation>
    </message>
    <message>
        <source>No new lines</source>
        <translation>Keine neuen Zeilen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>code and cause</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>New lines again</source>
        <translation>Wieder neue Zeilen</translation>
    </message>
    <message>
        <source>Over: %1</source>
        <comment>what it was</comment>
        <translation>Vorbei: %1</translation>
    </message>
    <message>
        <source>What went quiet writes again</source>
        <translation>Was verstummt war, schreibt wieder</translation>
    </message>
    <message>
        <source>%1, then a request succeeded</source>
        <translation>%1, dann gelang eine Anfrage</translation>
    </message>
    <message>
        <source>%1, then neither failures nor successes: there is no traffic to judge by</source>
        <translation>%1, dann weder Fehler noch Erfolge: ohne Verkehr lässt sich nichts beurteilen</translation>
    </message>
    <message>
        <source>%1 with a message of a new form</source>
        <translation>%1 mit einer Meldung von neuer Form</translation>
    </message>
    <message>
        <source>it came again, so contact support</source>
        <translation>er kam wieder, also den Support fragen</translation>
    </message>
    <message>
        <source>first success at %1</source>
        <translation>erster Erfolg um %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Alert: %1, %2.</source>
        <comment>title, facts</comment>
        <translation>Meldung: %1, %2.</translation>
    </message>
</context>
<context>
    <name>derouter::AttemptsPart</name>
    <message>
        <source>Attempts of the call</source>
        <translation>Versuche des Aufrufs</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier attempt(s)</source>
        <translation>
            <numerusform>%n früherer Versuch</numerusform>
            <numerusform>%n frühere Versuche</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>derouter::ChartLegend</name>
    <message>
        <source>%1  %2</source>
        <comment>a code and its count</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>%1
Click: only this one. Ctrl + click: show or hide it.</source>
        <translation>%1
Klick: nur diesen. Strg + Klick: zeigen oder verbergen.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a code and its count</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1; hidden</source>
        <translation>%1; verborgen</translation>
    </message>
</context>
<context>
    <name>derouter::ChartPanel</name>
    <message>
        <source>% of requests</source>
        <translation>% der Anfragen</translation>
    </message>
    <message>
        <source>✓ % of requests</source>
        <translation>✓ % der Anfragen</translation>
    </message>
    <message>
        <source>Show failures in percent of the requests of the same time</source>
        <translation>Fehler in Prozent der Anfragen derselben Zeit zeigen</translation>
    </message>
    <message>
        <source>This log shows no successful requests, so there is no percentage</source>
        <translation>Dieses Log zeigt keine erfolgreichen Anfragen, also gibt es keinen Prozentwert</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>range and zone</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>Some sources show failures only, so there is no percentage</source>
        <translation>Manche Quellen zeigen nur Fehlschläge, darum gibt es keinen Prozentsatz</translation>
    </message>
    <message>
        <source>By what failures are told apart, and how they are drawn</source>
        <translation>Wonach Fehler unterschieden und wie sie gezeichnet werden</translation>
    </message>
    <message>
        <source>By &amp;Code</source>
        <translation>Nach &amp;Code</translation>
    </message>
    <message>
        <source>By C&amp;ause</source>
        <translation>Nach &amp;Ursache</translation>
    </message>
    <message>
        <source>By &amp;Whose Move</source>
        <translation>Danach, wer am &amp;Zug ist</translation>
    </message>
    <message>
        <source>&amp;Lines Instead of Bars</source>
        <translation>&amp;Linien statt Balken</translation>
    </message>
    <message>
        <source>L&amp;ogarithmic Scale</source>
        <translation>L&amp;ogarithmische Skala</translation>
    </message>
    <message>
        <source>&amp;Requests Behind the Failures</source>
        <translation>&amp;Anfragen hinter den Fehlern</translation>
    </message>
    <message>
        <source>As a &amp;Table…</source>
        <translation>Als &amp;Tabelle …</translation>
    </message>
</context>
<context>
    <name>derouter::ChartPicture</name>
    <message>
        <source>%1 %2</source>
        <comment>range and zone</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Only: %1</source>
        <comment>what is filtered for</comment>
        <translation>Nur: %1</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>range, code, count</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a code and its count</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, requests: %2</source>
        <comment>range, count</comment>
        <translation>%1, Anfragen: %2</translation>
    </message>
    <message>
        <source>%1: %2 – %3</source>
        <comment>number of a mark, time, what happened</comment>
        <translation>%1: %2 – %3</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>derouter::ChartTable</name>
    <message>
        <source>Figures of the Chart</source>
        <translation>Zahlen des Diagramms</translation>
    </message>
    <message>
        <source>&amp;Copy as CSV</source>
        <translation>Als &amp;CSV kopieren</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>What happened to the logs</source>
        <translation>Was mit den Logs geschah</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>derouter::ColorsPage</name>
    <message>
        <source>The standard colours can be told apart by the colour-blind, too. Code and shape stand beside the colour in any case.</source>
        <translation>Die Standardfarben sind auch für Farbenblinde unterscheidbar. Code und Form stehen in jedem Fall neben der Farbe.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Change the colour of %1</source>
        <comment>a code</comment>
        <translation>Farbe von %1 ändern</translation>
    </message>
    <message>
        <source>Standard colour of %1</source>
        <comment>a code</comment>
        <translation>Standardfarbe von %1</translation>
    </message>
    <message>
        <source>Colour of %1</source>
        <comment>a code</comment>
        <translation>Farbe von %1</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
</context>
<context>
    <name>derouter::CommandDialog</name>
    <message>
        <source>Follow a Command</source>
        <translation>Einem Befehl folgen</translation>
    </message>
    <message>
        <source>What the program writes is read like a log; when it ends, it is started again. No shell is used: pipes, redirections and variables are given to the program as they stand.</source>
        <translation>Was das Programm schreibt, wird wie ein Protokoll gelesen; endet es, wird es neu gestartet. Es wird keine Shell benutzt: Pipes, Umleitungen und Variablen werden dem Programm so übergeben, wie sie dastehen.</translation>
    </message>
    <message>
        <source>such as docker logs -f api</source>
        <translation>etwa docker logs -f api</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>The program and its &amp;arguments, a line each:</source>
        <translation>Das Programm und seine &amp;Argumente, je eine Zeile:</translation>
    </message>
    <message>
        <source>Program and arguments</source>
        <translation>Programm und Argumente</translation>
    </message>
    <message>
        <source>%1 will be run.</source>
        <translation>%1 wird ausgeführt.</translation>
    </message>
</context>
<context>
    <name>derouter::ComparisonDialog</name>
    <message>
        <source>+ new</source>
        <translation>+ neu</translation>
    </message>
    <message>
        <source>↗ more</source>
        <translation>↗ mehr</translation>
    </message>
    <message>
        <source>↘ fewer</source>
        <translation>↘ weniger</translation>
    </message>
    <message>
        <source>− gone</source>
        <translation>− weg</translation>
    </message>
    <message>
        <source>= as before</source>
        <translation>= wie zuvor</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a part and its time</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Second half</source>
        <translation>Zweite Hälfte</translation>
    </message>
    <message>
        <source>First half</source>
        <translation>Erste Hälfte</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Gezeigte Zeit</translation>
    </message>
    <message>
        <source>Everything before it</source>
        <translation>Alles davor</translation>
    </message>
    <message>
        <source>Everything after it</source>
        <translation>Alles danach</translation>
    </message>
    <message>
        <source>As long a time before it</source>
        <translation>Ebenso lange davor</translation>
    </message>
    <message>
        <source>What Changed</source>
        <translation>Was hat sich geändert?</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>&amp;Before:</source>
        <translation>&amp;Vorher:</translation>
    </message>
    <message>
        <source>&amp;Now:</source>
        <translation>&amp;Jetzt:</translation>
    </message>
    <message>
        <source>&amp;Show These Failures</source>
        <translation>Diese Fehler &amp;zeigen</translation>
    </message>
    <message>
        <source>In the window, by their code, their cause and their time or log</source>
        <translation>Im Fenster, nach ihrem Code, ihrer Ursache und ihrer Zeit oder ihrem Log</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>What has changed, a line each</source>
        <translation>Was sich geändert hat, je eine Zeile</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>There is nothing to compare: open a log with failures at several times.</source>
        <translation>Es gibt nichts zu vergleichen: Öffnen Sie ein Log mit Fehlern zu mehreren Zeiten.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen …</translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s)</source>
        <translation>
            <numerusform>Ein Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2 requests (%3 %)</source>
        <comment>failures in so many requests</comment>
        <translation>%1 in %2 Anfragen (%3 %)</translation>
    </message>
    <message>
        <source>Before: %1.</source>
        <comment>so many failures</comment>
        <translation>Vorher: %1.</translation>
    </message>
    <message>
        <source>Now: %1.</source>
        <comment>so many failures</comment>
        <translation>Jetzt: %1.</translation>
    </message>
    <message>
        <source>New: %1 · more: %2 · fewer: %3 · gone: %4 · as before: %5</source>
        <translation>Neu: %1 · mehr: %2 · weniger: %3 · weg: %4 · wie zuvor: %5</translation>
    </message>
    <message numerus="yes">
        <source>%n older failure(s) are no longer kept, and not compared.</source>
        <translation>
            <numerusform>Ein älterer Fehler ist nicht mehr im Speicher und wird nicht verglichen.</numerusform>
            <numerusform>%n ältere Fehler sind nicht mehr im Speicher und werden nicht verglichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>One of the two logs no messages, so they are compared by their codes alone.</source>
        <translation>Eine der beiden Seiten nennt keine Meldungen, daher wird nur nach Codes verglichen.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n line(s) are shown.</source>
        <translation>
            <numerusform>Die erste Zeile wird gezeigt.</numerusform>
            <numerusform>Die ersten %n Zeilen werden gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2 %)</source>
        <comment>failures, share of requests</comment>
        <translation>%1 (%2 %)</translation>
    </message>
    <message>
        <source>%1 (%2/min)</source>
        <comment>failures, failures a minute</comment>
        <translation>%1 (%2/min)</translation>
    </message>
    <message>
        <source>DeRouter failures. Before: %1. Now: %2.</source>
        <comment>the names of two parts</comment>
        <translation>DeRouter-Fehler. Vorher: %1. Jetzt: %2.</translation>
    </message>
    <message>
        <source>%1: %2: %3, before %4</source>
        <comment>change, what failed, how often now and before</comment>
        <translation>%1: %2: %3, vorher %4</translation>
    </message>
</context>
<context>
    <name>derouter::ContextLines</name>
    <message>
        <source>Lines around it</source>
        <translation>Zeilen darum herum</translation>
    </message>
    <message>
        <source>Lines around the record</source>
        <translation>Zeilen um den Eintrag</translation>
    </message>
    <message>
        <source>More Lines</source>
        <translation>Mehr Zeilen</translation>
    </message>
    <message>
        <source>Show more of the log before and after the record</source>
        <translation>Mehr vom Log vor und nach dem Eintrag zeigen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>What came through a pipe, a command or the network cannot be read again.</source>
        <translation>Was durch eine Pipe, von einem Befehl oder über das Netz kam, lässt sich nicht noch einmal lesen.</translation>
    </message>
    <message>
        <source>The log does not hold this record any more where it stood.</source>
        <translation>Das Log enthält diesen Eintrag nicht mehr, wo er stand.</translation>
    </message>
    <message>
        <source>They cannot be read again: the log is compressed or encoded, or the record does not stand in it in one piece.</source>
        <translation>Sie lassen sich nicht noch einmal lesen: Das Log ist komprimiert oder kodiert, oder der Eintrag steht darin nicht in einem Stück.</translation>
    </message>
    <message>
        <source>the log has no other lines</source>
        <translation>das Log hat keine weiteren Zeilen</translation>
    </message>
    <message>
        <source>as the log is now</source>
        <translation>wie das Log jetzt ist</translation>
    </message>
</context>
<context>
    <name>derouter::DataQualityDialog</name>
    <message>
        <source>At byte %1: %2</source>
        <comment>place and cause of a gap</comment>
        <translation>Bei Byte %1: %2</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>Zustand: %1</translation>
    </message>
    <message>
        <source>In lines</source>
        <translation>In Zeilen</translation>
    </message>
    <message>
        <source>In a line that is not finished yet</source>
        <translation>In einer noch unfertigen Zeile</translation>
    </message>
    <message>
        <source>Still to be read</source>
        <translation>Noch zu lesen</translation>
    </message>
    <message>
        <source>Lines that another file of the set has too, counted once: %1</source>
        <translation>Zeilen, die auch eine andere Datei des Satzes hat, einmal gezählt: %1</translation>
    </message>
    <message>
        <source>Lines too long to be kept whole: %1</source>
        <translation>Zeilen, die zu lang sind, um ganz behalten zu werden: %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>✓ Nothing lost</source>
        <translation>✓ Nichts verloren</translation>
    </message>
    <message>
        <source>✕ Lost: %1 bytes, gaps: %2</source>
        <translation>✕ Verloren: %1 Bytes, Lücken: %2</translation>
    </message>
    <message>
        <source>%1 Sources that cannot be read: %2</source>
        <comment>a mark, and how many</comment>
        <translation>%1 Nicht lesbare Quellen: %2</translation>
    </message>
    <message>
        <source>! Gaps: %1</source>
        <translation>! Lücken: %1</translation>
    </message>
    <message>
        <source>Data Quality</source>
        <translation>Datenqualität</translation>
    </message>
    <message>
        <source>Account of each source</source>
        <translation>Rechnung jeder Quelle</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Every byte that is read is in a line, in the line that is not finished yet, or passed over for a reason. What a log held and the program could not get is listed as a gap.</source>
        <translation>Jedes gelesene Byte steht in einer Zeile, in der noch unfertigen Zeile, oder es wurde aus einem Grund übergangen. Was ein Protokoll enthielt und das Programm nicht bekam, ist als Lücke aufgeführt.</translation>
    </message>
    <message>
        <source>Newest %1 of %2 failures; older ones are kept as counts</source>
        <translation>Die neuesten %1 von %2 Fehlern; ältere sind nur noch gezählt</translation>
    </message>
    <message>
        <source>Passed over: given before</source>
        <translation>Übergangen: schon einmal gelesen</translation>
    </message>
    <message>
        <source>Passed over: zeros</source>
        <translation>Übergangen: Nullen</translation>
    </message>
    <message>
        <source>Lines without an end, which may have been cut off: %1</source>
        <translation>Zeilen ohne Ende, vielleicht abgeschnitten: %1</translation>
    </message>
    <message>
        <source>! Paused sources: %1</source>
        <translation>! Angehaltene Quellen: %1</translation>
    </message>
</context>
<context>
    <name>derouter::DetailPane</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Retry?</source>
        <translation>Wiederholen?</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Gut zu wissen</translation>
    </message>
    <message>
        <source>The guide says both</source>
        <translation>Der Leitfaden sagt beides</translation>
    </message>
    <message>
        <source>How we know</source>
        <translation>Woher wir das wissen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Not in the guide</source>
        <translation>Nicht im Leitfaden</translation>
    </message>
    <message>
        <source>Request-id</source>
        <translation>Request-ID</translation>
    </message>
    <message>
        <source>Copy request-id</source>
        <translation>Request-ID kopieren</translation>
    </message>
    <message>
        <source>Raw record</source>
        <translation>Roher Eintrag</translation>
    </message>
    <message>
        <source>No request-id in this record</source>
        <translation>Keine Request-ID in diesem Eintrag</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>nicht aufbewahrt</translation>
    </message>
    <message>
        <source>no secrets found</source>
        <translation>keine Geheimnisse gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n secret(s) hidden</source>
        <translation>
            <numerusform>%n Geheimnis verborgen</numerusform>
            <numerusform>%n Geheimnisse verborgen</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Support Ticket…</source>
        <translation>Support-Ticket …</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Show only failures like this one in some way, or all others</source>
        <translation>Nur Fehler zeigen, die diesem in etwas gleichen, oder alle anderen</translation>
    </message>
    <message>
        <source>no longer available</source>
        <translation>nicht mehr verfügbar</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>the name of a cause and when it happens</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Copy the request-id</source>
        <translation>Die Request-ID kopieren</translation>
    </message>
    <message>
        <source>What DeRouter&apos;s support asks for, to be copied, saved or mailed</source>
        <translation>Wonach der Support von DeRouter fragt, zum Kopieren, Speichern oder Mailen</translation>
    </message>
    <message>
        <source>Response headers</source>
        <translation>Header der Antwort</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is copied</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Copy one of the values that are shown</source>
        <translation>Einen der gezeigten Werte kopieren</translation>
    </message>
    <message>
        <source>Copy a value</source>
        <translation>Einen Wert kopieren</translation>
    </message>
    <message>
        <source>Formatted</source>
        <translation>Formatiert</translation>
    </message>
    <message>
        <source>Shows each member of the record on a line of its own</source>
        <translation>Zeigt jedes Feld des Eintrags in einer eigenen Zeile</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>by the answer</source>
        <translation>laut Antwort</translation>
    </message>
    <message>
        <source>The key</source>
        <translation>Der Schlüssel</translation>
    </message>
    <message>
        <source>In the guide</source>
        <translation>Im Leitfaden</translation>
    </message>
    <message>
        <source>edition %1</source>
        <translation>Ausgabe %1</translation>
    </message>
</context>
<context>
    <name>derouter::EmptyState</name>
    <message>
        <source>Drop a log here</source>
        <translation>Ein Log hierher ziehen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>No failures</source>
        <translation>Keine Fehler</translation>
    </message>
    <message>
        <source>The filter hides every failure</source>
        <translation>Der Filter verbirgt alle Fehler</translation>
    </message>
    <message>
        <source>Nothing could be read</source>
        <translation>Nichts war lesbar</translation>
    </message>
    <message>
        <source>Try the sample log</source>
        <translation>Beispiel-Log ausprobieren</translation>
    </message>
    <message>
        <source>Access logs, application logs and SDK output, plain or compressed. Nothing leaves this computer.</source>
        <translation>Access-Logs, Anwendungslogs und SDK-Ausgaben, auch komprimiert. Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Back to all</source>
        <translation>Zurück zu allem</translation>
    </message>
    <message>
        <source>Open a log…</source>
        <translation>Ein Log öffnen …</translation>
    </message>
    <message>
        <source>Explain an error…</source>
        <translation>Einen Fehler erklären …</translation>
    </message>
    <message>
        <source>Paste an error body, a log line or what curl -i printed</source>
        <translation>Fehlerantwort, Logzeile oder Ausgabe von curl -i einfügen</translation>
    </message>
    <message>
        <source>No request of DeRouter’s was recognised</source>
        <translation>Keine DeRouter-Anfrage wurde erkannt</translation>
    </message>
    <message>
        <source>Choose the Format…</source>
        <translation>Format wählen…</translation>
    </message>
    <message>
        <source>Show the Lines Not Understood…</source>
        <translation>Nicht verstandene Zeilen zeigen…</translation>
    </message>
</context>
<context>
    <name>derouter::EventModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Whose move</source>
        <translation>Wer ist am Zug</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Request-id</source>
        <translation>Request-ID</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Time (%1)</source>
        <translation>Zeit (%1)</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>keine Zeit</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n Versuch</numerusform>
            <numerusform>%n Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>which attempt, and of how many</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Failed attempts of this call in the open logs: %1</source>
        <translation>Fehlgeschlagene Versuche dieses Aufrufs in den offenen Logs: %1</translation>
    </message>
    <message>
        <source>%1 ×%2</source>
        <comment>the time of the newest of so many failures</comment>
        <translation>%1 ×%2</translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) of one cause whose messages differ in numbers and ids at most</source>
        <translation>
            <numerusform>%n Fehler mit einer Ursache, dessen Meldung sich höchstens in Zahlen und Kennungen unterscheidet</numerusform>
            <numerusform>%n Fehler mit einer Ursache, deren Meldungen sich höchstens in Zahlen und Kennungen unterscheiden</numerusform>
        </translation>
    </message>
    <message>
        <source>The newest: %1</source>
        <translation>Der neueste: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) alike</source>
        <translation>
            <numerusform>%n gleicher Fehler</numerusform>
            <numerusform>%n gleiche Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, unfolded. %2</source>
        <translation>%1, aufgeklappt. %2</translation>
    </message>
    <message>
        <source>%1, folded. %2</source>
        <translation>%1, zugeklappt. %2</translation>
    </message>
    <message numerus="yes">
        <source>%n marked</source>
        <translation>
            <numerusform>%n markiert</numerusform>
            <numerusform>%n markiert</numerusform>
        </translation>
    </message>
    <message>
        <source>marked</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>marked: %1</source>
        <comment>with a note</comment>
        <translation>markiert: %1</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a time and that it is marked</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>derouter::EventView</name>
    <message>
        <source>Failures</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>One row for each failed request.</source>
        <translation>Eine Zeile je fehlgeschlagener Anfrage.</translation>
    </message>
    <message>
        <source>Click to sort, drag to move; the context menu hides columns.</source>
        <translation>Klick sortiert, Ziehen verschiebt; das Kontextmenü verbirgt Spalten.</translation>
    </message>
    <message>
        <source>One row for each call, by its last failed attempt.</source>
        <translation>Eine Zeile je Aufruf, mit seinem letzten fehlgeschlagenen Versuch.</translation>
    </message>
    <message>
        <source>Those that repeat each other are folded into one row.</source>
        <translation>Was sich wiederholt, ist in eine Zeile zusammengeklappt.</translation>
    </message>
    <message>
        <source>Move Column &amp;Left</source>
        <translation>Spalte nach &amp;links</translation>
    </message>
    <message>
        <source>Move Column &amp;Right</source>
        <translation>Spalte nach &amp;rechts</translation>
    </message>
    <message>
        <source>&amp;Wider Column</source>
        <translation>Spalte &amp;breiter</translation>
    </message>
    <message>
        <source>&amp;Narrower Column</source>
        <translation>Spalte &amp;schmaler</translation>
    </message>
    <message>
        <source>&amp;Standard Columns</source>
        <translation>S&amp;tandardspalten</translation>
    </message>
</context>
<context>
    <name>derouter::ExplainDialog</name>
    <message>
        <source>Explain an Error</source>
        <translation>Fehler erklären</translation>
    </message>
    <message>
        <source>&amp;Paste an error body, an exception, a log line or what curl -i printed:</source>
        <translation>Fehlerantwort, Ausnahme, Logzeile oder Ausgabe von curl -i ein&amp;fügen:</translation>
    </message>
    <message>
        <source>Error to explain</source>
        <translation>Zu erklärender Fehler</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
    <message>
        <source>&amp;Copy Explanation</source>
        <translation>Erklärung &amp;kopieren</translation>
    </message>
    <message>
        <source>Open as a &amp;Log</source>
        <translation>Als &amp;Log öffnen</translation>
    </message>
    <message>
        <source>Read the text as a log in the window</source>
        <translation>Den Text im Fenster als Log lesen</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Explanation copied.</source>
        <translation>Erklärung kopiert.</translation>
    </message>
    <message>
        <source>The explanation appears here. Nothing leaves this computer.</source>
        <translation>Hier erscheint die Erklärung. Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>The text is long: only its beginning is explained. Open it as a log to see all of it.</source>
        <translation>Der Text ist lang: Nur sein Anfang wird erklärt. Als Log geöffnet ist alles zu sehen.</translation>
    </message>
    <message>
        <source>Whose move: %1</source>
        <translation>Am Zug: %1</translation>
    </message>
    <message>
        <source>Request-id</source>
        <translation>Request-ID</translation>
    </message>
    <message>
        <source>Copy Request-&amp;id</source>
        <translation>Request-&amp;ID kopieren</translation>
    </message>
    <message>
        <source>Request-id copied.</source>
        <translation>Request-ID kopiert.</translation>
    </message>
</context>
<context>
    <name>derouter::FailureAnnouncer</name>
    <message numerus="yes">
        <source>%n new failure(s).</source>
        <translation>
            <numerusform>Ein neuer Fehler.</numerusform>
            <numerusform>%n neue Fehler.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last: %1, %2.</source>
        <comment>a code and a cause</comment>
        <translation>Der letzte: %1, %2.</translation>
    </message>
    <message>
        <source>Whose move: %1.</source>
        <translation>Am Zug: %1.</translation>
    </message>
</context>
<context>
    <name>derouter::FilterBar</name>
    <message>
        <source>Back to all</source>
        <translation>Zurück zu allem</translation>
    </message>
    <message>
        <source>Go to the newest failure and stay there (End)</source>
        <translation>Zum neuesten Fehler gehen und dort bleiben (Ende)</translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 shown, %3 hidden</source>
        <translation>%1 von %2 gezeigt, %3 verborgen</translation>
    </message>
    <message numerus="yes">
        <source>Paused – %n new below</source>
        <translation>
            <numerusform>Angehalten – %n neuer darunter</numerusform>
            <numerusform>Angehalten – %n neue darunter</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused – resume</source>
        <translation>Angehalten – fortsetzen</translation>
    </message>
    <message>
        <source>%1 of %2 calls shown, %3 hidden</source>
        <translation>%1 von %2 Aufrufen gezeigt, %3 verborgen</translation>
    </message>
    <message>
        <source>%1 of %2 attempts shown, %3 hidden</source>
        <translation>%1 von %2 Versuchen gezeigt, %3 verborgen</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n Aufruf</numerusform>
            <numerusform>%n Aufrufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n Versuch</numerusform>
            <numerusform>%n Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>calls and attempts, or the other way round</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Remove the other filters; one step back brings them again</source>
        <translation>Die anderen Filter entfernen; ein Schritt zurück bringt sie wieder</translation>
    </message>
    <message>
        <source>%1 is loaded, but other filters hide it.</source>
        <translation>%1 ist geladen, aber andere Filter verbergen es.</translation>
    </message>
    <message>
        <source>No failure with the request-id %1 is loaded.</source>
        <translation>Es ist kein Fehler mit der Request-ID %1 geladen.</translation>
    </message>
    <message numerus="yes">
        <source>The expression takes too long: it was given up for %n text(s), which are hidden.</source>
        <translation>
            <numerusform>Der Ausdruck dauert zu lange: bei %n Text wurde aufgegeben; er ist verborgen.</numerusform>
            <numerusform>Der Ausdruck dauert zu lange: bei %n Texten wurde aufgegeben; sie sind verborgen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Shown: %1</source>
        <translation>Gezeigt: %1</translation>
    </message>
    <message>
        <source>No filter</source>
        <translation>Kein Filter</translation>
    </message>
    <message>
        <source>On again</source>
        <translation>Wieder an</translation>
    </message>
    <message>
        <source>All off</source>
        <translation>Alle aus</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n Gruppe</numerusform>
            <numerusform>%n Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>groups, and what is in them</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Remove every filter and show the whole time</source>
        <translation>Alle Filter entfernen und die ganze Zeit zeigen</translation>
    </message>
    <message>
        <source>The filters are off for now.</source>
        <translation>Die Filter sind vorerst aus.</translation>
    </message>
    <message>
        <source>Switch the filters on again</source>
        <translation>Die Filter wieder einschalten</translation>
    </message>
    <message>
        <source>Look round without the filters; they stay</source>
        <translation>Sich ohne die Filter umsehen; sie bleiben</translation>
    </message>
    <message>
        <source>The filters are off for now (%1).</source>
        <comment>the key that switches them on</comment>
        <translation>Die Filter sind vorerst aus (%1).</translation>
    </message>
    <message numerus="yes">
        <source>Paused – %n new above</source>
        <translation>
            <numerusform>Angehalten – %n neuer darüber</numerusform>
            <numerusform>Angehalten – %n neue darüber</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused – %n new</source>
        <translation>
            <numerusform>Angehalten – ein neuer</numerusform>
            <numerusform>Angehalten – %n neue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>derouter::FilterChip</name>
    <message>
        <source>%1
Click to switch it off for now; more in its menu.</source>
        <translation>%1
Ein Klick schaltet ihn vorerst aus; mehr im Menü.</translation>
    </message>
    <message>
        <source>%1
Switched off. Click to switch it on again.</source>
        <translation>%1
Ausgeschaltet. Ein Klick schaltet ihn wieder ein.</translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation>Filter %1</translation>
    </message>
    <message>
        <source>Filter %1, off</source>
        <translation>Filter %1, aus</translation>
    </message>
    <message>
        <source>Space switches it on or off, the minus sign makes the opposite of it, Delete removes it.</source>
        <translation>Die Leertaste schaltet ihn ein oder aus, das Minuszeichen kehrt ihn um, Entf entfernt ihn.</translation>
    </message>
    <message>
        <source>Remove this filter: %1</source>
        <translation>Diesen Filter entfernen: %1</translation>
    </message>
    <message>
        <source>Remove filter %1</source>
        <translation>Filter %1 entfernen</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Only This Instead</source>
        <translation>Stattdessen nur dies</translation>
    </message>
    <message>
        <source>Exclude This Instead</source>
        <translation>Stattdessen dies ausschließen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>derouter::FilterMenuButton</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Choose from the values that the failures have</source>
        <translation>Aus den Werten wählen, die die Fehler haben</translation>
    </message>
    <message>
        <source>%1   (%2)</source>
        <comment>a value and how many have it</comment>
        <translation>%1   (%2)</translation>
    </message>
    <message>
        <source>Only This – %1</source>
        <translation>Nur dies – %1</translation>
    </message>
    <message>
        <source>Exclude This – %1</source>
        <translation>Dies ausschließen – %1</translation>
    </message>
</context>
<context>
    <name>derouter::FollowDialog</name>
    <message>
        <source>&amp;Follow</source>
        <translation>&amp;Folgen</translation>
    </message>
</context>
<context>
    <name>derouter::FormatDialog</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Log Format of %1</source>
        <translation>Log-Format von %1</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Own layout or expression</source>
        <translation>Eigenes Layout oder eigener Ausdruck</translation>
    </message>
    <message>
        <source>Paste it as it stands in the configuration: nginx log_format, Apache LogFormat, HAProxy log-format, Envoy, Squid, morgan; or a /regular expression/ with named groups such as (?&lt;status&gt;\d{3})</source>
        <translation>Einfügen, wie es in der Konfiguration steht: nginx log_format, Apache LogFormat, HAProxy log-format, Envoy, Squid, morgan; oder ein /regulärer Ausdruck/ mit benannten Gruppen wie (?&lt;status&gt;\d{3})</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Request-id</source>
        <translation>Request-ID</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Text of the line</source>
        <translation>Text der Zeile</translation>
    </message>
    <message>
        <source>What is read in the first lines</source>
        <translation>Was in den ersten Zeilen gelesen wird</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>to know it by in later logs</source>
        <translation>unter dem es in späteren Logs erkannt wird</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>&amp;Use This Format</source>
        <translation>&amp;Dieses Format verwenden</translation>
    </message>
    <message>
        <source>Detect it, line by line</source>
        <translation>Zeile für Zeile erkennen</translation>
    </message>
    <message>
        <source>Own layout or regular expression</source>
        <translation>Eigenes Layout oder regulärer Ausdruck</translation>
    </message>
    <message>
        <source>%1 – saved</source>
        <translation>%1 – gespeichert</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>name and description of a format</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>The log has no lines to try it on yet; a JSON document has none.</source>
        <translation>Das Log hat noch keine Zeilen zum Ausprobieren; ein JSON-Dokument hat gar keine.</translation>
    </message>
    <message>
        <source>Nothing is pasted yet.</source>
        <translation>Noch ist nichts eingefügt.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of the first %n line(s) fit.</source>
        <translation>
            <numerusform>%1 von %n Zeile passt.</numerusform>
            <numerusform>%1 der ersten %n Zeilen passen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>Passt nicht</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>passt nicht</translation>
    </message>
    <message>
        <source>Saved. Logs with such lines are known from now on; on the command line it is --format %1.</source>
        <translation>Gespeichert. Logs mit solchen Zeilen werden von nun an erkannt; auf der Kommandozeile heißt es --format %1.</translation>
    </message>
</context>
<context>
    <name>derouter::Headline</name>
    <message>
        <source>No failures</source>
        <translation>Keine Fehler</translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 requests failed (%3 %)</source>
        <translation>%1 von %2 Anfragen fehlgeschlagen (%3 %)</translation>
    </message>
    <message>
        <source>successes are not in this log</source>
        <translation>Erfolge stehen nicht in diesem Log</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>Whose move it is. Click to see only these failures.</source>
        <translation>Wer am Zug ist. Klick zeigt nur diese Fehler.</translation>
    </message>
    <message>
        <source>✓ %1  %2</source>
        <comment>chosen: whose move and how often</comment>
        <translation>✓ %1  %2</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>whose move and how often</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Whose move: %1, %2</source>
        <translation>Am Zug: %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n failed attempt(s)</source>
        <translation>
            <numerusform>%n fehlgeschlagener Versuch</numerusform>
            <numerusform>%n fehlgeschlagene Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>each attempt is a request</source>
        <translation>jeder Versuch ist eine Anfrage</translation>
    </message>
    <message>
        <source>Whose move it is; attempts are counted. Click to see only these calls.</source>
        <translation>Wer am Zug ist; gezählt sind Versuche. Klicken zeigt nur diese Aufrufe.</translation>
    </message>
    <message>
        <source>successes are not in every log</source>
        <translation>Erfolge stehen nicht in jedem Protokoll</translation>
    </message>
    <message>
        <source>Whose move it is now</source>
        <translation>Wer jetzt am Zug ist</translation>
    </message>
    <message>
        <source>How many failed</source>
        <translation>Wie viele fehlschlugen</translation>
    </message>
    <message>
        <source>Whether to retry</source>
        <translation>Ob zu wiederholen ist</translation>
    </message>
    <message>
        <source>Whether anything was lost: show the account of each source</source>
        <translation>Ob etwas verloren ging: die Rechnung jeder Quelle zeigen</translation>
    </message>
    <message>
        <source>It is your move: %1</source>
        <translation>Sie sind am Zug: %1</translation>
    </message>
    <message>
        <source>It is DeRouter’s move: %1</source>
        <translation>DeRouter ist am Zug: %1</translation>
    </message>
    <message>
        <source>It is the AI provider’s move: %1</source>
        <translation>Der KI-Anbieter ist am Zug: %1</translation>
    </message>
    <message>
        <source>It is not known whose move it is: %1</source>
        <translation>Wer am Zug ist, ist nicht bekannt: %1</translation>
    </message>
    <message>
        <source>It was your move: %1</source>
        <translation>Sie waren am Zug: %1</translation>
    </message>
    <message>
        <source>It was DeRouter’s move: %1</source>
        <translation>DeRouter war am Zug: %1</translation>
    </message>
    <message>
        <source>It was the AI provider’s move: %1</source>
        <translation>Der KI-Anbieter war am Zug: %1</translation>
    </message>
    <message>
        <source>It is not known whose move it was: %1</source>
        <translation>Wer am Zug war, ist nicht bekannt: %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Retry in %1 s</source>
        <translation>Wiederholen in %1 s</translation>
    </message>
    <message>
        <source>Retry in %1–%2 s</source>
        <translation>Wiederholen in %1–%2 s</translation>
    </message>
    <message>
        <source>Retry after %1 s, as the answer asked</source>
        <translation>Nach %1 s wiederholen, wie es die Antwort verlangt</translation>
    </message>
    <message>
        <source>No failure any more. %1</source>
        <translation>Kein Fehler mehr. %1</translation>
    </message>
    <message>
        <source>↗ rising: %1, then %2 in %3</source>
        <translation>↗ steigend: %1, dann %2 in %3</translation>
    </message>
    <message>
        <source>↘ falling: %1, then %2 in %3</source>
        <translation>↘ fallend: %1, dann %2 in %3</translation>
    </message>
    <message>
        <source>→ steady: %1, then %2 in %3</source>
        <translation>→ gleichbleibend: %1, dann %2 in %3</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>last %1</source>
        <comment>how long ago, or a time</comment>
        <translation>zuletzt %1</translation>
    </message>
    <message>
        <source>Do not retry: %1</source>
        <comment>what to do instead</comment>
        <translation>Nicht wiederholen: %1</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt wiederholen</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>No request since then. %1</source>
        <translation>Seither keine Anfrage. %1</translation>
    </message>
    <message>
        <source>Retry now: requests succeed again</source>
        <translation>Jetzt wiederholen: Anfragen gelingen wieder</translation>
    </message>
    <message>
        <source>Retry? %1</source>
        <comment>and the answer</comment>
        <translation>Wiederholen? %1</translation>
    </message>
    <message>
        <source>Retry from %1 on, as the answer asked</source>
        <comment>a time</comment>
        <translation>Ab %1 neu versuchen, wie die Antwort verlangt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>when the last failure was, its code</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>a time</comment>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>No failure since then. %1</source>
        <translation>Seither kein Fehler. %1</translation>
    </message>
    <message>
        <source>No request for %1. %2</source>
        <comment>how long, and what failed</comment>
        <translation>Seit %1 keine Anfrage. %2</translation>
    </message>
    <message>
        <source>%1, though others succeed</source>
        <comment>when to retry</comment>
        <translation>%1, obwohl andere gelingen</translation>
    </message>
    <message>
        <source>no request in this time</source>
        <translation>keine Anfrage in dieser Zeit</translation>
    </message>
</context>
<context>
    <name>derouter::KeyTip</name>
    <message>
        <source>%1 (%2)</source>
        <comment>what a button does, and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>derouter::KeysPage</name>
    <message>
        <source>Search for a command or a key</source>
        <translation>Nach einem Befehl oder einer Taste suchen</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Ke&amp;y:</source>
        <translation>Tast&amp;e:</translation>
    </message>
    <message>
        <source>Secon&amp;d key:</source>
        <translation>&amp;Zweite Taste:</translation>
    </message>
    <message>
        <source>Type the key. Backspace removes it.</source>
        <translation>Die Taste drücken. Die Rücktaste entfernt sie.</translation>
    </message>
    <message>
        <source>Take &amp;It</source>
        <translation>Über&amp;nehmen</translation>
    </message>
    <message>
        <source>&amp;Standard</source>
        <translation>&amp;Standard</translation>
    </message>
    <message>
        <source>&amp;No Key</source>
        <translation>&amp;Keine Taste</translation>
    </message>
    <message>
        <source>A&amp;ll Standard</source>
        <translation>A&amp;lle Standard</translation>
    </message>
    <message>
        <source>All commands have their standard keys.</source>
        <translation>Alle Befehle haben ihre Standardtasten.</translation>
    </message>
    <message>
        <source>No command has these words or this key.</source>
        <translation>Kein Befehl hat diese Wörter oder diese Taste.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>the name of a command</comment>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 is a key of this command already.</source>
        <translation>%1 ist schon eine Taste dieses Befehls.</translation>
    </message>
    <message>
        <source>%1 belongs to %2.</source>
        <comment>a key and the commands that have it</comment>
        <translation>%1 gehört %2.</translation>
    </message>
    <message>
        <source>%1 was taken from %2.</source>
        <comment>a key and the commands that had it</comment>
        <translation>%1 wurde %2 genommen.</translation>
    </message>
</context>
<context>
    <name>derouter::LimitPart</name>
    <message>
        <source>In the minute before, %1 requests were taken, of at most %2 in this log.</source>
        <translation>In der Minute davor wurden %1 Anfragen angenommen, höchstens %2 in diesem Log.</translation>
    </message>
    <message>
        <source>%1 requests were in flight, of at most %2.</source>
        <translation>%1 Anfragen liefen gleichzeitig, höchstens %2.</translation>
    </message>
    <message>
        <source>This was at its highest, or nearly so, at %1 of %2 refusals.</source>
        <translation>Das war bei %1 von %2 Ablehnungen am höchsten oder nahe daran.</translation>
    </message>
    <message>
        <source>Cannot tell which of the two it was.</source>
        <translation>Welches der beiden es war, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>The log shows no requests that were taken.</source>
        <translation>Das Log zeigt keine angenommenen Anfragen.</translation>
    </message>
    <message>
        <source>The log shows too few refusals around it.</source>
        <translation>Das Log zeigt zu wenige Ablehnungen in seiner Nähe.</translation>
    </message>
    <message>
        <source>The log does not tell how long requests took, so those in flight cannot be counted.</source>
        <translation>Das Log sagt nicht, wie lange Anfragen dauerten; daher lassen sich die gleichzeitigen nicht zählen.</translation>
    </message>
    <message>
        <source>Probably the requests in parallel.</source>
        <translation>Wahrscheinlich die gleichzeitigen Anfragen.</translation>
    </message>
    <message>
        <source>Probably the requests per minute.</source>
        <translation>Wahrscheinlich die Anfragen pro Minute.</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>gefolgert</translation>
    </message>
    <message>
        <source>Which limit</source>
        <translation>Welche Grenze</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Cannot tell which of the two it was: the log cannot be read again.</source>
        <translation>Welches der beiden es war, lässt sich nicht sagen: Das Log kann nicht noch einmal gelesen werden.</translation>
    </message>
</context>
<context>
    <name>derouter::MainWindow</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>ID kopieren</translation>
    </message>
    <message>
        <source>Open Logs</source>
        <translation>Logs öffnen</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n request-id(s)</source>
        <translation>
            <numerusform>%n Request-ID kopiert</numerusform>
            <numerusform>%n Request-IDs kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>The chosen rows have no request-id</source>
        <translation>Die gewählten Zeilen haben keine Request-ID</translation>
    </message>
    <message numerus="yes">
        <source>Copied only the first %n row(s)</source>
        <translation>
            <numerusform>Nur die erste Zeile kopiert</numerusform>
            <numerusform>Nur die ersten %n Zeilen kopiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n row(s)</source>
        <translation>
            <numerusform>%n Zeile kopiert</numerusform>
            <numerusform>%n Zeilen kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>Lokal</translation>
    </message>
    <message>
        <source>DeRouter Error Monitor</source>
        <translation>DeRouter Error Monitor</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>open logs and the program</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>About DeRouter Error Monitor</source>
        <translation>Über DeRouter Error Monitor</translation>
    </message>
    <message>
        <source>DeRouter Error Monitor %1</source>
        <translation>DeRouter Error Monitor %1</translation>
    </message>
    <message>
        <source>Reads logs and explains the DeRouter errors in them. Nothing leaves this computer.

Free software under the GNU General Public License, version 3 or later (GPL-3.0-or-later). It uses Qt Charts, which is under version 3 alone: the program as a whole is under GPL-3.0. There is no warranty.</source>
        <translation>Liest Logs und erklärt die DeRouter-Fehler darin. Nichts verlässt diesen Rechner.

Freie Software unter der GNU General Public License, Version 3 oder später (GPL-3.0-or-later). Sie verwendet Qt Charts, das allein unter Version 3 steht: Das Programm als Ganzes steht unter GPL-3.0. Es gibt keine Gewährleistung.</translation>
    </message>
    <message>
        <source>Choose a source first: its row in the list of sources</source>
        <translation>Zuerst eine Quelle wählen: ihre Zeile in der Liste der Quellen</translation>
    </message>
    <message>
        <source>%1 is already open as %2</source>
        <translation>%1 ist schon geöffnet als %2</translation>
    </message>
    <message>
        <source>There is no text in the clipboard</source>
        <translation>In der Zwischenablage ist kein Text</translation>
    </message>
    <message>
        <source>This text is open already</source>
        <translation>Dieser Text ist schon geöffnet</translation>
    </message>
    <message>
        <source>Open a Folder of Logs</source>
        <translation>Ordner mit Logs öffnen</translation>
    </message>
    <message>
        <source>Save Filters</source>
        <translation>Filter speichern</translation>
    </message>
    <message>
        <source>Name of these filters:</source>
        <translation>Name dieser Filter:</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Table for spreadsheets</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON-Zeilen</translation>
    </message>
    <message numerus="yes">
        <source>Save a Report on the %n Failure(s) Shown</source>
        <translation>
            <numerusform>Bericht über den gezeigten Fehler speichern</numerusform>
            <numerusform>Bericht über die %n gezeigten Fehler speichern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save a Report on Everything: %n Failure(s)</source>
        <translation>
            <numerusform>Bericht über alles speichern: %n Fehler</numerusform>
            <numerusform>Bericht über alles speichern: %n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) written to %1</source>
        <translation>
            <numerusform>%n Fehler in %1 geschrieben</numerusform>
            <numerusform>%n Fehler in %1 geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Chart copied as a picture</source>
        <translation>Diagramm als Bild kopiert</translation>
    </message>
    <message>
        <source>Chart copied as SVG</source>
        <translation>Diagramm als SVG kopiert</translation>
    </message>
    <message>
        <source>Figures of the chart copied</source>
        <translation>Zahlen des Diagramms kopiert</translation>
    </message>
    <message>
        <source>Save the Chart</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Zeichnung</translation>
    </message>
    <message>
        <source>Figures for spreadsheets</source>
        <translation>Zahlen als Tabelle</translation>
    </message>
    <message>
        <source>Chart written to %1</source>
        <translation>Diagramm in %1 geschrieben</translation>
    </message>
    <message>
        <source>The memory changes with the next start of the program</source>
        <translation>Der Speicher ändert sich mit dem nächsten Start des Programms</translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) no longer marked</source>
        <translation>
            <numerusform>%n Fehler ist nicht mehr markiert</numerusform>
            <numerusform>%n Fehler sind nicht mehr markiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) marked</source>
        <translation>
            <numerusform>%n Fehler markiert</numerusform>
            <numerusform>%n Fehler markiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Only %1 of %2 marked: there can be %3 marks at most</source>
        <translation>Nur %1 von %2 markiert: es kann höchstens %3 Markierungen geben</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message numerus="yes">
        <source>Your note on %n failure(s). Without words it is removed.</source>
        <translation>
            <numerusform>Ihre Notiz zu %n Fehler. Ohne Worte wird sie entfernt.</numerusform>
            <numerusform>Ihre Notiz zu %n Fehlern. Ohne Worte wird sie entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) hidden by the filter</source>
        <translation>
            <numerusform>Der Filter verbirgt %n Markierung</numerusform>
            <numerusform>Der Filter verbirgt %n Markierungen</numerusform>
        </translation>
    </message>
    <message>
        <source>No mark further down</source>
        <translation>Weiter unten ist nichts markiert</translation>
    </message>
    <message>
        <source>No mark further up</source>
        <translation>Weiter oben ist nichts markiert</translation>
    </message>
    <message>
        <source>Nothing is marked</source>
        <translation>Nichts ist markiert</translation>
    </message>
    <message>
        <source>Nothing is marked; %1 marks the chosen failures</source>
        <comment>a key</comment>
        <translation>Nichts ist markiert; %1 markiert die gewählten Fehler</translation>
    </message>
    <message>
        <source>Cancelled: no report was written</source>
        <translation>Abgebrochen: es wurde kein Bericht geschrieben</translation>
    </message>
    <message>
        <source>%1 is not complete yet.</source>
        <comment>a file</comment>
        <translation>%1 ist noch nicht vollständig.</translation>
    </message>
    <message>
        <source>The window closes when it is.</source>
        <translation>Das Fenster schließt, sobald sie es ist.</translation>
    </message>
    <message>
        <source>&amp;Discard It and Close</source>
        <translation>&amp;Verwerfen und schließen</translation>
    </message>
    <message>
        <source>&amp;Stay Open</source>
        <translation>&amp;Offen bleiben</translation>
    </message>
    <message>
        <source>The records of the chosen rows are no longer available</source>
        <translation>Die Einträge der gewählten Zeilen sind nicht mehr verfügbar</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n record(s); others are no longer available</source>
        <translation>
            <numerusform>%n Eintrag kopiert; andere sind nicht mehr verfügbar</numerusform>
            <numerusform>%n Einträge kopiert; andere sind nicht mehr verfügbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n record(s)</source>
        <translation>
            <numerusform>%n Eintrag kopiert</numerusform>
            <numerusform>%n Einträge kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <comment>what was copied</comment>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>The filters of the last time are on: %1</source>
        <translation>Die Filter vom letzten Mal sind an: %1</translation>
    </message>
    <message>
        <source>Text size: %1 %</source>
        <translation>Textgröße: %1 %</translation>
    </message>
    <message numerus="yes">
        <source>%n filter(s) saved</source>
        <translation>
            <numerusform>Ein Filter gespeichert</numerusform>
            <numerusform>%n Filter gespeichert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filter(s) saved; one that holds a secret is not kept</source>
        <translation>
            <numerusform>Ein Filter gespeichert; einer, der ein Geheimnis enthält, wird nicht behalten</numerusform>
            <numerusform>%n Filter gespeichert; einer, der ein Geheimnis enthält, wird nicht behalten</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the Lines around the Failures Shown</source>
        <translation>Die Zeilen um die gezeigten Fehler speichern</translation>
    </message>
    <message>
        <source>Log without secrets</source>
        <translation>Log ohne Geheimnisse</translation>
    </message>
    <message>
        <source>It is cut, as there is more than it may hold.</source>
        <translation>Er ist gekürzt, da es mehr ist, als er fassen darf.</translation>
    </message>
    <message>
        <source>Left out, as it cannot be read again: %1</source>
        <comment>logs</comment>
        <translation>Ausgelassen, da nicht noch einmal lesbar: %1</translation>
    </message>
    <message>
        <source>No slice was written.</source>
        <translation>Es wurde kein Ausschnitt geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) written to %1.</source>
        <translation>
            <numerusform>Eine Zeile nach %1 geschrieben.</numerusform>
            <numerusform>%n Zeilen nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The guide’s texts change with the next start of the program</source>
        <translation>Die Texte des Leitfadens ändern sich mit dem nächsten Start des Programms</translation>
    </message>
    <message>
        <source>Edition of the error guide: %1</source>
        <comment>a date, or how a file calls it</comment>
        <translation>Ausgabe des Fehlerleitfadens: %1</translation>
    </message>
</context>
<context>
    <name>derouter::MarkPart</name>
    <message>
        <source>Note…</source>
        <translation>Notiz …</translation>
    </message>
    <message>
        <source>Not marked</source>
        <translation>Nicht markiert</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Markiert</translation>
    </message>
    <message>
        <source>Marked: %1</source>
        <comment>with a note</comment>
        <translation>Markiert: %1</translation>
    </message>
    <message>
        <source>Unmark</source>
        <translation>Nicht mehr markieren</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>Write a note on this failure</source>
        <translation>Eine Notiz zu diesem Fehler schreiben</translation>
    </message>
    <message>
        <source>Take the mark off this failure</source>
        <translation>Diesem Fehler die Markierung nehmen</translation>
    </message>
    <message>
        <source>Mark this failure, to find it again</source>
        <translation>Diesen Fehler markieren, um ihn wiederzufinden</translation>
    </message>
</context>
<context>
    <name>derouter::Monitor</name>
    <message>
        <source>standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>pasted text</source>
        <translation>eingefügter Text</translation>
    </message>
    <message>
        <source>Too many logs are followed at once; this one waits for a place.</source>
        <translation>Zu vielen Logs wird zugleich gefolgt; dieses wartet auf einen Platz.</translation>
    </message>
    <message>
        <source>The folder %1 does not exist; its logs are read as soon as it does.</source>
        <translation>Den Ordner %1 gibt es nicht; seine Logs werden gelesen, sobald es ihn gibt.</translation>
    </message>
    <message>
        <source>There are no logs in %1; they are read as soon as there are.</source>
        <translation>In %1 sind keine Logs; sie werden gelesen, sobald es welche gibt.</translation>
    </message>
</context>
<context>
    <name>derouter::OverviewPart</name>
    <message>
        <source>without a time</source>
        <translation>ohne Zeit</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>whose move, when</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>failures in calls</comment>
        <translation>%1 in %2</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n Aufruf</numerusform>
            <numerusform>%n Aufrufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The key %1 was refused %n time(s): %2.</source>
        <translation>
            <numerusform>Der Schlüssel %1 wurde einmal abgelehnt: %2.</numerusform>
            <numerusform>Der Schlüssel %1 wurde %n-mal abgelehnt: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 names no request-id in %2 of %3 failures.</source>
        <translation>%1 nennt bei %2 von %3 Fehlern keine Request-ID.</translation>
    </message>
    <message>
        <source>A closed source</source>
        <translation>Eine geschlossene Quelle</translation>
    </message>
    <message>
        <source>Between the first and the last attempt of a call %1 passed, in all.</source>
        <translation>Zwischen dem ersten und dem letzten Versuch eines Aufrufs vergingen insgesamt %1.</translation>
    </message>
    <message>
        <source>%1: %2, %3. Whose move: %4. %5.</source>
        <comment>cause, count, when, whose move, what to do</comment>
        <translation>%1: %2, %3. Am Zug: %4. %5.</translation>
    </message>
    <message>
        <source>Request-id: %1</source>
        <translation>Request-ID: %1</translation>
    </message>
    <message>
        <source>Choose a failure to see what it is and what to do.</source>
        <translation>Einen Fehler wählen, um zu sehen, was er ist und was zu tun ist.</translation>
    </message>
    <message>
        <source>Copy Summary</source>
        <translation>Übersicht kopieren</translation>
    </message>
    <message>
        <source>A few sentences for colleagues: when, how many, whose move, what to do</source>
        <translation>Ein paar Sätze für Kollegen: wann, wie viele, wer am Zug ist, was zu tun ist</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Show only these</source>
        <translation>Nur diese zeigen</translation>
    </message>
    <message>
        <source>Shown: %1</source>
        <comment>so many failures</comment>
        <translation>Gezeigt: %1</translation>
    </message>
    <message>
        <source>DeRouter failures, %1: %2</source>
        <comment>when, how many</comment>
        <translation>DeRouter-Fehler, %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more cause(s)</source>
        <translation>
            <numerusform>und eine weitere Ursache</numerusform>
            <numerusform>und %n weitere Ursachen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n retry(ies) of what only a change helps against.</source>
        <translation>
            <numerusform>Ein neuer Versuch, obwohl nur eine Änderung hilft.</numerusform>
            <numerusform>%n neue Versuche, obwohl nur eine Änderung hilft.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n retry(ies) came sooner than advised.</source>
        <translation>
            <numerusform>Ein neuer Versuch kam früher als angeraten.</numerusform>
            <numerusform>%n neue Versuche kamen früher als angeraten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) were lost.</source>
        <translation>
            <numerusform>Ein Aufruf ging verloren.</numerusform>
            <numerusform>%n Aufrufe gingen verloren.</numerusform>
        </translation>
    </message>
    <message>
        <source>It works again: it was taken at %1.</source>
        <translation>Er funktioniert wieder: Um %1 wurde er angenommen.</translation>
    </message>
    <message numerus="yes">
        <source>It was taken %n time(s) when something else failed.</source>
        <translation>
            <numerusform>Er wurde einmal angenommen, als etwas anderes scheiterte.</numerusform>
            <numerusform>Er wurde %n-mal angenommen, als etwas anderes scheiterte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing shows that it works again.</source>
        <translation>Nichts zeigt, dass er wieder funktioniert.</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>how often, a message</comment>
        <translation>%1 × %2</translation>
    </message>
</context>
<context>
    <name>derouter::RateChart</name>
    <message>
        <source>Failures over time</source>
        <translation>Fehler über die Zeit</translation>
    </message>
</context>
<context>
    <name>derouter::RotatedOffer</name>
    <message>
        <source>Read Them Too</source>
        <translation>Auch lesen</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Leave the rotated files alone</source>
        <translation>Die rotierten Dateien nicht lesen</translation>
    </message>
    <message numerus="yes">
        <source>The open logs have %n rotated file(s) that are not read.</source>
        <translation>
            <numerusform>Die geöffneten Logs haben %n rotierte Datei, die nicht gelesen wird.</numerusform>
            <numerusform>Die geöffneten Logs haben %n rotierte Dateien, die nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n rotated file(s) that are not read.</source>
        <translation>
            <numerusform>%1 hat %n rotierte Datei, die nicht gelesen wird.</numerusform>
            <numerusform>%1 hat %n rotierte Dateien, die nicht gelesen werden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>derouter::SaveDialog</name>
    <message>
        <source>%1 (*.%2)</source>
        <comment>what kind of file and its suffix</comment>
        <translation>%1 (*.%2)</translation>
    </message>
</context>
<context>
    <name>derouter::SavingProgress</name>
    <message>
        <source>Writing %1</source>
        <comment>a file</comment>
        <translation>%1 wird geschrieben</translation>
    </message>
    <message>
        <source>Progress of writing</source>
        <translation>Fortschritt des Schreibens</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel writing</source>
        <translation>Schreiben abbrechen</translation>
    </message>
    <message>
        <source>Stop writing; nothing is left of the report</source>
        <translation>Schreiben anhalten; vom Bericht bleibt nichts</translation>
    </message>
</context>
<context>
    <name>derouter::SearchField</name>
    <message>
        <source>Filter: type, or choose a value in the table…</source>
        <translation>Filter: tippen oder einen Wert der Tabelle wählen …</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>%1   (%2)</source>
        <comment>a value and how many have it</comment>
        <translation>%1   (%2)</translation>
    </message>
    <message>
        <source>Shows only failures whose code, type, cause, message, model, request-id, source or path contains this text. Enter makes a chip of it as it stands, Down and Tab take what is suggested; code:529, -model:name and /expression/ are understood.</source>
        <translation>Zeigt nur Fehler, in deren Code, Typ, Ursache, Meldung, Modell, Request-ID, Quelle oder Pfad dieser Text vorkommt. Die Eingabetaste macht daraus einen Filter, so wie er dasteht; die Pfeiltaste nach unten und die Tabulatortaste übernehmen einen Vorschlag; code:529, -model:Name und /Ausdruck/ werden verstanden.</translation>
    </message>
</context>
<context>
    <name>derouter::SettingsDialog</name>
    <message>
        <source>Show times in &amp;UTC</source>
        <translation>Zeiten in &amp;UTC zeigen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Appearance:</source>
        <translation>&amp;Aussehen:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Sprache:</translation>
    </message>
    <message>
        <source>Else in the time zone of this computer. Reports are always in UTC.</source>
        <translation>Sonst in der Zeitzone dieses Rechners. Berichte sind immer in UTC.</translation>
    </message>
    <message>
        <source>&amp;Memory for failures:</source>
        <translation>S&amp;peicher für Fehler:</translation>
    </message>
    <message>
        <source>The newest failures are kept up to this size; older ones still count. From the next start on.</source>
        <translation>Bis zu dieser Größe bleiben die neuesten Fehler erhalten; ältere zählen weiter mit. Ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Additional &amp;hosts:</source>
        <translation>Weitere &amp;Hosts:</translation>
    </message>
    <message>
        <source>One a line, such as llm.example.com: requests to them count as DeRouter&apos;s, too. Open logs are read again. Reports without a window take --host and --path.</source>
        <translation>Je Zeile einer, etwa llm.example.com: Anfragen an sie zählen auch als die von DeRouter. Offene Logs werden neu gelesen. Berichte ohne Fenster nehmen --host und --path.</translation>
    </message>
    <message>
        <source>Additional &amp;paths:</source>
        <translation>Weitere &amp;Pfade:</translation>
    </message>
    <message>
        <source>One a line, such as /llm/v1/messages.</source>
        <translation>Je Zeile einer, etwa /llm/v1/messages.</translation>
    </message>
    <message>
        <source>&amp;Restore Defaults</source>
        <translation>Standard &amp;wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;OK</source>
        <translation>&amp;OK</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>&amp;Tell me of failures that matter</source>
        <translation>W&amp;ichtige Fehler melden</translation>
    </message>
    <message>
        <source>On the &amp;desktop too</source>
        <translation>Auch auf dem &amp;Desktop</translation>
    </message>
    <message>
        <source> failures</source>
        <translation> Fehler</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>All&amp;gemein</translation>
    </message>
    <message>
        <source>Al&amp;erts</source>
        <translation>&amp;Meldungen</translation>
    </message>
    <message>
        <source>Of followed logs. 401 and 402 at once, and once for each key; 429, 503, 529 and what else heals by itself when it goes on for longer than the guide advises to wait; 502 when it comes again; 400 when its message has a form that was not there before; and when it is over.</source>
        <translation>Von verfolgten Logs. 401 und 402 sofort und je Schlüssel einmal; 429, 503, 529 und was sonst von selbst vergeht, wenn es länger dauert, als der Leitfaden zu warten rät; 502, wenn er wiederkommt; 400, wenn seine Meldung eine neue Form hat; und wenn es vorbei ist.</translation>
    </message>
    <message>
        <source>A notification while this window is not in front, and an icon in the tray where there is one. No text of a log is in it.</source>
        <translation>Eine Benachrichtigung, solange dieses Fenster nicht vorn ist, und ein Symbol in der Leiste, wo es eine gibt. Kein Text eines Logs steht darin.</translation>
    </message>
    <message>
        <source>Too &amp;many in a minute:</source>
        <translation>&amp;Zu viele in einer Minute:</translation>
    </message>
    <message>
        <source>So many failures in one minute, of those that no other alert tells of.</source>
        <translation>So viele Fehler in einer Minute, von denen keine andere Meldung spricht.</translation>
    </message>
    <message>
        <source>Log &amp;quiet for:</source>
        <translation>&amp;Log stumm seit:</translation>
    </message>
    <message>
        <source>A log that wrote regularly and then nothing for so long.</source>
        <translation>Ein Log, das regelmäßig schrieb und dann so lange nichts.</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>Go on in the &amp;tray when the window is closed</source>
        <translation>&amp;Nach dem Schließen in der Leiste weiterlaufen</translation>
    </message>
    <message>
        <source>The icon brings the window back; Quit, there or in the window, ends the program. Where there is no tray, closing the window ends it.</source>
        <translation>Das Symbol bringt das Fenster zurück; „Beenden“, dort oder im Fenster, beendet das Programm. Wo es keine Leiste gibt, endet es mit dem Fenster.</translation>
    </message>
    <message>
        <source> calls</source>
        <translation> Aufrufe</translation>
    </message>
    <message>
        <source>&amp;Repeated 502:</source>
        <translation>&amp;Wiederholte 502:</translation>
    </message>
    <message>
        <source>So many calls within ten minutes that fail with it. The guide says “contact support if repeated” and no number: this one is ours.</source>
        <translation>So viele Aufrufe innerhalb von zehn Minuten, die damit fehlschlagen. Der Leitfaden sagt „bei Wiederholung den Support kontaktieren“ und keine Zahl: Diese ist von uns.</translation>
    </message>
    <message>
        <source>A JSON file whose texts stand in place of the built-in ones, from the next start on. Save a Copy writes those that are shown now.</source>
        <translation>Eine JSON-Datei, deren Texte ab dem nächsten Start an die Stelle der eingebauten treten. „Kopie speichern“ schreibt die jetzt gezeigten.</translation>
    </message>
    <message>
        <source>Built in, of %1</source>
        <comment>the guide&apos;s edition</comment>
        <translation>Eingebaut, von %1</translation>
    </message>
    <message>
        <source>Texts of the guide</source>
        <translation>Texte des Leitfadens</translation>
    </message>
    <message>
        <source>Texts of the Guide</source>
        <translation>Texte des Leitfadens</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Save the Texts of the Guide</source>
        <translation>Texte des Leitfadens speichern</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>This version has no place for these of its texts: %1.</source>
        <translation>Für diese ihrer Texte hat diese Version keinen Platz: %1.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Texts of the gu&amp;ide:</source>
        <translation>Texte des Le&amp;itfadens:</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Save a Cop&amp;y…</source>
        <translation>&amp;Kopie speichern…</translation>
    </message>
</context>
<context>
    <name>derouter::ShortcutSheet</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>C&amp;hange Keys…</source>
        <translation>&amp;Tasten ändern…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
</context>
<context>
    <name>derouter::SideBySide</name>
    <message>
        <source>503 and 529 are not the same</source>
        <translation>503 und 529 sind nicht dasselbe</translation>
    </message>
    <message>
        <source>Whose move: %1</source>
        <translation>Am Zug: %1</translation>
    </message>
</context>
<context>
    <name>derouter::SourceModel</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>Nicht verstanden</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>format and time zone</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Time stamps without a zone: %1</source>
        <translation>Zeitstempel ohne Zone: %1</translation>
    </message>
</context>
<context>
    <name>derouter::SourcePanel</name>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Read the chosen source again from its beginning</source>
        <translation>Die gewählte Quelle von vorn lesen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop reading; what was read stays</source>
        <translation>Lesen anhalten; das Gelesene bleibt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the source and forget its failures</source>
        <translation>Die Quelle schließen und ihre Fehler vergessen</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Lines not understood in %1</source>
        <translation>Nicht verstandene Zeilen in %1</translation>
    </message>
    <message>
        <source>begins like JSON and is none</source>
        <translation>beginnt wie JSON und ist keines</translation>
    </message>
    <message>
        <source>does not fit the chosen format</source>
        <translation>passt nicht zum gewählten Format</translation>
    </message>
    <message>
        <source>no time stamp and nothing of a request</source>
        <translation>kein Zeitstempel und nichts von einer Anfrage</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <comment>line number, why it was not understood, and text</comment>
        <translation>%1 (%2): %3</translation>
    </message>
    <message>
        <source>The program could make nothing of these lines. They are counted and nothing is concluded from them. The first %1 of %2 are shown, each with the reason.</source>
        <translation>Mit diesen Zeilen konnte das Programm nichts anfangen. Sie werden gezählt, und es wird nichts aus ihnen geschlossen. Gezeigt werden die ersten %1 von %2, jede mit dem Grund.</translation>
    </message>
    <message>
        <source>Format…</source>
        <translation>Format …</translation>
    </message>
    <message>
        <source>Choose how the source is read, and see it tried on its first lines</source>
        <translation>Wählen, wie die Quelle gelesen wird, und es an ihren ersten Zeilen ausprobiert sehen</translation>
    </message>
    <message>
        <source>Time zone…</source>
        <translation>Zeitzone …</translation>
    </message>
    <message>
        <source>Choose the zone of time stamps that name none</source>
        <translation>Die Zone für Zeitstempel wählen, die keine nennen</translation>
    </message>
    <message>
        <source>not JSON: %1 at byte %2</source>
        <translation>kein JSON: %1 bei Byte %2</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Let the followed source rest; nothing of it is lost meanwhile</source>
        <translation>Die verfolgte Quelle ruhen lassen; dabei geht nichts von ihr verloren</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Enter shows the lines that were not understood; on the format it asks for another one.</source>
        <translation>Die Eingabetaste zeigt die nicht verstandenen Zeilen; auf dem Format fragt sie nach einem anderen.</translation>
    </message>
</context>
<context>
    <name>derouter::SpendingPart</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>einer Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 Stunden</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message numerus="yes">
        <source>The log around it tells of costs in %n record(s): %1 in all.</source>
        <translation>
            <numerusform>Das Log in seiner Nähe nennt in einem Eintrag Kosten: insgesamt %1.</numerusform>
            <numerusform>Das Log in seiner Nähe nennt in %n Einträgen Kosten: insgesamt %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>That is %1 an hour.</source>
        <translation>Das sind %1 pro Stunde.</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>gefolgert</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Guthaben</translation>
    </message>
    <message>
        <source>What is on the account, or left of the key&apos;s budget; it is kept nowhere</source>
        <translation>Was auf dem Konto oder vom Budget des Schlüssels übrig ist; es wird nirgends behalten</translation>
    </message>
    <message>
        <source>&amp;Balance:</source>
        <translation>&amp;Guthaben:</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>lasts about %1 at that rate</source>
        <translation>reicht so etwa %1</translation>
    </message>
</context>
<context>
    <name>derouter::StatusLine</name>
    <message>
        <source>Progress of reading</source>
        <translation>Fortschritt des Lesens</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop reading; what was read stays</source>
        <translation>Lesen anhalten; das Gelesene bleibt</translation>
    </message>
    <message>
        <source>Lines: %1, all understood</source>
        <translation>Zeilen: %1, alle verstanden</translation>
    </message>
    <message>
        <source>Lines: %1, not understood: %2</source>
        <translation>Zeilen: %1, nicht verstanden: %2</translation>
    </message>
    <message>
        <source>Whether anything was lost: show the account of each source</source>
        <translation>Ob etwas verloren ging: die Rechnung jeder Quelle zeigen</translation>
    </message>
    <message>
        <source>There is no room in memory for more. Totals and chart count them all.</source>
        <translation>Für mehr ist im Speicher kein Platz. Summen und Diagramm zählen sie alle.</translation>
    </message>
    <message>
        <source>Requests: %1</source>
        <translation>Anfragen: %1</translation>
    </message>
</context>
<context>
    <name>derouter::TicketDialog</name>
    <message>
        <source>With all &amp;attempts of the call</source>
        <translation>Mit &amp;allen Versuchen des Aufrufs</translation>
    </message>
    <message>
        <source>Hide a&amp;ddresses, users and folder owners</source>
        <translation>A&amp;dressen, Benutzer und Ordnernamen verbergen</translation>
    </message>
    <message>
        <source>Support Ticket</source>
        <translation>Support-Ticket</translation>
    </message>
    <message>
        <source>What DeRouter&apos;s support asks for, as it will leave: look it through. Nothing is sent by this program.</source>
        <translation>Wonach der Support von DeRouter fragt, so wie es hinausgeht: bitte durchsehen. Dieses Programm sendet nichts.</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Einfacher Text</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Addresses of the network, names of users, and whose home folder a path is in</source>
        <translation>Netzadressen, Benutzernamen, und in wessen persönlichem Ordner ein Pfad liegt</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern …</translation>
    </message>
    <message>
        <source>Open in &amp;Mail</source>
        <translation>Als &amp;Mail öffnen</translation>
    </message>
    <message>
        <source>Opens a draft to %1 in your mail program</source>
        <translation>Öffnet einen Entwurf an %1 im Mailprogramm</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Nothing had to be hidden.</source>
        <translation>Nichts musste verborgen werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) hidden and marked; F3 goes to the next.</source>
        <translation>
            <numerusform>%n Stelle verborgen und markiert; F3 springt dorthin.</numerusform>
            <numerusform>%n Stellen verborgen und markiert; F3 springt zur nächsten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the first %1 of %2 chosen failures are in the ticket.</source>
        <translation>Nur die ersten %1 von %2 gewählten Fehlern sind im Ticket.</translation>
    </message>
    <message>
        <source>Copied. Paste it into a mail to %1.</source>
        <translation>Kopiert. In eine Mail an %1 einfügen.</translation>
    </message>
    <message>
        <source>Save Ticket</source>
        <translation>Ticket speichern</translation>
    </message>
    <message>
        <source>Saved in %1.</source>
        <translation>Gespeichert in %1.</translation>
    </message>
    <message>
        <source>No mail program could be opened. The ticket is on the clipboard: paste it into a mail to %1.</source>
        <translation>Kein Mailprogramm ließ sich öffnen. Das Ticket ist in der Zwischenablage: in eine Mail an %1 einfügen.</translation>
    </message>
    <message>
        <source>The ticket is longer than a mail link can hold: the draft has its beginning. The whole ticket is on the clipboard: paste it into the draft.</source>
        <translation>Das Ticket ist länger, als ein Mail-Link fasst: Der Entwurf hat seinen Anfang. Das ganze Ticket ist in der Zwischenablage: in den Entwurf einfügen.</translation>
    </message>
    <message>
        <source>The draft was given to your mail program; you send it yourself.</source>
        <translation>Der Entwurf ist im Mailprogramm; abgeschickt wird er von Ihnen.</translation>
    </message>
    <message>
        <source>With your &amp;notes</source>
        <translation>Mit Ihren &amp;Notizen</translation>
    </message>
</context>
<context>
    <name>derouter::TimeDisplay</name>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>derouter::Workspace</name>
    <message numerus="yes">
        <source>%n failure(s) do not match it.</source>
        <translation>
            <numerusform>%n Fehler passt nicht dazu.</numerusform>
            <numerusform>%n Fehler passen nicht dazu.</numerusform>
        </translation>
    </message>
    <message>
        <source>No failure so far.</source>
        <translation>Bisher kein Fehler.</translation>
    </message>
    <message>
        <source>all understood</source>
        <translation>alle verstanden</translation>
    </message>
    <message>
        <source>%1 not understood</source>
        <translation>%1 nicht verstanden</translation>
    </message>
    <message>
        <source>Lines read: %1, %2. DeRouter requests: %3, failures: 0.</source>
        <translation>Gelesene Zeilen: %1, %2. DeRouter-Anfragen: %3, Fehler: 0.</translation>
    </message>
    <message>
        <source>New failures appear here as they happen.</source>
        <translation>Neue Fehler erscheinen hier, sobald sie geschehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) do not match it. Of each the last failed attempt counts.</source>
        <translation>
            <numerusform>%n Aufruf passt nicht dazu. Es zählt sein letzter fehlgeschlagener Versuch.</numerusform>
            <numerusform>%n Aufrufe passen nicht dazu. Bei jedem zählt der letzte fehlgeschlagene Versuch.</numerusform>
        </translation>
    </message>
    <message>
        <source>The list of sources shows which lines were not understood and why, and a log’s format can be chosen there.</source>
        <translation>Die Liste der Quellen zeigt, welche Zeilen nicht verstanden wurden und warum; dort lässt sich auch das Format eines Logs wählen.</translation>
    </message>
    <message>
        <source>Copy Cell</source>
        <translation>Zelle kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Nothing was written yet. New failures appear here as they happen.</source>
        <translation>Noch wurde nichts geschrieben. Neue Fehler erscheinen hier, sobald sie auftreten.</translation>
    </message>
</context>
<context>
    <name>derouter::ZoneDialog</name>
    <message>
        <source>No zone has this name or offset.</source>
        <translation>Keine Zone hat diesen Namen oder Abstand.</translation>
    </message>
    <message>
        <source>Time Zone of %1</source>
        <translation>Zeitzone von %1</translation>
    </message>
    <message>
        <source>For time stamps that name no zone. The source is read again with the zone you choose; stamps with a zone of their own keep it.</source>
        <translation>Für Zeitstempel, die keine Zone nennen. Die Quelle wird mit der gewählten Zone neu gelesen; Zeitstempel mit eigener Zone behalten sie.</translation>
    </message>
    <message>
        <source>Search a city or an offset, such as Berlin or +05:30</source>
        <translation>Stadt oder Abstand suchen, etwa Berlin oder +05:30</translation>
    </message>
    <message>
        <source>Search a time zone</source>
        <translation>Eine Zeitzone suchen</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Offset now</source>
        <translation>Abstand jetzt</translation>
    </message>
    <message>
        <source>Time zones</source>
        <translation>Zeitzonen</translation>
    </message>
    <message>
        <source>&amp;Use This Zone</source>
        <translation>&amp;Diese Zone verwenden</translation>
    </message>
    <message>
        <source>This computer&apos;s: %1</source>
        <translation>Die dieses Rechners: %1</translation>
    </message>
</context>
</TS>
