// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chartdata.h"
#include "chartpanel.h"
#include "filterfixture.h"
#include "filterstate.h"
#include "guide/errorguide.h"
#include "models/eventmodel.h"
#include "ratechart.h"
#include "report/report.h"

#include <QBuffer>
#include <QJsonArray>
#include <QRegularExpression>

#include <random>
#include <set>

using namespace derouter;

namespace {

constexpr Microseconds second = microsecondsPerSecond;
const Microseconds start = noon.toMSecsSinceEpoch() * 1000;

FilterTerm term(FilterField field, const QString& value, bool exclude = false) {
    return {.field = field, .value = value, .exclude = exclude};
}

/// A failure as the report tells it.
struct Reported {
    QString code, type, cause, move, model, source, id, path, message;
    std::optional<Microseconds> time;

    static Reported from(const QJsonObject& event) {
        const auto text = [&](const char* key) { return event[QLatin1String(key)].toString(); };
        Reported failure{.code = event[u"status"_s].isDouble() ? QString::number(event[u"status"_s].toInt())
                                                               : text("status"),
                         .type = text("type"),
                         .cause = text("cause"),
                         .move = text("move"),
                         .model = text("model"),
                         .source = text("source"),
                         .id = text("request_id"),
                         .path = text("path"),
                         .message = text("message"),
                         .time = {}};
        if (const auto stamp = QDateTime::fromString(text("time"), Qt::ISODateWithMs); stamp.isValid())
            failure.time = stamp.toMSecsSinceEpoch() * 1000;
        return failure;
    }

    QStringList texts() const {
        const guide::Cause* known = guide::causeById(cause.toStdString());
        return {code, type, known ? known->name.translated() : QString(), model, source, id, path, message};
    }

    bool has(const FilterTerm& wanted) const {
        static QHash<QString, QRegularExpression> known; // made once, as many are asked for
        const auto expression = [&](const QString& pattern) {
            const auto options = QRegularExpression::CaseInsensitiveOption;
            return known.contains(pattern) ? known[pattern]
                                           : *known.insert(pattern, QRegularExpression(pattern, options));
        };
        const auto like = [&](const QString& text) {
            const QString pattern = QRegularExpression::escape(wanted.value).replace(u"\\*"_s, u".*"_s);
            return expression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
        };
        switch (wanted.field) {
        case FilterField::Code:
            return wanted.value == u"5xx"_s ? code.startsWith(u'5') : code == wanted.value;
        case FilterField::Type:
            return like(type);
        case FilterField::Cause:
            return like(cause);
        case FilterField::Move:
            return move == wanted.value;
        case FilterField::Model:
            return like(model);
        case FilterField::Source:
            return like(source);
        case FilterField::RequestId:
            return like(id);
        case FilterField::Path:
            return like(path);
        case FilterField::Time:
            return time && wanted.range.contains(*time);
        case FilterField::Key: // no report tells it
        case FilterField::Marked:
            return false;
        case FilterField::Text:
            return std::ranges::any_of(texts(), [&](const QString& text) {
                return text.contains(wanted.value, Qt::CaseInsensitive);
            });
        case FilterField::Expression:
            return std::ranges::any_of(texts(), [&](const QString& text) {
                return expression(wanted.value).match(text).hasMatch();
            });
        }
        return false;
    }

    /// One of the wanted of each field, none of the excluded.
    bool passes(const std::vector<FilterTerm>& terms) const {
        for (int at = 0; at < filterFieldCount; ++at) {
            bool wants = false;
            bool found = false;
            for (const FilterTerm& wanted : terms) {
                if (!wanted.on || wanted.field != static_cast<FilterField>(at))
                    continue;
                if (wanted.exclude && has(wanted))
                    return false;
                wants = wants || !wanted.exclude;
                found = found || (!wanted.exclude && has(wanted));
            }
            if (wants && !found)
                return false;
        }
        return true;
    }
};

} // namespace

/// The language of filters, the history of the view, and that all figures are of the same failures.
class FilterModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textsBecomeTerms_data();
    void textsBecomeTerms();
    void termsAreWrittenAsTheyAreRead_data();
    void termsAreWrittenAsTheyAreRead();
    void theSentenceSaysWhatIsShown();
    void stepsAreUndoneAndRedone();
    void aNewStepForgetsWhatWasUndone();
    void lettersAndTheirChipAreOneStep();
    void aCodeIsHiddenAndShownAgain();
    void thereIsOneRangeOfTime();
    void switchedOffTermsLetAllThrough();
    void allFiguresAreOfTheSameFailures();

private:
    static QList<Reported> report(const Monitor& monitor);
    static double chartSum(const ChartPanel& panel);
    static QList<Logged> manyKinds(std::mt19937& random);
    static ViewState randomView(std::mt19937& random);
};

void FilterModelTest::textsBecomeTerms_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<FilterTerm>>("terms");
    const auto row = [](const char* name, const QString& text, const QList<FilterTerm>& terms) {
        QTest::newRow(name) << text << terms;
    };
    using enum FilterField;
    row("nothing", u"  "_s, {});
    row("words are one text", u"too many requests"_s, {term(Text, u"too many requests"_s)});
    row("a word and a field", u"limit code:529"_s, {term(Text, u"limit"_s), term(Code, u"529"_s)});
    row("field in any case", u"CODE:5XX"_s, {term(Code, u"5xx"_s)});
    row("several keys", u"move:you,DeRouter"_s, {term(Move, u"you"_s), term(Move, u"derouter"_s)});
    row("a move by its name", u"move:\"AI provider\""_s, {term(Move, u"provider"_s)});
    row("not", u"-model:a ¬type:b"_s, {term(Model, u"a"_s, true), term(Type, u"b"_s, true)});
    row("a value with blanks", u"cause:\"a \\\"b\\\" c\""_s, {term(Cause, u"a \"b\" c"_s)});
    row("quoted texts are two", u"\"a b\" \"c d\""_s, {term(Text, u"a b"_s), term(Text, u"c d"_s)});
    row("an unknown field is text", u"status:529"_s, {term(Text, u"status:529"_s)});
    row("an address is text", u"https://api.derouter.ai"_s, {term(Text, u"https://api.derouter.ai"_s)});
    row("a path is text", u"/v1/messages"_s, {term(Text, u"/v1/messages"_s)});
    row("an expression", u"/a b\\/c/"_s, {term(Expression, u"a b\\/c"_s)});
    row("an expression as a field", u"regex:^5"_s, {term(Expression, u"^5"_s)});
    row("a request-id", u"\"req_00ff\","_s, {term(RequestId, u"req_00ff"_s)});
    row("a masked key", u"key:sk-ant-***x7Qf"_s, {term(Key, u"sk-ant-…x7Qf"_s)});
    row("a whole key is masked", u"key:sk-ant-api03-0123456789abcdefghij-x7Qf"_s,
        {term(Key, u"sk-ant-…x7Qf"_s)});
    row("the end of a key", u"-key:*x7Qf"_s, {term(Key, u"*x7Qf"_s, true)});
    row("a minus alone is text", u"a - b"_s, {term(Text, u"a - b"_s)});
    row("the last time", u"time:15M"_s, {{.field = FilterField::Time, .value = u"15m"_s}});
    row("a time", u"time:12:00..12:00:30"_s,
        {{.field = Time, .value = {}, .range = {start, start + 30 * second}}});
    row("a time with its day and zone", u"time:2026-11-23T14:00:00+02:00.."_s,
        {{.field = Time, .value = {}, .range = {start, std::nullopt}}});
}

void FilterModelTest::textsBecomeTerms() {
    QFETCH(QString, text);
    QFETCH(QList<FilterTerm>, terms);
    const auto parsed = filtertext::parse(text, {TimeDisplay(), start});
    QVERIFY2(parsed.ok(), qPrintable(parsed.ok() ? QString() : parsed.error().message));
    QCOMPARE(QList<FilterTerm>(parsed.value().begin(), parsed.value().end()), terms);
}

void FilterModelTest::termsAreWrittenAsTheyAreRead_data() {
    QTest::addColumn<FilterTerm>("written");
    using enum FilterField;
    for (const QString& value :
         {u"plain"_s, u"with blanks"_s, u"\"quoted\" \\ and /slashed/"_s, u"-minus"_s, u"a:b"_s})
        for (const bool exclude : {false, true})
            for (const FilterField field : {Text, Expression, Type, Cause, Model, Key, Source, Path})
                QTest::addRow("%s, %s%s", qPrintable(value), exclude ? "not " : "",
                              qPrintable(filtertext::key(field)))
                    << term(field, value, exclude);
    QTest::newRow("a code") << term(Code, u"stream"_s);
    QTest::newRow("a range") << FilterTerm{.field = Time, .value = {}, .range = {start, start + second}};
    QTest::newRow("an open range") << FilterTerm{.field = Time, .value = {}, .range = {std::nullopt, start}};
}

void FilterModelTest::termsAreWrittenAsTheyAreRead() {
    QFETCH(FilterTerm, written);
    const auto parsed = filtertext::parse(filtertext::written(written), {});
    QVERIFY2(parsed.ok(), qPrintable(filtertext::written(written)));
    QCOMPARE(QList<FilterTerm>(parsed.value().begin(), parsed.value().end()), QList<FilterTerm>{written});
}

void FilterModelTest::theSentenceSaysWhatIsShown() {
    const auto terms = filterOf(u"code:529,503 -model:gpt-5 limit"_s).terms;
    QCOMPARE(filtertext::sentence(terms, TimeDisplay()),
             u"Text is “limit”, and Code is 529 or 503, and Model is not gpt-5"_s);
}

void FilterModelTest::stepsAreUndoneAndRedone() {
    FilterState state;
    state.add(term(FilterField::Move, u"you"_s));
    state.setRange({1, 2});
    state.setOff(true);
    const ViewState last = state.view();
    for (int step = 0; step < 3; ++step) {
        QVERIFY(state.canUndo());
        state.undo();
    }
    QCOMPARE(state.view(), ViewState());
    QVERIFY(!state.canUndo());
    state.undo();
    for (int step = 0; step < 3; ++step)
        state.redo();
    QCOMPARE(state.view(), last);
    QVERIFY(!state.canRedo());
}

void FilterModelTest::aNewStepForgetsWhatWasUndone() {
    FilterState state;
    state.setRange({1, 2});
    state.undo();
    QVERIFY(state.canRedo());
    state.setCalls(true);
    QVERIFY(!state.canRedo());
    state.setCalls(true);
    state.undo();
    QVERIFY2(!state.canUndo(), "no change is no step");
}

void FilterModelTest::lettersAndTheirChipAreOneStep() {
    FilterState state;
    for (const QString& text : {u"r"_s, u"ra"_s, u"rat"_s})
        state.changeTyped(text);
    QCOMPARE(state.filter().terms, std::vector{term(FilterField::Text, u"rat"_s)});
    state.finishTyped({term(FilterField::Text, u"rat"_s)});
    QVERIFY(state.view().typed.isEmpty());
    QCOMPARE(state.filter().terms, std::vector{term(FilterField::Text, u"rat"_s)});
    state.undo();
    QCOMPARE(state.view(), ViewState());
}

void FilterModelTest::aCodeIsHiddenAndShownAgain() {
    ViewState view;
    const int none = codegroups::indexOf(FailureCode::http(503));
    const int overloaded = codegroups::indexOf(FailureCode::http(529));
    view.toggleHidden(codeTerm(none));
    QCOMPARE(view.terms, std::vector{term(FilterField::Code, u"503"_s, true)});
    view.toggleHidden(codeTerm(none));
    QCOMPARE(view, ViewState());
    view.isolate(codeTerm(none));
    view.toggleHidden(codeTerm(overloaded));
    QCOMPARE(view.terms, (std::vector{term(FilterField::Code, u"503"_s), term(FilterField::Code, u"529"_s)}));
    view.toggleHidden(codeTerm(none));
    QCOMPARE(view.terms, std::vector{term(FilterField::Code, u"529"_s)});
    view.isolate(codeTerm(overloaded));
    QCOMPARE(view, ViewState());
}

void FilterModelTest::thereIsOneRangeOfTime() {
    ViewState view;
    view.setRange({1, 5});
    view.setRange({2, 3});
    view.add({.field = FilterField::Time, .value = {}, .range = {7, 9}, .exclude = true});
    QCOMPARE(view.range(), (TimeRange{2, 3}));
    QCOMPARE(view.terms.size(), std::size_t(2));
    view.setRange({});
    QVERIFY(view.range().isAll());
    QCOMPARE(view.terms.size(), std::size_t(1));
}

void FilterModelTest::switchedOffTermsLetAllThrough() {
    ViewState view;
    view.add(term(FilterField::Code, u"529"_s));
    view.terms.front().on = false;
    QCOMPARE(view.filter(), EventFilter());
    view.terms.front().on = true;
    view.off = true;
    QCOMPARE(view.filter(), EventFilter());
    view.add(term(FilterField::Code, u"503"_s));
    QVERIFY2(!view.off, "who filters wants to see it");
}

QList<Reported> FilterModelTest::report(const Monitor& monitor) {
    QBuffer buffer;
    buffer.open(QIODevice::ReadWrite);
    if (!writeReport(ReportFormat::Json, monitor, buffer))
        qFatal("no report");
    QList<Reported> failures;
    for (const QJsonValue& event : QJsonDocument::fromJson(buffer.data()).object()[u"events"_s].toArray())
        failures << Reported::from(event.toObject());
    return failures;
}

double FilterModelTest::chartSum(const ChartPanel& panel) {
    const RateChartData data = panel.chartData();
    double sum = static_cast<double>(data.undated + data.odd);
    for (int bucket = 0; bucket < RateChart::mostBuckets; ++bucket)
        for (int group = 0; group < static_cast<int>(codegroups::all().size()); ++group)
            sum += panel.chart()->value(bucket, group);
    return sum;
}

QList<Logged> FilterModelTest::manyKinds(std::mt19937& random) {
    const QList<std::pair<int, QString>> kinds{{400, u"invalid_request_error"_s},
                                               {401, u"authentication_error"_s},
                                               {402, u"billing_error"_s},
                                               {429, u"rate_limit_error"_s},
                                               {499, u"api_error"_s},
                                               {503, u"api_error"_s},
                                               {529, u"overloaded_error"_s},
                                               {504, u"api_error"_s},
                                               {404, u"not_found_error"_s}};
    QList<Logged> requests;
    int at = 0;
    for (int i = 0; i < 200; ++i) {
        at += static_cast<int>(random() % 40);
        const auto& [status, type] = kinds[static_cast<qsizetype>(random() % std::size_t(kinds.size()))];
        requests << Logged{.second = at,
                           .status = random() % 3 == 0 ? 200 : status,
                           .type = type,
                           .message =
                               random() % 2 ? u"Overloaded"_s : u"Limit (%1) exceeded"_s.arg(random() % 9),
                           .id = requestId(i + static_cast<int>(random() % 2) * 1000),
                           .model = random() % 2 ? u"claude-sonnet-5"_s : u"claude-haiku-4-5"_s};
    }
    return requests;
}

ViewState FilterModelTest::randomView(std::mt19937& random) {
    using enum FilterField;
    static const QList<FilterTerm> values{
        term(Code, u"529"_s),        term(Code, u"503"_s),        term(Code, u"401"_s),
        term(Code, u"5xx"_s),        term(Type, u"api_error"_s),  term(Type, u"*error"_s),
        term(Cause, u"rate.rpm"_s),  term(Cause, u"upstream*"_s), term(Move, u"you"_s),
        term(Move, u"provider"_s),   term(Move, u"unknown"_s),    term(Model, u"claude-haiku-4-5"_s),
        term(Model, u"*sonnet*"_s),  term(Source, u"a.log"_s),    term(RequestId, u"req_*3"_s),
        term(Text, u"overloaded"_s), term(Text, u"Limit (3)"_s),  term(Expression, u"\\([2-5]\\)"_s)};
    ViewState view;
    for (auto count = random() % 4; count > 0; --count) {
        FilterTerm next = values[static_cast<qsizetype>(random() % std::size_t(values.size()))];
        next.exclude = random() % 3 == 0;
        next.on = random() % 6 != 0;
        view.add(next);
    }
    if (random() % 2) {
        const Microseconds from = start + static_cast<Microseconds>(random() % 3000) * second;
        TimeRange range{from, from + static_cast<Microseconds>(1 + random() % 3000) * second};
        if (random() % 5 == 0)
            range.to.reset();
        if (random() % 5 == 0)
            range.from.reset();
        if (!range.isAll())
            view.add({.field = Time, .value = {}, .range = range, .exclude = random() % 4 == 0});
    }
    return view;
}

/// Bars with what they cannot show, rows of the table, and the report's failures that the filter is true of.
void FilterModelTest::allFiguresAreOfTheSameFailures() {
    std::mt19937 random(11); // NOLINT(cert-msc51-cpp): the same run each time
    const LogFolder folder;
    Monitor monitor;
    readAll(monitor, folder.write(u"a.log"_s, manyKinds(random)));
    readAll(monitor, folder.write(u"b.log"_s, manyKinds(random)));
    readAll(monitor,
            folder.write(u"undated.log"_s,
                         "anthropic.RateLimitError: Error code: 429 - {'type': 'error', 'error': {'type': "
                         "'rate_limit_error', 'message': 'Requests per minute limit (60) exceeded'}}\n"));
    readAll(monitor,
            folder.write(u"odd.log"_s,
                         "1999-01-01T00:00:05.000Z ERROR app: Error code: 529 - {'type': 'error'}\n"));
    EventModel model(monitor);
    FilterState state;
    QObject::connect(&state, &FilterState::changed, &model, [&] { model.setFilter(state.filter()); });
    ChartPanel panel(monitor, model, state);
    panel.resize(900, 300);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    const QList<Reported> failures = report(monitor);
    QCOMPARE(std::size_t(failures.size()), monitor.events().size());
    std::set<qsizetype> sizes;
    for (int run = 0; run < 100; ++run) {
        const ViewState view = randomView(random);
        panel.resize(400 + static_cast<int>(random() % 900), 300);
        state.change(view);
        const QString said = filtertext::sentence(view.filter().terms, TimeDisplay());
        const auto expected = std::ranges::count_if(
            failures, [&](const Reported& failure) { return failure.passes(view.terms); });
        QVERIFY2(
            model.rowCount() == expected,
            qPrintable(u"%1: %2 rows, %3 in the report"_s.arg(said).arg(model.rowCount()).arg(expected)));
        QVERIFY2(chartSum(panel) == double(expected),
                 qPrintable(u"%1: %2 on the chart, %3 rows"_s.arg(said).arg(chartSum(panel)).arg(expected)));
        ViewState byCall = view;
        byCall.calls = true;
        state.change(byCall);
        QCOMPARE(model.visible().size() + model.earlier().size(), std::size_t(expected));
        QCOMPARE(chartSum(panel), double(expected));
        sizes.insert(expected);
    }
    QVERIFY2(sizes.size() > 30, "the filters differ");
}

QTEST_MAIN(FilterModelTest)
#include "tst_filtermodel.moc"
