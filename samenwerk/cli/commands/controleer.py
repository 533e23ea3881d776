"""`samenwerk controleer`."""

from samenwerk.cli.options import JsonOption, MapOption, PeildatumOption, read_datum, start_folder
from samenwerk.cli.remedies import say
from samenwerk.cli.screen import show, tell_bevinding
from samenwerk.cli.words.signature import command
from samenwerk.errors import ADVIES, FOUT


@command
def controleer(map_: MapOption = "", datum: PeildatumOption = "", json: JsonOption = False) -> None:
    """Kijk het hele dossier na.

    Toont alles wat fout is, wat beter kan, wat op gegevens van mensen lijkt, en wat in deze fase nog open staat, elk met
    de regel en wat te doen.
    """
    from samenwerk.workflows.check import check_dossier, read_for_check

    dossier = read_for_check(start_folder(map_))
    bevindingen, openingen = check_dossier(dossier, read_datum(datum))
    if json:
        from samenwerk.cli.json_output import describe_bevindingen, describe_opening, show_json

        gaten = [
            {"voorwaarde": opening.gat.voorwaarde, "niveau": opening.gat.niveau, **describe_opening(opening)}
            for opening in openingen
        ]
        show_json("controle", {"bevindingen": describe_bevindingen(bevindingen), "gaten": gaten})
    else:
        if not bevindingen:
            show("Het dossier is in orde.", style="goed")
        for kop, ernst in (("Fouten", FOUT), ("Advies", ADVIES)):
            groep = [bevinding for bevinding in bevindingen if bevinding.ernst == ernst]
            if groep:
                show(kop, style="kop")
            for bevinding in groep:
                tell_bevinding(bevinding)
        if openingen:
            show()
            show("Nog open in deze fase", style="kop")
        for opening in openingen:
            show(f"{opening.gat.melding} ({opening.gat.niveau})", indent=2, hang=2)
            show(f"→ {say(opening.oplossing)}", style="stil", indent=4, hang=2)
    if bevindingen:
        raise SystemExit(1)
