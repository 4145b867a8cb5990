// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "savedialog.h"

#include "report/outputfile.h"

#include <QDateTime>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace derouter {

SaveDialog::SaveDialog(const QString& title, const QString& what, const QList<Form>& forms, QWidget* parent)
    : QFileDialog(parent, title)
    , m_what(what)
    , m_begun(QDateTime::currentDateTimeUtc().toString(u"'derouter-%1-'yyyyMMdd'T'HHmmss'Z'"_s).arg(what))
    , m_forms(forms) {
    setAcceptMode(QFileDialog::AcceptSave);
    setFileMode(QFileDialog::AnyFile);
    QStringList filters;
    for (const Form& form : forms)
        filters << tr("%1 (*.%2)", "what kind of file and its suffix").arg(form.name, form.suffix);
    setNameFilters(filters);
    const QSettings settings;
    if (const QString folder = settings.value(what + "/folder"_L1).toString(); !folder.isEmpty())
        setDirectory(folder);
    const QString last = settings.value(what + "/format"_L1).toString();
    const auto known = std::ranges::find(m_forms, last, &Form::suffix);
    const qsizetype form = known == m_forms.end() ? 0 : known - m_forms.begin();
    selectNameFilter(filters[form]);
    setDefaultSuffix(m_forms[form].suffix);
    selectFile(suggestedName());
    connect(this, &QFileDialog::filterSelected, this, [this](const QString& filter) {
        setDefaultSuffix(m_forms[nameFilters().indexOf(filter)].suffix);
        if (QFileInfo(selectedFiles().value(0)).completeBaseName() == m_begun)
            selectFile(suggestedName());
    });
    connect(this, &QFileDialog::fileSelected, this, [this](const QString& path) {
        remember(path);
        Q_EMIT chosen(path, formOf(path));
    });
}

QString SaveDialog::suggestedName() const {
    return m_begun + u'.' + defaultSuffix();
}

int SaveDialog::formOf(const QString& path) const {
    const QString suffix = QFileInfo(path).suffix().toLower();
    const auto known = std::ranges::find(m_forms, suffix, &Form::suffix);
    return static_cast<int>(known == m_forms.end() ? nameFilters().indexOf(selectedNameFilter())
                                                   : known - m_forms.begin());
}

void SaveDialog::remember(const QString& path) {
    QSettings settings;
    settings.setValue(m_what + "/folder"_L1, QFileInfo(path).absolutePath());
    settings.setValue(m_what + "/format"_L1, m_forms[formOf(path)].suffix);
}

Result<Done> saveFile(const QString& path, const std::function<void(QIODevice&)>& write) {
    auto file = OutputFile::open(path);
    if (!file)
        return file.error();
    write(file.value()->device()); // what the device could not take, commit() tells
    return file.value()->commit();
}

} // namespace derouter
