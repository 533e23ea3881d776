"""The questions for someone who cannot be asked: as a list, or as JSON."""

from typing import TYPE_CHECKING

from samenwerk.cli.remedies import hint, say
from samenwerk.cli.screen import show, tell
from samenwerk.errors import Remedy

if TYPE_CHECKING:
    from samenwerk.domain.fasen import Fase
    from samenwerk.domain.openstaand import Openstaand
    from samenwerk.storage.dossier import Dossier
    from samenwerk.workflows.vertrouwelijk import Inzage


def list_vragen(
    dossier: "Dossier", fase: "Fase", vragen: "list[Openstaand]", inzage: "Inzage | None", *, alles: bool, as_json: bool
) -> None:
    """Show them. They stand open, so the command ends with the code for that."""
    from samenwerk.errors import AnswerNeededError

    if as_json:
        _list_json(dossier, fase, vragen, inzage)
    else:
        _list_lines(dossier, fase, vragen, inzage, alles=alles)
    if vragen:
        raise SystemExit(AnswerNeededError.exit_code)


def _list_json(dossier: "Dossier", fase: "Fase", vragen: "list[Openstaand]", inzage: "Inzage | None") -> None:
    from samenwerk.cli.json_output import show_json
    from samenwerk.errors import show_pad
    from samenwerk.workflows.interview import show_choices, show_present
    from samenwerk.workflows.remedies import find_remedy

    samenwerking = dossier.samenwerking
    inhoud = [
        {
            "vraag": vraag.tekst,
            "onderwerp": vraag.over or None,
            "voor_deze_fase": vraag.is_nu,
            "veld": show_pad(vraag.pad),
            "er_staat": show_present(samenwerking, vraag, intern=inzage is not None) or None,
            "keuzes": show_choices(samenwerking, vraag) or None,
            "mist": list(vraag.gemis),
            "oplossing": say(find_remedy(dossier, vraag.pad)),
            **({"vertrouwelijk": inzage.tekst_at(vraag.pad) or None} if inzage else {}),
        }
        for vraag in vragen
    ]
    show_json("vragen", {"fase": fase.id, "waarom": fase.kernvraag, "vragen": inhoud})


def _list_lines(dossier: "Dossier", fase: "Fase", vragen: "list[Openstaand]", inzage: "Inzage | None", *, alles: bool) -> None:
    from samenwerk.workflows.interview import show_present
    from samenwerk.workflows.remedies import find_remedy

    show(f"{'Alle' if alles else 'Open'} vragen in {fase.naam}: {len(vragen)}", style="kop")
    for kop, is_nu in (("Voor deze fase", True), ("Mag later", False)):
        deel = [vraag for vraag in vragen if vraag.is_nu == is_nu]
        if deel:
            show(kop, indent=2)
        for vraag in deel:
            show(f"- {vraag.tekst}", indent=2, hang=2)
            if present := show_present(dossier.samenwerking, vraag, intern=inzage is not None):
                show(f"Er staat al: {present}", indent=4, hang=2)
            if geheim := whisper(inzage, vraag):
                show(geheim, indent=4, hang=2)
            for mist in vraag.gemis:
                show(mist, indent=4)
            show(hint(find_remedy(dossier, vraag.pad)), indent=4, hang=2)
    if vragen:
        tell(hint(("Antwoord met het commando onder elke vraag, of typ ", Remedy("vragen"), " in een terminal.")), hang=2)


def whisper(inzage: "Inzage | None", vraag: "Openstaand") -> str:
    """What was noted in confidence for the place of a question, with its mark."""
    from samenwerk.cli.vertrouwelijk import MERK

    if inzage is None:
        return ""
    if vraag.is_elk:
        tekst = "; ".join(f"{deel.over}: {geheim}" for deel in vraag.samen if (geheim := inzage.tekst_at(deel.pad)))
    else:
        tekst = inzage.tekst_at(vraag.pad)
    return f"{MERK} {tekst}" if tekst else ""
