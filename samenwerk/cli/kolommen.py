"""The kolommen of one record on the screen and as JSON, by the words that fill them."""

from collections.abc import Mapping, Sequence
from typing import Any

from samenwerk.cli.screen import show
from samenwerk.domain.kolommen import Kolom
from samenwerk.domain.record import ENKELVOUDIG

Waarden = Mapping[str, Sequence[str]]
"""The words by the name of the kolom."""


def show_waarden(kolommen: Sequence[Kolom], waarden: Waarden) -> None:
    """Each kolom that is filled, below each other; of a list a line for each."""
    for kolom in kolommen:
        woorden = waarden[kolom.naam]
        titel = kolom.titel if kolom.titel.endswith("?") else f"{kolom.titel}:"
        if len(woorden) == 1:
            show(f"{titel} {woorden[0]}", indent=2, hang=2)
        elif woorden:
            show(titel, indent=2)
            for woord in woorden:
                show(f"- {woord}", indent=4, hang=2)


def describe_waarden(kolommen: Sequence[Kolom], waarden: Waarden) -> dict[str, Any]:
    """As JSON: a list of words for a field that holds more, else the words themselves or null."""
    return {
        kolom.naam: next(iter(waarden[kolom.naam]), None) if kolom.veld.soort in ENKELVOUDIG else list(waarden[kolom.naam])
        for kolom in kolommen
    }
