"""How every writing command shows what it did, or with --proef what it would do."""

from typing import TYPE_CHECKING, Any

from samenwerk.cli.screen import show, show_diff

if TYPE_CHECKING:
    from samenwerk.workflows.changes import Gewijzigd
    from samenwerk.workflows.steps import Stapresultaat


def show_change(gewijzigd: "Gewijzigd", volgende: str = "", *, json: bool = False, **verder: Any) -> None:
    """What changed and what the sensible next step is."""
    if json:
        from samenwerk.cli.json_output import show_json

        inhoud: dict[str, Any] = {
            "melding": gewijzigd.melding,
            "proef": gewijzigd.proef,
            "verschil": gewijzigd.verschil,
            "volgende": volgende,
        }
        if gewijzigd.geraakt:
            inhoud["geraakt"] = [uitgave.naam for uitgave in gewijzigd.geraakt]
        show_json("wijziging", {**inhoud, **verder})
        return
    if gewijzigd.proef:
        show("Proef: dit zou er veranderen; er is niets geschreven.", style="open")
        show_diff(gewijzigd.verschil)
    else:
        show(gewijzigd.melding, style="goed")
        if volgende:
            show(f"→ {volgende}", hang=2)
    _show_touched(gewijzigd)


def _show_touched(gewijzigd: "Gewijzigd") -> None:
    """Which adopted documents no longer say what the dossier says; an agreement holds for its version, not for the change."""
    if not gewijzigd.geraakt:
        return
    from samenwerk.domain.documenten import describe_uitgave
    from samenwerk.domain.versies import kept_of

    samenwerking = gewijzigd.dossier.samenwerking
    for uitgave in gewijzigd.geraakt:
        wat, nummer = describe_uitgave(samenwerking, uitgave), kept_of(samenwerking, uitgave).versies[-1].versie
        if gewijzigd.proef:
            show(f"Dit zou {wat} raken: na versie {nummer} wordt dat weer een concept.", style="open", hang=2)
        else:
            melding = f"Dit raakt {wat}: na versie {nummer} is dat weer een concept."
            show(f"{melding} Wat er wijzigde: samenwerk verschil {uitgave.naam}", style="open", hang=2)


def show_return(resultaat: "Stapresultaat", *, json: bool = False) -> None:
    """That the group went back: where it stands now, what to look at again, and how to add a reason that was skipped."""
    samenwerking, doel = resultaat.gewijzigd.dossier.samenwerking, resultaat.naar
    ter_discussie = [uitgave.naam for uitgave in resultaat.ter_discussie]
    show_change(
        resultaat.gewijzigd,
        f"{doel.kernvraag} Wat deze fase vraagt: samenwerk status",
        json=json,
        van=resultaat.van.id,
        naar=doel.id,
        ronde=samenwerking.ronde(doel.id),
        ter_discussie=ter_discussie,
    )
    if json or resultaat.gewijzigd.proef:
        return
    if ter_discussie:
        show(f"Bekijk deze documenten opnieuw: {', '.join(ter_discussie)}", hang=2)
    if not samenwerking.verloop[-1].reden:
        nummer = len(samenwerking.verloop)
        show(f'Waarom de groep terugging, kan er nog bij: samenwerk zet verloop.{nummer}.reden "…"', hang=2)


def show_closed(gewijzigd: "Gewijzigd", toestand: str, *, json: bool = False) -> None:
    """That the collaboration rests or ended, and how it begins again."""
    show_change(gewijzigd, "Weer beginnen kan met: samenwerk heropen", json=json, toestand=toestand)
