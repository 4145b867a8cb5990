// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "language.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QTranslator>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace derouter {

namespace {

constexpr QLatin1StringView folder = ":/i18n"_L1;
constexpr QLatin1StringView beginning = "derouter-monitor_"_L1; // of the files' names

void install(std::unique_ptr<QTranslator> translator, bool loaded) {
    if (!loaded)
        return;
    translator->setParent(QCoreApplication::instance());
    QCoreApplication::installTranslator(translator.release());
}

} // namespace

std::vector<Language> languages() {
    std::vector<Language> all;
    for (const QString& file : QDir(folder).entryList({beginning + u"*.qm"_s}, QDir::Files, QDir::Name)) {
        QTranslator texts;
        if (!texts.load(file, folder))
            continue;
        // Every language translates it into its own name.
        const char* const english = QT_TRANSLATE_NOOP("Language", "English");
        const QString own = texts.translate("Language", english);
        all.push_back({file.sliced(beginning.size(), file.lastIndexOf(u'.') - beginning.size()),
                       own.isEmpty() ? QString::fromLatin1(english) : own});
    }
    return all;
}

bool isSpoken(const QString& language) {
    return QFile::exists(folder + u'/' + beginning + language + u".qm"_s);
}

QLocale localeOf(const QString& language) {
    const QLocale system = QLocale::system();
    if (!isSpoken(language))
        return system;
    const QLocale chosen(language);
    return {chosen.language(), chosen.script(), system.territory()};
}

void speak(const QLocale& locale) {
    QCoreApplication* const application = QCoreApplication::instance();
    qDeleteAll(application->findChildren<QTranslator*>(Qt::FindDirectChildrenOnly)); // which removes them
    QLocale::setDefault(locale);
    auto ours = std::make_unique<QTranslator>();
    // English has a file for its plural forms alone.
    const bool known =
        ours->load(locale, u"derouter-monitor"_s, u"_"_s, folder) || ours->load(beginning + u"en"_s, folder);
    install(std::move(ours), known);
    auto qts = std::make_unique<QTranslator>();
    const bool found =
        qts->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(std::move(qts), found);
}

} // namespace derouter
