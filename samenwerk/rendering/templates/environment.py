"""The Jinja environment of the templates: where it finds them, and where it keeps what they were compiled to."""

import contextlib
import marshal
import sys
from collections.abc import Callable, Mapping
from types import CodeType, MappingProxyType
from typing import ClassVar, Protocol

from jinja2 import BytecodeCache, FunctionLoader
from jinja2.bccache import Bucket

from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.rendering.templates.filters import build_filters
from samenwerk.rendering.templates.sandbox import Sandbox

FindSource = Callable[[str], str | None]
"""Gives the source of a template by its name, or None when there is none."""


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


_WAY_OF_COMPILING = 4
"""To be raised when an environment compiles otherwise than before: what was kept then is no longer used."""


def _header_of(bucket: Bucket) -> bytes:
    """By which source, way and Python a template was compiled; other ones cannot use it."""
    return f"{bucket.checksum} {_WAY_OF_COMPILING} {sys.version}".replace("\n", " ").encode()


def build_environment(
    samenwerking: Samenwerking,
    find_source: FindSource,
    code_store: CodeStore | None = None,
    vrij: Mapping[str, str] = MappingProxyType({}),
) -> Sandbox:
    """An environment whose filters know the names in this dossier, and the own texts of people on the free places."""

    def load(naam: str) -> tuple[str, str, None] | None:
        source = find_source(naam)
        if source is None:
            return None
        environment.meter.charge_source(source)
        return source, naam, None

    environment = Sandbox(
        loader=FunctionLoader(load),
        bytecode_cache=_Compiled(code_store),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.add_filters(build_filters(samenwerking, vrij))
    return environment
