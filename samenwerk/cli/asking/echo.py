"""What is typed, on a terminal that only knows lines and no places in them (TERM=dumb)."""

import sys
from typing import Any

from prompt_toolkit.application import Application


class Echo:
    """Writes what an application holds as it changes, in the manner of a typewriter."""

    def __init__(self, app: Application[Any], prompt: str) -> None:
        self._prompt = prompt
        self._shown: str | None = None
        app.after_render += self._follow

    def _follow(self, app: Application[Any]) -> None:
        text = app.current_buffer.text
        if self._shown is None and app.is_done:
            # Rendered once more after the end.
            return
        if self._shown is None:
            self._write(self._prompt + text)
        elif text.startswith(self._shown):
            self._write(text[len(self._shown) :])
        elif self._shown.startswith(text) and self._shown[len(text) :].isascii() and "\n" not in self._shown[len(text) :]:
            self._write("\b \b" * (len(self._shown) - len(text)))
        else:
            # Changed somewhere in the middle.
            self._write(f"\n{self._prompt}{text}")
        self._shown = text
        if app.is_done:
            self._write("\n")
            self._shown = None

    def _write(self, text: str) -> None:
        # A paste may hold signs that steer a terminal.
        sys.stdout.write("".join(sign for sign in text if sign.isprintable() or sign in "\b\n"))
        sys.stdout.flush()
