"""What may stand behind a | in a template: what documents need, and no more."""

import operator
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jinja2 import pass_environment
from jinja2.filters import do_default
from markupsafe import Markup

from samenwerk.domain.datums import describe_ritme, show_datum
from samenwerk.domain.fasen import fase_of
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.taal import capitalize, in_taal
from samenwerk.domain.zinnen import som_op
from samenwerk.rendering.marks.vrij import as_own_text, write_place
from samenwerk.rendering.text.markdown import escape_paragraphs, escape_value

if TYPE_CHECKING:
    from samenwerk.rendering.templates.sandbox import Sandbox

NOG_OPEN = Markup("*nog in te vullen*")

_CHOICES: dict[str, Callable[[Any, Any], Any]] = {
    **dict.fromkeys(("equalto", "eq", "=="), operator.eq),
    **dict.fromkeys(("ne", "!="), operator.ne),
    "in": lambda value, wanted: value in wanted,
}


def build_filters(samenwerking: Samenwerking, vrij: Mapping[str, str] = MappingProxyType({})) -> dict[str, Callable[..., Any]]:
    """The filters by name; some of them know the names in this dossier, one its own texts on the free places."""
    name = samenwerking.naam_of
    return {
        "alineas": escape_paragraphs,
        "capitalize": capitalize,
        "datum": lambda dag: show_datum(dag) if dag else "",
        "default": do_default,
        "e": escape_value,
        "escape": escape_value,
        "fasenaam": lambda fase_id: fase_of(fase_id).naam,
        "first": lambda rows: next(iter(rows), ""),
        "join": _join,
        "last": lambda rows: next(reversed(rows), ""),
        "length": len,
        "list": list,
        "lower": lambda text: text.lower(),
        "map": _map,
        "naam": name,
        "namen": lambda sleutels: _enumerate([name(sleutel) for sleutel in sleutels]),
        "of_open": lambda value: escape_value(value) or NOG_OPEN,
        "rejectattr": _rejectattr,
        "ritme": describe_ritme,
        "selectattr": _selectattr,
        "sort": _sort,
        "taal": lambda woorden: in_taal(woorden, samenwerking.taal),
        "trim": lambda text: text.strip(),
        "upper": lambda text: text.upper(),
        "vrij": lambda plaats: _place(str(plaats), vrij.get(str(plaats), "")),
    }


def _place(plaats: str, tekst: str) -> Markup:
    """A free place; what people write there is Markdown of their own, and is not escaped."""
    return Markup(write_place(plaats, as_own_text(tekst)))  # noqa: S704 - Markup means "is Markdown already", not HTML


def _enumerate(texts: Iterable[str]) -> Markup:
    """`a, b en c`."""
    return Markup(som_op([escape_value(text) for text in texts]))  # noqa: S704 - each is escaped, and what binds them is ours


@pass_environment
def _join(sandbox: "Sandbox", rows: Iterable[object], separator: str = "") -> str:
    return sandbox.join_texts(rows, separator)


@pass_environment
def _map(sandbox: "Sandbox", rows: Iterable[object], *, attribute: str) -> list[Any]:
    return [value for _, value in _read(sandbox, rows, attribute)]


@pass_environment
def _selectattr(sandbox: "Sandbox", rows: Iterable[object], attribute: str, *choice: Any) -> list[object]:
    return [row for row, value in _read(sandbox, rows, attribute) if _is_chosen(sandbox, value, *choice)]


@pass_environment
def _rejectattr(sandbox: "Sandbox", rows: Iterable[object], attribute: str, *choice: Any) -> list[object]:
    return [row for row, value in _read(sandbox, rows, attribute) if not _is_chosen(sandbox, value, *choice)]


@pass_environment
def _sort(sandbox: "Sandbox", rows: Collection[object], attribute: str = "") -> list[object]:
    """The rows by one of their fields, those where it is empty at the end."""
    keys = [(row, value) for row, value in _read(sandbox, rows, attribute) if isinstance(value, str | int | date | None)]
    if len(keys) < len(rows):
        raise TypeError("no text, number or date")
    ordered = sorted(keys, key=lambda pair: (pair[1] in (None, ""), pair[1] or 0))
    return [row for row, _ in ordered]


def _read(sandbox: "Sandbox", rows: Iterable[object], attribute: str) -> Iterator[tuple[object, Any]]:
    """Each row with the value of a field in it; `mandaat.namens` is a field of a deel."""
    for row in rows:
        value: Any = row
        for naam in attribute.split(".") if attribute else ():
            value = sandbox.getitem(value, naam)
        yield row, sandbox.meter.weigh_whole(value)


def _is_chosen(sandbox: "Sandbox", value: object, test: str = "", wanted: object = None) -> bool:
    return bool(_CHOICES[test](value, sandbox.meter.weigh_whole(wanted)) if test else value)
