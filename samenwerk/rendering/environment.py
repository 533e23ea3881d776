"""The Jinja environment of the templates: a template is not a program.

It sees the dossier and the texts, cannot change them, opens no file, and every value it prints is escaped.
"""

import contextlib
import marshal
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import CodeType, MappingProxyType
from typing import Any, ClassVar, Protocol

from jinja2 import BytecodeCache, FunctionLoader, StrictUndefined, pass_eval_context
from jinja2.bccache import Bucket
from jinja2.nodes import EvalContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from samenwerk.domain.datums import show_datum
from samenwerk.domain.fasen import fase_of
from samenwerk.domain.record import Record
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.rendering.markdown import escape_paragraphs, escape_value
from samenwerk.rendering.vrij import as_own_text, write_place

FindSource = Callable[[str], str | None]
"""Gives the source of a template by its name, or None when there is none."""

NOG_OPEN = Markup("*nog open*")
_FIELDS_OF_DATUM = ("day", "month", "year")


class MissingName(StrictUndefined):
    """A name that does not exist; the second line of its message lists those that may stand there, where they are known."""

    @property
    def _undefined_message(self) -> str:
        owner = self._undefined_obj
        known = owner.velden if isinstance(owner, Record) else owner if isinstance(owner, Mapping) else ()
        namen = ", ".join(known or getattr(owner, "_fields", ()))
        return f"“{self._undefined_name}” bestaat niet\n{namen}"


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox, narrowed to the fields of the dossier: a template reads names, and neither counts nor looks at the clock."""

    intercepted_binops = frozenset({"*", "**"})

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if isinstance(obj, Record):
            return attr in obj.velden
        if isinstance(obj, date):
            return attr in _FIELDS_OF_DATUM
        return super().is_safe_attribute(obj, attr, value)


class CodeStore(Protocol):
    """A place outside the process where compiled templates are kept; it may forget them."""

    def read(self, name: str) -> bytes | None:
        """What was kept under a name."""

    def write(self, name: str, content: bytes) -> None:
        """Keep bytes under a name."""


class _Compiled(BytecodeCache):
    """What templates were compiled to: documents share their parts, and only the first of them pays.

    Compiling the parts of one document costs more than all the rest of making it.
    """

    _in_this_process: ClassVar[dict[tuple[str, str], CodeType]] = {}

    def __init__(self, store: CodeStore | None) -> None:
        self._store = store

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template whose name and source are still the same."""
        bucket.code = self._in_this_process.get((bucket.key, bucket.checksum))
        if bucket.code is not None or self._store is None:
            return
        header, _, code = (self._store.read(bucket.key) or b"").partition(b"\n")
        if header == _header_of(bucket):
            # What is damaged is compiled again.
            with contextlib.suppress(EOFError, TypeError, ValueError):
                kept = marshal.loads(code)  # noqa: S302 - from the user's own cache
                bucket.code = kept if isinstance(kept, CodeType) else None
                self._remember(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self._remember(bucket)
        if self._store is not None:
            self._store.write(bucket.key, _header_of(bucket) + b"\n" + marshal.dumps(bucket.code))

    def _remember(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._in_this_process[bucket.key, bucket.checksum] = bucket.code


_WAY_OF_COMPILING = 2
"""To be raised when an environment compiles otherwise than before: what was kept then is no longer used."""


def _header_of(bucket: Bucket) -> bytes:
    """By which source, way and Python a template was compiled; other ones cannot use it."""
    return f"{bucket.checksum} {_WAY_OF_COMPILING} {sys.version}".replace("\n", " ").encode()


def build_environment(
    samenwerking: Samenwerking,
    find_source: FindSource,
    code_store: CodeStore | None = None,
    vrij: Mapping[str, str] = MappingProxyType({}),
) -> _Environment:
    """An environment whose filters know the names in this dossier, and the own texts of people on the free places."""

    def load(naam: str) -> tuple[str, str, None] | None:
        source = find_source(naam)
        return None if source is None else (source, naam, None)

    environment = _Environment(
        loader=FunctionLoader(load),
        bytecode_cache=_Compiled(code_store),
        undefined=MissingName,
        # Every {{ … }} passes _print; autoescape keeps what macros and blocks return marked as done.
        finalize=_print,
        autoescape=True,
        # Optimised, a filter on a fixed text ("stad" | naam) would be worked out once and kept with the compiled template:
        # the name of one dossier would stand in the document of another.
        optimized=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.clear()
    environment.filters |= build_filters(samenwerking, vrij) | {"e": escape_value, "escape": escape_value}
    del environment.filters["random"]
    # The intercepted operators are looked up here and not found: a short sum can be a world of work.
    environment.binop_table.clear()
    return environment


def build_filters(samenwerking: Samenwerking, vrij: Mapping[str, str] = MappingProxyType({})) -> dict[str, Callable[..., Any]]:
    """What may stand behind a | beside Jinja's own filters; they know the names in this dossier and its own texts."""
    name = samenwerking.naam_of
    return {
        "alineas": escape_paragraphs,
        "datum": _datum,
        "fasenaam": lambda fase_id: fase_of(fase_id).naam,
        "naam": name,
        "namen": lambda sleutels: _enumerate([name(sleutel) for sleutel in sleutels]),
        "of_open": lambda value: escape_value(value) or NOG_OPEN,
        "vrij": lambda plaats: _place(str(plaats), vrij.get(str(plaats), "")),
    }


def _place(plaats: str, tekst: str) -> Markup:
    """A free place; what people write there is Markdown of their own, and is not escaped."""
    return Markup(write_place(plaats, as_own_text(tekst)))  # noqa: S704 - Markup means "is Markdown already", not HTML


@pass_eval_context  # without it Jinja prints fixed texts by itself, and then as HTML
def _print(_: EvalContext, value: object) -> Markup:
    """What `{{ … }}` prints. A method or a row not yet made into a list would print its place in memory, another every day."""
    text = escape_value(value)
    if callable(value) or isinstance(value, Iterator):
        raise TypeError(value)
    return text


def _datum(dag: date | None) -> str:
    return show_datum(dag) if dag else ""


def _enumerate(texts: Iterable[str]) -> Markup:
    """`a, b en c`."""
    words = [escape_value(text) for text in texts]
    return Markup(" en ").join([Markup(", ").join(words[:-1]), words[-1]] if len(words) > 1 else words)
