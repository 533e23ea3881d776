"""How every writing command shows what it did, or with --proef what it would do."""

from typing import TYPE_CHECKING, Any

from samenwerk.cli.screen import show, show_diff

if TYPE_CHECKING:
    from samenwerk.workflows.changes import Gewijzigd


def show_change(gewijzigd: "Gewijzigd", melding: str, volgende: str = "", *, json: bool = False, **verder: Any) -> None:
    """What changed and what the sensible next step is."""
    if json:
        from samenwerk.cli.json_output import show_json

        inhoud = {"melding": melding, "proef": gewijzigd.proef, "verschil": gewijzigd.verschil, "volgende": volgende}
        show_json("wijziging", {**inhoud, **verder})
        return
    if gewijzigd.proef:
        show("Proef: dit zou er veranderen; er is niets geschreven.", style="open")
        show_diff(gewijzigd.verschil)
        return
    show(melding, style="goed")
    if volgende:
        show(f"→ {volgende}", hang=2)
