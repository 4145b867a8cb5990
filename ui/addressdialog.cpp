// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "addressdialog.h"

#include "logtext.h"
#include "monitor/monitor.h"
#include "source/address.h"
#include "theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace derouter {

AddressDialog::AddressDialog(Monitor& monitor, QWidget* parent)
    : QDialog(parent)
    , m_monitor(monitor)
    , m_line(new QLineEdit)
    , m_verdict(new QLabel) {
    build();
    connect(m_line, &QLineEdit::textChanged, this, &AddressDialog::check);
    check();
    m_line->setFocus();
}

void AddressDialog::build() {
    setWindowTitle(tr("Open an Address"));
    resize(560, 220);
    auto* note =
        new QLabel(tr("Listen for syslog of programs on this computer at tcp://127.0.0.1:5140 or "
                      "udp://127.0.0.1:5140, or ask "
                      "a Grafana Loki by its address and a query. A password in the address is not kept."));
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    m_line->setPlaceholderText(tr("such as loki+https://logs.example.com/?query={app=\"api\"}&since=2h"));
    m_line->setClearButtonEnabled(true);
    m_line->setFont(theme::fixedFont(font()));
    m_line->setAccessibleName(tr("Address"));
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_use = buttons->addButton(tr("&Follow"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(note);
    column->addWidget(m_line);
    column->addWidget(m_verdict, 1);
    column->addWidget(buttons);
}

void AddressDialog::check() {
    const QString text = m_line->text().trimmed();
    const auto address = readAddress(addressSource(text, {}).address);
    theme::setTextColor(*m_verdict, address || text.isEmpty() ? palette().color(QPalette::WindowText)
                                                              : theme::warningText(palette()));
    if (text.isEmpty())
        m_verdict->clear();
    else if (!address)
        m_verdict->setText(inert(address.error().message));
    else if (address.value().kind == Address::Kind::Loki)
        m_verdict->setText(tr("%1 will be asked.").arg(inert(address.value().place())));
    else
        m_verdict->setText(tr("%1 will be listened at.").arg(inert(address.value().place())));
    m_use->setEnabled(address.ok());
}

void AddressDialog::accept() {
    if (!m_use->isEnabled())
        return;
    SourceSpec spec;
    spec.follow = true;
    const SourceSpec source = addressSource(m_line->text().trimmed(), spec);
    if (const auto open = m_monitor.find(source); open && !source.credentials.isEmpty())
        m_monitor.removeSource(*open); // it was opened without them, or with others
    m_monitor.addSource(source);
    QDialog::accept();
}

} // namespace derouter
