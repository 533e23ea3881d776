"""Dates and rhythms as the dossier writes them, and as Dutch reads them; what people say for a day is in dagwoorden.py."""

import re
from datetime import date, timedelta
from typing import NamedTuple

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
EENHEDEN = {
    "dag": "dagen", "dagen": "dagen", "week": "weken", "weken": "weken",
    "maand": "maanden", "maanden": "maanden", "jaar": "jaar", "jaren": "jaar",
}  # fmt: skip
"""What may stand behind the number of a ritme, each with its usual form."""

VOORBEELD_DATUM = "2026-02-20"
DATUM_VORM = f"jaar-maand-dag, zoals {VOORBEELD_DATUM}"
VOORBEELD_RITME = "6 maanden"
EERSTE_JAAR, LAATSTE_JAAR = 1900, 2100
"""A year outside these is a slip of the hand."""

RITME_VORM = f"een getal en dagen, weken, maanden of jaar, zoals: {VOORBEELD_RITME}"


def parse_datum(tekst: str) -> date | None:
    """Read an ISO date (2026-02-20); None when the text is something else or no day of the calendar."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", tekst):
        return None
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return None


def show_datum(dag: date) -> str:
    """Write a date as a Dutch reader expects it: 20 februari 2026."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def last_of_month(jaar: int, maand: int) -> int:
    """How many days a month has."""
    # Here and not above: it loads the names of the days in the language of the machine.
    from calendar import monthrange

    return monthrange(jaar, maand)[1]


def explain_dag(dag: date, vandaag: date, *, plant: bool) -> tuple[str, str]:
    """Why this is not the day that was meant: sentence and remedy, both empty when it may be."""
    if not EERSTE_JAAR <= dag.year <= LAATSTE_JAAR:
        return f"Het jaar {dag.year} kan hier niet.", f"Geef een jaar van {EERSTE_JAAR} tot {LAATSTE_JAAR}."
    if dag > vandaag and not plant:
        melding = f"{show_datum(dag)} moet nog komen; hier noteert u wat gebeurd is."
        return melding, f"Geef een dag tot en met vandaag, {vandaag.isoformat()}."
    return "", ""


class Ritme(NamedTuple):
    """A rhythm of evaluation: a number of dagen, weken, maanden or jaar."""

    aantal: int
    eenheid: str

    def next_after(self, dag: date) -> date:
        """The day one rhythm after `dag`; at the end of a shorter month its last day, and never past year 9999."""
        if self.eenheid in ("dagen", "weken"):
            dagen = self.aantal * (7 if self.eenheid == "weken" else 1)
            return dag + timedelta(days=min(dagen, (date.max - dag).days))
        maand = dag.month - 1 + self.aantal * (12 if self.eenheid == "jaar" else 1)
        jaar = dag.year + maand // 12
        if jaar > date.max.year:
            return date.max
        return date(jaar, maand % 12 + 1, min(dag.day, last_of_month(jaar, maand % 12 + 1)))


def describe_ritme(tekst: str) -> str:
    """How often that is, as Dutch says it: `om de 6 maanden`, `elk jaar`; what is no ritme stays as it is."""
    ritme = parse_ritme(tekst)
    if ritme is None:
        return tekst
    if ritme.aantal > 1:
        return f"om de {ritme.aantal} {ritme.eenheid}"
    return {"dagen": "elke dag", "weken": "elke week", "maanden": "elke maand"}.get(ritme.eenheid, "elk jaar")


def parse_ritme(tekst: str) -> Ritme | None:
    """Read `6 maanden`; None when the text is something else."""
    gevonden = re.fullmatch(r"([1-9][0-9]{0,3}) +([a-z]+)", tekst.strip().lower())
    if not gevonden or gevonden[2] not in EENHEDEN:
        return None
    return Ritme(int(gevonden[1]), EENHEDEN[gevonden[2]])
