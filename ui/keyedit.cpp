// SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyedit.h"

#include <QKeyEvent>

namespace derouter {

/// Half of a key at most: Ctrl, AltGr, a lock, or an accent that waits for its letter. Qt's field would
/// forget its key for some and take others for one.
static bool isIncomplete(int key) {
    const bool isModifier = (key >= Qt::Key_Shift && key <= Qt::Key_ScrollLock) ||
                            (key >= Qt::Key_Super_L && key <= Qt::Key_Hyper_R && key != Qt::Key_Menu);
    return isModifier || key == Qt::Key_AltGr || key == Qt::Key_Mode_switch || key == Qt::Key_Multi_key ||
           key == 0 || key == Qt::Key_unknown ||
           (key >= Qt::Key_Dead_Grave && key <= Qt::Key_Dead_Longsolidusoverlay);
}

void KeyEdit::keyPressEvent(QKeyEvent* event) {
    if (isIncomplete(event->key()))
        return;
    const bool isRemoval = event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete;
    const QKeySequence before = keySequence();
    if (isRemoval && event->modifiers() == Qt::NoModifier)
        clear();
    else
        QKeySequenceEdit::keyPressEvent(event);
    if (keySequence() != before)
        Q_EMIT typed();
}

} // namespace derouter
