"""Making one of a dossier and its botskopie: what must be chosen is asked, one place after another."""

from typing import TYPE_CHECKING

from samenwerk.cli.options import start_folder
from samenwerk.cli.screen import show, show_diff, tell
from samenwerk.errors import Remedy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samenwerk.workflows.botskopie import Plan, Vraag

_BEIDE, _ZELF = "beide", "zelf"


def merge_botskopie(bestand: str, kies: str, map_: str, *, proef: bool, json: bool) -> None:
    """Plan it, ask what must be chosen, and do it. Raises what planning and doing it raises."""
    from samenwerk.cli.changes import show_change
    from samenwerk.workflows.botskopie import do_samenvoeging, plan_samenvoeging

    plan = plan_samenvoeging(start_folder(map_), bestand)
    antwoorden = [kies] * len(plan.vragen) if kies else _ask_all(plan, json=json)
    gewijzigd = do_samenvoeging(plan, antwoorden, proef=proef)
    if not (json or proef):
        show_diff(gewijzigd.verschil)
    show_change(gewijzigd, ("Toch niet: ", Remedy("ongedaan")), json=json, kopie=plan.kopie.name, blijft=list(plan.blijft))
    if plan.blijft and not json:
        show("Dit stond maar in één van de twee, en staat er nu. Haal zelf weg wat weg mag:", style="open", hang=2)
        for each in plan.blijft:
            show(each, indent=2, hang=2)


def _ask_all(plan: "Plan", *, json: bool) -> "Sequence[str]":
    """An answer for each question. Raises `RefusedError` with all of them where nobody can be asked."""
    from samenwerk.cli.asking.questions import can_ask
    from samenwerk.workflows.botskopie import refuse_unasked

    if plan.vragen and (json or not can_ask()):
        raise refuse_unasked(plan)
    if plan.vragen:
        tell(f"Hier is {plan.dossier.name}, daar is {plan.kopie.name}.", hang=2)
    return [_ask(plan, vraag) for vraag in plan.vragen]


def _ask(plan: "Plan", vraag: "Vraag") -> str:
    from samenwerk.cli.asking.questions import ask_choice, ask_until
    from samenwerk.workflows.botskopie import DAAR, HIER, check_tekst

    if vraag.is_stap:
        tell("Er is in de twee versies een andere stap gezet.", style="open", hang=2)
    for plaats in vraag.getoond:
        tell(f"{plaats.naam}: hier {plaats.ons}, daar {plaats.hun}", hang=2)
    keuzes = {HIER: "hier", DAAR: "daar"}
    if vraag.beide:
        keuzes |= {_BEIDE: "beide na elkaar", _ZELF: "zelf typen"}
    gekozen = ask_choice("Wat moet er staan?", keuzes, HIER)
    if gekozen == _BEIDE:
        return vraag.beide
    if gekozen == _ZELF:
        return ask_until("Typ wat er moet staan.", lambda tekst: check_tekst(plan, vraag, tekst))
    return gekozen
