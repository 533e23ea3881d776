"""One answer on the keyboard: a line that can be edited, in which a paste is one answer however many lines it has.

Only this room and `echo.py` know prompt_toolkit; why that library, and what it costs: docs/besluiten/0028-antwoordregel.md.
"""

import atexit
import os
import re
import select
import signal
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.filters import has_selection
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import DummyOutput, Output
from prompt_toolkit.output.defaults import create_output
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.utils import is_dumb_terminal

from samenwerk.cli.asking.echo import Echo
from samenwerk.cli.screen import tell

PROMPT = "> "

_PASTE_GAP = 0.02
"""Seconds between two parts of a paste that a terminal hands over piece by piece; nobody types so fast after Enter."""

_TEXT_KEYS = (Keys.BracketedPaste, Keys.ControlM, Keys.ControlJ)


class Typed(NamedTuple):
    """What stood on the line when the person was done with it, and whether to go on with it in an editor."""

    text: str
    in_editor: bool = False


def read_line(draft: str = "", names: Sequence[str] = (), *, selected: bool = True) -> Typed:
    """What someone types; Tab completes the names.

    `draft` stands there from the beginning. While it is selected, what is typed comes in its place; an arrow goes into it.

    Raises `KeyboardInterrupt` when the person stops, with Ctrl-C or Ctrl-D, or is gone: a closed window, a lost connection.
    """
    return _open_line().read(draft, names, selected=selected)


@cache
def _open_line() -> "_Line":
    return _Line()


class _Line:
    """The keyboard and the screen for as long as the command runs, so that the arrow up brings back earlier answers."""

    def __init__(self) -> None:
        self._is_gone, is_dumb = False, is_dumb_terminal()
        self._session: PromptSession[Typed | str] = PromptSession(
            PROMPT,
            output=DummyOutput() if is_dumb else _open_output(),
            key_bindings=_bind_keys(),
            complete_while_typing=False,
        )
        if is_dumb:
            Echo(self._session.app, PROMPT)
        # Esc and then Enter is one key, however long someone looks for the second: an hour.
        self._session.app.timeoutlen = 3600.0
        if hasattr(signal, "SIGHUP"):
            signal.signal(signal.SIGHUP, self._leave)
        atexit.register(self._give_back)

    def read(self, draft: str, names: Sequence[str], *, selected: bool) -> Typed:
        if self._is_gone:
            raise KeyboardInterrupt
        # What was typed before the question could be read is no answer to it yet: it stands there, and waits for Enter.
        if waiting := self._take_waiting():
            draft, selected = waiting if selected else draft + waiting, False
        try:
            typed = self._session.prompt(
                default=draft, completer=_Names(names), pre_run=self._select_all if selected and draft else None
            )
        except EOFError:
            raise KeyboardInterrupt from None
        return typed if isinstance(typed, Typed) else Typed(typed)

    def _select_all(self) -> None:
        buffer = self._session.default_buffer
        buffer.cursor_position = 0
        buffer.start_selection()
        if buffer.selection_state:
            buffer.selection_state.enter_shift_mode()
        buffer.cursor_position = len(buffer.text)

    def _take_waiting(self) -> str:
        """The text that was typed while nothing was asked."""
        presses = []
        with self._session.input.raw_mode():
            while more := self._session.input.read_keys():
                presses += more
        text = "".join(press.data for press in presses if press.key in _TEXT_KEYS or len(press.key) == 1)
        return _as_lines(text)

    def _give_back(self) -> None:
        """Show what was typed beyond the last answer: the shell must not run it, and nobody should have to type it again."""
        rest = "" if self._is_gone else self._take_waiting().strip()
        if rest:
            tell("Dit typte u nog na het laatste antwoord; het is nergens bewaard:", style="open")
            for line in rest.splitlines():
                tell(line, indent=2)

    def _leave(self, *_: object) -> None:
        """The window was closed or the connection lost: what was answered can be saved, what is told of it goes nowhere."""
        self._is_gone = True
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (sys.stdout, sys.stderr):
            os.dup2(nowhere, stream.fileno())
        app = self._session.app
        if app.is_running and app.loop is not None:
            app.loop.call_soon_threadsafe(lambda: app.is_done or app.exit(exception=EOFError()))


class _Names(Completer):
    """The names that hold what stands behind the last comma."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        part = re.split("[,;] *", document.text_before_cursor)[-1]
        for name in self._names:
            if part.casefold() in name.casefold():
                yield Completion(name, start_position=-len(part))


def _as_lines(typed: str) -> str:
    """The text with the line ends of a text: the key Enter gives another one."""
    return typed.replace("\r\n", "\n").replace("\r", "\n")


def _open_output() -> Output:
    output = create_output()
    if isinstance(output, Vt100_Output):
        # Else the terminal is asked where its cursor stands, and an answer that comes late is read by the shell.
        output.enable_cpr = False
    return output


def _bind_keys() -> KeyBindings:
    keys = KeyBindings()

    @keys.add("enter")
    def _answer(event: KeyPressEvent) -> None:
        # A terminal that does not mark a paste hands over its lines together; who is done presses Enter and waits.
        if event.key_processor.input_queue or _has_more(event.app.input):
            event.current_buffer.insert_text("\n")
        else:
            event.current_buffer.validate_and_handle()

    @keys.add(Keys.BracketedPaste, filter=has_selection)
    def _replace(event: KeyPressEvent) -> None:
        event.current_buffer.cut_selection()
        event.current_buffer.insert_text(_as_lines(event.data))

    @keys.add("escape", "enter")
    def _begin_line(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    @keys.add("tab")
    def _complete(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        fitting = list(buffer.completer.get_completions(buffer.document, CompleteEvent(completion_requested=True)))
        if buffer.complete_state:
            buffer.complete_next()
        elif len(fitting) == 1:
            buffer.apply_completion(fitting[0])
        else:
            buffer.start_completion()

    @keys.add("f4")
    def _go_to_editor(event: KeyPressEvent) -> None:
        event.app.exit(result=Typed(event.current_buffer.text, in_editor=True))

    @keys.add("c-z")
    def _undo(event: KeyPressEvent) -> None:
        event.current_buffer.undo()

    @keys.add("c-r")
    @keys.add("c-s")
    def _search_nothing(event: KeyPressEvent) -> None:
        """Searching earlier answers would be in English, and is left by keys that nobody knows."""

    return keys


def _has_more(keyboard: Input) -> bool:
    # On Windows the library marks a paste itself, by what comes in together.
    return os.name != "nt" and bool(select.select([keyboard.fileno()], [], [], _PASTE_GAP)[0])
