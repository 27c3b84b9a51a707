#!/usr/bin/env python3
"""Recorded sessions of `heqi lsp`: test/lsp/*.session, replayed byte for byte.

A session is a list of commands, each in a line, and under it, indented, what the server writes up to
its answer. A file that is opened lies beside the session, and is called file:///t/NAME.

    begin {"locale": "zh"}               initialize, with these params
    open NAME                            textDocument/didOpen
    edit NAME "old" "new"                textDocument/didChange, of the first place that holds old
    close NAME
    ask METHOD NAME ["needle" [SHIFT]] [{PARAMS}]
                                         textDocument/METHOD, at the begin of the first needle, moved
                                         by so many letters
    send {MESSAGE}                       a message as it stands
    end                                  shutdown, exit; the exit code is shown

With --accept the files are written anew, to be looked at as a difference. The last line is
"N passed, N failed"."""
import json
import re
import shlex
import sys

import lsp_client as client
import support

HEQI = support.find_heqi("", "HEQI")
FOLDER = support.ROOT / "test" / "lsp"
FILES = "file:///t/"

tally = support.Tally()


class Session:
    """The messages of a session, and which command brings which answers."""

    def __init__(self, lines):
        self.commands = [line for line in lines if not line.startswith("  ")]
        self.texts = {}
        self.messages = []
        self.ids = []  # by command: the request it sends, or None
        self.encoding = "utf-16"
        for command in self.commands:
            self.ids.append(self.run(command))

    def send(self, message):
        self.messages.append(message)

    def run(self, command):
        """Sends what a command says; the id of its request."""
        word, _, rest = command.partition(" ")
        if not word or word.startswith("#"):
            return None
        return getattr(self, "do_" + word)(rest)

    def number(self):
        return 1 + sum(1 for n in self.ids if n is not None)

    def do_begin(self, rest):
        params = {"capabilities": {}, **json.loads(rest or "{}")}
        if "utf-8" in rest:
            self.encoding = "utf-8"
        number = self.number()
        self.send({"id": number, "method": "initialize", "params": params})
        self.send({"method": "initialized", "params": {}})
        return number

    def do_open(self, name):
        self.texts[name] = (FOLDER / name).read_text()
        self.send(client.opened(FILES + name, self.texts[name]))

    def do_edit(self, rest):
        name, old, new = shlex.split(rest)
        old, new = (text.replace("\\n", "\n") for text in (old, new))
        text = self.texts[name]
        at = text.index(old)
        place = client.span(text, at, at + len(old), self.encoding)
        self.texts[name] = text[:at] + new + text[at + len(old):]
        self.send({"method": "textDocument/didChange", "params": {
            "textDocument": {"uri": FILES + name, "version": 2},
            "contentChanges": [{"range": place, "text": new}]}})

    def do_close(self, name):
        self.send({"method": "textDocument/didClose",
                   "params": {"textDocument": {"uri": FILES + name}}})

    def do_ask(self, rest):
        found = re.fullmatch(r'(\w+) (\S+)(?: "((?:[^"\\]|\\.)*)"(?: (\d+))?)?(?: (\{.*\}))?', rest)
        method, name, needle, shift, params = found.groups()
        at = None
        if needle is not None:
            needle = needle.replace('\\"', '"').replace("\\n", "\n")
            where = self.texts[name].index(needle) + int(shift or 0)
            at = client.position(self.texts[name], where, self.encoding)
        number = self.number()
        self.send(client.asked(number, method, FILES + name, at, **json.loads(params or "{}")))
        return number

    def do_send(self, rest):
        message = json.loads(rest)
        self.send(message)
        return message.get("id") if isinstance(message, dict) and "method" in message else None

    def do_end(self, _):
        number = self.number()
        self.send({"id": number, "method": "shutdown"})
        self.send({"method": "exit"})
        return number

    def recorded(self):
        """The session with what the server writes now."""
        replay = client.Replay(HEQI, self.messages)
        bodies, out = replay.bodies, []
        for command, number in zip(self.commands, self.ids):
            out.append(command)
            while number is not None and bodies:
                body = bodies.pop(0)
                out.append("  " + body.decode().rstrip("\n"))
                message = json.loads(body)
                if message.get("id") == number and "method" not in message:
                    break
        out += ["  " + body.decode().rstrip("\n") for body in bodies]
        out.append(f"  exit {replay.code}{' ' + replay.err if replay.err else ''}")
        return "\n".join(out) + "\n"


def judge(path):
    text = path.read_text()
    now = Session(text.splitlines()).recorded()
    if now == text:
        return []
    if "--accept" in sys.argv:
        path.write_text(now)
        print(f"wrote {path.name}")
        return []
    for number, (old, new) in enumerate(zip(text.splitlines(), now.splitlines()), 1):
        if old != new:
            return [f"line {number} was\n{old}\nand is\n{new}"]
    return ["there are fewer or more lines"]


def main():
    if not HEQI:
        return support.no_binary()
    for path in sorted(FOLDER.glob("*.session")):
        tally.case(path.name, judge(path))
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
