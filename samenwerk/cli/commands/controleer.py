"""`samenwerk controleer`."""

from samenwerk.cli.options import JsonOption, MapOption, PeildatumOption, read_datum, start_folder
from samenwerk.cli.remedies import hint
from samenwerk.cli.screen import show, tell, tell_bevinding
from samenwerk.cli.words.signature import command
from samenwerk.errors import ADVIES, FOUT


@command
def controleer(map_: MapOption = "", datum: PeildatumOption = "", json: JsonOption = False) -> None:
    """Controleer het hele dossier.

    Toont wat fout is, wat beter kan, wat op gegevens van mensen lijkt en wat in deze fase nog te doen is. Bij elk punt staat
    de regel en wat u kunt doen.
    """
    from samenwerk.domain.voorwaarden import group_gaten
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
        if all(bevinding.ernst != FOUT for bevinding in bevindingen):
            show("Er staan geen fouten in het dossier.", style="goed")
        for kop, ernst in (("Fouten", FOUT), ("Advies", ADVIES)):
            zulke = [bevinding for bevinding in bevindingen if bevinding.ernst == ernst]
            if zulke:
                tell(kop, style="kop")
            for bevinding in zulke:
                tell_bevinding(bevinding)
        if openingen:
            show()
            show("Nog te doen in deze fase", style="kop")
        oplossing_of = {opening.gat: opening.oplossing for opening in openingen}
        for melding, groep in group_gaten(oplossing_of):
            show(f"{melding} ({groep[0].niveau})", indent=2, hang=2)
            for oplossing in dict.fromkeys(hint(oplossing_of[gat]) for gat in groep):
                show(oplossing, style="stil", indent=4, hang=2)
    if bevindingen:
        raise SystemExit(1)
