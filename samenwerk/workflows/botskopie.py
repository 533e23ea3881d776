"""Two versions of a dossier made one again, where a program that shares the folder left the other beside it."""

from collections.abc import Sequence
from functools import partial
from itertools import count
from pathlib import Path
from typing import NamedTuple

from samenwerk.domain.plaatsen import name_plaats
from samenwerk.domain.record import TEKST, find_veld
from samenwerk.domain.samenwerking import STAPGROEP, Samenwerking
from samenwerk.errors import Bevinding, DossierError, Pad, RefusedError, Remedy
from samenwerk.storage.botskopie import find_botskopieen, is_same_dossier, read_whole
from samenwerk.storage.dossier import DOSSIER_NAME, Dossier, read_dossier
from samenwerk.storage.files import read_file
from samenwerk.storage.memory.ring import read_versions
from samenwerk.storage.merging.guessed import guess_basis, read_history
from samenwerk.storage.merging.merging import Botsing
from samenwerk.storage.merging.smelt import Pieces, take_apart
from samenwerk.storage.merging.versions import Version, read_version
from samenwerk.storage.record_file import keep_version, plan_save
from samenwerk.storage.writing.in_place import put_in_place
from samenwerk.storage.writing.replacement import Replacement
from samenwerk.storage.writing.work_folder import WORK_FOLDER
from samenwerk.storage.yaml_changes import Change, Set
from samenwerk.workflows.changes import Gewijzigd, describe_change, try_changes
from samenwerk.workflows.samenvoegen import Plaats, describe_botsing

HIER, DAAR = "hier", "daar"
_SIDES = {HIER: "ons", DAAR: "hun"}
_WHOLE = 1000
"""Of a text so much is told where a person must choose: two may begin alike."""

_MERGED = f"{WORK_FOLDER}/samengevoegd"


class Vraag(NamedTuple):
    """What a person must choose: one place, or together those that say where the group stands.

    `beide` are both texts, one behind the other; empty where that means nothing, and nothing can be typed either.
    """

    plaatsen: tuple[Plaats, ...]
    beide: str

    @property
    def is_stap(self) -> bool:
        """Whether both sides took a step."""
        return self.plaatsen[0].pad[0] in STAPGROEP

    @property
    def getoond(self) -> tuple[Plaats, ...]:
        """The places that say what it is about: of a step where it led to, for the list of all steps says less."""
        told = tuple(plaats for plaats in self.plaatsen if plaats.pad[0] != "verloop")
        return told or self.plaatsen


class Plan(NamedTuple):
    """Two versions and what they make together. `blijft` stood in one of the two alone, and perhaps had to go."""

    dossier: Dossier
    kopie: Path
    inhoud: bytes
    pieces: Pieces
    vragen: tuple[Vraag, ...]
    blijft: tuple[str, ...]

    @property
    def is_beside(self) -> bool:
        """Whether the copy lies in the folder of the dossier."""
        return self.kopie.parent.resolve() == self.dossier.folder.resolve()


def plan_samenvoeging(start: Path, bestand: str) -> Plan:
    """What the dossier and its botskopie make together; without a file the first one beside it.

    Raises `RefusedError` when there is none or it is of another dossier, `NotArrivedError` when it does not come, and
    `DossierError` when it, or the dossier, cannot be read.
    """
    dossier = read_dossier(start)
    kopie = _find_kopie(dossier, bestand)
    inhoud, hun = read_whole(kopie, read_version)
    if not is_same_dossier(dossier.content, inhoud):
        raise RefusedError(
            f"{kopie.name} is geen versie van dit dossier; er is niets geschreven.",
            "Geef een bestand dat van dit dossier komt.",
        )
    ons = read_version(dossier.content)
    if hun is None or Dossier(dossier.folder, inhoud).errors:
        raise DossierError(
            f"{kopie.name} is zo niet te gebruiken: er staan fouten in.", f"Herstel het eerst, of haal {kopie.name} weg."
        )
    pieces, kept = _merge(dossier, inhoud, ons, hun) if ons else (None, ())
    if pieces is None:
        raise RefusedError(
            f"{DOSSIER_NAME} en {kopie.name} zijn niet vanzelf samen te voegen; er is niets geschreven.",
            f"Vergelijk de twee, zet wat nog nodig is in {DOSSIER_NAME}, en haal de andere weg.",
        )
    blijft = [_name_kept(dossier, pad) for pad in kept]
    return Plan(dossier, kopie, inhoud, pieces, tuple(_ask(dossier, pieces)), tuple(dict.fromkeys(blijft)))


def do_samenvoeging(plan: Plan, antwoorden: Sequence[str], *, proef: bool) -> Gewijzigd:
    """Write the two as one and put the copy away; the answers are `HIER`, `DAAR` or a text, one for each question.

    Raises `RefusedError` when the dossier would have errors by an answer, and what `put_in_place` raises.
    """
    answered = list(zip(plan.vragen, antwoorden, strict=True))
    chosen = {plaats.pad: _SIDES.get(antwoord, "ons") for vraag, antwoord in answered for plaats in vraag.plaatsen}
    before = plan.dossier
    after = Dossier(before.folder, plan.pieces.choose(chosen[botsing.pad] for botsing in plan.pieces.botsingen))
    if after.errors:
        raise RefusedError("Zo zou het dossier niet meer kloppen; er is niets geschreven.", "", after.errors)
    texts: list[Change] = [Set(vraag.plaatsen[0].pad, tekst) for vraag, tekst in answered if tekst not in _SIDES]
    after = try_changes(after, texts) if texts else after
    put_in_place(before.folder, _plan_files(plan, after), proef=proef)
    if not proef:
        keep_version(after)
    return Gewijzigd(after, partial(describe_change, before, after), proef, melding=_describe(plan))


def check_tekst(plan: Plan, vraag: Vraag, tekst: str) -> str:
    """A text that a person typed for a place. Raises `RefusedError` when it may not stand there."""
    if tekst in _SIDES or not tekst:
        raise RefusedError("Een leeg antwoord of alleen dit woord kan hier niet.", "Typ de hele tekst.")
    try_changes(plan.dossier, [Set(vraag.plaatsen[0].pad, tekst)])
    return tekst


def refuse_unasked(plan: Plan) -> RefusedError:
    """The error with all that must be chosen, for who cannot be asked."""
    bevindingen = [
        Bevinding("botsing", f"{plaats.naam}: hier {plaats.ons}, daar {plaats.hun}", "", plaats.pad, bestand=DOSSIER_NAME)
        for vraag in plan.vragen
        for plaats in vraag.getoond
    ]
    return RefusedError(
        f"In {DOSSIER_NAME} (hier) en {plan.kopie.name} (daar) staat iets anders; er is niets geschreven.",
        ("Kies op een scherm, of neem overal dezelfde: ", Remedy("samenvoegen", met={"kies": HIER})),
        bevindingen,
    )


def _find_kopie(dossier: Dossier, bestand: str) -> Path:
    if bestand:
        beside = dossier.folder / bestand
        path = beside if beside.exists() and not Path(bestand).exists() else Path(bestand)
        if path.exists() and path.samefile(dossier.folder / DOSSIER_NAME):
            raise RefusedError("Dat is het dossier zelf.", "Geef het bestand met de andere versie.")
        return path
    kopieen = find_botskopieen(dossier.folder, dossier.content)
    if not kopieen:
        raise RefusedError(
            "Van dit dossier staat er hier geen tweede versie.",
            "Staat die ergens anders, geef dan de naam van dat bestand erbij.",
        )
    return dossier.folder / kopieen[0].naam


def _merge(dossier: Dossier, inhoud: bytes, ons: Version, hun: Version) -> tuple[Pieces | None, Sequence[Pad]]:
    oldest_first = reversed(read_versions(dossier.folder, DOSSIER_NAME))
    versions = [version for version in oldest_first if is_same_dossier(version, dossier.content)]
    guessed = guess_basis(read_history(versions, dossier.content, inhoud), ons, hun)
    return (take_apart(guessed.version, ons, hun), guessed.kept) if guessed else (None, ())


def _ask(dossier: Dossier, pieces: Pieces) -> list[Vraag]:
    stap = [botsing for botsing in pieces.botsingen if botsing.pad[0] in STAPGROEP]
    samen = [Vraag(tuple(describe_botsing(botsing, dossier.content, _WHOLE) for botsing in stap), "")] if stap else []
    rest = [botsing for botsing in pieces.botsingen if botsing not in stap]
    return samen + [Vraag((describe_botsing(botsing, dossier.content, _WHOLE),), _join(botsing)) for botsing in rest]


def _join(botsing: Botsing) -> str:
    """Both texts, where a text may stand that says anything."""
    veld = find_veld(Samenwerking, botsing.pad)
    if veld is None or veld.soort != TEKST or not (isinstance(botsing.ons, str) and isinstance(botsing.hun, str)):
        return ""
    return " ".join(tekst.strip() for tekst in (botsing.ons, botsing.hun) if tekst.strip())


def _name_kept(dossier: Dossier, pad: Pad) -> str:
    """What is told of a thing that one side took away: never its words, for it may be for the facilitator alone."""
    return name_plaats(dossier.samenwerking, pad[:2])


def _plan_files(plan: Plan, after: Dossier) -> list[Replacement]:
    """The dossier as it becomes; a copy that lies beside it goes to where samenwerk keeps those, and is never thrown away."""
    folder = plan.dossier.folder
    files = [] if after.content == plan.dossier.content else [plan_save(plan.dossier, after)]
    if plan.is_beside:
        room, there = _find_room(plan)
        files += [Replacement(room, plan.inhoud, None)] if there is None else []
        files.append(Replacement(folder / plan.kopie.name, None, plan.inhoud))
    return files


def _find_room(plan: Plan) -> tuple[Path, bytes | None]:
    """A name for the copy that no other has, or the same one that is kept there already."""
    folder, name = plan.dossier.folder, Path(plan.kopie.name)
    names = (name.name if number == 1 else f"{name.stem} ({number}){name.suffix}" for number in count(1))
    rooms = ((room, read_file(folder, room)) for room in (folder / _MERGED / each for each in names))
    return next((room, there) for room, there in rooms if there in (None, plan.inhoud))


def _describe(plan: Plan) -> str:
    waar = f" {plan.kopie.name} ligt nu in de map {_MERGED}." if plan.is_beside else ""
    return f"Van de twee versies is er weer één.{waar}"
