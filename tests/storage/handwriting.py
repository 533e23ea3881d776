"""Dossiers as people write them: data that follows the table of fields, in every shape of YAML a hand gives it.

All choices come from one `Hand`, so that Hypothesis can shrink them and a fixed seed can repeat them.
"""

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Any, NamedTuple, TypeVar

from hypothesis import strategies as st

from samenwerk.domain.record import (
    DATUM,
    DEEL,
    GETAL,
    KEUZE,
    LIJST,
    RECORDS,
    REEKS,
    RITME,
    TEKST,
    VERWIJZING,
    VERWIJZINGEN,
    WOORDEN,
    Record,
    Veld,
)
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.storage.yaml_format import tidy
from samenwerk.storage.yaml_tree import Plain

T = TypeVar("T")

SLEUTELS = ("stad", "school", "bib", "ouders_van-de-wijk", "nr1")
DATUMS = ("2026-03-01", "2025-12-31", "2026-02-20")
WOORD = (
    *(
        "samen",
        "De",
        "brug",
        "café",
        "coördinatie",
        "één",
        "brug: samen",
        "naam:",
        "👩‍🏫",
        "€",
        "#samen",
        "'t",
        '"open"',
        "-",
        "nee",
    ),
    *("yes", "14:30", "0475", "1_000", "0x10", "2026-03-01", "a\u2028b", "{x}", "[y]", "50%", "@stad", "*", "&", "!", "|", ">"),
    *("a\\b", "?", "~", "null", ",", "huis  van", "een_woord", "<<", "---", "%", "`", "\u00a0x"),
)
NOTE = re.compile(r"# noot \d+")

_PLAIN = re.compile(r"[A-Za-z0-9é€👩](?:(?!: | #)[^\n\u2028])*(?<![: ])")
_PLAIN_IN_FLOW = re.compile(r"[A-Za-z0-9é€👩][^\n\u2028,\[\]{}:?#&*!|>'\"%@`\\-]*(?<! )")
_FOLDABLE = re.compile(r"\S+(?:[ \n]\S+)*")


class Hand:
    """Makes every choice with one function; the first option is the plainest."""

    def __init__(self, choose: Callable[[Sequence[Any]], Any]) -> None:
        self._choose = choose

    def pick(self, options: Sequence[T]) -> T:
        chosen: T = self._choose(options)
        return chosen

    def one_in(self, number: int) -> bool:
        return self.pick(range(number)) == number - 1


class Handwritten(NamedTuple):
    """A text, the data it was written from, and the way its lines end."""

    text: str
    data: dict[str, Plain]
    newline: str


def hands() -> st.SearchStrategy[Hand]:
    """Hands that choose by the bytes of one draw: quick, and shrunk towards the plainest dossier."""
    # One number: bytes would be drawn one by one.
    return st.integers(0, 256**1500 - 1).map(lambda number: _hand_of_bytes(number.to_bytes(1500, "little")))


def _hand_of_bytes(drawn: bytes) -> Hand:
    numbers = iter(drawn)
    return Hand(lambda options: options[next(numbers, 0) % len(options)])


def seeded_hand(seed: int) -> Hand:
    return Hand(Random(seed).choice)


def write_dossier(hand: Hand) -> Handwritten:
    data = make_record(hand, Samenwerking)
    newline = hand.pick(("\n", "\r\n"))
    writer = _Writer(hand)
    if hand.one_in(8):
        writer.lines.append("---")
    writer.mapping(data, 0, "")
    text = newline.join(writer.lines) + ("" if hand.one_in(4) else newline)
    return Handwritten(text, data, newline)


# Data


def make_record(hand: Hand, record: type[Record]) -> dict[str, Plain]:
    """At least one field; what the table requires is always there."""
    chosen = [naam for naam, veld in record.velden.items() if veld.verplicht or hand.one_in(4)]
    return {naam: make_value(hand, record.velden[naam]) for naam in chosen or [hand.pick(list(record.velden))]}


def make_value(hand: Hand, veld: Veld, *, filled: bool = False) -> Plain:
    if not filled and hand.one_in(12):
        return [] if veld.soort in (LIJST, VERWIJZINGEN, REEKS) else {} if veld.soort in (WOORDEN, RECORDS, DEEL) else ""
    if veld.soort == DEEL and veld.record:
        return make_record(hand, veld.record)
    if veld.soort in (LIJST, REEKS, VERWIJZINGEN):
        return [make_item(hand, veld) for _ in range(hand.pick((1, 2, 3)))]
    if veld.soort in (RECORDS, WOORDEN):
        return {sleutel: make_item(hand, veld) for sleutel in SLEUTELS[: hand.pick((1, 2, 3))]}
    return make_scalar(hand, veld)


def make_item(hand: Hand, veld: Veld) -> Plain:
    """One item of a list, or one record or text of a collection."""
    if veld.record:
        return make_record(hand, veld.record)
    return hand.pick(SLEUTELS) if veld.soort == VERWIJZINGEN else make_text(hand)


def make_scalar(hand: Hand, veld: Veld) -> str:
    choices = {
        DATUM: DATUMS,
        GETAL: [str(number) for number in range(veld.minimum, min(veld.maximum, 9) + 1)],
        KEUZE: veld.keuzes,
        RITME: ("6 maanden", "1 jaar"),
        VERWIJZING: SLEUTELS,
    }
    return hand.pick(choices[veld.soort]) if veld.soort != TEKST else make_text(hand)


def make_text(hand: Hand) -> str:
    text = " ".join(hand.pick(WOORD) for _ in range(hand.pick((1, 2, 3, 5, 25 if hand.one_in(4) else 4)))).strip()
    return text + hand.pick(("\n", "\n\n")) + hand.pick(WOORD).strip() if hand.one_in(6) else text


# Writing


class _Writer:
    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self._notes = 0
        self.lines: list[str] = []

    def mapping(self, data: dict[str, Plain], column: int, lead: str) -> None:
        """The keys of a block mapping; `lead` is what already stands on the line of the first one."""
        for number, (key, value) in enumerate(data.items()):
            if not lead or number:
                self._noise(column)
            shape = self._hand.pick((f"{key}:",) * 8 + (f"{key} :", f'"{key}":', f"'{key}':"))
            self._value((lead if not number and lead else " " * column) + shape, value, column, in_mapping=True)

    def _value(self, lead: str, value: Plain, column: int, *, in_mapping: bool) -> None:
        gap = " " * self._hand.pick((1, 1, 1, 2, 4))
        if isinstance(value, str):
            self._text(lead, gap, value, column, in_mapping=in_mapping)
        elif not value:
            empty = self._hand.pick(("", "[]" if isinstance(value, list) else "{}", "~", "null"))
            self.lines.append(f"{lead}{gap if empty else ''}{empty}{self._tail()}")
        elif self._hand.one_in(5):
            self._flow_value(lead + gap, value, column)
        elif isinstance(value, dict):
            self.lines.append(lead + self._tail())
            self.mapping(value, column + self._hand.pick((2, 1, 3, 4, 6)), "")
        else:
            self.lines.append(lead + self._tail())
            self._list(value, column + self._hand.pick((2, 0, 1, 4)))

    def _list(self, items: list[Plain], column: int) -> None:
        for item in items:
            self._noise(column)
            gap = " " * self._hand.pick((1, 1, 3))
            if not isinstance(item, dict) or not item or self._hand.one_in(3):
                self._value(" " * column + "-", item, column, in_mapping=False)
            elif self._hand.one_in(10):
                self.lines.append(" " * column + "-" + self._tail())
                self.mapping(item, column + 1 + len(gap), "")
            else:
                self.mapping(item, column + 1 + len(gap), " " * column + "-" + gap)

    def _text(self, lead: str, gap: str, text: str, column: int, *, in_mapping: bool) -> None:
        if not text:
            empty = self._hand.pick(("", "", "~", "''", '""', "null"))
            self.lines.append(f"{lead}{gap if empty else ''}{empty}{self._tail()}")
            return
        if self._hand.one_in(15):
            gap += self._hand.pick((f"&anker{len(self.lines)} ", "!!str "))
        indent = column + self._hand.pick((2, 1, 4))
        style = self._hand.pick([style for style in ("plain", "'", '"', "|", ">", "lines") if _can_write(style, text)])
        if style in ("|", ">"):
            indicator = str(indent - column) if in_mapping and self._hand.one_in(5) else ""
            self.lines.append(f"{lead}{gap}{style}{indicator}{self._hand.pick(('', '-', '+'))}{self._tail()}")
            parts = text.split("\n") if style == "|" else self._fold(text)
            self.lines.extend(" " * indent + part if part else "" for part in parts)
        elif style == "lines":
            first, *rest = self._break(text)
            self.lines.append(f"{lead}{gap}{first}")
            self.lines.extend(" " * (column + 1 + self._hand.pick((1, 3))) + part for part in rest)
        else:
            self.lines.append(f"{lead}{gap}{self._inline(text, style)}{self._tail()}")

    def _inline(self, text: str, style: str) -> str:
        if style == "'":
            return "'" + text.replace("'", "''") + "'"
        if style == '"':
            escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
            if self._hand.one_in(2):
                escaped = escaped.replace("\u2028", "\\L").replace("é", "\\xe9")
            return f'"{escaped}"'
        return text

    def _break(self, text: str) -> list[str]:
        """The text over two lines, broken at one of its single spaces."""
        spaces = [found.start() for found in re.finditer(r"(?<=\S) (?=[^\s#])", text)]
        place = self._hand.pick(spaces) if spaces else len(text)
        return [part for part in (text[:place], text[place + 1 :]) if part]

    def _fold(self, text: str) -> list[str]:
        lines: list[str] = []
        for number, paragraph in enumerate(text.split("\n")):
            lines += [""] * bool(number)
            lines += self._break(paragraph) if paragraph else []
        return lines

    # Between braces and brackets

    def _flow_value(self, lead: str, value: list[Plain] | dict[str, Plain], column: int) -> None:
        inside = [f"{key}: {self._flow(inner)}" for key, inner in value.items()] if isinstance(value, dict) else []
        inside = inside or [self._flow(inner) for inner in value]
        opening, closing = "{}" if isinstance(value, dict) else "[]"
        comma = self._hand.pick(("", "", ","))
        if self._hand.one_in(3):
            self.lines.append(f"{lead}{opening}{self._tail()}")
            for number, part in enumerate(inside):
                self.lines.append(" " * (column + 2) + part + ("," if number + 1 < len(inside) else comma) + self._tail())
            self.lines.append(" " * (column + 1) + closing + self._tail())
            return
        pad = self._hand.pick(("", " "))
        self.lines.append(
            f"{lead}{opening}{pad}{self._hand.pick((', ', ',  ')).join(inside)}{comma}{pad}{closing}{self._tail()}"
        )

    def _flow(self, value: Plain) -> str:
        if isinstance(value, dict):
            return "{" + ", ".join(f"{key}: {self._flow(inner)}" for key, inner in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(self._flow(item) for item in value) + "]"
        styles = [style for style in ("'", '"') if _can_write(style, value)]
        if _PLAIN_IN_FLOW.fullmatch(value) and value not in ("null", "~"):
            styles.insert(0, "plain")
        return self._inline(value, self._hand.pick(styles))

    # What a hand adds

    def _note(self) -> str:
        self._notes += 1
        words = self._hand.pick(("", ": - let op", " {a: b}", " 't is “zo”, [hier"))
        return f"# noot {self._notes}{words}"

    def _tail(self) -> str:
        spaces = self._hand.pick(("", "", "", "", " ", "   "))
        return spaces + self._note() if spaces and not self._hand.one_in(3) else spaces

    def _noise(self, column: int) -> None:
        while self._hand.one_in(6):
            indent = self._hand.pick((None, column, 0))
            self.lines.append("" if indent is None else " " * indent + self._note())


def _can_write(style: str, text: str) -> bool:
    if style in ("plain", "lines"):
        return _PLAIN.fullmatch(text) is not None and text not in ("null", "~") and (style == "plain" or " " in text)
    if style == "'":
        return "\n" not in text
    if style == ">":
        return _FOLDABLE.fullmatch(text.replace("\n\n", "\n")) is not None and "\u2028" not in text
    return style == '"' or (text[0] != " " and "\u2028" not in text)


def intended(data: dict[str, Plain]) -> Plain:
    """The data of a dossier as it must be read from its text."""
    return tidy(data)
