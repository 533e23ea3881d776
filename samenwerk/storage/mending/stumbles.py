"""What YAML stumbles over, and the signs that mend it: one table, with one function for each kind.

A function gets the lines of a text and the place of one of them, and says what lines should be there instead; in more than
one way where only reading them can tell which. Whether that helps is not its affair (mend.py).
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from samenwerk.domain.tekens import GEWONE_SPATIES, VERBORGEN, describe_lookalike, name_teken
from samenwerk.storage.mending.lines import Lines, split_line
from samenwerk.storage.mending.spaces import (
    mend_colon_without_space,
    mend_hidden_breaks,
    mend_lookalikes,
    mend_missing_space,
    mend_tabs,
)
from samenwerk.storage.mending.texts import (
    goes_on_behind_bracket,
    goes_on_behind_quotes,
    has_colon,
    is_of_sign,
    is_shortened,
    mend_colon_in_item,
    mend_hash_halfway,
    mend_quotes_inside,
    mend_typographic,
    put_line_in_quotes,
)
from samenwerk.storage.quotes import IN_QUOTES


class Stumble(NamedTuple):
    """One kind: its sentence and remedy, with `{}` for the sign it is about, and what mends it.

    `opens` is one that YAML may take for the beginning of something long: it stumbles then far below, and over something else.
    The lines of one that is `whole` are one text: it is told at the first.
    """

    melding: str
    oplossing: str
    mend: Callable[[Sequence[str], int], Iterator[Lines]]
    opens: bool = False
    whole: bool = False


def name_stumble(stumble: Stumble, line: str) -> tuple[str, str]:
    """The sentence and the remedy for a line."""
    if stumble.mend is mend_lookalikes:
        teken = next((teken for teken in line if teken in VERBORGEN), "")
        waar = (
            f"Op deze regel staat een teken dat alleen op een spatie lijkt: {name_teken(teken)}." if teken else stumble.melding
        )
        return describe_lookalike(line) or waar, stumble.oplossing
    value = split_line(line).value
    return stumble.melding.format(value[:1]), stumble.oplossing


_LOOKALIKES = Stumble("Op deze regel staat een teken dat alleen op een spatie lijkt.", GEWONE_SPATIES, mend_lookalikes)

YAML_STUMBLES = (
    _LOOKALIKES,
    Stumble("Deze regel springt in met een tab.", "Gebruik spaties, geen tabs.", mend_tabs),
    Stumble("In deze regel staat een verborgen regeleinde.", GEWONE_SPATIES, mend_hidden_breaks),
    Stumble(
        "Rond deze tekst staan aanhalingstekens zoals Word ze maakt.", "Zet er rechte voor in de plaats.", mend_typographic
    ),
    Stumble(
        "Een ' aan het begin van een tekst telt als een aanhalingsteken.",
        IN_QUOTES,
        partial(put_line_in_quotes, is_shortened),
        opens=True,
    ),
    Stumble(
        "Tussen deze aanhalingstekens staat hetzelfde teken nog eens.",
        "Zet er het andere aanhalingsteken omheen: \" of '.",
        mend_quotes_inside,
        opens=True,
    ),
    Stumble(
        "Achter dit aanhalingsteken gaat de tekst nog verder.",
        IN_QUOTES,
        partial(put_line_in_quotes, goes_on_behind_quotes),
        opens=True,
    ),
    Stumble("Achter dit haakje gaat de tekst nog verder.", IN_QUOTES, partial(put_line_in_quotes, goes_on_behind_bracket)),
    Stumble(
        "Een tekst kan alleen tussen aanhalingstekens met {} beginnen.", IN_QUOTES, partial(put_line_in_quotes, is_of_sign)
    ),
    Stumble("Hier staat een dubbele punt die niet past.", IN_QUOTES, partial(put_line_in_quotes, has_colon)),
    Stumble("Achter deze veldnaam ontbreekt een spatie.", "Zet een spatie achter de dubbele punt.", mend_colon_without_space),
    Stumble(
        "Halfweg deze tekst staat een #, en wat daarachter staat, leest samenwerk niet.",
        IN_QUOTES,
        mend_hash_halfway,
        whole=True,
    ),
)
"""Over these the parser stumbles; what is surest comes first."""

FIELD_STUMBLES = (
    _LOOKALIKES,
    Stumble("Achter dit streepje ontbreekt een spatie.", "Zet een spatie achter het streepje.", mend_missing_space),
    Stumble("Door de dubbele punt telt dit als een veld, niet als een tekst.", IN_QUOTES, mend_colon_in_item),
)
"""These can be read, but say something else than a field asks for."""
