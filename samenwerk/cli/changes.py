"""How every writing command shows what it did, or with --proef what it would do."""

from typing import TYPE_CHECKING, Any

from samenwerk.cli.remedies import hint, say
from samenwerk.cli.screen import show, show_diff
from samenwerk.errors import IETS, Oplossing, Remedy

if TYPE_CHECKING:
    from samenwerk.workflows.changes import Gewijzigd
    from samenwerk.workflows.steps import Stapresultaat


def show_change(gewijzigd: "Gewijzigd", volgende: Oplossing = "", *, json: bool = False, **verder: Any) -> None:
    """What changed and what the sensible next step is."""
    if json:
        from samenwerk.cli.json_output import show_json

        inhoud: dict[str, Any] = {
            "melding": gewijzigd.melding,
            "proef": gewijzigd.proef,
            "verschil": gewijzigd.verschil,
            "volgende": say(volgende),
        }
        if gewijzigd.geraakt:
            inhoud["geraakt"] = [uitgave.naam for uitgave in gewijzigd.geraakt]
        if gewijzigd.agendas:
            inhoud["agendas"] = list(gewijzigd.agendas)
        show_json("wijziging", {**inhoud, **verder})
        return
    if gewijzigd.proef:
        show("Proef: dit zou er veranderen; er is niets geschreven.", style="open")
        show_diff(gewijzigd.verschil)
    else:
        show(gewijzigd.melding, style="goed")
        if volgende:
            show(hint(volgende), hang=2)
    _show_touched(gewijzigd)
    for voor in gewijzigd.agendas:
        vertel = "Vertel het ook aan de agenda: ", Remedy("agenda", met={"voor": voor} if voor else {})
        show(hint(vertel), hang=2)


def _show_touched(gewijzigd: "Gewijzigd") -> None:
    """Which adopted documents no longer say what the dossier says; an agreement holds for its version, not for the change."""
    if not gewijzigd.geraakt:
        return
    from samenwerk.domain.taal import capitalize
    from samenwerk.domain.uitgaven import describe_uitgave
    from samenwerk.domain.versies import kept_of

    samenwerking = gewijzigd.dossier.samenwerking
    for uitgave in gewijzigd.geraakt:
        wat = capitalize(describe_uitgave(samenwerking, uitgave))
        nummer = kept_of(samenwerking, uitgave).versies[-1].versie
        if gewijzigd.proef:
            show(f"{wat} zou dan weer een concept zijn: dit staat anders dan in versie {nummer}.", style="open", hang=2)
        else:
            show(f"{wat} is nu weer een concept: dit staat anders dan in versie {nummer}.", style="open", hang=2)
            bekijk = "Bekijk wat er wijzigde: ", Remedy("verschil", waarde=uitgave.naam)
            show(hint(bekijk), hang=2)


def show_return(resultaat: "Stapresultaat", *, json: bool = False) -> None:
    """That the group went back: where it stands now, what to look at again, and how to add a reason that was skipped."""
    samenwerking, doel = resultaat.gewijzigd.dossier.samenwerking, resultaat.naar
    show_change(
        resultaat.gewijzigd,
        (f"{doel.kernvraag} Bekijk wat deze fase vraagt: ", Remedy("status")),
        json=json,
        van=resultaat.van.id,
        naar=doel.id,
        ronde=samenwerking.ronde(doel.id),
        ter_discussie=[uitgave.naam for uitgave in resultaat.ter_discussie],
    )
    if json or resultaat.gewijzigd.proef:
        return
    if resultaat.ter_discussie:
        from samenwerk.domain.uitgaven import describe_uitgave
        from samenwerk.domain.zinnen import som_op

        documenten = som_op([describe_uitgave(samenwerking, uitgave) for uitgave in resultaat.ter_discussie])
        show(f"Bekijk opnieuw: {documenten}.", hang=2)
    if not samenwerking.verloop[-1].reden:
        laatste = len(samenwerking.verloop) - 1
        noteer = "Noteer waarom de groep terugging: ", Remedy("zet", ("verloop", laatste, "reden"), IETS)
        show(hint(noteer), hang=2)


def show_closed(gewijzigd: "Gewijzigd", toestand: str, *, json: bool = False) -> None:
    """That the collaboration rests or ended, and how it begins again."""
    show_change(gewijzigd, ("Begin later weer: ", Remedy("heropen")), json=json, toestand=toestand)
