// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every language is complete: nothing unfinished, the same placeholders, and all texts of the guide.

#include "guide/errorguide.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

using namespace derouter;
using namespace Qt::StringLiterals;

struct Message {
    QString context;
    QString source;
    QStringList translations;
    bool isNumerus = false;
    QString type; ///< "unfinished" when somebody still has to look
};

class TranslationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsTranslated_data();
    void everyTextIsTranslated();
    void englishHasEveryPlural();
    void everyLanguageHasTheWholeGuide_data();
    void everyLanguageHasTheWholeGuide();
};

static QList<Message> messages(const QString& path) {
    QFile file(path);
    QList<Message> all;
    if (!file.open(QIODevice::ReadOnly))
        return all;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            all.append({context, {}, {}, xml.attributes().value("numerus"_L1) == "yes"_L1, {}});
        } else if (xml.name() == "source"_L1) {
            all.last().source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            all.last().type = xml.attributes().value("type"_L1).toString();
            if (!all.last().isNumerus)
                all.last().translations << xml.readElementText();
        } else if (xml.name() == "numerusform"_L1) {
            all.last().translations << xml.readElementText();
        }
    }
    return all;
}

static QString folder() {
    return QStringLiteral(DEROUTER_SOURCE_DIR "/translations/");
}

/// The placeholders of a text; `%n` may be left out where a form says the number in words.
static QSet<QString> placeholders(const QString& text) {
    static const QRegularExpression placeholder(u"%L?[1-9]"_s);
    QSet<QString> found;
    auto matches = placeholder.globalMatch(text);
    while (matches.hasNext())
        found.insert(matches.next().captured());
    return found;
}

void TranslationsTest::everyTextIsTranslated_data() {
    QTest::addColumn<QString>("file");
    for (const QString& name : QDir(folder()).entryList({u"*.ts"_s}))
        QTest::newRow(qPrintable(name)) << folder() + name;
}

void TranslationsTest::everyTextIsTranslated() {
    QFETCH(QString, file);
    const QList<Message> all = messages(file);
    QVERIFY(!all.isEmpty());
    const int forms = file.contains(u"_zh"_s) ? 1 : 2; // Chinese does not tell one from many
    for (const Message& message : all) {
        const QByteArray where = (message.context + u": "_s + message.source).toUtf8();
        QVERIFY2(message.type.isEmpty(), where.constData());
        const bool isUsage = message.source == u"program argument …"_s; // where it stands for more of them
        QVERIFY2(isUsage || !message.source.endsWith(u" …"_s), where.constData());
        QVERIFY2(message.context != "Text"_L1, where.constData()); // lupdate took a class for its context
        QVERIFY2(message.translations.size() == (message.isNumerus ? forms : 1), where.constData());
        for (const QString& translation : message.translations) {
            QVERIFY2(!translation.isEmpty(), where.constData());
            QVERIFY2(placeholders(translation) == placeholders(message.source), where.constData());
        }
        QVERIFY2(!message.isNumerus || message.translations.last().contains(u"%n"_s), where.constData());
    }
}

/// Without them English says "1 row(s)".
void TranslationsTest::englishHasEveryPlural() {
    const auto plurals = [](const QString& language) {
        QSet<QString> found;
        for (const Message& message : messages(folder() + u"derouter-monitor_"_s + language + u".ts"_s))
            if (message.isNumerus)
                found.insert(message.context + u": "_s + message.source);
        return found;
    };
    const QStringList missing = (plurals(u"de"_s) - plurals(u"en"_s)).values();
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
}

void TranslationsTest::everyLanguageHasTheWholeGuide_data() {
    everyTextIsTranslated_data();
}

void TranslationsTest::everyLanguageHasTheWholeGuide() {
    QFETCH(QString, file);
    if (file.endsWith(u"_en.ts"_s))
        QSKIP("the guide is English");
    QSet<QString> translated;
    for (const Message& message : messages(file))
        if (message.context == "Guide"_L1)
            translated.insert(message.source);
    const auto check = [&translated](guide::Text text) {
        QVERIFY2(text.isEmpty() || translated.contains(QString::fromUtf8(text.source)), text.source);
    };
    for (const guide::Cause& cause : guide::causes())
        for (const guide::Text text : {cause.name, cause.when, cause.fix, cause.retry.words, cause.note})
            check(text);
    for (const guide::CodeRow& row : guide::codeRows())
        for (const guide::Text text : {row.meaning, row.quickFix})
            check(text);
    for (const guide::TypeRow& row : guide::typeRows())
        for (const guide::Text text : {row.meaning, row.action})
            check(text);
    for (const WhoseMove move :
         {WhoseMove::You, WhoseMove::DeRouter, WhoseMove::Provider, WhoseMove::Unknown})
        check(guide::moveName(move));
}

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
