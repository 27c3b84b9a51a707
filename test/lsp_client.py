"""A client of `heqi lsp` for the tests: frames, positions, one run of a session."""
import json
import subprocess
import tempfile


def framed(message):
    """A message as it goes over the wire; bytes go as they are, what is no object without more."""
    if isinstance(message, bytes):
        return message
    if isinstance(message, dict):
        message = {"jsonrpc": "2.0", **message}
    body = json.dumps(message, ensure_ascii=False).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def unframed(data):
    """The bodies of what a server wrote; raises where that is not framed as it must be."""
    bodies = []
    while data:
        head, _, rest = data.partition(b"\r\n\r\n")
        name, _, length = head.partition(b": ")
        if name != b"Content-Length" or len(rest) < int(length):
            raise ValueError(f"not framed: {data[:80]!r}")
        bodies.append(rest[:int(length)])
        data = rest[int(length):]
    return bodies


class Replay:
    """All messages at once, from a file, so that what the server does depends on nothing else."""

    def __init__(self, heqi, messages, cwd=None):
        with tempfile.TemporaryFile() as stdin:
            stdin.write(b"".join(map(framed, messages)))
            stdin.seek(0)
            done = subprocess.run([heqi, "lsp"], stdin=stdin, capture_output=True, timeout=120,
                                  cwd=cwd)
        self.code, self.err = done.returncode, done.stderr.decode(errors="replace")
        self.bodies = unframed(done.stdout)
        self.messages = [json.loads(body) for body in self.bodies]

    def answer(self, number):
        """The result of a request, or its error."""
        for message in self.messages:
            if message.get("id") == number and "method" not in message:
                return message.get("result", message.get("error"))
        raise KeyError(number)

    def diagnostics(self, uri):
        """What was told of a file last."""
        told = [m["params"]["diagnostics"] for m in self.messages
                if m.get("method") == "textDocument/publishDiagnostics" and m["params"]["uri"] == uri]
        return told[-1] if told else None


def units(text, encoding):
    """How many characters a text has for the protocol."""
    return len(text.encode()) if encoding == "utf-8" else len(text.encode("utf-16-le")) // 2


def position(text, offset, encoding="utf-16"):
    """A place of a Python string as the protocol counts it."""
    before = text[:offset]
    return {"line": before.count("\n"),
            "character": units(before[before.rfind("\n") + 1:], encoding)}


def span(text, begin, end, encoding="utf-16"):
    return {"start": position(text, begin, encoding), "end": position(text, end, encoding)}


def offset(text, place, encoding="utf-16"):
    """And back."""
    at = 0
    for _ in range(place["line"]):
        at = text.index("\n", at) + 1
    left = place["character"]
    while left > 0:
        left -= units(text[at], encoding)
        at += 1
    return at


def applied(text, edits, encoding="utf-16"):
    """A text after edits, which are all of the text as it was."""
    edits = sorted(edits, key=lambda e: offset(text, e["range"]["start"], encoding), reverse=True)
    for edit in edits:
        begin, end = (offset(text, edit["range"][side], encoding) for side in ("start", "end"))
        text = text[:begin] + edit["newText"] + text[end:]
    return text


def begin(**params):
    return [{"id": 1, "method": "initialize", "params": {"capabilities": {}, **params}},
            {"method": "initialized", "params": {}}]


END = [{"id": "end", "method": "shutdown"}, {"method": "exit"}]


def opened(uri, text, version=1):
    return {"method": "textDocument/didOpen", "params": {"textDocument": {
        "uri": uri, "languageId": "heqi", "version": version, "text": text}}}


def asked(number, method, uri, at=None, **params):
    params["textDocument"] = {"uri": uri}
    if at is not None:
        params["position"] = at
    return {"id": number, "method": "textDocument/" + method, "params": params}
