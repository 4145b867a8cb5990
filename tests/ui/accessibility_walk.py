#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The DeRouter Error Monitor authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the window as a screen reader does, over AT-SPI: every control says what it is, the table reads as the
report does, a row is chosen, and Copy and Support Ticket are pressed.

    dbus-run-session -- xvfb-run -a tests/ui/accessibility_walk.py PROGRAM LOG

Debian's packages: xvfb, xauth, at-spi2-core, gir1.2-atspi-2.0, python3-gi, xclip. Exit status 77: one is missing.
"""

import collections
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import warnings

warnings.simplefilter("ignore", DeprecationWarning)  # of the binding, for names without successors

try:
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, GLib
except (ImportError, ValueError) as missing:
    print(f"skipped: {missing}")
    sys.exit(77)
if not shutil.which("xclip"):
    print("skipped: no xclip")
    sys.exit(77)

PATIENCE = 60  # seconds
ROLE = Atspi.Role
# What can be used, and so has to say what it is.
CONTROLS = {
    ROLE.PUSH_BUTTON,
    ROLE.TOGGLE_BUTTON,
    ROLE.CHECK_BOX,
    ROLE.RADIO_BUTTON,
    ROLE.COMBO_BOX,
    ROLE.TEXT,
    ROLE.ENTRY,
    ROLE.TABLE,
    ROLE.TREE,
    ROLE.LIST,
    ROLE.MENU_ITEM,
    ROLE.PROGRESS_BAR,
}


def wait_for(what, seen):
    """The first true value of `seen()`; what is not there yet may be gone while it is asked."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            value = seen()
        except GLib.Error:
            value = None
        if value:
            return value
        time.sleep(0.05)
    sys.exit(f"not seen within {PATIENCE} s: {what}")


def children(node):
    return filter(None, (node.get_child_at_index(i) for i in range(node.get_child_count())))


def walk(node):
    """Everything below, but the cells of tables."""
    yield node
    if node.get_role() not in (ROLE.TABLE, ROLE.TREE, ROLE.LIST):
        for child in children(node):
            yield from walk(child)


def is_showing(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def find(root, role, name=None, description=None):
    def fits(node):
        return (
            node.get_role() == role
            and name in (None, node.get_name())
            and description in (None, node.get_description())
        )

    return next((node for node in walk(root) if is_showing(node) and fits(node)), None)


def press(node):
    for i in range(node.get_n_actions()):
        if node.get_action_name(i) == "Press":
            return node.do_action(i)
    sys.exit(f"nothing to press: {node.get_name()}")


def clipboard():
    return subprocess.run(
        ["xclip", "-o", "-selection", "clipboard"], capture_output=True, text=True, timeout=PATIENCE, check=False
    ).stdout


class Findings:
    def __init__(self):
        self.count = 0

    def expect(self, is_so, sentence):
        if not is_so:
            self.count += 1
            print(f"FAIL {sentence}")


def check_words(root, findings):
    """Every control that can be reached has a name, and no text is markup."""
    seen = collections.Counter()
    for node in walk(root):
        seen[node.get_role_name()] += 1
        path = f"{node.get_role_name()} '{node.get_name()}' in '{(node.get_parent() or node).get_name()}'"
        if node.get_role() in CONTROLS and (is_showing(node) or node.get_role() == ROLE.MENU_ITEM):
            findings.expect(node.get_name(), f"without a name: {path}")
        for text in (node.get_name() or "", node.get_description() or ""):
            findings.expect("</" not in text and "<p" not in text, f"markup: {path}: {text[:60]}")
    return seen


def columns(table):
    return {table.get_column_description(i): i for i in range(table.get_n_columns())}


def cell(table, row, column):
    return table.get_accessible_at(row, column).get_name()


def check_table(table, report, findings):
    """Its rows are the report's failures. Gives a row with a request-id, and that."""
    at = columns(table)
    read = collections.Counter()
    chosen = None
    for row in range(table.get_n_rows()):
        request_id = cell(table, row, at["Request-id"])
        read[request_id, cell(table, row, at["Model"]), cell(table, row, at["Message"])] += 1
        if request_id and row > 0 and not chosen:
            chosen = row, request_id
    expected = collections.Counter(
        (event["request_id"] or "", event["model"] or "", event["message"] or "") for event in report["events"]
    )
    findings.expect(read == expected, f"the table differs from the report: {list((read - expected).items())[:3]}")
    return chosen


def text_of(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def use(application, report, findings):
    application.set_cache_mask(Atspi.Cache.NONE)
    window = wait_for("a window", lambda: next(children(application), None))
    failures = len(report["events"])
    table = wait_for("the table", lambda: find(window, ROLE.TABLE, "Failures"))
    wait_for(f"{failures} rows", lambda: table.get_n_rows() == failures)
    seen = check_words(window, findings)
    findings.expect(seen["push button"] > 20 and seen["menu item"] > 40, f"hardly a window: {seen}")
    sentence = find(window, ROLE.LABEL, description="Whose move it is now")
    findings.expect(sentence and len(sentence.get_name()) > 10, "the headline's sentence cannot be read")

    row, request_id = check_table(table, report, findings)
    findings.expect(table.add_row_selection(row), "a row cannot be chosen")
    wait_for("the request-id in the details", lambda: find(window, ROLE.LABEL, request_id, "Request-id"))
    check_words(window, findings)
    press(find(window, ROLE.PUSH_BUTTON, "Copy request-id"))
    wait_for("the request-id in the clipboard", lambda: clipboard() == request_id)

    press(find(window, ROLE.PUSH_BUTTON, "Support Ticket…"))
    ticket = wait_for(
        "the ticket",
        lambda: next((node for each in children(application) if (node := find(each, ROLE.TEXT, "Ticket"))), None),
    )
    wait_for("the request-id in the ticket", lambda: request_id in text_of(ticket))
    for each in children(application):
        check_words(each, findings)
    print(f"{failures} rows, {sum(seen.values())} things; {request_id} copied")


def main():
    program, log = sys.argv[1:3]
    report = json.loads(subprocess.run([program, "--report", "json", log], capture_output=True, check=True).stdout)
    findings = Findings()
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", LANGUAGE="en")
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
            environment[name] = home
        window = subprocess.Popen([program, log], env=environment)
        try:

            def application():
                desktop = Atspi.get_desktop(0)
                return next((each for each in children(desktop) if each.get_process_id() == window.pid), None)

            use(wait_for("the program", application), report, findings)
        finally:
            window.terminate()
            window.wait()
    sys.exit(1 if findings.count else 0)


if __name__ == "__main__":
    main()
