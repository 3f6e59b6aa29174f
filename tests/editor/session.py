"""Asks the real yaml-language-server what an editor shows: ``python tests/editor/session.py SERVER``.

SERVER is the program that ``npm install yaml-language-server`` makes (``node_modules/.bin/yaml-language-server``). A
definition with the usual first line is opened, as VS Code does it; printed is what hovering over some keys and asking
for completion show. No part of the test suite, which needs no npm; ``docs/editor.md`` shows what it printed.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "definitions"
HOVERS = ("requirements:", "activity:", "decision:", "answer:", "sla:", "within:", "from:", "free:", "kind:")
TEXT = """\
# yaml-language-server: $schema=sop.schema.json
sop: 1
id: coba
requirements:
  - id: surat
    text: Surat permohonan
steps:
  - id: periksa
    actor: petugas
    activity: Memeriksa berkas
    decision:
      question: Apakah berkas lengkap?
      branches:
        - answer: lengkap
sla:
  within: 3 hari kerja
  from: requirements_complete
fee:
  free: true
complaints:
  channels:
    - kind: phone
"""
ASKED = {
    "kunci tingkat atas": TEXT,
    "kunci sebuah langkah": TEXT.replace("    decision:\n", "    \n    decision:\n"),
    "isi `from`": TEXT.replace("from: requirements_complete", "from: "),
    "isi `kind`": TEXT.replace("kind: phone", "kind: "),
}
PLACES = {
    "kunci tingkat atas": "",
    "kunci sebuah langkah": "    ",
    "isi `from`": "  from: ",
    "isi `kind`": "    - kind: ",
}


SETTINGS = {
    "hover": True,
    "completion": True,
    "schemas": {
        (FOLDER / "sop.schema.json").as_uri(): ["definitions/*.yaml", "!definitions/*.uji.yaml"],
        (FOLDER / "unit.schema.json").as_uri(): "definitions/units/**/*.yaml",
        (FOLDER / "project.schema.json").as_uri(): "sop-project.yaml",
        (FOLDER / "scenario.schema.json").as_uri(): "definitions/*.uji.yaml",
        (FOLDER / "people.schema.json").as_uri(): "people.yaml",
    },
}
"""The settings that ``docs/editor.md`` gives for a whole folder; a file without the first line falls under them."""


class Server:
    """A language server that runs beside us and is spoken to over its standard streams."""

    def __init__(self, program: str) -> None:
        self.process = subprocess.Popen([program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.number = 0

    def send(self, method: str, params: Any, **more: Any) -> None:
        """Send a message."""
        self.write({"jsonrpc": "2.0", "method": method, "params": params, **more})

    def write(self, message: dict[str, Any]) -> None:
        """Write a message with its head."""
        body = json.dumps(message).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def ask(self, method: str, params: Any) -> Any:
        """Return the answer to a question; what the server asks meanwhile is answered with nothing."""
        self.number += 1
        self.send(method, params, id=self.number)
        while True:
            message = self.read()
            if message.get("id") == self.number and "method" not in message:
                return message["result"]
            if "id" in message and "method" in message:
                wanted = message["params"]["items"] if message["method"] == "workspace/configuration" else None
                answers = [SETTINGS if each.get("section") == "yaml" else None for each in wanted or ()]
                self.write({"jsonrpc": "2.0", "id": message["id"], "result": answers if wanted else None})

    def read(self) -> dict[str, Any]:
        """Return the server's next message."""
        assert self.process.stdout is not None
        length = 0
        while (line := self.process.stdout.readline().strip()) or not length:
            if not line and self.process.poll() is not None:
                raise SystemExit("the server has ended")
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        answer: dict[str, Any] = json.loads(self.process.stdout.read(length))
        return answer


def opened(server: Server, text: str, name: str) -> str:
    """Open a text as a file beside the definitions, without writing it."""
    address = (FOLDER / name).resolve().as_uri()
    document = {"uri": address, "languageId": "yaml", "version": 1, "text": text}
    server.send("textDocument/didOpen", {"textDocument": document})
    return address


def main(program: str) -> None:
    """Print what an editor shows."""
    server = Server(program)
    shown = {"documentationFormat": ["markdown", "plaintext"], "snippetSupport": True}
    asks = {"configuration": True}
    capabilities = {
        "workspace": asks,
        "textDocument": {"hover": {"contentFormat": ["markdown"]}, "completion": {"completionItem": shown}},
    }
    server.ask("initialize", {"processId": None, "rootUri": FOLDER.as_uri(), "capabilities": capabilities})
    server.send("initialized", {})
    server.send("workspace/didChangeConfiguration", {"settings": {"yaml": SETTINGS}})
    lines = [f"== {key}\n{hover(server, TEXT, 'coba.yaml', key)}\n" for key in HOVERS]
    lines += [f"== {what}\n{completion(server, text, what)}\n" for what, text in ASKED.items()]
    lines.append("== tanpa baris pertama, dengan pengaturan folder")
    bare = TEXT.partition("\n")[2]
    lines.append(hover(server, bare, "tanpa.yaml", "activity:"))
    lines.append(hover(server, "unit: 1\nname: Unit\n", "units/a/b.yaml", "name:"))
    lines.append(hover(server, "project: 1\npaper: F4\n", "../sop-project.yaml", "paper:"))
    lines.append(hover(server, bare, "tanpa.uji.yaml", "activity:"))
    sys.stdout.write("\n".join(lines) + "\n")
    server.process.terminate()


def hover(server: Server, text: str, name: str, key: str) -> str:
    """Return what hovering over a key shows, "-" for nothing."""
    address = opened(server, text, name)
    lines = text.split("\n")
    line = next(number for number, each in enumerate(lines) if key in each)
    place = {"line": line, "character": lines[line].index(key) + 1}
    answer = server.ask("textDocument/hover", {"textDocument": {"uri": address}, "position": place})
    return str(answer["contents"]["value"]) if answer else "-"


def completion(server: Server, text: str, what: str) -> str:
    """Return what completion offers, a line each."""
    address = opened(server, text, f"coba{len(text)}.yaml")
    lines = text.split("\n")
    place = {"line": len(lines) - 1 - lines[::-1].index(PLACES[what]), "character": len(PLACES[what])}
    answer = server.ask("textDocument/completion", {"textDocument": {"uri": address}, "position": place})
    words = {each["label"]: each.get("documentation", "") for each in answer["items"]}
    return "\n".join(f"{key}: {each if isinstance(each, str) else each['value']}" for key, each in words.items())


if __name__ == "__main__":
    main(sys.argv[1])
