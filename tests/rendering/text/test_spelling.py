"""One spelling of what Markdown can be spelled in more ways: what formatters change counts as the same, other words do not."""

import pytest
from cases import for_each

from samenwerk.rendering.text.spelling import spell_alike

OURS = r"""# Startnota – De Brug

- **Fase 1:** Verkennen
- **Status:** *concept*

<!-- vrij: inleiding -->

<!-- einde: inleiding -->

## Wie meedoet

> **Nog open**
>
> - Nog in te vullen: wat
> - Nog een

| Partner | Sector | Wat a\|b zoekt |
| --- | --- | --- |
| Stad | – | *nog open* |

1. Het eerste.

   - Geldt voor: Stad

2. Het tweede: 2\*3, a\_b en \*sterk\*.

Eerste regel\
tweede regel.

Nog een alinea.

---

*Gemaakt.*
"""

PRETTIER = r"""# Startnota – De Brug

- **Fase 1:** Verkennen
- **Status:** _concept_

<!-- vrij: inleiding -->

<!-- einde: inleiding -->

## Wie meedoet

> **Nog open**
>
> - Nog in te vullen: wat
> - Nog een

| Partner | Sector | Wat a\|b zoekt |
| ------- | ------ | -------------- |
| Stad    | –      | _nog open_     |

1. Het eerste.
   - Geldt voor: Stad

2. Het tweede: 2\*3, a_b en \*sterk\*.

Eerste regel\
tweede regel.

Nog een alinea.

---

_Gemaakt._
"""

MDFORMAT = r"""# Startnota – De Brug

* __Fase 1:__ Verkennen
* __Status:__ *concept*
<!-- vrij: inleiding -->
<!-- einde: inleiding -->
## Wie meedoet


>**Nog open**
>
>* Nog in te vullen: wat
>* Nog een

|Partner|Sector|Wat a\|b zoekt|
|-|-|-|
|Stad|–|*nog open*|

1) Het eerste.

    * Geldt voor: Stad

1) Het tweede: 2\*3, a\_b en \*sterk\*.

Eerste regel§
tweede regel.

Nog een alinea.

______________________________________________________________________

*Gemaakt.*""".replace("§", "  ")


@pytest.mark.parametrize("formatted", [PRETTIER, MDFORMAT], ids=["prettier", "another"])
def test_what_a_program_laid_out_anew_says_the_same(formatted: str) -> None:
    assert spell_alike(formatted) == spell_alike(OURS)


@for_each(
    [
        ("Het tweede", "Het derde"),
        ("Eerste regel\\\ntweede", "Eerste regel\ntweede"),
        ("tweede regel.\n\nNog", "tweede regel.\nNog"),
        ("*concept*", "concept"),
        ("*concept*", "**concept**"),
        ("\\*sterk\\*", "*sterk*"),
        ("- **Status", "  - **Status"),
        ("> - Nog een", "> Nog een"),
        ("## Wie", "### Wie"),
        ("| Stad | – |", "| Stad – | |"),
        ("- Geldt", "1. Geldt"),
        ("a\\|b", "a | b"),
        ("---\n\n*Gemaakt", "*Gemaakt"),
    ]
)
def test_what_a_person_changed_says_something_else(old: str, new: str) -> None:
    assert OURS.count(old) == 1
    assert spell_alike(OURS.replace(old, new)) != spell_alike(OURS)
