"""`samenwerk sjabloon`: an organisation's own templates, which there are, how one begins, and what it has otherwise."""

from typing import NamedTuple

from samenwerk.domain.keuzes import suggest
from samenwerk.domain.taal import SYNONIEMEN, capitalize
from samenwerk.errors import RefusedError, Remedy, WrongUsageError, option
from samenwerk.rendering.templates.template_blocks import find_blocks, find_parent
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.templates import BUILTIN, OWN_FOLDER, PARTS, STYLESHEET, SUFFIX, Place, Templates
from samenwerk.workflows.changes import Gewijzigd, write_beside
from samenwerk.workflows.diff import show_diff
from samenwerk.workflows.sjabloon_names import BY_FILENAME

_HUISSTIJL = STYLESHEET.partition(".")[0]

_BEGIN_VAN_HUISSTIJL = """\
/* Dit komt achter de ingebouwde huisstijl: wat hier niet staat, blijft zoals het was. */
:root {
  --accent: #1c4f7c;
}
"""


class Sjabloon(NamedTuple):
    """One template: its name as people type it, where the one in use stands, and the blocks that can be had otherwise."""

    naam: str
    bestand: str
    is_ingebouwd: bool
    blokken: list[str]


def list_labels(templates: Templates) -> dict[str, str]:
    """Every template there is: its name as people type it (`basis`), and its file (`_delen/basis.md.j2`)."""
    places = (templates.builtin, *templates.not_builtin)
    parts = (filename for place in places for filename in templates.list_names(place) if filename.startswith(PARTS))
    return {_shorten(filename): filename for filename in (*BY_FILENAME, *parts, STYLESHEET)}


def list_sjablonen(dossier: Dossier) -> list[Sjabloon]:
    """Every template, those of the documents first."""
    templates = dossier.templates
    sjablonen = []
    for label, filename in list_labels(templates).items():
        place = _find_not_builtin(templates, filename) or templates.builtin
        blokken = [*_builtin_blocks(templates, filename)]
        sjablonen.append(Sjabloon(label, f"{place.label}/{filename}", place is templates.builtin, blokken))
    return sjablonen


def copy_sjabloon(dossier: Dossier, label: str, blok: str, *, proef: bool) -> tuple[str, Gewijzigd]:
    """Put a built-in template in the folder sjablonen: whole, or as one that only has this block of its own.

    Gives the file. Raises `WrongUsageError` for a name or a block that is none, `RefusedError` when the file is there.
    """
    templates = dossier.templates
    filename = _check_label(templates, label)
    bestand = f"{OWN_FOLDER}/{filename}"
    if templates.own.read(filename) is not None:
        raise RefusedError(
            f"{bestand} bestaat al; er is niets geschreven.",
            ("Wat erin anders is dan in het ingebouwde: ", Remedy("sjabloon verschil", waarde=label)),
        )
    inhoud = _begin_with_block(templates, filename, blok) if blok else _begin_whole(templates, filename)
    gewijzigd = write_beside(dossier, bestand, None, inhoud.encode(), proef=proef)
    return bestand, gewijzigd.told(f"{bestand} is geschreven.")


def _begin_whole(templates: Templates, filename: str) -> str:
    return _BEGIN_VAN_HUISSTIJL if filename == STYLESHEET else templates.builtin.read(filename) or ""


def _begin_with_block(templates: Templates, filename: str, blok: str) -> str:
    blokken = _builtin_blocks(templates, filename)
    if blok not in blokken:
        keuze = f"Kies uit: {', '.join(blokken)}." if blokken else ("Laat ", option("blok"), " weg.")
        raise WrongUsageError(f"{capitalize(_shorten(filename))} heeft geen blok “{blok}”.", keuze)
    return f'{{% extends "{BUILTIN}{filename}" %}}\n\n{{% block {blok} %}}\n{blokken[blok]}{{% endblock %}}\n'


def diff_sjabloon(dossier: Dossier, label: str) -> tuple[str, str]:
    """The own template, and what it has otherwise than the built-in one of this version.

    Of one that builds on the built-in one, block by block. Raises `WrongUsageError` for a name that is none, `RefusedError`
    when there is no own one.
    """
    templates = dossier.templates
    filename = _check_label(templates, label)
    place = _find_not_builtin(templates, filename)
    if place is None:
        raise RefusedError(
            f"Er is geen eigen sjabloon {_shorten(filename)}; het ingebouwde geldt.",
            ("Een eigen beginnen: ", Remedy("sjabloon kopieer", waarde=_shorten(filename))),
        )
    eigen, ingebouwd = place.read(filename) or "", templates.builtin.read(filename) or ""
    bestand = f"{place.label}/{filename}"
    if filename == STYLESHEET:
        return bestand, _diff("", eigen, filename)
    if find_parent(eigen) != BUILTIN + filename:
        return bestand, _diff(ingebouwd, eigen, filename)
    blokken = _builtin_blocks(templates, filename)
    verschillen = (_diff(blokken.get(blok, ""), tekst, f"blok {blok}") for blok, tekst in find_blocks(eigen).items())
    return bestand, "\n".join(filter(None, verschillen))


def _diff(ingebouwd: str, eigen: str, wat: str) -> str:
    return show_diff(ingebouwd, eigen, wat, ("ingebouwd", "eigen"))


def _builtin_blocks(templates: Templates, filename: str) -> dict[str, str]:
    """The blocks of a built-in template, those of what it builds on first."""
    source = templates.builtin.read(filename) or ""
    parent = find_parent(source)
    return {**(_builtin_blocks(templates, parent) if parent else {}), **find_blocks(source)}


def _find_not_builtin(templates: Templates, filename: str) -> Place | None:
    return next((place for place in templates.not_builtin if place.read(filename) is not None), None)


def _check_label(templates: Templates, label: str) -> str:
    """The file of the template that a person means."""
    labels = list_labels(templates)
    gevraagd = label.lower().removesuffix(SUFFIX)
    filename = labels.get(SYNONIEMEN.get(gevraagd, gevraagd))
    if filename is None:
        raise WrongUsageError(f"Er is geen sjabloon “{label}”.", suggest(gevraagd, [*labels]))
    return filename


def _shorten(filename: str) -> str:
    return _HUISSTIJL if filename == STYLESHEET else filename.removeprefix(PARTS).removesuffix(SUFFIX)
