"""The yaml-language-server that editors run, spoken to over stdio as an editor does."""

import json
import os
import shutil
import subprocess
import threading
from pathlib import Path
from typing import Any

SECONDS = 60


def find_server() -> str | None:
    """The program, in the version of package-lock.json if that was installed, else the one on the PATH; None without any."""
    ours = Path(__file__).parent / "node_modules" / ".bin"
    return shutil.which("yaml-language-server", path=f"{ours}{os.pathsep}{os.environ.get('PATH', '')}")


class LanguageServer:
    """One running server, and the editor's half of the conversation."""

    def __init__(self, program: str) -> None:
        self._process = subprocess.Popen([program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._asked = 0
        self._texts: dict[str, str] = {}
        self._diagnostics: dict[str, list[dict[str, Any]]] = {}
        self._ask("initialize", {"processId": os.getpid(), "rootUri": None, "capabilities": {}})
        self._send({"method": "initialized", "params": {}})

    def close(self) -> None:
        """End the server as an editor does when it closes."""
        self._ask("shutdown", None)
        self._send({"method": "exit"})
        self._process.communicate(timeout=SECONDS)

    def open(self, path: Path) -> list[str]:
        """Open a file, and return what is wrong in it: `line: message`, lines counted from 1."""
        text, uri = path.read_text(encoding="utf-8"), path.as_uri()
        self._texts[uri] = text
        self._diagnostics.pop(uri, None)
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        while uri not in self._diagnostics:
            self._receive()
        found = sorted(self._diagnostics[uri], key=lambda diagnostic: list(diagnostic["range"]["start"].values()))
        return [f"{diagnostic['range']['start']['line'] + 1}: {diagnostic['message']}" for diagnostic in found]

    def complete(self, path: Path, after: str) -> dict[str, str]:
        """What is offered behind the one place with this text: label and what would be inserted."""
        answer = self._ask("textDocument/completion", self._place(path, after))
        return {item["label"]: item.get("insertText", item["label"]) for item in answer["items"]}

    def hover(self, path: Path, on: str) -> str:
        """What is shown when the mouse rests on the end of the one place with this text."""
        answer = self._ask("textDocument/hover", self._place(path, on, back=1))
        return str(answer["contents"]["value"]) if answer else ""

    def _place(self, path: Path, after: str, back: int = 0) -> dict[str, Any]:
        text = self._texts[path.as_uri()]
        assert text.count(after) == 1, f"{after!r} stands {text.count(after)} times in the text"
        before = text[: text.index(after) + len(after) - back]
        position = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        return {"textDocument": {"uri": path.as_uri()}, "position": position}

    def _ask(self, method: str, params: Any) -> Any:
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self._asked and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        """The next message; one from the server that asks for something is answered with nothing."""
        assert self._process.stdout is not None
        # A server that says nothing any more must not keep the tests waiting for ever.
        watch = threading.Timer(SECONDS, self._process.kill)
        watch.start()
        length = 0
        while (line := self._process.stdout.readline()) not in (b"\r\n", b""):
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        body = self._process.stdout.read(length)
        watch.cancel()
        assert body, "the language server has stopped"
        message: dict[str, Any] = json.loads(body)
        if "method" in message and "id" in message:
            self._send({"id": message["id"], "result": None})
        if message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        return message
